"""Two concessions at once: refusals that help only together, or that two parties could trade for one another.

Only packages that both refusals forbid can gain more than they do apart. The pairs looked at are those whose refusals
gain most alone, taken together. Cost: as for single concessions, for at most ``MOST`` pairs.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.further import PairedConcession
from zopa.settlements.uncertain.candidates import paired
from zopa.settlements.uncertain.concessions import best_opened, cost_of, stated_refusals, without
from zopa.settlements.uncertain.side_by_side import side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.settlements.result import Concession
    from zopa.settlements.uncertain.arrays import Match
    from zopa.settlements.uncertain.work import Work

MOST = 8


def find_pairs(work: Work, headline: int, singles: Sequence[Concession]) -> tuple[PairedConcession, ...]:
    """The pairs that gain most first. ``singles`` are the single concessions."""
    alone = {entry.clause: entry for entry in singles}
    known = [c for c in stated_refusals(work) if work.engine.refusals[c].clause.id in alone]
    possible = [(a, b) for a, b in combinations(known, 2) if _together(work, a, b) is not None]

    def promise(pair: tuple[int, int]) -> tuple[float, str, str]:
        names = [work.engine.refusals[c].clause.id for c in pair]
        return -sum(alone[name].gain for name in names), names[0], names[1]

    chosen = sorted(possible, key=promise)[:MOST]
    found = side_by_side(lambda pair: _pair(work, headline, pair, alone), chosen, work.threads)
    return tuple(sorted(found, key=lambda entry: (-entry.gain, entry.clauses)))


def _together(work: Work, a: int, b: int) -> Match | None:
    """What both refusals forbid, or None where no package is forbidden by both."""
    both = {**work.engine.refusals[a].when}
    for j, mask in work.engine.refusals[b].when.items():
        both[j] = both[j] & mask if j in both else mask
    if not all(mask.any() for mask in both.values()):
        return None
    inside, _ = work.engine.halves.within(both)
    return both if inside.feasible else None


def _pair(work: Work, headline: int, pair: tuple[int, int], alone: dict[str, Concession]) -> PairedConcession:
    """What happens to the headline when both refusals are given up; no less than with one of them."""
    refusals = [work.engine.refusals[c] for c in pair]
    moved = without(work, *pair)
    both = _together(work, *pair) or {}
    tried = [headline, best_opened(moved, both, headline)]
    for refusal in refusals:
        package = alone[refusal.clause.id].package
        tried += [] if package is None else [work.engine.halves.address(work.engine.layout.choice(package))]
    best = tried[int(moved.agreed_at(work.assumed, work.choosing, np.array(tried)).sum(axis=0).argmax())]
    now = work.agreed_at(work.assumed, work.measuring, np.array([headline]))[:, 0]
    gain, se = paired(moved.agreed_at(work.assumed, work.measuring, np.array([best]))[:, 0], now)
    parties = sorted({refusal.party for refusal in refusals})
    names = work.engine.layout.parties
    return PairedConcession(
        clauses=(refusals[0].clause.id, refusals[1].clause.id),
        parties=tuple(names[i] for i in parties),
        gain=gain,
        se=se,
        beyond=gain - max(alone[refusal.clause.id].gain for refusal in refusals),
        cost={names[i]: cost_of(work, i, (headline, best)) for i in parties},
        package=work.engine.layout.package(work.engine.halves.choices(np.array([best]))[0].tolist()),
    )
