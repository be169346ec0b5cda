"""The sentence a statement stands in, and the one before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from zopa.statements.statement import Statement

_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[^\W_a-z])|\n+")


def sentence_of(statement: Statement, text: str) -> Span:
    """The sentence, or sentences, that hold a statement's content."""
    return _around(text, statement.content[0].start, statement.content[-1].end)


def sentence_before(sentence: Span, text: str) -> Span | None:
    """The sentence before one; None at the beginning of a text."""
    end = len(text[: sentence.start].rstrip())
    return _around(text, end - 1, end) if end > 0 else None


def _around(text: str, start: int, end: int) -> Span:
    """From the last sentence end at or before ``start`` to the first at or after ``end``; line breaks end sentences."""
    begins = [match.end() for match in _END.finditer(text, max(0, start - 2_000), start + 2) if match.end() <= start]
    after = _END.search(text, max(start, end - 2))
    return Span(begins[-1] if begins else 0, after.start() + 1 if after else len(text))
