"""The short forms: lists, mappings and single words, all brought into one shape before anything is made of them.

A list of things may be written as ids, as mappings that carry their id, as mappings of one id to its details, or as one
mapping from id to details. :func:`entries` turns each of these into the same sequence of :class:`Entry`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zopa.case.findings import Findings, Place

ID_FORBIDDEN = ":=,/"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list: its id, what is said of it, and where in the file it stands."""

    id: str
    details: Any
    place: Place


def word(value: Any) -> str | None:
    """A single value as text (``20`` and ``20.0`` are ``20``), or None for lists, mappings and nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return number_word(value)
    if isinstance(value, (str, int, date)):
        return str(value).strip()
    return None


def number_word(value: float) -> str:
    """A number as it is written by hand: no trailing zeros."""
    return str(int(value)) if value.is_integer() else repr(value)


def entries(
    findings: Findings, value: Any, place: Place, what: str, id_keys: tuple[str, ...], known: Collection[str]
) -> list[Entry]:
    """Any of the short forms as a list of entries.

    ``what`` names one of the things in messages, ``id_keys`` the keys that may carry an id, ``known`` the keys of the
    details: a mapping with one key that is none of these is an id with its details.
    """
    if isinstance(value, dict):
        return [Entry(word(key) or "", details, (*place, key)) for key, details in value.items()]
    if isinstance(value, list):
        found = [_of_item(findings, item, (*place, n), what, id_keys, known) for n, item in enumerate(value)]
        return [entry for entry in found if entry is not None]
    if isinstance(value, str) and value.strip():
        return [Entry(value.strip(), None, place)]
    findings.wrong_kind(place, f"What should list each {what}", "a list or a mapping", value)
    return []


def _of_item(
    findings: Findings, item: Any, place: Place, what: str, id_keys: tuple[str, ...], known: Collection[str]
) -> Entry | None:
    single = word(item)
    if single is not None:
        return Entry(single, None, place)
    if not isinstance(item, dict):
        findings.wrong_kind(place, f"This {what}", "an id or a mapping", item)
        return None
    for key in id_keys:
        if word(item.get(key)):
            return Entry(word(item[key]) or "", item, place)
    if len(item) == 1 and not known & item.keys():
        ((key, details),) = item.items()
        return Entry(word(key) or "", details, (*place, key))
    findings.report("ZP004", place, f"This {what} has no {id_keys[0]!r}.")
    return None


def usable(findings: Findings, found: list[Entry], what: str, duplicate: str) -> list[Entry]:
    """The entries whose ids can be used; others are reported, and of two with one id the first is kept."""
    kept: dict[str, Entry] = {}
    for entry in found:
        if not entry.id or not entry.id.isprintable() or set(entry.id) <= {"."} or set(entry.id) & set(ID_FORBIDDEN):
            findings.report("ZP017", entry.place, f"{entry.id!r} cannot be the id of {what}.")
        elif entry.id in kept:
            line = findings.line_of(kept[entry.id].place)
            findings.report(duplicate, entry.place, f"The {what} {entry.id!r} is already declared on line {line}.")
        else:
            kept[entry.id] = entry
    return list(kept.values())


def text(findings: Findings, value: Any, place: Place, what: str, default: str = "") -> str:
    """Words at a place of the file; what is no single value is reported."""
    if value is None:
        return default
    single = word(value)
    if single is None:
        findings.wrong_kind(place, what, "words", value)
        return default
    return " ".join(single.split()) or default


def texts(findings: Findings, value: Any, place: Place, what: str) -> tuple[str, ...]:
    """A list of words, or one word that stands for a list of one; repeats are dropped."""
    read = [text(findings, item, item_place, what) for item, item_place in items_of(value, place)]
    return tuple(dict.fromkeys(item for item in read if item))


def items_of(value: Any, place: Place) -> list[tuple[Any, Place]]:
    """The items of a list with their places; a single value is a list of one, nothing a list of none."""
    if value is None:
        return []
    if isinstance(value, list):
        return [(item, (*place, n)) for n, item in enumerate(value)]
    return [(value, place)]
