"""What an HTML page says of itself: JSON-LD, Open Graph and the other <meta> fields, <time>, <title>."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from zopa.coverage.article import Byline
from zopa.coverage.build import Facts
from zopa.coverage.bylines import read_byline, split_names
from zopa.coverage.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE_TYPES = ("article", "posting", "report", "newsarticle", "webpage")
_META_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "article:published",
    "published_time",
    "publication-date",
    "publish-date",
    "cxenseparse:recs:publishtime",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.created",
    "release_date",
)
_META_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")


def facts_of_page(html: str) -> Facts:
    """Title, date, authors, outlet and address as the page itself states them.

    JSON-LD is believed before <meta> fields, and those before what is printed (<time>, <h1>, <title>). A date must
    name a whole day. Cost: one pass over the page.
    """
    found = _Collector()
    found.feed(html)
    found.close()
    linked = _linked_article(found.scripts)
    published = parse_date(linked.get("datePublished")) or _first_date(found) or parse_date(found.time)
    return Facts(
        title=_text(linked.get("headline")) or found.first("og:title", "twitter:title") or _printed_title(found),
        outlet=_name_of(linked.get("publisher")) or found.first("og:site_name", "application-name", "publisher"),
        published=published,
        published_from="metadata" if published else "unknown",
        url=found.canonical or found.first("og:url") or _text(linked.get("url")),
        bylines=_authors(linked, found),
    )


class _Collector(HTMLParser):
    """Gathers the fields of one page; broken mark-up is tolerated, as browsers do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.scripts: list[str] = []
        self.printed: dict[str, str] = {}
        self.canonical: str | None = None
        self.time: str | None = None
        self._open: str | None = None
        self._words: list[str] = []

    def first(self, *names: str) -> str | None:
        return next((value for name in names if (value := self.meta.get(name))), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.meta.setdefault(name.lower(), values.get("content", "").strip())
        elif tag == "link" and values.get("rel", "").lower() == "canonical":
            self.canonical = values.get("href") or None
        elif values.get("itemprop", "").lower() == "datepublished":
            self.meta.setdefault("datepublished", values.get("datetime") or values.get("content", ""))
        elif tag == "time" and self.time is None:
            self.time = values.get("datetime") or None
        elif (tag in ("title", "h1") and tag not in self.printed) or (
            tag == "script" and values.get("type", "").partition(";")[0].strip() == "application/ld+json"
        ):
            self._open, self._words = tag, []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != self._open:
            return
        words = "".join(self._words)
        if tag == "script":
            self.scripts.append(words)
        else:
            self.printed[tag] = " ".join(words.split())
        self._open = None


def _linked_article(scripts: list[str]) -> dict[str, Any]:
    """The article a page describes in JSON-LD: a record with a headline, else one with a date of publication."""
    dated: dict[str, Any] = {}
    for script in scripts:
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if not any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in kinds):
                continue
            if node.get("headline"):
                return node
            dated = dated or (node if node.get("datePublished") else {})
    return dated


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))


def _first_date(found: _Collector) -> Any:
    return next((day for name in _META_DATES if (day := parse_date(found.meta.get(name)))), None)


def _printed_title(found: _Collector) -> str | None:
    heading, title = found.printed.get("h1"), found.printed.get("title")
    # The first <h1> is the headline only where the window title agrees; else it may be the name of the site.
    if heading and title and title.startswith(heading):
        return heading
    for stroke in (" | ", " - ", " – ", " — "):
        if title and stroke in title:
            return title.rsplit(stroke, 1)[0]
    return title or heading or None


def _authors(linked: dict[str, Any], found: _Collector) -> tuple[Byline, ...]:
    named = linked.get("author")
    names = [_name_of(entry) for entry in (named if isinstance(named, list) else [named])]
    if not any(names):
        names = [found.first(*_META_AUTHORS)]
    people = (byline for name in names if name and "://" not in name for byline in _people(name))
    return tuple({byline.name: byline for byline in people}.values())


def _people(name: str) -> tuple[Byline, ...]:
    credited = read_byline(name if name.lower().startswith("by ") else f"By {name}")
    if credited is not None:
        return credited
    return tuple(Byline(part) for part in split_names(name))


def _name_of(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
