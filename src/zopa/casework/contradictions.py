"""Contradictions side by side: what cannot both hold, with the words on either side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from zopa.positions import build_matrix, rulings
from zopa.positions.evidence import said_on
from zopa.positions.matrix import WANTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.casework.gathering import Gathered
    from zopa.positions import Evidence, Verdict

SAME_TIME = 3
"""Days within which two reports speak of one time, so that the later is no change of position."""

KINDS = {
    "positions": "A party is reported to want what cannot go together",
    "reports": "Two articles differ on what a party held at one time",
    "reviewers": "Reviewers differ on what a statement means",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: what it says, the statements that say it, and who they are of (reviewers)."""

    option: str
    stance: str
    statements: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that cannot both hold of one party on one issue. ``kind`` is a key of ``KINDS``."""

    kind: str
    party: str
    issue: str
    sides: tuple[Side, Side]

    def as_row(self) -> dict[str, Any]:
        """Plain data: one row, the sides as ``one`` and ``other``."""
        named: dict[str, Any] = {}
        for name, side in zip(("one", "other"), self.sides, strict=True):
            named[name] = f"{side.stance} {side.option}" + (f" ({side.by})" if side.by else "")
            named[f"{name}_statements"] = list(side.statements)
        return {"kind": self.kind, "party": self.party, "issue": self.issue, **named}


def contradictions_in(gathered: Gathered) -> tuple[Contradiction, ...]:
    """What cannot both hold as of the date.

    1. ``positions``: two standings of a cell of the matrix that conflict; settling uses neither in a draw where both
       hold.
    2. ``reports``: one article has a party want an option and another has it reject the same option, of days at most
       ``SAME_TIME`` apart, where the matrix lets the later words replace the earlier.
    3. ``reviewers``: people came to different results on one coding; nothing is decided until they agree.

    Cost: linear in the evidence, plus the pairs on one option of one party.
    """
    known = gathered.known
    cells = [*_of_cells(known)]
    seen = {frozenset((*one.sides[0].statements, *one.sides[1].statements)) for one in cells}
    reports = [one for one in _of_reports(known) if not any(_statements(one) <= found for found in seen)]
    return (*cells, *reports, *_of_reviewers(known))


def _statements(found: Contradiction) -> frozenset[str]:
    return frozenset(id for side in found.sides for id in side.statements)


def _of_cells(known: Gathered) -> Iterator[Contradiction]:
    for cell in build_matrix(known.evidence, known.case, known.as_of).cells:
        for one, other in cell.conflicts:
            sides = (
                Side(one.option, one.stance, one.statements),
                Side(other.option, other.stance, other.statements),
            )
            yield Contradiction("positions", cell.party, cell.issue, sides)


def _of_reports(known: Gathered) -> Iterator[Contradiction]:
    matters: dict[tuple[str, str, str], list[Evidence]] = {}
    for item in known.evidence:
        position = item.position
        if position.counted and (position.stance == "rejects" or position.stance in WANTS):
            matters.setdefault((position.party, position.issue, position.option), []).append(item)
    for (party, issue, option), items in matters.items():
        differing = [item for pair in combinations(items, 2) if _differ(*pair) for item in pair]
        if differing:
            wanting = [item for item in differing if item.position.stance != "rejects"]
            refusing = [item for item in differing if item.position.stance == "rejects"]
            yield Contradiction("reports", party, issue, (_side(option, wanting), _side(option, refusing)))


def _side(option: str, items: Sequence[Evidence]) -> Side:
    return Side(option, items[0].position.stance, tuple(dict.fromkeys(item.statement.id for item in items)))


def _differ(one: Evidence, other: Evidence) -> bool:
    """Whether two articles speak of one time and differ on whether the party wants the option."""
    if one.article.id == other.article.id:
        return False
    if (one.position.stance == "rejects") == (other.position.stance == "rejects"):
        return False
    first, second = said_on(one), said_on(other)
    return first is not None and second is not None and abs((first - second).days) <= SAME_TIME


def _of_reviewers(known: Gathered) -> Iterator[Contradiction]:
    here = {statement.id for statement in known.statements}
    verdicts = (verdict for placed in known.reviews if (verdict := placed.verdict) is not None)
    for (statement, key), ruling in rulings(verdicts).items():
        if ruling.outcome != "disputed" or key is None or statement not in here:
            continue
        first = ruling.verdicts[0]
        other = next(verdict for verdict in ruling.verdicts[1:] if not verdict.agrees(first))
        yield Contradiction("reviewers", key[0], key[1], (_held(first, key[2]), _held(other, key[2])))


def _held(verdict: Verdict, option: str) -> Side:
    """What one reviewer holds of a coding: the coding as it was accepted, else what was decided."""
    held = verdict.after or verdict.before
    stance = verdict.after.stance if verdict.after else verdict.outcome
    return Side(held.option if held else option, stance, (verdict.statement,), verdict.by)
