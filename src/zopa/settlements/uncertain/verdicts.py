"""What every signatory says to a handful of packages in every draw: in C where that is compiled, or by matrix products.

For the packages of a list this gives the same answers as a full count of the space, and says why: which threshold is
missed, and which refusal is met. Cost: draws x parties x issues x packages, in C; options in place of issues without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.kernels.answering import Asked, answers, usable
from zopa.settlements.uncertain.arrays import matches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.settlements.uncertain.arrays import Layout, Quorum
    from zopa.settlements.uncertain.engine import Engine, Levels

AT_ONCE = 1 << 22

FEW = 8
"""So many packages are summed option by option; of more, a matrix product is quicker."""


def utilities(engine: Engine, levels: Levels, choices: NDArray[np.intp]) -> NDArray[np.float64]:
    """Every party's utility of some packages, (N, P, M), in the unit of the levels. ``choices`` is (M, issues)."""
    draws, parties, width = levels.part.shape
    found: NDArray[np.float64]
    if levels.part.dtype != np.float64 and len(choices) <= FEW:
        found = _summed(levels.part, places(engine.layout, choices))
    else:
        flat = levels.part.reshape(draws * parties, width).astype(np.float64)
        found = (flat @ _one_hot(engine.layout, choices)).reshape(draws, parties, len(choices))
    for party, match, add in engine.interactions:
        scaled = add * levels.scale[party]
        if levels.part.dtype != np.float64:
            scaled = np.rint(scaled)
        found[:, party] += np.where(matches(match, choices), scaled, 0.0)
    return found


def utility_of(engine: Engine, levels: Levels, choices: NDArray[np.intp], party: int) -> NDArray[np.float64]:
    """The same of one party, (N, M)."""
    if levels.part.dtype != np.float64 and not engine.interactions:
        return _summed(levels.part[:, party], places(engine.layout, choices))
    return utilities(engine, levels, choices)[:, party]


def _summed(part: NDArray[Any], chosen: NDArray[np.intp]) -> NDArray[np.float64]:
    """The sum of whole numbers (..., O) at the places ``chosen`` (M, issues), exact in whatever order: (..., M)."""
    total = part[..., chosen[:, 0]]
    for at in chosen.T[1:]:
        total += part[..., at]
    return np.asarray(total.astype(np.float64))


def refused(engine: Engine, levels: Levels, choices: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which parties' refusals some packages meet, (N, P, M)."""
    draws, parties, width = levels.blocked.shape
    flat = levels.blocked.reshape(draws * parties, width).astype(np.float32)
    found = ((flat @ _one_hot(engine.layout, choices).astype(np.float32)) > 0.5).reshape(draws, parties, len(choices))
    for c, refusal in enumerate(engine.refusals):
        if refusal.atom is None:
            found[:, refusal.party] |= levels.wide[:, c, None] & _met(engine, c, choices)
    return found


def accepts(engine: Engine, levels: Levels, choices: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which parties accept which packages, (N, P, M)."""
    asked = put_to(engine, levels, choices, range(levels.part.shape[1]))
    if asked is not None:
        return answers(asked, apart=True)
    reached: NDArray[np.bool_] = utilities(engine, levels, choices) >= levels.threshold[:, :, None]
    return reached & ~refused(engine, levels, choices)


def reached(engine: Engine, levels: Levels, choices: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether packages are worth enough to each party, refusals aside, (N, P, M), a few at a time."""
    found = np.empty((levels.count, levels.part.shape[1], len(choices)), dtype=bool)
    step = max(1, AT_ONCE // max(1, levels.count * levels.part.shape[1]))
    for start in range(0, len(choices), step):
        some = slice(start, start + step)
        found[:, :, some] = utilities(engine, levels, choices[some]) >= levels.threshold[:, :, None]
    return found


def agree(quorum: Quorum, answers: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether enough signatories say yes, (N, M), from the parties' answers (N, P, M)."""
    yes = answers[:, list(quorum.signatories)]
    if quorum.everybody:
        return np.asarray(yes.all(axis=1))
    return np.asarray((yes.sum(axis=1) >= quorum.at_least) & answers[:, list(quorum.always)].all(axis=1))


def agreed(engine: Engine, levels: Levels, choices: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which packages are agreed to in which draws, (N, M), a few packages at a time to bound the memory."""
    asked = put_to(engine, levels, choices, engine.quorum.signatories) if engine.quorum.everybody else None
    if asked is not None:
        return answers(asked, apart=False)
    found = np.empty((levels.count, len(choices)), dtype=bool)
    step = max(1, AT_ONCE // max(1, levels.count * levels.part.shape[1]))
    for start in range(0, len(choices), step):
        some = slice(start, start + step)
        found[:, some] = agree(engine.quorum, accepts(engine, levels, choices[some]))
    return found


def put_to(engine: Engine, levels: Levels, choices: NDArray[np.intp], who: Sequence[int]) -> Asked | None:
    """Packages as they are put to some parties in C; None where numpy must ask them."""
    if engine.interactions or not usable(levels.part.dtype):
        return None
    wide = [c for c, refusal in enumerate(engine.refusals) if refusal.atom is None and refusal.party in who]
    return Asked(
        levels.part,
        levels.threshold,
        levels.blocked,
        levels.wide[:, wide],
        np.array(who, dtype=np.int64),
        places(engine.layout, choices).astype(np.int64),
        np.array([who.index(engine.refusals[c].party) for c in wide], dtype=np.int64),
        np.stack([_met(engine, c, choices) for c in wide]) if wide else np.zeros((0, len(choices)), dtype=bool),
    )


def _met(engine: Engine, c: int, choices: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which packages a refusal is about, (M,)."""
    refusal = engine.refusals[c]
    hit = matches(refusal.when, choices)
    return hit if refusal.unless is None else hit & ~matches(refusal.unless, choices)


def places(layout: Layout, choices: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where the options of packages stand on the axis of all options, (M, issues)."""
    return choices + np.array(layout.starts[:-1], dtype=np.intp)


@dataclass(frozen=True)
class Share:
    """A sampled share of draws: its point, standard error sqrt(a (1 - a) / N), and 95 % Wilson interval."""

    point: float
    se: float
    interval: tuple[float, float]


def share_of(successes: int, draws: int) -> Share:
    """The share of draws in which something is so (Wilson 1927 for the interval). One draw is exact: no error."""
    point = successes / draws if draws else 0.0
    if draws <= 1:
        return Share(point, 0.0, (point, point))
    z = 1.959963984540054
    centre = (point + z * z / (2 * draws)) / (1 + z * z / draws)
    half = z / (1 + z * z / draws) * (point * (1 - point) / draws + z * z / (4 * draws * draws)) ** 0.5
    interval = (max(0.0, min(point, centre - half)), min(1.0, max(point, centre + half)))
    return Share(point, (point * (1 - point) / draws) ** 0.5, interval)


def _one_hot(layout: Layout, choices: NDArray[np.intp]) -> NDArray[Any]:
    """Packages as columns over the flat axis of options, (O, M), with a 1 at each option chosen."""
    found = np.zeros((layout.width, len(choices)))
    for j, start in enumerate(layout.starts[:-1]):
        found[start + choices[:, j], np.arange(len(choices))] = 1.0
    return found
