"""One article as a JSON object: ``text``, and what else is known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from zopa.coverage.article import Byline, TextKind
from zopa.coverage.build import Draft, Facts
from zopa.coverage.bylines import read_byline, split_names
from zopa.coverage.dates import parse_date
from zopa.coverage.page import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.coverage.article import PublishedFrom

_TEXT_KINDS: tuple[TextKind, ...] = get_args(TextKind)


def draft_of_record(record: object, raw: bytes, doc: str, source: str) -> Draft:
    """A record as a draft; ``doc`` is used where the record has neither ``id`` nor ``doc``.

    Known keys: id or doc, text, title, outlet, published, url, text_kind, bylines (or author). Others are ignored, and
    stay in the raw bytes. Raises Unreadable where there is no text.
    """
    if not isinstance(record, dict):
        raise Unreadable("ZP110", 'the record is not a JSON object; write {"text": "..."}')
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Unreadable("ZP110", 'the record has no "text" with words in it; add the text or remove the record')
    facts, notes = facts_of_mapping(record, "record")
    name = record.get("id", record.get("doc"))
    return Draft(str(name) if name not in (None, "") else doc, source, text, raw, facts, notes)


def facts_of_mapping(values: Mapping[str, Any], origin: PublishedFrom) -> tuple[Facts, tuple[str, ...]]:
    """The facts a record or a sidecar states, and a note for each that could not be understood."""
    notes: list[str] = []
    published = parse_date(values.get("published"))
    if values.get("published") and not published:
        notes.append(f"published: {values['published']!r} names no day; write 2025-08-09")
    kind = next((known for known in _TEXT_KINDS if known == values.get("text_kind")), None)
    if values.get("text_kind") and not kind:
        notes.append(f"text_kind: {values['text_kind']!r} is not one of {', '.join(_TEXT_KINDS)}")
    facts = Facts(
        title=_words(values.get("title")),
        outlet=_words(values.get("outlet")),
        published=published,
        published_from=origin if published else "unknown",
        url=_words(values.get("url")),
        text_kind=kind,
        bylines=_bylines(values.get("bylines", values.get("author"))),
    )
    return facts, tuple(notes)


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _bylines(value: object) -> tuple[Byline, ...]:
    entries = value if isinstance(value, list) else [value]
    return tuple(byline for entry in entries for byline in _byline(entry))


def _byline(entry: object) -> tuple[Byline, ...]:
    if isinstance(entry, dict) and (name := _words(entry.get("name"))):
        role = entry.get("role")
        place = _words(entry.get("place"))
        return (Byline(name, place, role if role in ("contributor", "assistant") else "author"),)
    words = _words(entry)
    if words is None:
        return ()
    credited = read_byline(words if words.lower().startswith("by ") else f"By {words}")
    return tuple(Byline(name) for name in split_names(words)) if credited is None else credited
