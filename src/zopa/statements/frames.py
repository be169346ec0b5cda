"""Frames: an opening that says through whom a whole article's statements came.

``The institute assesses that …``: an article made of one organisation's account of what others said. ``Reuters has
listed the terms``: an article that passes on a document which an outlet published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.statements.chain import is_outlet, is_same_outlet, merged, outlet_name
from zopa.statements.draft import NARRATOR
from zopa.statements.names import bare
from zopa.statements.sources import Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.draft import Draft
    from zopa.statements.page import Page

_OPENING = 3  # Sentences in which a frame is looked for.
_ASSESSES = re.compile(r"(?:assess(?:es|ed)?|summari[sz](?:es|ed)|compil(?:es|ed)|document(?:s|ed))$")
_HAS_LISTED = re.compile(
    r"(?P<name>(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of\s+)?[A-Z][\w’'&-]*){0,4})\s+(?:has|have|had)?\s*(?:\w+ly\s+)?"
    r"(?:listed|published|obtained|seen|printed|released|reproduced|summari[sz]ed|set out|laid out|leaked|reviewed)\s+"
    r"(?:the|a|an|its)\s+(?:\w+\s+){0,3}?(?:terms|text|points|details|plan|draft|proposal|document|memorandum|outline)\b"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Who relays, from which sentence on, and whether only what documents say is meant."""

    name: str
    number: int
    documents: bool


def framed(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those under the article's frame with the one who relays them at the end of the chain."""
    frame = frame_of(page, drafts)
    if frame is None or is_same_outlet(frame.name, page.article.outlet):
        return list(drafts)
    return [_under(frame, draft) if _belongs(frame, draft) else draft for draft in drafts]


def frame_voice(page: Page, drafts: Sequence[Draft]) -> Speaker:
    """Who tells what nobody is named for: the organisation whose account an article is, else the outlet itself."""
    frame = _assessing(page, drafts)
    if frame is None or is_same_outlet(frame.name, page.article.outlet):
        return NARRATOR
    return Speaker(frame.name, "group")


def frame_of(page: Page, drafts: Sequence[Draft]) -> Frame | None:
    """The frame that an article opens with, or None: most articles have none."""
    return _assessing(page, drafts) or _listing(page)


def _assessing(page: Page, drafts: Sequence[Draft]) -> Frame | None:
    first = drafts[0] if drafts else None
    if first is None or first.number >= _OPENING or first.speaker.kind != "group" or not first.attribution.cue:
        return None
    cue = first.attribution.cue[-1].of(page.article.text).lower().split()[-1]
    if _ASSESSES.match(cue) is None or not first.speaker.name[:1].isupper():
        return None
    return Frame(first.speaker.name, first.number, documents=False)


def _listing(page: Page) -> Frame | None:
    for number, sentence in enumerate(page.sentences[:_OPENING]):
        match = _HAS_LISTED.search(page.article.text, sentence.start, sentence.end)
        if match is not None and is_outlet(name := outlet_name(bare(match.group("name"))), page.people):
            return Frame(name, number, documents=True)
    return None


def _belongs(frame: Frame, draft: Draft) -> bool:
    if draft.number < frame.number or draft.deed or draft.speaker.name == frame.name:
        return False
    if frame.documents:
        return draft.speaker.kind == "document" and not draft.relays
    return draft.speaker.kind != "narrator"


def _under(frame: Frame, draft: Draft) -> Draft:
    """The chain with the frame's name at its end; a short form of that name (``the Observatory``) is the same name."""
    inner = (name for name in draft.relays if not frame.name.lower().endswith(name.lower().removeprefix("the ")))
    return replace(draft, relays=merged(inner, (frame.name,)))
