"""From the matrix and the changes of position to entries with names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing.briefing import AssessmentEntry, CellEntry, ChangeEntry, StanceEntry
from zopa.briefing.wording import stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from zopa.briefing.names import Names
    from zopa.case.case import Case
    from zopa.positions.assessments import Assessment, Judgement
    from zopa.positions.changes import Change
    from zopa.positions.evidence import Evidence
    from zopa.positions.matrix import Cell, Matrix, Standing


JUDGEMENTS: Mapping[Judgement, str] = {
    "likelihood": "how likely something is",
    "motive": "why a party does it",
    "effect": "what would come of it",
}


def assessment_entries(found: Iterable[Assessment]) -> tuple[AssessmentEntry, ...]:
    """What is judged by those who do not speak for a party, in the order given."""
    return tuple(
        AssessmentEntry(one.kind, JUDGEMENTS[one.kind], one.about, one.issue, (one.statement,)) for one in found
    )


def cell_entries(matrix: Matrix, evidence: Sequence[Evidence], case: Case, names: Names) -> tuple[CellEntry, ...]:
    """One entry for every party and issue, unknown ones included, in the order of the matrix."""
    said: dict[tuple[str, str], list[str]] = {}
    for one in evidence:
        said.setdefault((one.position.party, one.position.issue), []).append(one.statement.id)
    return tuple(_cell(cell, said.get((cell.party, cell.issue), []), case, names) for cell in matrix.cells)


def _cell(cell: Cell, said: Sequence[str], case: Case, names: Names) -> CellEntry:
    standings = (*cell.standings, *cell.earlier)
    return CellEntry(
        party=cell.party,
        issue=cell.issue,
        entries=tuple(_stance(one) for one in cell.standings),
        earlier=tuple(_stance(one) for one in cell.earlier),
        conflicts=tuple((_phrase(cell, one, names), _phrase(cell, other, names)) for one, other in cell.conflicts),
        statements=distinct((*(id for one in standings for id in one.statements), *said)),
        red_lines=tuple(line.reason for line in case.red_lines if line.party == cell.party and cell.issue in line.when),
    )


def _phrase(cell: Cell, standing: Standing, names: Names) -> str:
    condition = standing.conditions[0].text if standing.conditions else None
    return stance(standing.stance, names.option(cell.issue, standing.option), condition)


def _stance(standing: Standing) -> StanceEntry:
    return StanceEntry(
        option=standing.option,
        stance=standing.stance,
        strength=standing.strength,
        origins=standing.origins,
        conditions=tuple(condition.text for condition in standing.conditions),
        first_seen=standing.first_seen,
        last_seen=standing.last_seen,
        statements=standing.statements,
    )


def change_entries(
    changes: Iterable[Change], evidence: Sequence[Evidence], names: Names, new_statements: frozenset[str]
) -> tuple[ChangeEntry, ...]:
    """The changes that have a day, newest first, with both ends in words. A change is new if its last words are."""
    found = [_change(one, one.on, evidence, names, new_statements) for one in changes if one.on is not None]
    return tuple(sorted(found, key=lambda change: change.on, reverse=True))


def _change(
    change: Change, on: date, evidence: Sequence[Evidence], names: Names, new_statements: frozenset[str]
) -> ChangeEntry:
    conditions = {
        one.position.option: one.position.condition.text
        for one in evidence
        if one.position.condition is not None
        and (one.position.party, one.position.issue) == (change.party, change.issue)
        and one.statement.id in change.statements
    }
    return ChangeEntry(
        change.party,
        change.issue,
        names.stances(change.issue, change.before, conditions),
        names.stances(change.issue, change.after, conditions),
        on,
        change.statements[-1:] != () and change.statements[-1] in new_statements,
        change.statements,
    )


def distinct(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids in order, each once."""
    return tuple(dict.fromkeys(ids))
