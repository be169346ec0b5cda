"""What goes on from one statement to the next: chain and time of the same speaker, and the day of the lead."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attributive import attributive_words
from zopa.statements.carrying import document_introduced
from zopa.statements.chain import merged
from zopa.statements.cues import CUE_VERBS
from zopa.statements.dates import SaidOn, from_day_told, lead_day, names_a_day, tells_no_day
from zopa.statements.deeds import are_several
from zopa.statements.roles import DOCUMENT_NOUNS
from zopa.statements.words import AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.draft import Draft
    from zopa.statements.page import Page
    from zopa.statements.sources import Speaker

LEAD_SENTENCES = 4
_SHORTEST_LEAD = 8  # Words: less is a headline, a caption or a line of page furniture.
_TOLD_WITHIN = 4  # Sentences back to the day that ``two days later`` counts from.


def carried_over(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Carry chain and time to the next draft of the same speaker: same paragraph or the next, no time of its own.

    ``At that time, …`` takes the time of the draft before. A speaker who relays somebody else goes on speaking, and
    passes on the chain their own words came through. A deed takes nothing: the outlet tells it. ``Two days later``
    counts from the day told last before. The lead's own day comes first (:func:`_with_news_day`).
    """
    carried: list[Draft] = []
    latest: dict[str, Draft] = {}
    for draft in _with_news_day(page, _with_days_counted(page, drafts)):
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
    timeless = draft.when is None or draft.when.basis == "published"
    if before is not None and timeless and _is_near(page, before, draft):
        when = draft.when or (None if draft.another_time else _guessed(before))
        draft = replace(draft, relays=draft.relays or before.relays, when=when)
    for relay in draft.relays:
        if (through := latest.get(relay)) is not None and _is_near(page, through, draft):
            draft = replace(draft, relays=merged(draft.relays, through.relays))
            latest[relay] = replace(through, number=draft.number)
    return draft


def _guessed(draft: Draft) -> SaidOn | None:
    if draft.when is None:
        return None
    return SaidOn(draft.when.when, exact=False, basis="published" if draft.when.basis == "published" else "context")


def _with_days_counted(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that count from a day told before (``the next day``) with the day they mean."""
    counted: list[Draft] = []
    told: Draft | None = None
    for draft in drafts:
        if told is not None and draft.number - told.number <= _TOLD_WITHIN:
            words = attributive_words(page, draft.attribution, draft.number)
            when = from_day_told(words, told.when, page.article.published) if not _names_day(draft) else None
            draft = replace(draft, when=when or draft.when)
        if draft.when is not None:
            told = draft
        counted.append(draft)
    return counted


def _names_day(draft: Draft) -> bool:
    return draft.when is not None and draft.when.exact


def _with_news_day(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, what the lead reports as the news given the day of publication, as a guess.

    A report leads with the news of its day. So where the first paragraph leaves open when it happened,

    1. what somebody is reported there to have said (past tense, with a name or as a body) was said on that day;
    2. so were the terms of a document that the paragraph tells was handed over or made public.

    Standing views (``the institute assesses``), unnamed sources, what one person told another, other occasions
    (``earlier``), transcripts, and articles without a day of publication get none.
    """
    published = page.article.published
    lead = _lead_numbers(page)
    words = [page.sentences[number].of(page.article.text) for number in lead]
    if published is None or page.article.text_kind == "transcript" or not tells_no_day(words, published):
        return list(drafts)
    day = SaidOn(published.isoformat(), exact=False, basis="published")
    told_of = (document_introduced(number + 1, page.sentences, page.article.text) for number in lead)
    document = next(filter(None, told_of), None)
    return [
        replace(draft, when=day) if _is_news(page, draft, lead) or _is_of(draft, document) else draft
        for draft in drafts
    ]  # fmt: skip


def _lead_numbers(page: Page) -> range:
    """The sentences of the first paragraph that ends like prose and is no headline or caption."""
    for number, span in enumerate(page.sentences):
        words = span.of(page.article.text)
        if len(words.split()) >= _SHORTEST_LEAD and words.rstrip("”\"’' ").endswith("."):
            return range(number, bisect_right(page.paragraph_of, page.paragraph_of[number]))
    return range(0)


def _is_news(page: Page, draft: Draft, lead: range) -> bool:
    if draft.number not in lead or draft.when is not None or draft.deed or draft.another_time:
        return False
    cue = [word for span in draft.attribution.cue for word in span.of(page.article.text).lower().split()]
    past = any(reading.ending == "ed" for word in cue for reading in CUE_VERBS.get(word, ()))
    public = _speaks_in_public(draft.speaker) and not _told_to_somebody(page, draft)
    around = attributive_words(page, draft.attribution, draft.number)
    return past and public and not AUXILIARIES.intersection(cue) and not names_a_day(around)


def _told_to_somebody(page: Page, draft: Draft) -> bool:
    """Whether the listener is one of the people the article names: a talk that may have come out days later."""
    cue_end, content = draft.attribution.cue[-1].end, draft.attribution.content[0].start
    return cue_end < content and bool(page.people.within(Span(cue_end, content)))


def _speaks_in_public(speaker: Speaker) -> bool:
    """Whether a speaker is a person with a name, a document, or one body; several people (``delegates``) are not."""
    return speaker.kind in ("person", "document") or (speaker.kind == "group" and not are_several(speaker.name))


def _is_of(draft: Draft, document: Speaker | None) -> bool:
    """Whether a draft without a time of its own tells what a document says."""
    if document is None or draft.speaker.kind != "document" or draft.when is not None or draft.another_time:
        return False
    return document.name.split()[-1].lower() in draft.speaker.name.lower().split()


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
