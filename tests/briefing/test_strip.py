"""The timeline's drawing: a lane a party, a lane for every other kind, everything inside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zopa.briefing import Briefing
from zopa.briefing.briefing import TimelineEntry
from zopa.briefing.strip import strip


def test_lanes_of_parties_events_and_articles(briefing: Briefing) -> None:
    """Parties in their order, then kinds the briefing need not know, articles last; a statement leads to its number."""
    drawn = strip(briefing)
    assert drawn is not None
    assert [lane.name for lane in drawn.lanes] == [
        "Ferry Crews’ Union",
        "Northline Ferries",
        "Islands Council",
        "meetings",
        "articles",
    ]
    numbers = {dot.number for lane in drawn.lanes[:3] for dot in lane.dots}
    assert numbers <= {one.number for one in briefing.statements}
    assert None not in numbers
    assert sum(len(lane.dots) for lane in drawn.lanes) == len(briefing.timeline)


def test_a_meeting_ahead_is_kept(briefing: Briefing) -> None:
    """Events after the day of the briefing stay, right of the line that marks it."""
    drawn = strip(briefing)
    assert drawn is not None
    (meeting,) = next(lane for lane in drawn.lanes if lane.name == "meetings").dots
    assert meeting.x > drawn.as_of
    assert meeting.title == "28 March 2031: Crews and line meet in Ostrey"


def test_nothing_to_draw_on_one_day(briefing: Briefing) -> None:
    """One day makes no line of time."""
    assert strip(replace(briefing, timeline=briefing.timeline[:1])) is None


@given(st.lists(st.integers(0, 4000), min_size=2, max_size=30, unique=True))
def test_everything_lies_inside(days: list[int]) -> None:
    """From a week to ten years: dots and ticks inside, ticks at most eight and never on one spot."""
    start = date(2020, 1, 1)
    entries = tuple(TimelineEntry(start + timedelta(day), True, "article", "x", ()) for day in sorted(days))
    drawn = strip(Bare(timeline=entries, as_of=entries[-1].on))
    assert drawn is not None
    assert all(drawn.left <= dot.x <= drawn.right for lane in drawn.lanes for dot in lane.dots)
    assert all(drawn.left <= x <= drawn.right for x, _ in drawn.ticks)
    assert len({x for x, _ in drawn.ticks}) == len(drawn.ticks) <= 8


class Bare:
    """As much of a briefing as a timeline needs."""

    def __init__(self, timeline: tuple[TimelineEntry, ...], as_of: date) -> None:
        self.timeline, self.as_of = timeline, as_of
        self.parties: tuple[object, ...] = ()
        self.statements: tuple[object, ...] = ()
