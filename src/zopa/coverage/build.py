"""From what a reader found in a file to an Article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Article, Byline, Span, article_id
from zopa.coverage.chrome import Body, find_body
from zopa.coverage.chrome_lines import without_bullet
from zopa.coverage.dates import date_in_url, date_near_top, find_date
from zopa.coverage.layout import paragraphs_of
from zopa.errors import CoverageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from zopa.coverage.article import PublishedFrom, TextKind
    from zopa.coverage.layout import Paragraph

_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article besides its text; None where it is not known."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_from: PublishedFrom = "unknown"
    url: str | None = None
    text_kind: TextKind | None = None
    bylines: tuple[Byline, ...] = ()

    def over(self, other: Facts) -> Facts:
        """These facts, and the other's where these say nothing."""
        dated = self if self.published else other
        return Facts(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            published=dated.published,
            published_from=dated.published_from,
            url=self.url or other.url,
            text_kind=self.text_kind or other.text_kind,
            bylines=self.bylines or other.bylines,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found in one file or record: the words, the bytes they came from, and the facts about them."""

    doc: str
    source: str
    text: str
    raw: bytes
    facts: Facts = Facts()
    notes: tuple[str, ...] = ()


def build_article(draft: Draft) -> Article:
    """The article of a draft: its text is the body alone, with one blank line between paragraphs.

    Raises CoverageError if the text holds half a character (a lone surrogate), which no file can store.
    """
    body = find_body(paragraphs_of(draft.text), draft.facts.title)
    text, spans = join_paragraphs(body.paragraphs)
    return _article(draft, text, spans, body)


def plain_article(text: str, doc: str) -> Article:
    """An article whose text is exactly the one given; its paragraphs leave out the chrome.

    Spans count code points of ``text`` as given. Title, date and bylines are found as on any page. Raises
    CoverageError if the text holds half a character (a lone surrogate).
    """
    refuse_half_characters(text)
    body = find_body(paragraphs_of(text))
    draft = Draft(doc=doc, source=doc, text=text, raw=text.encode("utf-8"))
    return _article(draft, text, tuple(paragraph.span for paragraph in body.paragraphs), body)


def join_paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Span, ...]]:
    """Paragraphs as one text, parted as they were (blank line or line break), and where each one stands in it."""
    pieces: list[str] = []
    spans: list[Span] = []
    length = 0
    for paragraph in paragraphs:
        gap = "" if not pieces else "\n\n" if paragraph.after_blank else "\n"
        start = length + len(gap)
        length = start + len(paragraph.words)
        pieces.append(gap + paragraph.words)
        spans.append(Span(start, length))
    return "".join(pieces), tuple(spans)


def refuse_half_characters(text: str, what: str = "text") -> None:
    """Raise CoverageError if a text holds a lone surrogate, naming where."""
    at = next((position for position, character in enumerate(text) if "\ud800" <= character <= "\udfff"), None)
    if at is not None:
        raise CoverageError(
            f"the {what} holds half a character (U+{ord(text[at]):04X} at position {at}); "
            "remove it or save the page again"
        )


def _article(draft: Draft, text: str, spans: tuple[Span, ...], body: Body) -> Article:
    facts = _dated(draft.facts, body)
    title = body.title or _opening(body, draft.doc)
    _refuse_half_characters_anywhere(text, title, draft.doc, facts, body)
    return Article(
        id=article_id(text),
        doc=draft.doc,
        source=draft.source,
        outlet=facts.outlet,
        title=title,
        published=facts.published,
        published_from=facts.published_from,
        bylines=_merged(facts.bylines, body.bylines),
        text=text,
        raw_sha256=hashlib.sha256(draft.raw).hexdigest(),
        paragraphs=spans,
        text_kind=facts.text_kind or "page",
        url=facts.url,
    )


def _refuse_half_characters_anywhere(text: str, title: str, doc: str, facts: Facts, body: Body) -> None:
    names = " ".join(byline.name + (byline.place or "") for byline in (*facts.bylines, *body.bylines))
    refuse_half_characters(text)
    for what, value in {"title": title, "id": doc, "outlet": facts.outlet, "url": facts.url, "byline": names}.items():
        refuse_half_characters(value or "", what)


def _dated(facts: Facts, body: Body) -> Facts:
    if facts.published:
        return facts
    if facts.url and (day := date_in_url(facts.url)):
        return replace(facts, published=day, published_from="url")
    if day := date_near_top(body.head) or _dateline(body):
        return replace(facts, published=day, published_from="text")
    return replace(facts, published=None, published_from="unknown")


def _dateline(body: Body) -> date | None:
    """The date in front of the first sentence: ``GENEVA, 4 March 2025 (Agency) — ...``."""
    opening = body.paragraphs[0].words[:70] if body.paragraphs else ""
    before, dash, _ = opening.partition(" — ") if " — " in opening else opening.partition(" – ")
    return find_date(before) if dash else None


def _opening(body: Body, doc: str) -> str:
    if not body.paragraphs:
        return doc
    words = without_bullet(body.paragraphs[0].words)
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _merged(known: tuple[Byline, ...], found: tuple[Byline, ...]) -> tuple[Byline, ...]:
    names = {byline.name.casefold() for byline in known}
    return known + tuple(byline for byline in found if byline.name.casefold() not in names)
