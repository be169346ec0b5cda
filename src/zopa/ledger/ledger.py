"""The ledger: an append-only store of articles, readings and reviews. Nothing derived is kept in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, insert, literal_column, select

from zopa.errors import LedgerError
from zopa.ledger.opening import open_engine, plain_errors, writing
from zopa.ledger.reading import Reading
from zopa.ledger.rows import (
    comment_to_row,
    page_to_row,
    reading_to_row,
    review_to_row,
    row_to_article,
    row_to_comment,
    row_to_reading,
    row_to_review,
    statements_to_json,
)
from zopa.ledger.schema import ARTICLES, COMMENTS, READINGS, REVIEWS
from zopa.ledger.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Any, Self

    from sqlalchemy import Engine, RowMapping

    from zopa.coverage.article import Article
    from zopa.coverage.page import Page
    from zopa.ledger.comment import Comment
    from zopa.ledger.review import Review
    from zopa.ledger.search import Hit
    from zopa.statements.statement import Statement

_BODY = [column for column in ARTICLES.columns if column.name not in ("raw", "added_at")]

_BY_MOMENT = (READINGS.c.read_at, READINGS.c.number)
"""Oldest reading first. Moments are kept in UTC and therefore in order as they are written."""

_AT_ONCE = 500
"""Articles looked up in one query."""


class Ledger:
    """An open ledger. Use it in a ``with`` block::

        with Ledger.open(case / "zopa.db") as ledger:
            ledger.add_page(page)
            ledger.add_reading(page.article.id, READER, read_statements(page.article))

    Each ``add_`` method is one transaction: once it has returned, what it added survives a crash. Several processes
    may write at once; a writer waits up to 30 seconds for another. Every method raises LedgerError, in one plain line,
    for what the database refuses.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._index = SearchIndex()
        self.path = path

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Open the ledger at ``path``, making it if there is none and ``create`` is set.

        Raises LedgerTooNew for one written by a newer version, LedgerError for what is no ledger or cannot be used.
        """
        return cls(open_engine(path, create=create), path)

    def close(self) -> None:
        """Close the file. What was added is already stored."""
        self._engine.dispose()
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add_page(self, page: Page) -> bool:
        """Store an article and its raw bytes. False if an article with the same text is already stored."""
        row = page_to_row(page, _now())
        with plain_errors(self.path), writing(self._engine, self.path) as connection:
            if connection.execute(select(ARTICLES.c.id).where(ARTICLES.c.id == page.article.id)).first():
                return False
            connection.execute(insert(ARTICLES).values(row))
            return True

    def add_reading(self, article_id: str, reader: str, statements: Sequence[Statement]) -> bool:
        """Store what a reader found in an article. False if its last reading there found exactly the same.

        Raises LedgerError for an article that is not stored.
        """
        found = statements_to_json(statements)
        latest = _latest(READINGS.c.article == article_id, READINGS.c.reader == reader)
        with plain_errors(self.path), writing(self._engine, self.path) as connection:
            if not connection.execute(select(ARTICLES.c.id).where(ARTICLES.c.id == article_id)).first():
                raise LedgerError(f"the ledger {self.path} holds no article {article_id}; add its page first")
            before = connection.execute(latest).mappings().first()
            if before and before["statements"] == found:
                return False
            reading = Reading(article_id, reader, tuple(statements), _now())
            connection.execute(insert(READINGS).values(reading_to_row(reading)))
            return True

    def add_readings(self, readings: Iterable[Reading]) -> int:
        """Store readings made elsewhere, each with its own moment; gives how many were not stored before.

        Readings of an article that is not stored are left out.
        """
        added = 0
        with plain_errors(self.path), writing(self._engine, self.path) as connection:
            articles = set(connection.execute(select(ARTICLES.c.id)).scalars())
            for reading in readings:
                row = reading_to_row(reading)
                same = [READINGS.c[name] == value for name, value in row.items()]
                if (
                    reading.article in articles
                    and not connection.execute(select(READINGS.c.number).where(*same)).first()
                ):
                    connection.execute(insert(READINGS).values(row))
                    added += 1
        return added

    def add_review(self, review: Review) -> bool:
        """Store a decision. False if exactly this one is already stored."""
        return self.add_reviews([review]) == 1

    def add_reviews(self, reviews: Iterable[Review]) -> int:
        """Store several decisions at once, all or none; gives how many were not stored before.

        Raises LedgerError for one whose moment says no time zone.
        """
        reviews = list(reviews)
        if any(review.at.utcoffset() is None for review in reviews):
            raise LedgerError("the moment of a review has no time zone; give it one")
        rows = {review.id: review_to_row(review) for review in reviews}
        with plain_errors(self.path), writing(self._engine, self.path) as connection:
            stored = set(connection.execute(select(REVIEWS.c.id)).scalars()) if rows else set()
            new = [row for id, row in rows.items() if id not in stored]
            for row in new:
                connection.execute(insert(REVIEWS).values(row))
            return len(new)

    def add_comment(self, comment: Comment) -> bool:
        """Store a comment. False if exactly this one is already stored."""
        if comment.at.utcoffset() is None:
            raise LedgerError("the moment of a comment has no time zone; give it one")
        row = comment_to_row(comment)
        with plain_errors(self.path), writing(self._engine, self.path) as connection:
            if connection.execute(select(COMMENTS.c.id).where(COMMENTS.c.id == row["id"])).first():
                return False
            connection.execute(insert(COMMENTS).values(row))
            return True

    def comments(self, subject: str | None = None) -> tuple[Comment, ...]:
        """Every comment in the order it was stored; of one subject (see ``subject_of``), if it is given."""
        query = select(COMMENTS).order_by(COMMENTS.c.number)
        if subject is not None:
            query = query.where(COMMENTS.c.subject == subject)
        return tuple(map(row_to_comment, self._rows(query)))

    def articles(self) -> tuple[Article, ...]:
        """Every article, by day of publication and then id; those without a day come last."""
        ordered = select(*_BODY).order_by(ARTICLES.c.published.is_(None), ARTICLES.c.published, ARTICLES.c.id)
        return tuple(row_to_article(row) for row in self._rows(ordered))

    def article(self, article_id: str) -> Article | None:
        """One article, or None if it is not stored."""
        rows = self._rows(select(*_BODY).where(ARTICLES.c.id == article_id))
        return row_to_article(rows[0]) if rows else None

    def raw(self, article_id: str) -> bytes | None:
        """The bytes an article was read from, or None if it is not stored."""
        rows = self._rows(select(ARTICLES.c.raw).where(ARTICLES.c.id == article_id))
        return bytes(rows[0]["raw"]) if rows else None

    def unread(self, reader: str) -> tuple[Article, ...]:
        """The articles that this version of the reader has not read, in the order of ``articles``."""
        query = select(READINGS.c.article).where(READINGS.c.reader == reader).distinct()
        done = {row["article"] for row in self._rows(query)}
        return tuple(article for article in self.articles() if article.id not in done)

    def readings(self, reader: str | None = None) -> dict[str, Reading]:
        """The reading that counts for each article that was read, by the article's id.

        It is the newest by the given version of the reader; where that has not read the article, or none is given,
        the newest of all.
        """
        chosen: dict[str, RowMapping] = {}
        for row in self._rows(select(READINGS).order_by(*_BY_MOMENT)):
            before = chosen.get(row["article"])
            if before is None or row["reader"] == reader or before["reader"] != reader:
                chosen[row["article"]] = row
        return {article: row_to_reading(row) for article, row in chosen.items()}

    def readings_of(self, article_id: str) -> tuple[Reading, ...]:
        """Every reading of one article, oldest first."""
        query = select(READINGS).where(READINGS.c.article == article_id).order_by(*_BY_MOMENT)
        return tuple(row_to_reading(row) for row in self._rows(query))

    def statements_of(self, article_id: str, reader: str | None = None) -> tuple[Statement, ...]:
        """The statements of the reading of an article that counts (see ``readings``); none if it was not read."""
        by_reader = self._rows(_latest(READINGS.c.article == article_id, READINGS.c.reader == reader))
        rows = by_reader or self._rows(_latest(READINGS.c.article == article_id))
        return row_to_reading(rows[0]).statements if rows else ()

    def reviews(self, statement: str | None = None) -> tuple[Review, ...]:
        """Every review, oldest first; of one statement, if its id is given.

        What was taken back is among them: see :func:`~zopa.ledger.review.standing`.
        """
        query = select(REVIEWS).order_by(REVIEWS.c.number)
        if statement is not None:
            query = query.where(REVIEWS.c.statement == statement)
        return tuple(sorted(map(row_to_review, self._rows(query)), key=lambda review: review.at))

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """The articles that hold all the words, best first; words between quotation marks stand together.

        The index lives in memory as long as the ledger is open and is completed before every search, so it can neither
        be stale nor lock anybody out. Cost: linear in the new articles, then in the hits.
        """
        stored = [row["id"] for row in self._rows(select(ARTICLES.c.id)) if row["id"] not in self._index]
        for start in range(0, len(stored), _AT_ONCE):
            some = select(*_BODY).where(ARTICLES.c.id.in_(stored[start : start + _AT_ONCE]))
            self._index.add(row_to_article(row) for row in self._rows(some))
        return self._index.find(words, limit)

    def counts(self) -> dict[str, int]:
        """How many articles, readings and reviews are stored."""
        tables = {"articles": ARTICLES, "readings": READINGS, "reviews": REVIEWS}
        return {
            name: int(self._rows(select(func.count().label("rows")).select_from(table))[0]["rows"])
            for name, table in tables.items()
        }

    def revision(self) -> tuple[int, ...]:
        """Numbers that change whenever anything is added: of articles, readings, reviews and comments.

        Cost: constant, whatever the ledger holds.
        """
        row = self._rows(
            select(
                select(func.max(literal_column("rowid"))).select_from(ARTICLES).scalar_subquery().label("articles"),
                select(func.max(READINGS.c.number)).scalar_subquery().label("readings"),
                select(func.max(REVIEWS.c.number)).scalar_subquery().label("reviews"),
                select(func.max(COMMENTS.c.number)).scalar_subquery().label("comments"),
            )
        )[0]
        return tuple(int(value or 0) for value in row.values())

    def _rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        with plain_errors(self.path), self._engine.connect() as connection:
            return connection.execute(query).mappings().all()


def _latest(*conditions: Any) -> Select[Any]:
    return select(READINGS).where(*conditions).order_by(*(column.desc() for column in _BY_MOMENT)).limit(1)


def _now() -> datetime:
    return datetime.now(UTC)
