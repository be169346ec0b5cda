"""PDF files: their text through pypdf, without the running heads of the pages."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from zopa.coverage.build import Draft, Facts
from zopa.coverage.page import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PdfReader

_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_NUMBER = re.compile(r"\d+")
_FEWEST_LETTERS = 20


def read_pdf(raw: bytes, doc: str, source: str) -> Draft:
    """A PDF as a draft. Raises Unreadable for what is locked, damaged or a picture of text.

    A hyphen at the end of a line between two small letters is taken for a broken word. First and last lines that
    repeat, but for their numbers, on at least three pages and half of all pages are running heads and left out.
    """
    if not raw.strip():
        raise Unreadable("ZP101", "the file is empty; save the page again or remove the file")
    pages, title = _pages(raw)
    text = _BROKEN_WORD.sub("", "\n\n".join(_without_running_heads(pages)))
    if sum(character.isalpha() for character in text) < _FEWEST_LETTERS:
        raise Unreadable("ZP106", "the PDF has no text in it (pictures of pages?); run text recognition (OCR) first")
    return Draft(doc, source, text, raw, Facts(title=title))


def _pages(raw: bytes) -> tuple[list[str], str | None]:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("ZP107", "the PDF is locked with a password; save an unlocked copy")
        return [page.extract_text() for page in reader.pages], _title(reader)
    except Unreadable:
        raise
    except pypdf.errors.DependencyError as error:
        raise Unreadable("ZP107", "the PDF is encrypted; save an unlocked copy") from error
    except Exception as error:  # a damaged file makes pypdf raise almost anything
        raise Unreadable("ZP108", "the PDF is damaged or is not a PDF; download or save it again") from error


def _title(reader: PdfReader) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    words = " ".join(str(title).split()) if title else ""
    # Programs fill the field with file names; a headline has several words.
    return words if len(words.split()) >= 3 else None


def _without_running_heads(pages: Sequence[str]) -> list[str]:
    edges = Counter(edge for page in pages for edge in {_edge(line) for line in _edge_lines(page)})
    heads = {edge for edge, count in edges.items() if count >= 3 and 2 * count >= len(pages)}
    return ["\n".join(_kept(page, heads)) for page in pages]


def _kept(page: str, heads: set[str]) -> list[str]:
    lines = page.splitlines()
    outer = {at for at, line in enumerate(lines) if line.strip()}
    ends = {min(outer), max(outer)} if outer else set()
    return [line for at, line in enumerate(lines) if at not in ends or _edge(line) not in heads]


def _edge_lines(page: str) -> list[str]:
    lines = [line for line in page.splitlines() if line.strip()]
    return [lines[0], lines[-1]] if lines else []


def _edge(line: str) -> str:
    return _NUMBER.sub("#", line.strip())
