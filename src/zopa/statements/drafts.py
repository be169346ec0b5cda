"""From attributions to drafts of statements: who is meant, through whom, when."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from zopa.statements.attributive import attributive_words, place_of, timing_words
from zopa.statements.carrying import Memory, document_introduced, meant_by
from zopa.statements.carryover import carried_over, on_lead_day
from zopa.statements.chain import cited_in, heard_from, is_outlet, outlet_name, points_back, relays_in
from zopa.statements.dates import SaidOn, said_on
from zopa.statements.deeds import clause_of, is_deed
from zopa.statements.draft import NARRATOR, Draft
from zopa.statements.frames import framed
from zopa.statements.joint import speakers_joined
from zopa.statements.listing import listed
from zopa.statements.nesting import resolved
from zopa.statements.sources import Speaker, speaker_of
from zopa.statements.tidying import is_impression
from zopa.statements.transcripts import is_label, labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.coverage.article import Span
    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page

_SAME_TIME = re.compile(r"(?:at (?:that|the) time|(?:on )?(?:that|the same) day|then)\b", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\b(?:later|earlier|previously|separately|recently|once|before (?:this|that|then)|in the past)\b", re.IGNORECASE
)
SURE_IMPRESSION = 0.6  # Below it ``seemed`` and its like are the writer's manner of speaking.
_SPEAKING = ("person", "anonymous", "group", "document")


def drafts_of(page: Page, attributions: Sequence[Attribution]) -> list[Draft]:
    """The drafts of an article's attributions, in order: one for each speaker of each attribution.

    1. Say who speaks, through whom and when, from the words of the attribution's own sentence.
    2. Resolve attributions inside attributions.
    3. Carry chain and time on to the same speaker's next words.
    4. Give the items of an introduced list to the document or speaker it belongs to.
    5. Apply what holds for the whole article: a frame (``The institute assesses …``), the day of the lead.
    """
    memory = Memory()
    drafts: list[Draft] = []
    together = _by_sentence(page, attributions)
    for attribution in attributions:
        number = page.sentence_at(place_of(attribution))
        others = [other for other in together[number] if other is not attribution]
        made = _drafts(page, attribution, number, others, memory)
        memory.note(number, *(draft.speaker for draft in made))
        drafts.extend(made)
    return on_lead_day(page, framed(page, listed(page, carried_over(page, resolved(page, drafts)))))


def _by_sentence(page: Page, attributions: Sequence[Attribution]) -> defaultdict[int, list[Attribution]]:
    together: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        together[page.sentence_at(place_of(attribution))].append(attribution)
    return together


def _drafts(
    page: Page, attribution: Attribution, number: int, others: Sequence[Attribution], memory: Memory
) -> list[Draft]:
    if is_impression(page.article.text, attribution):
        return [_told(page, attribution, number)] if attribution.confidence >= SURE_IMPRESSION else []
    speakers = _speakers(page, attribution, number, memory)
    if _only_cites(page, attribution, speakers[0]):
        return []
    words = attributive_words(page, attribution, number)
    relays = tuple(relays_in(words, page.people, page.article.outlet))
    if len(speakers) == 1:
        speakers, relays = _cited(page, number, speakers, relays, attribution)
        speakers, relays = heard_from(page.article.text, attribution.source, speakers, relays, page.people)
    if not relays and memory.outlet and points_back(words):
        relays = (memory.outlet,)
    if not relays and number and _was_introduced(page, attribution, number):
        relays = tuple(relays_in(page.sentences[number - 1].of(page.article.text), page.people, page.article.outlet))
    memory.outlet = _outlet_named(page, speakers, relays) or memory.outlet
    deed = is_deed(page, attribution, speakers[0])
    words = timing_words(page, attribution, number, others, document=speakers[0].kind == "document")
    when = _when(page, attribution, words, deed=deed)
    return [
        Draft(
            attribution,
            number,
            speaker,
            tuple(name for name in relays if name.lower() not in speaker.name.lower()),
            when,
            same_time=_SAME_TIME.match(page.sentences[number].of(page.article.text)) is not None,
            deed=deed,
            joint=len(speakers) > 1,
            another_time=_ANOTHER_TIME.search(words) is not None,
        )
        for speaker in speakers
    ]


def _told(page: Page, attribution: Attribution, number: int) -> Draft:
    """``The minister seemed to agree``: nobody says it, so the outlet tells it."""
    when = said_on(page.sentences[number].of(page.article.text), page.article.published)
    return Draft(attribution, number, NARRATOR, (), when, deed=True)


def _was_introduced(page: Page, attribution: Attribution, number: int) -> bool:
    """Whether ``it`` speaks for a document that the sentence before brought in, and with it how it became known."""
    it = bool(attribution.source) and attribution.source[0].of(page.article.text).lower() == "it"
    return it and document_introduced(number, page.sentences, page.article.text) is not None


def _outlet_named(page: Page, speakers: Sequence[Speaker], relays: Sequence[str]) -> str | None:
    names = [speaker.name for speaker in speakers if speaker.kind == "group"]
    return next((outlet_name(name) for name in (*names, *relays) if is_outlet(name, page.people)), None)


def _when(page: Page, attribution: Attribution, words: str, *, deed: bool) -> SaidOn | None:
    found = said_on(words, page.article.published)
    if found is None and deed:
        return said_on(clause_of(attribution).of(page.article.text), page.article.published)
    return found


def _speakers(page: Page, attribution: Attribution, number: int, memory: Memory) -> tuple[Speaker, ...]:
    if not attribution.source:
        return (memory.latest(number, _SPEAKING, within=2) or NARRATOR,)
    text, source = page.article.text, attribution.source[0]
    if is_label(text, attribution):
        return (labelled(page, source),)
    if joined := speakers_joined(text, source, page.sentences[number], page.people):
        return joined
    if source.of(text).lower() == "they" and (several := memory.latest_together(number, within=2)):
        return several
    return (_speaker(page, attribution, source, number, memory),)


def _speaker(page: Page, attribution: Attribution, source: Span, number: int, memory: Memory) -> Speaker:
    text = page.article.text
    before_cue = attribution.content[0].start < source.start
    meant = meant_by(text, source, number, page.sentences, page.people, memory, caption=before_cue)
    if meant is None and source.of(text).lower() == "it":
        return Speaker("it", "group", is_state=True)
    return meant or speaker_of(text, source, page.sentences[number], page.people)


def _only_cites(page: Page, attribution: Attribution, speaker: Speaker) -> bool:
    """``…, Reuters reported, citing two officials``: the second cue names a source, it says nothing."""
    cue = " ".join(span.of(page.article.text).lower() for span in attribution.cue)
    return cue == "citing" and is_outlet(speaker.name, page.people)


def _cited(
    page: Page, number: int, speakers: tuple[Speaker, ...], relays: tuple[str, ...], attribution: Attribution
) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
    """``The broadcaster, citing two officials``: the officials speak, relayed by the broadcaster."""
    outlet = speakers[0]
    if outlet.kind != "group" or not is_outlet(outlet.name, page.people):
        return speakers, relays
    cited = cited_in(page.article.text, page.sentences[number], attribution.content)
    if cited is None:
        return speakers, relays
    source = speaker_of(page.article.text, cited, page.sentences[number], page.people)
    return (source,), (outlet_name(outlet.name), *relays)
