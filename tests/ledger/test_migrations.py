"""A ledger of every released format opens as one of today's, with everything it held."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from zopa.ledger import Ledger
from zopa.ledger.schema import SCHEMA_VERSION

SCHEMAS = Path(__file__).parent / "schemas"
RELEASED = range(1, SCHEMA_VERSION)


def _released(version: int, path: Path) -> Path:
    """A ledger of a released format, from its dump: one article, one reading, and what reviews it could hold."""
    connection = sqlite3.connect(path)
    connection.executescript((SCHEMAS / f"{version}.sql").read_text("utf-8"))
    connection.close()
    return path


def _layout(path: Path) -> dict[str, str]:
    """The SQL of every table, index and trigger of a ledger."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {name: " ".join(sql.split()) for name, sql in rows}


@pytest.mark.parametrize("version", RELEASED)
def test_every_released_format_is_brought_up_to_date(path: Path, version: int) -> None:
    """Articles, readings and raw bytes are what they were; the tables are those of a new ledger, kept ones beside."""
    new = path.with_name("new.db")
    Ledger.open(new).close()
    with Ledger.open(_released(version, path)) as ledger:
        (article,) = ledger.articles()
        assert ledger.raw(article.id) == article.text.encode()
        assert [statement.speaker for statement in ledger.statements_of(article.id)] == ["the owners"]
    layout = _layout(path)
    assert {name: layout[name] for name in _layout(new)} == _layout(new)


def test_reviews_of_the_first_format_find_their_words(path: Path) -> None:
    """They were about a whole statement; an edit, which named no coding, is kept as a note of what it changed."""
    with Ledger.open(_released(1, path)) as ledger:
        accepted, edited, lost = ledger.reviews()
    assert (accepted.decision, accepted.by, accepted.note) == ("accept", "Ana", "as printed")
    assert accepted.target.quotes[0].exact == "The owners said on Monday that they would not pay for it."
    assert accepted.target.quotes[0].start == 39
    assert (edited.decision, edited.note) == ("note", "wrong day [edit: said_on = 2025-03-02]")
    assert (lost.decision, lost.target.statement, lost.target.quotes) == ("unsure", "gone0000", ())


def test_the_rows_of_the_first_format_stay(path: Path) -> None:
    """Nothing is thrown away, and the old rows can be changed as little as the new ones."""
    Ledger.open(_released(1, path)).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM reviews_1")).scalar_one() == 3
        with pytest.raises(DBAPIError, match="append-only"):
            connection.execute(text("DELETE FROM reviews_1"))
    engine.dispose()


def test_an_interrupted_migration_leaves_the_old_ledger(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one transaction: whole or not at all."""
    before = _layout(_released(1, path))

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("zopa.ledger.migrations.review_to_row", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Ledger.open(path)
    monkeypatch.undo()
    assert _layout(path) == before
    with Ledger.open(path) as ledger:
        assert len(ledger.reviews()) == 3
