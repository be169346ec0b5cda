"""The exact Pareto frontier of a negotiation and its solution points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Any, overload

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.exact.central import central_model, is_exact
from zopa.settlements.exact.coalitions import pick_agreed
from zopa.settlements.exact.division import divide
from zopa.settlements.exact.grid import make_grid
from zopa.settlements.exact.picking import pick_solutions
from zopa.settlements.exact.problem import Problem
from zopa.settlements.exact.solutions import SOLUTIONS
from zopa.settlements.exact.vetoes import vetoes_by_party

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.settlements.exact.grid import Grid
    from zopa.settlements.exact.minkowski import Front
    from zopa.settlements.exact.pareto import Counts
    from zopa.settlements.exact.picking import Solved
    from zopa.settlements.further import AdjustedWinner
    from zopa.settlements.model import NegotiationModel, Rule
    from zopa.settlements.result import SolutionPoint

DEFAULT_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """One utility vector nobody can improve on for free, a package that gives it, and how many packages do."""

    utility: dict[str, float]
    package: dict[str, str]
    ties: int

    def as_dict(self) -> dict[str, Any]:
        """``{"utility", "package", "ties"}``."""
        return {"utility": self.utility, "package": self.package, "ties": self.ties}


@dataclass(frozen=True, slots=True, eq=False)
class FrontierPoints(Sequence[FrontierPoint]):
    """The points, made when they are looked at: a frontier may hold a million.

    ``utilities`` has shape (points, parties), ``options`` (points, issues) with indices of options, ``ties`` (points).
    The points run from the best for the first party to the worst.
    """

    parties: tuple[str, ...]
    issues: tuple[tuple[str, tuple[str, ...]], ...]
    utilities: NDArray[np.float64]
    options: NDArray[np.intp]
    ties: Counts

    def __len__(self) -> int:
        return len(self.utilities)

    @overload
    def __getitem__(self, index: int) -> FrontierPoint: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[FrontierPoint, ...]: ...
    def __getitem__(self, index: int | slice) -> FrontierPoint | tuple[FrontierPoint, ...]:
        if isinstance(index, slice):
            return tuple(self[k] for k in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return FrontierPoint(
            dict(zip(self.parties, self.utilities[index].tolist(), strict=True)),
            self.package(index),
            int(self.ties[index]),
        )

    def package(self, index: int) -> dict[str, str]:
        """The package of one point."""
        chosen = self.options[index].tolist()
        return {name: options[k] for (name, options), k in zip(self.issues, chosen, strict=True)}


@dataclass(frozen=True, slots=True)
class Frontier:
    """The Pareto frontier over all feasible packages, and the solution points among those that count as agreements.

    ``space`` counts the packages before rules. ``exact``: no package is left out; else for every feasible package there
    is a point that falls short of it by at most ``epsilon`` in every party's own unit (``slack``: party by party).
    ``central``: the model is uncertain, and this is the frontier of its central values. ``rounding`` bounds the error
    of any utility (0: none). A package is an agreement when enough signatories accept it: all, or what ``agreement``
    says ({"at_least", "of", "always"}); ``agreements`` counts the utility vectors of those that no other agreement
    dominates, and ``no_deal`` is what each party has without one. A solution is None where there is no agreement; the
    solutions can be exact (``solutions_exact``) where the frontier is not. ``adjusted_winner`` divides what can be
    divided between two signatories.
    """

    space: int
    points: FrontierPoints
    exact: bool
    epsilon: float
    slack: dict[str, float]
    central: bool
    rounding: float
    solutions_exact: bool
    agreements: int
    no_deal: dict[str, float]
    agreement: dict[str, Any]
    nash: SolutionPoint | None
    kalai_smorodinsky: SolutionPoint | None
    egalitarian: SolutionPoint | None
    utilitarian: SolutionPoint | None
    adjusted_winner: AdjustedWinner | None

    def as_dict(self) -> dict[str, Any]:
        """The shape of ``zopa frontier --json``."""
        solutions = {name: getattr(self, name) for name in SOLUTIONS}
        return {
            "space": self.space,
            "frontier": [point.as_dict() for point in self.points],
            "exact": self.exact,
            "epsilon": self.epsilon,
            "central": self.central,
            "solutions_exact": self.solutions_exact,
            "agreements": self.agreements,
            "no_deal": self.no_deal,
            "agreement": self.agreement,
            **{name: None if point is None else point.as_dict() for name, point in solutions.items()},
            "adjusted_winner": None if self.adjusted_winner is None else self.adjusted_winner.as_dict(),
        }


def frontier(model: NegotiationModel, *, limit: int = DEFAULT_LIMIT) -> Frontier:
    """The exact Pareto frontier and the Nash, Kalai-Smorodinsky, egalitarian and utilitarian points.

    Packages are never enumerated: partial packages are summed issue by issue and dominated sums dropped; rules and
    interactions are carried along by bucket elimination. Cost: about issues * options * frontier * log(frontier) for up
    to three parties, with frontier^2 / 64 beyond. Where more than ``limit`` points would have to be kept, points are
    merged and the result says by how much it may fall short.

    1. Replace what is uncertain by its central value, and turn utilities into whole numbers.
    2. Sum and prune; follow the survivors back to packages.
    3. Do it again without what some signatory certainly vetoes, where there is such a thing; pick the solution points
       among the agreements (``coalitions.py`` where fewer than all signatories are enough).
    """
    exact_model = central_model(model)
    grid = make_grid(exact_model)
    problem = Problem(exact_model, grid, exact_model.rules)
    front = problem.front(limit)
    vetoes = vetoes_by_party(model)
    solutions, sharp, agreements = _agreed(problem, front, vetoes, limit)
    slack = dict(zip(model.parties, (front.slack / grid.units).tolist(), strict=True))
    epsilon = max(slack.values())
    return Frontier(
        space=prod(len(issue.options) for issue in model.issues),
        points=_points(exact_model, grid, front),
        exact=epsilon == 0,
        epsilon=epsilon,
        slack=slack,
        central=not is_exact(model),
        rounding=grid.rounding,
        solutions_exact=sharp,
        agreements=agreements,
        no_deal={party: float(worth) for party, worth in zip(model.parties, grid.reservations, strict=True)},
        agreement=_rule_of(model, problem),
        adjusted_winner=divide(model),
        **solutions,
    )


def _agreed(
    problem: Problem, front: Front, vetoes: Mapping[str, tuple[Rule, ...]], limit: int
) -> tuple[Solved, bool, int]:
    """The solution points among the packages that count as agreements, whether exact, and how many are undominated."""
    asked = problem.model.agreement.at_least
    if asked is not None and asked < len(problem.names):
        return pick_agreed(problem, vetoes, limit)
    if vetoes:
        rules = tuple(rule for each in vetoes.values() for rule in each)
        problem = Problem(problem.model, problem.grid, (*problem.rules, *rules))
        front = problem.front(limit)
    return pick_solutions(problem, front, limit)


def _rule_of(model: NegotiationModel, problem: Problem) -> dict[str, Any]:
    """Who must say yes, as ``settle`` states it among its assumptions."""
    at_least = model.agreement.at_least
    return {
        "at_least": len(problem.names) if at_least is None else at_least,
        "of": list(problem.names),
        "always": list(model.agreement.always),
    }


def _points(model: NegotiationModel, grid: Grid, front: Front) -> FrontierPoints:
    return FrontierPoints(
        model.parties,
        tuple((issue.id, issue.options) for issue in model.issues),
        front.points.T / grid.units,
        front.chosen,
        front.counts,
    )
