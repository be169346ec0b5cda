"""What goes on from one statement to the next: chain and time of the same speaker, and the day the lead tells of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.chain import merged
from zopa.statements.dates import SaidOn, lead_day
from zopa.statements.deeds import are_several
from zopa.statements.roles import DOCUMENT_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.draft import Draft
    from zopa.statements.page import Page
    from zopa.statements.sources import Speaker

LEAD_SENTENCES = 4


def carried_over(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Carry chain and time to the next draft of the same speaker: same paragraph or the next, no time of its own.

    ``At that time, …`` takes the time of the draft before. A speaker who relays somebody else goes on speaking, and
    passes on the chain their own words came through. A deed takes nothing: the outlet tells it.
    """
    carried: list[Draft] = []
    latest: dict[str, Draft] = {}
    for draft in drafts:
        if draft.same_time and draft.when is None and carried:
            draft = replace(draft, when=_guessed(carried[-1]))
        if not draft.deed and not draft.joint:
            draft = _with_earlier(page, draft, latest)
        if not draft.deed or draft.when or draft.relays:
            latest[_voice(draft.speaker)] = draft
        carried.append(draft)
    return carried


def _with_earlier(page: Page, draft: Draft, latest: dict[str, Draft]) -> Draft:
    before = latest.get(_voice(draft.speaker))
    if before is not None and draft.when is None and _is_near(page, before, draft):
        when = None if draft.another_time else _guessed(before)
        draft = replace(draft, relays=draft.relays or before.relays, when=when)
    for relay in draft.relays:
        if (through := latest.get(relay)) is not None and _is_near(page, through, draft):
            draft = replace(draft, relays=merged(draft.relays, through.relays))
            latest[relay] = replace(through, number=draft.number)
    return draft


def _guessed(draft: Draft) -> SaidOn | None:
    return SaidOn(draft.when.when, exact=False) if draft.when else None


def _voice(speaker: Speaker) -> str:
    """What makes two speakers the same voice: the name; for a document any document, as articles rename them."""
    return "document" if speaker.kind == "document" else speaker.name


def _is_near(page: Page, before: Draft, draft: Draft) -> bool:
    return page.paragraph_of[draft.number] - page.paragraph_of[before.number] <= 1


def on_lead_day(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Give people and documents without a time of their own the day the report is about, as a guess.

    That is the day of the event the lead tells of. The day on which somebody spoke is no such day: others speak on
    others. A document takes it only where the lead tells of something written.
    """
    events = _events(page, drafts)
    day = lead_day(events, page.article.published)
    written = any(word.lower() in DOCUMENT_NOUNS for words in events for word in words.split())
    if day is None:
        return list(drafts)
    return [replace(draft, when=day) if _takes_day(draft, written=written) else draft for draft in drafts]


def _events(page: Page, drafts: Sequence[Draft]) -> list[str]:
    """The first sentences, without those in which somebody speaks: one body's account of an event stays."""
    speaking = {draft.number for draft in drafts if not draft.deed and _is_somebody(draft)}
    lead = enumerate(page.sentences[:LEAD_SENTENCES])
    return [span.of(page.article.text) for number, span in lead if number not in speaking]


def _is_somebody(draft: Draft) -> bool:
    """Whether a person, an unnamed source or several people speak, or anybody on a day of their own."""
    if draft.when is not None or draft.speaker.kind in ("person", "anonymous"):
        return True
    return draft.speaker.kind == "group" and are_several(draft.speaker.name)


def _takes_day(draft: Draft, *, written: bool) -> bool:
    if draft.when is not None or draft.deed or draft.another_time:
        return False
    return draft.speaker.kind == "person" or draft.speaker.is_state or (draft.speaker.kind == "document" and written)
