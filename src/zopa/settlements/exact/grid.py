"""Utilities as whole numbers, so that sums, comparisons and ties are exact.

Each party gets a unit: utility = whole number / unit. Decimals and simple fractions (0.35, 1/3, and what floating point
makes of 0.1 + 0.2) have a unit that makes every utility exactly a whole number; for other numbers the unit is a power
of two so large that rounding changes no utility by more than about 1e-14 of its size; ``rounding`` says by how much.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil, gcd, lcm, log2
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.settlements.model import NegotiationModel, Preference

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

TOLERANCE = 1e-9
"""A party accepts what is worth its reservation value less this (docs: mathematics)."""

_DECIMALS = 1_000_000
_LARGEST_DENOMINATOR = 5_000
_LARGEST_UNIT = 10**12
_BITS = 50
_ONE = np.ones(1)
_NO_ADDS = np.empty(0, np.int64)
_NOISE = 2e-15
"""A number this near to a simple fraction, relative to its size, is that fraction: the rest is floating-point noise."""


@dataclass(frozen=True, slots=True)
class Grid:
    """An exact model as whole numbers.

    ``table`` has shape (parties, options of all issues), ``values[j]`` (parties, options of issue j). ``units`` and
    ``reservations`` have one entry a party; ``thresholds`` is the least whole number a party accepts. ``adds`` are the
    interactions' terms in whole numbers, in the model's order. ``rounding`` bounds the error of any utility against the
    model's own numbers (0: none).
    """

    table: Whole
    values: tuple[Whole, ...]
    units: Real
    reservations: Real
    thresholds: Whole
    adds: tuple[int, ...]
    rounding: float


def make_grid(model: NegotiationModel) -> Grid:
    """Whole numbers for an exact model. Cost: linear in the number of (party, option) pairs."""
    by_party = {preference.party: preference for preference in model.preferences}
    sizes = [len(issue.options) for issue in model.issues]
    rows: list[Whole] = []
    units: list[int] = []
    adds: dict[int, int] = {}
    rounding = 0.0
    for party in model.parties:
        terms = [(k, term.add) for k, term in enumerate(model.interactions) if term.party == party]
        parts = _contributions(by_party[party], model)
        row, unit, added, error = _to_grid(parts, np.array([add for _, add in terms]), len(sizes))
        rows.append(row)
        units.append(unit)
        rounding = max(rounding, error)
        adds.update((k, int(add)) for (k, _), add in zip(terms, added, strict=True))
    table = np.array(rows)
    ends = accumulate(sizes)
    reservations = [sum(by_party[party].reservation) / 2 for party in model.parties]
    thresholds = [ceil((b - TOLERANCE) * unit) for b, unit in zip(reservations, units, strict=True)]
    return Grid(
        table,
        tuple([table[:, end - size : end] for size, end in zip(sizes, ends, strict=True)]),
        np.array(units, dtype=np.float64),
        np.array(reservations, dtype=np.float64),
        np.array(thresholds, dtype=np.int64),
        tuple([adds[k] for k in range(len(model.interactions))]),
        rounding,
    )


def _contributions(preference: Preference, model: NegotiationModel) -> tuple[Real, Real]:
    """(weight, value) of every option of every issue in one row; scores are values of weight 1."""
    if preference.scores is not None:
        nothing: Mapping[str, float] = {}
        rows = [(preference.scores.get(issue.id, nothing), issue.options) for issue in model.issues]
        return _ONE, np.array([row.get(option, 0.0) for row, options in rows for option in options])
    values: list[float] = []
    weights: list[float] = []
    for issue in model.issues:
        weight = (preference.weights or {}).get(issue.id, 0.0)
        bands = preference.values.get(issue.id, {}) if weight else {}
        weights.extend([weight] * len(issue.options))
        values.extend([bands[option][0] if option in bands else 0.0 for option in issue.options])
    return np.array(weights), np.array(values)


def _to_grid(parts: tuple[Real, Real], adds: Real, terms: int) -> tuple[Whole, int, Whole, float]:
    """Whole contributions, their unit, whole interaction terms, and the rounding error of a whole package."""
    weights, values = parts
    value_unit = common_unit(values)
    weight_unit = None if value_unit is None else common_unit(weights)
    add_unit = None if weight_unit is None else common_unit(adds)
    if weight_unit is not None and value_unit is not None and add_unit is not None:
        unit = lcm(weight_unit * value_unit, add_unit)
        size = np.abs(weights * values).sum() + np.abs(adds).sum()
        if unit <= _LARGEST_UNIT and size * unit < 2**_BITS:
            whole = np.rint(weights * weight_unit) * np.rint(values * value_unit) * (unit // (weight_unit * value_unit))
            return whole.astype(np.int64), unit, np.rint(adds * unit).astype(np.int64), 0.0
    product = weights * values
    size = float(np.abs(product).sum() + np.abs(adds).sum()) if len(adds) else float(np.abs(product).sum())
    unit = 2 ** max(0, _BITS - max(0, ceil(log2(size))))
    error = (terms + len(adds)) / (2 * unit)
    whole_adds = np.rint(adds * unit).astype(np.int64) if len(adds) else _NO_ADDS
    return np.rint(product * unit).astype(np.int64), unit, whole_adds, error


def common_unit(numbers: Sequence[float] | Real) -> int | None:
    """The least whole number that makes every one of ``numbers`` whole; None where they are no simple fractions.

    1. A first number that is neither decimal nor simple fraction ends it.
    2. Decimals of up to six places are tried first, all at once.
    3. Else each number is compared with the nearest fraction of small denominator; the first that differs ends it.
    """
    array = np.asarray(numbers, dtype=np.float64)
    if not len(array):
        return 1
    if _is_no_fraction(float(array[0])):
        return None
    whole = np.rint(array * _DECIMALS)
    off = np.abs(whole / _DECIMALS - array) - np.abs(array) * _NOISE
    if off.max() <= 0 and float(np.abs(whole).max()) < 2**52:
        return _DECIMALS // gcd(_DECIMALS, int(np.gcd.reduce(whole.astype(np.int64))))
    unit = 1
    for number in array.tolist():
        fraction = Fraction(number).limit_denominator(_LARGEST_DENOMINATOR)
        if abs(float(fraction) - number) > abs(number) * _NOISE:
            return None
        unit = lcm(unit, fraction.denominator)
        if unit > _LARGEST_UNIT:
            return None
    return unit


def _is_no_fraction(number: float) -> bool:
    """Whether a number is clearly neither a decimal of six places nor a fraction of small denominator; False: unsure.

    A fraction so near to a number would be one of its continued fraction's convergents (Legendre 1798).
    """
    size = abs(number)
    near = 1000 * _NOISE * size
    if size > 1000 or size < 1e-6 or abs(round(size * _DECIMALS) / _DECIMALS - size) <= near:
        return False
    top, bottom = size.as_integer_ratio()
    before, after, low, high = 0, 1, 1, 0
    while bottom:
        whole, rest = divmod(top, bottom)
        before, after, low, high = after, before + whole * after, high, low + whole * high
        if high > _LARGEST_DENOMINATOR:
            return True
        if abs(after / high - size) <= near:
            return False
        top, bottom = bottom, rest
    return False
