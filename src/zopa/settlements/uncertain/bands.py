"""Bands of v from what holds in each draw, and v drawn in them.

The table of mathematics.md, step 4: a demand is [1, 1]; an acceptance, an offer and an option wanted on a condition
are [1/2, 1]; a rejection is [0, 1/2]; undecided or silent is [0, 1]. Several bands intersect; an empty intersection is
a conflict and gives [0, 1].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.model import Band, Claim, NegotiationModel, Preference
    from zopa.settlements.uncertain.arrays import Layout
    from zopa.settlements.uncertain.streams import Streams

BAND_OF: dict[str, Band] = {
    "demands": (1.0, 1.0),
    "accepts": (0.5, 1.0),
    "offers": (0.5, 1.0),
    "conditions": (0.5, 1.0),
    "rejects": (0.0, 0.5),
    "undecided": (0.0, 1.0),
}
POSITIVE = ("demands", "accepts", "offers")


@dataclass(frozen=True)
class Drawn:
    """Arrays (N, P, O) that are filled in issue by issue: v, its band's ends, and what is behind them.

    ``said``: something holds on the option; ``known``: something positive holds, or the value was given;
    ``conflict``: what holds contradicts itself.
    """

    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    said: NDArray[np.bool_]
    known: NDArray[np.bool_]
    conflict: NDArray[np.bool_]


def draw_issue(
    model: NegotiationModel, preference: Preference, layout: Layout, i: int, j: int,
    held: dict[str, NDArray[np.bool_]], streams: Streams, drawn: Drawn,
) -> None:  # fmt: skip
    """Fill in one party's bands and values on one issue."""
    where = layout.slices[j]
    for k, option in enumerate(layout.options[j]):
        claims = [
            claim for claim in model.claims
            if (claim.party, claim.issue, claim.option) == (preference.party, layout.issues[j], option)
        ]  # fmt: skip
        _fill_option(preference, layout, (i, j, k), claims, held, drawn)
    if preference.scores is not None:
        _fill_scores(preference, layout, i, j, drawn)
        return
    low, high = drawn.low[:, i, where], drawn.high[:, i, where]
    uniform = np.stack(
        [streams.uniform("value", preference.party, layout.issues[j], option) for option in layout.options[j]], axis=1
    )
    value = low + (high - low) * uniform
    drawn.value[:, i, where] = value
    direction = preference.monotone.get(layout.issues[j])
    scale = next((issue.scale for issue in model.issues if issue.id == layout.issues[j]), None)
    if direction is not None and scale is not None:
        _set_in_order(model, layout, i, j, direction, drawn)


def _fill_scores(preference: Preference, layout: Layout, i: int, j: int, drawn: Drawn) -> None:
    """Raw scores are exact: v is the score itself, whatever is claimed, and its weight is 1."""
    scores = (preference.scores or {}).get(layout.issues[j], {})
    found = np.array([float(scores.get(option, 0.0)) for option in layout.options[j]])
    for target in (drawn.value, drawn.low, drawn.high):
        target[:, i, layout.slices[j]] = found
    drawn.said[:, i, layout.slices[j]] = True
    drawn.known[:, i, layout.slices[j]] = True


def _fill_option(
    preference: Preference, layout: Layout, place: tuple[int, int, int], claims: list[Claim],
    held: dict[str, NDArray[np.bool_]], drawn: Drawn,
) -> None:  # fmt: skip
    """The band of one option for one party: the given one, narrowed by every claim that holds."""
    i, j, k = place
    at = layout.starts[j] + k
    given = preference.values.get(layout.issues[j], {}).get(layout.options[j][k])
    low = np.full(len(drawn.low), 0.0 if given is None else given[0])
    high = np.full(len(drawn.low), 1.0 if given is None else given[1])
    drawn.said[:, i, at] = drawn.known[:, i, at] = given is not None
    for claim in claims:
        holds = held[claim.origin]
        bottom, top = BAND_OF[claim.stance]
        low = np.where(holds, np.maximum(low, bottom), low)
        high = np.where(holds, np.minimum(high, top), high)
        drawn.said[:, i, at] |= holds & (claim.stance != "undecided")
        drawn.known[:, i, at] |= holds & (claim.stance in POSITIVE)
    conflict = low > high
    drawn.conflict[:, i, at] = conflict
    drawn.low[:, i, at] = np.where(conflict, 0.0, low)
    drawn.high[:, i, at] = np.where(conflict, 1.0, high)


def _set_in_order(model: NegotiationModel, layout: Layout, i: int, j: int, direction: int, drawn: Drawn) -> None:
    """Make v rise (or fall) along the scale: bands tightened by it, then the drawn values put in order.

    Sorting independent draws of tightened bands keeps each in its band (the k-th smallest lies between the k-th
    smallest ends), and is the uniform distribution on ordered values where the bands are equal. In draws whose bands
    leave no monotone values, the order is given up.
    """
    issue = next(found for found in model.issues if found.id == layout.issues[j])
    places = dict(zip(issue.options, issue.scale or (), strict=True))
    order = np.argsort([direction * places[option] for option in layout.options[j]], kind="stable")
    at = layout.starts[j] + order
    low = np.maximum.accumulate(drawn.low[:, i, at], axis=1)
    high = np.minimum.accumulate(drawn.high[:, i, at][:, ::-1], axis=1)[:, ::-1]
    possible = np.all(low <= high, axis=1, keepdims=True)
    before_low, before_high = drawn.low[:, i, at], drawn.high[:, i, at]
    width = np.where(before_high > before_low, before_high - before_low, 1.0)
    share = np.where(before_high > before_low, (drawn.value[:, i, at] - before_low) / width, 0.0)
    value = np.sort(low + (high - low) * np.clip(share, 0.0, 1.0), axis=1)
    drawn.value[:, i, at] = np.where(possible, value, drawn.value[:, i, at])
    drawn.low[:, i, at] = np.where(possible, low, before_low)
    drawn.high[:, i, at] = np.where(possible, high, before_high)
