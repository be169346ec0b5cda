"""The count of a space, in C: which left rows are reached, and adding up what all parties accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.kernels.library import address, function

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Rows = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int32]]

MOST_PARTIES = 8
FIRST_GUESS = 1 << 17
NOTE = "nnnpppnppppp"


def usable(parties: int, dtype: np.dtype[np.generic]) -> bool:
    """Whether there is a library, and it takes so many parties and such numbers."""
    return function("zopa_note", NOTE) is not None and parties <= MOST_PARTIES and dtype == np.int32


def reach(
    values: Sequence[NDArray[np.int32]], needed: NDArray[np.int32], place: NDArray[np.int64] | None = None
) -> Rows:
    """The rows each draw can reach: draw (M,) ascending, row (M,), and each party's sum (P, M).

    ``values`` are for each issue what its options bring, (N, P, size); ``needed`` (issues, N, P) is what the sum up to
    and with that issue must be; ``place`` is the row of each combination of options, -1 where rules forbid it, None
    where rows are counted as combinations are. Only where ``usable`` says so.
    """
    run = function("zopa_reach", "nnnppppnppp")
    assert run is not None
    issues, draws, parties = needed.shape
    sizes = np.array([table.shape[2] for table in values], dtype=np.int64)
    tables = [np.ascontiguousarray(table) for table in values]
    places = np.array([address(table) for table in tables], dtype=np.uint64)
    needed = np.ascontiguousarray(needed)
    known = 0 if place is None else address(place)
    room = FIRST_GUESS
    while True:
        draw, row = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
        total = np.empty((parties, room), dtype=np.int32)
        found = run(draws, parties, issues, address(sizes), address(places), address(needed), known, room,
                    address(draw), address(row), address(total))  # fmt: skip
        if found <= room:
            return draw[:found], row[:found], total[:, :found]
        room = found


def note(
    right: NDArray[np.int32], least: NDArray[np.int32], total: NDArray[np.int32], spans: NDArray[np.int64],
    row: NDArray[np.int64], allowed: NDArray[np.bool_] | None, burst: NDArray[np.uint8],
) -> NDArray[np.bool_]:  # fmt: skip
    """Add one to the ``burst`` (L, R) of every package that all accept in a draw; in which draws some is allowed, (N,).

    ``right`` (N, P, R) are utilities of right rows, ``total`` (P, M) those of left row ``row`` (M,), ``least`` (N, P)
    what both together must be; the rows of draw n are those from ``spans[n, 0]`` to ``spans[n, 1]``. At most 255 draws
    fit into one burst. Only where ``usable`` says so.
    """
    run = function("zopa_note", NOTE)
    assert run is not None
    draws, parties, columns = right.shape
    some = np.zeros(draws, dtype=np.bool_)
    right, least = np.ascontiguousarray(right), np.ascontiguousarray(least)
    if total.strides[1] != total.itemsize:
        total = np.ascontiguousarray(total)
    row = np.ascontiguousarray(row)
    spans = np.ascontiguousarray(spans, dtype=np.int64)
    free = 0 if allowed is None else address(allowed)
    if run(draws, parties, columns, address(right), address(least), address(total), total.strides[0] // total.itemsize,
           address(spans), address(row), free, address(burst), address(some)) < 0:  # fmt: skip
        raise MemoryError
    return some
