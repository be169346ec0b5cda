"""What the rules add to another finder: sentences it left empty, and sources it did not see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attributive import place_of
from zopa.statements.cues import ACCORDING, CUE_VERBS, CueKind
from zopa.statements.finding import find_attributions
from zopa.statements.lexicon import word_set
from zopa.statements.roles import TERMS_NOUNS
from zopa.statements.tokens import trimmed
from zopa.statements.unclaimed import with_unclaimed
from zopa.statements.verb_sources import SEEMING
from zopa.statements.widening import widened
from zopa.statements.within import inner_attributions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.coverage.article import Article
    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page

LEAST_CONFIDENCE = 0.6  # Below it the rules guess: a verb with a thing behind it, a participle.
_REACH = 200  # How far before a finder's content, in characters, the rules' may begin.
_PASSED_ON = re.compile(r"\b(?:reported|relayed|carried|quoted|cited|published|released) by$", re.IGNORECASE)
_SAYING = (CueKind.SPEECH, CueKind.ADDRESS)
_ACTIVE = frozenset(CueKind) - {CueKind.EVIDENCE}
_RELAYS = frozenset((*ACCORDING, "reports", "reported", "in the opinion of", "in the view of"))


def completed(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """A finder's attributions with those of the rules that it lacks, in text order.

    1. Where the finder saw no source, or only whoever passed the words on (``a statement reported by X``), the source
       and cue of the rules' attribution with the same content take their place.
    2. Added are the rules' sure attributions in sentences where the finder saw none or only deeds told under a text or
       an account (*Under the draft, the company agrees …*), and those that lie inside the content of ``according to X,
       …``: a finder that gives every word one role cannot see them.
    3. Quotations that nobody claims are given to those who are quoted before them or introduced by a colon.
    4. Content that was cut short is mended in its sentence.
    5. What somebody is said to have said is a statement within a statement.

    Cost: that of the rules.
    """
    by_rules = find_attributions(page.article)
    found = [_with_seen_source(page, _whole(page, one), by_rules) for one in found]
    taken = {page.sentence_at(place_of(one)) for one in found}
    taken |= {page.sentence_at(span.start) for one in found for span in one.content}
    begun: defaultdict[int, list[Attribution]] = defaultdict(list)
    for one in found:
        begun[page.sentence_at(place_of(one))].append(one)
    cues = sorted(span for one in found for span in one.cue)
    relayed = sorted(_relayed(page.article, found))
    added = (
        one
        for one in by_rules
        if (page.sentence_at(place_of(one)) not in taken and one.confidence >= LEAST_CONFIDENCE)
        or _frames(page, one, begun[page.sentence_at(place_of(one))])
        or (_lies_in(relayed, one) and not _overlaps(cues, one))
    )
    whole = widened(page, with_unclaimed(page, (*found, *added)))
    return sorted((*whole, *inner_attributions(page.article.text, whole, by_rules)), key=_start)


def _whole(page: Page, one: Attribution) -> Attribution:
    """``Russia has proposed …, according to X``: all that stands before the cue, also where another cue parts it."""
    text, content = page.article.text, one.content
    if " ".join(span.of(text).lower() for span in one.cue) not in ACCORDING or len(content) < 2:
        return one
    here, start, end = page.sentence_at(content[0].start), content[0].start, content[-1].end
    apart = any(start < span.start < end for span in (*one.source, *one.cue))
    if apart or page.sentence_at(end - 1) != here:
        return one
    return replace(one, content=(Span(start, end),))


def _with_seen_source(page: Page, one: Attribution, by_rules: Sequence[Attribution]) -> Attribution:
    return _with_traveller(page, _with_subject(page, _with_source(page.article, one, by_rules)))


def _with_source(article: Article, one: Attribution, by_rules: Sequence[Attribution]) -> Attribution:
    if not one.cue or (one.source and not _PASSED_ON.search(one.cue[-1].of(article.text))):
        return one
    index = bisect_right(by_rules, one.content[0].start - _REACH, key=_start) if one.content else len(by_rules)
    for mate in by_rules[index:]:
        if _start(mate) > one.content[-1].end:
            break
        if mate.source and mate.cue and _same_content(one, mate):
            return replace(one, source=mate.source, cue=mate.cue)
    return one


_SUBJECT = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}$|(?:He|She|They|It)$")
_OPENERS = word_set(
    "in on at by for with under over after before but and yet so then still now here there what who when as if while "
    "although though because since once until unless that which where however meanwhile later earlier also first last "
    "again instead only even both all some many most no not nor or"
)


def _with_subject(page: Page, one: Attribution) -> Attribution:
    """``Doe has repeatedly ruled out …``: where no source was seen, the name or pronoun between sentence and cue."""
    if one.source or not one.cue or any(span.start < one.cue[0].start for span in one.content):
        return one
    start = page.sentences[page.sentence_at(one.cue[0].start)].start
    before = trimmed(page.article.text, Span(start, one.cue[0].start))
    words = before.of(page.article.text)
    cue = [word for span in one.cue for word in span.of(page.article.text).lower().split()]
    speaks = any(reading.kind in _ACTIVE for word in cue for reading in CUE_VERBS.get(word, ()))
    if (
        not speaks
        or (cue[0] in ("is", "are", "was", "were") and not cue[-1].endswith("ing"))
        or any(word in SEEMING for word in cue)
    ):
        return one
    if not _SUBJECT.match(words) or words.split()[0].lower() in _OPENERS:
        return one
    return replace(one, source=(before,))


_CAME_ASKING = re.compile(
    r"(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})\s+(?:(?:has|have|had)\s+)?"
    r"(?:come|came|gone|went|arrived|travelled|traveled|flew|flown|returned|turned)\s+(?:back\s+)?(?:to|in|at)\s+"
)


def _with_traveller(page: Page, one: Attribution) -> Attribution:
    """``Acme had come to Oslo asking for …``: who came asks, not the place."""
    if not one.source or len(one.cue) != 1 or not one.cue[0].of(page.article.text).endswith("ing"):
        return one
    text, sentence = page.article.text, page.sentences[page.sentence_at(one.cue[0].start)]
    match = _CAME_ASKING.match(text, sentence.start, sentence.end)
    if match is None or match.end() != one.source[0].start or len(one.cue[0].of(text).split()) > 1:
        return one
    return replace(one, source=(Span(*match.span("who")),))


def _frames(page: Page, one: Attribution, within: Sequence[Attribution]) -> bool:
    """Whether a rule's attribution opens its sentence (*Under the draft, …*, *By Doe's account, …*) and all that the
    finder saw there, ``within``, is a deed told in it."""
    text, number = page.article.text, page.sentence_at(place_of(one))
    opens = bool(one.cue) and one.cue[0].start == page.sentences[number].start and len(one.content) > 0
    if not opens or one.cue[0].of(text).lower() not in ("under", "by", "per"):
        return False
    words = [word for other in within for span in other.cue for word in span.of(text).lower().split()]
    said = any(reading.kind in _SAYING for word in words for reading in CUE_VERBS.get(word, ()))
    named = any(word in TERMS_NOUNS for word in words)  # ``the Russian`` | ``proposal``: a source cut in two
    return bool(within) and not said and not named and all(_is_inside(other, one) for other in within)


def _is_inside(inner: Attribution, outer: Attribution) -> bool:
    spans = (*inner.source, *inner.cue)
    return bool(inner.cue) and all(
        any(held.start <= span.start and span.end <= held.end for held in outer.content) for span in spans
    )


def _start(one: Attribution) -> int:
    return one.content[0].start if one.content else 0


def _same_content(one: Attribution, other: Attribution) -> bool:
    """Whether the two share at least half of the larger content, in characters."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)
    sizes = [sum(span.end - span.start for span in each.content) for each in (one, other)]
    return 2 * shared >= max(sizes)


def _relayed(article: Article, found: Sequence[Attribution]) -> Iterator[Span]:
    for one in found:
        if " ".join(span.of(article.text).lower() for span in one.cue) in _RELAYS:
            yield from one.content


def _lies_in(spans: Sequence[Span], one: Attribution) -> bool:
    if not one.cue:
        return False
    index = bisect_right(spans, one.cue[0].start, key=lambda span: span.start) - 1
    return index >= 0 and one.cue[-1].end <= spans[index].end


def _overlaps(cues: Sequence[Span], one: Attribution) -> bool:
    index = bisect_right(cues, one.cue[0].end, key=lambda span: span.start) - 1
    return index >= 0 and cues[index].overlaps(one.cue[0])
