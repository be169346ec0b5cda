"""The exact frontier: known answers, and agreement with looking at every package."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from tests.settlements.exact_models import brute_frontier, packages, scored, small_models, utility

from zopa.settlements import Interaction, Issue, NegotiationModel, Preference, Rule, frontier

PRICE_AND_DELIVERY = {
    "seller": {"price": {"low": 0, "mid": 5, "high": 9}, "delivery": {"fast": 0, "slow": 4}},
    "buyer": {"price": {"low": 9, "mid": 5, "high": 0}, "delivery": {"fast": 3, "slow": 0}},
}


def vectors(model: NegotiationModel) -> list[tuple[float, ...]]:
    return [tuple(point.utility.values()) for point in frontier(model).points]


def test_a_bargain_over_two_issues() -> None:
    """Five of six packages are undominated; high and fast (9, 3) is beaten by nothing, low and fast by nothing."""
    model = scored(PRICE_AND_DELIVERY)
    assert vectors(model) == [(13, 0), (9, 5), (5, 8), (4, 9), (0, 12)]


def test_a_point_carries_a_package_that_gives_its_utilities() -> None:
    """The package of every point is worth exactly what the point says."""
    model = scored(PRICE_AND_DELIVERY)
    assert frontier(model).points[1].package == {"price": "mid", "delivery": "slow"}


def test_a_rule_takes_packages_away() -> None:
    """With slow delivery forbidden at a high price, the seller's best is 9."""
    rule = Rule(never=(("price", ("high",)), ("delivery", ("slow",))))
    model = scored(PRICE_AND_DELIVERY, rules=(rule,))
    assert vectors(model)[0] == (9, 5)


def test_an_interaction_moves_one_package() -> None:
    """A bonus on one combination puts it on the frontier with the bonus in its utility."""
    term = Interaction("buyer", (("price", ("high",)), ("delivery", ("fast",))), 6.0)
    model = scored(PRICE_AND_DELIVERY, interactions=(term,))
    assert vectors(model)[:2] == [(13, 0), (9, 9)]


def test_rules_that_leave_nothing_give_an_empty_frontier() -> None:
    """No feasible package: no points, no solutions, nothing raised."""
    rules = (Rule(never=(("price", ("low", "mid")),)), Rule(never=(("price", ("high",)),)))
    result = frontier(scored(PRICE_AND_DELIVERY, rules=rules))
    assert (len(result.points), result.nash, result.exact) == (0, None, True)


def test_ties_are_counted_beyond_64_bits() -> None:
    """Forty-five issues of three options all worth the same: one point, shared by 3^45 packages."""
    row = {"a": 1.0, "b": 1.0, "c": 1.0}
    model = scored({party: {f"i{k}": row for k in range(45)} for party in ("A", "B")})
    result = frontier(model)
    assert [point.ties for point in result.points] == [3**45]
    assert result.space == 3**45


def test_equal_sums_of_thirds_are_ties() -> None:
    """Weights of 1/3 and 1/6 are exact fractions: utilities that are equal are found equal."""
    issues = tuple(Issue(name, ("yes", "no")) for name in "xyz")
    weights = {"x": 1 / 3, "y": 1 / 3, "z": 1 / 3}
    yes = {name: {"yes": (1.0, 1.0), "no": (0.0, 0.0)} for name in "xyz"}
    no = {name: {"yes": (0.0, 0.0), "no": (1.0, 1.0)} for name in "xyz"}
    model = NegotiationModel(
        ("A", "B"), issues, (Preference("A", weights, values=yes), Preference("B", weights, values=no)), ("A", "B")
    )
    result = frontier(model)
    assert [point.ties for point in result.points] == [1, 3, 3, 1]
    assert result.points[1].utility == {"A": 2 / 3, "B": 1 / 3}
    assert result.rounding == 0


@settings(max_examples=100, deadline=None)
@given(small_models())
def test_agrees_with_looking_at_every_package(model: NegotiationModel) -> None:
    """The same vectors with the same numbers of ties as full enumeration in exact fractions, and true packages."""
    result = frontier(model)
    expected = brute_frontier(model)
    found = {tuple(Fraction(u).limit_denominator(10**6) for u in p.utility.values()): p.ties for p in result.points}
    assert found == expected
    feasible = list(packages(model))
    for point in result.points:
        assert point.package in feasible
        assert [float(u) for u in utility(model, point.package)] == pytest.approx(list(point.utility.values()))


@settings(max_examples=50, deadline=None)
@given(small_models())
def test_order_of_parties_and_issues_changes_nothing(model: NegotiationModel) -> None:
    """Listing parties, issues and options in another order gives the same vectors with the same ties."""
    issues = [Issue(issue.id, tuple(reversed(issue.options))) for issue in reversed(model.issues)]
    mixed = replace(
        model,
        parties=tuple(reversed(model.parties)),
        issues=tuple(issues),
        preferences=tuple(reversed(model.preferences)),
        rules=tuple(reversed(model.rules)),
    )

    def content(each: NegotiationModel) -> set[tuple[object, ...]]:
        return {(tuple(sorted(p.utility.items())), p.ties) for p in frontier(each).points}

    assert content(mixed) == content(model)


@pytest.mark.parametrize("parties", [2, 3, 4, 5])
def test_a_limited_frontier_keeps_its_promise(parties: int) -> None:
    """With at most 40 points kept, every package is matched to within epsilon, and epsilon is stated."""
    rng = np.random.default_rng(parties)
    numbers = rng.random((parties, 6, 4))
    model = scored(
        {
            f"P{p}": {f"i{i}": {f"o{k}": float(numbers[p, i, k]) for k in range(4)} for i in range(6)}
            for p in range(parties)
        }
    )
    whole, limited = frontier(model), frontier(model, limit=10)
    assert whole.exact
    assert whole.epsilon == 0
    assert not limited.exact
    assert limited.epsilon > 0
    assert len(limited.points) <= 10
    shortfall = (whole.points.utilities[:, None, :] - limited.points.utilities[None, :, :]).max(axis=2).min(axis=1)
    assert shortfall.max() <= limited.epsilon + 1e-9


def test_an_uncertain_model_is_shown_by_its_central_values() -> None:
    """Bands go to their midpoints, a weight order to the rank-order centroid, and the result says 'central'."""
    issues = (Issue("x", ("a", "b")), Issue("y", ("c", "d")))
    values = {"x": {"a": (0.0, 0.0), "b": (1.0, 1.0)}, "y": {"c": (0.0, 0.0), "d": (0.5, 1.0)}}
    model = NegotiationModel(("A",), issues, (Preference("A", order=("x", "y"), values=values),), ("A",))
    result = frontier(model)
    assert result.central
    assert result.points[0].utility["A"] == pytest.approx(0.75 * 1 + 0.25 * 0.75)


def test_the_shape_programs_read() -> None:
    """``as_dict`` has the keys of ``zopa frontier --json``."""
    content = frontier(scored(PRICE_AND_DELIVERY)).as_dict()
    assert {"space", "frontier", "exact", "epsilon", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian"} <= set(
        content
    )
    assert set(content["frontier"][0]) == set(content["nash"]) == {"utility", "package", "ties"}
    assert content["space"] == 6


@pytest.mark.parametrize("limit", [30, 300])
def test_solution_points_stay_exact_where_the_frontier_is_not(limit: int) -> None:
    """Four parties, 4^7 packages, few points kept: the same solution points as on the whole frontier."""
    rng = np.random.default_rng(3)
    numbers = rng.random((4, 7, 4))
    model = scored(
        {f"P{p}": {f"i{i}": {f"o{k}": float(numbers[p, i, k]) for k in range(4)} for i in range(7)} for p in range(4)},
        {f"P{p}": 3.2 for p in range(4)},
    )
    whole, limited = frontier(model), frontier(model, limit=limit)
    assert not limited.exact
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        left, right = getattr(whole, name), getattr(limited, name)
        if limit == 300:
            assert limited.solutions_exact
        if limited.solutions_exact:
            assert (right.utility, right.ties) == (left.utility, left.ties)
        else:
            assert right is None or min(right.utility.values()) >= 3.2
