"""Reviews find their statement again after another reading, or are shown as orphaned or broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from zopa.coverage import Article, Page, Span, plain_article
from zopa.ledger import Quote, Review, place_reviews
from zopa.statements import Statement

Pages = Callable[..., Page]
Reviews = Callable[..., Review]
Statements = Callable[..., Statement]


def _other(statement: Statement, start: int, end: int, speaker: str = "the owners", id: str = "better") -> Statement:
    """What another version of the reader found: other words, another id."""
    return replace(statement, id=id, content=(Span(start, end),), speaker=speaker)


def test_the_same_statement_is_found_by_its_id(
    make_page: Pages, make_statement: Statements, make_review: Reviews
) -> None:
    """Nothing has changed, so nothing has to be looked for."""
    page = make_page()
    statement, review = make_statement(page), make_review(page)
    (placed,) = place_reviews([review], {page.article.id: page.article}, [statement])
    assert (placed.standing, placed.statement) == ("placed", statement.id)


def test_a_statement_read_anew_is_found_by_its_words(
    make_page: Pages, make_statement: Statements, make_review: Reviews
) -> None:
    """The one that has most words in common, of those that have at least half."""
    page = make_page()
    statement, review = make_statement(page), make_review(page)
    start, end = statement.content[0]
    readings = [_other(statement, start + 11, end, id="most"), _other(statement, start, start + 30, id="half")]
    (placed,) = place_reviews([review], {page.article.id: page.article}, readings)
    assert (placed.standing, placed.statement) == ("placed", "most")
    assert placed.verdict is not None


@pytest.mark.parametrize("reading", ["nothing", "elsewhere", "two alike"])
def test_a_review_without_its_statement_is_orphaned(
    make_page: Pages, make_statement: Statements, make_review: Reviews, reading: str
) -> None:
    """No statement there, one about other words, or two that cannot be told apart: kept, and counted nowhere."""
    page = make_page()
    statement, review = make_statement(page), make_review(page)
    start, end = statement.content[0]
    readings = {
        "nothing": [],
        "elsewhere": [_other(statement, 0, 20)],
        "two alike": [_other(statement, start + 5, end, id="one"), _other(statement, start + 5, end, id="two")],
    }
    (placed,) = place_reviews([review], {page.article.id: page.article}, readings[reading])
    assert (placed.standing, placed.statement, placed.verdict) == ("orphaned", None, None)
    assert "harbour" in placed.why


def test_the_speaker_tells_joint_statements_apart(
    make_page: Pages, make_statement: Statements, make_review: Reviews
) -> None:
    """Two people said the same words with one voice."""
    page = make_page()
    statement, review = make_statement(page), make_review(page)
    start, end = statement.content[0]
    readings = [_other(statement, start, end, "the union", "union"), _other(statement, start, end, id="owners")]
    (placed,) = place_reviews([review], {page.article.id: page.article}, readings)
    assert placed.statement == "owners"


def _article(text: str, doc: str) -> Article:
    return plain_article(text, doc)


def test_words_are_found_in_another_version_of_the_article(
    make_page: Pages, make_statement: Statements, make_review: Reviews
) -> None:
    """The page was extracted anew and its text has another id; the words stand there once."""
    page = make_page()
    article = _article("HARBOUR NEWS. " + page.article.text, "again")
    start, end = make_statement(page).content[0]
    statement = replace(make_statement(page), id="again", article=article.id, content=(Span(start + 14, end + 14),))
    (placed,) = place_reviews([make_review(page)], {article.id: article}, [statement])
    assert (placed.standing, placed.statement) == ("placed", "again")


def test_words_that_are_gone_leave_a_review_broken(make_page: Pages, make_review: Reviews) -> None:
    """No article has them, or several have: the place is not guessed."""
    page = make_page()
    review = make_review(page)
    other = _article("Nothing of the kind was said.", "other")
    (placed,) = place_reviews([review], {other.id: other}, [])
    assert (placed.standing, placed.verdict) == ("broken", None)
    copies = [_article(page.article.text + more, more) for more in (" Once.", " Twice.")]
    (placed,) = place_reviews([review], {copy.id: copy for copy in copies}, [])
    assert (placed.standing, placed.why) == ("broken", "its words stand in several articles")


def test_marked_words_that_do_not_stand_there_break_a_review(
    make_page: Pages, make_statement: Statements, make_review: Reviews
) -> None:
    """The statement is there, but the words said to support the coding are not."""
    page = make_page()
    review = make_review(page, words=(Quote(3, "a gift of gold"),))
    (placed,) = place_reviews([review], {page.article.id: page.article}, [make_statement(page)])
    assert (placed.standing, placed.verdict) == ("broken", None)


def test_a_note_is_no_verdict(make_page: Pages, make_statement: Statements, make_review: Reviews) -> None:
    """It has a place, and changes nothing."""
    page = make_page()
    (placed,) = place_reviews([make_review(page, "note")], {page.article.id: page.article}, [make_statement(page)])
    assert (placed.standing, placed.verdict) == ("placed", None)
