"""Solution points: which undominated package a theory of bargaining would pick.

All of them look only at packages every signatory accepts, and say something different about fairness: none is *the*
answer. Where several agree, that is the message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.kernels import exact as kernel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Real = NDArray[np.float64]
Bools = NDArray[np.bool_]

EQUAL = 1e-11
"""Scores that differ by less than this, relative to the largest, are ties."""


def nash(gains: Real, ideal: Real) -> Bools:
    """Where the product of gains is largest (Nash 1950): a mark for each of the points, of shape (points, parties).

    Where no point gives every party a gain, the points with the most gainers are compared by the product over those
    who gain, each gain as a share of the party's best (``ideal``), so that units still do not matter. Shares are at
    least 1e-9: products of fewer than 35 cannot become too small to compare.
    """
    whole = np.where(ideal > 0, ideal, 1.0)
    gaining = gains > 1e-9 * whole
    gainers = gaining.sum(axis=1)
    products = np.ones(len(gains))
    for column in np.where(gaining, gains / whole, 1.0).T:
        products *= column
    candidates = gainers == gainers.max()
    best: Bools = candidates & (products >= products[candidates].max() * (1.0 - EQUAL))
    return best


def kalai_smorodinsky(gains: Real, ideal: Real) -> Bools:
    """Where the smallest share of one's best possible gain is largest (Kalai and Smorodinsky 1975), leximin on ties.

    The best possible gain of a party (``ideal``) is its largest over packages that all accept; a party that cannot gain
    at all counts as content.
    """
    possible = ideal > 1e-12
    shares = np.where(possible, gains / np.where(possible, ideal, 1.0), 1.0)
    return leximin(shares)


def egalitarian(gains: Real) -> Bools:
    """Where the smallest gain is largest, then the second smallest, and so on (leximin; Sen 1970)."""
    return leximin(gains)


def utilitarian(utilities: Real) -> Bools:
    """Where the sum of utilities is largest. Means little unless the parties' units can be compared."""
    sums = utilities[:, 0].copy()
    for column in utilities.T[1:]:
        sums += column
    return np.asarray(sums >= sums.max() - EQUAL * max(1.0, float(np.abs(sums).max())))


def fairest(tied: NDArray[np.intp], gains: Real, ideal: Real, names: Sequence[str]) -> int:
    """Which of several tied points to show: by Kalai-Smorodinsky, then by the parties' names - never by their order."""
    if len(tied) == 1:
        return int(tied[0])
    best = tied[kalai_smorodinsky(gains[tied], ideal)]
    order = sorted(range(len(names)), key=lambda k: names[k])
    return int(max(best.tolist(), key=lambda point: tuple(gains[point, order].tolist())))


def leximin(scores: Real) -> Bools:
    """Points whose scores, sorted from the worst, come first in lexicographic comparison. Cost: O(points * parties)."""
    ranked = np.sort(scores, axis=1)
    best = np.ones(len(scores), dtype=np.bool_)
    for column in ranked.T:
        top = column[best].max()
        best &= column >= top - EQUAL * max(1.0, abs(float(top)))
    return best


SOLUTIONS: dict[str, Callable[[Real, Real, Real], Bools]] = {
    "nash": lambda gains, ideal, _: nash(gains, ideal),
    "kalai_smorodinsky": lambda gains, ideal, _: kalai_smorodinsky(gains, ideal),
    "egalitarian": lambda gains, _, __: egalitarian(gains),
    "utilitarian": lambda _, __, utilities: utilitarian(utilities),
}
"""Each solution by name, from gains over reservation values (points, parties), best gains (parties), and utilities."""


def solve(gains: Real, utilities: Real, ideal: Real, names: Sequence[str]) -> tuple[Bools, list[int]]:
    """(marks (solutions, points), the point to show for each), in the order of ``SOLUTIONS``; ties all marked.

    ``gains`` and ``utilities`` are (points, parties) with at least one point, ``names`` those of the parties.
    """
    order = sorted(range(len(names)), key=lambda k: names[k])
    found = kernel.solutions(gains, utilities, ideal, order)
    if found is not None:
        return found
    marks = np.stack([mark(gains, ideal, utilities) for mark in SOLUTIONS.values()])
    return marks, [fairest(np.flatnonzero(row), gains, ideal, names) for row in marks]
