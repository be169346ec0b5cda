"""HTML pages: the article's words through trafilatura, the facts from the page's own metadata."""

from __future__ import annotations

import re

from zopa.coverage.build import Draft
from zopa.coverage.chrome import is_prose
from zopa.coverage.decoding import decode
from zopa.coverage.page import Unreadable
from zopa.coverage.readers.metadata import facts_of_page
from zopa.coverage.readers.text import encoding_note

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:\-]{2,40})", re.IGNORECASE)

_BETWEEN_PARAGRAPHS = re.compile(r"\n+(?!- )")


def read_html(raw: bytes, doc: str, source: str) -> Draft:
    """An HTML file as a draft. Raises Unreadable, also where the page holds no article."""
    html, encoding = decode(raw, declared_charset(raw))
    return draft_of_page(html, raw, doc, source, encoding_note(encoding))


def draft_of_page(html: str, raw: bytes, doc: str, source: str, notes: tuple[str, ...]) -> Draft:
    """The draft of a page that is already text. Raises Unreadable where it holds no article."""
    text = _main_text(html)
    if not any(is_prose(line) for line in text.splitlines()):
        raise Unreadable(
            "ZP105",
            "the page holds no article (no running text was found); save the article itself or remove it",
        )
    return Draft(doc, source, text, raw, facts_of_page(html), notes)


def declared_charset(raw: bytes) -> str | None:
    """The encoding an HTML page names in its own head, or None."""
    match = _CHARSET.search(raw[:4096])
    return match.group(1).decode("ascii", "replace").lower() if match else None


def _main_text(html: str) -> str:
    # Imported here: it takes half a second, and most runs read no HTML.
    import trafilatura

    found = trafilatura.extract(html, include_comments=False, include_tables=False, favor_recall=True) or ""
    return _BETWEEN_PARAGRAPHS.sub("\n\n", found)
