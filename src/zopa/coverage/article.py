"""An article as the rest of the house sees it: immutable text, and spans that count its characters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

TextKind = Literal["page", "transcript", "retold"]
PublishedFrom = Literal["sidecar", "record", "metadata", "url", "text", "unknown"]


class Span(NamedTuple):
    """A half-open range of code points: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Byline:
    """Somebody credited with an article: the name as printed, the place reported from, and in what role."""

    name: str
    place: str | None = None
    role: Literal["author", "contributor", "assistant"] = "author"


@dataclass(frozen=True, slots=True)
class Article:
    """One published page.

    ``text`` is the extracted text; every span anywhere counts its code points. ``paragraphs`` are the spans of the
    paragraphs that belong to the article's own body: what lies outside them (chrome that was kept) is never read.
    ``raw_sha256`` is the hash of the bytes the text came from. ``doc`` is the short name used in listings: the file's
    stem, or the record's own id.
    """

    id: str
    doc: str
    source: str
    outlet: str | None
    title: str
    published: date | None
    published_from: PublishedFrom
    bylines: tuple[Byline, ...]
    text: str
    raw_sha256: str
    paragraphs: tuple[Span, ...]
    text_kind: TextKind = "page"
    url: str | None = None


def article_id(text: str) -> str:
    """The id of an article: the first 16 hexadecimal digits of the SHA-256 of its text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def words_of(spans: Sequence[Span], text: str, joiner: str = " … ") -> str:
    """The words of several spans, in order, joined where something was left out."""
    return joiner.join(span.of(text) for span in spans)
