"""The whole development coverage as a case reads it: cleaned articles, the reader's statements, coded positions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from positions import TRADE, UKRAINE, case_from, statement_from
from zopa.coverage import about_days, read_coverage
from zopa.coverage.page import Page
from zopa.positions import Evidence, code_positions
from zopa.positions.position import Position
from zopa.statements import read_statements

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement

SEED = "seed_alaska"
SEED_DAY = date(2025, 8, 9)
"""The seed names weekdays only; a case gives its day and outlet in a sidecar."""


@cache
def articles(shared: Path) -> dict[str, Article]:
    """Every article of the coverage by its name, cleaned as in a case."""
    folder = shared / "data" / "coverage"
    files = [folder / f"{SEED}.txt", folder / "ukraine_dev.jsonl", folder / "trade_eu_us.jsonl"]
    found = {page.article.doc: page.article for page in read_coverage(files) if isinstance(page, Page)}
    found[SEED] = replace(found[SEED], published=SEED_DAY, published_from="sidecar")
    return found


@cache
def statements(shared: Path) -> dict[str, tuple[Statement, ...]]:
    """What the reader finds in each article."""
    return {doc: tuple(read_statements(article)) for doc, article in articles(shared).items()}


@cache
def cases(shared: Path) -> tuple[Case, Case]:
    """The two codebooks as cases, with definitions and no example."""
    folder = shared / "data" / "coverage"
    return case_from(folder / "ukraine_codebook.yaml", UKRAINE), case_from(folder / "trade_codebook.yaml", TRADE)


def case_of(doc: str, shared: Path) -> Case:
    """The case an article belongs to."""
    ukraine, trade = cases(shared)
    return trade if doc.startswith("tr") else ukraine


def evidence_read(case: Case, shared: Path) -> list[Evidence]:
    """The evidence of a case, end to end: read and coded, suggestions included."""
    found = []
    about = about_days(articles(shared).values())
    for doc, article in articles(shared).items():
        if case_of(doc, shared) is case:
            for statement in statements(shared)[doc]:
                found += [
                    Evidence(p, statement, article, about=about.get(article.id))
                    for p in code_positions(statement, article, case)
                ]
    return found


def evidence_annotated(case: Case, shared: Path) -> list[Evidence]:
    """The evidence of a case as annotated: only of the articles that have a gold file, with the gold's positions."""
    found = []
    for path in sorted((shared / "data" / "coverage" / "gold").glob("*.json")):
        if case_of(path.stem, shared) is case:
            article = articles(shared)[path.stem]
            for row in json.loads(path.read_text("utf-8")):
                statement = statement_from(row, article)
                found += [Evidence(one, statement, article) for one in _positions(row["positions"], statement, case)]
    return found


def _positions(rows: Iterable[dict[str, Any]], statement: Statement, case: Case) -> list[Position]:
    parties = {party.id for party in case.parties}
    return [
        Position(
            statement.id,
            row["party"],
            row["issue"],
            row["option"],
            row["stance"],
            row["strength"],
            statement.content,
            "gold",
            1.0,
        )
        for row in rows
        if row["party"] in parties
    ]
