"""From a frontier to its solution points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.exact.sharpening import best_gains, sharp_front
from zopa.settlements.exact.solutions import SOLUTIONS, fairest
from zopa.settlements.result import SolutionPoint

if TYPE_CHECKING:
    from zopa.settlements.exact.grid import Real
    from zopa.settlements.exact.minkowski import Front
    from zopa.settlements.exact.problem import Problem


def pick_solutions(problem: Problem, front: Front, limit: int) -> tuple[dict[str, SolutionPoint | None], bool]:
    """(solutions by name, whether they are exact) among the packages that everybody who must say yes accepts.

    On an exact frontier they are picked from its points. From a thinned one each is found anew, by a search that only
    follows packages that can still beat what the thinned frontier already has (``sharpening.py``).
    """
    if not front.slack.any():
        seen = _look(problem, front)
        if seen is None:
            return dict.fromkeys(SOLUTIONS), True
        best = seen.gains.max(axis=0)
        return {name: _pick(problem, front, seen, name, best) for name in SOLUTIONS}, True
    ideal, exact = best_gains(problem, front, limit)
    found: dict[str, SolutionPoint | None] = dict.fromkeys(SOLUTIONS)
    if ideal is None:
        return found, exact
    for name in SOLUTIONS:
        sharper = sharp_front(problem, front, name, ideal, limit)
        exact = exact and not sharper.slack.any()
        seen = _look(problem, sharper)
        found[name] = None if seen is None else _pick(problem, sharper, seen, name, ideal)
    return found, exact


@dataclass(frozen=True, slots=True)
class _Seen:
    """The accepted points of a frontier: their places, and utilities and gains of those who must say yes."""

    places: NDArray[np.intp]
    utilities: Real
    gains: Real


def _look(problem: Problem, front: Front) -> _Seen | None:
    places = problem.accepted(front)
    if not len(places):
        return None
    utilities = problem.utilities(front, places)
    return _Seen(places, utilities, utilities - problem.floors)


def _pick(problem: Problem, front: Front, seen: _Seen, name: str, ideal: Real) -> SolutionPoint:
    tied = np.flatnonzero(SOLUTIONS[name](seen.gains, ideal, seen.utilities))
    shown = seen.places[fairest(tied, seen.gains, ideal, problem.names)]
    model, units = problem.model, problem.grid.units
    worth = (front.points[:, shown] / units).tolist()
    chosen = front.options(np.array([shown]))[0].tolist()
    return SolutionPoint(
        {issue.id: issue.options[option] for issue, option in zip(model.issues, chosen, strict=True)},
        dict(zip(model.parties, worth, strict=True)),
        int(front.counts[seen.places[tied]].sum()),
    )
