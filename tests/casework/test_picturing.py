"""What is drawn of the frontier: every pair of those who must agree, and where the packages lie."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from zopa.casework.picturing import MOST_PARTIES, MOST_POINTS, frontier_entry
from zopa.settlements import Issue, NegotiationModel, Preference, settle


def model(parties: int, options: int = 3, issues: int = 3) -> NegotiationModel:
    """Parties that want opposite ends of issues on which they put different weights."""
    names = tuple(f"P{place}" for place in range(parties))
    declared = tuple(Issue(f"i{place}", tuple(f"o{k}" for k in range(options))) for place in range(issues))
    preferences = tuple(
        Preference(
            name,
            scores={
                issue.id: {
                    option: float((k if place % 2 else options - 1 - k) * (1 + (place + at) % issues))
                    for k, option in enumerate(issue.options)
                }
                for at, issue in enumerate(declared)
            },
            reservation=(1.0, 1.0),
        )
        for place, name in enumerate(names)
    )
    return NegotiationModel(names, declared, preferences, names)


def test_pairs_and_marks() -> None:
    """Each pair once; the headline, the next packages, the solution points and what is on the table."""
    three = model(3)
    found = settle(three)
    on_the_table = [{"i0": "o1", "i1": "o1", "i2": "o1"}, {}]
    drawn = frontier_entry(three, found, on_the_table)
    assert drawn is not None
    assert [reach.parties for reach in drawn.reaches] == list(combinations(three.parties, 2))
    kinds = [mark.kind for mark in drawn.marks]
    assert kinds.count("headline") == 1
    assert kinds.count("proposal") == 1
    assert kinds.count("solution") == 4
    assert drawn.no_deal == (1.0, 1.0, 1.0)


def test_no_package_lies_beyond_the_frontier_of_a_pair() -> None:
    """For every mark there is a point of the frontier at which neither of the two is worse off."""
    three = model(3)
    drawn = frontier_entry(three, settle(three), [])
    assert drawn is not None
    for reach in drawn.reaches:
        first, second = (drawn.parties.index(party) for party in reach.parties)
        for mark in drawn.marks:
            one, other = mark.utility[first], mark.utility[second]
            assert any(x >= one - 1e-9 and y >= other - 1e-9 for x, y in reach.points)


def test_many_parties_and_many_points_are_cut() -> None:
    """Beyond six parties the rest are named; beyond so many points some are drawn, both ends among them."""
    eight = model(8)
    drawn = frontier_entry(eight, settle(eight), [])
    assert drawn is not None
    assert len(drawn.parties) == MOST_PARTIES
    assert drawn.left_out == ("P6", "P7")
    wide = model(2, options=8, issues=6)
    rich = frontier_entry(wide, settle(wide), [])
    assert rich is not None
    (reach,) = rich.reaches
    assert len(reach.points) <= MOST_POINTS
    assert reach.points[0][0] == max(x for x, _ in reach.points)
    assert reach.points[-1][1] == max(y for _, y in reach.points)


@pytest.mark.parametrize("signatories", [("P0",), ()])
def test_nothing_to_draw(signatories: tuple[str, ...]) -> None:
    """Fewer than two who must agree make no pair."""
    found = settle(model(2))
    assert frontier_entry(model(2), replace(found, signatories=signatories), []) is None
