"""Exact solution points where the frontier is too large to be listed.

A thinned frontier gives good packages. Whatever is better than those must pass linear cuts, and partial packages that
cannot pass them any more are dropped while summing, so that few are left to follow:

- every solution: utility of each signatory >= its reservation value;
- utilitarian: the sum of utilities is at least the best known;
- Nash: by the inequality of means, a product at least that of the best known gains g* has sum g_i / g*_i >= n;
- egalitarian: every gain, and every weighted mean of gains, is at least the best known smallest gain; the weights that
  cut most are found by multiplicative updates on the Lagrangian dual. Kalai-Smorodinsky: the same with gains as shares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.exact.minkowski import Cuts
from zopa.settlements.exact.solutions import SOLUTIONS

if TYPE_CHECKING:
    from zopa.settlements.exact.grid import Real
    from zopa.settlements.exact.minkowski import Front
    from zopa.settlements.exact.problem import Problem

_SLIP = 1e-9
"""Cuts are loosened by this, relative to utilities, so that rounding drops no optimum."""
_ROUNDS = 120


def best_gains(problem: Problem, front: Front, limit: int) -> tuple[Real | None, bool]:
    """(each signatory's largest gain over packages all accept, whether that is certain); None where there is no such.

    One search a signatory, for packages all accept that are at least as good for it as the best the frontier has.
    """
    gains = _gains(problem, front)
    exact = True
    found = []
    for k in range(len(problem.names)):
        row = np.eye(len(problem.names))[k]
        least = [] if gains is None else [(row, float(gains[:, k].max()))]
        sharper = problem.front(limit, _cuts(problem, least))
        here = _gains(problem, sharper)
        exact = exact and not sharper.slack.any()
        if here is None:
            return None, exact
        found.append(float(here[:, k].max()))
    return np.array(found), exact


def sharp_front(problem: Problem, front: Front, name: str, ideal: Real, limit: int) -> Front:
    """A frontier that holds every package at least as good, for one solution, as the best of a thinned frontier."""
    gains = _gains(problem, front)
    return problem.front(limit, _cuts(problem, [] if gains is None else _least(problem, name, gains, ideal)))


def _gains(problem: Problem, front: Front) -> Real | None:
    places = problem.accepted(front)
    return problem.utilities(front, places) - problem.floors if len(places) else None


def _least(problem: Problem, name: str, gains: Real, ideal: Real) -> list[tuple[Real, float]]:
    """Cuts as (weights on gains of the signatories, least value)."""
    known = gains[np.flatnonzero(SOLUTIONS[name](gains, ideal, gains + problem.floors))[0]]
    everyone = np.ones(len(known))
    if name == "utilitarian":
        return [(everyone, float(known.sum()))]
    if name == "nash":
        return [(1 / known, float(len(known)))] if (known > 1e-9 * ideal).all() else []
    scale = np.where(ideal > 1e-12, ideal, np.inf) if name == "kalai_smorodinsky" else everyone
    counted = np.isfinite(scale)
    if not counted.any():
        return []
    worst = float((known / scale)[counted].min())
    rows = list(np.eye(len(known))[counted] / scale)
    return [(row, worst) for row in (*rows, _dual(problem, scale), counted / counted.sum() / scale)]


def _dual(problem: Problem, scale: Real) -> Real:
    """Weights on gains that make the best weighted mean of scaled gains over all packages small.

    1. Start from equal weights.
    2. Take the best package for the weights (issue by issue, rules aside); lower the weights of those it serves well.
    3. Keep the weights whose best package is worth least.
    """
    units = problem.grid.units[problem.signing]
    steps = [np.concatenate([shift for _, shift, _, _ in offers], axis=1) for offers in problem.offers()]
    scaled = [shift[problem.signing] / units[:, None] / scale[:, None] for shift in steps]
    floors = problem.floors / scale
    weights = np.isfinite(scale) / np.isfinite(scale).sum()
    best, least = weights, np.inf
    for now in range(_ROUNDS):
        served = sum((shift[:, int(np.argmax(weights @ shift))] for shift in scaled), -floors)
        value = float(weights @ served)
        if value < least:
            best, least = weights, value
        spread = float(np.abs(served).max()) or 1.0
        weights = weights * np.exp(-served / spread / np.sqrt(now + 1))
        weights = weights / weights.sum()
    dual: Real = best / scale
    return dual


def _cuts(problem: Problem, least: list[tuple[Real, float]]) -> Cuts:
    """Acceptance by everybody who must say yes, and what else must be reached, in whole numbers of all parties."""
    units, parties = problem.grid.units, len(problem.model.parties)
    rows, floors = [], []
    for place in problem.signing:
        rows.append(np.eye(parties)[place])
        floors.append(float(problem.grid.thresholds[place]))
    for weights, value in least:
        row = np.zeros(parties)
        row[problem.signing] = weights / units[problem.signing]
        level = value + float(weights @ problem.floors)
        rows.append(row)
        floors.append(level - _SLIP * (abs(level) + float(np.abs(weights).sum())))
    return Cuts(np.array(rows), np.array(floors))
