"""Ranking: one order of the options a statement may be about, out of how near its words lie and of the judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zopa.positions.closeness import Near
    from zopa.positions.judging.features import Option

UNLIKELY = 0.02
"""The least chance of being what a statement is about at which the judge names an option that no word lies near; and
what is added to every chance, so that no word counts for nothing."""


def combined(by_words: Iterable[Near], chances: Mapping[Option, float]) -> dict[Option, float]:
    """Options nearest first, each with its nearness in (0, 1).

    Nearness grows with (chance + ``UNLIKELY``) x (1 + weight of the words): either can make up for the other, and both
    together count most. Options that no word lies near and that the judge finds unlikely are left out.
    """
    weights = {(near.issue, near.option): near.to_issue + near.to_option for near in by_words}
    asked = [*weights, *(option for option, chance in chances.items() if chance >= UNLIKELY and option not in weights)]
    found = {option: (chances.get(option, 0.0) + UNLIKELY) * (1 + weights.get(option, 0.0)) for option in asked}
    return {option: found[option] / (1 + found[option]) for option in sorted(found, key=lambda each: -found[each])}
