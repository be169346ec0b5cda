"""What the packages of one draw violate that both halves of the space decide, in C."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.kernels.library import address, function

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Rectangles = tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.int64]]
    Groups = tuple[NDArray[np.int64], NDArray[np.int64], tuple[int, int]]

MOST_BITS = 6


def usable(bits: int, dtype: np.dtype[np.generic]) -> bool:
    """Whether there is a library, and it takes so many bits and such numbers."""
    return _violated() is not None and bits <= MOST_BITS and dtype == np.int32


def combinations_of(
    need: NDArray[np.int32], right: NDArray[np.int32], refused: Rectangles, allowed: NDArray[np.bool_] | None,
    rows: NDArray[np.int64], groups: Groups,
) -> NDArray[np.uint64]:  # fmt: skip
    """Which combinations of bits occur among the packages of each left and right group, (left groups, right groups).

    Bit b of a number stands for the combination b. Bit i of a combination is set where ``right`` (P, R) is less than
    ``need`` (P, L); bits from P on where a package lies in one of the rectangles ``refused``: (K, L), (K, R) and the
    bit of each (K,). ``allowed`` (L, R) are the packages that count, None for all. ``rows`` are the left rows looked
    at; ``groups`` say which each left row and each right row is of, (L,) and (R,), and how many there are. Only where
    ``usable`` says so.
    """
    run = _violated()
    assert run is not None
    left_of, right_of, shape = groups
    seen = np.zeros(shape, dtype=np.uint64)
    rows = rows[np.argsort(left_of[rows], kind="stable")].astype(np.int64)
    need, right = np.ascontiguousarray(need), np.ascontiguousarray(right)
    inside, beside, place = (np.ascontiguousarray(one) for one in refused)
    left_of, right_of = left_of.astype(np.int64), right_of.astype(np.int64)
    free = 0 if allowed is None else address(allowed)
    if run(len(need), need.shape[1], right.shape[1], address(need), address(right), len(place), address(inside),
           address(beside), address(place), free, len(rows), address(rows), address(left_of), address(right_of),
           shape[1], address(seen)) < 0:  # fmt: skip
        raise MemoryError
    return seen


def _violated() -> Callable[..., int] | None:
    return function("zopa_violated", "nnnppnpppp" + "npppnp")
