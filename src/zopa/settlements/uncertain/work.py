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
    from numpy.typing import NDArray

    from zopa.settlements.uncertain.counting import Tally
    from zopa.settlements.uncertain.draws import Assumptions, Draws
    from zopa.settlements.uncertain.engine import Engine, Levels


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

    def agreed_at(self, assumed: Assumptions, rows: NDArray[np.intp], addresses: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which packages are agreed to in which of some draws, under given assumptions, (rows, packages)."""
        levels = point_levels(self.engine, self.draws.some(rows), assumed)
        return agreed(self.engine, levels, self.engine.halves.choices(addresses))

    def described(self, address: int) -> PackageResult:
        """A package with its acceptability, its utilities and what stands in its way, over all draws."""
        return self.described_choice(self.engine.halves.choices(np.array([address], dtype=np.intp)))

    def described_choice(self, choices: NDArray[np.intp]) -> PackageResult:
        """The same of a package given by its option positions, (1, issues)."""
        return PackageResult(
            self.engine.layout.package(choices[0].tolist()),
            self._acceptability(choices),
            self._spreads(choices),
            objections(self.engine, self.draws, self.levels, self.assumed, choices[0]),
        )

    def _acceptability(self, choices: NDArray[np.intp]) -> Acceptability:
        lower, point, upper = (
            int(agreed(self.engine, build(self.engine, self.draws, self.assumed), choices).sum())
            for build in (lower_levels, point_levels, upper_levels)
        )
        count = self.draws.count
        share = share_of(point, count)
        return Acceptability(lower / count, share.point, upper / count, share.se, share.interval)

    def _spreads(self, choices: NDArray[np.intp]) -> dict[str, Spread]:
        level = utilities(self.engine, self.levels, choices)[:, :, 0] / self.levels.scale
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
    least = np.partition(counts, len(counts) - top)[len(counts) - top]
    above = np.flatnonzero(counts > least)
    found = np.concatenate([above, np.flatnonzero(counts == least)[: top - len(above)]])
    return found[np.lexsort((found, -counts[found].astype(np.int64)))]
