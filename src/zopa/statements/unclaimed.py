"""Quotations that no attribution holds: those that carry on what was said before, and those a colon introduces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.cues import CUE_VERBS, CueKind
from zopa.statements.noun_phrases import Range, noun_phrase_before
from zopa.statements.scene import Scene, scene_of
from zopa.statements.tokens import trimmed
from zopa.statements.verb_sources import main_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.page import Page
    from zopa.statements.quotations import Quotation

LEAST_WORDS = 4  # Fewer between marks are a name or a phrase, not something said.
INTRODUCED_CONFIDENCE = 0.65
_BETWEEN = 3  # Characters between a colon and the mark it introduces, in one paragraph.


def with_unclaimed(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in text order, with the quotations that belong to one of them or are introduced by a colon.

    1. A quotation of four words or more that begins a sentence, behind a sentence of its paragraph in which somebody is
       quoted, goes on with what they said; so does one that carries on an unclosed quotation of the paragraph before.
    2. One behind a colon, in its paragraph or at the end of the one before, is said by the name that stands before the
       colon, else by the subject of the introducing sentence.

    Linear in the length of the text.
    """
    attributions = sorted(found, key=_first_character)
    held = sorted(span for one in attributions for span in one.content)
    added: list[Attribution] = []
    for number, quotation in enumerate(page.quotations):
        if _is_held(held, quotation) or len(quotation.inside.of(page.article.text).split()) < LEAST_WORDS:
            continue
        place = _carried_on(page, attributions, number)
        if place is not None:
            more = trimmed(page.article.text, quotation.inside)
            attributions[place] = replace(attributions[place], content=(*attributions[place].content, more))
        elif (introduced := _introduced(page, quotation)) is not None:
            added.append(introduced)
    return sorted((*attributions, *added), key=_first_character)


def _first_character(one: Attribution) -> int:
    return min(span.start for span in (*one.content, *one.cue, *one.source))


def _is_held(held: Sequence[Span], quotation: Quotation) -> bool:
    """Whether any content shares words with a quotation; contents of one finder do not nest, so one look back does."""
    index = bisect_left(held, quotation.inside.end, key=lambda span: span.start)
    return any(span.overlaps(quotation.inside) for span in held[max(0, index - 3) : index])


def _carried_on(page: Page, attributions: Sequence[Attribution], number: int) -> int | None:
    """The place of the attribution that a quotation goes on with: the last one begun before it, if it is quoted."""
    quotation = page.quotations[number]
    place = bisect_right(attributions, quotation.inside.start, key=_first_character) - 1
    if place < 0 or attributions[place].content[-1].end > quotation.inside.start:
        return None
    before, last = page.quotations[number - 1], attributions[place].content[-1]
    quoted = last.overlaps(before.inside)
    if quotation.continues and quoted:
        return place
    here, there = page.sentence_at(quotation.outside.start), page.sentence_at(last.start)
    if not quoted and not _speaks(page, attributions[place]):
        return None
    begins = page.sentences[here].start == quotation.outside.start
    alone = begins and not _has_words(page.article.text, Span(quotation.outside.end, page.sentences[here].end))
    return place if alone and here == there + 1 and page.paragraph_of[here] == page.paragraph_of[there] else None


def _speaks(page: Page, one: Attribution) -> bool:
    """Whether somebody said something aloud: a source, and a verb of saying."""
    words = [word for span in one.cue for word in span.of(page.article.text).lower().split()]
    kinds = {reading.kind for word in words for reading in CUE_VERBS.get(word, ())}
    return bool(one.source) and bool(kinds & {CueKind.SPEECH, CueKind.ADDRESS})


def _has_words(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in span.of(text))


def _introduced(page: Page, quotation: Quotation) -> Attribution | None:
    text, start = page.article.text, quotation.outside.start
    colon = text.rfind(":", max(0, start - 12), start)
    if colon < 0 or text[colon + 1 : start].strip() or ("\n" not in text[colon:start] and start - colon > _BETWEEN):
        return None
    sentence = page.sentences[page.sentence_at(colon)]
    scene = scene_of(text, Span(sentence.start, colon + 1), _quotations_before(page, sentence, colon))
    end = next((index for index in range(scene.end - 1, 0, -1) if scene.word(index) == ":"), 0)
    source = _name_before(page, scene, end) or main_subject(scene, end)
    if source is None or source.start == source.end or scene.quoted(end):
        return None
    cue = Range(source.end, end) if source.end < end else Range(end, end + 1)
    content = trimmed(text, quotation.inside)
    return Attribution((scene.span_of(*source),), (scene.span_of(*cue),), (content,), INTRODUCED_CONFIDENCE)


def _quotations_before(page: Page, sentence: Span, colon: int) -> list[Quotation]:
    first = bisect_right(page.quotation_ends, sentence.start)
    return [one for one in page.quotations[first : first + 20] if one.outside.end <= colon]


def _name_before(page: Page, scene: Scene, colon: int) -> Range | None:
    """The noun phrase right before a colon, where it names a person: ``no surprise to the pollster Ana Lopez: “…”``."""
    found = noun_phrase_before(scene, colon)
    if found is None or not scene.capital(colon - 1):
        return None
    return found if page.people.within(scene.span_of(*found)) else None
