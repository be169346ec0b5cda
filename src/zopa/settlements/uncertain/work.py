"""One run of ``settle`` as its parts share it: the engine, the draws in two halves, and what has been counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.result import Acceptability, PackageResult, Spread
from zopa.settlements.uncertain.engine import lower_levels, point_levels, upper_levels
from zopa.settlements.uncertain.objections import objections
from zopa.settlements.uncertain.verdicts import agreed, share_of, utilities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.settlements.uncertain.counting import Tally
    from zopa.settlements.uncertain.draws import Assumptions, Draws
    from zopa.settlements.uncertain.engine import Engine, Levels


STRETCH = 64
"""Numbers looked at together for the largest of a long row of them."""


@dataclass(frozen=True)
class Work:
    """The draws under the assumptions of the run. Packages are chosen on the even draws and measured on the odd ones.

    With one draw both halves are that draw. ``even`` says which draws are even where some were left out.
    """

    engine: Engine
    draws: Draws
    assumed: Assumptions
    exact: bool
    even: NDArray[np.bool_] | None = None
    threads: int = 1

    @cached_property
    def levels(self) -> Levels:
        """All draws as numbers to compare."""
        return point_levels(self.engine, self.draws, self.assumed)

    @cached_property
    def choosing(self) -> NDArray[np.intp]:
        """The draws on which packages are chosen."""
        return np.arange(0, self.draws.count, 2) if self.even is None else np.flatnonzero(self.even)

    @cached_property
    def measuring(self) -> NDArray[np.intp]:
        """The draws on which they are measured."""
        odd = np.arange(1, self.draws.count, 2) if self.even is None else np.flatnonzero(~self.even)
        return odd if len(odd) else self.choosing

    @cached_property
    def chosen_on(self) -> Levels:
        """The choosing draws as numbers to compare."""
        return self._some(self.choosing)

    @cached_property
    def measured_on(self) -> Levels:
        """The measuring draws as numbers to compare."""
        return self._some(self.measuring)

    def _some(self, rows: NDArray[np.intp]) -> Levels:
        return point_levels(self.engine, self.draws.some(rows), self.assumed)

    def agreed_at(self, assumed: Assumptions, rows: NDArray[np.intp], addresses: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which packages are agreed to in which of some draws, under given assumptions, (rows, packages)."""
        if assumed == self.assumed and (rows is self.choosing or rows is self.measuring):
            levels = self.chosen_on if rows is self.choosing else self.measured_on
        else:
            levels = point_levels(self.engine, self.draws.some(rows), assumed)
        return agreed(self.engine, levels, self.engine.halves.choices(addresses))

    def described(self, *addresses: int) -> tuple[PackageResult, ...]:
        """Packages with their acceptability, their utilities and what stands in their way, over all draws."""
        return self.described_choices(self.engine.halves.choices(np.array(addresses, dtype=np.intp)))

    def described_choices(self, choices: NDArray[np.intp]) -> tuple[PackageResult, ...]:
        """The same of packages given by their option positions, (packages, issues)."""
        binding = self.draws.binding(self.assumed.posture)
        found = []
        for choice, acceptability in zip(choices, self._acceptability(choices), strict=True):
            worth = utilities(self.engine, self.levels, choice[None])[:, :, 0]
            stops = objections(self.engine, self.draws, self.levels, self.assumed, choice, (worth, binding))
            package = self.engine.layout.package(choice.tolist())
            found.append(PackageResult(package, acceptability, self._spreads(worth), stops))
        return tuple(found)

    def _acceptability(self, choices: NDArray[np.intp]) -> Sequence[Acceptability]:
        lower, point, upper = (
            agreed(self.engine, levels, choices).sum(axis=0).tolist()
            for levels in (
                lower_levels(self.engine, self.draws, self.assumed),
                self.levels,
                upper_levels(self.engine, self.draws, self.assumed),
            )
        )
        count = self.draws.count
        shares = [share_of(number, count) for number in point]
        return [
            Acceptability(least / count, share.point, most / count, share.se, share.interval)
            for least, share, most in zip(lower, shares, upper, strict=True)
        ]

    def _spreads(self, worth: NDArray[np.float64]) -> dict[str, Spread]:
        """Each party's utility over the draws, from ``worth`` (N, P) in the unit of the levels."""
        level = worth / self.levels.scale
        low, high = np.quantile(level, [0.05, 0.95], axis=0)
        mean = level.mean(axis=0)
        at = {party: self.engine.layout.party(party) for party in self.engine.model.parties}
        return {party: Spread(float(mean[i]), float(low[i]), float(high[i])) for party, i in at.items()}


@dataclass(frozen=True)
class Counted:
    """The counts of a whole space over both halves of the draws."""

    choosing: Tally
    measuring: Tally

    @cached_property
    def total(self) -> NDArray[np.uint32]:
        """In how many of all draws each package is accepted, by address."""
        return np.asarray(self.choosing.counts + self.measuring.counts).ravel()


def largest(counts: NDArray[np.uint32], top: int) -> NDArray[np.intp]:
    """Addresses of the ``top`` largest counts, largest first, ties by address."""
    top = min(top, len(counts))
    if top <= 0:
        return np.zeros(0, dtype=np.intp)
    if len(counts) > 4 * STRETCH * top:
        # At least so many are as large as the smallest of the largest of as many stretches.
        whole = len(counts) // STRETCH * STRETCH
        best = counts[:whole].reshape(-1, STRETCH).max(axis=1)
        likely = np.flatnonzero(counts >= np.partition(best, len(best) - top)[len(best) - top])
        if len(likely) < len(counts):
            return np.asarray(likely[largest(counts[likely], top)])
    least = np.partition(counts, len(counts) - top)[len(counts) - top]
    above = np.flatnonzero(counts > least)
    found = np.concatenate([above, np.flatnonzero(counts == least)[: top - len(above)]])
    return found[np.lexsort((found, -counts[found].astype(np.int64)))]
