"""Reviewed words are found again by quote, or have no place; a place is never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage import Span
from zopa.ledger.anchor import Quote, find_quote, quote_of

TEXT = "The owners will not pay. The union said the owners will not pay twice."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TEXT, Span(40, 63)),
        ("Monday. " + TEXT, Span(48, 71)),
        ("The union says the owners will not pay twice.", Span(15, 38)),
        ("Nobody said so.", None),
        ("Here the owners will not pay. There the owners will not pay.", None),
        ("", None),
    ],
    ids=["where it stood", "moved", "only place", "gone", "several places", "no text"],
)
def test_words_are_found_where_they_must_be(text: str, found: Span | None) -> None:
    """In place, moved with what surrounds them, or as the only such words; otherwise nowhere."""
    quote = quote_of(Span(40, 63), TEXT)
    assert quote.exact == "the owners will not pay"
    assert find_quote(quote, text) == found


def test_no_words_have_no_place() -> None:
    """An empty quote fits everywhere and therefore nowhere."""
    assert find_quote(Quote(0, ""), TEXT) is None


@given(text=st.text(max_size=40), start=st.integers(0, 40), length=st.integers(1, 10), before=st.text(max_size=5))
def test_a_quote_is_found_in_its_own_text_and_never_elsewhere(text: str, start: int, length: int, before: str) -> None:
    """In its own text always where it was; in a changed text at words that are the same, or not at all."""
    span = Span(start, min(start + length, len(text)))
    if span.start >= span.end:
        return
    quote = quote_of(span, text)
    assert find_quote(quote, text) == span
    found = find_quote(quote, before + text)
    assert found is None or found.of(before + text) == quote.exact
