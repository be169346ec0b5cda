"""What would help: each stated refusal of each signatory given up alone, and what that does to the headline.

For each refusal (common random numbers throughout):

1. Only packages the refusal forbids can gain. They are counted on a few of the choosing draws without the refusal, and
   the best of them are compared on all choosing draws with the headline as it stands.
2. If one of them does better, the gain is measured on the other draws, as the paired difference with its standard
   error; if none does, the headline does not move.

The cost is the mean fall of the party's own utility from the present headline to the new one. Bands of value stay as
they are: a party that drops a veto likes the option no better. Cost: refusals times screening draws times the packages
each of them forbids.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.result import Concession
from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.engine import point_levels
from zopa.settlements.uncertain.side_by_side import side_by_side
from zopa.settlements.uncertain.verdicts import utilities
from zopa.settlements.uncertain.work import largest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.uncertain.clauses import Refusal
    from zopa.settlements.uncertain.work import Work

SCREENED = 300
CANDIDATES = 50


def find_concessions(
    work: Work, headline: int, go_on: Callable[[float], bool] | None = None
) -> tuple[tuple[Concession, ...], bool]:
    """Every single concession, largest gain first; and whether all were looked at before ``go_on`` said no."""
    asked = [c for c, refusal in enumerate(work.engine.refusals) if refusal.party in work.engine.quorum.signatories]
    found: list[Concession] = []
    for entry in side_by_side(lambda c: _concession(work, headline, c), asked, work.threads):
        found.append(entry)
        if go_on is not None and not go_on(len(found) / len(asked)):
            break
    ranked = sorted(found, key=lambda entry: (-entry.gain, entry.cost, entry.clause))
    return tuple(ranked), len(found) == len(asked)


def _concession(work: Work, headline: int, c: int) -> Concession:
    """What happens to the headline when one refusal is given up."""
    refusal = work.engine.refusals[c]
    moved = _without(work, c)
    best = _best(moved, _candidates(moved, refusal, headline))
    before, after = np.array([headline]), np.array([best])
    now = work.agreed_at(work.assumed, work.measuring, before)[:, 0]
    then = moved.agreed_at(work.assumed, work.measuring, after)[:, 0]
    change = then.astype(np.float64) - now
    se = 0.0 if len(change) < 2 else float(change.std(ddof=1) / len(change) ** 0.5)
    return Concession(
        party=refusal.clause.party,
        clause=refusal.clause.id,
        gain=float(change.mean()),
        se=se,
        cost=_cost(work, refusal.party, (headline, best)),
        package=work.engine.layout.package(work.engine.halves.choices(after)[0].tolist()),
        statements=refusal.clause.statements,
    )


def _without(work: Work, c: int) -> Work:
    """The same run with one refusal given up."""
    keep = np.ones(len(work.engine.refusals), dtype=bool)
    keep[c] = False
    return replace(work, draws=work.draws.relaxed(keep))


def _candidates(moved: Work, refusal: Refusal, headline: int) -> NDArray[np.intp]:
    """Packages the refusal forbids that are accepted most often without it on the screening draws, and the headline."""
    inside, addresses = moved.engine.halves.within(refusal.when)
    levels = point_levels(moved.engine, moved.draws.some(moved.choosing[:SCREENED]), moved.assumed)
    tally = count_accepted(replace(moved.engine, halves=inside), levels)
    best = largest(tally.counts.ravel(), CANDIDATES)
    return np.concatenate([[headline], addresses.ravel()[best]]).astype(np.intp)


def _best(moved: Work, candidates: NDArray[np.intp]) -> int:
    """The best candidate on the choosing draws: the first, which is the headline, unless another does better."""
    shares = moved.agreed_at(moved.assumed, moved.choosing, candidates).sum(axis=0)
    return int(candidates[int(shares.argmax())])


def _cost(work: Work, party: int, packages: Sequence[int]) -> float:
    """The mean fall of a party's utility from the first package to the second, in its own unit."""
    if packages[0] == packages[1]:
        return 0.0
    choices = work.engine.halves.choices(np.array(packages, dtype=np.intp))
    level = utilities(work.engine, work.levels, choices)[:, party].mean(axis=0) / work.levels.scale[party]
    return float(level[0] - level[1])
