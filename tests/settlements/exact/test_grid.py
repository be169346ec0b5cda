"""Utilities as whole numbers: which numbers have a unit, and that sums are then exact."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.settlements.exact_models import scored

from zopa.settlements import frontier
from zopa.settlements.exact.grid import common_unit, make_grid


@pytest.mark.parametrize(
    ("numbers", "unit"),
    [
        ([], 1),
        ([0.0, 3.0, -2.0], 1),
        ([0.5, 0.25], 4),
        ([0.1 + 0.2], 10),
        ([1 / 3, 0.5], 6),
        ([0.17 * 99 / 100], 10_000),
        ([0.4452125771655631], None),
        ([2**0.5, 0.5], None),
    ],
)
def test_common_units(numbers: list[float], unit: int | None) -> None:
    """Decimals and simple fractions have a least common unit, floating-point noise aside; other numbers have none."""
    assert common_unit(numbers) == unit


@given(st.lists(st.builds(Fraction, st.integers(-50, 50), st.integers(1, 12)), min_size=1, max_size=6))
def test_fractions_are_recognised(fractions: list[Fraction]) -> None:
    """The unit of fractions with small denominators is their least common denominator."""
    assert common_unit([float(fraction) for fraction in fractions]) == lcm(*(each.denominator for each in fractions))


def test_sums_do_not_depend_on_floating_point() -> None:
    """0.1 + 0.2 and 0.3 + 0 are the same utility: one point with two packages, where floats would drop one."""
    first = {"x": {"a": 0.1, "b": 0.3}, "y": {"a": 0.2, "b": 0.0}}
    second = {"x": {"a": 1.0, "b": 0.0}, "y": {"a": 0.0, "b": 1.0}}
    result = frontier(scored({"A": first, "B": second}))
    assert [(tuple(p.utility.values()), p.ties) for p in result.points] == [((0.5, 0), 1), ((0.3, 1), 2), ((0.1, 2), 1)]
    assert result.rounding == 0


def test_numbers_without_a_unit_are_rounded_and_it_is_said() -> None:
    """Sixteen-digit weights keep their utilities to 1e-12, and ``rounding`` bounds the error."""
    model = scored({"A": {"x": {"a": 0.4452125771655631, "b": 2**0.5}}})
    grid = make_grid(model)
    assert 0 < grid.rounding < 1e-12
    assert frontier(model).points[0].utility["A"] == pytest.approx(2**0.5, abs=grid.rounding)
