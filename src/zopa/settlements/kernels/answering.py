"""What parties say to some packages in every draw, in C."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.kernels.library import address, function

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

_ASKED = "nnnnnnn" + "pn" + "pnnn" + "pn" + "ppppp"


@dataclass(frozen=True)
class Asked:
    """Packages before parties: ``part`` (N, P, O) and ``threshold`` (N, P) whole numbers of 32 bits, ``refused``
    (N, P, O).

    ``who`` (S,) are the parties asked, ``chosen`` (M, issues) places on the axis of all options. Refusals over several
    options: ``wide`` (N, W) says which bind, ``owner`` (W,) whose each is by its place in ``who``, ``hit`` (W, M) which
    packages it refuses.
    """

    part: NDArray[np.int32]
    threshold: NDArray[np.int32]
    refused: NDArray[np.bool_]
    wide: NDArray[np.bool_]
    who: NDArray[np.int64]
    chosen: NDArray[np.int64]
    owner: NDArray[np.int64]
    hit: NDArray[np.bool_]


def usable(dtype: np.dtype[np.generic]) -> bool:
    """Whether there is a library, and it takes such numbers."""
    return _answers() is not None and dtype == np.int32


def answers(asked: Asked, *, apart: bool) -> NDArray[np.bool_]:
    """Whether all parties asked accept, (N, M); with ``apart`` whether each does, (N, S, M). Draws lie side by side.

    Only where ``usable`` says so.
    """
    run = _answers()
    assert run is not None
    draws, packages = len(asked.part), len(asked.chosen)
    shape = (packages, len(asked.who), draws) if apart else (packages, draws)
    out = np.empty(shape, dtype=np.bool_)
    numbers, kept = _arguments(asked)
    if run(*numbers, int(apart), address(out)) < 0:
        raise MemoryError
    del kept
    return out.T if not apart else out.transpose(2, 1, 0)


def posture_counts(asked: Asked, hidden: NDArray[np.bool_], lifted: NDArray[np.uint8], steps: int) -> NDArray[np.int64]:
    """In how many draws all accept each package at each of some rising postures, (M, steps).

    What ``asked`` says is refused, posture can lift: party i's refusals no longer bind from posture number
    ``lifted[n, i]`` on, at most 255. What ``hidden`` (N, P, O) refuses, it cannot. Only where ``usable`` says so.
    """
    run = function("zopa_postures", _ASKED + "pnnn" + "pnp")
    assert run is not None
    counts = np.empty((len(asked.chosen), steps), dtype=np.int64)
    numbers, kept = _arguments(asked)
    lifted = np.ascontiguousarray(lifted)
    if run(*numbers, address(hidden), *hidden.strides, address(lifted), steps, address(counts)) < 0:
        raise MemoryError
    del kept
    return counts


def _answers() -> Callable[..., int] | None:
    return function("zopa_answers", _ASKED + "np")


def _arguments(asked: Asked) -> tuple[list[int], list[NDArray[Any]]]:
    """What both functions begin with, and the arrays that must stay alive meanwhile."""
    part, part_step = _rows(asked.part)
    threshold, threshold_step = _rows(asked.threshold)
    others = [np.ascontiguousarray(one) for one in (asked.wide, asked.who, asked.chosen, asked.owner, asked.hit)]
    draws, parties, options = part.shape
    packages, issues = asked.chosen.shape
    sizes = [draws, parties, options, issues, packages, len(asked.who), len(asked.owner)]
    stepped = [address(part), part_step, address(asked.refused), *asked.refused.strides]
    return [*sizes, *stepped, address(threshold), threshold_step, *map(address, others)], [part, threshold, *others]


def _rows(array: NDArray[Any]) -> tuple[NDArray[Any], int]:
    """An array whose rows lie whole in memory, and how many numbers lie from one row to the next."""
    if len(array) and (not array[0].flags.c_contiguous or array.strides[0] % array.itemsize or array.strides[0] < 0):
        array = np.ascontiguousarray(array)
    return array, array.strides[0] // array.itemsize
