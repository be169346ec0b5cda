"""Parties and their people, proposed from who acts and who speaks in articles."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from zopa.positions.descriptions import OFFICES, OUTSIDERS
from zopa.positions.drafting.actors import SPEAKING, NameFinder, actors_in, quotation
from zopa.positions.drafting.draft import DraftParty, DraftPerson, Ground, file_of
from zopa.positions.drafting.names import forms_in
from zopa.positions.drafting.persons import holds_office, speakers_in
from zopa.positions.words import stems, tokens_of
from zopa.statements.people import people_in
from zopa.statements.roles import TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.coverage.article import Article
    from zopa.positions.drafting.actors import Actor
    from zopa.positions.drafting.names import Forms
    from zopa.positions.drafting.persons import Introduction, Speaker
    from zopa.statements.statement import Statement

MOST_PARTIES = 8
LEAST_WEIGHT = 2.0
"""Acts a candidate needs: one sentence alone makes no party."""

LEAST_SHARE = 0.12
"""Of the busiest candidate's acts: what acts far less than the others is mentioned, not at the table."""

Placing = tuple[str, str | None]
"""The candidate a person speaks for, and what is doubtful about it, or None."""

OBSERVER = "introduced as an observer"
"""Why somebody is placed under no party: an analyst, a historian."""

_POINTED = "said to belong to the party only by a word such as 'its'"
_ONLY_BESIDE = "no article says whom they speak for; only named beside the party"
_A_MINISTER = "a minister or the like, and no article says of what state"
_GOVERNMENT = "the government"
_MINISTERS = stems("minister premier chancellor")
_SURE = 3
_BESIDE = 3
_TITLE = 6
_HEADING = stems("heads leads chairs runs")


def parties_from(
    articles: Sequence[Article], statements: Sequence[Statement]
) -> tuple[tuple[DraftParty, ...], tuple[DraftPerson, ...]]:
    """The parties that articles suggest, busiest first, and the people who speak for none of them.

    1. Every name that may stand for a party, in all its forms, and how often it acts (demands, offers, refuses, says).
    2. Every quoted person goes to the candidate named in office or introduction; failing that, with a doubt, to the
       one named most often beside them.
    3. A candidate counts its own acts and its people's statements; those that act too little are left out.
    """
    speakers = speakers_in(articles, statements)
    forms = forms_in(articles, _surnames(articles, speakers))
    finder = NameFinder(forms)
    actors = {name: actor for name, actor in actors_in(articles, finder).items() if actor.weight}
    placed = _placed(speakers, finder, actors)
    weights = {name: actor.weight + _spoken_for(name, speakers, placed) for name, actor in actors.items()}
    chosen = _chosen(actors, weights)
    parties = tuple(_party(actors[name], forms, speakers, placed, weights[name]) for name in chosen)
    without = [speaker for speaker in speakers if (placed[speaker.name] or ("", None))[0] not in chosen]
    return parties, tuple(_person(speaker, _why_unplaced(speaker)) for speaker in without)


def _surnames(articles: Sequence[Article], speakers: Sequence[Speaker]) -> set[str]:
    """The last words of people's names: those who speak, and whoever is given an office."""
    named = {speaker.name.split()[-1].lower() for speaker in speakers}
    for article in articles:
        named |= {key for key, person in people_in(article).persons.items() if holds_office(person)}
    return named


def _placed(speakers: Sequence[Speaker], finder: NameFinder, actors: Mapping[str, Actor]) -> dict[str, Placing | None]:
    """Of each person the candidate spoken for, and whether the articles say so; None where nothing tells."""
    placed = {speaker.name: _party_of(speaker, finder, actors) for speaker in speakers}
    for speaker in speakers:
        placing = placed[speaker.name]
        if (placing is None or placing[1]) and not speaker.outsider and (chief := _chief(speaker, speakers)):
            placed[speaker.name] = placed[chief.name]
    return placed


def _party_of(speaker: Speaker, finder: NameFinder, actors: Mapping[str, Actor]) -> Placing | None:
    """The candidate that a person's offices name most often; else, with a doubt, the one that ``its`` refers to.

    Failing both, with a doubt, the one named beside the person three times as often as any other.
    """
    said = Counter(name for words in _of_office(speaker) for name in _nearest(finder, words, actors))
    if said:
        return said.most_common(1)[0][0], None
    if speaker.outsider:
        return None
    referred = Counter(name for introduced in speaker.introductions for name in _referred(introduced, finder, actors))
    if not referred and _GOVERNMENT in actors and _governs(speaker):
        return _GOVERNMENT, _A_MINISTER
    if referred:
        return referred.most_common(1)[0][0], _POINTED
    beside = Counter(
        name for introduced in speaker.introductions for name in finder.names_in(introduced.sentence) if name in actors
    ).most_common(2)
    if beside and beside[0][1] >= _BESIDE * (beside[1][1] if len(beside) > 1 else 1):
        return beside[0][0], _ONLY_BESIDE
    return None


def _governs(speaker: Speaker) -> bool:
    """Whether somebody is called a minister or the like, without saying of what state."""
    words = (*speaker.titles, *(introduced.apposition for introduced in speaker.introductions))
    return any(token.stem in _MINISTERS for each in words for token in tokens_of(each))


def _nearest(finder: NameFinder, words: str, actors: Mapping[str, Actor]) -> list[str]:
    """The candidate named in some words; a word of a group is found without its article."""
    names = finder.names_in(words) or finder.names_in(f"the {words}")
    return [name for name in names if name in actors][-1:]


def _of_office(speaker: Speaker) -> list[str]:
    """The words that give somebody an office: the reader's, the apposition's, and those just before the name."""
    words = list(speaker.offices)
    for introduced in speaker.introductions:
        words.append(introduced.belonging)
        if any(token.stem in SPEAKING for token in tokens_of(introduced.apposition)):
            words.append(introduced.apposition)
        if any(token.stem in OFFICES for token in tokens_of(introduced.title)[-2:]):
            words.append(" ".join(introduced.title.split()[-_TITLE:]))
    return [each for each in words if each and not _is_outsider(each)]


_POINTING = re.compile(r"\b(?:its|their|the (?P<owner>\w+)['’]s)\s[^,]*$", re.IGNORECASE)


def _referred(introduced: Introduction, finder: NameFinder, actors: Mapping[str, Actor]) -> list[str]:
    """The candidate that ``its general secretary`` or ``the province's minister`` points back to: the last named."""
    for words in (introduced.title, introduced.apposition):
        pointing = _POINTING.search(words)
        if pointing is None or (pointing["owner"] or "").lower() in TITLES:
            continue
        if any(token.stem in OFFICES | _HEADING for token in tokens_of(words)):
            return [name for name in finder.names_in(introduced.earlier) if name in actors][-1:]
    return []


def _chief(speaker: Speaker, speakers: Sequence[Speaker]) -> Speaker | None:
    """The other person whose aide somebody is: ``Ames's envoy``, ``a spokeswoman for President Ames``."""
    words = " ".join(_of_office(speaker)).replace("’", "'").replace("'s", "").split()
    return next((other for other in speakers if other is not speaker and other.name.split()[-1] in words), None)


def _is_outsider(words: str) -> bool:
    return any(token.stem in OUTSIDERS for token in tokens_of(words))


def _spoken_for(name: str, speakers: Sequence[Speaker], placed: Mapping[str, Placing | None]) -> float:
    return sum(speaker.said for speaker in speakers if placed[speaker.name] == (name, None))


def _chosen(actors: Mapping[str, Actor], weights: Mapping[str, float]) -> list[str]:
    ranked = sorted((name for name in actors if not _is_outsider(name)), key=lambda name: -weights[name])
    least = max(LEAST_WEIGHT, LEAST_SHARE * max(weights.values(), default=0))
    return [name for name in ranked if weights[name] >= least and actors[name].ground][:MOST_PARTIES]


def _party(
    actor: Actor,
    forms: Forms,
    speakers: Sequence[Speaker],
    placed: Mapping[str, Placing | None],
    weight: float,
) -> DraftParty:
    known = forms.forms(actor.name)
    aliases = [form for form in known if form != actor.name and (form in actor.used or actor.name in forms.states)]
    people = []
    for speaker in speakers:
        party = placed[speaker.name]
        if party is not None and party[0] == actor.name:
            people.append(_person(speaker, party[1]))
    assert actor.ground is not None
    return DraftParty(actor.name, tuple(aliases), tuple(people), actor.ground, _doubt(actor, forms, weight))


def _doubt(actor: Actor, forms: Forms, weight: float) -> str | None:
    if actor.name.startswith("the "):
        return "a group without a name; perhaps another party under another word"
    if weight < _SURE:
        return "acts in few sentences; perhaps only mentioned"
    return None


def _person(speaker: Speaker, unsure: str | None) -> DraftPerson:
    introduced = speaker.introductions[0]
    ground = Ground(file_of(introduced.article), quotation(introduced.sentence))
    return DraftPerson(speaker.name, speaker.aliases, speaker.office, ground, unsure)


def _why_unplaced(speaker: Speaker) -> str:
    return OBSERVER if speaker.outsider else "no article says whom they speak for"
