"""Ranking: every option that a statement may be about, nearest first, by its words, those before it and the judge."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from zopa.positions.candidates import Candidate, coded
from zopa.positions.closeness import near_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.candidates import ByRules, Coded
    from zopa.positions.closeness import Near
    from zopa.positions.judging.features import Option
    from zopa.statements.statement import Statement

UNTOLD = 0.24
"""The most that a candidate scores of which the words tell no stance: less than any suggestion."""

UNLIKELY = 0.01
"""What is added to every chance, so that no word counts for nothing."""

_SENTENCES_BEFORE = 3
_FROM_BEFORE = 0.15
"""What the weight of the words in the sentences before counts."""
_OF_OPTION = 1.5
"""What words of the option count where those of its issue count 1."""


def candidates(statement: Statement, article: Article, case: Case) -> tuple[Candidate, ...]:
    """Every candidate of a statement, best first. A pure function of the three.

    1. What rules and judge tell (:func:`~zopa.positions.candidates.coded`).
    2. Behind it, with a score below ``UNTOLD`` and without a stance, the options that the words only have to do with:
       by closeness (:mod:`~zopa.positions.closeness`), and where the judge was asked, also by the chance it gives them
       and by what was spoken of before (:func:`combined`).

    Cost: that of coding, and linear in the words of three more sentences.
    """
    found = coded(statement, article, case)
    return (*found.told, *_untold(found))


def combined(
    by_words: Iterable[Near], chances: Mapping[Option, float], before: Mapping[Option, float]
) -> dict[Option, float]:
    """Options nearest first, each with its nearness in (0, 1).

    Nearness grows with (chance + ``UNLIKELY``) x (1 + weight of the words, and a little for those ``before``): either
    can make up for the other, and both together count most. Options that no word lies near and that the judge finds
    unlikely are left out.
    """
    weights = {(near.issue, near.option): near.to_issue + _OF_OPTION * near.to_option for near in by_words}
    asked = dict.fromkeys((*weights, *before, *(option for option, chance in chances.items() if chance >= UNLIKELY)))
    found = {
        option: (chances.get(option, 0.0) + UNLIKELY)
        * (1 + weights.get(option, 0.0) + _FROM_BEFORE * before.get(option, 0.0))
        for option in asked
    }
    return {option: found[option] / (1 + found[option]) for option in sorted(found, key=lambda each: -found[each])}


def _untold(found: Coded) -> Iterator[Candidate]:
    """The options that words have to do with, by the rules or the judge, without the told ones; nearest first."""
    told = {(candidate.issue, candidate.option) for candidate in found.told}
    parties = found.rules.hearing.voice.parties
    party = parties[0] if len(parties) == 1 else None
    by_words = near_options(found.rules.hearing, found.rules.words, yielding=True)
    nearness = {(near.issue, near.option): near.closeness for near in by_words}
    if found.opinion:
        nearness = combined(by_words, found.opinion.near, _spoken_of_before(found.rules))
    for (issue, option), near in nearness.items():
        if (issue, option) not in told:
            yield Candidate(party, issue, option, None, "firm", round(UNTOLD * near, 3), near, 0.0, 0.0)


def _spoken_of_before(rules: ByRules) -> dict[Option, float]:
    """The weight of the words of each option in the sentence, of the few before the statement's, that has most."""
    found: dict[Option, float] = {}
    for passage in islice(rules.hearing.earlier(), 1, 1 + _SENTENCES_BEFORE):
        for near in near_options(replace(rules.hearing, passage=passage, context=frozenset()), rules.words):
            option = (near.issue, near.option)
            found[option] = max(found.get(option, 0.0), near.to_issue + near.to_option)
    return found
