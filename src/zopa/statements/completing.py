"""What the rules add to another finder: sentences it left empty, and speakers inside what a source passes on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from zopa.statements.attributive import place_of
from zopa.statements.cues import ACCORDING
from zopa.statements.finding import find_attributions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.coverage.article import Article, Span
    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page

LEAST_CONFIDENCE = 0.6  # Below it the rules guess: a verb with a thing behind it.
_RELAYS = frozenset((*ACCORDING, "reports", "reported", "in the opinion of", "in the view of"))


def completed(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """A finder's attributions with those of the rules that it lacks, in text order.

    Added are the rules' sure attributions in sentences where the finder saw none, and those that lie inside the content
    of ``according to X, …``: a finder that gives every word one role cannot see them. Cost: that of the rules.
    """
    taken = {page.sentence_at(place_of(one)) for one in found}
    cues = sorted(span for one in found for span in one.cue)
    relayed = sorted(_relayed(page.article, found))
    added = (
        one
        for one in find_attributions(page.article)
        if (page.sentence_at(place_of(one)) not in taken and one.confidence >= LEAST_CONFIDENCE)
        or (_lies_in(relayed, one) and not _overlaps(cues, one))
    )
    return sorted((*found, *added), key=lambda one: one.content[0].start if one.content else 0)


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
