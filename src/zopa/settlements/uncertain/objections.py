"""For given packages: which clauses stand in the way, in what share of draws, and in what share they alone do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.result import Objection
from zopa.settlements.uncertain.arrays import matches
from zopa.settlements.uncertain.clauses import hidden_clause, reservation_clause
from zopa.settlements.uncertain.verdicts import agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from zopa.settlements.result import Clause
    from zopa.settlements.uncertain.draws import Assumptions, Draws
    from zopa.settlements.uncertain.engine import Engine, Levels

Known = tuple["NDArray[np.float64]", "NDArray[np.bool_]"]
"""What the package is worth to each party in the unit of the levels, (N, P), and which refusals bind, (N, C)."""


def objections(
    engine: Engine, draws: Draws, levels: Levels, assumed: Assumptions, choice: NDArray[np.intp], known: Known
) -> tuple[Objection, ...]:
    """What stands in the way of one package, most frequent first.

    A clause stands in the way alone in a draw when the package fails there and lifting that clause would be enough.
    """
    violated = [entry for entry in _violated(engine, draws, levels, assumed, choice, known) if entry[2].any()]
    broken = np.zeros((draws.count, len(engine.layout.parties)), dtype=np.intp)
    for _, party, where in violated:
        broken[:, party] += where
    found = []
    if engine.quorum.everybody:
        # Then a clause is enough to lift where it is the only one.
        only = broken.sum(axis=1) == 1
        listed = (Objection(one, float(where.mean()), float((where & only).mean())) for one, _, where in violated)
        return tuple(sorted(listed, key=lambda entry: (-entry.share, -entry.alone, entry.clause.id)))
    fails = ~agree(engine.quorum, (broken == 0)[:, :, None])[:, 0]
    for clause, party, where in violated:
        lifted = broken == 0
        lifted[:, party] |= where & (broken[:, party] == 1)
        alone = fails & agree(engine.quorum, lifted[:, :, None])[:, 0]
        found.append(Objection(clause, float(where.mean()), float(alone.mean())))
    return tuple(sorted(found, key=lambda entry: (-entry.share, -entry.alone, entry.clause.id)))


def _violated(
    engine: Engine, draws: Draws, levels: Levels, assumed: Assumptions, choice: NDArray[np.intp], known: Known
) -> Iterator[tuple[Clause, int, NDArray[np.bool_]]]:
    """Every clause of a signatory that a package may violate, with the draws in which it does."""
    layout, signatories = engine.layout, engine.quorum.signatories
    (worth, binding), package = known, choice[None, :]
    stated = np.zeros((draws.count, len(layout.parties), len(layout.issues)), dtype=bool)
    for c, refusal in enumerate(draws.refusals):
        hit = bool(matches(refusal.when, package)[0])
        hit = hit and (refusal.unless is None or not matches(refusal.unless, package)[0])
        if refusal.party in signatories and hit:
            if refusal.atom is not None:
                stated[:, refusal.party, refusal.atom[0]] |= binding[:, c]
            yield refusal.clause, refusal.party, binding[:, c]
    for i in signatories:
        for j, issue in enumerate(layout.issues):
            hidden = draws.hidden[:, i, layout.starts[j] + choice[j]] < assumed.hidden
            clause = hidden_clause(layout.parties[i], issue, layout.options[j][choice[j]])
            yield clause, i, hidden & ~stated[:, i, j]
    reached = worth >= levels.threshold
    for i in signatories:
        yield reservation_clause(layout.parties[i]), i, ~reached[:, i]
