"""Whether two reports can be of one meeting: the same people, at a time and place that fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.meetings.places import is_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


def is_call(report: Report) -> bool:
    """Whether a report is of a call."""
    return any(told.value == "call" for told in report.formats)


def is_of_three(report: Report) -> bool:
    """Whether a report calls its meeting one of three sides."""
    return any(told.value == "trilateral" for told in report.formats)


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


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and where one report puts its meeting, as far as it matters for telling two meetings apart.

    ``told`` is True where the words give the time themselves; ``places`` are those told for certain.
    """

    start: date
    end: date
    told: bool
    places: tuple[tuple[str, str | None], ...]

    @classmethod
    def of(cls, report: Report) -> Stamp:
        """The stamp of a report."""
        places = tuple(sorted({(one.name, one.state) for one in report.venues if not one.suggested}, key=str))
        return cls(*window_of(report), report.day is not None, places)

    def fits(self, other: Stamp) -> bool:
        """Whether both can be of one meeting.

        Their times overlap, or two told days are close enough to be a mistake; and their places can be one, or both
        tell the same day (then the reports conflict, and both are shown).
        """
        slack = timedelta(days=SLACK if self.told and other.told else 0)
        if self.start - slack > other.end or other.start - slack > self.end:
            return False
        if self.told and other.told and self.start == other.start:
            return True
        return all(one_place(*here, *there) for here in self.places for there in other.places)


def one_place(name: str, state: str | None, other: str, other_state: str | None) -> bool:
    """Whether two names can be one place: the same, a state and a place in it, or one whose state is unknown."""
    if name.casefold() == other.casefold() or state is None or other_state is None:
        return True
    return state == other_state and (is_state(name) or is_state(other))


def same_place(one: Venue, other: Venue) -> bool:
    """Whether two venues can be one place."""
    return one_place(one.name, one.state, other.name, other.state)
