"""The ledger keeps what it is given, once, and never changes it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from zopa.coverage import Page, plain_article
from zopa.errors import LedgerError
from zopa.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zopa.ledger import Review
    from zopa.statements.statement import Statement

    Pages = Callable[..., Page]
    Statements = Callable[..., Statement]
    Reviews = Callable[..., Review]


def test_the_same_article_is_stored_once(ledger: Ledger, make_page: Pages) -> None:
    """Adding a page again, even under another name, changes nothing and says so."""
    assert ledger.add_page(make_page()) is True
    assert ledger.add_page(make_page(doc="copy")) is False
    assert [article.doc for article in ledger.articles()] == ["harbour"]


def test_a_page_comes_back_exactly(ledger: Ledger, make_page: Pages) -> None:
    """The article and its raw bytes are what was put in."""
    page = make_page()
    ledger.add_page(page)
    assert ledger.article(page.article.id) == page.article
    assert ledger.raw(page.article.id) == page.raw
    assert ledger.article("unknown") is None
    assert ledger.raw("unknown") is None


def test_articles_come_by_day_and_then_id(ledger: Ledger) -> None:
    """The order does not depend on the order of adding; articles without a day come last."""
    days = [None, date(2025, 5, 1), date(2024, 1, 1), date(2025, 5, 1)]
    articles = [
        replace(plain_article(f"Talks on the bridge, part {number}, went on.", f"d{number}"), published=day)
        for number, day in enumerate(days)
    ]
    for article in articles:
        ledger.add_page(Page(article, b"raw"))
    expected = sorted(articles, key=lambda article: (article.published or date.max, article.id))
    assert list(ledger.articles()) == expected


def test_an_equal_reading_is_stored_once(ledger: Ledger, make_page: Pages, make_statement: Statements) -> None:
    """Reading the same article again with the same reader and result adds nothing; another result does."""
    page = make_page()
    ledger.add_page(page)
    assert ledger.add_reading(page.article.id, "reader 1", [make_statement(page)]) is True
    assert ledger.add_reading(page.article.id, "reader 1", [make_statement(page)]) is False
    assert ledger.add_reading(page.article.id, "reader 1", [make_statement(page, 0.9)]) is True
    assert ledger.add_reading(page.article.id, "reader 2", [make_statement(page, 0.9)]) is True
    assert ledger.counts() == {"articles": 1, "readings": 3, "reviews": 0}


def test_the_newest_reading_by_the_reader_counts(ledger: Ledger, make_page: Pages, make_statement: Statements) -> None:
    """Asked for one reader's version, the ledger gives its newest reading; without one, the newest of all."""
    page = make_page()
    article = page.article.id
    ledger.add_page(page)
    for reader, confidence in (("old", 0.1), ("old", 0.2), ("new", 0.3)):
        ledger.add_reading(article, reader, [make_statement(page, confidence)])
    assert [s.confidence for s in ledger.statements_of(article, "old")] == [0.2]
    assert [s.confidence for s in ledger.statements_of(article)] == [0.3]
    assert [s.confidence for s in ledger.statements_of(article, "never used")] == [0.3]
    assert ledger.readings("old")[article].reader == "old"
    assert ledger.readings()[article].reader == "new"
    assert [reading.reader for reading in ledger.readings_of(article)] == ["old", "old", "new"]


def test_an_article_without_a_reading_has_no_statements(ledger: Ledger, make_page: Pages) -> None:
    """Unread is not an error; it is listed as unread until the given reader has read it."""
    page = make_page()
    ledger.add_page(page)
    assert ledger.statements_of(page.article.id) == ()
    assert [article.id for article in ledger.unread("reader")] == [page.article.id]
    ledger.add_reading(page.article.id, "reader", [])
    assert ledger.unread("reader") == ()
    assert len(ledger.unread("better reader")) == 1


def test_a_reading_of_an_unknown_article_is_refused(ledger: Ledger) -> None:
    """A reading rests on an article that is stored."""
    with pytest.raises(LedgerError, match="holds no article abc"):
        ledger.add_reading("abc", "reader", [])


def test_reviews_come_back_in_order(ledger: Ledger, make_page: Pages, make_review: Reviews) -> None:
    """A review round-trips with its words and codings; a later one of the same statement follows the earlier one."""
    page, other = make_page(), make_page("A second text says that the owners will pay.", "second")
    first, second = make_review(page), make_review(page, "reject", "Ben", note="he denied it")
    third = make_review(other, "unsure")
    assert [ledger.add_review(review) for review in (first, second, third)] == [True, True, True]
    assert ledger.add_review(first) is False
    assert ledger.reviews(first.target.statement) == (first, second)
    assert ledger.reviews() == (first, second, third)


def test_several_reviews_are_stored_together(ledger: Ledger, make_page: Pages, make_review: Reviews) -> None:
    """What is there already, or given twice, is stored once; the count says how many are new."""
    page = make_page()
    accepted, rejected = make_review(page), make_review(page, "reject", "Ben")
    ledger.add_review(accepted)
    assert ledger.add_reviews([accepted, rejected, rejected]) == 1
    assert ledger.add_reviews([]) == 0
    assert ledger.reviews() == (accepted, rejected)


@pytest.mark.parametrize("table", ["articles", "readings", "reviews", "schema_versions"])
@pytest.mark.parametrize("change", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_rows_can_neither_be_changed_nor_removed(
    path: Path, make_page: Pages, make_statement: Statements, make_review: Reviews, table: str, change: str
) -> None:
    """The database itself refuses UPDATE and DELETE, whoever asks."""
    page = make_page()
    with Ledger.open(path) as ledger:
        ledger.add_page(page)
        ledger.add_reading(page.article.id, "reader", [make_statement(page)])
        ledger.add_review(make_review(page))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text(change.format(table)))
    engine.dispose()


def test_what_was_acknowledged_survives_an_interruption(
    path: Path, make_page: Pages, make_statement: Statements
) -> None:
    """Ctrl-C between two articles loses nothing that was added before it."""
    page, other = make_page(), make_page("A second text says that the owners will pay.", "second")

    def interrupted() -> None:
        with Ledger.open(path) as ledger:
            ledger.add_page(page)
            ledger.add_reading(page.article.id, "reader", [make_statement(page)])
            ledger.add_page(other)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with Ledger.open(path) as ledger:
        assert ledger.counts() == {"articles": 2, "readings": 1, "reviews": 0}
        assert [article.doc for article in ledger.unread("reader")] == ["second"]


def test_an_interrupted_transaction_leaves_nothing_behind(
    ledger: Ledger, make_page: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article is stored whole or not at all."""

    def interrupt(*_: object) -> dict[str, object]:
        raise KeyboardInterrupt

    monkeypatch.setattr("zopa.ledger.ledger.insert", interrupt)
    with pytest.raises(KeyboardInterrupt):
        ledger.add_page(make_page())
    monkeypatch.undo()
    assert ledger.counts()["articles"] == 0
    assert ledger.add_page(make_page()) is True


WRITER = """
import sys
from pathlib import Path
from zopa.coverage import Page, plain_article
from zopa.ledger import Ledger

path, worker, articles = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Ledger.open(path) as ledger:
    for number in range(articles):
        for owner in ("shared", f"own {worker}"):
            text = f"The {owner} bridge, span {number}, will be paid for by the city."
            page = Page(plain_article(text, owner), text.encode())
            ledger.add_page(page)
            ledger.add_reading(page.article.id, "reader", [])
"""


def test_several_processes_may_write_at_once(path: Path) -> None:
    """Processes that make and fill the same ledger together lose nothing and store nothing twice."""
    workers, articles = 3, 5
    processes = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(worker), str(articles)])
        for worker in range(workers)
    ]
    assert [process.wait(120) for process in processes] == [0] * workers
    expected = articles * (workers + 1)
    with Ledger.open(path) as ledger:
        assert ledger.counts() == {"articles": expected, "readings": expected, "reviews": 0}


def test_half_a_character_is_refused_in_one_line(ledger: Ledger, make_page: Pages, make_review: Reviews) -> None:
    """A lone surrogate in a name cannot be stored; the message says so."""
    with pytest.raises(LedgerError, match="half a character"):
        ledger.add_review(make_review(make_page(), by="\ud800"))
    assert ledger.reviews() == ()
