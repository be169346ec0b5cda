"""Statements within statements: ``Doe said that Roe had promised …``, ``“I told him, ‘We are leaving,’” Doe said``."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.cues import CUE_VERBS, CueKind
from zopa.statements.tokens import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SURE = 0.75
"""Confidence from which the rules' reading of a clause is believed although another statement holds it."""
QUOTED_CONFIDENCE = 0.7
FIRST_PERSONS = frozenset(("i", "we"))
_TELLING = "said|told|asked|wrote|replied|answered|warned|assured|promised|texted|says|tells|asks"
_QUOTED_WITHIN = re.compile(
    rf"\b(?P<source>I|[Ww]e|(?!(?:And|But|So|Then|He|She|They|It|You|Who|When|If|As|What|The)\b)(?:[A-Z][\w.’'-]+\s){{0,3}}?[A-Z][\w.’'-]+)\s+(?P<cue>{_TELLING})"
    r"(?:\s+(?:to\s+)?(?:him|her|them|me|us|you|(?:the\s+)?[A-Z]?[\w’'-]+))?\s*[,:]?\s+"
    r"(?P<open>[‘'“\"])(?P<content>\w[^‘“”\"\n]{3,400}?)[,.!?]?[’'”\"](?![\w])"
)
_PERFECT = frozenset(("had", "has", "have"))
_PROMISING = frozenset(("promised", "vowed", "pledged", "threatened"))
_SAYING = (CueKind.SPEECH, CueKind.ADDRESS)


def inner_attributions(text: str, found: Sequence[Attribution], by_rules: Sequence[Attribution]) -> list[Attribution]:
    """Attributions that lie in the content of another one, whole: source, cue and content.

    1. Those of the rules with a verb of saying, or of promising with a clause, from a certain confidence on.
    2. Quotations within what is said, behind a verb of saying and its subject, be it ``I``.

    ``found`` are the attributions that may hold others. Linear in the length of the text.
    """
    holders = sorted(span for one in found if one.source and one.cue for span in one.content)
    inner = [one for one in by_rules if one.confidence >= SURE and says(text, one) and _is_held(holders, one)]
    quoted = [one for span in holders for one in _quoted_within(text, span)]
    known = {one.cue for one in found}
    made = {one.cue: one for one in (*inner, *quoted) if one.cue not in known}
    return sorted(made.values(), key=lambda one: one.cue)


def says(text: str, one: Attribution) -> bool:
    """Whether somebody said something on an occasion of its own: ``had promised that``, ``told him, “…”``."""
    words = [word for span in one.cue for word in span.of(text).lower().split()]
    if not any(word in _PROMISING or _is_saying(word) for word in words):
        return False
    return one.confidence == QUOTED_CONFIDENCE or bool(_PERFECT & set(words))


def _is_saying(word: str) -> bool:
    return any(reading.kind in _SAYING and reading.ending != "ing" for reading in CUE_VERBS.get(word, ()))


def _is_held(holders: Sequence[Span], one: Attribution) -> bool:
    if not one.source or not one.cue:
        return False
    start = min(one.source[0].start, one.cue[0].start, one.content[0].start)
    end = max(one.source[-1].end, one.cue[-1].end, one.content[-1].end)
    index = bisect_right(holders, start, key=lambda span: span.start) - 1
    return index >= 0 and end <= holders[index].end


def _quoted_within(text: str, span: Span) -> Iterator[Attribution]:
    for match in _QUOTED_WITHIN.finditer(text, *span):
        content = trimmed(text, Span(*match.span("content")))
        if len(content.of(text).split()) > 1:
            yield Attribution(
                (Span(*match.span("source")),), (Span(*match.span("cue")),), (content,), QUOTED_CONFIDENCE
            )
