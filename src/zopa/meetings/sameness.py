"""Whether two reports can be of one meeting: the same people, at a time and place that fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.meetings.places import is_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.meetings.meeting import Attendee, Report, Venue

SLACK = 3
"""Days by which reports of one meeting may differ before they are taken for two meetings."""

LOOKS_BACK, LOOKS_AHEAD = timedelta(days=30), timedelta(days=45)
"""How far from publication a meeting without a time of its own may lie."""

_OPEN = (date(1, 1, 2), date(9998, 12, 31))


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is at a meeting: the people named for each side. A side is a party, or a person without one."""

    people: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, attendees: Iterable[Attendee]) -> Sides:
        """The sides of those who attend."""
        found: dict[str, set[str]] = {}
        for one in attendees:
            named = found.setdefault(one.party or one.name, set())
            if one.person:
                named.add(one.name)
        return cls({side: frozenset(names) for side, names in found.items()})

    def fits(self, other: Sides, *, three: bool) -> bool:
        """Whether both can be the sides of one meeting: the same sides, and no side with other people.

        ``three``: both are of a meeting of three, so that one may name only two of them.
        """
        mine, theirs = set(self.people), set(other.people)
        if mine != theirs and not (three and len(mine & theirs) >= 2 and (mine <= theirs or theirs <= mine)):
            return False
        shared = [(self.people[side], other.people[side]) for side in mine & theirs]
        return all(not one or not two or one & two for one, two in shared)


def is_call(reports: Sequence[Report]) -> bool:
    """Whether any of the reports is of a call."""
    return any(told.value == "call" for report in reports for told in report.formats)


def is_of_three(reports: Sequence[Report], sides: Sides) -> bool:
    """Whether a meeting is one of three sides: said to be, or three are named."""
    said = any(told.value == "trilateral" for report in reports for told in report.formats)
    return said or len(sides.people) == 3


def window_of(report: Report) -> tuple[date, date]:
    """The days on which what a report tells of can lie: its own time, else counted from publication by its status."""
    if report.day is not None and report.day.start is not None and report.day.end is not None:
        return report.day.start, report.day.end
    if report.published is None:
        return _OPEN
    if report.status == "held":
        return report.published - LOOKS_BACK, report.published
    if report.status == "planned":
        return report.published - timedelta(days=1), report.published + LOOKS_AHEAD
    return report.published - LOOKS_BACK, report.published + LOOKS_AHEAD


def times_fit(report: Report, others: Sequence[Report]) -> bool:
    """Whether a report's time fits every other's: they overlap, or two told days are close enough to be a mistake."""
    mine = window_of(report)
    for other in others:
        theirs = window_of(other)
        slack = timedelta(days=SLACK if report.day is not None and other.day is not None else 0)
        if mine[0] - slack > theirs[1] or theirs[0] - slack > mine[1]:
            return False
    return True


def same_place(one: Venue, other: Venue) -> bool:
    """Whether two venues can be one place: the same name, or a state and a place in it."""
    if one.name.casefold() == other.name.casefold():
        return True
    in_state = one.state is not None and one.state == other.state
    return (in_state and (is_state(one.name) or is_state(other.name))) or one.state is None or other.state is None


def places_fit(report: Report, others: Sequence[Report]) -> bool:
    """Whether no place told for certain speaks against it, unless both tell the same day (then they conflict)."""
    for other in others:
        same_day = report.day is not None and other.day is not None and report.day.start == other.day.start
        for one in report.venues:
            for two in other.venues:
                if not (one.suggested or two.suggested or same_place(one, two) or same_day):
                    return False
    return True
