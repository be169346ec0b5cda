"""Reports to meetings: brought together over articles, conflicts side by side, one order whatever the input's."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.meetings.scenes import CASE, article, meetings
from tests.meetings.test_reading import SENTENCES

from zopa.meetings import merge_meetings, read_meetings


def test_reports_of_one_meeting_are_one_meeting() -> None:
    """Announced in one article, held in the next: the newest status, every report kept."""
    (meeting,) = meetings(
        article("Orr and Falk are to meet in Vienna on 20 March.", published=date(2031, 3, 15), doc="a"),
        article("Orr met Falk in Vienna on Thursday for two hours.", published=date(2031, 3, 21), doc="b"),
    )
    assert (meeting.status, meeting.format, len(meeting.reports), len(meeting.articles)) == ("held", "bilateral", 2, 2)
    assert meeting.time is not None
    assert (meeting.time.start, meeting.time.precision) == (date(2031, 3, 20), "day")
    assert meeting.parties == ("Arvenia", "Delta")
    assert meeting.conflicts == ()


def test_reports_that_differ_are_shown_side_by_side() -> None:
    """Another place on the same day, another day, called off after having been held: none is dropped."""
    (place,) = meetings(
        article("Orr met Falk in Vienna on Thursday.", published=date(2031, 3, 21), doc="a"),
        article("Orr met Falk in Geneva on Thursday.", published=date(2031, 3, 22), doc="b"),
    )
    assert [(one.what, [told.value for told in one.values]) for one in place.conflicts] == [
        ("place", ["Geneva", "Vienna"])
    ]
    (day,) = meetings(
        article("Orr met Falk in Vienna on Thursday.", published=date(2031, 3, 21), doc="a"),
        article("Orr met Falk in Vienna on Wednesday.", published=date(2031, 3, 21), doc="b"),
    )
    assert [one.what for one in day.conflicts] == ["time"]
    assert {told.value for told in day.conflicts[0].values} == {"2031-03-19", "2031-03-20"}
    (status,) = meetings(
        article("Orr met Falk in Vienna on Thursday.", published=date(2031, 3, 21), doc="a"),
        article("The meeting of Orr and Falk on Thursday was called off.", published=date(2031, 3, 21), doc="b"),
    )
    assert [one.what for one in status.conflicts] == ["status"]


def test_different_meetings_stay_apart() -> None:
    """Other people of one side, a call beside a meeting, two sides beside three, months between them."""
    apart = [
        ("Orr met Falk in Oslo on Monday.", "Lund met Falk in Oslo on Monday."),
        ("Orr met Falk in Oslo on Monday.", "Orr spoke by phone with Falk on Monday."),
        ("Orr refused a meeting with Falk.", "A three-way summit of Orr, Falk and the Northern Front is possible."),
        ("Orr met Falk in Oslo on 3 January.", "Orr met Falk in Oslo on Monday."),
    ]
    for one, other in apart:
        assert len(meetings(article(one, doc="a"), article(other, doc="b"))) == 2, (one, other)


def test_the_summit_points_back_and_a_second_summit_does_not() -> None:
    """A definite mention joins the meeting told of last; *a second summit* is another, of the same people."""
    first, second = meetings(
        article(
            "Orr and Falk are to meet in Vienna on 20 March.",
            "The summit is scheduled to last two days in Vienna.",
            "A second summit could take place on Norwegian soil.",
        )
    )
    assert len(first.reports) == 2
    assert {one.name for one in second.attendees} == {"Lena Orr", "Jon Falk"}
    assert [venue.state for venue in second.suggested] == ["Norway"]


def test_who_is_not_invited_is_told_of_the_meeting_before() -> None:
    """The sentence names no meeting: it belongs to the one told of last."""
    (meeting,) = meetings(
        article("Orr and Falk are to meet in Vienna on 20 March.", "Morrow has not been invited, an aide said.")
    )
    assert ("Ines Morrow", "not invited") in [(one.name, one.role) for one in meeting.attendees]
    assert "Union" not in meeting.parties


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), max_size=4), st.randoms())
def test_the_order_of_reports_changes_nothing_and_none_is_lost_twice(
    pages: list[list[str]], chance: random.Random
) -> None:
    """A pure function of the set of reports; each report is in one meeting at most."""
    read = [
        report
        for number, sentences in enumerate(pages)
        for report in read_meetings(article(*sentences, f"Page {number} ends.", doc=str(number)), CASE)
    ]
    shuffled = list(read)
    chance.shuffle(shuffled)
    made = merge_meetings(read)
    assert merge_meetings(shuffled) == made
    used = [id(report) for meeting in made for report in meeting.reports]
    assert len(used) == len(set(used)) <= len(read)
    assert len({meeting.id for meeting in made}) == len(made)
