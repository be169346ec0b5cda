"""Dominance among distinct points already in descending lexicographic order, three parties or more.

In that order a point can only be dominated by an earlier one, so the sweep goes block by block: drop from the block
what the frontier so far dominates, then what the rest of the block dominates, and add the survivors. The first party
need not be compared at all.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Bools = NDArray[np.bool_]
Words = NDArray[np.uint64]

_BLOCK = 1024
_TABLE_CELLS = 1 << 21


class Earlier(Protocol):
    """The frontier so far, without the first party: what it dominates, and how it grows."""

    def dominates(self, points: Whole) -> Bools:
        """Which of ``points`` some earlier point is at least as good as for every party but the first."""
        ...

    def add(self, points: Whole) -> None:
        """Take in new frontier points."""
        ...


def undominated_sorted(points: Whole) -> NDArray[np.intp]:
    """Indices of undominated points among distinct ones in descending lexicographic order.

    Cost: three parties O(n log n) plus O(block) words a point; four parties of small range the same; else
    O(n * frontier / 64) machine words a party.
    """
    number = points.shape[1]
    rest = points[1:]
    if number <= _BLOCK:
        return np.flatnonzero(~_dominated_within(rest))
    earlier, block = _earlier_for(rest)
    kept = []
    for start in range(0, number, block):
        alive = np.arange(start, min(start + block, number))
        alive = alive[~earlier.dominates(rest[:, alive])]
        alive = _within_blocks(rest, alive)
        earlier.add(rest[:, alive])
        kept.append(alive)
    return np.concatenate(kept)


def _earlier_for(rest: Whole) -> tuple[Earlier, int]:
    if len(rest) == 2:
        return Staircase(), _BLOCK // 4
    spans = rest.max(axis=1) - rest.min(axis=1) + 1
    cells = float(np.prod(np.sort(spans)[:-1].astype(np.float64)))
    if len(rest) == 3 and cells <= _TABLE_CELLS:
        return BestTable(rest), max(_BLOCK, int(cells / 128))
    return BitBlocks(), 2 * _BLOCK


def _within_blocks(rest: Whole, alive: NDArray[np.intp]) -> NDArray[np.intp]:
    """Survivors inside one block, which is cut up again where it is large."""
    if len(alive) <= _BLOCK:
        return alive[~_dominated_within(rest[:, alive])]
    earlier = BitBlocks()
    kept = []
    for start in range(0, len(alive), _BLOCK):
        part = alive[start : start + _BLOCK]
        part = part[~earlier.dominates(rest[:, part])]
        part = part[~_dominated_within(rest[:, part])]
        earlier.add(rest[:, part])
        kept.append(part)
    return np.concatenate(kept)


def _dominated_within(points: Whole) -> Bools:
    """Which points an earlier one is at least as good as for every party given.

    One bit a pair: row i of a party's matrix marks the points at least as good as i; the rows of all parties and the
    mark 'earlier' are combined with AND.
    """
    number = points.shape[1]
    if number <= 1:
        return np.zeros(number, dtype=np.bool_)
    found = _earlier_bits(number)
    for values in points:
        found &= _at_least_bits(values)
    dominated: Bools = np.asarray(found.any(axis=1))
    return dominated


def _bits(marks: Bools) -> Words:
    """Rows of booleans as rows of 64-bit words; row length must be a multiple of 64."""
    return np.packbits(marks, axis=1).view(np.uint64)


def _earlier_bits(number: int) -> Words:
    """Row i marks the points before i, for a block of any size."""
    return _ALL_EARLIER[:number, : -(-number // 64)].copy()


def _at_least_bits(values: Whole) -> Words:
    width = -(-len(values) // 64) * 64
    marks = np.zeros((len(values), width), dtype=np.bool_)
    np.greater_equal(values[None, :], values[:, None], out=marks[:, : len(values)])
    return _bits(marks)


_ALL_EARLIER = _bits(np.arange(_BLOCK)[None, :] < np.arange(_BLOCK)[:, None])


class Staircase:
    """Two parties left: the points no other beats, the first party rising and the second falling."""

    def __init__(self) -> None:
        self._first = np.empty(0, dtype=np.int64)
        self._second = np.empty(0, dtype=np.int64)

    def dominates(self, points: Whole) -> Bools:
        """See Earlier. Binary search for the first step at least as good for the first party."""
        step = np.searchsorted(self._first, points[0])
        inside = step < len(self._first)
        result = np.zeros(points.shape[1], dtype=np.bool_)
        result[inside] = self._second[step[inside]] >= points[1, inside]
        return result

    def add(self, points: Whole) -> None:
        """See Earlier."""
        first = np.concatenate((self._first, points[0]))
        second = np.concatenate((self._second, points[1]))
        order = np.lexsort((second, first))[::-1]
        second = second[order]
        best = np.maximum.accumulate(second)
        record = np.append(True, second[1:] > best[:-1])
        self._first = first[order][record][::-1].copy()
        self._second = second[record][::-1].copy()


class BestTable:
    """Three parties left, two of small range: for every cell of those two the best value of the third so far."""

    def __init__(self, points: Whole) -> None:
        self._lows = points.min(axis=1)
        spans = points.max(axis=1) - self._lows + 1
        self._value = int(np.argmax(spans))
        self._axes = [party for party in range(3) if party != self._value]
        rows, self._columns = (int(spans[axis]) for axis in self._axes)
        self._table = np.full((rows, self._columns), -1, dtype=np.int64)

    def _cells(self, points: Whole) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        shifted = points - self._lows[:, None]
        return shifted[self._axes[0]] * self._columns + shifted[self._axes[1]], shifted[self._value]

    def dominates(self, points: Whole) -> Bools:
        """See Earlier. One look-up a point."""
        cells, values = self._cells(points)
        found: Bools = self._table.ravel()[cells] >= values
        return found

    def add(self, points: Whole) -> None:
        """See Earlier. Running maxima over the whole table."""
        cells, values = self._cells(points)
        np.maximum.at(self._table.reshape(-1), cells, values)
        backwards = self._table[::-1, ::-1]
        np.maximum.accumulate(backwards, axis=0, out=backwards)
        np.maximum.accumulate(backwards, axis=1, out=backwards)


class BitBlocks:
    """Any number of parties: blocks of up to 1,024 points, each with one bit row a party and rank."""

    def __init__(self) -> None:
        self._blocks: list[tuple[Whole, list[Words]]] = []
        self._pending = np.empty((0, 0), dtype=np.int64)

    def dominates(self, points: Whole) -> Bools:
        """See Earlier. For every block: rank the points in it, and combine the rows of their ranks with AND."""
        result = np.zeros(points.shape[1], dtype=np.bool_)
        alive = np.arange(points.shape[1])
        for values, rows in self._blocks:
            asked = points[:, alive]
            found = rows[0][np.searchsorted(values[0], asked[0])]
            for party in range(1, len(values)):
                found &= rows[party][np.searchsorted(values[party], asked[party])]
            beaten = found.any(axis=1)
            result[alive[beaten]] = True
            alive = alive[~beaten]
        return result

    def add(self, points: Whole) -> None:
        """See Earlier. The last block is filled up before another one starts."""
        if self._pending.size:
            points = np.concatenate((self._pending, points), axis=1)
            self._blocks.pop()
        for start in range(0, points.shape[1], _BLOCK):
            self._blocks.append(_block_rows(points[:, start : start + _BLOCK]))
        left = points.shape[1] % _BLOCK
        self._pending = points[:, points.shape[1] - left :] if left else np.empty((0, 0), dtype=np.int64)


def _block_rows(points: Whole) -> tuple[Whole, list[Words]]:
    """(sorted values a party, rows a party): row r marks the points of rank r or above."""
    number = points.shape[1]
    width = -(-number // 64) * 64
    rows = []
    for values in points:
        rank = np.empty(number, dtype=np.intp)
        rank[np.argsort(values, kind="stable")] = np.arange(number)
        marks = np.zeros((number + 1, width), dtype=np.bool_)
        np.greater_equal(rank[None, :], np.arange(number + 1)[:, None], out=marks[:, :number])
        rows.append(_bits(marks))
    return np.sort(points, axis=1), rows
