"""The central model: what one number stands for each band, weight and claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.settlements.exact_models import packages, small_models, utility

from zopa.settlements import Claim, Issue, NegotiationModel, Preference
from zopa.settlements.exact.central import central_model, central_utilities, is_exact, rank_order_centroid

WAGE = Issue("wage", ("20", "23", "25", "40"), (20.0, 23.0, 25.0, 40.0))
SHIFTS = Issue("shifts", ("fixed", "rotating"))


def central(preference: Preference, *claims: Claim) -> Preference:
    model = NegotiationModel(("A",), (WAGE, SHIFTS), (preference,), ("A",), claims=claims)
    return central_model(model).preferences[0]


def row(preference: Preference, issue: str) -> list[float]:
    return [low for low, high in preference.values[issue].values() if low == high]


@pytest.mark.parametrize(
    ("count", "expected"), [(1, (1.0,)), (2, (0.75, 0.25)), (3, (11 / 18, 5 / 18, 2 / 18)), (4, (25, 13, 7, 3))]
)
def test_rank_order_centroid(count: int, expected: tuple[float, ...]) -> None:
    """Barron and Barrett 1996: the published weights, which sum to 1."""
    scale = sum(expected)
    assert rank_order_centroid(count) == pytest.approx([weight / scale for weight in expected])


def test_weights_and_bands() -> None:
    """Free weights are shared equally over stakes, bands go to midpoints, silence to one half."""
    free = central(
        Preference("A", stakes=("shifts",), values={"shifts": {"fixed": (0.5, 1.0)}}, reservation=(0.4, 0.6))
    )
    assert free.weights == {"shifts": 1.0}
    assert row(free, "shifts") == [0.75, 0.5]
    assert free.reservation == (0.5, 0.5)
    assert central(Preference("A")).weights == {"wage": 0.5, "shifts": 0.5}


def test_a_direction_along_a_scale() -> None:
    """Unknown steps lie on a straight line between what is known, in the direction stated."""
    rising = central(Preference("A", monotone={"wage": 1}, values={"wage": {"25": (0.4, 0.6)}}))
    assert row(rising, "wage") == pytest.approx([0.0, 0.25, 0.5, 1.0])
    falling = central(Preference("A", monotone={"wage": -1}))
    assert row(falling, "wage") == pytest.approx([1.0, 2 / 3, 1 / 3, 0.0])


def test_claims_are_averaged_over_what_may_hold() -> None:
    """A demand that holds with 0.6: 0.6 * 1 + 0.4 * 0.5; a contradiction leaves everything open while both hold."""
    demand = Claim("o1", 0.6, "A", "shifts", "fixed", "demands", 1.0)
    assert row(central(Preference("A"), demand), "shifts") == pytest.approx([0.8, 0.5])
    refusal = Claim("o2", 0.5, "A", "shifts", "fixed", "rejects")
    expected = 0.6 * 0.5 * 0.5 + 0.6 * 0.5 * 1 + 0.4 * 0.5 * 0.25 + 0.4 * 0.5 * 0.5
    assert row(central(Preference("A"), demand, refusal), "shifts")[0] == pytest.approx(expected)


def test_an_exact_model_is_left_alone() -> None:
    """Scores, or fixed weights with numbers on every issue that weighs, are exact."""
    scored = Preference("A", scores={"shifts": {"fixed": 1.0}}, reservation=(0.0, 0.0))
    valued = Preference("A", weights={"shifts": 1.0}, values={"shifts": {"fixed": (1.0, 1.0), "rotating": (0.0, 0.0)}})
    for preference in (scored, valued):
        model = NegotiationModel(("A",), (WAGE, SHIFTS), (preference,), ("A",))
        assert is_exact(model)
        assert central_model(model) is model
    assert not is_exact(NegotiationModel(("A",), (WAGE,), (Preference("A", weights={"wage": 1.0}),), ("A",)))


@given(small_models())
def test_central_utilities_are_those_of_the_packages(model: NegotiationModel) -> None:
    """Of an exact model: the sum of what each option and each interaction gives, for every party and package."""
    listed = list(packages(model))
    for package, found in zip(listed, central_utilities(model, listed), strict=True):
        assert tuple(found) == model.parties
        expected = [float(worth) for worth in utility(model, package)]
        assert list(found.values()) == pytest.approx(expected, abs=1e-9)
