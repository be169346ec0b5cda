"""Articles, statements and reviews as rows, and back: exactly what went in comes out."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from zopa.coverage.article import Article, Byline, Span
from zopa.ledger.anchor import Anchor, Quote
from zopa.ledger.canonical import canonical_json
from zopa.ledger.reading import Reading
from zopa.ledger.review import Review
from zopa.positions.coding import Coding
from zopa.statements.statement import Anonymity, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zopa.coverage.page import Page

_SPANS = ("content", "cue", "source")


def page_to_row(page: Page, added_at: datetime) -> dict[str, Any]:
    """A page as a row of the table of articles."""
    article = page.article
    return {
        "id": article.id,
        "doc": article.doc,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "bylines": canonical_json([asdict(byline) for byline in article.bylines]),
        "text": article.text,
        "raw": page.raw,
        "raw_sha256": article.raw_sha256,
        "paragraphs": canonical_json(article.paragraphs),
        "text_kind": article.text_kind,
        "url": article.url,
        "added_at": added_at.isoformat(),
    }


def row_to_article(row: Mapping[Any, Any]) -> Article:
    """A row of the table of articles as the article it was made from."""
    return Article(
        id=row["id"],
        doc=row["doc"],
        source=row["source"],
        outlet=row["outlet"],
        title=row["title"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        published_from=row["published_from"],
        bylines=tuple(Byline(**byline) for byline in json.loads(row["bylines"])),
        text=row["text"],
        raw_sha256=row["raw_sha256"],
        paragraphs=_spans(json.loads(row["paragraphs"])),
        text_kind=row["text_kind"],
        url=row["url"],
    )


def statements_to_json(statements: Iterable[Statement]) -> str:
    """Statements in canonical form; equal statements give equal strings."""
    return canonical_json([asdict(statement) for statement in statements])


def json_to_statements(text: str) -> tuple[Statement, ...]:
    """The statements a canonical string was made from."""
    return tuple(_statement(values) for values in json.loads(text))


def row_to_reading(row: Mapping[Any, Any]) -> Reading:
    """A row of the table of readings."""
    statements = json_to_statements(row["statements"])
    return Reading(row["article"], row["reader"], statements, datetime.fromisoformat(row["read_at"]))


def review_to_row(review: Review) -> dict[str, Any]:
    """A review as a row: who decided what when as columns, all of it as its body."""
    return {
        "id": review.id,
        "article": review.target.article,
        "statement": review.target.statement,
        "decision": review.decision,
        "by": review.by,
        "at": review.at.isoformat(),
        "body": canonical_json(review_to_dict(review)),
    }


def row_to_review(row: Mapping[Any, Any]) -> Review:
    """A row of the table of reviews."""
    return dict_to_review(json.loads(row["body"]))


def review_to_dict(review: Review) -> dict[str, Any]:
    """A review as plain data, for JSON."""
    return {**asdict(review), "at": review.at.isoformat()}


def dict_to_review(values: Mapping[str, Any]) -> Review:
    """The review that plain data were made from. Raises KeyError, TypeError or ValueError for what is no review."""
    target = values["target"]
    return Review(
        target=Anchor(target["article"], target["statement"], target["speaker"], _quotes(target["quotes"])),
        decision=values["decision"],
        by=values["by"],
        at=datetime.fromisoformat(values["at"]),
        before=_coding(values.get("before")),
        after=_coding(values.get("after")),
        words=_quotes(values.get("words", ())),
        note=values.get("note", ""),
        coder=values.get("coder", ""),
        supersedes=tuple(values.get("supersedes", ())),
    )


def _quotes(values: Iterable[Mapping[str, Any]]) -> tuple[Quote, ...]:
    return tuple(Quote(**quote) for quote in values)


def _coding(values: Mapping[str, Any] | None) -> Coding | None:
    return Coding(**values) if values else None


def _statement(values: dict[str, Any]) -> Statement:
    anonymous = values["anonymous"]
    return Statement(
        **{
            **values,
            **{name: _spans(values[name]) for name in _SPANS},
            "relayed_via": tuple(values["relayed_via"]),
            "anonymous": Anonymity(**anonymous) if anonymous else None,
        }
    )


def _spans(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)
