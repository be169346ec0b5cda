"""Attributions inside attributions: who speaks and who passes on, where one lies in what another one says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.chain import merged, relay_name
from zopa.statements.cues import ACCORDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.statements.attribution import Attribution
    from zopa.statements.draft import Draft
    from zopa.statements.page import Page

_REPORTING = ("reports", "reported", "report")


def without_nesting(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Resolve attributions that lie inside the content of another one of the same sentence.

    ``According to A, B said that C``: B speaks, relayed by A. ``A said that B believes C``: A speaks, and what B is
    said to believe is part of it. ``Russia has proposed C, according to A``: a deed is no saying, so A speaks.
    """
    kept = dict(enumerate(drafts))
    for outer, inner in _nested_pairs(drafts):
        if outer not in kept or inner not in kept:
            continue
        if _is_relay(page, kept[outer]) and _speaks(kept[inner]):
            kept[inner] = _relayed(kept[inner], kept[outer])
            del kept[outer]
        else:
            del kept[inner]
    return [kept[index] for index in sorted(kept)]


def _nested_pairs(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and drafts[end].number == drafts[start].number:
            end += 1
        for outer in range(start, end):
            for inner in range(start, end):
                if outer != inner and _lies_within(drafts[inner].attribution, drafts[outer].attribution):
                    yield outer, inner
        start = end


def _lies_within(inner: Attribution, outer: Attribution) -> bool:
    if not inner.cue:
        return False
    return any(span.start <= inner.cue[0].start and inner.cue[-1].end <= span.end for span in outer.content)


def _is_relay(page: Page, draft: Draft) -> bool:
    """Whether a draft passes on what somebody else said: ``according to``, ``reports``."""
    cue = " ".join(span.of(page.article.text).lower() for span in draft.attribution.cue)
    return cue in ACCORDING or cue.split()[-1:] in ([word] for word in _REPORTING)


def _speaks(draft: Draft) -> bool:
    return draft.speaker.kind in ("person", "group", "anonymous") and not draft.speaker.is_state and not draft.deed


def _relayed(inner: Draft, outer: Draft) -> Draft:
    """The inner draft with the outer speaker behind its own chain; what the outer chain holds stays in its order."""
    own = (name for name in inner.relays if name not in outer.relays and name != relay_name(outer.speaker))
    chain = merged(own, (relay_name(outer.speaker), *outer.relays))
    return replace(inner, relays=chain, when=inner.when or outer.when)
