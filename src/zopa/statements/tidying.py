"""What a finder hands over, made fit for statements: content without what introduces it, sources without loose ends."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.cues import CUE_VERBS, CueKind
from zopa.statements.roles import TERMS_NOUNS
from zopa.statements.tokens import trimmed
from zopa.statements.words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.statements.attribution import Attribution

_INTRODUCTION = re.compile(
    r"(?:(?:both|them|him|her|reporters|journalists)\s+)?that\s+(?=\S+\s+\S+\s+\S)", re.IGNORECASE
)
_MONTH = "|".join(MONTHS)
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:,[^—–]{1,40}?)?\s*(?:\([^)]{1,20}\)\s*)?(?:[—–]|--|\s-\s)\s*")
_DAY_AND_DASH = re.compile(rf"(?i:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH})\.?)\s+(?:[—–-]|--)\s+")
_CITATION = re.compile(r"citing\s[^,;:“”\"]{1,100},\s+(?=\S+\s+\S)")
_RELATIVE = re.compile(r"(?:which|who|whom|that)$", re.IGNORECASE)
_MANNER = re.compile(r"[a-z]+ly[.,]?$")  # *…, she said* ``drily``
_CIRCUMSTANCE = re.compile(
    r"(?:for |on condition of )?anonymity\b|not to be (?:named|identified|quoted)\b|"
    r"asked\s(?:\S+\s){0,3}?(?:whether|if|about)\s"
)
_EXPLAINING = frozenset(("referring to", "alluding to", "speaking of", "meaning"))
_NOBODY = frozenset(("Who", "What"))
_SAYING = (CueKind.SPEECH, CueKind.ADDRESS)
_MARKS = '“”"«»„'


def tidied(text: str, found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions of a finder, ready to be read.

    1. ``that``, a dateline and ``citing two officials,`` before what was said are no part of it; nor are the marks
       around a whole quotation.
    2. A noun of saying that was taken for the cue (``the Russian`` | ``proposal``) belongs to the source.
    3. A span of content that is ``which`` alone, or has no word in it, goes; so does an attribution left without
       content, or of which the content is a circumstance: *who requested* ``anonymity``,
       ``asked whether it would end``, *he sounded unsure*, *he said, referring to* ``the envoy``.
    """
    made = (
        _with_noun(text, replace(one, source=_sources(text, one.source), content=_contents(text, one.content)))
        for one in found
    )
    return [one for one in made if one.content and not _tells_circumstance(text, one) and not _is_nobody(text, one)]


def _is_nobody(text: str, one: Attribution) -> bool:
    """``Who would decide if …?``: a word that names no source."""
    return len(one.source) == 1 and one.source[0].of(text) in _NOBODY


def _tells_circumstance(text: str, one: Attribution) -> bool:
    cue = " ".join(span.of(text).lower() for span in one.cue)
    return cue in _EXPLAINING or _CIRCUMSTANCE.match(one.content[0].of(text)) is not None


def _sources(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if not spans:
        return ()
    first = spans[0]
    for pattern in (_DATELINE, _DAY_AND_DASH):
        if (match := pattern.match(text, *first)) is not None and match.end() < first.end:
            first = Span(match.end(), first.end)
    return (first, *spans[1:])


def _contents(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if not spans:
        return ()
    first = _without_start(text, spans[0])
    bare = (_without_marks(text, span) for span in (first, *spans[1:]))
    kept = [span for span in bare if _has_words(span.of(text)) and _RELATIVE.match(span.of(text)) is None]
    return tuple(span for span in kept if len(kept) == 1 or _MANNER.match(span.of(text)) is None)


def _has_words(content: str) -> bool:
    return any(character.isalnum() for character in content)


def _without_start(text: str, span: Span) -> Span:
    for pattern in (_INTRODUCTION, _DATELINE, _DAY_AND_DASH, _CITATION):
        if (match := pattern.match(text, *span)) is not None and match.end() < span.end:
            span = trimmed(text, Span(match.end(), span.end))
    return span


def _without_marks(text: str, span: Span) -> Span:
    """The span without the quotation marks around all of it; marks inside it stay."""
    words = span.of(text)
    if len(words) > 2 and words[0] in _MARKS and not any(mark in words[1:-1] for mark in _MARKS):
        return trimmed(text, Span(span.start + 1, span.end - (words[-1] in _MARKS)))
    return span


def _with_noun(text: str, one: Attribution) -> Attribution:
    if not one.source or len(one.cue) != 1:
        return one
    source, cue = one.source[-1], one.cue[0]
    gap = text[source.end : cue.start]
    owned = source.of(text).endswith(("'s", "’s")) or source.of(text)[:4].lower() not in ("the ", "this")
    if cue.of(text).lower() in TERMS_NOUNS and gap.isspace() and not owned:
        return replace(one, source=(*one.source[:-1], Span(source.start, cue.end)), cue=())
    return one


def is_impression(text: str, one: Attribution) -> bool:
    """Whether nobody says anything in an attribution: no source, no quotation, and a cue like ``seemed``."""
    if one.source or not one.cue or text[max(0, one.content[0].start - 1)] in _MARKS:
        return False
    words = " ".join(span.of(text).lower() for span in one.cue).split()
    return not any(reading.kind in _SAYING for word in words for reading in CUE_VERBS.get(word, ()))
