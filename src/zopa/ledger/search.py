"""Full-text search over the articles of a ledger, behind one small interface."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.coverage.article import Article

OPENING, CLOSING = "\ue000", "\ue001"
"""Characters of no alphabet (Unicode private use) that mark what was found."""

TOKENIZE = "tokenize = 'unicode61 remove_diacritics 2'"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article in which all words were found, and where. ``spans`` are in the text; none for words of the title."""

    article: str
    spans: tuple[Span, ...]


class SearchIndex:
    """An index of articles in memory (SQLite FTS5). It holds nothing that the articles do not; losing it loses nothing.

    Words are compared without case and accents. Several threads may use it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: set[str] = set()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(f"CREATE VIRTUAL TABLE words USING fts5(id UNINDEXED, title, text, {TOKENIZE})")

    def add(self, articles: Iterable[Article]) -> None:
        """Index the articles that are not indexed yet."""
        with self._lock:
            new = [article for article in articles if article.id not in self._known]
            rows = [(article.id, storable(article.title), storable(article.text)) for article in new]
            self._connection.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
            self._known.update(article.id for article in new)

    def __contains__(self, article: str) -> bool:
        return article in self._known

    def find(self, words: str, limit: int) -> tuple[Hit, ...]:
        """The articles that hold all the words, best first (BM25). Words between quotation marks stand together."""
        query = match_query(words)
        if not query:
            return ()
        sql = "SELECT id, highlight(words, 2, ?, ?) FROM words WHERE words MATCH ? ORDER BY rank, id LIMIT ?"
        with self._lock:
            rows = self._connection.execute(sql, (OPENING, CLOSING, query, limit)).fetchall()
        return tuple(Hit(id, marked_spans(marked)) for id, marked in rows)

    def close(self) -> None:
        """Let the memory go."""
        self._connection.close()


def match_query(words: str) -> str:
    """Words as FTS5 takes them: each, or each run between quotation marks, as one string without any operators."""
    phrases = [quoted or single for quoted, single in re.findall(r'["“”]([^"“”]*)["“”]|([^\s"“”]+)', words)]
    return " ".join(f'"{storable(phrase)}"' for phrase in phrases if any(map(str.isalnum, phrase)))


def marked_spans(marked: str) -> tuple[Span, ...]:
    """The places that were marked, in the text without the marks."""
    spans, start, place = [], 0, 0
    for character in marked:
        if character == OPENING:
            start = place
        elif character == CLOSING:
            spans.append(Span(start, place))
        else:
            place += 1
    return tuple(spans)


def storable(text: str) -> str:
    """The text with as many characters, without those that SQLite cannot hold or that mark a hit."""
    return re.sub(f"[\0{OPENING}{CLOSING}\ud800-\udfff]", " ", text)
