"""Days that a statement's own sentence does not name: carried over, of the lead, or the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement


@pytest.mark.parametrize(
    "text",
    [
        "The port will stay shut until the crews are paid, Ana Lopez said in the harbour.",
        "Ana Lopez told reporters that the port will stay shut until the crews are paid.",
    ],
)
def test_the_news_of_the_lead_is_of_the_day_of_publication(read: Callable[..., list[Statement]], text: str) -> None:
    """What somebody said in an undated lead is dated with the publication, as a guess that says so."""
    one = read(text)[0]
    assert (one.said_on, one.said_on_exact, one.said_on_from) == ("2025-03-14", False, "published")
    assert read(text, published=None)[0].said_on is None


@pytest.mark.parametrize(
    "text",
    [
        "A source close to the crews said that the port will stay shut for weeks.",
        "Delegates said that the port will stay shut until the crews are paid.",
        "Ana Lopez says that the port will stay shut until the crews are paid.",
        "Ana Lopez has said that the port will stay shut until the crews are paid.",
        "Ana Lopez told Paul Ito that the port will stay shut until the crews are paid.",
        "Ahead of a vote on Thursday, Ana Lopez said that the port will stay shut until the crews are paid.",
        "Ana Lopez said earlier that the port will stay shut until the crews are paid.",
    ],
)
def test_what_is_no_news_of_the_day(read: Callable[..., list[Statement]], text: str) -> None:
    """Unnamed sources, standing views, private talk and earlier occasions get no day from the publication."""
    assert [one.said_on for one in read(text)] == [None]


def test_only_the_lead_is_news(read: Callable[..., list[Statement]]) -> None:
    """What others say further down is not given the lead's day of publication; a lead with a day of its own rules."""
    text = "Ana Lopez said that the port will stay shut for weeks.\n\nPaul Ito said that the crews were tired."
    assert [one.said_on for one in read(text)] == ["2025-03-14", None]
    dated = text.replace("Ana Lopez said", "Ana Lopez said on Tuesday")
    assert [(one.said_on, one.said_on_from) for one in read(dated)] == [("2025-03-11", "words"), (None, None)]


def test_a_document_made_public_in_the_lead(read: Callable[..., list[Statement]]) -> None:
    """The terms of a document that the lead tells was handed over share its day."""
    text = "The crews handed over a memorandum with their terms at the talks.\n\nThe memorandum demands that pay rise."
    assert ("2025-03-14", "published") in [(one.said_on, one.said_on_from) for one in read(text)]


def test_days_counted_from_the_day_told_before(read: Callable[..., list[Statement]]) -> None:
    """``Two days later`` counts from the day of the statement before it."""
    text = "Ana Lopez said on Monday that the port is shut. Two days later, Paul Ito said that it had opened."
    first, second = read(text)
    assert (first.said_on, first.said_on_from) == ("2025-03-10", "words")
    assert (second.said_on, second.said_on_exact) == ("2025-03-12", False)


def test_carried_on_to_the_same_speaker(read: Callable[..., list[Statement]]) -> None:
    """The same speaker's next words take the day, as a guess from the context."""
    text = "Ana Lopez said on Monday that the port is shut. She added that the crews were tired."
    assert [(one.said_on, one.said_on_from) for one in read(text)] == [
        ("2025-03-10", "words"),
        ("2025-03-10", "context"),
    ]
