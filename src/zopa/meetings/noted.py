"""The analyst's own entries on meetings, in the shape of those that coverage tells."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zopa.meetings.meeting import Attendee, Meeting, Time, Venue, Words
from zopa.meetings.places import state_of

if TYPE_CHECKING:
    from zopa.case.case import Case
    from zopa.case.talks import MeetingEntry
    from zopa.meetings.meeting import Format


def noted_meetings(case: Case) -> list[Meeting]:
    """The meetings of the case file, each as the analyst wrote it; ``asserted`` marks them."""
    return [_meeting(entry, case) for entry in case.talks.meetings]


def _meeting(entry: MeetingEntry, case: Case) -> Meeting:
    words = Words("", (), entry.quote)
    attendees = tuple(_attendee(name, case, words) for name in entry.who)
    state = entry.host or (state_of(entry.where) if entry.where else None)
    end = entry.until or entry.on
    note = "; ".join(part for part in (entry.purpose, entry.outcome) if part)
    return Meeting(
        id=_id(entry),
        attendees=attendees,
        venue=Venue(entry.where, state, entry.status == "proposed", words) if entry.where else None,
        time=Time(entry.on, end, "day" if end == entry.on else "week", words) if entry.on else None,
        status=entry.status,
        format=entry.format or _by_sides(attendees),
        reports=(),
        asserted=True,
        note=note,
        source=entry.source,
        parties=tuple(dict.fromkeys(one.party for one in attendees if one.party)),
    )


def _by_sides(attendees: tuple[Attendee, ...]) -> Format | None:
    sides = len({one.party or one.name for one in attendees})
    told: dict[int, Format] = {2: "bilateral", 3: "trilateral"}
    return told.get(sides, "multilateral" if sides > 3 else None)


def _attendee(name: str, case: Case, words: Words) -> Attendee:
    for party in case.parties:
        if name in (party.id, party.name):
            return Attendee(party.name, party.id, False, "attends", words)
        for person in party.people:
            if name.casefold() in {known.casefold() for known in (person.name, *person.aliases)}:
                return Attendee(person.name, party.id, True, "attends", words)
    return Attendee(name, None, True, "attends", words)


def _id(entry: MeetingEntry) -> str:
    key = "|".join((*entry.who, entry.where, str(entry.on)))
    return hashlib.sha256(f"noted|{key}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
