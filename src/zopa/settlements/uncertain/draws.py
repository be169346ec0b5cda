"""The draws of an uncertain model: each fixes one whole model, used for every package.

Steps (docs: mathematics, "A draw fixes one whole model"):

1. One Bernoulli(alpha) per origin; every claim of that origin holds or falls with it.
2. What holds gives bands of v by the table of stances; bands intersect; an empty intersection is a conflict: [0, 1]
   and no veto from either side of it.
3. A holding claim vetoes with its own probability, one event per party and option; a red line of the model is one
   event of its own.
4. One uniform number per party for posture: stated vetoes bind when it is below 1 - posture.
5. v uniform in its band (in order along a scale where it is monotone), weights from the simplex over the stakes,
   reservations in their bands, hidden red lines with probability q on options of which nothing holds.

Everything that depends on posture, q or the assumed reservations is kept as the uniform number it is compared with, so
that other settings of them reuse the same draws. Cost: draws x parties x options, in time and memory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.uncertain.arrays import preference_of, stakes_of
from zopa.settlements.uncertain.bands import Drawn, draw_issue
from zopa.settlements.uncertain.clauses import refusals_of
from zopa.settlements.uncertain.weights import draw_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.model import NegotiationModel, Preference
    from zopa.settlements.uncertain.arrays import Layout
    from zopa.settlements.uncertain.clauses import Refusal, Relaxed
    from zopa.settlements.uncertain.streams import Streams


BITS = 24
EPSILON = 1e-9


@dataclass(frozen=True)
class Assumptions:
    """What nobody can know: posture pi, the chance q of hidden red lines, and the reservation value b.

    ``reservation`` None keeps every party's own reservation; a number replaces those that lie in the model's
    ``reservation_range`` (a band of a party's own, and reservations of raw scores, are kept).
    """

    posture: float
    hidden: float
    reservation: float | None = None


@dataclass(frozen=True)
class Draws:
    """N draws of a model with P parties, O options in all and C refusals, in canonical order.

    In memory the draws of ``part`` lie one after the other, and of the rest the numbers of one thing in all draws.

    ``part`` is weight times value, (N, P, O), at the drawn value, and ``part_low`` and ``part_high`` at the ends of its
    band: in whole numbers (int32) of which ``scale`` (P,) make one unit of utility, or as they are (float64) where
    there is only one draw. ``reservation`` is (N, P); ``assumed_reservation`` (P,) says whose is only assumed.
    ``vetoes`` (N, C) says which refusals hold before posture; ``posture`` (N, P) and ``hidden`` (N, P, O) are the
    uniform numbers of steps 4 and 5 (``hidden`` is 1 where no hidden red line can be). ``known`` (N, P, O) says where
    something positive holds, or the value is given, or the party has no stake: the lower bound needs it on every issue.
    ``held`` gives each origin's truth (N,). ``conflicts`` maps (party, issue, option) to the share of draws with
    contradicting bands.
    """

    layout: Layout
    refusals: tuple[Refusal, ...]
    part: NDArray[Any]
    part_low: NDArray[Any]
    part_high: NDArray[Any]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    reservation: NDArray[np.float64]
    assumed_reservation: NDArray[np.bool_]
    vetoes: NDArray[np.bool_]
    posture: NDArray[np.float64]
    hidden: NDArray[np.float64]
    known: NDArray[np.bool_]
    held: dict[str, NDArray[np.bool_]]
    conflicts: dict[tuple[str, str, str], float]

    @property
    def count(self) -> int:
        """How many draws there are."""
        return len(self.part)

    def binding(self, posture: float) -> NDArray[np.bool_]:
        """Which refusals bind at a posture, (N, C)."""
        owners = [refusal.party for refusal in self.refusals]
        below = 1.0 - posture > self.posture.T
        return (self.vetoes.T & below[owners]).T

    def reservations(self, reservation: float | None) -> NDArray[np.float64]:
        """The reservations, (N, P), with the assumed ones replaced where a number is given."""
        if reservation is None:
            return self.reservation
        return np.where(self.assumed_reservation, reservation, self.reservation)

    def relaxed(self, keep: NDArray[np.bool_]) -> Draws:
        """The same draws with some refusals given up: ``keep`` (C,) says which stay."""
        return replace(self, vetoes=self.vetoes & keep)

    def some(self, rows: slice | NDArray[np.intp] | NDArray[np.bool_]) -> Draws:
        """Some of the draws. Those at even steps, such as every second one, are looked at where they lie, uncopied."""
        rows = _stepped(rows)
        return replace(
            self,
            part=self.part[rows],
            part_low=self.part_low[rows],
            part_high=self.part_high[rows],
            weights=self.weights[rows],
            reservation=self.reservation[rows],
            vetoes=self.vetoes[rows],
            posture=self.posture[rows],
            hidden=self.hidden[rows],
            known=self.known[rows],
            held={origin: truth[rows] for origin, truth in self.held.items()},
        )


def _stepped(rows: slice | NDArray[np.intp] | NDArray[np.bool_]) -> slice | NDArray[np.intp] | NDArray[np.bool_]:
    """Positions at even rising steps as a slice; anything else as it is."""
    if isinstance(rows, slice) or rows.dtype == np.bool_ or len(rows) < 2:
        return rows
    step = int(rows[1] - rows[0])
    even = step > 0 and rows[0] >= 0 and bool((np.diff(rows) == step).all())
    return slice(int(rows[0]), int(rows[-1]) + 1, step) if even else rows


def draw(model: NegotiationModel, layout: Layout, streams: Streams, relaxed: Relaxed = frozenset()) -> Draws:
    """N draws of the model, with the refusals in ``relaxed`` given up. ``streams`` fixes N and the seed."""
    held = _origins(model, streams)
    parties, options = len(layout.parties), layout.width
    value, low, high, hidden = (_by_option(streams.draws, parties, options, np.float64) for _ in range(4))
    said, known, conflict = (_by_option(streams.draws, parties, options, np.bool_) for _ in range(3))
    empty = Drawn(value=value, low=low, high=high, said=said, known=known, conflict=conflict)
    weights = _by_option(streams.draws, parties, len(layout.issues), np.float64)
    hidden += 1.0
    for i, party in enumerate(layout.parties):
        preference = preference_of(model, party)
        weights[:, i] = draw_weights(preference, layout, streams)
        stakes = set(stakes_of(preference, layout.issues))
        for j, issue in enumerate(layout.issues):
            draw_issue(model, preference, layout, i, j, held, streams, empty)
            if issue in stakes and preference.scores is None:
                hidden[:, i, layout.slices[j]] = _hidden(layout, streams, empty, i, j)
            if issue not in stakes:
                empty.known[:, i, layout.slices[j]] = True
    refusals = refusals_of(model, layout, relaxed)
    spread = np.repeat(weights.transpose(1, 2, 0), layout.sizes, axis=1).transpose(2, 0, 1)
    reservation, is_assumed = _reservations(model, layout, streams)
    # In place, and the ends of the bands as they lie: new memory and other orders would take as long as the rest.
    parts: list[NDArray[Any]] = [
        np.multiply(spread, array, out=array) for array in (empty.value, empty.low, empty.high)
    ]
    scale = np.ones(len(layout.parties))
    if streams.draws > 1:
        scale = _scale(model, layout, np.maximum(-parts[1], parts[2]), reservation)
        for part in parts:
            np.rint(np.multiply(part, scale[None, :, None], out=part), out=part)
        parts = [part.astype(np.int32) for part in parts]
    return Draws(
        layout=layout,
        refusals=refusals,
        part=np.ascontiguousarray(parts[0]),
        part_low=parts[1],
        part_high=parts[2],
        scale=scale,
        weights=np.ascontiguousarray(weights),
        reservation=reservation,
        assumed_reservation=is_assumed,
        vetoes=_vetoes(model, layout, refusals, held, empty, streams),
        posture=np.stack([streams.uniform("posture", party) for party in layout.parties]).T,
        hidden=hidden,
        known=empty.known,
        held=held,
        conflicts=_conflicts(layout, empty),
    )


def _by_option(draws: int, parties: int, width: int, dtype: type[np.generic]) -> NDArray[Any]:
    """Zeros (N, P, width) in which the draws of one party and option lie side by side: so they are filled in."""
    return np.zeros((parties, width, draws), dtype=dtype).transpose(2, 0, 1)


def _scale(
    model: NegotiationModel, layout: Layout, ends: NDArray[np.float64], reservation: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Per party the power of two by which utilities are multiplied before rounding, (P,).

    ``ends`` (N, P, O) are the largest that options can count, up or down. No utility, reservation or sum of interaction
    terms then exceeds 2^``BITS``.
    """
    largest = np.add.reduce([ends[:, :, where].max(axis=2) for where in layout.slices])
    bound = np.maximum(largest, np.abs(reservation)).max(axis=0, initial=1.0)
    for term in sorted(model.interactions, key=repr):
        bound[layout.party(term.party)] += abs(term.add)
    scale: NDArray[np.float64] = np.exp2(BITS - np.ceil(np.log2(bound - EPSILON)))
    return scale


def _origins(model: NegotiationModel, streams: Streams) -> dict[str, NDArray[np.bool_]]:
    """Which origins hold. Repeats count once, at the strongest weight (cautious rule, Denoeux 2008)."""
    alpha: dict[str, float] = {}
    for claim in model.claims:
        alpha[claim.origin] = max(claim.alpha, alpha.get(claim.origin, 0.0))
    return {origin: streams.uniform("origin", origin) < weight for origin, weight in sorted(alpha.items())}


def _hidden(layout: Layout, streams: Streams, drawn: Drawn, i: int, j: int) -> NDArray[np.float64]:
    """The uniform numbers hidden red lines are compared with; 1 where the party has said something that holds."""
    party, issue = layout.parties[i], layout.issues[j]
    uniform = np.stack([streams.uniform("hidden", party, issue, option) for option in layout.options[j]], axis=1)
    return np.where(drawn.said[:, i, layout.slices[j]], 1.0, uniform)


def _reservations(
    model: NegotiationModel, layout: Layout, streams: Streams
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Reservations drawn uniformly in their bands, (N, P), and whose is a number in the assumed range, (P,)."""
    found = np.empty((streams.draws, len(layout.parties)))
    assumed = np.zeros(len(layout.parties), dtype=bool)
    box = model.reservation_range
    for i, party in enumerate(layout.parties):
        preference: Preference = preference_of(model, party)
        low, high = preference.reservation
        found[:, i] = low if high <= low else low + (high - low) * streams.uniform("reservation", party)
        if box is not None and preference.scores is None and low == high:
            assumed[i] = box[0] <= low <= box[1]
    return found, assumed


def _vetoes(
    model: NegotiationModel, layout: Layout, refusals: tuple[Refusal, ...], held: dict[str, NDArray[np.bool_]],
    drawn: Drawn, streams: Streams,
) -> NDArray[np.bool_]:  # fmt: skip
    """Which refusals hold, (N, C), before posture."""
    found = np.zeros((len(refusals), streams.draws), dtype=bool).T
    events = [streams.uniform("red line", *name) for name in _red_line_names(model)]
    for c, refusal in enumerate(refusals):
        for claim in refusal.claims:
            j, k = layout.option(claim.issue, claim.option)
            event = streams.uniform("veto", claim.party, claim.issue, claim.option)
            clear = ~drawn.conflict[:, refusal.party, layout.starts[j] + k]
            found[:, c] |= held[claim.origin] & (event < claim.veto) & clear
        for at in refusal.red_lines:
            found[:, c] |= events[at] < model.red_lines[at].p
    return found


def _red_line_names(model: NegotiationModel) -> list[tuple[str, ...]]:
    """A name for each red line by what it refuses; those that refuse the same are numbered by their other contents."""
    what = [(line.party, *sorted(f"{issue}={sorted(set(options))}" for issue, options in line.when))
            for line in model.red_lines]  # fmt: skip
    order = sorted(
        range(len(what)), key=lambda at: (what[at], model.red_lines[at].p, model.red_lines[at].statements, at)
    )
    seen: dict[tuple[str, ...], int] = {}
    names: list[tuple[str, ...]] = [()] * len(what)
    for at in order:
        seen[what[at]] = seen.get(what[at], 0) + 1
        names[at] = (*what[at], str(seen[what[at]]))
    return names


def _conflicts(layout: Layout, drawn: Drawn) -> dict[tuple[str, str, str], float]:
    """The share of draws in which a party's own words contradict each other on an option, where there are any."""
    shares = drawn.conflict.mean(axis=0)
    found = {}
    for i, party in enumerate(layout.parties):
        for j, issue in enumerate(layout.issues):
            for k, option in enumerate(layout.options[j]):
                share = float(shares[i, layout.starts[j] + k])
                if share > 0:
                    found[party, issue, option] = share
    return found
