"""The talks themselves as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.briefing.lookup import TEXT_KIND_WORDS
from zopa.briefing.markup import escape, table
from zopa.briefing.talks import KIND_HEADINGS, LEGAL, NOT_IN_FIGURES, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zopa.briefing.lookup import Lookup
    from zopa.briefing.talks import CircumstanceEntry, MeetingEntry, StepEntry, WordsEntry

_QUOTED = 3


def talks_lines(look: Lookup) -> Iterator[str]:
    """Meetings, formats, leverage over time, and what coverage tells of law and happenings."""
    talks = look.briefing.talks
    if talks.meetings:
        yield f"\n## Meetings\n\n{NOT_IN_FIGURES} {LEGAL}\n"
    for meeting in talks.meetings:
        yield from _meeting(look, meeting)
    if talks.sequences:
        yield "\n### Two first, then the others\n"
        yield from (f"- {escape(wording.shares_said(said))}" for said in talks.sequences)
    if talks.seats:
        yield "\n### Who must be in the room for the package that comes closest\n"
        yield from (f"- {escape(seat.who)} ({seat.role}): {escape(seat.because)}" for seat in talks.seats)
    if talks.steps:
        yield f"\n## How the headline moved\n\n{wording.number(talks.draws)} draws at each date.\n"
        yield from table(["As of", "Headline", "Since then"], [_step(look, step) for step in talks.steps])
        yield from (f"- {said}" for step in talks.steps for said in _causes(look, step))
    for band in talks.bands:
        name = escape(look.party(band.party))
        yield f"- No deal is worth {wording.span(band.low, band.high)} to {name}: {escape(band.because)}"
    if talks.circumstances:
        yield f"\n## Law, happenings and what each side holds\n\n{NOT_IN_FIGURES}\n"
    for kind, heading in KIND_HEADINGS.items():
        found = [one for one in talks.circumstances if one.kind == kind]
        if found:
            yield f"\n### {heading}\n"
        yield from (_circumstance(look, one) for one in found)


def _meeting(look: Lookup, meeting: MeetingEntry) -> Iterator[str]:
    yield f"- {escape(line_of(meeting))} {_references(look, meeting.statements)}".rstrip()
    yield from (f"  - {escape(said)}" for said in (*meeting.details, *meeting.differing))
    yield from (f"  - {escape(flag.says)}" for flag in meeting.flags)
    yield from (f"  - {_words(look, one)}" for one in meeting.words[:_QUOTED])
    if meeting.noted:
        yield f"  - noted by the analyst{f', from {escape(meeting.source)}' if meeting.source else ''}"


def _words(look: Lookup, words: WordsEntry) -> str:
    """Words with their outlet; a retelling is called one wherever it is shown."""
    article = look.articles.get(words.article)
    if article is None:
        return escape(words.text)
    kind = TEXT_KIND_WORDS[article.text_kind]
    return f"{escape(words.text)} ({escape(article.outlet)}{f', {kind}' if kind else ''})"


def _step(look: Lookup, step: StepEntry) -> list[str]:
    said = f"{escape(wording.shares_said(step.says))} {_references(look, step.statements)}".rstrip()
    return [wording.day(step.on), wording.estimate(step.point, step.se), said]


def _references(look: Lookup, ids: Iterable[str]) -> str:
    return " ".join(f"[\\[{number}\\]](#s{number})" for number in look.numbers(ids))


def _causes(look: Lookup, step: StepEntry) -> Iterator[str]:
    for cause in step.causes:
        if cause.quote:
            yield f"{wording.day(step.on)}: “{escape(cause.quote)}” ({escape(cause.source)})"


def _circumstance(look: Lookup, one: CircumstanceEntry) -> str:
    when = f"{one.when}: " if one.when else ""
    return f"- {escape(when)}{_words(look, one.words)}, told by {escape(one.speaker)}"
