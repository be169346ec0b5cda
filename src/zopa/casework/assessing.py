"""Assessments as plain rows: what outsiders judge to be likely, meant or to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.coverage.article import words_of
from zopa.positions import assessments_in

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from zopa.casework.gathering import Gathered
    from zopa.positions.assessments import Assessment


def assessments_of(known: Gathered) -> list[Assessment]:
    """Every assessment among what was known on the day, oldest article first."""
    return [
        found
        for statement in known.statements
        for found in assessments_in(statement, known.articles[statement.article], known.case)
    ]


def assessment_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row an assessment, oldest article first. None of them is in any figure."""
    known = gather(case_folder(path), as_of).known
    by_id = {statement.id: statement for statement in known.statements}
    return [
        {
            "kind": found.kind,
            "about": list(found.about),
            "issue": found.issue,
            "speaker": statement.speaker,
            "said_on": statement.said_on,
            "content": words_of(statement.content, known.articles[statement.article].text),
            "doc": known.articles[statement.article].doc,
            "statement": found.statement,
        }
        for found in assessments_of(known)
        for statement in (by_id[found.statement],)
    ]
