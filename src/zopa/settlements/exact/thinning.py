"""Fewer points with a known loss: one point for each cell of a grid over utilities."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Index = NDArray[np.intp]


def thin(points: Whole, limit: int) -> tuple[Index, Whole]:
    """(kept, loss): indices of at most ``limit`` of the points, and for each party a bound on what is lost.

    Every point left out shares a cell with one that is kept, so the kept one falls short of it by at most the cell's
    width less one in every party: that is the loss. Added to another sum the shortfall stays the same, so losses of
    successive thinnings add up to a bound for the whole (Papadimitriou and Yannakakis 2000, in its additive form).

    1. Cut every party's range into 2^k equal widths, with the largest k that leaves at most ``limit`` cells occupied.
    2. In each cell keep the point of the largest scaled sum.
    """
    lows = points.min(axis=1, keepdims=True)
    spans = points.max(axis=1, keepdims=True) - lows + 1
    scaled = ((points - lows) / spans).sum(axis=0)
    by_sum = np.argsort(-scaled, kind="stable")
    low, high = 0, 62 // len(points)
    best: tuple[Index, Whole] = by_sum[:1], (spans - 1).ravel()
    while low <= high:
        pieces = (low + high) // 2
        widths = np.maximum(1, -(-spans // 2**pieces))
        first = _first_in_cells((points - lows) // widths, by_sum)
        if len(first) <= limit:
            best, low = (first, (widths - 1).ravel()), pieces + 1
        else:
            high = pieces - 1
    return best


def _first_in_cells(cells: Whole, order: Index) -> Index:
    key = cells[0]
    for row in cells[1:]:
        key = key * (int(row.max()) + 1) + row
    _, first = np.unique(key[order], return_index=True)
    return np.sort(order[first])
