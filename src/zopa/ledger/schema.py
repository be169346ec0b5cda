"""The tables of the ledger: articles, readings, reviews, comments. Rows are only added; triggers refuse the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA_VERSION = 3
"""Raised by one with every change of the tables; a ledger with a higher number is not opened."""

APPLICATION_ID = 0x5A4F5041
"""Marks an SQLite file as a ledger of zopa ('ZOPA' in ASCII; PRAGMA application_id)."""

METADATA = MetaData()

SCHEMA_VERSIONS = Table(
    "schema_versions",
    METADATA,
    Column("version", Integer, primary_key=True),
    Column("since", String, nullable=False),
)

ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", String, primary_key=True),
    Column("doc", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("outlet", Text),
    Column("title", Text, nullable=False),
    Column("published", String),
    Column("published_from", String, nullable=False),
    Column("bylines", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("raw_sha256", String, nullable=False),
    Column("paragraphs", Text, nullable=False),
    Column("text_kind", String, nullable=False),
    Column("url", Text),
    Column("added_at", String, nullable=False),
)

READINGS = Table(
    "readings",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("statements", Text, nullable=False),
    Column("read_at", String, nullable=False),
    Index("readings_by_article", "article", "number"),
    sqlite_autoincrement=True,
)

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("article", String, nullable=False),
    Column("statement", String, nullable=False),
    Column("decision", String, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("reviews_by_statement", "statement", "number"),
    sqlite_autoincrement=True,
)

COMMENTS = Table(
    "comments",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("subject", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("comments_by_subject", "subject", "number"),
    sqlite_autoincrement=True,
)


def append_only_triggers(tables: Iterable[str]) -> list[str]:
    """The SQL that makes SQLite refuse to change or remove a row of the tables."""
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{change.lower()} BEFORE {change} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        for table in tables
        for change in ("UPDATE", "DELETE")
    ]
