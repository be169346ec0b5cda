"""From an older ledger to this version's tables: one step a version, all in one transaction, nothing thrown away."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, text

from zopa.ledger.anchor import Anchor, Quote, anchor_of
from zopa.ledger.review import Review
from zopa.ledger.rows import json_to_statements, review_to_row, row_to_article
from zopa.ledger.schema import ARTICLES, COMMENTS, READINGS, REVIEWS, append_only_triggers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection, RowMapping


def migrate(connection: Connection, version: int) -> None:
    """Bring a ledger of an older version up to date, step by step. The caller holds the right to write."""
    for step in STEPS[version - 1 :]:
        step(connection)


def _from_1_to_2(connection: Connection) -> None:
    """Reviews come to name a coding by its words, and have ids; the old table stays beside the new one."""
    for change in ("update", "delete"):
        connection.execute(text(f"DROP TRIGGER IF EXISTS reviews_no_{change}"))
    connection.execute(text("ALTER TABLE reviews RENAME TO reviews_1"))
    REVIEWS.create(connection)
    for trigger in append_only_triggers(["reviews", "reviews_1"]):
        connection.execute(text(trigger))
    anchors = _anchors(connection)
    seen = set()
    for row in connection.execute(text("SELECT * FROM reviews_1 ORDER BY number")).mappings().all():
        review = _review_of_1(row, anchors)
        if review.id not in seen:
            connection.execute(insert(REVIEWS).values(review_to_row(review)))
            seen.add(review.id)


def _anchors(connection: Connection) -> dict[str, Anchor]:
    """The anchor of every statement that any reading found, by the statement's id."""
    articles = {row["id"]: row_to_article(row) for row in connection.execute(select(ARTICLES)).mappings()}
    return {
        statement.id: anchor_of(statement, articles[statement.article])
        for row in connection.execute(select(READINGS.c.statements)).mappings()
        for statement in json_to_statements(row["statements"])
        if statement.article in articles
    }


def _review_of_1(row: RowMapping, anchors: Mapping[str, Anchor]) -> Review:
    """A review of the first format: it was about a whole statement. Its edits named no coding, so they become notes."""
    changes: list[Any] = json.loads(row["changes"])
    edits = ", ".join(f"{name} = {value}" for name, value in changes)
    note = " ".join(part for part in (row["note"], f"[edit: {edits}]" if edits else "") if part)
    unknown = Anchor(row["article"] or "", row["target"], "", (Quote(0, row["quote"]),) if row["quote"] else ())
    at = datetime.fromisoformat(row["at"])
    return Review(
        target=anchors.get(row["target"], unknown),
        decision="note" if row["decision"] == "edit" else row["decision"],
        by=row["by"],
        at=at if at.utcoffset() is not None else at.replace(tzinfo=UTC),
        note=note,
    )


def _from_2_to_3(connection: Connection) -> None:
    """Comments get a table. A review may now also say that a statement was missed."""
    COMMENTS.create(connection)
    for trigger in append_only_triggers(["comments"]):
        connection.execute(text(trigger))


STEPS: tuple[Callable[[Connection], None], ...] = (_from_1_to_2, _from_2_to_3)
"""The step at place n brings version n + 1 to version n + 2."""
