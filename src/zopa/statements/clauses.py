"""Clauses of what was said: those set against each other are a statement each; the writer's afterthought is none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.tokens import trimmed

if TYPE_CHECKING:
    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page

_LEAST_WORDS = 5  # Shorter, a clause leans on the one before it.
_JOINT = re.compile(r",\s+(?:but|yet|while)\s+(?:that\s+(?=[\w“\"])|(?=[“\"]))", re.IGNORECASE)
_OPENING, _CLOSING = '“"', '”"'
_SENTENCE = re.compile(
    r"[“\"](?:(?i:I|we|he|she|it|they|you|this|that|there|these|those|the|our|my|his|her|its|their|no|nobody|nothing|"
    r"everything|everybody)|[A-Z]\w+)\b(?:\s|[’'])"
)
_AFTERTHOUGHT = re.compile(r",\s+an?\s+(?:\w+\s+){1,2}(?:that|which)\s[^,;:“”\"]*$")


def clauses_joined(page: Page, content: Span) -> list[Span]:
    """The clauses of one span of content that are set against each other: a comma and ``but``, ``yet`` or ``while``.

    Parted only where the second is a clause beyond doubt: ``that`` opens it, or it is one quotation to its end that
    begins as a sentence does. Both have at least five words, and the joint does not lie in a quotation. Clauses joined
    by ``and`` stay together. Linear in the length of the content.
    """
    text = page.article.text
    spans: list[Span] = []
    start = content.start
    for match in _JOINT.finditer(text, *content):
        before, after = Span(start, match.start()), Span(match.end(), content.end)
        if not _is_long(text, before) or not _is_long(text, after) or page.quoted_share((Span(*match.span()),)) > 0:
            continue
        if text[after.start] not in _OPENING or _is_quoted_sentence(text, after):
            spans.append(trimmed(text, before))
            start = after.start
    return [*spans, Span(start, content.end)]


def _is_long(text: str, span: Span) -> bool:
    return len(span.of(text).split()) >= _LEAST_WORDS


def _is_quoted_sentence(text: str, span: Span) -> bool:
    words = span.of(text).rstrip(".,;!?")
    closes = [place for place, mark in enumerate(words) if mark in _CLOSING and place > 0]
    return _SENTENCE.match(words) is not None and (not closes or closes[0] == len(words) - 1)


def without_afterthought(page: Page, one: Attribution) -> Attribution:
    """An attribution without what the writer adds at the end: ``, a step that would …``.

    Only behind the cue and outside quotations. In PolNeAR's training articles annotators leave out four in five of
    these.
    """
    if not one.content or not one.cue or one.content[-1].start < one.cue[-1].end:
        return one
    last = one.content[-1]
    match = _AFTERTHOUGHT.search(last.of(page.article.text))
    if match is None or match.start() == 0:
        return one
    if page.quoted_share((Span(last.start + match.start(), last.end),)) > 0:
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, last.start + match.start())))
