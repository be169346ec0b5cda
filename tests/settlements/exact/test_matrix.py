"""Dominance in a matrix of utilities."""

from __future__ import annotations

import numpy as np
import pytest

from zopa.settlements import undominated


@pytest.mark.parametrize("parties", [1, 2, 3, 4])
@pytest.mark.parametrize("low", [0.0, -1.0])
def test_agrees_with_all_pairs(parties: int, low: float) -> None:
    """Positive and negative numbers, with equal rows: the marks that comparing all pairs gives."""
    rng = np.random.default_rng(parties)
    matrix = np.round(rng.uniform(low, 1, (400, parties)), 1 if parties > 2 else 6)
    matrix = np.concatenate((matrix, matrix[:50]))
    at_least = (matrix[:, None, :] >= matrix[None, :, :]).all(axis=2)
    beaten = (at_least & (matrix[:, None, :] > matrix[None, :, :]).any(axis=2)).any(axis=0)
    assert undominated(matrix).tolist() == (~beaten).tolist()


def test_many_packages_of_two_parties() -> None:
    """More rows than are compared in pairs: every mark is a record of the second party along the first."""
    matrix = np.random.default_rng(5).dirichlet((1, 1, 1), 30_000)[:, :2].round(3)
    best = {}
    for first, second in matrix.tolist():
        best[first] = max(best.get(first, -1.0), second)
    records, top = set(), -1.0
    for first in sorted(best, reverse=True):
        if best[first] > top:
            top = best[first]
            records.add((first, top))
    assert set(map(tuple, matrix[undominated(matrix)].tolist())) == records


def test_minus_zero_is_zero() -> None:
    """0.0 and -0.0 are one number: neither row beats the other."""
    assert undominated(np.array([[0.0, 1.0], [-0.0, 1.0]])).tolist() == [True, True]


def test_nothing_in_nothing_out() -> None:
    """An empty matrix has no rows to mark."""
    assert undominated(np.zeros((0, 3))).tolist() == []
