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

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.result import Concession
from zopa.settlements.uncertain.arrays import preference_of, stakes_of
from zopa.settlements.uncertain.candidates import paired
from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.engine import point_levels
from zopa.settlements.uncertain.side_by_side import side_by_side
from zopa.settlements.uncertain.verdicts import utility_of
from zopa.settlements.uncertain.work import largest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zopa.settlements.uncertain.arrays import Match
    from zopa.settlements.uncertain.work import Work

SCREENED = 300
CANDIDATES = 50


@dataclass(frozen=True)
class _Move:
    """One concession: whose, what it is called, the packages it may open, and the run once it is made."""

    party: int
    clause: str
    statements: tuple[str, ...]
    opened: Match
    moved: Work


def find_concessions(
    work: Work, headline: int, go_on: Callable[[float], bool] | None = None, every_issue: bool = False
) -> tuple[tuple[Concession, ...], bool]:
    """Every single concession, largest gain first; and whether all were looked at before ``go_on`` said no.

    With ``every_issue`` also those on options of which a party has refused nothing: it would have them after all.
    """
    moves = [_gives_up(work, c) for c in stated_refusals(work)]
    if every_issue:
        moves.extend(_welcomes(work))
    found: list[Concession] = []
    for entry in side_by_side(lambda move: _concession(work, headline, move), moves, work.threads):
        found.append(entry)
        if go_on is not None and not go_on(len(found) / len(moves)):
            break
    ranked = sorted(found, key=lambda entry: (-entry.gain, entry.cost, entry.clause))
    return tuple(ranked), len(found) == len(moves)


def stated_refusals(work: Work) -> list[int]:
    """Which refusals somebody who must say yes can give up."""
    return [c for c, refusal in enumerate(work.engine.refusals) if refusal.party in work.engine.quorum.signatories]


def without(work: Work, *given_up: int) -> Work:
    """The same run with some refusals given up."""
    keep = np.ones(len(work.engine.refusals), dtype=bool)
    keep[list(given_up)] = False
    return replace(work, draws=work.draws.relaxed(keep))


def best_opened(moved: Work, opened: Match, headline: int) -> int:
    """The best package after a concession, on the choosing draws: the headline, unless one it opens does better."""
    inside, addresses = moved.engine.halves.within(opened)
    levels = point_levels(moved.engine, moved.draws.some(moved.choosing[:SCREENED]), moved.assumed)
    tally = count_accepted(replace(moved.engine, halves=inside), levels)
    best = addresses.ravel()[largest(tally.counts.ravel(), CANDIDATES)]
    candidates = np.concatenate([[headline], best]).astype(np.intp)
    shares = moved.agreed_at(moved.assumed, moved.choosing, candidates).sum(axis=0)
    return int(candidates[int(shares.argmax())])


def cost_of(work: Work, party: int, packages: Sequence[int]) -> float:
    """The mean fall of a party's utility from the first package to the second, in its own unit."""
    if packages[0] == packages[1]:
        return 0.0
    choices = work.engine.halves.choices(np.array(packages, dtype=np.intp))
    level = utility_of(work.engine, work.levels, choices, party).mean(axis=0) / work.levels.scale[party]
    return float(level[0] - level[1])


def _concession(work: Work, headline: int, move: _Move) -> Concession:
    """What happens to the headline when a party moves."""
    best = best_opened(move.moved, move.opened, headline)
    before, after = np.array([headline]), np.array([best])
    now = work.agreed_at(work.assumed, work.measuring, before)[:, 0]
    then = move.moved.agreed_at(work.assumed, work.measuring, after)[:, 0]
    gain, se = paired(then, now)
    return Concession(
        party=work.engine.layout.parties[move.party],
        clause=move.clause,
        gain=gain,
        se=se,
        cost=cost_of(work, move.party, (headline, best)),
        package=work.engine.layout.package(work.engine.halves.choices(after)[0].tolist()),
        statements=move.statements,
    )


def _gives_up(work: Work, c: int) -> _Move:
    """A refusal given up. Bands of value stay as they are."""
    refusal = work.engine.refusals[c]
    return _Move(refusal.party, refusal.clause.id, refusal.clause.statements, refusal.when, without(work, c))


def _welcomes(work: Work) -> Iterator[_Move]:
    """Options a party has not refused: it would have each, so that it is worth no less than no deal on the issue."""
    layout, draws = work.engine.layout, work.draws
    refused = {(refusal.party, refusal.atom) for refusal in work.engine.refusals if refusal.atom}
    for i in work.engine.quorum.signatories:
        preference = preference_of(work.engine.model, layout.parties[i])
        for issue in () if preference.scores is not None else stakes_of(preference, layout.issues):
            j = layout.issue(issue)
            for k, option in enumerate(layout.options[j]):
                if (i, (j, k)) in refused or option in preference.values.get(issue, {}):
                    continue
                at = layout.starts[j] + k
                part, hidden = draws.part.copy(), draws.hidden.copy()
                middle = np.ceil(draws.weights[:, i, j] * draws.scale[i] / 2).astype(part.dtype)
                part[:, i, at] = np.maximum(part[:, i, at], middle)
                hidden[:, i, at] = 1.0
                moved = replace(work, draws=replace(draws, part=part, hidden=hidden))
                clause = f"{layout.parties[i]}: would have {issue}={option}"
                yield _Move(i, clause, (), layout.match([(issue, [option])]), moved)
