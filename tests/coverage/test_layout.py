"""Paragraphs: blank lines part them, lines cut to a width are put together, spans are exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage.layout import is_wrapped, paragraphs_of

WRAPPED = (
    "The two companies have been talking about the price of the land since\n"
    "the spring, and neither of them has said in public what it would pay.\n"
    "An adviser said so."
)


def test_blank_lines_part_paragraphs() -> None:
    """However the line ends are written, and with spaces on the blank line."""
    for gap in ("\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n", "\u2029\n"):
        words = [paragraph.words for paragraph in paragraphs_of(f"One side agreed.{gap}The other did not.")]
        assert words == ["One side agreed.", "The other did not."], repr(gap)


def test_single_line_breaks_part_what_is_not_wrapped() -> None:
    """Headlines, menus and lists stay apart; only the first after a blank line says so."""
    found = paragraphs_of("Home\nWorld\n- first item\n\nBody.")
    assert [(p.words, p.after_blank) for p in found] == [
        ("Home", True),
        ("World", False),
        ("- first item", False),
        ("Body.", True),
    ]


def test_lines_cut_to_a_width_are_one_paragraph() -> None:
    """Mail and PDF text: no line had room for the next word, and sentences run on."""
    (paragraph,) = paragraphs_of(WRAPPED)
    assert paragraph.words == " ".join(WRAPPED.split())
    assert paragraph.span.of(WRAPPED) == WRAPPED


def test_a_short_line_that_ends_a_sentence_ends_a_wrapped_paragraph() -> None:
    """PDF pages have no blank lines between paragraphs."""
    assert len(paragraphs_of(f"{WRAPPED}\n{WRAPPED}")) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["one line alone, however long it may be, is not wrapped"],
        ["short", "lines"],
        ["A headline of some length that stands above a date of the day", "April 23, 2025"],
        ["There was room here", "for the next word, so that nobody can have cut the line at a width of fifty"],
        ["x" * 200, "and a paragraph of its own"],
    ],
)
def test_other_lines_are_not_taken_for_wrapped(lines: list[str]) -> None:
    """In doubt lines stay apart, as they were."""
    assert not is_wrapped(lines)


@given(st.text(st.sampled_from("aB .,-\n\r\t\u00a0\u2028é“"), max_size=200))
def test_spans_are_in_order_and_cover_every_word(text: str) -> None:
    """No word is lost or read twice, and every span begins and ends on a word."""
    found = paragraphs_of(text)
    end = 0
    for paragraph in found:
        assert end <= paragraph.span.start < paragraph.span.end
        assert paragraph.span.of(text).split() == paragraph.words.split()
        assert paragraph.span.of(text) == paragraph.span.of(text).strip()
        end = paragraph.span.end
    assert [word for paragraph in found for word in paragraph.words.split()] == text.split()
