"""Closeness: how near a statement's words lie to every option of a case, whether or not they point to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.definitions import PERSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.positions.definitions import OptionWords
    from zopa.positions.hearing import Hearing
    from zopa.positions.vocabulary import CaseWords, IssueWords

FROM_AROUND = 0.25
"""What a term counts that stands in the statement's sentence or the one before, and not in the statement."""

_IN_REASON, _AS_NEAR = 0.5, 0.95
_OF_OPTIONS = 0.5
_NAMED_FROM = 0.75
"""What the words that only one issue has must weigh in the statement itself to name it."""


@dataclass(frozen=True, slots=True)
class Near:
    """An option with how near the words lie to its issue and to itself (both at least 0; 1 is one telling term)."""

    issue: str
    option: str
    to_issue: float
    to_option: float

    @property
    def closeness(self) -> float:
        """Both together, in [0, 1)."""
        total = self.to_issue + self.to_option
        return total / (1 + total)


def near_options(hearing: Hearing, words: CaseWords, *, yielding: bool = False) -> list[Near]:
    """Every option of the case that any word of the statement or its surroundings has to do with, nearest first.

    1. A term counts in full in the statement, half in a clause of reason, a quarter around it.
    2. To the issue: the weights of its anchors. To the option: the weights of its terms.
    3. Words of what is not to be are as near to the option that it denies: to deny the one is to speak of the other.
    4. Where issues are ``yielding``, a term that several have counts only for those of them that the statement names by
       a term that no other has: in *a bonus for nights* the bonus is that of the nights.
    5. Ties keep the order of the case.

    Cost: linear in the terms of the case.
    """
    everything = _heard(hearing)
    yielded = _yielded(hearing, words, everything) if yielding else {}
    found = []
    for issue in words.issues:
        heard = everything
        if yielded:
            heard = {name: counts for name, counts in everything.items() if issue.id not in yielded.get(name, ())}
        to_issue = _to_issue(issue, heard)
        own = {option.id: _weight(option.terms, heard) for option in issue.options}
        for option in issue.options:
            to_option = max(
                [own[option.id], *(_AS_NEAR * own[other.id] for other in issue.options if _denies(other, option))]
            )
            if to_issue + to_option > 0:
                found.append(Near(issue.id, option.id, to_issue, to_option))
    return sorted(found, key=lambda near: -near.closeness)


def _denies(negative: OptionWords, option: OptionWords) -> bool:
    return negative.negative and not option.negative and bool(negative.denied & option.terms.keys())


def _heard(hearing: Hearing) -> dict[str, float]:
    """The terms in and around a statement with what they count; not the people, who are named wherever they speak."""
    heard = dict.fromkeys(hearing.context, FROM_AROUND)
    for clause in hearing.passage.clauses:
        counts = _IN_REASON if clause.role == "reason" else 1.0
        for term in hearing.passage.within(hearing.passage.terms, clause):
            heard[term.name] = max(counts, heard.get(term.name, 0.0))
    return {name: counts for name, counts in heard.items() if not name.startswith(PERSON)}


def _yielded(hearing: Hearing, words: CaseWords, heard: Mapping[str, float]) -> dict[str, frozenset[str]]:
    """By term the issues that yield it to others that are named."""
    holders: dict[str, set[str]] = {}
    for issue in words.issues:
        for name in heard.keys() & (issue.anchors.keys() | issue.others.keys()):
            holders.setdefault(name, set()).add(issue.id)
    said = {term.name: heard[term.name] for term in hearing.passage.terms if len(holders.get(term.name, ())) == 1}
    named = {issue.id for issue in words.issues if _weight(issue.anchors, said) >= _NAMED_FROM}
    return {name: frozenset(having - named) for name, having in holders.items() if having & named}


def _to_issue(issue: IssueWords, heard: Mapping[str, float]) -> float:
    """The anchors heard, and with less weight the other words of its options: each word once."""
    return _weight(issue.anchors, heard) + _OF_OPTIONS * _weight(issue.others, heard)


def _weight(terms: Mapping[str, float], heard: Mapping[str, float]) -> float:
    return sum(weight * heard[name] for name, weight in terms.items() if name in heard)
