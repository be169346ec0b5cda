"""Adjusted Winner: the published example, and what the method promises."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.errors import UsageError
from zopa.settlements import adjusted_winner

ISSUES = ("Sinai", "recognition", "West Bank and Gaza", "linkage", "Palestinian rights", "Jerusalem")
CAMP_DAVID = {
    "Israel": dict(zip(ISSUES, (35, 10, 20, 10, 5, 20), strict=True)),
    "Egypt": dict(zip(ISSUES, (55, 5, 10, 5, 20, 5), strict=True)),
}


@pytest.mark.parametrize("parties", [("Israel", "Egypt"), ("Egypt", "Israel")])
def test_camp_david(parties: tuple[str, str]) -> None:
    """Brams and Togman 1996: a sixth of Sinai moves, and each side has 65 5/6 points."""
    division = adjusted_winner({party: CAMP_DAVID[party] for party in parties})
    assert division.utility == {party: Fraction(395, 6) for party in parties}
    assert division.split == "Sinai"
    assert division.shares["Israel"]["Sinai"] == Fraction(1, 6)
    assert division.shares["Egypt"]["Palestinian rights"] == 1


def test_nothing_needs_dividing() -> None:
    """Opposite tastes: each takes what it values, and no issue is divided."""
    division = adjusted_winner({"A": {"x": 70, "y": 30}, "B": {"x": 30, "y": 70}})
    assert (division.split, division.utility) == (None, {"A": 70, "B": 70})


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=7))
def test_equitable_and_free_of_envy(pairs: list[tuple[int, int]]) -> None:
    """Both have equally many points, at least half of their total, and at most one issue is divided."""
    gap = sum(a for a, _ in pairs) - sum(b for _, b in pairs)
    pairs = [*pairs, (max(0, -gap) + 1, max(0, gap) + 1)]
    points = {"A": {f"i{k}": a for k, (a, _) in enumerate(pairs)}, "B": {f"i{k}": b for k, (_, b) in enumerate(pairs)}}
    division = adjusted_winner(points)
    assert division.utility["A"] == division.utility["B"] >= Fraction(sum(points["A"].values()), 2)
    divided = [issue for issue, share in division.shares["A"].items() if 0 < share < 1]
    assert divided == ([] if division.split is None else [division.split])


@pytest.mark.parametrize(
    "points",
    [
        {"A": {"x": 1}},
        {"A": {"x": 1}, "B": {"y": 1}},
        {"A": {"x": 1}, "B": {"x": 2}},
        {"A": {"x": 2, "y": -1}, "B": {"x": 1, "y": 0}},
    ],
)
def test_what_makes_no_sense_is_refused(points: dict[str, dict[str, float]]) -> None:
    """One party, different issues, different totals, negative points."""
    with pytest.raises(UsageError):
        adjusted_winner(points)
