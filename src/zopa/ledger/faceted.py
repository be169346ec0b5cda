"""Search over entries of every kind, with facets and exact counts.

The words lie in SQLite's full-text index, in memory; facets lie beside it in arrays, so that changing what an entry is
filed under (a review does) leaves the words alone.

1. The words give the entries that hold them all; no words give every entry.
2. Of each facet, the values chosen are alternatives; all facets must agree. Values are counted among the entries that
   the words and the *other* facets leave, so that a choice never hides its alternatives.
3. What is left is ordered best first (BM25); where more than ``RANKED`` entries hold the words, which then tell little,
   and where there are no words, newest first.

Cost: linear in the entries found, times the facets.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from zopa.ledger.search import CLOSING, OPENING, TOKENIZE, marked_spans, match_query, storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from zopa.coverage.article import Span

RANKED = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: its id, its words, what it is filed under, and a day to order by (ISO, or empty)."""

    id: str
    title: str
    text: str
    facets: Mapping[str, tuple[str, ...]]
    day: str = ""


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry that was found, and where: ``spans`` are in its text, none for words of the title."""

    id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """``total`` entries were found; ``entries`` are those of the page asked for.

    ``counts`` gives for each facet its values with how many entries each would leave, the most first. ``order`` says
    how the entries are ordered.
    """

    total: int
    entries: tuple[FoundEntry, ...]
    counts: Mapping[str, tuple[tuple[str, int], ...]]
    order: str


class WordIndex:
    """The words of entries, by their ids. Entries are only ever added; several threads may use it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rows: dict[str, int] = {}
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(f"CREATE VIRTUAL TABLE words USING fts5(title, text, {TOKENIZE})")

    def add(self, entries: Iterable[Entry]) -> None:
        """Index the entries whose id is not known yet."""
        with self._lock:
            new = {entry.id: entry for entry in entries if entry.id not in self._rows}
            first = len(self._rows)
            self._rows.update((id, first + place) for place, id in enumerate(new))
            rows = ((self._rows[id], storable(entry.title), storable(entry.text)) for id, entry in new.items())
            self._connection.executemany("INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)", rows)

    def row(self, id: str) -> int:
        """The row of an entry. Raises KeyError."""
        return self._rows[id]

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def matching(self, words: str) -> tuple[NDArray[np.intp], bool]:
        """The rows that hold all the words, and whether they are ordered best first."""
        query = match_query(words)
        if not query:
            return np.arange(self.size, dtype=np.intp), False
        with self._lock:
            found = self._connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)).fetchall()
            ranked = len(found) <= RANKED
            if ranked:
                sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid"
                found = self._connection.execute(sql, (query,)).fetchall()
        return np.fromiter((row for (row,) in found), dtype=np.intp, count=len(found)), ranked

    def places(self, words: str, rows: Sequence[int]) -> dict[int, tuple[Span, ...]]:
        """Where some rows hold the words: spans in their texts."""
        query = match_query(words)
        if not query or not rows:
            return {}
        marks = ", ".join("?" for _ in rows)
        sql = f"SELECT rowid, highlight(words, 1, ?, ?) FROM words WHERE words MATCH ? AND rowid IN ({marks})"
        with self._lock:
            marked = self._connection.execute(sql, (OPENING, CLOSING, query, *rows)).fetchall()
        return {row: marked_spans(text) for row, text in marked}

    def close(self) -> None:
        """Let the memory go."""
        self._connection.close()


@dataclass(frozen=True)
class _Facet:
    """The values of one facet: entry ``rows[k]`` has the value ``names[values[k]]``."""

    names: tuple[str, ...]
    rows: NDArray[np.intp]
    values: NDArray[np.intp]

    def having(self, chosen: Iterable[str], size: int) -> NDArray[np.bool_]:
        """Which entries have one of the values."""
        wanted = np.isin(self.values, [place for place, name in enumerate(self.names) if name in set(chosen)])
        found = np.zeros(size, dtype=bool)
        found[self.rows[wanted]] = True
        return found

    def counted(self, within: NDArray[np.bool_]) -> tuple[tuple[str, int], ...]:
        """The values that some of the entries have, with how many, the most first."""
        counts = np.bincount(self.values[within[self.rows]], minlength=len(self.names))
        order = sorted(range(len(self.names)), key=lambda place: (-counts[place], self.names[place]))
        return tuple((self.names[place], int(counts[place])) for place in order if counts[place])


class Catalogue:
    """Entries as they are filed today, over an index of their words."""

    def __init__(self, index: WordIndex, entries: Sequence[Entry]) -> None:
        index.add(entries)
        self._index = index
        self._ids = {index.row(entry.id): entry.id for entry in entries}
        self._size = index.size
        rows = np.fromiter(self._ids, dtype=np.intp, count=len(self._ids))
        self._present = np.zeros(self._size, dtype=bool)
        self._present[rows] = True
        days = sorted((entry.day, index.row(entry.id)) for entry in entries)
        self._age = np.zeros(self._size, dtype=np.intp)
        self._age[[row for _, row in days]] = np.arange(len(days), 0, -1)
        names = dict.fromkeys(name for entry in entries for name in entry.facets)
        self._facets = {name: _facet(name, index, entries) for name in names}

    @property
    def facets(self) -> tuple[str, ...]:
        """The names of the facets."""
        return tuple(self._facets)

    def find(
        self, words: str = "", chosen: Mapping[str, Sequence[str]] | None = None, *, first: int = 0, limit: int = 50
    ) -> Found:
        """The entries that hold all the words and are filed under the values chosen, from ``first`` on.

        Words between quotation marks stand together; case and accents do not matter. Facets nobody has are passed over.
        """
        rows, ranked = self._index.matching(words)
        rows = rows[rows < self._size]
        found = np.zeros(self._size, dtype=bool)
        found[rows] = True
        found &= self._present
        having = {
            name: self._facets[name].having(values, self._size)
            for name, values in (chosen or {}).items()
            if values and name in self._facets
        }
        counts = {}
        for name, facet in self._facets.items():
            others = [mask for other, mask in having.items() if other != name]
            counts[name] = facet.counted(np.logical_and.reduce([found, *others]))
        left = np.logical_and.reduce([found, *having.values()])
        rows = rows[left[rows]] if ranked else np.flatnonzero(left)
        if not ranked:
            rows = rows[np.argsort(self._age[rows], kind="stable")]
        page = [int(row) for row in rows[first : first + limit]]
        places = self._index.places(words, page)
        return Found(
            total=len(rows),
            entries=tuple(FoundEntry(self._ids[row], places.get(row, ())) for row in page),
            counts=counts,
            order="best first" if ranked else "newest first",
        )


def _facet(name: str, index: WordIndex, entries: Iterable[Entry]) -> _Facet:
    places: dict[str, int] = {}
    rows: list[int] = []
    values: list[int] = []
    for entry in entries:
        for value in dict.fromkeys(entry.facets.get(name, ())):
            rows.append(index.row(entry.id))
            values.append(places.setdefault(value, len(places)))
    return _Facet(tuple(places), np.array(rows, dtype=np.intp), np.array(values, dtype=np.intp))
