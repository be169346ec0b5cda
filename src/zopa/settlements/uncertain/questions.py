"""What to ask next: the expected value of learning the truth of one origin, of one uncertain red line, or of one cell.

A cell is an option on which a party has said nothing; what is learned is whether the party would have it, that is,
whether it is worth more to it than no deal on that issue (v at least 1/2).

EVPPI = sum over v of P(v) max over x of a(x | v), less max over x of a(x) (expected value of partial perfect
information; Raiffa and Schlaifer 1961). Packages are chosen, given each truth, on one half of the draws and measured
on the other, so that picking the luckiest package is not mistaken for information. Choice is among candidates: the
packages accepted most often, over all and with each row of either half of the space; in small spaces, all packages.
Cost: draws times candidates times origins, as one matrix product.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.result import Question
from zopa.settlements.uncertain.arrays import preference_of, stakes_of
from zopa.settlements.uncertain.candidates import good_packages, paired

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.model import Claim, NegotiationModel
    from zopa.settlements.uncertain.work import Counted, Work

CANDIDATES = 200
CELLS = 5
VERBS = {
    "demands": "demand",
    "accepts": "accept",
    "offers": "offer",
    "rejects": "reject",
    "conditions": "accept on a condition",
    "undecided": "leave open",
}


@dataclass(frozen=True)
class _Unknown:
    """What one could ask, in words, its truth in each draw, the statements behind it, and the origin it is about."""

    ask: str
    truth: NDArray[np.bool_]
    statements: tuple[str, ...] = ()
    origin: str | None = None


def find_questions(work: Work, counted: Counted, headline: int) -> tuple[Question, ...]:
    """The value of knowing each unknown, largest first: every origin, every uncertain red line of the model, and of
    the cells nobody has spoken of the ``CELLS`` that are worth most.
    """
    asked = list(_unknowns(work))
    silent = list(_silent_cells(work))
    if not asked and not silent:
        return ()
    candidates = good_packages(counted, headline, CANDIDATES)
    halves = [work.agreed_at(work.assumed, rows, candidates) for rows in (work.choosing, work.measuring)]
    found = _valued(work, asked, halves[0], halves[1])
    cells = sorted(_valued(work, silent, halves[0], halves[1]), key=_rank)[:CELLS]
    return tuple(sorted([*found, *(cell for cell in cells if cell.evppi > 2 * cell.se)], key=_rank))


def _rank(question: Question) -> tuple[float, str, str]:
    return -question.evppi, question.ask, question.origin or ""


def _valued(
    work: Work, unknowns: Sequence[_Unknown], choosing: NDArray[np.bool_], measuring: NDArray[np.bool_]
) -> list[Question]:
    """Each unknown as a question with its value. Column 0 of the answers is the headline.

    Given each truth a package other than the headline is taken only where it does better on the choosing draws. The
    value is never below 0.
    """
    if not unknowns:
        return []
    truths = np.stack([unknown.truth for unknown in unknowns])
    totals = choosing.sum(axis=0, dtype=np.int64)
    where_true = truths[:, work.choosing].astype(np.float32) @ choosing.astype(np.float32)
    best_if = np.stack([(totals - where_true).argmax(axis=1), where_true.argmax(axis=1)], axis=1)
    found = []
    for unknown, best, truth in zip(unknowns, best_if, truths[:, work.measuring], strict=True):
        taken = measuring[np.arange(len(truth)), best[truth.astype(np.intp)]]
        change, se = paired(taken, measuring[:, 0])
        found.append(Question(unknown.ask, max(0.0, change), se, unknown.statements, unknown.origin))
    return found


def _unknowns(work: Work) -> Iterator[_Unknown]:
    """The origins and red lines of signatories that hold in some draws and not in others."""
    model = work.engine.model
    signing = {work.engine.layout.parties[i] for i in work.engine.quorum.signatories}
    for origin, claims in _by_origin(model):
        statements = tuple(sorted({found for claim in claims for found in claim.statements}))
        truth = work.draws.held[origin]
        if claims[0].party in signing and 0 < truth.mean() < 1:
            yield _Unknown(_in_words(claims[0]), truth, statements, origin)
    for c, refusal in enumerate(work.engine.refusals):
        truth = work.draws.vetoes[:, c]
        if refusal.red_lines and refusal.clause.party in signing and 0 < truth.mean() < 1:
            refused = refusal.clause.id.removeprefix(f"{refusal.clause.party}: ").replace("=", " = ")
            ask = f"Does {refusal.clause.party} really refuse {refused}?"
            yield _Unknown(ask, truth, refusal.clause.statements)


def _silent_cells(work: Work) -> Iterator[_Unknown]:
    """Options on which a signatory has said nothing: is such an option better for it than no deal on the issue?"""
    engine, draws = work.engine, work.draws
    spoken = {(claim.party, claim.issue, claim.option) for claim in engine.model.claims}
    for i in engine.quorum.signatories:
        party = engine.layout.parties[i]
        preference = preference_of(engine.model, party)
        if preference.scores is not None:
            continue
        for issue in stakes_of(preference, engine.layout.issues):
            j = engine.layout.issue(issue)
            for k, option in enumerate(engine.layout.options[j]):
                if (party, issue, option) in spoken or option in preference.values.get(issue, {}):
                    continue
                worth = draws.part[:, i, engine.layout.starts[j] + k] / draws.scale[i]
                yield _Unknown(f"Would {party} have {issue} = {option}?", worth >= draws.weights[:, i, j] / 2)


def _by_origin(model: NegotiationModel) -> Sequence[tuple[str, list[Claim]]]:
    found: dict[str, list[Claim]] = {}
    for claim in sorted(model.claims, key=lambda claim: (claim.party, claim.issue, claim.option, claim.stance)):
        found.setdefault(claim.origin, []).append(claim)
    return sorted(found.items())


def _in_words(claim: Claim) -> str:
    return f"Does {claim.party} really {VERBS[claim.stance]} {claim.issue} = {claim.option}?"
