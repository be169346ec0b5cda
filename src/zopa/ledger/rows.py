"""Articles, statements and reviews as rows, and back: exactly what went in comes out."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, get_args

from zopa.coverage.article import Article, Byline, PublishedFrom, Span, TextKind
from zopa.ledger.anchor import Anchor, Quote
from zopa.ledger.canonical import canonical_json
from zopa.ledger.comment import Cell, Comment
from zopa.ledger.reading import Reading
from zopa.ledger.review import Decision, Review
from zopa.positions.coding import Coding
from zopa.positions.position import STANCES, STRENGTHS
from zopa.statements.statement import Anonymity, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.coverage.page import Page

_SPANS = ("content", "cue", "source")
_ARTICLE_FIELDS = tuple(field.name for field in fields(Article))


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
    values = {name: row[name] for name in _ARTICLE_FIELDS}
    lists = {"bylines": json.loads(row["bylines"]), "paragraphs": json.loads(row["paragraphs"])}
    return dict_to_article({**values, **lists})


def dict_to_article(values: Mapping[str, Any]) -> Article:
    """The article that plain data were made from. Raises KeyError, TypeError or ValueError for what is no article."""
    known = {name: values[name] for name in _ARTICLE_FIELDS}
    known["published"] = date.fromisoformat(values["published"]) if values["published"] else None
    known["bylines"] = tuple(Byline(**byline) for byline in values["bylines"])
    known["paragraphs"] = _spans(values["paragraphs"])
    _check(known, get_args(PublishedFrom), "published_from")
    _check(known, get_args(TextKind), "text_kind")
    return Article(**known)


def statements_to_json(statements: Iterable[Statement]) -> str:
    """Statements in canonical form; equal statements give equal strings."""
    return canonical_json([asdict(statement) for statement in statements])


def json_to_statements(text: str) -> tuple[Statement, ...]:
    """The statements a canonical string was made from."""
    return tuple(_statement(values) for values in json.loads(text))


def reading_to_row(reading: Reading) -> dict[str, Any]:
    """A reading as a row."""
    return {
        "article": reading.article,
        "reader": reading.reader,
        "statements": statements_to_json(reading.statements),
        "read_at": reading.read_at.astimezone(UTC).isoformat(),
    }


def row_to_reading(row: Mapping[Any, Any]) -> Reading:
    """A row of the table of readings."""
    return dict_to_reading({**row, "statements": json.loads(row["statements"])})


def dict_to_reading(values: Mapping[str, Any]) -> Reading:
    """The reading that plain data were made from. Raises KeyError, TypeError or ValueError for what is no reading."""
    statements = tuple(_statement(statement) for statement in values["statements"])
    return Reading(values["article"], values["reader"], statements, _moment(values["read_at"]))


def comment_to_row(comment: Comment) -> dict[str, Any]:
    """A comment as a row: whose it is, when and about what as columns, all of it as its body."""
    return {
        "id": comment.id,
        "subject": comment.subject,
        "by": comment.by,
        "at": comment.at.isoformat(),
        "body": canonical_json(comment_to_dict(comment)),
    }


def comment_to_dict(comment: Comment) -> dict[str, Any]:
    """A comment as plain data."""
    return {**asdict(comment), "at": comment.at.isoformat()}


def row_to_comment(row: Mapping[Any, Any]) -> Comment:
    """The comment in a row."""
    return dict_to_comment(json.loads(row["body"]))


def dict_to_comment(values: Mapping[str, Any]) -> Comment:
    """The comment that plain data were made from. Raises KeyError, TypeError or ValueError for what is none."""
    about = values["about"]
    if "issue" in about:
        subject: Anchor | Cell = Cell(_text(about, "party"), _text(about, "issue"))
    else:
        names = [_text(about, name) for name in ("article", "statement", "speaker")]
        subject = Anchor(names[0], names[1], names[2], _quotes(about["quotes"]))
    said = {name: _text(values, name) for name in ("by", "text", "reply_to")}
    return Comment(subject, said["by"], _moment(values["at"]), said["text"], said["reply_to"])


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
    _check(values, get_args(Decision), "decision")
    names = [_text(target, name) for name in ("article", "statement", "speaker")]
    return Review(
        target=Anchor(names[0], names[1], names[2], _quotes(target["quotes"])),
        decision=values["decision"],
        by=_text(values, "by"),
        at=_moment(values["at"]),
        before=_coding(values.get("before")),
        after=_coding(values.get("after")),
        words=_quotes(values.get("words", ())),
        note=_text({"note": "", **values}, "note"),
        coder=_text({"coder": "", **values}, "coder"),
        supersedes=tuple(_text({"id": id}, "id") for id in values.get("supersedes", ())),
    )


def _quotes(values: Iterable[Mapping[str, Any]]) -> tuple[Quote, ...]:
    return tuple(
        Quote(_count(quote["start"]), *(_text(quote, name) for name in ("exact", "prefix", "suffix")))
        for quote in values
    )


def _coding(values: Mapping[str, Any] | None) -> Coding | None:
    if not values:
        return None
    _check(values, STANCES, "stance")
    _check(values, STRENGTHS, "strength")
    for name, value in values.items():
        if value is not None or name not in ("condition", "said_on"):
            _text(values, name)
    return Coding(**values)


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError(f"{value!r} is no place in a text")
    return value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError(f"the moment {text} has no time zone")
    return moment


def _check(values: Mapping[str, Any], known: Sequence[str], name: str) -> None:
    if values[name] not in known:
        raise ValueError(f"there is no {name.replace('_', ' ')} {values[name]!r}")


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
    return tuple(Span(_count(start), _count(end)) for start, end in pairs)
