"""Origins: which pieces of evidence go back to one and the same voice, and therefore count once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.copies import copy_groups
from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case.case import Case
    from zopa.positions.evidence import Evidence

_MARKS = re.compile(r"[^\w\s]")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "president", "sir", "the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent piece of evidence: (ultimate speaker, party, issue, option, stance) and all that repeats it.

    ``speaker`` is normalised: the person's full name, or the description of an unnamed source with the outlet it told.
    """

    speaker: str
    party: str
    issue: str
    option: str
    stance: str
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> str:
        """The origin's id: its five parts, joined by ``|``."""
        return "|".join((self.speaker, self.party, self.issue, self.option, self.stance))


def find_origins(evidence: Sequence[Evidence], case: Case) -> tuple[Origin, ...]:
    """The origins of a body of evidence, in order of first appearance.

    1. Articles with the same text are one article.
    2. The ultimate speaker is normalised: a person of the case by full name, whoever relays the words; a document by
       its title; an unnamed source by the head of its description and the outlet it told; the outlet's own voice by
       the outlet.
    3. Evidence with the same speaker, party, issue, option and stance is one origin.

    Cost: linear in the evidence, plus :func:`~zopa.positions.copies.copy_groups`.
    """
    articles = {item.article.id: item.article for item in evidence}
    copies = copy_groups(articles.values())
    outlets = {id_: _plain(article.outlet or article.source or id_) for id_, article in articles.items()}
    groups: dict[tuple[str, str, str, str, str], list[Evidence]] = {}
    for item in evidence:
        position = item.position
        speaker = ultimate_speaker(item, case, outlets[copies[item.article.id]])
        key = (speaker, position.party, position.issue, position.option, position.stance)
        groups.setdefault(key, []).append(item)
    return tuple(Origin(*key, tuple(items)) for key, items in groups.items())


def ultimate_speaker(evidence: Evidence, case: Case, outlet: str) -> str:
    """The normalised name of who said it first. ``outlet`` is the outlet that stands for all copies of the article."""
    statement = evidence.statement
    told = _plain(statement.relayed_via[0]) if statement.relayed_via else outlet
    if statement.speaker_kind == "person":
        return _person(statement.speaker, _people(case))
    if statement.speaker_kind == "document":
        return f"document:{_plain(statement.speaker)}"
    if statement.speaker_kind == "narrator":
        return f"narrator@{told}"
    description = statement.anonymous.description if statement.anonymous else statement.speaker
    return f"{statement.speaker_kind}:{_head(description)}@{told}"


def _people(case: Case) -> Mapping[str, str]:
    """Every name and surname of the case's people, plain, to the full name; None of two people's shared names."""
    names: dict[str, set[str]] = {}
    for party in case.parties:
        for person in party.people:
            for name in (person.name, *person.aliases, person.name.split()[-1]):
                names.setdefault(_plain(name), set()).add(person.name)
    return {name: next(iter(full)) for name, full in names.items() if len(full) == 1}


def _person(name: str, people: Mapping[str, str]) -> str:
    plain = _plain(name)
    last = plain.split()[-1] if plain else plain
    return _plain(people.get(plain) or people.get(last) or name)


def _head(description: str) -> str:
    """The noun an unnamed source is described by, before *familiar with*, *close to* and the like: ``a source``."""
    head = re.split(r"\b(?:familiar|close|briefed|with|on|of|who|in|from|at)\b", _plain(description))[0]
    return " ".join(token.stem for token in tokens_of(head) if token.stem != "senior") or _plain(description)


def _plain(name: str) -> str:
    words = _MARKS.sub(" ", name.casefold()).split()
    return " ".join(word for word in words if word not in _TITLES) or name.casefold()
