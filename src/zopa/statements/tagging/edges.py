"""The edges of a span as a reader expects them: no stray marks, but signs and brackets that belong to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

BEFORE = "$£€#@"
SIGN_AFTER = re.compile(r"(?<=\d)[ \u00a0\u202f]?[%‰°€£$]|[%‰°]")
"""A sign that belongs to the number before it, with or without a space: ``6 %``."""
BRACKETS = (("(", ")"), ("[", "]"))


def tidied(spans: Iterable[tuple[int, int]], text: str) -> tuple[Span, ...]:
    """The spans, in order, without marks at their edges, with a currency or per cent sign and a bracket left open.

    A span of marks alone stays as it is.
    """
    return tuple(sorted(_widened(*_trimmed(start, end, text), text) for start, end in spans))


OPENING = re.compile(r'(?:["“]|(?<![\w\'])\'\')$')
CLOSING = re.compile(r'[,.;:?!…—–-]{0,3}(?:["”]|\'\')')


def with_marks(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans with the quotation marks that stand right at their edges, and what a closing one encloses.

    Annotators mark quotations with their marks; scorers that count marks as words need them back.
    """
    return tuple(_marked(span, text) for span in spans)


def _marked(span: Span, text: str) -> Span:
    before = OPENING.search(text[max(0, span.start - 3) : span.start])
    after = CLOSING.match(text, span.end)
    return Span(span.start - len(before.group()) if before else span.start, after.end() if after else span.end)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    low, high = start, end
    while low < high and not _is_word(text[low]):
        low += 1
    while low < high and not _is_word(text[high - 1]):
        high -= 1
    return (low, high) if low < high else (start, end)


def _widened(start: int, end: int, text: str) -> Span:
    if start and text[start - 1] in BEFORE:
        start -= 1
    if sign := SIGN_AFTER.match(text, end):
        end = sign.end()
    inner = text[start:end]
    for opening, closing in BRACKETS:
        if text[end : end + 1] == closing and inner.count(opening) == inner.count(closing) + 1:
            end += 1
        elif start and text[start - 1] == opening and inner.count(closing) == inner.count(opening) + 1:
            start -= 1
    return Span(start, end)
