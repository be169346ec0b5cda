"""Ranking: one order of the options a statement may be about, out of that of its words and that of the judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.positions.judging.features import Option

UNLIKELY = 0.02
"""The least chance of being what a statement is about at which the judge names an option that no word lies near."""

_FUSED, _JUDGED_TWICE = 10.0, 2.0
"""How slowly a place in an order counts less, and how much more a place in the judge's order counts: twice as much
ranked best in passages that the judge had not learned from."""


def fused(by_words: Sequence[Option], near: Mapping[Option, float]) -> dict[Option, float]:
    """Options by their places in two orders, that of closeness and, twice as much, that of the judge, nearest first.

    Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009); options that neither order names are left out.
    """
    words = {option: place for place, option in enumerate(by_words)}
    judged = {option: place for place, option in enumerate(sorted(near, key=lambda each: -near[each]))}
    fused = {
        option: (_FUSED / (_FUSED + words.get(option, len(judged))) + _JUDGED_TWICE * _FUSED / (_FUSED + place))
        / (1 + _JUDGED_TWICE)
        for option, place in judged.items()
        if option in words or near[option] >= UNLIKELY
    }
    return dict(sorted(fused.items(), key=lambda each: -each[1]))
