"""The talks themselves as entries of a briefing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zopa.briefing.talks import (
    BandEntry,
    CauseEntry,
    CircumstanceEntry,
    FlagEntry,
    MeetingEntry,
    SeatEntry,
    StepEntry,
    TalksSection,
    WordsEntry,
)
from zopa.casework.replaying import DRAWS, in_words
from zopa.casework.talks import circumstances_of, in_days, meetings_of, told_by
from zopa.meetings import bilateral_first, seats
from zopa.meetings.meeting import FORMATS, STATUSES
from zopa.preferences import reservation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.case import Case
    from zopa.casework.gathering import Gathered
    from zopa.casework.replaying import Step
    from zopa.casework.talks import Checked
    from zopa.meetings import Circumstance, Meeting
    from zopa.settlements import Settlement

_COMING = ("attends", "hosts", "mediates")


def meeting_entries(gathered: Gathered) -> tuple[MeetingEntry, ...]:
    """Every meeting known on the day, the newest first."""
    return tuple(_meeting(one) for one in _newest_first(meetings_of(gathered)))


def circumstance_entries(gathered: Gathered) -> tuple[CircumstanceEntry, ...]:
    """What coverage known on the day tells of law, happenings and what each side holds."""
    known = gathered.known
    return tuple(_circumstance(one, known) for one in circumstances_of(gathered))


def talks_section(gathered: Gathered, settlement: Settlement | None, steps: Sequence[Step]) -> TalksSection:
    """Meetings newest first, formats and seats for the headline, the replay, and what coverage tells of law.

    ``steps`` are those of the replay (:func:`~zopa.casework.replaying.replay`).
    """
    known = gathered.known
    checked = meetings_of(gathered)
    pairs = {frozenset(one.meeting.parties) for one in checked if len(one.meeting.parties) == 2}
    sequences = bilateral_first(settlement, known.case) if settlement else ()
    docs = {article.doc: article.text for article in known.articles.values()}
    return TalksSection(
        meetings=tuple(_meeting(one) for one in _newest_first(checked)),
        sequences=tuple(one.says for one in sequences if frozenset(one.first) in pairs),
        seats=_seats(settlement, known.case),
        circumstances=circumstance_entries(gathered),
        bands=tuple(_bands(known)),
        steps=tuple(_step(step, docs) for step in steps),
        draws=DRAWS if steps else 0,
    )


def _newest_first(checked: Sequence[Checked]) -> list[Checked]:
    """Meetings by day, the newest first; those without a day behind them, in the order told."""
    dated = [one for one in checked if one.meeting.time and one.meeting.time.start]
    dated.sort(
        key=lambda one: one.meeting.time.start if one.meeting.time and one.meeting.time.start else date.min,
        reverse=True,
    )
    return [*dated, *(one for one in checked if one not in dated)]


def _meeting(found: Checked) -> MeetingEntry:
    meeting = found.meeting
    venue = meeting.venue
    return MeetingEntry(
        who=tuple(one.name for one in meeting.attendees if one.role in _COMING),
        others=tuple(f"{one.name}: {_ROLES[one.role]}" for one in meeting.attendees if one.role not in _COMING),
        where=venue.name if venue else "",
        state=venue.state if venue else None,
        suggested_places=tuple(one.name for one in meeting.suggested),
        when=in_days(meeting.time),
        status=STATUSES[meeting.status] if meeting.status else "",
        format=FORMATS[meeting.format] if meeting.format else "",
        details=tuple(_details(meeting)),
        differing=tuple(
            f"Reports differ on the {one.what}: {' or '.join(told.value for told in one.values)}."
            for one in meeting.conflicts
        ),
        flags=tuple(FlagEntry(one.matter, one.finding, one.about, one.says, one.sources) for one in found.flags),
        words=_sentences(meeting),
        statements=meeting.statements,
        noted=meeting.asserted,
        source=meeting.source,
    )


_ROLES = {"invited": "invited", "not invited": "not invited", "open": "left open", "refuses": "does not come"}


def _details(meeting: Meeting) -> Iterable[str]:
    """What is told beside who, where and when, each in the words of the reports."""
    for heading, name in (
        ("on condition", "preconditions"),
        ("what for", "purposes"),
        ("how long", "durations"),
        ("outcome", "outcomes"),
    ):
        told = dict.fromkeys(words.text for report in meeting.reports for words in getattr(report, name))
        if told:
            yield f"{heading}: " + "; ".join(told)
    suggested = [one.name for one in meeting.suggested if meeting.venue is None or one.name != meeting.venue.name]
    if suggested:
        yield "suggested places: " + ", ".join(suggested)
    if meeting.note:
        yield meeting.note


def _sentences(meeting: Meeting) -> tuple[WordsEntry, ...]:
    """The sentences of the reports, each once."""
    found = {(report.article, report.sentence): report for report in meeting.reports}
    return tuple(WordsEntry(report.article, report.full.text, *report.sentence) for report in found.values())


def _seats(settlement: Settlement | None, case: Case) -> tuple[SeatEntry, ...]:
    """Seats for the headline's package; only where somebody beside the signatories is needed."""
    package: Mapping[str, str] = (settlement.headline.package or {}) if settlement else {}
    found = seats(package, case) if package else ()
    names = {party.id: party.name for party in case.parties}
    entries = tuple(SeatEntry(names.get(seat.who, seat.who), seat.role, seat.because) for seat in found)
    return entries if any(seat.role != "signatory" for seat in found) else ()


def _circumstance(one: Circumstance, known: Gathered) -> CircumstanceEntry:
    words = WordsEntry(one.article, one.words.text, *one.sentence)
    return CircumstanceEntry(
        one.kind, in_days(one.time), told_by(one, known.articles[one.article]), words, one.statements
    )


def _bands(known: Gathered) -> Iterable[BandEntry]:
    for party in known.case.parties:
        held = reservation_of(party.id, known.case, known.as_of)
        if held.stated:
            start = next((one.reason for one in known.case.talks.leverage if one.party == party.id), "")
            because = f"{held.event.what} ({held.event.source})" if held.event else start
            yield BandEntry(party.id, *held.band, held.since, because)


def shown_source(quote: str, source: str, texts: Mapping[str, str]) -> str:
    """Where an analyst's quotation stands; said to be broken where the article named does not hold it (law 5).

    ``texts`` are the texts of the case's articles by their short names. Addresses cannot be looked up and are shown.
    """
    text = texts.get(source)
    if text is None or " ".join(quote.split()) in " ".join(text.split()):
        return source
    return f"{source}; broken: these words do not stand in it"


def _step(step: Step, docs: Mapping[str, str]) -> StepEntry:
    causes = tuple(
        CauseEntry(
            one.what,
            one.party,
            one.moved,
            one.event.quote if one.event else "",
            shown_source(one.event.quote, one.event.source, docs) if one.event else "",
            one.statements,
        )
        for one in step.causes
    )
    named = [*(step.causes if step.telling else ()), *(step.overall.causes if step.overall else ())]
    statements = tuple(dict.fromkeys(id for one in named[:3] for id in one.statements))
    return StepEntry(step.on, step.point, step.se, step.change, step.telling, in_words(step), causes, statements)
