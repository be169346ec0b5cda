"""An invented dispute, and how its articles are made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zopa.case.case import Case
from zopa.coverage.article import Article, Span, article_id
from zopa.meetings import Meeting, Report, merge_meetings, read_meetings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.statements import Statement

PUBLISHED = date(2031, 3, 15)
"""A Saturday."""

CASE = Case.model_validate(
    {
        "id": "fisheries",
        "title": "Fisheries and docks",
        "parties": [
            {"id": "Union", "name": "dock workers' union", "aliases": ["the union"], "people": [
                {"name": "Ines Morrow", "aliases": ["Morrow"], "office": "lead negotiator"}]},
            {"id": "Company", "name": "port company", "aliases": ["the company"], "people": [
                {"name": "Tom Hale", "aliases": ["Hale"]}]},
            {"id": "Arvenia", "name": "Arvenia", "aliases": ["Arvenian"], "people": [
                {"name": "Lena Orr", "aliases": ["Orr"], "office": "President"},
                {"name": "Pia Lund", "aliases": ["Lund"], "office": "special envoy"}]},
            {"id": "Delta", "name": "Delta", "people": [
                {"name": "Jon Falk", "aliases": ["Falk"], "office": "Prime Minister"}]},
            {"id": "Front", "name": "Northern Front", "aliases": ["the Front"]},
        ],
        "issues": [
            {"id": "price", "name": "Price", "options": [{"id": "low"}, {"id": "high"}]},
            {"id": "quota", "name": "Quota", "options": [{"id": "old"}, {"id": "new"}]},
        ],
        "signatories": ["Arvenia", "Delta"],
    }
)  # fmt: skip


def article(*sentences: str, published: date | None = PUBLISHED, doc: str = "wire") -> Article:
    """An article of one paragraph for each sentence."""
    text = "\n\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    return Article(
        article_id(text), doc, f"{doc}.txt", "The Wire", "Title", published, "sidecar", (), text, "0" * 64, tuple(spans)
    )


def reports(*sentences: str, published: date | None = PUBLISHED, statements: Iterable[Statement] = ()) -> list[Report]:
    """What one article tells of meetings."""
    return list(read_meetings(article(*sentences, published=published), CASE, statements))


def meetings(*articles: Article) -> list[Meeting]:
    """The meetings that several articles tell of."""
    return merge_meetings(report for one in articles for report in read_meetings(one, CASE))


def names(report: Report) -> set[str]:
    """Who a report puts at the meeting."""
    return {one.name for one in report.present}
