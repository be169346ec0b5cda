"""How the headline depends on how much of what is said in public is bargaining stance, and where it flips.

1. Candidates: the packages accepted most often, as counted at the run's own posture, and on a few of the choosing draws
   at five postures from 0 to 1.
2. At each point of the grid the best candidate on the choosing draws is measured on the other draws.
3. As more posture never lowers any package's acceptability, a curve that dips (by sampling alone) is levelled.

Crawford and Sobel (1982) on cheap talk, Fearon (1994) on what makes public words bind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.kernels.answering import posture_counts
from zopa.settlements.result import Flip
from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.engine import point_levels, stated_levels
from zopa.settlements.uncertain.side_by_side import side_by_side
from zopa.settlements.uncertain.verdicts import agree, put_to, reached, refused
from zopa.settlements.uncertain.work import largest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.uncertain.work import Counted, Work

GRID = tuple(step / 10 for step in range(11))
SCREENED_AT = (0.0, 0.25, 0.5, 0.75, 1.0)
SCREENED = 300
CANDIDATES = 60


def posture_curve(
    work: Work, counted: Counted, headline: int
) -> tuple[tuple[tuple[float, float], ...], tuple[Flip, ...]]:
    """(posture, headline acceptability) over the grid, and where the conclusion flips."""
    candidates = _candidates(work, counted, headline)
    postures = tuple(sorted({*GRID, work.assumed.posture}))
    choosing, measured = (_shares(work, rows, candidates, postures) for rows in (work.choosing, work.measuring))
    chosen = choosing.argmax(axis=1)
    at = postures.index(work.assumed.posture)
    chosen[at] = int(np.flatnonzero(candidates == headline)[0])
    values = _levelled(measured[np.arange(len(postures)), chosen], at)
    curve = tuple((posture, float(value)) for posture, value in zip(postures, values, strict=True))
    return curve, _flips(work, postures, candidates[chosen], values)


def _candidates(work: Work, counted: Counted, headline: int) -> NDArray[np.intp]:
    """Addresses worth looking at anywhere on the curve, the headline first."""
    few = work.draws.some(work.choosing[:SCREENED])
    found = [np.array([headline], dtype=np.intp), largest(counted.choosing.counts.ravel(), CANDIDATES)]

    def best_at(posture: float) -> NDArray[np.intp]:
        levels = point_levels(work.engine, few, replace(work.assumed, posture=posture))
        return largest(count_accepted(work.engine, levels).counts.ravel(), CANDIDATES)

    found.extend(side_by_side(best_at, SCREENED_AT, work.threads))
    joined = np.concatenate(found)
    _, first = np.unique(joined, return_index=True)
    return joined[np.sort(first)]


def _shares(
    work: Work, rows: NDArray[np.intp], candidates: NDArray[np.intp], postures: tuple[float, ...]
) -> NDArray[np.float64]:
    """Each candidate's acceptability at each posture, (postures, candidates), on some of the draws.

    Posture only decides which refusals bind: what packages are worth is the same at all of them, and a refusal that
    does not bind at one posture binds at no higher one. In C, each draw is therefore looked at once.
    """
    draws, choices = work.draws.some(rows), work.engine.halves.choices(candidates)
    stated, hidden = stated_levels(work.engine, draws, work.assumed)
    asked = put_to(work.engine, stated, choices, work.engine.quorum.signatories)
    if asked is not None and work.engine.quorum.everybody and len(postures) < 256:
        binds = draws.posture[:, :, None] < 1.0 - np.array(postures)
        counts = posture_counts(asked, hidden, binds.sum(axis=2).astype(np.uint8), len(postures))
        return np.asarray(counts.T / draws.count)
    worth = reached(work.engine, point_levels(work.engine, draws, work.assumed), choices)

    def share(posture: float) -> NDArray[np.float64]:
        levels = point_levels(work.engine, draws, replace(work.assumed, posture=posture))
        return np.asarray(agree(work.engine.quorum, worth & ~refused(work.engine, levels, choices)).mean(axis=0))

    return np.stack(list(side_by_side(share, postures, work.threads)))


def _levelled(values: NDArray[np.float64], at: int) -> NDArray[np.float64]:
    """The values without dips: not below what stands before, right of the run's posture; not above, left of it."""
    right = np.maximum.accumulate(values[at:])
    left = np.minimum.accumulate(values[: at + 1][::-1])[::-1]
    return np.concatenate([left[:-1], right])


def _flips(
    work: Work, postures: tuple[float, ...], chosen: NDArray[np.intp], values: NDArray[np.float64]
) -> tuple[Flip, ...]:
    """Where another package becomes clearly better (by two paired standard errors), and where 1/2 is crossed."""
    found = []
    present = chosen[0]
    for step in range(1, len(postures)):
        if values[step - 1] < 0.5 <= values[step]:
            found.append(Flip(postures[step], "a deal becomes more likely than not"))
        if chosen[step] != present and _clearly_better(work, postures[step], int(present), int(chosen[step])):
            found.append(Flip(postures[step], "another package becomes the most acceptable"))
            present = chosen[step]
    return tuple(found)


def _clearly_better(work: Work, posture: float, present: int, other: int) -> bool:
    """Whether the other package beats the present one by more than two paired standard errors."""
    assumed = replace(work.assumed, posture=posture)
    both = work.agreed_at(assumed, work.measuring, np.array([present, other])).astype(np.float64)
    change = both[:, 1] - both[:, 0]
    if len(change) < 2:
        return bool(change.mean() > 0)
    return bool(change.mean() > 2 * change.std(ddof=1) / len(change) ** 0.5)
