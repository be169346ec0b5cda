"""Changes of position over time, and what stayed as it was, each with the statements at both ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zopa.positions.evidence import is_dated, said_on, spoken_for_party, stands_on
from zopa.positions.moves import WANTS, kind_of_move
from zopa.positions.sentences import sentence_of
from zopa.positions.succession import is_own
from zopa.positions.turns import NO_LONGER_HELD, told_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zopa.case.case import Case, Issue
    from zopa.positions.evidence import Evidence
    from zopa.positions.moves import Hold, Kind
    from zopa.positions.position import Stance

_NOW = re.compile(r"\b(?:now|currently|at present|(?:is|are)\s+(?:\w+ly\s+)?\w+ing)\b", re.IGNORECASE)

Held = tuple[tuple[str, "Stance"], ...]
"""(option, stance) pairs, sorted."""


@dataclass(frozen=True, slots=True)
class Change:
    """A party's position on an issue on one day beside what it held before.

    ``kind``: ``new`` are the first words on an option (``before`` is empty), ``reversal`` drops one end state for
    another, ``softening`` gives ground, ``hardening`` asks for more or takes ground back, ``constancy`` repeats what
    was held. ``since`` is the day on which what was held before was first said, ``on`` that of the later words;
    None where no words and no publication give it. ``earlier`` and ``later`` are the ids of the statements at the two
    ends.
    """

    party: str
    issue: str
    before: Held
    after: Held
    on: date | None
    kind: Kind
    since: date | None
    earlier: tuple[str, ...]
    later: tuple[str, ...]

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of both ends, earlier ones first."""
        return tuple(dict.fromkeys((*self.earlier, *self.later)))


def detect_changes(evidence: Sequence[Evidence], case: Case) -> list[Change]:
    """Every change, oldest first, those without a day last; then in the order of the case's parties and issues.

    1. Counted, dated evidence is grouped by party, issue and day. On a day on which the party speaks for itself, only
       its own words count; accounts by others stand for it on other days, but they take nothing back of what the party
       said itself before.
    2. Day by day, each stance is compared with the last one on the same option; without one, with what the party last
       wanted, if that is not restated the same day. The step's kind is :func:`~zopa.positions.moves.kind_of_move`. A
       first refusal, a first open question, and an option put beside one that is restated, are new.
       What has only its article's day comes after nothing that the same article reports.
    3. Evidence whose article has no day is put in order by its place among dated articles, where that tells anything
       (:mod:`~zopa.coverage.filing`), and gives no day. What has no place either is new where nothing else was said on
       the issue.

    Cost: n log n in the evidence.
    """
    return [change for change in _history(evidence, case) if change.kind != "constancy"]


def find_constancies(evidence: Sequence[Evidence], case: Case) -> list[Change]:
    """What was repeated unchanged: one entry for each stretch from the first words to the last that repeat them.

    Only what the party said itself counts as a repetition, or its deeds as reported; a change in between ends the
    stretch. In the order of :func:`detect_changes`.
    """
    return [change for change in _history(evidence, case) if change.kind == "constancy"]


def _history(evidence: Sequence[Evidence], case: Case) -> list[Change]:
    grouped, undated = _by_day(evidence, case)
    order = {
        (party.id, issue.id): (p, i) for p, party in enumerate(case.parties) for i, issue in enumerate(case.issues)
    }
    found: list[Change] = []
    for key in order:
        others = (_of_others(evidence, *key, WANTS), _of_others(evidence, *key, frozenset({"rejects"})))
        issue = case.issue(key[1])
        if key in grouped:
            found += _Track(key[0], issue, others, case).along(grouped[key])
        else:
            found += _first_undated(*key, undated.get(key, ()))
    return sorted(found, key=lambda change: (change.on or date.max, order[change.party, change.issue]))


def _by_day(
    evidence: Sequence[Evidence], case: Case
) -> tuple[dict[tuple[str, str], dict[date, list[Evidence]]], dict[tuple[str, str], list[Evidence]]]:
    """Counted evidence by party and issue: day by day, and what has no day."""
    grouped: dict[tuple[str, str], dict[date, list[Evidence]]] = {}
    undated: dict[tuple[str, str], list[Evidence]] = {}
    for item in evidence:
        if item.position.counted and told_as(item) not in NO_LONGER_HELD:
            key, day = (item.position.party, item.position.issue), stands_on(item)
            if day is None:
                undated.setdefault(key, []).append(item)
            else:
                grouped.setdefault(key, {}).setdefault(day, []).append(item)
    for by_day in grouped.values():
        for day, items in by_day.items():
            by_day[day] = [item for item in items if spoken_for_party(item, case)] or items
    return grouped, undated


def _of_others(evidence: Sequence[Evidence], party: str, issue: str, stances: frozenset[str]) -> frozenset[str]:
    """The options of an issue that other parties hold one of some stances on."""
    return frozenset(
        item.position.option
        for item in evidence
        if item.position.counted
        and item.position.issue == issue
        and item.position.party != party
        and item.position.stance in stances
    )


def _first_undated(party: str, issue: str, items: Sequence[Evidence]) -> Iterator[Change]:
    if items:
        held = tuple(sorted({(item.position.option, item.position.stance) for item in items}))
        ids = tuple(dict.fromkeys(item.statement.id for item in items))
        yield Change(party, issue, (), held, None, "new", None, (), ids)


@dataclass(frozen=True, slots=True)
class _Words:
    """What was said of a stance on a day: ``told`` is that day where words or a publication give it."""

    day: date
    told: date | None
    ids: tuple[str, ...]


@dataclass(slots=True)
class _Stretch:
    """A stance as it was first and last said; ``own``: by the party itself; ``articles``: where it was said last."""

    hold: Hold
    first: _Words
    last: _Words
    own: bool
    articles: frozenset[str]


class _Track:
    """One party on one issue, day by day."""

    def __init__(self, party: str, issue: Issue, others: tuple[frozenset[str], frozenset[str]], case: Case) -> None:
        self.party, self.issue, self.others, self.case = party, issue, others, case
        self.held: dict[str, _Stretch] = {}
        self.ended: list[_Stretch] = []

    def along(self, by_day: Mapping[date, list[Evidence]]) -> list[Change]:
        """The changes, and the stretches in which nothing changed."""
        found = [change for day in sorted(by_day) for change in self._day(day, by_day[day])]
        stretches = [*self.ended, *self.held.values()]
        return found + [self._constancy(one) for one in stretches if one.last.day > one.first.day]

    def _day(self, day: date, items: list[Evidence]) -> Iterator[Change]:
        restated = {item.position.option for item in items}
        news: dict[Hold, list[Evidence]] = {}
        for item in items:
            news.setdefault((item.position.option, item.position.stance), []).append(item)
        first: dict[Hold, list[Evidence]] = {}
        for hold, said in sorted(news.items()):
            before = self._before(hold, restated)
            if before is None:
                first[hold] = said
                self._start(hold, day, said)
            else:
                yield from self._step(before, hold, day, said)
        if first:
            words = _words(day, [item for said in first.values() for item in said])
            yield Change(self.party, self.issue.id, (), tuple(first), words.told, "new", None, (), words.ids)

    def _before(self, hold: Hold, restated: set[str]) -> _Stretch | None:
        """What a stance is to be compared with: the last one on its option, or else what was wanted last instead."""
        if hold[0] in self.held:
            return self.held[hold[0]]
        if hold[1] not in WANTS:
            return None
        wanted = [one for one in self.held.values() if one.hold[1] in WANTS and one.hold[0] not in restated]
        return max(wanted, key=lambda one: one.last.day, default=None)

    def _step(self, before: _Stretch, hold: Hold, day: date, said: list[Evidence]) -> Iterator[Change]:
        own = any(is_own(item, self.case) for item in said)
        kind = kind_of_move(self.issue, before.hold, hold, *self.others)
        if kind == "constancy":
            if own or not before.own:
                before.last = _words(day, said)
                before.articles = _articles(said)
                before.own = before.own or own
            return
        if (before.own and not own) or day == before.last.day or _in_one_report(before, said):
            return
        self.ended.append(self.held.pop(before.hold[0]))
        self._start(hold, day, said)
        first, words = before.first, _words(day, said)
        ends = (first.told, first.ids, words.ids)
        yield Change(self.party, self.issue.id, (before.hold,), (hold,), words.told, kind, *ends)

    def _start(self, hold: Hold, day: date, said: list[Evidence]) -> None:
        own = any(is_own(item, self.case) for item in said)
        words = _words(day, said)
        self.held[hold[0]] = _Stretch(hold, words, words, own, _articles(said))

    def _constancy(self, one: _Stretch) -> Change:
        held = (one.hold,)
        ends = (one.first.told, one.first.ids, one.last.ids)
        return Change(self.party, self.issue.id, held, held, one.last.told, "constancy", *ends)


def _words(day: date, said: Sequence[Evidence]) -> _Words:
    return _Words(day, day if any(said_on(item) == day for item in said) else None, _ids(said))


def _articles(items: Sequence[Evidence]) -> frozenset[str]:
    return frozenset(item.article.id for item in items)


def _in_one_report(before: _Stretch, said: Sequence[Evidence]) -> bool:
    """Whether the later words have no day of their own and one report holds both ends: two voices side by side, of
    which nothing says that one came later. What is told as going on now is later than what has an earlier day."""
    day = before.last.day
    return all(
        not is_dated(item)
        and item.article.id in before.articles
        and not (day < _reported(item, day) and _goes_on(item))
        for item in said
    )


def _reported(item: Evidence, otherwise: date) -> date:
    return item.article.published or otherwise


def _goes_on(item: Evidence) -> bool:
    """Whether the sentence up to the words tells what is going on: *is planning to*, *now demands*, *are preparing*."""
    sentence = sentence_of(item.statement, item.article.text)
    content = item.statement.content[0]
    return _NOW.search(item.article.text, sentence.start, min(content.end, sentence.end)) is not None


def _ids(items: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.statement.id for item in items))
