"""The matrix: what every party is known to want on every issue as of a date, with unknown shown as unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.copies import copy_groups
from zopa.positions.evidence import said_on
from zopa.positions.origins import find_origins
from zopa.positions.position import STRENGTHS
from zopa.positions.succession import standing_evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.case.case import Case
    from zopa.positions.evidence import Evidence
    from zopa.positions.position import Condition, Stance, Strength

    Reports = Mapping[str, str]

WANTS = frozenset({"demands", "accepts", "offers", "conditions"})


@dataclass(frozen=True, slots=True)
class Standing:
    """One party's stance on one option, as far as the evidence goes.

    ``strength`` is the strongest among the supporting statements; ``origins`` counts independent origins, not
    repeats; ``first_seen`` and ``last_seen`` are None when no supporting statement has a date. ``statements`` are
    ids, oldest first, undated ones last.
    """

    option: str
    stance: Stance
    strength: Strength
    origins: int
    first_seen: date | None
    last_seen: date | None
    statements: tuple[str, ...]
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one issue. ``standings`` hold as of the date; ``earlier`` were replaced by the party's own later
    words; ``conflicts`` are pairs of standings that cannot both hold, shown side by side.
    """

    party: str
    issue: str
    standings: tuple[Standing, ...] = ()
    earlier: tuple[Standing, ...] = ()
    conflicts: tuple[tuple[Standing, Standing], ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether nothing is known: no statement, no position."""
        return not self.standings


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells for every party and every issue of the case, parties in rows, both in the order of the case file."""

    as_of: date
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, party: str, issue: str) -> Cell:
        """The cell of a party and an issue. Raises ValueError for one the case does not have."""
        return self.cells[self.parties.index(party) * len(self.issues) + self.issues.index(issue)]


def build_matrix(evidence: Sequence[Evidence], case: Case, as_of: date) -> Matrix:
    """The matrix as of the end of a day.

    1. Suggestions and later statements are left out, and what a party has replaced by its own later words is set
       aside (:func:`~zopa.positions.succession.standing_evidence`).
    2. Evidence for the same stance on the same option is one standing; its independent origins are counted.
    3. Two standings of a cell conflict when one wants an option and the other rejects it, or when both demand
       different options.

    Positions of a party, issue or option the case does not have are left out. Cost: linear in the evidence.
    """
    standing, replaced = standing_evidence(evidence, case, as_of)
    now, before = _by_cell(standing), _by_cell(replaced)
    reports = copy_groups({item.article.id: item.article for item in (*standing, *replaced)}.values())
    parties = tuple(party.id for party in case.parties)
    issues = tuple(issue.id for issue in case.issues)
    cells = tuple(
        _cell(party, issue.id, now.get((party, issue.id), []), before.get((party, issue.id), []), case, reports)
        for party in parties
        for issue in case.issues
    )
    return Matrix(as_of, parties, issues, cells)


def _by_cell(evidence: list[Evidence]) -> dict[tuple[str, str], list[Evidence]]:
    cells: dict[tuple[str, str], list[Evidence]] = {}
    for item in evidence:
        cells.setdefault((item.position.party, item.position.issue), []).append(item)
    return cells


def _cell(party: str, issue: str, now: list[Evidence], before: list[Evidence], case: Case, reports: Reports) -> Cell:
    standings = _standings(now, issue, case, reports)
    pairs = [(one, other) for place, one in enumerate(standings) for other in standings[place + 1 :]]
    conflicts = tuple(pair for pair in pairs if conflict(*pair))
    return Cell(party, issue, standings, _standings(before, issue, case, reports), conflicts)


def conflict(one: Standing, other: Standing) -> bool:
    """Whether two standings of one party on one issue cannot both hold."""
    if one.option != other.option:
        return one.stance == other.stance == "demands"
    return {one.stance, other.stance} & WANTS != set() and "rejects" in (one.stance, other.stance)


def _standings(evidence: list[Evidence], issue: str, case: Case, reports: Reports) -> tuple[Standing, ...]:
    """One standing for each option and stance, in the order of the case's options and of first appearance."""
    groups: dict[tuple[str, Stance], list[Evidence]] = {}
    for item in evidence:
        groups.setdefault((item.position.option, item.position.stance), []).append(item)
    return tuple(
        _standing(option.id, stance, items, case, reports)
        for option in case.issue(issue).options
        for (id_, stance), items in groups.items()
        if id_ == option.id
    )


def _standing(option: str, stance: Stance, items: list[Evidence], case: Case, reports: Reports) -> Standing:
    days = [day for item in items if (day := said_on(item)) is not None]
    ordered = sorted(items, key=lambda item: ((day := said_on(item)) is None, day.toordinal() if day else 0))
    strengths = {item.position.strength for item in items}
    return Standing(
        option=option,
        stance=stance,
        strength=next(strength for strength in STRENGTHS if strength in strengths),
        origins=len(find_origins(items, case, reports)),
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        statements=tuple(dict.fromkeys(item.statement.id for item in ordered)),
        conditions=tuple(dict.fromkeys(c for item in ordered if (c := item.position.condition) is not None)),
    )
