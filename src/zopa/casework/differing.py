"""Two reviewers side by side: how far they agree, where they differ, and how a difference is settled."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from zopa.casework.reviewing import Desk, Item, matter_of
from zopa.positions.agreement import Agreement, agreement

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from zopa.ledger import Review
    from zopa.positions import Matter


@dataclass(frozen=True, slots=True)
class Difference:
    """An item on which reviewers came to different results, with the standing review of each."""

    item: Item
    reviews: tuple[Review, ...]


def agreements(path: Path | str) -> list[Agreement]:
    """How far every two reviewers of a case agree, on the codings that both decided.

    What counts is the latest decision of each that was not taken back, as it was before any difference was settled. Two
    edits are the same result if they make the same coding of it.
    """
    desk = Desk(path)
    results: dict[str, dict[Matter, Hashable]] = {}
    for placed in desk.independent():
        verdict = placed.verdict
        if verdict is not None and verdict.before is not None:
            results.setdefault(verdict.by, {})[verdict.matter] = (verdict.outcome, verdict.after)
    return [
        agreement(one, other, _pairs(results[one], results[other])) for one, other in combinations(sorted(results), 2)
    ]


def _pairs(one: dict[Matter, Hashable], other: dict[Matter, Hashable]) -> list[tuple[Hashable, Hashable]]:
    return [(result, other[matter]) for matter, result in one.items() if matter in other]


def agreement_rows(path: Path | str) -> list[dict[str, Any]]:
    """One row for every two reviewers."""
    return [
        {
            "reviewer": found.one,
            "other": found.other,
            "decided by both": found.count,
            "observed": found.observed if found.count else None,
            "expected": found.expected if found.count else None,
            "kappa": found.kappa,
        }
        for found in agreements(path)
    ]


def differences(desk: Desk) -> list[Difference]:
    """The items on which reviewers differ, in the order of the coverage."""
    ruled = desk.rulings
    found = []
    for item in desk.items:
        ruling = ruled.get(matter_of(item))
        if ruling is not None and ruling.outcome == "disputed":
            voices = [desk.decided(item, verdict.by) for verdict in ruling.verdicts]
            found.append(Difference(item, tuple(review for review in voices if review is not None)))
    return found


def settle_difference(desk: Desk, difference: Difference, holds: Review | None, by: str) -> Review:
    """Store that one of the decisions holds, or that it stays unsure (None); the one stored takes the place of all."""
    item, ids = difference.item, [review.id for review in difference.reviews]
    if holds is None:
        return desk.decide(item, "unsure", by, supersedes=ids)
    words = [quote.span for quote in holds.words] if holds.target.article == item.article.id else []
    return desk.decide(item, holds.decision, by, after=holds.after, words=words, supersedes=ids)
