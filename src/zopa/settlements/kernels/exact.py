"""Exact frontiers in C: the sum of issues that nothing ties together, and the solution points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.kernels.library import address, function

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MOST_SUMS = 1 << 16
"""No more sums are carried from issue to issue; beyond, numpy's blocks are as fast."""
MOST_STEPS = 1 << 13
"""A staircase of more steps is left to numpy, which need not move them."""
FIRST_GUESS = 1 << 12


def sum_issues(
    values: NDArray[np.int64], sizes: Sequence[int], limit: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.intp]] | None:
    """(points (P, n), counts (n,), option indices (n, issues)) of the frontier of a sum of issues.

    ``values`` (P, options of all issues), whole numbers. None without the library, for other than two or three parties,
    where more than ``limit`` points would have to be kept, or where 64 bits might not hold a count.
    """
    run = function("zopa_sum_issues", "nnnppnnnppp")
    parties, width = values.shape
    if run is None or parties not in (2, 3):
        return None
    values = np.ascontiguousarray(values)
    many = np.array(sizes, dtype=np.int64)
    room = FIRST_GUESS
    while True:
        points, counts = np.empty(parties * room, np.int64), np.empty(room, np.int64)
        chosen = np.empty(room * len(sizes), np.int64)
        found = run(parties, len(sizes), width, address(many), address(values), min(limit, MOST_SUMS), MOST_STEPS,
                    room, address(points), address(counts), address(chosen))  # fmt: skip
        if found < 0:
            return None
        if found <= room:
            return (
                points[: parties * found].reshape(parties, found),
                counts[:found],
                chosen[: found * len(sizes)].reshape(found, len(sizes)),
            )
        room = found


def solutions(
    gains: NDArray[np.float64], utilities: NDArray[np.float64], ideal: NDArray[np.float64], order: Sequence[int]
) -> tuple[NDArray[np.bool_], list[int]] | None:
    """(marks (4, n), place shown (4)) of Nash, Kalai-Smorodinsky, egalitarian and utilitarian among n points.

    ``gains`` and ``utilities`` (n, P), ``ideal`` (P,); ``order`` are the parties as ties are broken. None without the
    library.
    """
    run = function("zopa_solutions", "nnpppppp")
    if run is None:
        return None
    number, parties = gains.shape
    marks, shown = np.empty((4, number), dtype=np.bool_), np.empty(4, dtype=np.int64)
    gains, utilities, ideal = (np.ascontiguousarray(array) for array in (gains, utilities, ideal))
    ranked = np.array(order, dtype=np.int64)
    if run(number, parties, address(gains), address(utilities), address(ideal), address(ranked), address(marks),
           address(shown)) < 0:  # fmt: skip
        raise MemoryError
    return marks, shown.tolist()
