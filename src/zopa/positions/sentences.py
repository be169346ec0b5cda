"""The sentence a statement stands in, and the one before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from zopa.statements.statement import Statement

_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[^\W_a-z])|\n+")

LONGEST = 2_000
"""How far a sentence is looked for on either side of a statement, in characters."""


def sentence_of(statement: Statement, text: str) -> Span:
    """The sentence, or sentences, that hold a statement's content."""
    return _around(text, statement.content[0].start, statement.content[-1].end)


def sentence_before(sentence: Span, text: str) -> Span | None:
    """The sentence before one; None at the beginning of a text."""
    end = sentence.start
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return _around(text, end - 1, end) if end > 0 else None


def _around(text: str, start: int, end: int) -> Span:
    """From the last sentence end at or before ``start`` to the first at or after ``end``; line breaks end sentences.

    What does not end within ``LONGEST`` characters is cut there, so that the cost never grows with the article.
    """
    low, high = max(0, start - LONGEST), min(len(text), end + LONGEST)
    begins = [match.end() for match in _END.finditer(text, low, start + 2) if match.end() <= start]
    after = _END.search(text, max(start, end - 2), high)
    return Span(begins[-1] if begins else low, after.start() + 1 if after else high)
