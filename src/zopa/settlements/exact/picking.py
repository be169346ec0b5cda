"""From a frontier to its solution points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.settlements.exact.sharpening import best_gains, sharp_front
from zopa.settlements.exact.solutions import SOLUTIONS, solve
from zopa.settlements.result import SolutionPoint

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from zopa.settlements.exact.grid import Real
    from zopa.settlements.exact.minkowski import Front
    from zopa.settlements.exact.problem import Problem


Solved = dict[str, "SolutionPoint | None"]


def pick_solutions(problem: Problem, front: Front, limit: int) -> tuple[Solved, bool, int]:
    """(solutions by name, whether they are exact, how many points count) among what everybody who signs accepts.

    On an exact frontier they are picked from its points. From a thinned one each is found anew, by a search that only
    follows packages that can still beat what the thinned frontier already has (``sharpening.py``).
    """
    places = problem.accepted(front)
    if not front.slack.any():
        return _picked(problem, front, places, tuple(SOLUTIONS)), True, len(places)
    ideal, exact = best_gains(problem, front, limit)
    found: Solved = dict.fromkeys(SOLUTIONS)
    if ideal is None:
        return found, exact, len(places)
    for name in SOLUTIONS:
        sharper = sharp_front(problem, front, name, ideal, limit)
        exact = exact and not sharper.slack.any()
        found |= _picked(problem, sharper, problem.accepted(sharper), (name,), ideal)
    return found, exact, len(places)


def _picked(
    problem: Problem, front: Front, places: NDArray[np.intp], wanted: Sequence[str], ideal: Real | None = None
) -> Solved:
    """The solutions wanted among some points of a frontier; ``ideal`` None takes the best gains there."""
    if not len(places):
        return dict.fromkeys(wanted)
    utilities = problem.utilities(front, places)
    gains = utilities - problem.floors
    marks, shown = solve(gains, utilities, gains.max(axis=0) if ideal is None else ideal, problem.names)
    counts = front.counts[places]
    ties = [counts[tied].sum() for tied in marks] if counts.dtype == object else (marks @ counts).tolist()
    solved = zip(SOLUTIONS, shown, ties, strict=True)
    return {name: describe(problem, front, int(places[at]), int(tied)) for name, at, tied in solved if name in wanted}


def describe(problem: Problem, front: Front, place: int, ties: int) -> SolutionPoint:
    """One point of a frontier with the names of its package and every party's utility."""
    model = problem.model
    worth = (front.points[:, place] / problem.grid.units).tolist()
    chosen = front.chosen[place].tolist()
    return SolutionPoint(
        {issue.id: issue.options[option] for issue, option in zip(model.issues, chosen, strict=True)},
        dict(zip(model.parties, worth, strict=True)),
        ties,
    )
