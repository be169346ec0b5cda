"""What to ask next: the expected value of learning the truth of one origin or of one uncertain red line.

EVPPI = sum over v of P(v) max over x of a(x | v), less max over x of a(x) (expected value of partial perfect
information; Raiffa and Schlaifer 1961). Packages are chosen, given each truth, on one half of the draws and measured
on the other, so that picking the luckiest package is not mistaken for information. Choice is among candidates: the
packages accepted most often, over all and with each row of either half of the space; in small spaces, all packages.
Cost: draws times candidates times origins, as one matrix product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.result import Question
from zopa.settlements.uncertain.work import largest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.model import Claim, NegotiationModel
    from zopa.settlements.uncertain.work import Counted, Work

CANDIDATES = 200
SMALL = 1000
VERBS = {
    "demands": "demand",
    "accepts": "accept",
    "offers": "offer",
    "rejects": "reject",
    "conditions": "accept on a condition",
    "undecided": "leave open",
}


def find_questions(work: Work, counted: Counted, headline: int) -> tuple[Question, ...]:
    """The value of knowing the truth of each origin and each uncertain red line, largest first."""
    unknowns = list(_unknowns(work))
    if not unknowns:
        return ()
    candidates = _candidates(counted, headline)
    choosing = work.agreed_at(work.assumed, work.choosing, candidates)
    measuring = work.agreed_at(work.assumed, work.measuring, candidates)
    found = []
    for ask, statements, truth in unknowns:
        evppi, se = _value(choosing, measuring, truth[work.choosing], truth[work.measuring])
        found.append(Question(ask, evppi, se, statements))
    return tuple(sorted(found, key=lambda question: (-question.evppi, question.ask)))


def _value(
    choosing: NDArray[np.bool_], measuring: NDArray[np.bool_], known: NDArray[np.bool_], truth: NDArray[np.bool_]
) -> tuple[float, float]:
    """The value of knowing, and its paired standard error; column 0 is the headline. Never below 0.

    A package other than the headline is taken only where it does better on the choosing draws.
    """
    totals = choosing.sum(axis=0, dtype=np.int64)
    where_true = known.astype(np.float32) @ choosing.astype(np.float32)
    best_if = np.array([int((totals - where_true).argmax()), int(where_true.argmax())])
    taken = measuring[np.arange(len(truth)), best_if[truth.astype(np.intp)]]
    change = taken.astype(np.float64) - measuring[:, 0]
    se = 0.0 if len(change) < 2 else float(change.std(ddof=1) / len(change) ** 0.5)
    return max(0.0, float(change.mean())), se


def _candidates(counted: Counted, headline: int) -> NDArray[np.intp]:
    """Addresses to choose among, the headline first."""
    counts = counted.choosing.counts
    if counts.size <= SMALL:
        found = np.arange(counts.size, dtype=np.intp)
    else:
        columns = counts.shape[1]
        rows_best = np.arange(len(counts)) * columns + counts.argmax(axis=1)
        columns_best = counts.argmax(axis=0) * columns + np.arange(columns)
        flat = counts.ravel()
        some = [addresses[largest(flat[addresses], CANDIDATES)] for addresses in (rows_best, columns_best)]
        found = np.concatenate([largest(flat, CANDIDATES), *some])
    joined = np.concatenate([[headline], found]).astype(np.intp)
    _, first = np.unique(joined, return_index=True)
    return joined[np.sort(first)]


def _unknowns(work: Work) -> Iterator[tuple[str, tuple[str, ...], NDArray[np.bool_]]]:
    """What one could ask: the question in words, the statements behind it, and its truth in each draw."""
    model = work.engine.model
    signing = {work.engine.layout.parties[i] for i in work.engine.quorum.signatories}
    for origin, claims in _by_origin(model):
        statements = tuple(sorted({found for claim in claims for found in claim.statements}))
        truth = work.draws.held[origin]
        if claims[0].party in signing and 0 < truth.mean() < 1:
            yield _in_words(claims[0]), statements, truth
    for c, refusal in enumerate(work.engine.refusals):
        truth = work.draws.vetoes[:, c]
        if refusal.red_lines and refusal.clause.party in signing and 0 < truth.mean() < 1:
            refused = refusal.clause.id.removeprefix(f"{refusal.clause.party}: ").replace("=", " = ")
            yield f"Does {refusal.clause.party} really refuse {refused}?", refusal.clause.statements, truth


def _by_origin(model: NegotiationModel) -> Sequence[tuple[str, list[Claim]]]:
    found: dict[str, list[Claim]] = {}
    for claim in sorted(model.claims, key=lambda claim: (claim.party, claim.issue, claim.option, claim.stance)):
        found.setdefault(claim.origin, []).append(claim)
    return sorted(found.items())


def _in_words(claim: Claim) -> str:
    return f"Does {claim.party} really {VERBS[claim.stance]} {claim.issue} = {claim.option}?"
