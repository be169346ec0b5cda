"""Solution points where fewer than all signatories are enough: ``agreement: {at_least, always}``.

A package is an agreement when enough of those who sign accept it: worth their reservation value to them, and crossing
none of their red lines. What crosses a red line of one party may be agreed by the others, so that the packages to look
at depend on whose red lines are kept.

1. For every set of parties whose red lines could be kept in an agreement, take the frontier of the packages that keep
   them, and of its points those that enough accept.
2. Put these together and drop what is dominated: the undominated agreements.
3. Pick the solution points by the gains of all who sign; one that is outvoted counts with its loss.
4. Count ties by inclusion and exclusion over whose red lines a package keeps.

Cost: one frontier for each set; parties without certain red lines need none, so that without red lines it is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.exact.pareto import prune
from zopa.settlements.exact.picking import describe
from zopa.settlements.exact.problem import Problem
from zopa.settlements.exact.solutions import SOLUTIONS, solve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zopa.settlements.exact.minkowski import Front
    from zopa.settlements.exact.picking import Solved
    from zopa.settlements.model import Rule

Keeping = frozenset[str]
"""The parties whose red lines a set of packages keeps."""


@dataclass(frozen=True)
class _Rule:
    """Who must say yes: ``least`` of ``names``, and ``always`` among them; who of them has red lines."""

    names: tuple[str, ...]
    least: int
    always: frozenset[str]
    vetoing: tuple[str, ...]

    def enough(self, yes: frozenset[str]) -> bool:
        return len(yes) >= self.least and self.always <= yes

    def keeping(self) -> Iterator[Keeping]:
        """The sets of parties whose red lines an agreement can keep, everybody else who has some refusing."""
        free = frozenset(self.names) - frozenset(self.vetoing)
        for size in range(len(self.vetoing), -1, -1):
            for kept in map(frozenset, combinations(self.vetoing, size)):
                if self.enough(free | kept):
                    yield kept


def pick_agreed(problem: Problem, vetoes: Mapping[str, tuple[Rule, ...]], limit: int) -> tuple[Solved, bool, int]:
    """(solutions by name, whether they are exact, how many undominated agreements there are)."""
    agreement = problem.model.agreement
    least = len(problem.names) if agreement.at_least is None else agreement.at_least
    asked = _Rule(problem.names, max(1, least), frozenset(agreement.always), tuple(vetoes))
    fronts = {kept: _front(problem, kept, vetoes, limit) for kept in asked.keeping()}
    sharp = not any(front.slack.any() for front in fronts.values())
    parts = [(front, _agreed(problem, asked, kept, front)) for kept, front in fronts.items()]
    parts = [(front, places) for front, places in parts if len(places)]
    if not parts:
        return dict.fromkeys(SOLUTIONS), sharp, 0
    points = np.concatenate([front.points[:, places] for front, places in parts], axis=1)
    owner = np.repeat(np.arange(len(parts)), [len(places) for _, places in parts])
    place = np.concatenate([places for _, places in parts])
    alive, _ = prune(points, np.ones(points.shape[1], np.int64))
    utilities = (points[:, alive][problem.signing].T / problem.grid.units[problem.signing]).copy()
    gains = utilities - problem.floors
    marks, shown = solve(gains, utilities, gains.max(axis=0), problem.names)
    found: Solved = {}
    for name, tied, best in zip(SOLUTIONS, marks, shown, strict=True):
        ties = sum(_packages(problem, asked, fronts, points[:, alive[k]]) for k in np.flatnonzero(tied))
        at = alive[best]
        found[name] = describe(problem, parts[owner[at]][0], int(place[at]), ties)
    return found, sharp, len(alive)


def _front(problem: Problem, kept: Keeping, vetoes: Mapping[str, tuple[Rule, ...]], limit: int) -> Front:
    """The frontier of the packages that cross no red line of ``kept``."""
    rules = tuple(rule for party in vetoes if party in kept for rule in vetoes[party])
    return Problem(problem.model, problem.grid, (*problem.rules, *rules)).front(limit)


def _agreed(problem: Problem, asked: _Rule, kept: Keeping, front: Front) -> NDArray[np.intp]:
    """The points of a frontier that enough of those whose red lines are kept accept."""
    yes = np.zeros(front.points.shape[1], dtype=np.intp)
    everyone = np.ones(len(yes), dtype=bool)
    for party, at in zip(problem.names, problem.signing, strict=True):
        content = front.points[at] >= problem.grid.thresholds[at]
        if party in asked.vetoing and party not in kept:
            content[:] = False
        yes += content
        if party in asked.always:
            everyone &= content
    return np.flatnonzero((yes >= asked.least) & everyone)


def _packages(problem: Problem, asked: _Rule, fronts: Mapping[Keeping, Front], point: NDArray[np.int64]) -> int:
    """How many agreements have the utilities of an undominated one.

    f(S), the packages that keep the red lines of S at least, is what the frontier of S says; those that keep the red
    lines of T and of nobody else are the sum over S containing T of (-1)^|S - T| f(S).
    """
    signing = zip(problem.names, problem.signing, strict=True)
    content = frozenset(party for party, at in signing if point[at] >= problem.grid.thresholds[at])
    free = content - frozenset(asked.vetoing)
    shared = {kept: _shared(front, point) for kept, front in fronts.items()}
    total = 0
    for exactly in fronts:
        if asked.enough(free | (exactly & content)):
            total += sum((-1) ** len(kept - exactly) * count for kept, count in shared.items() if kept >= exactly)
    return total


def _shared(front: Front, point: NDArray[np.int64]) -> int:
    """How many packages of a frontier have these utilities."""
    return int(front.counts[(front.points == point[:, None]).all(axis=0)].sum())
