"""The dominance kernels: every route finds what comparing all pairs finds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from zopa.settlements.exact import pareto, sweep
from zopa.settlements.exact.pareto import prune

Whole = NDArray[np.int64]


def by_pairs(points: Whole) -> dict[tuple[int, ...], int]:
    """Undominated vectors and how often each occurs, by comparing every pair."""
    columns = points.T
    at_least = (columns[:, None, :] >= columns[None, :, :]).all(axis=2)
    better = at_least & (columns[:, None, :] > columns[None, :, :]).any(axis=2)
    alive = ~better.any(axis=0)
    found: dict[tuple[int, ...], int] = {}
    for vector in columns[alive].tolist():
        found[tuple(vector)] = found.get(tuple(vector), 0) + 1
    return found


def pruned(points: Whole) -> dict[tuple[int, ...], int]:
    index, counts = prune(points, np.ones(points.shape[1], np.int64))
    vectors = [tuple(vector) for vector in points[:, index].T.tolist()]
    assert vectors == sorted(set(vectors), reverse=True)
    return dict(zip(vectors, counts.tolist(), strict=True))


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 6).flatmap(lambda p: st.lists(st.lists(st.integers(-3, 4), min_size=p, max_size=p), min_size=1)))
def test_small_sets_with_many_ties(vectors: list[list[int]]) -> None:
    """Few values, many equal points: the same vectors and counts as by pairs."""
    points = np.array(vectors, dtype=np.int64).T.copy()
    assert pruned(points) == by_pairs(points)


@pytest.mark.parametrize("parties", [2, 3, 4, 5, 6])
@pytest.mark.parametrize(("span", "number"), [(2**48, 1300), (400, 1300), (12, 1300), (2**48, 300)])
def test_larger_sets(parties: int, span: int, number: int) -> None:
    """Wide and narrow ranges, near a frontier so that much survives: the same vectors and counts as by pairs."""
    rng = np.random.default_rng(parties * 1000 + number)
    shares = rng.dirichlet(np.ones(parties), number)
    points = np.rint(shares.T * span).astype(np.int64)
    assert pruned(points) == by_pairs(points)


@pytest.mark.parametrize("parties", [3, 4, 5])
def test_blocks_and_tables_of_the_sweep(parties: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With small blocks every branch of the sweep is walked, and none changes the answer."""
    monkeypatch.setattr(sweep, "_BLOCK", 64)
    monkeypatch.setattr(pareto, "_CELLS_A_POINT", 0)
    rng = np.random.default_rng(7)
    points = np.rint(rng.dirichlet(np.ones(parties), 700).T * 90).astype(np.int64)
    assert pruned(points) == by_pairs(points)
    monkeypatch.setattr(sweep, "_TABLE_CELLS", 0)
    assert pruned(points) == by_pairs(points)


def test_counts_beyond_64_bits_are_added_exactly() -> None:
    """Counts may be Python integers; equal points add them."""
    points = np.array([[1, 1, 0], [2, 2, 3], [0, 0, 1]], dtype=np.int64)
    index, counts = prune(points, np.array([3**50, 1, 5], dtype=object))
    assert counts.tolist() == [3**50 + 1, 5]
    assert index.tolist() == [0, 2]
