"""Reports to meetings: reports of one meeting are brought together, and what they differ in is shown side by side."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from zopa.meetings.meeting import EXACTNESS, Conflict, Meeting, Told
from zopa.meetings.places import is_state
from zopa.meetings.sameness import Sides, Stamp, is_call, is_of_three, one_place, same_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.meetings.meeting import Attendee, Format, Report, Role, Status, Time, Venue

_RANK = {"held": 5, "planned": 4, "refused": 3, "invited": 2, "proposed": 1}
_ROLES: tuple[Role, ...] = ("attends", "hosts", "mediates", "invited", "refuses", "not invited", "open")
_FORMATS: tuple[Format, ...] = ("call", "mediated", "trilateral", "multilateral", "envoy", "bilateral")
_SIDES: dict[int, Format] = {2: "bilateral", 3: "trilateral"}


@dataclass(slots=True)
class _Gathering:
    """The reports of one meeting while they are being brought together, and what tells it from others.

    ``stamps`` and ``people`` hold what differs among the reports once, so that a thousand alike cost what one does.
    """

    inherited: tuple[Attendee, ...] = ()
    reports: list[Report] = field(default_factory=list)
    people: dict[tuple[str | None, str, bool], Attendee] = field(default_factory=dict)
    stamps: set[Stamp] = field(default_factory=set)
    states: set[tuple[str, str]] = field(default_factory=set)
    told: dict[str, set[str]] = field(default_factory=dict)
    call: bool = False
    three: bool = False

    def add(self, report: Report) -> None:
        self.reports.append(report)
        self.people |= {(one.party, one.name, one.person): one for one in report.present}
        self.stamps.add(Stamp.of(report))
        self.states |= {(venue.name, venue.state) for venue in report.venues if venue.state is not None}
        if report.status:
            self.told.setdefault(report.article, set()).add(report.status)
        self.call = self.call or is_call(report)
        self.three = self.three or is_of_three(report)

    @property
    def sides(self) -> Sides:
        return Sides.of([*self.inherited, *self.people.values()])

    @property
    def is_of_three(self) -> bool:
        return self.three or len(self.sides.people) == 3

    def fits(self, report: Report) -> bool:
        """Whether time and place of a report can be those of every report here."""
        mine = Stamp.of(report)
        return all(mine.fits(stamp) for stamp in self.stamps)


def merge_meetings(reports: Iterable[Report]) -> list[Meeting]:
    """The meetings that reports tell of, in the order of their days, those without a day last.

    1. Reports are taken in the order of publication and text.
    2. A report that names two sides or more joins the gathering of the same sides (no side with other people) if time
       and place can fit; calls join calls.
    3. One that names fewer joins the gathering its article told of last that fits, or one of the same place and time;
       *a second summit* opens a new one, with the people of the one before.
    4. Of every gathering the newest and most exact place, time, status and format are given; reports that cannot hold
       beside them are listed as conflicts.

    Cost: quadratic in the reports.
    """
    gatherings: list[_Gathering] = []
    latest: dict[str, list[_Gathering]] = {}
    for report in sorted(
        reports, key=lambda one: (one.published or date.max, one.article, one.sentence, one.told.spans)
    ):
        told = latest.setdefault(report.article, [])
        found = _home(report, gatherings, told)
        if found is None:
            if report.noun and not _stands_alone(report) and not (report.another and told):
                continue
            found = _Gathering(inherited=_inherited(report, told))
            gatherings.append(found)
        found.add(report)
        latest[report.article] = [one for one in told if one is not found] + [found]
    meetings = [_meeting(one) for one in gatherings]
    return sorted(meetings, key=lambda one: (_first_day(one) or date.max, one.id))


def _first_day(meeting: Meeting) -> date | None:
    return meeting.time.start if meeting.time else None


def _stands_alone(report: Report) -> bool:
    """Whether a report without a meeting it belongs to tells enough to be one."""
    return len(report.present) >= 2 or (bool(report.venues) and (report.day is not None or report.status is not None))


def _inherited(report: Report, told: Sequence[_Gathering]) -> tuple[Attendee, ...]:
    """The people of the meeting before, for *a second summit*."""
    if not report.another or report.present or not told or report.status == "held":
        return ()
    return tuple(_named_once([*told[-1].inherited, *told[-1].people.values()]))


def _home(report: Report, gatherings: Sequence[_Gathering], told: Sequence[_Gathering]) -> _Gathering | None:
    """The gathering a report belongs to; None where it opens one."""
    if len(report.present) >= 2:
        same = [one for one in reversed(gatherings) if _same(report, one)]
        return next((one for one in same if not one.inherited), same[0] if same else None)
    if report.another and not report.definite:
        return None
    fitting = [one for one in reversed(told) if _may_join(report, one)]
    if fitting:
        return fitting[0]
    elsewhere = [
        one for one in reversed(gatherings) if report.venues and _same_spot(report, one) and _may_join(report, one)
    ]
    return elsewhere[0] if elsewhere else None


def _same(report: Report, gathering: _Gathering) -> bool:
    if is_call(report) != gathering.call:
        return False
    mine, theirs = Sides.of(report.present), gathering.sides
    if len(theirs.people) < 2:
        return _same_spot(report, gathering) and _may_join(report, gathering)
    three = is_of_three(report) or len(mine.people) == 3
    return three == gathering.is_of_three and mine.fits(theirs, three=three) and gathering.fits(report)


def _may_join(report: Report, gathering: _Gathering) -> bool:
    """Whether a report that names nobody, or one side, can belong to a gathering."""
    if is_call(report) != gathering.call and report.noun not in ("talks", "conversation"):
        return False
    sides, mine = gathering.sides, Sides.of(report.present)
    known = not mine.people or not sides.people or set(mine.people) <= set(sides.people)
    three = not (is_of_three(report) or len(mine.people) == 3) or gathering.is_of_three
    two = not any(told.value == "bilateral" for told in report.formats) or len(sides.people) <= 2
    own = gathering.told.get(report.article, set())
    told_alike = not own or report.status is None or ("held" in own) == (report.status == "held")
    return known and three and two and told_alike and gathering.fits(report)


def _same_spot(report: Report, gathering: _Gathering) -> bool:
    return any(
        one_place(one.name, one.state, *place)
        for one in report.venues
        if one.state and not is_state(one.name)
        for place in gathering.states
    )


def _meeting(gathering: _Gathering) -> Meeting:
    reports = tuple(gathering.reports)
    attendees = tuple(_named_once([*gathering.inherited, *(one for report in reports for one in report.attendees)]))
    venue, other_venues, suggested = _venue(reports)
    time, other_times = _time(reports)
    status, other_statuses = _status(reports)
    conflicts = [
        Conflict("place", tuple(Told(one.name, one.words) for one in other_venues)) if len(other_venues) > 1 else None,
        Conflict("time", tuple(Told(_days(one), one.words) for one in other_times)) if len(other_times) > 1 else None,
        Conflict("status", other_statuses) if len(other_statuses) > 1 else None,
    ]
    sides = Sides.of(one for one in attendees if one.role == "attends")
    return Meeting(
        id=_id(reports[0]),
        attendees=attendees,
        venue=venue,
        time=time,
        status=status,
        format=_format(reports, len(sides.people)),
        reports=reports,
        conflicts=tuple(one for one in conflicts if one is not None),
        suggested=suggested,
        parties=tuple(dict.fromkeys(one.party for one in attendees if one.party and one.role == "attends")),
    )


def _id(report: Report) -> str:
    key = f"{report.article}|{report.told.spans[0].start}-{report.told.spans[0].end}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _named_once(attendees: Iterable[Attendee]) -> list[Attendee]:
    """Each person or side once, with the strongest role told; a side is left out where one of its people is named."""
    found: dict[tuple[str, bool], Attendee] = {}
    for one in attendees:
        known = found.get((one.name, one.person))
        if known is None or _ROLES.index(one.role) < _ROLES.index(known.role):
            found[one.name, one.person] = one if known is None else replace(one, words=one.words)
    people = {one.party for one in found.values() if one.person and one.party and one.role == "attends"}
    return [one for one in found.values() if one.person or one.party not in people or one.role != "attends"]


def _newest_first(reports: Sequence[Report]) -> list[Report]:
    return sorted(reports, key=lambda report: report.published or date.min, reverse=True)


def _venue(reports: Sequence[Report]) -> tuple[Venue | None, list[Venue], tuple[Venue, ...]]:
    """The venue, all certain venues that conflict (each once), and the places only suggested."""
    told = [venue for report in _newest_first(reports) for venue in report.venues]
    certain = [venue for venue in told if not venue.suggested]
    suggested = tuple({venue.name: venue for venue in told if venue.suggested}.values())
    if not certain:
        return (suggested[0] if len(suggested) == 1 else None), [], suggested
    exact = [venue for venue in certain if venue.state and not is_state(venue.name)] or certain
    different = [exact[0]]
    for venue in certain:
        if all(not same_place(venue, other) for other in different):
            different.append(venue)
    rest = tuple(venue for venue in suggested if not same_place(venue, exact[0]) or venue.state is None)
    return exact[0], different, rest


def _time(reports: Sequence[Report]) -> tuple[Time | None, list[Time]]:
    """The most exact time of the newest report that has one, and all times that cannot be the same."""
    days = [report.day for report in _newest_first(reports) if report.day is not None]
    if not days:
        return next((time for report in reports for time in report.times), None), []
    best = min(days, key=lambda time: EXACTNESS[time.precision])
    different = [best]
    for day in days:
        if all(_apart(day, other) for other in different):
            different.append(day)
    return best, different


def _apart(one: Time, other: Time) -> bool:
    return (
        one.start is not None
        and other.start is not None
        and (one.start > (other.end or other.start) or other.start > (one.end or one.start))
    )


def _days(time: Time) -> str:
    if time.start is None:
        return time.words.text
    return time.start.isoformat() if time.start == time.end else f"{time.start} to {time.end}"


def _status(reports: Sequence[Report]) -> tuple[Status | None, tuple[Told, ...]]:
    """The status told last; a meeting said to have been held and by a later report not to have been is a conflict."""
    told = [(report.published or date.min, report.statuses[0]) for report in reports if report.statuses]
    if not told:
        return None, ()
    newest = max(told, key=lambda one: (one[0], _RANK[one[1].value]))
    held = [one for one in told if one[1].value == "held"]
    if held and newest[1].value != "held":
        newest = max(held, key=lambda one: one[0])
    against = [one for one in told if held and one[1].value == "refused" and one[0] >= min(day for day, _ in held)]
    if newest[1].value == "planned":
        against = [one for one in told if one[1].value == "refused" and one[0] == newest[0]]
    values = (newest[1], *(one[1] for one in against[:1]))
    return cast("Status", newest[1].value), values


def _format(reports: Sequence[Report], sides: int) -> Format | None:
    told = [told.value for report in _newest_first(reports) for told in report.formats]
    for value in _FORMATS:
        if value in told and not (value == "bilateral" and sides > 2):
            return value
    return "multilateral" if sides > 3 else _SIDES.get(sides)
