"""Draws in which every party accepts whatever it does not refuse, counted together.

In such a draw the packages agreed to are left rows times right rows. Draws that refuse the same are one pattern; with
U patterns of the left half and G of the right, and C how many draws have each pair of them, the counts of the space are
rows^T C columns. Cost: G multiplications a package, and few patterns ever occur.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.settlements.uncertain.geometry import Geometry
    from zopa.settlements.uncertain.halves import Half, Halves


def count_products(
    halves: Halves, geometry: Geometry, alive: NDArray[np.bool_], wide: NDArray[np.bool_]
) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """(counts (L, R), which of the draws have a package).

    ``alive`` (N, O): options nobody refuses; ``wide`` (N, C): which refusals over several options bind, of which none
    crosses the halves.
    """
    left, left_of = _patterns(halves.left, alive, wide, geometry.left_refused)
    right, right_of = _patterns(halves.right, alive, wide, geometry.right_refused)
    together = np.zeros((len(left), len(right)), dtype=np.float32)
    np.add.at(together, (left_of, right_of), 1.0)
    rows = left.astype(np.float32).T @ together
    counts = (rows @ right.astype(np.float32)).astype(np.uint32)
    exists = _exists(halves, left, right)
    return counts, np.asarray(exists[left_of, right_of])


def _exists(halves: Halves, left: NDArray[np.bool_], right: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether a pair of patterns leaves some package that the rules allow, (U, G)."""
    if halves.forbidden is None:
        return np.logical_and.outer(left.any(axis=1), right.any(axis=1))
    allowed = (~halves.forbidden).astype(np.float32)
    return np.asarray((left.astype(np.float32) @ allowed @ right.astype(np.float32).T) > 0.5)


def _patterns(
    half: Half, alive: NDArray[np.bool_], wide: NDArray[np.bool_],
    refused: Sequence[tuple[int, int, NDArray[np.bool_]]],
) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:  # fmt: skip
    """The distinct sets of rows that are left, (patterns, rows), and which of them each draw has."""
    options = [at for j in half.issues for at in range(half.layout.starts[j], half.layout.starts[j + 1])]
    names = np.concatenate([alive[:, options], wide[:, [c for c, _, _ in refused]]], axis=1)
    packed = np.packbits(np.concatenate([names, np.ones((len(names), 1), dtype=bool)], axis=1), axis=1)
    _, first, of = np.unique(packed, axis=0, return_index=True, return_inverse=True)
    rows = half.fits(alive[first])
    for c, _, mask in refused:
        rows[np.ix_(np.flatnonzero(wide[first, c]), np.flatnonzero(mask))] = False
    return rows, np.asarray(of).ravel()


def simple_draws(part: Any, threshold: Any, least: Any, slices: Sequence[slice]) -> NDArray[np.bool_]:
    """In which draws every party accepts whatever is not refused, (N,): its worst options together are enough.

    ``part`` (N, P, O) with refused options above anything; ``least`` (P,) is the least that interaction terms add.
    """
    worst = sum((part[:, :, where].min(axis=2) for where in slices), start=np.zeros_like(threshold)) + least
    return np.asarray((worst >= threshold).all(axis=1))
