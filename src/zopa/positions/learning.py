"""Learning from review: what people decided about some statements, carried to the rest of the case.

The model is small, made anew at every run, and holds nothing but the decisions it came from. It does two things:

- it makes a coding of the coder's surer where its claim was found right elsewhere, less sure where it was rejected;
- it proposes codings the coder missed, where a statement says much the same as one in which people found them.

How far to trust either is learned from the reviewed articles themselves (:mod:`~zopa.positions.rehearsal`); before
there are enough of them, the rates of other negotiations hold (``learning.json``).
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.positions.calibration import chance, log_odds
from zopa.positions.candidates import SHOWN_FROM
from zopa.positions.coder import CODER
from zopa.positions.coding import coding_of
from zopa.positions.evidence import Evidence
from zopa.positions.lessons import claim_of, words_of
from zopa.positions.position import Position
from zopa.positions.rehearsal import BANDS, counts, kind_of, missed, missed_claims, rehearse, solve
from zopa.positions.speakers import party_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.coding import Coding
    from zopa.positions.encoder import Floats
    from zopa.positions.lessons import Claim, Lesson
    from zopa.positions.rehearsal import Guess, Solution
    from zopa.statements.statement import Statement

LEAST_DECISIONS = 10
"""Decisions below which nothing is learned."""

LEARNED = f"{CODER}+reviews"
"""The coder of a position that the reviews of other statements brought."""

COUNTED_MISSED = 0.5
"""The least confidence from which a coding the coder missed counts; below it stands a suggestion."""

TABLE = Path(__file__).with_name("learning.json")

LEAST_OUTCOMES = 3
"""Codings of its kind that the rehearsal must have tried before a coding the coder missed counts."""

_UNTRIED = COUNTED_MISSED - 0.01
_PRIOR = 2.0
"""How many decisions the rates of other negotiations weigh."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What a case's reviews teach.

    ``solution`` gives the evidence for claims in new words; ``codings`` is how a claim was last coded; ``refused`` are
    claims that were only ever rejected. ``rates`` says for each band of evidence how often a coding that the coder
    missed is right; ``shifts`` by how much (in log odds) the coder's own are surer, by kind. ``decided`` are the
    statements that were decided about, by article and words.
    """

    solution: Solution
    codings: Mapping[Claim, Coding]
    refused: frozenset[Claim]
    rates: Mapping[str, float]
    shifts: Mapping[str, float]
    decided: frozenset[tuple[str, str]]


@cache
def elsewhere() -> Mapping[str, float]:
    """How often each kind of coding was right in other negotiations."""
    rates: dict[str, float] = json.loads(TABLE.read_text("utf-8"))["rates"]
    return rates


def learn(lessons: Sequence[Lesson], rates: Mapping[str, float] | None = None) -> Learned | None:
    """What the lessons teach; None where there are fewer than ``LEAST_DECISIONS`` decisions or nothing was right.

    1. Each right claim is regressed on how alike statements are (:func:`~zopa.positions.rehearsal.solve`).
    2. Each reviewed article is predicted from the others.
    3. From what was right there comes the rate of each kind of coding: (right + 2 p) / (n + 2), with p its rate in
       other negotiations (``rates``; the shipped ones where none are given).

    Deterministic, and the same for lessons in the same order. Cost: the cube of the number of lessons.
    """
    decisions = sum(len(lesson.claims | {claim for claim, _ in lesson.shown}) for lesson in lessons)
    if decisions < LEAST_DECISIONS or not any(lesson.right for lesson in lessons):
        return None
    solution = solve(lessons)
    guesses = rehearse(lessons, solution)
    known = elsewhere() if rates is None else rates
    return Learned(
        solution=solution,
        codings={claim_of(coding): coding for lesson in lessons for coding in lesson.right},
        refused=frozenset({claim for lesson in lessons for claim, _ in lesson.shown} - set(solution.claims)),
        rates=_rates(guesses, known),
        shifts=_shifts(guesses, known),
        decided=frozenset((lesson.article, lesson.words) for lesson in lessons),
    )


def _rates(guesses: Sequence[Guess], known: Mapping[str, float]) -> dict[str, float]:
    """For every band of missed codings, how often those with at least as much evidence are right.

    Until the case itself has tried ``LEAST_OUTCOMES`` of them, they stay suggestions.
    """
    rates = {}
    for place, start in enumerate(BANDS):
        kinds = {missed(other) for other in BANDS[place:]}
        outcomes = [guess.right for guess in guesses if guess.kind in kinds]
        rate = (sum(outcomes) + _PRIOR * known[missed(start)]) / (len(outcomes) + _PRIOR)
        rates[missed(start)] = rate if len(outcomes) >= LEAST_OUTCOMES else min(rate, _UNTRIED)
    return rates


def _shifts(guesses: Sequence[Guess], known: Mapping[str, float]) -> dict[str, float]:
    """For each kind of the coder's codings, how much surer they are than their confidence says, in log odds.

    A claim that was found right makes the coder surer and never less sure, one that was rejected the other way round;
    of a claim nobody decided about nothing is known.
    """
    shifts = {}
    for state in ("counted", "suggested"):
        for before, least, most in (("seen", 0.0, float("inf")), ("refused", float("-inf"), 0.0), ("new", 0.0, 0.0)):
            kind = f"{state} {before}"
            mine = [guess for guess in guesses if guess.kind == kind]
            usual = sum(guess.confidence for guess in mine) / len(mine) if mine else known[kind]
            rate = (sum(guess.right for guess in mine) + _PRIOR * known[kind]) / (len(mine) + _PRIOR)
            shifts[kind] = min(most, max(least, log_odds(rate) - log_odds(usual)))
    return shifts


def apply_learning(
    coded: Iterable[Evidence],
    statements: Mapping[str, tuple[Statement, Article]],
    learned: Learned | None,
    case: Case,
) -> tuple[Evidence, ...]:
    """The coder's positions with what was learned, in the order of the statements.

    1. A coding of a statement nobody decided about has its confidence shifted by its kind; it counts from the
       confidence on that a score of ``COUNTED_FROM`` has.
    2. In such a statement, a claim for which there is evidence enough is added with the rate of its band; its words are
       the statement's content, its strength that of the last coding of the claim, its coder ``LEARNED``.

    Statements that were decided about stay as the coder left them: there the decisions themselves hold. ``statements``
    are all those of ``coded``, with their articles, by id. Cost: statements times lessons.
    """
    items = tuple(coded)
    if learned is None:
        return items
    by_statement: dict[str, list[Evidence]] = defaultdict(list)
    for item in items:
        by_statement[item.statement.id].append(item)
    undecided = [each for each in statements.values() if (each[1].id, words_of(*each)) not in learned.decided]
    evidence = learned.solution.known.to([words_of(*each) for each in undecided]) @ learned.solution.weights
    for (statement, article), row in zip(undecided, evidence, strict=True):
        own = by_statement[statement.id]
        added = _added(statement, article, case, own, row, learned)
        by_statement[statement.id] = [*(_shifted(item, learned) for item in own), *added]
    return tuple(item for id in statements for item in by_statement[id])


def _shifted(item: Evidence, learned: Learned) -> Evidence:
    position = item.position
    claim = claim_of(coding_of(position))
    kind = kind_of(claim, position.confidence, learned.codings.keys(), learned.refused)
    if not learned.shifts[kind]:
        return item
    confidence = round(chance(log_odds(position.confidence) + learned.shifts[kind]), 3)
    surer = confidence >= position.confidence
    counted = counts(confidence) or (surer and position.counted)
    return replace(item, position=replace(position, confidence=confidence, counted=counted))


def _added(
    statement: Statement, article: Article, case: Case, own: Sequence[Evidence], evidence: Floats, learned: Learned
) -> Iterator[Evidence]:
    shown = [claim_of(coding_of(item.position)) for item in own]
    for claim, amount in missed_claims(evidence, learned.solution.claims, party_of(statement, article, case), shown):
        confidence = round(learned.rates[missed(amount)], 3)
        if confidence < SHOWN_FROM:
            continue
        coding = learned.codings[claim]
        position = Position(
            statement=statement.id,
            party=coding.party,
            issue=coding.issue,
            option=coding.option,
            stance=coding.stance,
            strength=coding.strength,
            words=statement.content,
            coder=LEARNED,
            confidence=confidence,
            counted=confidence >= COUNTED_MISSED,
        )
        yield Evidence(position, statement, article)
