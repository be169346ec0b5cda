"""Words in the coverage of a case: which articles hold them, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.casework.folder import case_folder
from zopa.errors import NothingReadable
from zopa.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zopa.coverage import Article, Span

_AROUND = 60


def search_rows(path: Path | str, words: str, limit: int = 50) -> list[dict[str, Any]]:
    """One row an article that holds all the words, best first; ``words`` is the first place with what stands around it.

    Words between quotation marks stand together. Raises NothingReadable where nothing has been read yet.
    """
    folder = case_folder(path)
    if not folder.ledger.exists():
        raise NothingReadable(f"Nothing has been read for {folder.path} yet. Read it with: zopa read {folder.path}")
    rows = []
    with Ledger.open(folder.ledger) as ledger:
        for hit in ledger.search(words, limit):
            article = ledger.article(hit.article)
            if article is not None:
                rows.append(_row(article, hit.spans))
    return rows


def _row(article: Article, spans: Sequence[Span]) -> dict[str, Any]:
    return {
        "doc": article.doc,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "places": len(spans),
        "words": _around(article.text, spans[0]) if spans else article.title,
        "spans": [list(span) for span in spans],
    }


def _around(text: str, span: Span) -> str:
    """The words with some before and after them, whole words only."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    start = 0 if start == 0 else text.find(" ", start, span.start) + 1 or span.start
    end = end if end == len(text) else max(text.rfind(" ", span.end, end), span.end)
    return ("… " if start else "") + " ".join(text[start:end].split()) + (" …" if end < len(text) else "")
