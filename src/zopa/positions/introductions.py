"""Introductions: the people the articles of a case bring in with their office, and the party they speak for.

Reporters introduce a person once (*Ines Morrow, the union's lead negotiator*) and then write *Morrow*. A person whose
every introduction points to one party belongs to it in all articles of the case.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.case.case import Person
from zopa.positions.descriptions import has_office, is_outsider, of_description, of_office
from zopa.positions.kinds import ORGANISATIONS, TITLES
from zopa.positions.lexicon import CALENDAR, STOP_WORDS
from zopa.positions.parties import PartyNames
from zopa.positions.words import stem, stems, tokens_of
from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.words import Token

_PARTICLES = word_set("de van von der la le al bin el di da dos du den ten ibn")
_NO_NAMES = frozenset(stem(word) for word in (*STOP_WORDS, *CALENDAR))
_LEADS = re.compile(
    r"who\s+(?:\w+ly\s+)?(?:chairs|heads|leads|runs|represents|speaks for|negotiates for|directs|governs|commands|owns"
    r"|is negotiating for|is leading|manages|presides over)\s+"
)
_OWNERS = stems("its their")
_COUNTRY = stems("country nation side faction")
_NOUN_OWNER = re.compile(r"(?:^|\b(?:the|its|her|his)\s)(?P<noun>[a-z]+)['’]s\b")
_BREAKS = re.compile(r"[.;:!?,()\n“”\"]")
_SENTENCE = re.compile(r"[.;!?\n]")
_APPOSITION = re.compile(r"\s*,\s*(?:who is\s+)?(?:an?\s|the\s)?\s*(?P<words>(?P<first>[^\s,.;:!?\n]+)[^,.;:!?\n]*)")
_BEFORE, _AFTER, _SENTENCE_BEFORE = 80, 80, 300
_SHORTEST, _LONGEST = 2, 4
_TOPICS = 2
_ACTING_FOR = re.compile(r"\s*,\s*(?:speaking |acting |negotiating )?for (?P<whom>[^,;.]{2,60}),")


def with_people(case: Case, articles: Iterable[Article]) -> Case:
    """The case with the people its articles introduce added to their parties; the case itself where there are none.

    1. Every run of capitalised words is taken for a name, without the offices and the parties it begins with.
    2. Each of its introductions is read (:func:`introduced_as`).
    3. Who is introduced for one party only is added to it. Nobody whose name the case lists is moved.

    Cost: linear in the articles.
    """
    names = PartyNames(case)
    found: dict[str, set[str]] = {}
    for article in articles:
        for name, start, end in _people(article.text, names):
            found.setdefault(name, set()).update(introduced_as(article.text, start, end, names))
    added: dict[str, list[Person]] = {}
    for name, parties in found.items():
        if len(parties) == 1:
            added.setdefault(next(iter(parties)), []).append(Person(name=name))
    if not added:
        return case
    everyone = tuple(
        party.model_copy(update={"people": (*party.people, *added.get(party.id, ()))}) for party in case.parties
    )
    return case.model_copy(update={"parties": everyone})


def introduced_as(text: str, start: int, end: int, names: PartyNames) -> list[str]:
    """The party that the words around a name make a person speak for; one, or none.

    1. An apposition behind the name (*Ines Morrow, the union's lead negotiator*).
    2. The words before it, if the last is an office (*union leader Ines Morrow*), or the apposition it closes itself
       (*the union's lead negotiator, Ines Morrow, said*).
    3. *Its* and *their* in them stand for the one party named earlier in the sentence, or for what the sentence before
       begins with (as an office without an owner does: *Trade Minister*), and *the province's* for the party named
       last.
    4. Whose name *for* and a party follow (*Ines Morrow, for the union, said*) speaks for it.
    """
    acting_for = _ACTING_FOR.match(text, end)
    if acting_for and len(parties := names.parties_in(acting_for["whom"])) == 1:
        return parties
    before = text[max(0, start - _BEFORE) : start]
    *earlier, sentence = _SENTENCE.split(text[max(0, start - _SENTENCE_BEFORE) : start])
    for words in _descriptions(before, text[end : end + _AFTER]):
        if not has_office(words) and not _LEADS.match(words):
            continue
        if _LEADS.match(words) and (led := names.parties_in(_LEADS.sub("", words)) or _taken_up(words, before, names)):
            return led[:1]
        parties = of_description(words, names) or of_office(words, names) or _of_owner(words, sentence, names)
        parties = parties or _of_noun(words, text[max(0, start - _SENTENCE_BEFORE) : start], names)
        parties = parties or _of_topic(words, sentence, earlier, names)
        if len(parties) == 1:
            return parties
    return []


def _descriptions(before: str, after: str) -> Iterator[str]:
    segments = _BREAKS.split(before)
    last = tokens_of(segments[-1])
    if not last and len(segments) > 1 and before.rstrip().endswith(",") and re.match(r"\s*,", after):
        yield segments[-2]
    apposition = _APPOSITION.match(after)
    if apposition and apposition["first"].lower() not in CUE_VERBS:
        yield apposition["words"]
    if last and last[-1].stem in TITLES:
        yield segments[-1]


def _of_owner(words: str, sentence: str, names: PartyNames) -> list[str]:
    """The parties named before *its* or *their* in a sentence."""
    return names.parties_in(sentence) if any(token.stem in _OWNERS for token in tokens_of(words)) else []


def _taken_up(words: str, before: str, names: PartyNames) -> list[str]:
    """The party named last before *who chairs it*."""
    return names.parties_in(before)[-1:] if _LEADS.sub("", words).split(" ")[0] in ("it", "them") else []


def _of_noun(words: str, before: str, names: PartyNames) -> list[str]:
    """The party named last before a common noun that takes it up: *the province's water minister*."""
    owner = _NOUN_OWNER.search(words)
    if owner is None or stem(owner["noun"]) not in ORGANISATIONS | _COUNTRY:
        return []
    return names.parties_in(before)[-1:]


def _of_topic(words: str, sentence: str, earlier: Sequence[str], names: PartyNames) -> list[str]:
    """The party with which a sentence just before begins, for an office that is nobody's by name: *Its managing
    director* at the beginning of a sentence, *Trade Minister*.
    """
    tokens = [token for token in tokens_of(words) if token.is_word]
    if names.parties_in(sentence) or is_outsider(words):
        return []
    owned = bool(tokens) and tokens[0].stem in _OWNERS
    titled = bool(tokens) and all(token.text[0].isupper() and token.stem in TITLES for token in tokens)
    if not owned and not titled:
        return []
    return next((found for each in reversed(earlier[-_TOPICS:]) if (found := _begun_with(each, names))), [])


def _begun_with(sentence: str, names: PartyNames) -> list[str]:
    """The party with whose name a sentence begins."""
    return [mention.party for mention in names.mentions(tokens_of(sentence)) if mention.first <= 1][:1]


def _people(text: str, names: PartyNames) -> Iterator[tuple[str, int, int]]:
    """What can be the name of a person of no party yet, with its place."""
    tokens = tokens_of(text)
    parties = {index for mention in names.mentions(tokens) for index in range(mention.first, mention.last + 1)}
    run: list[Token] = []
    for index, token in enumerate(tokens):
        if run and text[run[-1].end : token.start] != " ":
            yield from _person(text, run)
            run = []
        if index in parties or token.stem in TITLES | _NO_NAMES or not _can_be_part(token, bool(run)):
            yield from _person(text, run)
            run = []
        else:
            run.append(token)
    yield from _person(text, run)


def _can_be_part(token: Token, inside: bool) -> bool:
    return (token.text[0].isupper() and len(token.text) > 1) or (inside and token.text in _PARTICLES)


def _person(text: str, run: list[Token]) -> Iterator[tuple[str, int, int]]:
    if _SHORTEST <= len(run) <= _LONGEST and run[-1].text[0].isupper():
        name = re.sub(r"['’]s$", "", text[run[0].start : run[-1].end])
        yield name, run[0].start, run[0].start + len(name)
