"""An anchor: where reviewed words stand, by quote, so that they are found again after a better reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement

CONTEXT = 32
"""Characters kept before and after the words, to tell one place of the same words from another."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in a text: ``exact``, what stands just before and after them, and the place of their first character.

    A TextQuoteSelector and a TextPositionSelector of the W3C Web Annotation Data Model (2017, 4.2.4 and 4.2.5) in one;
    ``start`` counts code points.
    """

    start: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """The place of the words in the text they were taken from."""
        return Span(self.start, self.start + len(self.exact))


@dataclass(frozen=True, slots=True)
class Anchor:
    """The statement a review is about: its article, its id when it was reviewed, its speaker, and its words."""

    article: str
    statement: str
    speaker: str
    quotes: tuple[Quote, ...]


def quote_of(span: Span, text: str) -> Quote:
    """The words of a span of a text, with what stands around them."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Quote(span.start, span.of(text), before, after)


def quotes_of(spans: Iterable[Span], text: str) -> tuple[Quote, ...]:
    """The words of several spans of a text."""
    return tuple(quote_of(span, text) for span in spans)


def anchor_of(statement: Statement, article: Article) -> Anchor:
    """The anchor of a statement in its article."""
    return Anchor(article.id, statement.id, statement.speaker, quotes_of(statement.content, article.text))


def find_quote(quote: Quote, text: str) -> Span | None:
    """Where the words stand in a text; None where that cannot be said for sure.

    1. Where they stood, if they still do, with the same characters before and after them.
    2. Else the one place in the text that has the same words between the same characters.
    3. Else the one place that has the same words at all.

    Words that are gone, or stand at several places that cannot be told apart, have no place: nothing is guessed.
    Cost: linear in the text.
    """
    if not quote.exact:
        return None
    around = quote.prefix + quote.exact + quote.suffix
    if quote.start >= len(quote.prefix) and text.startswith(around, quote.start - len(quote.prefix)):
        return quote.span
    places = _places(around, text)
    if len(places) == 1:
        start = places[0] + len(quote.prefix)
        return Span(start, start + len(quote.exact))
    places = _places(quote.exact, text)
    return Span(places[0], places[0] + len(quote.exact)) if len(places) == 1 else None


def _places(words: str, text: str) -> list[int]:
    places, place = [], text.find(words)
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    return places
