"""Attributions inside attributions: who speaks and who passes on, where one lies in what another one says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.chain import merged, relay_name
from zopa.statements.cues import ACCORDING
from zopa.statements.within import FIRST_PERSONS, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.statements.attribution import Attribution
    from zopa.statements.draft import Draft
    from zopa.statements.page import Page

_NEAR = 8  # Drafts on either side of one that may hold it.
_REPORTING = ("reports", "reported", "report")


def resolved(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Resolve attributions that lie inside the content of another one of the same sentence.

    ``According to A, B said that C``: B speaks, relayed by A. ``A said that B had promised C``: both speak, and B is
    relayed by A. ``A said that B believes C``: A speaks, and what B is said to believe is part of it. ``Russia has
    proposed C, according to A``: a deed is no saying, so A speaks. In ``“I told him, ‘C,’” A said`` both are A's.
    """
    kept = dict(enumerate(drafts))
    for outer, inner in _nested_pairs(drafts):
        if outer not in kept or inner not in kept:
            continue
        if _is_relay(page, kept[outer]) and _speaks(kept[inner]):
            kept[inner] = _relayed(kept[inner], kept[outer])
            del kept[outer]
        elif _speaks(kept[outer]) and _says(page.article.text, kept[inner]):
            kept[inner] = _told_by(page.article.text, kept[inner], kept[outer])
        else:
            del kept[inner]
    return [kept[index] for index in sorted(kept)]


def _says(text: str, draft: Draft) -> bool:
    return not draft.deed and bool(draft.attribution.source) and says(text, draft.attribution)


def _told_by(text: str, inner: Draft, outer: Draft) -> Draft:
    """What the inner draft is known from: the outer speaker's words, who may be the inner speaker as well."""
    own = inner.attribution.source[0].of(text).lower() in FIRST_PERSONS or inner.speaker.name == outer.speaker.name
    if own:
        return replace(inner, speaker=outer.speaker, relays=outer.relays, when=None, another_time=True)
    return replace(_relayed(inner, outer), when=None, another_time=True)


def _nested_pairs(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Places of drafts of which the first holds the second, cue and all; looked for among neighbours."""
    for inner, draft in enumerate(drafts):
        for outer in range(max(0, inner - _NEAR), min(len(drafts), inner + _NEAR + 1)):
            if outer != inner and _lies_within(draft.attribution, drafts[outer].attribution):
                yield outer, inner


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
