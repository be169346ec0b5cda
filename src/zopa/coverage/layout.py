"""Where the paragraphs of a text stand: blank lines part them, and lines cut to a width are put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[^\S\n]*(?:\r\n|[\n\r\x0b\x0c\x85\u2029])")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟۔:;][\"'”’»)\]]*(?:\[\d+\])*$")

NARROWEST_WRAP = 45
"""Lines cut to fewer characters than this are not taken for wrapped prose: they may be a list or a verse."""

WIDEST_WRAP = 120
"""Nobody cuts lines to more characters than this; longer lines are whole paragraphs."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: where it stands, its words on one line, and whether a blank line stands before it."""

    span: Span
    words: str
    after_blank: bool


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order; each span begins and ends on a character that is not white space.

    A blank line always parts paragraphs. A single line break parts them too, unless the lines were evidently cut to
    a width (see ``is_wrapped``); then a paragraph ends only where a line stops well short of that width at the end of
    a sentence.
    """
    found: list[Paragraph] = []
    for block in _blocks(text):
        for position, run in enumerate(_runs(text, block)):
            span = Span(run[0].start, run[-1].end)
            words = " ".join(" ".join(line.of(text) for line in run).split())
            found.append(Paragraph(span, words, after_blank=position == 0))
    return tuple(found)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines were cut to a width: no line had room for the next line's first word, and sentences run on."""
    if len(lines) < 2:
        return False
    width = max(map(len, lines))
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    followed = list(pairwise(lines))
    if any(not _was_full(line, after, width) and not _SENTENCE_END.search(line) for line, after in followed):
        return False
    running_on = sum(after[:1].islower() for _, after in followed)
    return 3 * running_on >= len(followed)


def _was_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(None, 1)[0]) > width


def _blocks(text: str) -> Iterator[list[Span]]:
    block: list[Span] = []
    end = 0
    for match in _LINE.finditer(text):
        line = _stripped(text, match.start(), match.end())
        if line is None:
            continue
        if block and _BLANK_BETWEEN.search(text, end, line.start):
            yield block
            block = []
        block.append(line)
        end = line.end
    if block:
        yield block


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    kept = words.strip()
    if not kept:
        return None
    left = start + len(words) - len(words.lstrip())
    return Span(left, left + len(kept))


def _runs(text: str, block: list[Span]) -> Iterator[list[Span]]:
    lines = [line.of(text) for line in block]
    if not is_wrapped(lines):
        yield from ([line] for line in block)
        return
    width = max(map(len, lines))
    run: list[Span] = []
    for line, words in zip(block, lines, strict=True):
        run.append(line)
        if len(words) < 0.75 * width and _SENTENCE_END.search(words):
            yield run
            run = []
    if run:
        yield run
