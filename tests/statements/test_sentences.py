"""Sentences end where a reader ends them, and nothing of the paragraph is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage.article import Span
from zopa.statements.quotations import quotations
from zopa.statements.sentences import LONGEST, sentences


def split(text: str) -> list[str]:
    whole = Span(0, len(text))
    return [span.of(text) for span in sentences(text, whole, quotations(text, [whole]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ends. Two begins.", 2),
        ("Mr. Smith met Sen. Jones at 5 p.m. on Monday.", 1),
        ("John F. Carter signed the paper.", 1),
        ("It rose 2.5 percent, i.e. by half.", 1),
        ("“One. Two,” she said. “Three.”", 2),
        ("“Why now?” Carter asked. Nobody knew.", 2),
        ("He paused ... and went on.", 1),
        ("It ended there.[2] The next round follows.", 2),
        ("«Enough!» He left.", 2),
    ],
)
def test_where_sentences_end(text: str, expected: int) -> None:
    """Abbreviations, initials, numbers and quotations do not end a sentence; footnote marks do not hide its end."""
    assert len(split(text)) == expected, split(text)


@given(st.text(alphabet=st.sampled_from("aB .!?\"“”'\n…;"), max_size=200))
def test_sentences_hold_every_printable_character(text: str) -> None:
    """For any text the sentences are in order, do not overlap, and leave out nothing but white space."""
    whole = Span(0, len(text))
    found = sentences(text, whole, quotations(text, [whole]))
    assert "".join(span.of(text) for span in found).split() != [] or not text.split()
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_text_without_full_stops_is_cut() -> None:
    """A sentence never grows beyond its limit, so that no rule's cost does."""
    assert all(len(piece) <= LONGEST for piece in split("word " * 2000))
