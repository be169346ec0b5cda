"""A few packages worth a closer look, and paired comparisons between packages on common random numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.engine import point_levels
from zopa.settlements.uncertain.work import largest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.uncertain.arrays import Quorum
    from zopa.settlements.uncertain.work import Counted, Work

SMALL = 1000


def good_packages(counted: Counted, headline: int, most: int) -> NDArray[np.intp]:
    """Addresses to choose among, the headline first: the packages accepted most often on the choosing draws.

    They are the best over all and with each row of either half of the space; in small spaces, all packages.
    """
    counts = counted.choosing.counts
    if counts.size <= SMALL:
        found = np.arange(counts.size, dtype=np.intp)
    else:
        columns = counts.shape[1]
        rows_best = np.arange(len(counts)) * columns + counts.argmax(axis=1)
        columns_best = counts.argmax(axis=0) * columns + np.arange(columns)
        flat = counts.ravel()
        some = [addresses[largest(flat[addresses], most)] for addresses in (rows_best, columns_best)]
        found = np.concatenate([largest(flat, most), *some])
    return distinct([headline], found)


def distinct(*addresses: NDArray[np.intp] | list[int]) -> NDArray[np.intp]:
    """All addresses once each, in the order in which they first occur."""
    joined = np.concatenate(addresses).astype(np.intp)
    _, first = np.unique(joined, return_index=True)
    return joined[np.sort(first)]


def under(work: Work, quorum: Quorum) -> Work:
    """The same run where others must say yes."""
    return replace(work, engine=replace(work.engine, quorum=quorum))


def screened(work: Work, draws: int, most: int) -> NDArray[np.intp]:
    """The packages accepted most often on the first few choosing draws."""
    levels = point_levels(work.engine, work.draws.some(work.choosing[:draws]), work.assumed)
    return largest(count_accepted(work.engine, levels).counts.ravel(), most)


def paired(after: NDArray[np.bool_], before: NDArray[np.bool_]) -> tuple[float, float]:
    """The mean difference of two answers per draw, and its paired standard error."""
    change = after.astype(np.float64) - before
    se = 0.0 if len(change) < 2 else float(change.std(ddof=1) / len(change) ** 0.5)
    return float(change.mean()), se
