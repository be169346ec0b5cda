"""Several things said in one sentence: ``that A, but that B``, ``that A, but “B.”`` are a statement each."""

from __future__ import annotations

import re

from zopa.coverage.article import Span
from zopa.statements.tokens import trimmed

_LEAST_WORDS = 5  # Shorter, a clause leans on the one before it.
_JOINT = re.compile(r",\s+(?:but|yet|while)\s+(?:that\s+(?=[\w“\"])|(?=[“\"]))", re.IGNORECASE)
_OPENING, _CLOSING = "“\"", "”\""
_SUBJECT = re.compile(
    r"[“\"](?:I|we|he|she|it|they|you|this|that|there|these|those|the|our|my|his|her|its|their|no|nobody|nothing|"
    r"everything|everybody|[A-Z]\w+)\b(?:\s|[’'])",
    re.IGNORECASE,
)


def clauses_joined(text: str, content: Span) -> list[Span]:
    """The clauses of one span of content that are joined by a comma and ``and``, ``but``, ``while`` or ``yet``.

    Parted only where the second is a clause beyond doubt: ``that`` opens it, or it is one quotation to its end that
    begins as a sentence does. Both have at least five words, and the joint does not lie in a quotation. Linear.
    """
    spans: list[Span] = []
    start = content.start
    for match in _JOINT.finditer(text, *content):
        before, after = Span(start, match.start()), Span(match.end(), content.end)
        if _long(text, before) and _long(text, after) and not _within_quotation(text, content, match.start()):
            if text[after.start] in _OPENING and not _is_quoted_clause(text, after):
                continue
            spans.append(trimmed(text, before))
            start = after.start
    return [*spans, Span(start, content.end)]


def _long(text: str, span: Span) -> bool:
    return len(span.of(text).split()) >= _LEAST_WORDS


def _within_quotation(text: str, content: Span, place: int) -> bool:
    before = text[content.start : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_quoted_clause(text: str, span: Span) -> bool:
    words = span.of(text).rstrip(".,;!?")
    closes = [place for place, mark in enumerate(words) if mark in _CLOSING and place > 0]
    return _SUBJECT.match(words) is not None and (not closes or closes[0] == len(words) - 1)
