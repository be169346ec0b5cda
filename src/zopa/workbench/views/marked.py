"""An article's text in pieces that a page can hold and that lead back to exact places in it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from zopa.briefing.page import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.coverage import Span

_UNPRINTED = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""What may not stand in a page: found first, and judged by the same function that drops it."""


def pieces_of(text: str, marks: Iterable[tuple[str, Span]]) -> list[dict[str, Any]]:
    """The whole text as pieces ``{"text", "start", "marks"}``, cut wherever a mark begins or ends.

    A piece holds no character that a page leaves out, so its n-th character stands at ``start`` + n in ``text``.
    ``marks`` are names with their spans; the first piece of the first ``content`` says ``here``. Cost: linear in the
    text and in the product of edges and marks.
    """
    marked = list(marks)
    edges = {0, len(text)} | {min(max(edge, 0), len(text)) for _, span in marked for edge in span}
    first = min((span.start for name, span in marked if name == "content"), default=-1)
    found = []
    for start, end in pairwise(sorted(edges)):
        names = dict.fromkeys(name for name, span in marked if span.start <= start and end <= span.end)
        for place, part in _printable(text, start, end):
            found.append({"text": part, "start": place, "marks": " ".join(names), "here": place == first})
    return found


def _printable(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The stretches of a part of a text between characters that a page leaves out, with their places."""
    place = start
    for match in _UNPRINTED.finditer(text, start, end):
        if not clean(match[0]):
            if match.start() > place:
                yield place, text[place : match.start()]
            place = match.end()
    if place < end:
        yield place, text[place:end]


def spans_in(field: str, longest: int) -> Sequence[tuple[int, int]]:
    """``12-30 45-60`` as pairs of places; none where it is not of that form or leaves ``longest`` characters."""
    if not re.fullmatch(r"\d{1,9}-\d{1,9}( \d{1,9}-\d{1,9}){0,9}", field, re.ASCII):
        return ()
    pairs = [(int(start), int(end)) for start, end in (part.split("-") for part in field.split(" "))]
    return pairs if all(0 <= start < end <= longest for start, end in pairs) else ()
