"""Ranking: one order out of two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zopa.positions.ranking import UNLIKELY, fused

OPTIONS = [("wage", f"{n}") for n in range(6)]


def test_the_judge_counts_twice() -> None:
    """What the judge puts first and the words second comes before what the words put first and the judge second."""
    near = {OPTIONS[0]: 0.3, OPTIONS[1]: 0.6, OPTIONS[2]: 0.1}
    assert list(fused(OPTIONS[:3], near)) == [OPTIONS[1], OPTIONS[0], OPTIONS[2]]


def test_what_neither_order_names_is_left_out() -> None:
    """Far from the words and unlikely to the judge."""
    near = {OPTIONS[0]: 1 - UNLIKELY / 2, OPTIONS[1]: UNLIKELY / 2}
    assert list(fused([], near)) == [OPTIONS[0]]


@given(st.permutations(OPTIONS), st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_every_option_of_the_words_stands_once_in_a_falling_order(
    words: list[tuple[str, str]], near: list[float]
) -> None:
    """For any two orders; scores lie in (0, 1]."""
    ranked = fused(words, dict(zip(OPTIONS, near, strict=True)))
    assert sorted(ranked) == sorted(OPTIONS)
    assert list(ranked.values()) == sorted(ranked.values(), reverse=True)
    assert all(0 < each <= 1 for each in ranked.values())
