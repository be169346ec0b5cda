"""The words of a sentence that say who spoke, through whom and when: what is left when the content is taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page

_SUBORDINATE = re.compile(r"\b(?:after|although|though|because|while|when)\s+$")
# Where and when a report was filed (``OSLO, April 14 (AP) —``), not when anybody spoke.
_DATELINE = re.compile(r"\s*[A-Z][A-Z .'’-]+(?:,[^—–]{1,40}?)?\s*(?:\([^)]{1,20}\)\s*)?(?:[—–]|--| - )\s*")
GAP = " … "
_RELATIVE_CLAUSE = re.compile(r",?\s(?:who|whose|which|where|when)\s[^,;:“”\"—]*")


def place_of(attribution: Attribution) -> int:
    """Where an attribution is made: at its cue, else at its source, else where its content begins."""
    return (attribution.cue or attribution.source or attribution.content)[0].start


def attributive_words(page: Page, attribution: Attribution, number: int) -> str:
    """The words of sentence ``number`` that are not content: where the chain is looked for."""
    return _left_over(page.article.text, page.sentences[number], attribution.content)


def timing_words(
    page: Page, attribution: Attribution, number: int, others: Sequence[Attribution], *, document: bool
) -> str:
    """The words of sentence ``number`` that may say when: fewer than :func:`attributive_words`.

    What other attributions of the sentence (``others``) hold as content is left out, and so is what belongs to another
    source. Clauses with ``who`` and ``which`` tell of other times, except where a document is described: ``a paper
    which the ministries drew up in December``.
    """
    sentence, place = page.sentences[number], place_of(attribution)
    holes = [*attribution.content, *_other_contents(place, others)]
    if not document:
        holes += _relative_clauses(page.article.text, sentence, place)
    dateline = _DATELINE.match(page.article.text, *page.sentences[number])
    if dateline is not None:
        holes.append(Span(*dateline.span()))
    return _left_over(page.article.text, _own_part(page.article.text, sentence, attribution, others), sorted(holes))


def _other_contents(place: int, others: Iterable[Attribution]) -> list[Span]:
    spans = [span for other in others for span in other.content]
    return [span for span in spans if not span.start <= place < span.end]


def _relative_clauses(text: str, sentence: Span, place: int) -> list[Span]:
    found = (Span(*match.span()) for match in _RELATIVE_CLAUSE.finditer(text, sentence.start, sentence.end))
    return [span for span in found if not span.start <= place < span.end]


def _own_part(text: str, sentence: Span, attribution: Attribution, others: Sequence[Attribution]) -> Span:
    """The part of a sentence between the attributions of other sources before and behind this one.

    ``The judge ruled on Monday after lawyers said …``: a clause that hangs on another one begins a part of its own.
    """
    roles = (*attribution.source, *attribution.cue)
    if not roles:
        return sentence
    start, end = sentence
    first, last = min(span.start for span in roles), max(span.end for span in roles)
    if _SUBORDINATE.search(text, start, first):
        start = first
    for other in others:
        spans = (*other.source, *other.cue)
        if not other.source or other.source == attribution.source:
            continue
        if max(span.end for span in spans) <= first:
            start = max(start, max(span.end for span in (*spans, *other.content) if span.end <= first))
        elif min(span.start for span in spans) >= last:
            end = min(end, min(span.start for span in spans))
    return Span(start, end) if start <= first else sentence


def _left_over(text: str, sentence: Span, holes: Sequence[Span]) -> str:
    parts: list[str] = []
    place = sentence.start
    for span in holes:
        if span.start >= sentence.end:
            break
        parts.append(text[place : max(place, span.start)])
        place = max(place, span.end)
    return GAP.join((*parts, text[place : sentence.end]))
