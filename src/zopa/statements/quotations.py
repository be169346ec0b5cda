"""Where the words between double quotation marks are, over paragraphs and with marks missing.

Curly, straight, low-high and angle marks are known. Single marks inside a quotation stay part of it. A quotation that
is still open at the end of a paragraph goes on in the next one if that begins with an opening mark (the newspaper
convention); otherwise it ends with its paragraph, so that one missing mark cannot swallow the rest of an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(r"[\"“”„«»‟]|``|''")
_OPENING = frozenset(("“", "„", "«", "‟", "``"))
_CLOSING = frozenset(("”", "»"))
_STRAIGHT = frozenset(('"', "''"))  # The same mark opens and closes.


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between quotation marks within one paragraph.

    ``inside`` are the words, ``outside`` the words with their marks. ``closed`` says whether a closing mark was found;
    ``continues`` whether the stretch carries on the unclosed quotation of the paragraph before.
    """

    inside: Span
    outside: Span
    closed: bool
    continues: bool


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Every quotation of the paragraphs, in text order. Linear in the length of the text."""
    found: list[Quotation] = []
    open_before = False
    for paragraph in paragraphs:
        in_paragraph = _in_paragraph(text, paragraph, open_before)
        found.extend(in_paragraph)
        if in_paragraph:
            open_before = not in_paragraph[-1].closed
        elif paragraph.end > paragraph.start:
            open_before = False
    return found


def _in_paragraph(text: str, paragraph: Span, open_before: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    nested = False  # Inside a straight pair within curly marks.
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        if opened is None:
            if _can_open(text, match, paragraph):
                opened, nested = match, False
        elif _nests(text, match, opened, nested, paragraph):
            nested = not nested
        elif _can_close(text, match, opened, paragraph):
            found.append(_quotation(opened, match.start(), match.end(), closed=True))
            opened = None
    if opened is not None and _worth_keeping(text, opened, paragraph, first=not found):
        found.append(_quotation(opened, paragraph.end, paragraph.end, closed=False))
    if found and open_before and not text[paragraph.start : found[0].outside.start].strip():
        found[0] = Quotation(found[0].inside, found[0].outside, found[0].closed, continues=True)
    return [one for one in found if one.inside.end > one.inside.start]


def _quotation(opened: re.Match[str], inside_end: int, outside_end: int, *, closed: bool) -> Quotation:
    return Quotation(Span(opened.end(), inside_end), Span(opened.start(), outside_end), closed, continues=False)


def _can_open(text: str, match: re.Match[str], paragraph: Span) -> bool:
    if match.group() in _OPENING:
        return True
    if match.group() in _CLOSING:
        return False
    # A straight mark opens after white space, a bracket, a dash or another mark.
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return not before.isalnum() and not after.isspace()


def _nests(text: str, match: re.Match[str], opened: re.Match[str], nested: bool, paragraph: Span) -> bool:
    """Whether a straight mark between curly ones opens or closes a quotation within the quotation."""
    if opened.group() in _STRAIGHT or match.group() not in _STRAIGHT:
        return False
    return nested or _can_open(text, match, paragraph)


def _can_close(text: str, match: re.Match[str], opened: re.Match[str], paragraph: Span) -> bool:
    if match.group() in _CLOSING:
        return opened.group() not in _STRAIGHT or match.group() != "»"
    if match.group() in _OPENING:
        return False
    before = text[match.start() - 1]
    return not before.isspace() or match.end() == paragraph.end


def _worth_keeping(text: str, opened: re.Match[str], paragraph: Span, *, first: bool) -> bool:
    """An unclosed quotation counts if it opens its paragraph or a sentence; a stray mark does not."""
    before = text[paragraph.start : opened.start()].rstrip()
    return (first and not before) or before.endswith((".", ":", ",", "!", "?", "—", "”", '"'))
