"""Everything in a case that can be searched: statements, articles and the notes of reviewers, with their facets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.casework.voices import full_names, speaker_name
from zopa.coverage.article import words_of
from zopa.ledger import Cell
from zopa.ledger.faceted import Catalogue, Entry, WordIndex
from zopa.positions import party_of, rulings
from zopa.positions.evidence import said_on_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from zopa.casework.gathering import Gathered
    from zopa.coverage import Article, Span
    from zopa.ledger import Comment, Placed
    from zopa.positions import Evidence, Matter, Ruling
    from zopa.statements import Statement

FACETS = ("kind", "party", "issue", "stance", "speaker", "source", "month", "review")
"""The facets, in the order in which they are shown. ``source`` is the outlet, ``party`` who speaks or is spoken of."""

UNDATED, NO_OUTLET = "undated", "unnamed outlet"
UNCODED, OPEN = "nothing coded", "not reviewed"
_AROUND = 110


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of what was found: ``total`` in all, from ``first`` on; ``counts`` by facet as :class:`Found` has them."""

    words: str
    total: int
    first: int
    rows: tuple[dict[str, Any], ...]
    counts: Mapping[str, tuple[tuple[str, int], ...]]
    order: str


@dataclass(frozen=True, slots=True)
class _Note:
    """What a person wrote: with a review, or as a comment. ``about`` is a statement's id, or party and issue."""

    id: str
    by: str
    text: str
    day: str
    about: str
    article: str


class CaseSearch:
    """The search of one state of a case. ``index`` may be kept from one state to the next: it holds words alone."""

    def __init__(self, gathered: Gathered, index: WordIndex | None = None, comments: Iterable[Comment] = ()) -> None:
        self._gathered = gathered
        self._statements = {found.id: found for found in gathered.statements}
        written = (_note_of(placed) for placed in gathered.reviews if placed.review.note.strip())
        self._notes = {note.id: note for note in (*written, *map(_comment, comments))}
        self._catalogue = Catalogue(index or WordIndex(), [*_entries(gathered, self._notes.values())])

    def find(
        self, words: str = "", chosen: Mapping[str, Sequence[str]] | None = None, *, first: int = 0, limit: int = 50
    ) -> SearchResult:
        """What holds all the words and is filed under the values chosen: see :meth:`Catalogue.find`."""
        found = self._catalogue.find(words, chosen, first=first, limit=limit)
        rows = tuple(self._row(entry.id, entry.spans) for entry in found.entries)
        counts = {name: found.counts.get(name, ()) for name in FACETS}
        return SearchResult(words, found.total, first, rows, counts, found.order)

    def _row(self, id: str, spans: Sequence[Span]) -> dict[str, Any]:
        """One row: ``words`` is what stands around the first place, in ``pieces`` of (text, whether it is a hit)."""
        kind, _, key = id.partition(":")
        articles = self._gathered.articles
        if kind == "note":
            note = self._notes[key]
            article = articles.get(note.article)
            text, title, day = note.text, note.by, note.day
            key = note.about
        elif kind == "statement":
            statement = self._statements[key]
            article = articles[statement.article]
            text, title = _words(statement, article), statement.speaker
            day = _day(statement, article)
        else:
            article = articles[key]
            text, title = article.text, article.title
            day = article.published.isoformat() if article.published else ""
        pieces = pieces_of(text, spans)
        return {
            "kind": kind,
            "id": key,
            "title": title,
            "day": day or None,
            "outlet": article.outlet if article else None,
            "doc": article.doc if article else None,
            "places": len(spans),
            "words": "".join(piece for piece, _ in pieces),
            "pieces": pieces,
        }


def pieces_of(text: str, spans: Sequence[Span], around: int = _AROUND) -> list[tuple[str, bool]]:
    """The text around the first place, whole words only, in pieces that say whether they were looked for."""
    first = spans[0] if spans else None
    start = max(0, first.start - around) if first else 0
    end = min(len(text), (first.end if first else start + around) + around)
    if start:
        start = text.find(" ", start, first.start if first else end) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", first.end if first else start, end), start + 1 if first is None else first.end)
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for span in spans:
        if span.start >= at and span.end <= end:
            pieces += [(text[at : span.start], False), (text[span.start : span.end], True)]
            at = span.end
    pieces.append((text[at:end], False))
    if end < len(text):
        pieces.append((" …", False))
    return [(piece, hit) for piece, hit in pieces if piece]


def _entries(gathered: Gathered, notes: Iterable[_Note]) -> Iterator[Entry]:
    coded: dict[str, list[Evidence]] = {}
    for item in gathered.evidence:
        coded.setdefault(item.statement.id, []).append(item)
    ruled: dict[str, list[Ruling]] = {}
    verdicts = (verdict for placed in gathered.reviews if (verdict := placed.verdict) is not None)
    for matter, ruling in rulings(verdicts).items():
        ruled.setdefault(matter[0], []).append(ruling)
    names = {party.id: party.name for party in gathered.case.parties}
    issues = {issue.id: issue.name for issue in gathered.case.issues}
    people = full_names(gathered.case)
    for statement in gathered.statements:
        article = gathered.articles[statement.article]
        items = coded.get(statement.id, [])
        speaks = party_of(statement, article, gathered.case)
        yield Entry(
            id=f"statement:{statement.id}",
            title=statement.speaker,
            text=_words(statement, article),
            day=_day(statement, article),
            facets={
                "kind": ("statement",),
                "party": tuple(names[p] for p in dict.fromkeys((speaks, *(i.position.party for i in items))) if p),
                "issue": tuple(issues[item.position.issue] for item in items),
                "stance": tuple(item.position.stance for item in items),
                "speaker": (speaker_name(statement, gathered.case, people),),
                "source": (article.outlet or NO_OUTLET,),
                "month": (_day(statement, article)[:7] or UNDATED,),
                "review": _states(items, ruled.get(statement.id, [])),
            },
        )
    for article in gathered.articles.values():
        day = article.published.isoformat() if article.published else ""
        facets = {"kind": ("article",), "source": (article.outlet or NO_OUTLET,), "month": (day[:7] or UNDATED,)}
        yield Entry(f"article:{article.id}", article.title, article.text, facets, day)
    for note in notes:
        yield _filed(note, gathered)


def _note_of(placed: Placed) -> _Note:
    """The note of a review."""
    review = placed.review
    day = review.at.date().isoformat()
    return _Note(review.id, review.by, review.note, day, placed.statement or "", review.target.article)


def _comment(comment: Comment) -> _Note:
    """A comment on a statement, or on a cell of the matrix (then what it is about is ``PARTY/ISSUE``)."""
    about = comment.subject.partition(":")[2]
    article = "" if isinstance(comment.about, Cell) else comment.about.article
    return _Note(comment.id, comment.by, comment.text, comment.at.date().isoformat(), about, article)


def _filed(note: _Note, gathered: Gathered) -> Entry:
    article = gathered.articles.get(note.article)
    source = {"source": (article.outlet or NO_OUTLET,)} if article else {}
    return Entry(
        f"note:{note.id}", note.by, note.text, {"kind": ("note",), **source, "month": (note.day[:7],)}, note.day
    )


def _states(items: Sequence[Evidence], ruled: Sequence[Ruling]) -> tuple[str, ...]:
    """How far a statement has been reviewed: what was decided on its codings, and whether some are still open."""
    decided: set[Matter] = {ruling.matter for ruling in ruled}
    whole = any(matter[1] is None for matter in decided)
    states = [ruling.outcome for ruling in ruled]
    keys = {(item.statement.id, (item.position.party, item.position.issue, item.position.option)) for item in items}
    waiting = [OPEN] if keys - decided and not whole else []
    return tuple(dict.fromkeys([*states, *waiting])) or (UNCODED,)


def _words(statement: Statement, article: Article) -> str:
    return " ".join(words_of(statement.content, article.text).split())


def _day(statement: Statement, article: Article) -> str:
    day = said_on_of(statement, article)
    return day.isoformat() if day else ""
