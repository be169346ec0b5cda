"""Content that a finder cut short: its condition, the words before an inserted cue, the clause that ``he was told``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.tokens import trimmed
from zopa.statements.words import ADVERBS, PREPOSITIONS, SUBORDINATORS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page

_PROVISO = re.compile(
    r",?\s+(?:but\s+)?(?:provided(?:\s+that)?|unless|(?:as|so)\s+long\s+as|on\s+condition\s+that|only\s+(?:if|once|when)|if)\s"
    r"[^,;:“”\"]{6,}?(?=[,;.]?\s*(?:[,;]|$)|\.$)"
)
_TOLD = re.compile(r"(?:was|were|has been|have been|had been)\s+(?:told|assured|informed|promised)$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i)$", re.IGNORECASE)
_NO_CONTENT = (
    PREPOSITIONS | SUBORDINATORS | ADVERBS | WEEKDAYS | frozenset(("asked", "speaking", "pressed", "but", "and", "yet"))
)


def widened(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in their order, each with what its content lacks in its own sentence.

    1. A condition right behind it: *more could be found*, **provided that …**.
    2. The words before an inserted cue: **A panel**, *he replied, of three judges*; and where the content before a
       closing cue begins in the middle (*and …, she said*), the sentence from its beginning.
    3. For *…, he was told by X*, the clause before it.

    Nothing is taken that another attribution holds, or that is quoted. Linear in the length of the text.
    """
    held = page.by_sentence(span for one in found for span in (*one.content, *one.cue, *one.source))
    return [_widened(page, one, held) for one in found]


def _widened(page: Page, one: Attribution, held: Mapping[int, Sequence[Span]]) -> Attribution:
    if not one.cue or not one.content:
        return one
    number = page.sentence_at(one.cue[0].start)
    sentence, own = page.sentences[number], {*one.content, *one.cue, *one.source}
    others = sorted(span for span in held.get(number, ()) if span.overlaps(sentence) and span not in own)
    for mend in (_what_was_told, _from_the_beginning, _before_inserted_cue, _with_condition):
        one = mend(page, one, sentence, others)
    return one


def _is_free(page: Page, span: Span, others: Sequence[Span]) -> bool:
    return span.end > span.start and not any(span.overlaps(one) for one in others) and page.quoted_share((span,)) == 0


def _what_was_told(page: Page, one: Attribution, sentence: Span, others: Sequence[Span]) -> Attribution:
    text, content = page.article.text, one.content[0]
    if len(one.content) > 1 or not _PRONOUN.match(content.of(text)) or not _TOLD.search(one.cue[-1].of(text)):
        return one
    before = text[sentence.start : content.start].rstrip()
    clause = Span(sentence.start, sentence.start + len(before) - 1)
    if not before.endswith(",") or not _is_free(page, clause, ()):
        return one
    behind = max((span.end for span in (*one.source, *one.cue)), default=one.cue[-1].end)
    rest = _PROVISO.match(text, behind, _end(text, sentence))
    more = (trimmed(text, Span(rest.start() + 1, rest.end())),) if rest and text[rest.start()] == "," else ()
    return replace(one, content=(clause, *more))


def _end(text: str, sentence: Span) -> int:
    return sentence.start + len(sentence.of(text).rstrip().rstrip("."))


def _from_the_beginning(page: Page, one: Attribution, sentence: Span, others: Sequence[Span]) -> Attribution:
    """``A, and B, she said``: the content begins with the sentence, not with ``and``."""
    text, first = page.article.text, one.content[0]
    behind = all(span.start >= first.end for span in (*one.cue, *one.source))
    before = Span(sentence.start, first.start)
    if (
        not behind
        or not one.source
        or not re.match(r"(?:and|or|but)\s", first.of(text))
        or len(before.of(text).split()) < 3
    ):
        return one
    if not _is_free(page, before, others) or before.of(text).split()[0].lower() in ("asked", "speaking", "pressed"):
        return one
    return replace(one, content=(Span(sentence.start, first.end), *one.content[1:]))


def _before_inserted_cue(page: Page, one: Attribution, sentence: Span, others: Sequence[Span]) -> Attribution:
    text = page.article.text
    insert = Span(min(span.start for span in (*one.cue, *one.source)), max(s.end for s in (*one.cue, *one.source)))
    before = Span(sentence.start, insert.start)
    words = before.of(text).split()
    enclosed = before.of(text).rstrip().endswith(",") and text[insert.end : insert.end + 1] == ","
    if not enclosed or not one.source or one.content[0].start < insert.end or "," in before.of(text).rstrip()[:-1]:
        return one
    piece = trimmed(text, Span(before.start, sentence.start + len(before.of(text).rstrip()) - 1))
    opening = words[0].strip(',“”"').lower() if words else ""
    if opening in _NO_CONTENT or opening.endswith(("ing", "ly")) or not _is_free(page, piece, others):
        return one
    return replace(one, content=(piece, *one.content))


def _with_condition(page: Page, one: Attribution, sentence: Span, others: Sequence[Span]) -> Attribution:
    text, last = page.article.text, one.content[-1]
    behind_cue = max(span.end for span in (*one.cue, *one.source))
    place = behind_cue if behind_cue > last.end and text[behind_cue : behind_cue + 1] == "," else last.end
    match = _PROVISO.match(text, place, _end(text, sentence))
    if match is None or page.quoted_share((last,)) > 0:
        return one
    more = Span(place, match.end())
    if place != last.end:
        more = trimmed(text, Span(place + 1, match.end()))
        return replace(one, content=(*one.content, more)) if _is_free(page, more, others) else one
    if not _is_free(page, more, [*others, *one.cue, *one.source]):
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, more.end)))
