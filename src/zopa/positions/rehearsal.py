"""Rehearsal: every reviewed article predicted from the others, to see how far what was learned can be trusted."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.positions.calibration import calibrated
from zopa.positions.candidates import COUNTED_FROM
from zopa.positions.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from zopa.positions.encoder import Floats
    from zopa.positions.lessons import Claim, Lesson
    from zopa.positions.likeness import Likeness

BANDS = (0.1, 0.15, 0.2, 0.3)
"""The evidence for a missed coding, in bands; below the first it is not proposed."""

_RIDGE = 0.5


@dataclass(frozen=True, slots=True)
class Solution:
    """Kernel ridge regression of claims on statements.

    ``truth`` [lessons, claims] says what is right; ``solver`` [lessons, lessons] is (K + r I)^-1 for the likeness K of
    the lessons; ``weights`` = solver truth, so that the likeness of new words to the lessons times ``weights`` is the
    evidence for each claim in them.
    """

    known: Likeness
    claims: tuple[Claim, ...]
    truth: Floats
    solver: Floats
    weights: Floats

    def without(self, places: Sequence[int]) -> Floats:
        """The evidence in some lessons as learned from all others, [places, claims]: exact, without solving again."""
        block = self.solver[np.ix_(places, places)]
        left: Floats = self.truth[places] - np.linalg.solve(block, self.weights[places])
        return left


def solve(lessons: Sequence[Lesson]) -> Solution:
    """Kernel ridge regression (Saunders, Gammerman and Vovk 1998). Cost: the cube of the number of lessons."""
    claims = tuple(sorted({claim for lesson in lessons for claim in lesson.claims}))
    words = [lesson.words for lesson in lessons]
    known = likeness(words)
    solver = np.linalg.inv(known.to(words) + _RIDGE * np.eye(len(lessons))).astype(np.float64)
    truth = np.array([[claim in lesson.claims for claim in claims] for lesson in lessons], dtype=np.float64)
    return Solution(known, claims, truth, solver, solver @ truth)


@dataclass(frozen=True, slots=True)
class Guess:
    """A coding of a reviewed article as it would be made knowing only the others: kind, confidence, outcome.

    The confidence is the coder's; 0 for a coding the coder missed.
    """

    kind: str
    confidence: float
    right: bool


def rehearse(lessons: Sequence[Lesson], solution: Solution) -> list[Guess]:
    """What would be said of every reviewed article from the others; one guess an article and claim, the surest."""
    articles: dict[str, list[int]] = defaultdict(list)
    for place, lesson in enumerate(lessons):
        articles[lesson.article].append(place)
    accepted = {article: _accepted(lessons, places) for article, places in articles.items()}
    rejected = {article: _shown(lessons, places) - accepted[article] for article, places in articles.items()}
    times_accepted = Counter(claim for found in accepted.values() for claim in found)
    times_rejected = Counter(claim for found in rejected.values() for claim in found)
    guesses = []
    for article, places in articles.items():
        here = accepted[article]
        seen = {claim for claim, times in times_accepted.items() if times > (claim in here)}
        refused = {claim for claim, times in times_rejected.items() if times > (claim in rejected[article])} - seen
        best: dict[Claim, tuple[bool, float, str]] = {}
        for place, row in zip(places, solution.without(places), strict=True):
            for claim, found in _said(lessons[place], row, solution.claims, seen, refused):
                best[claim] = max(best.get(claim, found), found)
        for claim, (shown, amount, kind) in sorted(best.items()):
            guesses.append(Guess(kind, amount if shown else 0.0, claim in here))
    return guesses


def _said(
    lesson: Lesson, evidence: Floats, claims: tuple[Claim, ...], seen: Set[Claim], refused: Set[Claim]
) -> Iterator[tuple[Claim, tuple[bool, float, str]]]:
    """The claims about one statement: those the coder showed, with their confidence, and those it may have missed."""
    shown = dict(lesson.shown)
    for claim, confidence in shown.items():
        yield claim, (True, confidence, kind_of(claim, confidence, seen, refused))
    for claim, amount in missed_claims(evidence, claims, lesson.party, shown.keys()):
        if claim in seen:
            yield claim, (False, amount, missed(amount))


def _accepted(lessons: Sequence[Lesson], places: Iterable[int]) -> set[Claim]:
    return {claim for place in places for claim in lessons[place].claims}


def _shown(lessons: Sequence[Lesson], places: Iterable[int]) -> set[Claim]:
    return {claim for place in places for claim, _ in lessons[place].shown}


def missed_claims(
    evidence: Floats, claims: tuple[Claim, ...], party: str | None, shown: Iterable[Claim]
) -> Iterator[tuple[Claim, float]]:
    """The claims one statement may make beside those the coder found, with the evidence for each.

    Only for the party whose statement it is, if it is one's, and for issues on which the coder found nothing of the
    party. What speaks for another option or stance of the party on the same issue counts against.
    """
    busy = {claim[:2] for claim in shown}
    rivals: Mapping[tuple[str, str], list[float]] = defaultdict(list)
    for claim, amount in zip(claims, evidence.tolist(), strict=True):
        rivals[claim[:2]].append(amount)
    for claim, amount in zip(claims, evidence.tolist(), strict=True):
        if party not in (None, claim[0]) or claim[:2] in busy:
            continue
        others = list(rivals[claim[:2]])
        others.remove(amount)
        least = min(amount, amount - max(others, default=0.0))
        if least >= BANDS[0]:
            yield claim, least


def missed(amount: float) -> str:
    """The kind of a coding the coder missed, by the evidence for it."""
    return f"missed {max(start for start in BANDS if amount >= start):g}"


def kind_of(claim: Claim, confidence: float, seen: Set[Claim], refused: Set[Claim]) -> str:
    """The kind of a coder's coding: counted or suggested, and whether its claim was found right or rejected before."""
    before = "seen" if claim in seen else "refused" if claim in refused else "new"
    return f"{'counted' if counts(confidence) else 'suggested'} {before}"


def counts(confidence: float) -> bool:
    """Whether a coding of the coder's with this confidence counts: that of the score ``COUNTED_FROM`` does."""
    return confidence >= calibrated(COUNTED_FROM)
