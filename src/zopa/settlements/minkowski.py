"""The exact frontier of a sum of issues: partial sums issue by issue, dominated ones dropped after each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.pareto import prune
from zopa.settlements.thinning import thin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.settlements.elimination import Move, Step
    from zopa.settlements.pareto import Counts, Whole

Index = NDArray[np.intp]

_COUNT_LIMIT = 2**62


@dataclass(frozen=True, slots=True)
class Layer:
    """The pruned partial sums after one issue, the fronts of all open combinations one after the other.

    ``previous`` and ``option`` lead back: which partial sum of the layer before, and which option was added.
    """

    issue: int
    points: Whole
    counts: Counts
    starts: tuple[int, ...]
    previous: Index
    option: Index


@dataclass(frozen=True, slots=True)
class Front:
    """A frontier in whole numbers: ``points`` (parties, n), how many packages share each, and the way back to them.

    ``slack`` is, for each party, by how much a package left out may be better than the points (0: none is).
    """

    points: Whole
    counts: Counts
    layers: tuple[Layer, ...]
    slack: Whole

    def options(self) -> NDArray[np.intp]:
        """One package for each point, as option indices of shape (n, issues). Cost: O(n * issues)."""
        number = self.points.shape[1]
        chosen = np.empty((number, len(self.layers)), dtype=np.intp)
        place = np.arange(number)
        for layer in reversed(self.layers):
            chosen[:, layer.issue] = layer.option[place]
            place = layer.previous[place]
        return chosen


def sum_issues(values: Sequence[Whole], adds: Sequence[tuple[int, int]], steps: Sequence[Step], limit: int) -> Front:
    """The frontier of all packages that the steps allow.

    ``values[j]`` holds what the options of issue j add for each party, ``adds[k]`` the (party, amount) of interaction
    k. At most about ``limit`` points are kept after an issue; see ``thinning.py`` for what is then lost.

    1. Start from one empty package.
    2. For each step add every option that its class leaves undominated to every partial sum it may follow.
    3. Prune the sums of each open combination; remember where each survivor came from.
    """
    parties = len(values[0])
    points: Whole = np.zeros((parties, 1), np.int64)
    counts: Counts = np.ones(1, np.int64)
    starts: tuple[int, ...] = (0, 1)
    slack = np.zeros(parties, np.int64)
    layers = []
    for step in steps:
        offers = _offers(step, values[step.issue], adds, parties)
        found = [
            _merge(points, counts, starts, list(together))
            for _, together in groupby(offers, key=lambda offer: offer[0].after)
        ]
        lost = np.zeros(parties, np.int64)
        for state, (sums, counted, previous, option) in enumerate(found):
            if sums.shape[1] > limit:
                kept, loss = thin(sums, limit)
                lost = np.maximum(lost, loss)
                found[state] = (sums[:, kept], counted[kept], previous[kept], option[kept])
        slack = slack + lost
        layer = _layer(step.issue, found, parties)
        points, counts, starts = layer.points, layer.counts, layer.starts
        layers.append(layer)
    return Front(points, counts, tuple(layers), slack)


_Offer = tuple["Move", "Whole", "Counts", Index]
_Found = tuple["Whole", "Counts", Index, Index]


def _offers(step: Step, values: Whole, adds: Sequence[tuple[int, int]], parties: int) -> list[_Offer]:
    """For each move the undominated options of its class: what they add, how many share it, which they are."""
    pruned: dict[tuple[int, ...], tuple[Whole, Counts, Index]] = {}
    offers = []
    for move in step.moves:
        if move.options not in pruned:
            chosen = np.array(move.options, dtype=np.intp)
            index, counted = prune(values[:, chosen], np.ones(len(chosen), np.int64))
            pruned[move.options] = values[:, chosen[index]], counted, chosen[index]
        shift, counted, options = pruned[move.options]
        if move.terms:
            extra = np.zeros((parties, 1), np.int64)
            for term in move.terms:
                extra[adds[term][0]] += adds[term][1]
            shift = shift + extra
        offers.append((move, shift, counted, options))
    return offers


def _merge(points: Whole, counts: Counts, starts: Sequence[int], offers: Sequence[_Offer]) -> _Found:
    """All sums that lead to one open combination, pruned."""
    sums, counted, previous, option = [], [], [], []
    for move, shift, tied, options in offers:
        first, last = starts[move.before], starts[move.before + 1]
        number = last - first
        sums.append((shift[:, :, None] + points[:, None, first:last]).reshape(len(points), -1))
        counted.append(_times(tied, counts[first:last]))
        previous.append((np.arange(first, last), len(options)))
        option.append((options, number))
    all_sums = sums[0] if len(sums) == 1 else np.concatenate(sums, axis=1)
    all_counts = counted[0] if len(counted) == 1 else np.concatenate(counted)
    index, total = prune(all_sums, _safe(all_counts))
    before = np.concatenate([np.tile(places, times) for places, times in previous])
    added = np.concatenate([np.repeat(options, times) for options, times in option])
    return all_sums[:, index], total, before[index], added[index]


def _times(left: Counts, right: Counts) -> Counts:
    """Every product of two counts, in one row; in Python's unbounded integers where 64 bits might not do."""
    if left.dtype != object and right.dtype != object and float(left.max()) * float(right.max()) < _COUNT_LIMIT:
        return (left[:, None] * right[None, :]).ravel()
    product: Counts = (left.astype(object)[:, None] * right.astype(object)[None, :]).ravel()
    return product


def _safe(counts: Counts) -> Counts:
    """Counts whose sum cannot overflow."""
    if counts.dtype == object or float(counts.max()) * len(counts) < _COUNT_LIMIT:
        return counts
    return counts.astype(object)


def _layer(issue: int, found: Sequence[_Found], parties: int) -> Layer:
    if not found:
        empty = np.empty(0, np.intp)
        return Layer(issue, np.empty((parties, 0), np.int64), np.empty(0, np.int64), (0, 0), empty, empty)
    ends = np.cumsum([sums.shape[1] for sums, _, _, _ in found]).tolist()
    if len(found) == 1:
        sums, counts, previous, option = found[0]
        return Layer(issue, sums, counts, (0, ends[0]), previous, option)
    points, counts, previous, option = (np.concatenate([each[k] for each in found], axis=-1) for k in range(4))
    return Layer(issue, points, counts, (0, *ends), previous, option)
