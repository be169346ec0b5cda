"""Comments are stored once, come back as they were, and can be neither changed nor removed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from tests.ledger.conftest import MONDAY, page_of, statement_of

from zopa.errors import LedgerError
from zopa.ledger import Anchor, Cell, Comment, Ledger, anchor_of, subject_of


def _abouts() -> list[Anchor | Cell]:
    page = page_of()
    return [Cell("Owners", "hours"), anchor_of(statement_of(page), page.article)]


@pytest.mark.parametrize("about", _abouts(), ids=["cell", "statement"])
def test_a_comment_comes_back_as_it_was(path: Path, about: Anchor | Cell) -> None:
    """Once, however often it is added, and under what it is about."""
    first = Comment(about, "Ana", MONDAY, "“Forty” – of what?\n<b>")
    answer = Comment(about, "Ben", MONDAY, "Hours.", first.id)
    with Ledger.open(path) as ledger:
        assert [ledger.add_comment(one) for one in (first, answer, first)] == [True, True, False]
        assert ledger.comments() == ledger.comments(subject_of(about)) == (first, answer)
        assert ledger.comments("cell:Owners/pay") == ()


def test_a_comment_raises_the_revision_alone(path: Path) -> None:
    """What figures rest on stays what it was."""
    with Ledger.open(path) as ledger:
        before = ledger.revision()
        ledger.add_comment(Comment(Cell("Owners", "hours"), "Ana", MONDAY, "x"))
        assert ledger.revision() == (*before[:3], before[3] + 1)


def test_a_moment_without_a_zone_is_refused(path: Path) -> None:
    """As with reviews."""
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="no time zone"):
        ledger.add_comment(Comment(Cell("Owners", "hours"), "Ana", datetime(2025, 3, 3), "x"))


def test_a_comment_cannot_be_changed(path: Path) -> None:
    """The database itself refuses."""
    with Ledger.open(path) as ledger:
        ledger.add_comment(Comment(Cell("Owners", "hours"), "Ana", MONDAY, "x"))
    engine = create_engine(f"sqlite:///{path}")
    for change in ("DELETE FROM comments", "UPDATE comments SET body = ''"):
        with engine.begin() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.execute(text(change))
    engine.dispose()
