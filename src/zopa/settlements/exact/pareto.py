"""Which of many utility vectors no other dominates: kernels for two, three and more parties.

Points are whole numbers of shape (parties, points). A point dominates another when it is at least as good for every
party and better for one. Equal points do not dominate one another: they are ties, and are counted.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.exact.sweep import undominated_sorted

Whole = NDArray[np.int64]
Index = NDArray[np.intp]
Counts = NDArray[Any]
"""Numbers of packages: 64-bit, or Python's unbounded integers where 64 bits might not do."""

_MOST_CELLS = 1 << 24
_CELLS_A_POINT = 24
_MOST_COARSE_CELLS = 1 << 16
_FEW = 64
_MANY = 10_000
_PACKED_BITS = 62


def prune(points: Whole, counts: Counts) -> tuple[Index, Counts]:
    """One index for each undominated vector, and how many packages share the vector.

    The indices are in descending lexicographic order of the vectors; of equal vectors the first index stands for all.

    1. Two parties: sort by the first, keep each record of the second. O(n log n).
    2. A handful of points: all pairs.
    3. Small ranges (few cells): a table over all parties but one holds the best of that one, and running maxima along
       each axis find what dominates. O(n + cells).
    4. Else: drop what such a table over coarse cells already shows to be dominated, sort, and sweep in blocks
       (``sweep.py``; Kung, Luccio and Preparata 1975 for the idea of sweeping in lexicographic order).
    """
    parties, number = points.shape
    if number <= 1:
        return np.arange(number), counts
    if parties == 1:
        best = np.flatnonzero(points[0] == points[0].max())
        return best[:1], _sum_all(counts[best])
    if parties == 2 and number <= _MANY:
        return _records(points[0], points[1], counts)
    if number <= _FEW:
        kept = _undominated_by_pairs(points)
        return group(points[:, kept], counts[kept], kept)
    lows, highs = points.min(axis=1), points.max(axis=1)
    spans = highs - lows + 1
    if parties == 2:
        kept = _sieve(points, lows, spans)
        index, summed = _records(points[0, kept], points[1, kept], counts[kept])
        return kept[index], summed
    if cells_of(spans) <= min(_MOST_CELLS, _CELLS_A_POINT * number):
        kept = _undominated_in_table(points - lows[:, None], spans)
        return group(points[:, kept], counts[kept], kept)
    kept = _sieve(points, lows, spans)
    index, summed = group(points[:, kept], counts[kept], kept)
    alive = undominated_sorted(points[:, index])
    return index[alive], summed[alive]


def cells_of(spans: Whole) -> int:
    """Cells of a table over all parties but the one of the widest span."""
    return int(np.prod(np.sort(spans)[:-1].astype(np.float64)))


def group(points: Whole, counts: Counts, index: Index) -> tuple[Index, Counts]:
    """The distinct vectors in descending lexicographic order: the least of ``index`` for each, and summed counts."""
    order, starts = lexicographic(points)
    if len(starts) == len(order):
        return index[order], counts[order]
    first = np.minimum.reduceat(index[order], starts)
    return first, np.add.reduceat(counts[order], starts)


def lexicographic(points: Whole) -> tuple[Index, Index]:
    """(order, starts): descending lexicographic order, and where in it each distinct vector starts."""
    number = points.shape[1]
    changes = np.ones(number, dtype=np.bool_)
    order = np.argsort(-points[0])
    first = points[0][order]
    np.not_equal(first[1:], first[:-1], out=changes[1:])
    if changes.all():
        return order, np.arange(number)
    highs = points.max(axis=1)
    bits = [int(span).bit_length() for span in (highs - points.min(axis=1)).tolist()]
    if sum(bits) <= _PACKED_BITS:
        key = highs[0] - points[0]
        for party in range(1, len(points)):
            key = (key << bits[party]) | (highs[party] - points[party])
        order = np.argsort(key)
        key = key[order]
        np.not_equal(key[1:], key[:-1], out=changes[1:])
    else:
        order = np.lexsort(-points[::-1])
        changes[1:] = False
        for values in points:
            changes[1:] |= values[order[1:]] != values[order[:-1]]
    return order, np.flatnonzero(changes)


def _records(first: Whole, second: Whole, counts: Counts) -> tuple[Index, Counts]:
    """Two parties: along falling ``first``, the records of ``second``; of equal ``first`` only the last record."""
    order = np.argsort(-first, kind="stable")
    values = second[order]
    best = np.maximum.accumulate(values)
    record = np.empty(len(values), dtype=np.bool_)
    record[0] = True
    np.greater(values[1:], best[:-1], out=record[1:])
    places = np.flatnonzero(record)
    index = order[places]
    tops = first[index]
    last = np.ones(len(places), dtype=np.bool_)
    np.not_equal(tops[1:], tops[:-1], out=last[:-1])
    equal = values == best
    if np.count_nonzero(equal) == len(places):
        summed = counts[index]
    else:
        which = (np.cumsum(record) - 1)[equal]
        candidates = order[equal]
        same = first[candidates] == tops[which]
        summed = np.zeros(len(places), dtype=counts.dtype)
        np.add.at(summed, which[same], counts[candidates[same]])
    return (index, summed) if last.all() else (index[last], summed[last])


def _undominated_by_pairs(points: Whole) -> Index:
    """Indices of undominated points (equal ones all kept), by comparing all pairs."""
    alive, _ = pairwise(points[None])
    return np.flatnonzero(alive[0])


def pairwise(points: Whole) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(alive, equal) for several small sets at once: points (sets, parties, n), alive (sets, n), equal (sets, n, n)."""
    at_least: NDArray[np.bool_] = np.asarray((points[:, :, None, :] >= points[:, :, :, None]).all(axis=1))
    no_more = at_least.swapaxes(1, 2)
    beaten = np.asarray((at_least & ~no_more).any(axis=2))
    return ~beaten, at_least & no_more


def _undominated_in_table(points: Whole, spans: Whole) -> Index:
    """Indices of undominated points (equal ones all kept), by a table over all parties but the widest.

    ``table[cell]`` is the best value of the widest party in the cell. After running maxima from the far end of every
    axis it is the best over all cells at least as good; a point is dominated when its value does not beat the cells
    one step further along some axis, or the best of its own cell. Each axis has one empty cell at its far end.
    """
    widest = int(np.argmax(spans))
    axes = [party for party in range(len(spans)) if party != widest]
    shape = tuple(int(spans[axis]) + 1 for axis in axes)
    steps = [int(np.prod(shape[k + 1 :])) for k in range(len(axes))]
    place = points[axes[0]] * steps[0]
    for axis, step in zip(axes[1:], steps[1:], strict=True):
        place = place + points[axis] * step
    value = points[widest].astype(np.int32) if spans[widest] < 2**31 else points[widest]
    table = np.full(int(np.prod(shape)), -1, dtype=value.dtype)
    np.maximum.at(table, place, value)
    beaten = value < table[place]
    _run_maxima(table.reshape(shape))
    for step in steps:
        beaten |= value <= table[place + step]
    return np.flatnonzero(~beaten)


def _sieve(points: Whole, lows: Whole, spans: Whole) -> Index:
    """Indices of points that no point in a strictly better coarse cell dominates: most dominated points go here.

    Cells are powers of two wide; there are a few for each point, and at most ``_MOST_COARSE_CELLS``.
    """
    number = points.shape[1]
    widest = int(np.argmax(spans))
    axes = [party for party in range(len(spans)) if party != widest]
    bits = max(1, (min(_MOST_COARSE_CELLS, 4 * number).bit_length() - 1) // len(axes))
    columns = (1 << bits) + 1
    place = np.zeros(number, dtype=np.int64)
    for axis in axes:
        shift = max(0, int(spans[axis]).bit_length() - bits)
        place = place * columns + ((points[axis] - lows[axis]) >> shift)
    table = np.full(columns ** len(axes), lows[widest] - 1)
    np.maximum.at(table, place, points[widest])
    _run_maxima(table.reshape((columns,) * len(axes)))
    diagonal = sum(columns**k for k in range(len(axes)))
    return np.flatnonzero(points[widest] > table[place + diagonal])


def _run_maxima(cube: NDArray[Any]) -> None:
    """In place: every cell becomes the largest of the cells at least as far along every axis."""
    for axis in range(cube.ndim):
        backwards = np.flip(cube, axis)
        np.maximum.accumulate(backwards, axis=axis, out=backwards)


def _sum_all(counts: Counts) -> Counts:
    return np.array([counts.sum()], dtype=counts.dtype)
