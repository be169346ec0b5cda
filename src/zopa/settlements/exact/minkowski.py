"""The exact frontier of a sum of issues: partial sums issue by issue, dominated ones dropped after each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.exact.pareto import pairwise, prune
from zopa.settlements.exact.thinning import thin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.settlements.exact.elimination import Move, Step
    from zopa.settlements.exact.pareto import Counts, Whole

Index = NDArray[np.intp]
Real = NDArray[np.float64]

_COUNT_LIMIT = 2**62
_MANY_OPTIONS = 64


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
    """A frontier in whole numbers: ``points`` (parties, n), how many packages share each, and one such package.

    ``chosen`` (n, issues) are option indices. ``slack`` is, for each party, by how much a package left out may be
    better than the points (0: none is).
    """

    points: Whole
    counts: Counts
    chosen: Index
    slack: Whole


@dataclass(frozen=True, slots=True)
class Cuts:
    """What a whole package must reach to be of interest: ``weights @ utility >= floors``, in whole numbers.

    ``weights`` has shape (cuts, parties). A partial sum that cannot reach a floor even with the best that each later
    issue offers is dropped.
    """

    weights: Real
    floors: Real


def sum_issues(
    values: Sequence[Whole],
    adds: Sequence[tuple[int, int]],
    steps: Sequence[Step],
    limit: int,
    cuts: Cuts | None = None,
) -> Front:
    """The frontier of all packages that the steps allow, or of those among them that pass the ``cuts``.

    ``values[j]`` holds what the options of issue j add for each party, ``adds[k]`` the (party, amount) of interaction
    k. At most about ``limit`` points are kept after an issue; see ``thinning.py`` for what is then lost.

    1. Start from one empty package.
    2. For each step add every option that its class leaves undominated to every partial sum it may follow.
    3. Prune the sums of each open combination; remember where each survivor came from.
    4. Follow the survivors back to their packages.
    """
    parties = len(values[0])
    offered = offers_of(steps, values, adds)
    bounds = None if cuts is None else _still_to_come(offered, cuts)
    points: Whole = np.zeros((parties, 1), np.int64)
    counts: Counts = np.ones(1, np.int64)
    starts: tuple[int, ...] = (0, 1)
    slack = np.zeros(parties, np.int64)
    layers = []
    for now, (step, offers) in enumerate(zip(steps, offered, strict=True)):
        found = [
            _merge(points, counts, starts, list(together))
            for _, together in groupby(offers, key=lambda offer: offer[0].after)
        ]
        if cuts is not None and bounds is not None:
            found = [_cut(each, cuts, bounds[now]) for each in found]
        loss = np.zeros(parties, np.int64)
        for state, each in enumerate(found):
            if each[0].shape[1] > limit:
                kept, lost = thin(each[0], limit)
                found[state] = _only(each, kept)
                loss = np.maximum(loss, lost)
        slack = slack + loss
        layer = _layer(step.issue, found, parties)
        points, counts, starts = layer.points, layer.counts, layer.starts
        layers.append(layer)
    return Front(points, counts, _back(layers), slack)


def _back(layers: Sequence[Layer]) -> Index:
    """One package for each point of the last layer, as option indices (n, issues). Cost: O(n * issues)."""
    place = np.arange(layers[-1].points.shape[1])
    chosen = np.empty((len(place), len(layers)), dtype=np.intp)
    for layer in reversed(layers):
        chosen[:, layer.issue] = layer.option[place]
        place = layer.previous[place]
    return chosen


Offer = tuple["Move", "Whole", "Counts", Index]
"""A move, what its undominated options add, how many options share each, and which they are."""
_Pruned = tuple["Whole", "Counts", Index]
_Found = tuple["Whole", "Counts", Index, Index]


def _still_to_come(offered: Sequence[Sequence[Offer]], cuts: Cuts) -> list[Real]:
    """For each step the most that all later steps can still add to each cut."""
    most = [_best_of(offers, cuts.weights) for offers in offered]
    return [
        np.sum(most[now + 1 :], axis=0) if most[now + 1 :] else np.zeros(len(cuts.floors)) for now in range(len(most))
    ]


def _best_of(offers: Sequence[Offer], weights: Real) -> Real:
    """The most any offer of a step adds to each row of ``weights``."""
    best: Real = np.max([(weights @ shift).max(axis=1) for _, shift, _, _ in offers], axis=0)
    return best


def _cut(found: _Found, cuts: Cuts, to_come: Real) -> _Found:
    reach = cuts.weights @ found[0] + to_come[:, None]
    return _only(found, np.flatnonzero((reach >= cuts.floors[:, None]).all(axis=0)))


def _only(found: _Found, kept: Index) -> _Found:
    sums, counts, previous, option = found
    return sums[:, kept], counts[kept], previous[kept], option[kept]


def offers_of(steps: Sequence[Step], values: Sequence[Whole], adds: Sequence[tuple[int, int]]) -> list[list[Offer]]:
    """For each move of each step the undominated options of its class, with the interactions that apply added."""
    wanted = dict.fromkeys((step.issue, move.options) for step in steps for move in step.moves)
    pruned = _undominated_options(list(wanted), values)
    offered = []
    for step in steps:
        offers = []
        for move in step.moves:
            shift, counted, options = pruned[step.issue, move.options]
            if move.terms:
                extra = np.zeros((len(shift), 1), np.int64)
                for term in move.terms:
                    extra[adds[term][0]] += adds[term][1]
                shift = shift + extra
            offers.append((move, shift, counted, options))
        offered.append(offers)
    return offered


_Class = tuple[int, tuple[int, ...]]


def _undominated_options(classes: Sequence[_Class], values: Sequence[Whole]) -> dict[_Class, _Pruned]:
    """What the undominated options of each class (issue, options) add, how many share it, and which they are."""
    found: dict[_Class, _Pruned] = {}
    by_size: dict[int, list[_Class]] = {}
    for each in classes:
        by_size.setdefault(len(each[1]), []).append(each)
    for size, alike in by_size.items():
        rows = [
            values[issue][:, options] if size < values[issue].shape[1] else values[issue] for issue, options in alike
        ]
        if size > _MANY_OPTIONS:
            for each, row in zip(alike, rows, strict=True):
                index, counted = prune(row, np.ones(size, np.int64))
                found[each] = row[:, index], counted, np.array(each[1])[index]
            continue
        alive, equal = pairwise(np.array(rows))
        alive &= equal.argmax(axis=2) == np.arange(size)
        shared = equal.sum(axis=2)
        for each, row, kept, counts in zip(alike, rows, alive, shared, strict=True):
            index = kept.nonzero()[0]
            found[each] = row[:, index], counts[index], np.array(each[1])[index]
    return found


def _merge(points: Whole, counts: Counts, starts: Sequence[int], offers: Sequence[Offer]) -> _Found:
    """All sums that lead to one open combination, pruned."""
    if len(offers) > 1:
        return _merge_several(points, counts, starts, offers)
    move, shift, tied, options = offers[0]
    first, last = starts[move.before], starts[move.before + 1]
    sums = (shift[:, :, None] + points[:, None, first:last]).reshape(len(points), -1)
    index, total = prune(sums, _safe(_times(tied, counts[first:last])))
    which, place = np.divmod(index, max(1, last - first))
    return sums[:, index], total, first + place, options[which]


def _merge_several(points: Whole, counts: Counts, starts: Sequence[int], offers: Sequence[Offer]) -> _Found:
    sums, counted, previous, option = [], [], [], []
    for move, shift, tied, options in offers:
        first, last = starts[move.before], starts[move.before + 1]
        sums.append((shift[:, :, None] + points[:, None, first:last]).reshape(len(points), -1))
        counted.append(_times(tied, counts[first:last]))
        previous.append(np.tile(np.arange(first, last), len(options)))
        option.append(np.repeat(options, last - first))
    everything = np.concatenate(sums, axis=1)
    index, total = prune(everything, _safe(np.concatenate(counted)))
    return everything[:, index], total, np.concatenate(previous)[index], np.concatenate(option)[index]


def _times(left: Counts, right: Counts) -> Counts:
    """Every product of two counts, in one row; in Python's unbounded integers where 64 bits might not do."""
    if not len(right):
        return right
    if left.dtype != object and right.dtype != object and float(left.max()) * float(right.max()) < _COUNT_LIMIT:
        return (left[:, None] * right[None, :]).ravel()
    product: Counts = (left.astype(object)[:, None] * right.astype(object)[None, :]).ravel()
    return product


def _safe(counts: Counts) -> Counts:
    """Counts whose sum cannot overflow."""
    if counts.dtype == object or not len(counts) or float(counts.max()) * len(counts) < _COUNT_LIMIT:
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
