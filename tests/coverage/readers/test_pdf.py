"""PDF files: their text without running heads; what holds no text is refused with what to do."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest

from zopa.coverage.build import build_article
from zopa.coverage.page import Unreadable
from zopa.coverage.readers.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = """The two companies agreed on the price of the land on Mon-
day, after a year of talks that had led to nothing.
The city must agree."""


def test_a_pdf_gives_its_text(make_pdf: Callable[..., bytes]) -> None:
    """Lines are put together, broken words too."""
    raw = make_pdf(LINES)
    draft = read_pdf(raw, "land", "land.pdf")
    assert draft.raw == raw
    text = " ".join(build_article(draft).text.split())
    assert text == (
        "The two companies agreed on the price of the land on Monday, after a year of talks that had led to nothing. "
        "The city must agree."
    )


def test_running_heads_are_left_out(make_pdf: Callable[..., bytes]) -> None:
    """First and last lines that repeat on three pages, but for the page number."""
    pages = [f"Land Office Bulletin\nThe council met for the {n}. time on that day.\nPage {n} of 3" for n in (1, 2, 3)]
    text = read_pdf(make_pdf(*pages), "land", "land.pdf").text
    assert "Bulletin" not in text
    assert "Page" not in text
    assert text.count("The council met") == 3


def test_a_head_on_two_pages_stays(make_pdf: Callable[..., bytes]) -> None:
    """Two pages may begin alike by chance."""
    assert read_pdf(make_pdf(LINES, LINES), "land", "land.pdf").text.count("The city must agree.") == 2


def _locked(raw: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_locked_with_a_password_is_refused(make_pdf: Callable[..., bytes]) -> None:
    """The message says to save an unlocked copy; without a password for reading it is read."""
    with pytest.raises(Unreadable, match="locked with a password"):
        read_pdf(_locked(make_pdf(LINES), "secret"), "land", "land.pdf")
    assert "two companies" in read_pdf(_locked(make_pdf(LINES), ""), "land", "land.pdf").text


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "ZP101"), (b"%PDF-1.4\nrubbish", "ZP108"), (b"not a PDF", "ZP108"), (b"\x00" * 500, "ZP108")],
)
def test_what_is_no_pdf_is_refused(raw: bytes, code: str) -> None:
    """Empty or damaged."""
    with pytest.raises(Unreadable) as refused:
        read_pdf(raw, "x", "x.pdf")
    assert refused.value.code == code


def test_a_pdf_without_text_is_refused(make_pdf: Callable[..., bytes]) -> None:
    """Pictures of pages: the message names text recognition."""
    with pytest.raises(Unreadable, match="OCR"):
        read_pdf(make_pdf("1"), "x", "x.pdf")


def test_a_damaged_pdf_never_raises_anything_else(make_pdf: Callable[..., bytes]) -> None:
    """Cut off or overwritten anywhere, it is read or refused."""
    raw = make_pdf(LINES)
    damaged = [raw[:at] + rest for at in range(20, len(raw), 37) for rest in (b"", b"\xff<<[(" + raw[at + 5 :])]
    outcomes = {_outcome(one) for one in damaged}
    assert outcomes <= {"read", "ZP106", "ZP107", "ZP108"}
    assert len(outcomes) > 1


def _outcome(raw: bytes) -> str:
    try:
        read_pdf(raw, "x", "x.pdf")
    except Unreadable as problem:
        return problem.code
    return "read"
