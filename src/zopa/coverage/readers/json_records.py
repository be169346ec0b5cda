"""JSON files of articles: one record, a list of records, or one record a line (JSONL)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zopa.coverage.decoding import decode
from zopa.coverage.page import Skipped, Unreadable
from zopa.coverage.readers.record import draft_of_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from zopa.coverage.build import Draft

_DECODER = json.JSONDecoder()
_SPACE = " \t\n\r"


def read_json(raw: bytes, doc: str, source: str) -> Iterator[Draft | Skipped]:
    """The records of a .json file. Each keeps its own bytes; ``source`` names the line where a list's record begins.

    Raises Unreadable where the file as a whole cannot be read.
    """
    text, _ = decode(raw)
    start = _next(text, 0)
    if text[start : start + 1] != "[":
        record, _ = _record_at(text, start)
        yield draft_of_record(record, raw, doc, source)
        return
    items = list(_items(text, start))
    if not any(isinstance(record, Skipped) or _has_text(record) for _, _, record in items):
        raise Unreadable("ZP110", 'no record of the file has a "text" with words in it; it is no list of articles')
    for number, (at, end, record) in enumerate(items, start=1):
        place = f"{source}:{text.count(chr(10), 0, at) + 1}"
        yield _drafted(record, text[at:end].encode("utf-8", "surrogatepass"), f"{doc}-{number}", place)


def read_jsonl(path: Path, doc: str, source: str, limit: int) -> Iterator[Draft | Skipped]:
    """The records of a .jsonl file, read line by line; ``source`` of each is ``path:line``.

    Empty lines are passed over. A line longer than ``limit`` bytes, or that is not JSON, is skipped and the next line
    is read. Raises OSError.
    """
    with path.open("rb") as file:
        seen = False
        for number, line in _lines(file, limit):
            seen = True
            yield _line_as_draft(line, f"{doc}-{number}", f"{source}:{number}", limit)
    if not seen:
        yield Skipped(source, "the file is empty; save the page again or remove the file", "ZP101")


def _has_text(record: object) -> bool:
    return isinstance(record, dict) and isinstance(record.get("text"), str)


def _lines(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = file.readline(limit + 1)
        if line.strip():
            yield number, line


def _line_as_draft(line: bytes, doc: str, source: str, limit: int) -> Draft | Skipped:
    if len(line) > limit:
        return Skipped(source, f"the line is longer than {limit // 1_000_000} MB; no article is that long", "ZP104")
    raw = line.rstrip(b"\r\n")
    try:
        text, _ = decode(raw)
        record, end = _record_at(text, _next(text, 0))
        if _next(text, end) != len(text):
            raise Unreadable("ZP109", "there is more than one record on the line; write one record a line")
    except Unreadable as problem:
        return Skipped(source, problem.reason, problem.code)
    return _drafted(record, raw, doc, source)


def _drafted(record: object, raw: bytes, doc: str, source: str) -> Draft | Skipped:
    if isinstance(record, Skipped):
        return Skipped(source, record.reason, record.code)
    try:
        return draft_of_record(record, raw, doc, source)
    except Unreadable as problem:
        return Skipped(source, problem.reason, problem.code)


def _items(text: str, start: int) -> Iterator[tuple[int, int, object]]:
    """The items of a list with their places in the text. After a broken item nothing more can be found."""
    at = _next(text, start + 1)
    while text[at : at + 1] not in ("]", ""):
        try:
            record, end = _record_at(text, at)
        except Unreadable as problem:
            rest = f"{problem.reason} (what follows it in the list was not read)"
            yield at, len(text), Skipped("", rest, problem.code)
            return
        yield at, end, record
        at = _next(text, end)
        if text[at : at + 1] == ",":
            at = _next(text, at + 1)
        elif text[at : at + 1] != "]":
            yield at, len(text), Skipped("", "the list is not closed with ]; was the file cut off?", "ZP109")
            return


def _record_at(text: str, at: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        reason = f"it is not JSON ({error.msg.lower()}, column {error.colno}); correct the record"
        raise Unreadable("ZP109", reason) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable("ZP109", "it is not JSON that can be used; correct the record") from error


def _next(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
