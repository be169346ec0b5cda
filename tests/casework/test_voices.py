"""Who speaks and which outlets carry it, counted and graded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.case.case import Grade
from zopa.casework.gathering import Gathered, gather
from zopa.casework.voices import people_in, reports_in, sources_in
from zopa.coverage import Span

if TYPE_CHECKING:
    from zopa.casework.folder import CaseFolder


def with_grades(gathered: Gathered, **grades: Grade) -> Gathered:
    """The same case with grades of its own."""
    settings = gathered.case.settings.model_copy(
        update={"grades": {name.replace("_", " "): g for name, g in grades.items()}}
    )
    return replace(gathered, case=gathered.case.model_copy(update={"settings": settings}))


def test_a_person_counts_under_the_full_name(ferry: CaseFolder) -> None:
    """“Vance” of the second article is Tom Vance of the case, with party, office and the grade of a spokesperson."""
    rows = {row["name"]: row for row in people_in(gather(ferry))}
    vance = rows["Tom Vance"]
    assert "Vance" not in rows
    assert (vance["party"], vance["office"], vance["listed"]) == ("Company", "chief executive", True)
    assert vance["articles"] == 2
    assert vance["grade"] == "A1"
    unnamed = next(row for name, row in rows.items() if "close to the union" in name)
    assert (unnamed["kind"], unnamed["grade"], unnamed["listed"]) == ("anonymous", "F6", False)


def test_every_statement_is_somebodys(ferry: CaseFolder) -> None:
    """The counts add up, and nothing is counted twice."""
    gathered = gather(ferry)
    rows = people_in(gathered)
    assert sum(row["statements"] for row in rows) == len(gathered.statements)
    assert sum(row["statements"] for row in sources_in(gathered)) == len(gathered.statements)


def test_a_grade_of_the_case_takes_the_place_of_the_kinds(ferry: CaseFolder) -> None:
    """Of a speaker by name, and of an outlet."""
    gathered = with_grades(gather(ferry), tom_vance=Grade(source="C", information=2))
    row = next(row for row in people_in(gathered) if row["name"] == "Tom Vance")
    assert (row["grade"], row["weight"]) == ("C2", 0.6)


def test_articles_that_copy_one_report_are_one_group(ferry: CaseFolder) -> None:
    """The earliest stands for the others, and the outlet that copied is told."""
    gathered = gather(ferry)
    words = " ".join(f"word{number} of the report" for number in range(80)) + "."
    first, second = gathered.articles.values()
    day, whole = date(2031, 3, 3), (Span(0, len(words)),)
    first = replace(first, text=words, outlet="Gazette", published=day, paragraphs=whole)
    second = replace(second, text=words, outlet="Herald", published=day + timedelta(1), paragraphs=whole)
    copied = replace(
        gathered,
        articles={found.id: found for found in (second, first)},
        statements=(),
        evidence=(),
        as_of=date(2031, 4, 1),
    )
    (report,) = reports_in(copied)
    assert (report["first"], report["count"]) == (first.doc, 2)
    assert {row["outlet"]: row["copies"] for row in sources_in(copied)} == {"Gazette": 0, "Herald": 1}
    assert reports_in(gathered) == []


def test_only_what_was_known_on_the_day_counts(ferry: CaseFolder) -> None:
    """Before anything was published there is nobody."""
    gathered = gather(ferry)
    dated = {id: replace(found, published=date(2031, 3, 3)) for id, found in gathered.articles.items()}
    assert people_in(replace(gathered, articles=dated, as_of=date(2031, 3, 1))) == []
