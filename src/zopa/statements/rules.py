"""What a rule finds, and the content that stands around a cue: before it, or on either side of it."""

from __future__ import annotations

from dataclasses import dataclass

from zopa.coverage.article import Span
from zopa.statements.contents import closes_with_caption, content_spans, forward_end
from zopa.statements.lexicon import word_set
from zopa.statements.noun_phrases import Range
from zopa.statements.scene import DASHES, Scene
from zopa.statements.words import PREPOSITIONS


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in the making: token ranges of one sentence, and the rule that found it."""

    rule: str
    source: Range | None
    cue: Range
    content: tuple[Span, ...]
    confidence: float


_NOT_CONTENT = word_set(
    """
    according who which whom whose as when while after before during where referring though if
    """
)


def introduces(scene: Scene, index: int) -> bool:
    """Whether a quotation follows a comma or colon."""
    return scene.word(index) in (",", ":") and scene.quoted(index + 1)


def content_before(scene: Scene, end: int) -> tuple[Span, ...]:
    """The content that ends before ``end``: the quotation there with the clause it completes, or the whole clause."""
    stop = end
    while stop > 0 and scene.word(stop - 1) in {","} | DASHES and not scene.quoted(stop - 1):
        stop -= 1
    start = 0
    while start < stop and not scene.tokens[start].is_word and not scene.quoted(start):
        start += 1
    start = _behind_dateline(scene, start, stop)
    if scene.word(start) in ("and", "but", "yet") and scene.quoted(start + 1):
        start += 1
    colons = (index for index in range(start, stop - 1) if scene.word(index) == ":" and scene.quoted(index + 1))
    start = next(colons, start)
    return content_spans(scene, start, stop)


def _behind_dateline(scene: Scene, start: int, stop: int) -> int:
    """Behind ``LONDON (AP) —`` at the beginning of a report; ``start`` where there is none."""
    for index in range(start + 1, min(start + 10, stop)):
        if scene.word(index) in DASHES:
            label = scene.text[scene.tokens[start].start : scene.tokens[start].end]
            return index + 1 if label.isupper() and len(label) > 2 else start
    return start


def content_behind(scene: Scene, start: int, *, only_quoted: bool = False) -> tuple[Span, ...]:
    """What goes on behind a cue in the middle: ``…, he said, but …``; a quotation, or a clause that opens so."""
    index = start
    while index < scene.end and scene.word(index) in {",", ":", ";"} | DASHES and not scene.quoted(index):
        index += 1
    if index >= scene.body_end or (index == start and not scene.quoted(index)):
        return ()
    if scene.quoted(index):
        return content_spans(scene, index, quoted_end(scene, index))
    word = scene.word(index)
    if closes_with_caption(scene, index):
        return ()
    if (
        only_quoted
        or index == start
        or word in _NOT_CONTENT
        or word.endswith("ing")
        or (word in PREPOSITIONS and not scene.quoted(0))
    ):
        return ()
    return content_spans(scene, index, forward_end(scene, index))


def quoted_end(scene: Scene, start: int) -> int:
    """The index behind the quotation that the token at ``start`` lies in."""
    index = start
    while index < scene.end and scene.quote_of[index] == scene.quote_of[start]:
        index += 1
    return index
