"""Sentences as spans: full stops that end abbreviations, initials and numbers do not end a sentence.

A boundary never falls inside a quotation, so that a quotation of several sentences stays together with the words
that say who spoke it: ``“One. Two,” she said.`` is one unit, and a quotation of its own after it is the next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.tokens import trimmed
from zopa.statements.words import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.quotations import Quotation

_END = re.compile(r"(?<![.!?])(?:\.{3,}|…|[.!?]+)[\"”»'’)\]]*(?:\[\d+\])*(?=\s|$|[\"“«])|\n+")
_LAST_WORD = re.compile(r"[\w.'’&-]+$")
_NEXT_WORDS = re.compile(r"\s*(?:[\"“«‘(\[—–-]\s*)*(\S)")
# Words that follow a quotation ending in ? or !: a name or pronoun and a verb in the past, then a mark.
_CAPTION = re.compile(r"\s+(?:[A-Z][\w.'’-]*\s+){1,5}?(?:\w+ly\s+)?\w+(?:ed|aid|rote|old|ays|oted)\b")


LONGEST = 1500  # Characters: text without full stops is cut at white space, which keeps every rule's cost bounded.


def sentences(text: str, paragraph: Span, quoted: Sequence[Quotation] = ()) -> list[Span]:
    """The sentences of one paragraph, trimmed, in order; together they hold every printable character of it."""
    starts = [one.outside.start for one in quoted]
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        place = match.end()
        if place <= start or _inside(place, starts, quoted) or not _ends(text, match, paragraph):
            continue
        found.append(trimmed(text, Span(start, place)))
        start = place
    found.append(trimmed(text, Span(start, paragraph.end)))
    return [piece for span in found if span.end > span.start for piece in _pieces(text, span)]


# What a live blog prints before an entry: ``10.42am GMT``, ``14:05 —``. It is a piece of its own.
_TIME_STAMP = re.compile(
    r"\s*[\[(]?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:GMT|BST|UTC|CES?T|E[SD]?T|local time))?[\])]?"
    r"\s*[-–—:|]?\s+(?=\S)"
)


def _pieces(text: str, span: Span) -> list[Span]:
    """A sentence of ordinary length as it is, its time stamp cut off; a longer one cut at white space."""
    pieces: list[Span] = []
    start = span.start
    if (stamp := _TIME_STAMP.match(text, span.start, span.end)) is not None:
        pieces.append(trimmed(text, Span(start, stamp.end())))
        start = stamp.end()
    while span.end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        pieces.append(trimmed(text, Span(start, cut)))
        start = cut
    pieces.append(trimmed(text, Span(start, span.end)))
    return [piece for piece in pieces if piece.end > piece.start]


def _inside(place: int, starts: Sequence[int], quoted: Sequence[Quotation]) -> bool:
    index = bisect_right(starts, place - 1) - 1
    return index >= 0 and place < quoted[index].outside.end


def _ends(text: str, match: re.Match[str], paragraph: Span) -> bool:
    mark = match.group()
    if mark[0] == "\n":
        return True
    following = _NEXT_WORDS.match(text, match.end(), paragraph.end)
    if following is None:
        return True
    if following.group(1).islower():
        return False
    if mark[-1] in "\"”»'’" and mark[0] in "!?":
        return _CAPTION.match(text, match.end(), min(paragraph.end, match.end() + 120)) is None
    return mark[0] != "." or len(mark.rstrip("\"”»'’)]")) > 1 or not _is_abbreviation(text, match.start(), paragraph)


def _is_abbreviation(text: str, stop: int, paragraph: Span) -> bool:
    word = _LAST_WORD.search(text[max(paragraph.start, stop - 30) : stop])
    if word is None:
        return False
    bare = word.group().lower()
    if bare.isdigit() and len(bare) <= 2:
        before = text[max(paragraph.start, stop - 40) : stop - len(bare)]
        return before.rpartition("\n")[2].strip() == "" and (len(before) < 38 or "\n" in before)  # ``1. First item``
    return bare in ABBREVIATIONS or (len(bare) == 1 and bare.isalpha() and bare != "i")
