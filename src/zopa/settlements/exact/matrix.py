"""Dominance in a plain matrix of utilities, for negotiations that are given package by package."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.exact.pareto import Whole, prune


def undominated(utilities: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which rows of a matrix (packages, parties) no other row dominates; equal rows are all marked.

    Comparisons are those of the floating-point numbers themselves: they are turned into whole numbers of the same order
    (the bits of numbers of one sign are in order; else ranks). Cost: see ``pareto.prune``.
    """
    number = len(utilities)
    if not number:
        return np.zeros(0, dtype=np.bool_)
    points = np.array([_ordered(column) for column in np.asarray(utilities, dtype=np.float64).T])
    index, counts = prune(points, np.ones(number, dtype=np.int64))
    marks = np.zeros(number, dtype=np.bool_)
    marks[index] = True
    if int(counts.sum()) > len(index):
        kept = set(map(tuple, points[:, index].T.tolist()))
        likely = np.flatnonzero(np.isin(points[0], points[0, index]))
        marks[likely] = [tuple(row) in kept for row in points[:, likely].T.tolist()]
    return marks


def _ordered(column: NDArray[np.float64]) -> Whole:
    """Whole numbers in the same order, equal where the numbers are equal."""
    column = column + 0.0
    if column.min() >= 0:
        return np.ascontiguousarray(column).view(np.int64)
    ranks: Whole = np.unique(column, return_inverse=True)[1].astype(np.int64)
    return ranks
