"""What stays the same for all draws of a model, and its draws as the numbers the sweeps compare.

Utilities are sums over issues of weight times value. For sampled models they are rounded to whole numbers, 2^24 to the
unit (or to the largest utility): a draw is the rounded model, and the threshold lies low enough that rounding alone
never refuses a package that exactly meets the reservation value. For exact models, which are one draw, they are kept
as they are, and a package is accepted at U >= b - 1e-9.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.uncertain.arrays import layout_of, quorum_of
from zopa.settlements.uncertain.clauses import refusals_of
from zopa.settlements.uncertain.draws import EPSILON
from zopa.settlements.uncertain.halves import halves_of, no_halves

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.model import NegotiationModel
    from zopa.settlements.uncertain.arrays import Layout, Match, Quorum
    from zopa.settlements.uncertain.clauses import Refusal, Relaxed
    from zopa.settlements.uncertain.draws import Assumptions, Draws
    from zopa.settlements.uncertain.halves import Halves


@dataclass(frozen=True)
class Engine:
    """A model with its layout, agreement rule, refusals and halves: everything that no draw changes."""

    model: NegotiationModel
    layout: Layout
    quorum: Quorum
    refusals: tuple[Refusal, ...]
    halves: Halves

    @cached_property
    def interactions(self) -> tuple[tuple[int, Match, float], ...]:
        """Non-additive terms: (party, what must match, what is added)."""
        return tuple(
            (self.layout.party(term.party), self.layout.match(term.when), float(term.add))
            for term in sorted(self.model.interactions, key=repr)
        )


def engine_of(model: NegotiationModel, relaxed: Relaxed = frozenset(), listed: bool = True) -> Engine:
    """Everything about a model that no draw changes, with the refusals in ``relaxed`` given up.

    Without ``listed`` the halves are left empty, for spaces that are too large for them.

    Raises ModelError when the model contradicts itself.
    """
    layout = layout_of(model)
    quorum = quorum_of(model, layout)
    halves = halves_of(model, layout) if listed else no_halves(layout)
    return Engine(model, layout, quorum, refusals_of(model, layout, relaxed), halves)


@dataclass(frozen=True)
class Levels:
    """Draws as the numbers that are compared, under one set of assumptions.

    ``part`` (N, P, O) sums to a utility, ``threshold`` (N, P) is what it must reach, a little below
    ``reservation`` (N, P), which is in the party's own unit. ``blocked`` (N, P, O) are options
    a party refuses; ``wide`` (N, C) says which refusals over more than one option bind (others are False there).
    ``scale`` (P,) is how many whole numbers make one unit of utility. Utilities are whole numbers (int32) in sampled
    models and as they are (float64) in exact ones.
    """

    part: NDArray[Any]
    threshold: NDArray[Any]
    reservation: NDArray[np.float64]
    blocked: NDArray[np.bool_]
    wide: NDArray[np.bool_]
    scale: NDArray[np.float64]

    @property
    def count(self) -> int:
        """How many draws there are."""
        return len(self.part)

    def some(self, rows: slice | NDArray[np.intp]) -> Levels:
        """Some of the draws."""
        return Levels(
            self.part[rows],
            self.threshold[rows],
            self.reservation[rows],
            self.blocked[rows],
            self.wide[rows],
            self.scale,
        )


def point_levels(engine: Engine, draws: Draws, assumed: Assumptions) -> Levels:
    """The drawn model itself."""
    return _levels(engine, draws, draws.part, assumed, _blocked(engine, draws, assumed))


def stated_levels(engine: Engine, draws: Draws, assumed: Assumptions) -> tuple[Levels, NDArray[np.bool_]]:
    """The drawn model as if no public word were bargaining stance, without hidden red lines; and these, (N, P, O)."""
    all_bind = replace(assumed, posture=-1.0)
    levels = _levels(engine, draws, draws.part, all_bind, _stated(engine, draws, all_bind))
    return levels, np.asarray(draws.hidden < assumed.hidden)


def lower_levels(engine: Engine, draws: Draws, assumed: Assumptions) -> Levels:
    """The logical lower bound: v at the lower end, and something positive must hold on every stake of the party."""
    return _levels(engine, draws, draws.part_low, assumed, _blocked(engine, draws, assumed) | ~draws.known)


def upper_levels(engine: Engine, draws: Draws, assumed: Assumptions) -> Levels:
    """The logical upper bound: v at the upper end, stated refusals only."""
    blocked = _stated(engine, draws, assumed)
    return _levels(engine, draws, draws.part_high, assumed, blocked)


def _stated(engine: Engine, draws: Draws, assumed: Assumptions) -> NDArray[np.bool_]:
    """Options refused by a binding stated refusal of that single option, (N, P, O)."""
    return _with_stated(engine, draws, assumed, np.zeros(draws.part.shape, dtype=bool))


def _with_stated(engine: Engine, draws: Draws, assumed: Assumptions, blocked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What is blocked already and what such refusals block, in the same array."""
    binding = draws.binding(assumed.posture)
    for c, refusal in enumerate(draws.refusals):
        if refusal.atom is not None:
            j, k = refusal.atom
            blocked[:, refusal.party, engine.layout.starts[j] + k] |= binding[:, c]
    return blocked


def _blocked(engine: Engine, draws: Draws, assumed: Assumptions) -> NDArray[np.bool_]:
    """Options refused by a stated or by a hidden red line, (N, P, O)."""
    return _with_stated(engine, draws, assumed, draws.hidden < assumed.hidden)


def _levels(
    engine: Engine, draws: Draws, part: NDArray[Any], assumed: Assumptions, blocked: NDArray[np.bool_]
) -> Levels:
    atoms = np.array([refusal.atom is not None for refusal in draws.refusals], dtype=bool)
    wide = draws.binding(assumed.posture) & ~atoms
    reservation = draws.reservations(assumed.reservation)
    threshold = reservation - EPSILON
    if part.dtype != np.float64:
        slack = (len(engine.layout.issues) + len(engine.interactions) + 1) // 2
        threshold = (np.ceil(threshold * draws.scale) - slack).astype(np.int32)
    return Levels(part, threshold, reservation, blocked, wide, draws.scale)
