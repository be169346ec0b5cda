"""Origins: which pieces of evidence go back to one and the same voice, and therefore count once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.copies import copy_groups
from zopa.positions.evidence import said_on
from zopa.positions.occasions import Said, same_statement, voices
from zopa.positions.voice_names import head_of, known_people, plain_words, voice_of_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent piece of evidence: (ultimate speaker, party, issue, option, stance) and all that repeats it.

    ``speaker`` is normalised: the person's full name, or the description of an unnamed source with the outlet it told.
    ``reports`` are the ids of the articles, those that copy or retell one report together.
    """

    speaker: str
    party: str
    issue: str
    option: str
    stance: str
    evidence: tuple[Evidence, ...]
    reports: tuple[tuple[str, ...], ...] = ()

    @property
    def key(self) -> str:
        """The origin's id: its five parts, joined by ``|``."""
        return "|".join((self.speaker, self.party, self.issue, self.option, self.stance))

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that carry it, each once, in the order of the evidence."""
        return tuple({item.article.id: item.article for item in self.evidence}.values())

    @property
    def relayed_via(self) -> tuple[str, ...]:
        """Everybody it came through, each once."""
        return tuple(dict.fromkeys(name for item in self.evidence for name in item.statement.relayed_via))

    @property
    def seen(self) -> tuple[date, ...]:
        """The days it was said on, oldest first, each once."""
        return tuple(sorted({day for item in self.evidence if (day := said_on(item)) is not None}))


def find_origins(
    evidence: Sequence[Evidence], case: Case, reports: Mapping[str, str] | None = None
) -> tuple[Origin, ...]:
    """The origins of a body of evidence, in order of first appearance.

    1. Articles that copy or retell one report are one report (:func:`~zopa.positions.copies.copy_groups`; ``reports``,
       if the caller has them).
    2. The ultimate speaker is normalised: a person of the case by full name, whoever relays the words; a document by
       its title; an unnamed source by the head of its description and the report it is in; the outlet's own voice by
       the report.
    3. Evidence for the same position with the same speaker is one origin.
    4. So is evidence for the same position from two articles that pass on one statement under two descriptions: the
       words agree and stand in one report, or in two readings of one document
       (:func:`~zopa.positions.occasions.same_statement`).

    Cost: linear in the evidence, plus step 1, plus the pairs of unnamed voices and documents for the same position.
    """
    known = {item.article.id: item.article for item in evidence}
    reports = copy_groups(known.values()) if reports is None else reports
    outlets = {id_: plain_words(known[id_].outlet or known[id_].source or id_) for id_ in known}
    positions: dict[tuple[str, str, str, str], dict[str, list[Evidence]]] = {}
    for item in evidence:
        position, report = item.position, reports[item.article.id]
        told = outlets.get(report) or outlets[item.article.id]
        key = (position.party, position.issue, position.option, position.stance)
        positions.setdefault(key, {}).setdefault(ultimate_speaker(item, case, told), []).append(item)
    found = [Origin(*one) for key, by in positions.items() for one in _joined(key, by, case, reports)]
    place = {id(item): number for number, item in enumerate(evidence)}
    return tuple(sorted(found, key=lambda origin: place[id(origin.evidence[0])]))


def ultimate_speaker(evidence: Evidence, case: Case, outlet: str) -> str:
    """The normalised name of who said it first. ``outlet`` is the outlet that stands for all copies of the article."""
    statement = evidence.statement
    told = plain_words(statement.relayed_via[0]) if statement.relayed_via else outlet
    if statement.speaker_kind == "person":
        return voice_of_person(statement.speaker, known_people(case))
    if statement.speaker_kind == "document":
        return f"document:{plain_words(statement.speaker)}"
    if statement.speaker_kind == "narrator":
        return f"narrator@{told}"
    description = statement.anonymous.description if statement.anonymous else statement.speaker
    return f"{statement.speaker_kind}:{head_of(description)}@{told}"


def _joined(
    key: tuple[str, str, str, str], by_speaker: Mapping[str, list[Evidence]], case: Case, reports: Mapping[str, str]
) -> Iterator[tuple[str, str, str, str, str, tuple[Evidence, ...], tuple[tuple[str, ...], ...]]]:
    """The evidence for one position, speaker by speaker, with those under one who are the same voice.

    The name of a person stands for the others; else the first of the names in the order of the alphabet.
    """
    groups: list[list[str]] = []
    for speaker, items in sorted(by_speaker.items(), key=lambda pair: (":" in pair[0] or "@" in pair[0], pair[0])):
        same = [one for one in groups if any(_one_voice(items, by_speaker[name], case, reports) for name in one)]
        groups = [one for one in groups if one not in same] + [[*(name for one in same for name in one), speaker]]
    for names in groups:
        members = {id(item) for name in names for item in by_speaker[name]}
        own = tuple(item for items in by_speaker.values() for item in items if id(item) in members)
        yield (names[0], *key, own, _by_report(own, reports))


def _by_report(items: Sequence[Evidence], reports: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    found: dict[str, dict[str, None]] = {}
    for item in items:
        found.setdefault(reports[item.article.id], {})[item.article.id] = None
    return tuple(tuple(ids) for ids in found.values())


def _one_voice(items: Sequence[Evidence], others: Sequence[Evidence], case: Case, reports: Mapping[str, str]) -> bool:
    """Whether two speakers' evidence for one position is one statement, described in two ways."""
    if all(voices(item.statement, case) for item in (items[0], others[0])):
        return False
    return any(
        one.article.id != other.article.id and _passed_on(one, other, case, reports)
        for one in items
        for other in others
    )


def _passed_on(one: Evidence, other: Evidence, case: Case, reports: Mapping[str, str]) -> bool:
    one_report = reports[one.article.id] == reports[other.article.id]
    first, second = (Said(item.statement, item.article) for item in (one, other))
    if one_report:
        return same_statement(first, second, case, one_report=True)
    documents = "document" in (one.statement.speaker_kind, other.statement.speaker_kind)
    return documents and same_statement(first, second, case, one_report=False)
