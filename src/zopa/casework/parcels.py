"""Opening an exported file, whichever form it has: what it says of itself, and its entries one by one."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.casework.annotations import annotations_in, comment_values, kind_of, review_values
from zopa.casework.decisionrows import comment_of, is_comment, review_of
from zopa.casework.exporting import FORMAT
from zopa.errors import NothingReadable, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_NEEDED = {"format", "case", "decision", "by", "at", "quotes"}
_WRONG = (KeyError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article, reading, review or comment of a file, as plain data, and where it stands.

    ``kind`` is empty for what could not be read; then ``problem`` says why.
    """

    where: str
    kind: str
    values: Mapping[str, Any]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """An exported file: its name, the id of the case it came from, and its entries in order."""

    name: str
    case: str
    entries: tuple[Entry, ...]


def open_parcel(path: Path) -> Parcel:
    """Open a file that ``zopa export`` wrote, in any of its forms.

    Raises NothingReadable, with the reason, for what is no such file; UsageError for one written by a newer zopa.
    """
    text = _text(path)
    name = str(path)
    start = text.lstrip()[:1]
    if start == "{":
        collection = _collection(text)
        return _from_annotations(name, collection) if collection else _from_lines(name, text)
    return _from_csv(name, text)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise NothingReadable(f"it cannot be opened ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise NothingReadable("it is not text in UTF-8.") from error


def _collection(text: str) -> dict[str, Any] | None:
    """The text as one JSON document of annotations; None where it is not one."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and "type" in found else None


def _from_annotations(name: str, collection: Mapping[str, Any]) -> Parcel:
    case = _header(collection.get("zopa:format"), collection.get("zopa:case"))
    try:
        items = annotations_in(collection)
    except _WRONG as error:
        raise NothingReadable("its annotations are not those of zopa export.") from error
    return Parcel(name, case, tuple(_annotation_entry(name, item) for item in items if kind_of(item)))


def _annotation_entry(name: str, item: Mapping[str, Any]) -> Entry:
    where = f"{name}: {item.get('id', 'an annotation')}"
    kind = kind_of(item)
    return _entry(where, kind, comment_values if kind == "comment" else review_values, item)


def _from_lines(name: str, text: str) -> Parcel:
    first, *rest = text.strip().split("\n")
    header = _object(first)
    if header is None or header.get("kind") != "ledger":
        raise NothingReadable("its first line is not that of a file from zopa export.")
    case = _header(header.get("format"), header.get("case"))
    return Parcel(name, case, tuple(_line_entries(name, rest)))


def _line_entries(name: str, lines: list[str]) -> Iterator[Entry]:
    for number, line in enumerate(lines, 2):
        if line.strip():
            values = _object(line)
            if values is None:
                yield Entry(f"{name}:{number}", "", {}, "it is not JSON")
            else:
                yield Entry(f"{name}:{number}", str(values.get("kind")), values)


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _from_csv(name: str, text: str) -> Parcel:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = _NEEDED - set(reader.fieldnames or ())
        if missing:
            raise NothingReadable(f"it is no file from zopa export: it has no column {min(missing)!r}.")
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise NothingReadable(f"it is no CSV ({error}).") from error
    cases = {_header(_number(row.get("format")), row.get("case")) for _, row in rows}
    if len(cases) > 1:
        raise UsageError(f"{name} holds rows of several cases: {', '.join(sorted(cases))}. Split it.")
    return Parcel(name, cases.pop() if cases else "", tuple(_row_entry(f"{name}:{line}", row) for line, row in rows))


def _row_entry(where: str, row: Mapping[str, Any]) -> Entry:
    return _entry(where, "comment", comment_of, row) if is_comment(row) else _entry(where, "review", review_of, row)


def _entry(
    where: str, kind: str, values_of: Callable[[Mapping[str, Any]], dict[str, Any]], item: Mapping[str, Any]
) -> Entry:
    try:
        return Entry(where, kind, values_of(item))
    except _WRONG as error:
        return Entry(where, "", {}, f"it is no {kind} ({error})")


def _header(form: Any, case: Any) -> str:
    """The case a file came from. Raises for a file that does not say it, or that a newer zopa wrote."""
    if not isinstance(form, int) or not isinstance(case, str):
        raise NothingReadable("it does not say from which case it was exported.")
    if form > FORMAT:
        raise UsageError(
            f"A newer zopa wrote this file (format {form}; this one knows {FORMAT}); "
            "upgrade with: pip install --upgrade zopa"
        )
    return case


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
