"""The words of a briefing: statements in their places, the articles they stand in, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from zopa.coverage.article import PublishedFrom, TextKind
    from zopa.positions.position import Stance, Strength
    from zopa.statements.statement import QuoteType, SpeakerKind

Mark = Literal["content", "cue", "source"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's own characters, ``text[start:end]``, and the marks it carries."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A statement in its place: its sentence and one to either side.

    ``pieces`` are cut from the article's text and follow one another without a gap, except where ``…`` stands between
    two of them (a piece that starts later than the one before it ended). ``words`` are the statement's content alone.
    ``broken`` says why the words cannot be shown; then ``pieces`` and ``words`` are empty.
    """

    pieces: tuple[Piece, ...]
    words: str
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """What a statement was coded as. ``counted`` is False for a suggestion that no figure uses."""

    party: str
    issue: str
    option: str
    stance: Stance
    strength: Strength
    coder: str
    confidence: float
    condition: str | None
    counted: bool


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One statement as it is quoted. ``number`` is its reference in this briefing: ``[12]``.

    ``anonymous`` and ``anonymous_reason`` are the article's own description of an unnamed source and why it is unnamed.
    ``via`` lists the outlets or platforms the words passed through, in order, before ``outlet`` published them.
    """

    number: int
    id: str
    article: str
    speaker: str
    speaker_kind: SpeakerKind
    office: str | None
    anonymous: str | None
    anonymous_reason: str | None
    via: tuple[str, ...]
    outlet: str
    text_kind: TextKind
    published: date | None
    said_on: str | None
    said_on_exact: bool
    quote_type: QuoteType
    confidence: float
    excerpt: Excerpt
    codings: tuple[Coding, ...]
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article that was read. ``full_text`` is there only when whole articles were asked for."""

    number: int
    id: str
    doc: str
    title: str
    outlet: str
    url: str | None
    published: date | None
    published_from: PublishedFrom
    text_kind: TextKind
    bylines: tuple[str, ...]
    new: bool
    statements: tuple[str, ...]
    full_text: tuple[Piece, ...] | None = None


@dataclass(frozen=True, slots=True)
class SkippedEntry:
    """Something that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated thing.

    ``kind`` is one word: article, statement or change here; whoever hands over further events (a meeting, a change of
    control) names them in its own word. ``party`` is the one whose line it belongs to, ``shape`` the stance it is drawn
    as; both may be missing.
    """

    on: date
    exact: bool
    kind: str
    text: str
    statements: tuple[str, ...]
    party: str | None = None
    shape: Stance | None = None
