"""One exact negotiation in whole numbers: utilities, the steps through its issues, and who must say yes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.settlements.exact.elimination import plan_steps
from zopa.settlements.exact.minkowski import Cuts, Front, Offer, offers_of, sum_issues
from zopa.settlements.kernels import exact as kernel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.settlements.exact.grid import Grid, Real
    from zopa.settlements.model import NegotiationModel, Rule


@dataclass(frozen=True)
class Problem:
    """An exact model on its grid, under given rules. ``signing`` are the places of the parties that must say yes."""

    model: NegotiationModel
    grid: Grid
    rules: Sequence[Rule]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Signatories and ratifiers."""
        return tuple(dict.fromkeys((*self.model.signatories, *self.model.ratifiers)))

    @cached_property
    def signing(self) -> list[int]:
        """The places of those who must say yes among the parties."""
        return [self.model.parties.index(party) for party in self.names]

    @cached_property
    def adds(self) -> list[tuple[int, int]]:
        """(party, amount) of each interaction."""
        places = [self.model.parties.index(term.party) for term in self.model.interactions]
        return list(zip(places, self.grid.adds, strict=True))

    def front(self, limit: int, cuts: Cuts | None = None) -> Front:
        """The frontier, of everything or of what passes the cuts.

        Where nothing ties issues together it comes from C if it can, with the same result.
        """
        if cuts is None and not self.rules and not self.adds:
            sizes = [values.shape[1] for values in self.grid.values]
            plain = kernel.sum_issues(self.grid.table, sizes, limit)
            if plain is not None:
                return Front(*plain, np.zeros(len(self.grid.table), np.int64))
        return sum_issues(self.grid.values, self.adds, plan_steps(self.model, self.rules), limit, cuts)

    def offers(self) -> list[list[Offer]]:
        """What each step offers."""
        return offers_of(plan_steps(self.model, self.rules), self.grid.values, self.adds)

    @cached_property
    def everybody(self) -> bool:
        """Whether every party must say yes, in the parties' order."""
        return self.signing == list(range(len(self.model.parties)))

    def accepted(self, front: Front) -> NDArray[np.intp]:
        """The points of a frontier that everybody who must say yes accepts."""
        points, least = front.points, self.grid.thresholds[:, None]
        if not self.everybody:
            points, least = points[self.signing], least[self.signing]
        return np.asarray((points >= least).all(axis=0)).nonzero()[0]

    def utilities(self, front: Front, places: NDArray[np.intp]) -> Real:
        """Utilities of those who must say yes at some points of a frontier, of shape (points, signing)."""
        points, units = front.points, self.grid.units
        if len(places) < points.shape[1]:
            points = points[:, places]
        if not self.everybody:
            points, units = points[self.signing], units[self.signing]
        return points.T / units

    @cached_property
    def floors(self) -> Real:
        """Reservation values of those who must say yes."""
        return self.grid.reservations[self.signing]
