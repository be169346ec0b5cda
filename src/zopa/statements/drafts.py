"""From attributions to drafts of statements: who is meant, through whom, when; nesting and carry-over resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.statements.carrying import Memory, meant_by
from zopa.statements.chain import merged, relays_in
from zopa.statements.cues import ACCORDING
from zopa.statements.dates import SaidOn, lead_day, said_on
from zopa.statements.sources import Speaker, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page

_SAME_TIME = re.compile(r"(?:at (?:that|the) time|(?:on )?(?:that|the same) day|then)\b", re.IGNORECASE)
LEAD_SENTENCES = 4
NARRATOR = Speaker("narrator", "narrator")


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution on its way to a statement: its sentence's number, its speaker, its chain and its time."""

    attribution: Attribution
    number: int
    speaker: Speaker
    relays: tuple[str, ...]
    when: SaidOn | None
    same_time: bool = False


def drafts_of(page: Page, attributions: Sequence[Attribution]) -> list[Draft]:
    """The drafts of an article's attributions, in order."""
    memory = Memory()
    drafts: list[Draft] = []
    for attribution in attributions:
        draft = _draft(page, attribution, memory)
        memory.note(draft.number, draft.speaker)
        drafts.append(draft)
    return _on_lead_day(page, _carried_over(page, _without_nesting(page, drafts)))


def _draft(page: Page, attribution: Attribution, memory: Memory) -> Draft:
    number = page.sentence_at((attribution.cue or attribution.source or attribution.content)[0].start)
    speaker = _speaker(page, attribution, number, memory)
    words = _attributive_words(page, attribution, number)
    relays = relays_in(words, page.people, page.article.outlet)
    return Draft(
        attribution,
        number,
        speaker,
        tuple(name for name in relays if name.lower() not in speaker.name.lower()),
        said_on(words, page.article.published),
        same_time=_SAME_TIME.match(words) is not None,
    )


def _speaker(page: Page, attribution: Attribution, number: int, memory: Memory) -> Speaker:
    if not attribution.source:
        return memory.latest(number, ("person", "anonymous", "group", "document"), within=2) or NARRATOR
    text, source = page.article.text, attribution.source[0]
    meant = meant_by(
        text, source, number, page.sentences, page.people, memory, caption=attribution.content[0].start < source.start
    )
    if meant is None and source.of(text).lower() == "it":
        return Speaker("it", "group", is_state=True)
    return meant or speaker_of(text, source, page.sentences[number], page.people)


def _attributive_words(page: Page, attribution: Attribution, number: int) -> str:
    """The words of the sentence that are not content: where chain and time are looked for."""
    text, sentence = page.article.text, page.sentences[number]
    parts: list[str] = []
    place = sentence.start
    for span in attribution.content:
        if span.start >= sentence.end:
            break
        parts.append(text[place : max(place, span.start)])
        place = max(place, span.end)
    return " … ".join((*parts, text[place : sentence.end]))


def _without_nesting(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Resolve attributions that lie inside the content of another one of the same sentence.

    ``According to A, B said that C``: B speaks, relayed by A. ``A said that B believes C``: A speaks, and what B is
    said to believe is part of it. ``Russia has proposed C, according to A``: a state is no speaker, so A speaks.
    """
    kept = dict(enumerate(drafts))
    for outer, inner in _nested_pairs(drafts):
        if outer not in kept or inner not in kept:
            continue
        if _is_relay(page, kept[outer]) and _speaks(page, kept[inner]):
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


def _cue_words(page: Page, draft: Draft) -> str:
    return " ".join(span.of(page.article.text).lower() for span in draft.attribution.cue)


def _is_relay(page: Page, draft: Draft) -> bool:
    """Whether a draft passes on what somebody else said: ``according to``, ``reports``."""
    cue = _cue_words(page, draft)
    return cue in ACCORDING or cue.split()[-1:] in (["reports"], ["reported"], ["report"])


def _speaks(page: Page, draft: Draft) -> bool:
    return draft.speaker.kind in ("person", "group", "anonymous") and not draft.speaker.is_state


def _relayed(inner: Draft, outer: Draft) -> Draft:
    name = f"anonymous: {outer.speaker.name}" if outer.speaker.kind == "anonymous" else outer.speaker.name
    return replace(inner, relays=merged(inner.relays, (name, *outer.relays)), when=inner.when or outer.when)


def _carried_over(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Carry chain and time to the next draft of the same speaker: same paragraph or the next, no time of its own.

    ``At that time, …`` takes the time of the draft before. A speaker who relays somebody else goes on speaking, and
    passes on the chain their own words came through.
    """
    carried: list[Draft] = []
    latest: dict[str, Draft] = {}
    for draft in drafts:
        if draft.same_time and draft.when is None and carried:
            draft = replace(draft, when=carried[-1].when)
        before = latest.get(_voice(draft.speaker))
        if before is not None and _goes_on(page, before, draft):
            draft = _with_carried(draft, before)
        for relay in draft.relays:
            if (through := latest.get(relay)) is not None and _is_near(page, through, draft):
                draft = replace(draft, relays=merged(draft.relays, through.relays))
                latest[relay] = replace(through, number=draft.number)
        carried.append(draft)
        latest[_voice(draft.speaker)] = draft
    return carried


def _voice(speaker: Speaker) -> str:
    """What makes two speakers the same voice: the name; for a document any document, as articles rename them."""
    return "document" if speaker.kind == "document" else speaker.name


def _is_near(page: Page, before: Draft, draft: Draft) -> bool:
    return page.paragraph_of[draft.number] - page.paragraph_of[before.number] <= 1


def _goes_on(page: Page, before: Draft, draft: Draft) -> bool:
    return draft.when is None and _is_near(page, before, draft)


def _with_carried(draft: Draft, before: Draft) -> Draft:
    when = SaidOn(before.when.when, exact=False) if before.when else None
    return replace(draft, relays=draft.relays or before.relays, when=when)


def _on_lead_day(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Give people and documents without a time of their own the day the lead tells of, as a guess."""
    day = lead_day([span.of(page.article.text) for span in page.sentences[:LEAD_SENTENCES]], page.article.published)
    if day is None:
        return list(drafts)
    return [
        replace(draft, when=day) if draft.when is None and draft.speaker.kind in ("person", "document") else draft
        for draft in drafts
    ]
