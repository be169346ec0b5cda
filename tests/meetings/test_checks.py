"""Venue, ban and authority checks: flags with dates, never a utility."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.meetings.scenes import CASE, article, meetings

from zopa.case import Talks
from zopa.meetings import check_meeting, noted_meetings, venue_flags
from zopa.preferences import build_model

TALKS: dict[str, Any] = {
    "warrants": [{"person": "Jon Falk", "since": "2023-03-17", "source": "https://example.org/warrant"}],
    "travel_bans": [{"person": "Jon Falk", "by": ["European Union", "Norway"], "since": "2024-02-01"}],
    "authority": [
        {"party": "Arvenia", "needs": "referendum", "by": "the voters", "when": {"quota": ["new"]},
         "person": "Lena Orr", "reason": "The constitution leaves it to them."}
    ],
    "meetings": [{"who": ["Lena Orr", "Jon Falk"], "where": "Vienna", "on": "2025-08-15", "quote": "q", "source": "s"}],
}  # fmt: skip
TALKING = CASE.model_copy(update={"talks": Talks.model_validate(TALKS)})

VENUES = [
    ("Alaska", date(2025, 8, 15), "does not apply"),
    ("United Arab Emirates", date(2025, 8, 15), "does not apply"),
    ("Rome", date(2025, 8, 15), "applies"),
    ("Istanbul", date(2025, 6, 2), "does not apply"),
    ("Budapest", date(2025, 8, 15), "applies"),
    ("Budapest", date(2026, 6, 1), "applies"),
    ("Budapest", date(2026, 6, 2), "does not apply"),
    ("Riyadh", date(2025, 2, 18), "does not apply"),
    ("Yerevan", date(2024, 1, 31), "does not apply"),
    ("Yerevan", date(2024, 2, 1), "applies"),
    ("Ulaanbaatar", date(2024, 9, 3), "applies"),
    ("Rome", date(2027, 1, 1), "unknown"),
]


@pytest.mark.parametrize(("place", "day", "finding"), VENUES)
def test_a_warrant_at_a_venue_on_a_day(place: str, day: date, finding: str) -> None:
    """Whether the host is a party to the Rome Statute on that very day."""
    flag = next(one for one in venue_flags("Jon Falk", place, TALKING, day) if one.matter == "warrant")
    assert flag.finding == finding
    assert flag.day == day
    assert "17 March 2023" in flag.says
    assert "https://example.org/warrant" in flag.sources


def test_a_warrant_before_it_was_issued_and_for_somebody_else_is_no_flag() -> None:
    """Warrants are dated and personal; other names of the person count."""
    assert venue_flags("Jon Falk", "Rome", TALKING, date(2023, 3, 16)) == ()
    assert venue_flags("Lena Orr", "Rome", TALKING, date(2025, 8, 15)) == ()
    assert venue_flags("Falk", "Rome", TALKING, date(2025, 8, 15)) != ()


def test_the_two_congos_are_two_states() -> None:
    """Both are parties to the Rome Statute, since different days."""
    day = date(2003, 1, 1)
    talks = Talks.model_validate({"warrants": [{"person": "Jon Falk", "since": "2002-08-01"}]})
    case = CASE.model_copy(update={"talks": talks})
    found = {place: venue_flags("Jon Falk", place, case, day)[0] for place in ("Kinshasa", "Brazzaville")}
    assert {place: flag.finding for place, flag in found.items()} == {
        "Kinshasa": "applies",
        "Brazzaville": "does not apply",
    }
    assert {flag.state for flag in found.values()} == {"Democratic Republic of the Congo", "Republic of the Congo"}


@pytest.mark.parametrize("by", ["Norwway", "Atlantis"])
def test_a_ban_by_a_name_nobody_knows_is_said_to_be_unknown(by: str) -> None:
    """A misspelt state does not silently bar nobody."""
    talks = Talks.model_validate({"travel_bans": [{"person": "Jon Falk", "by": [by], "since": "2024-02-01"}]})
    (flag,) = venue_flags("Jon Falk", "Oslo", CASE.model_copy(update={"talks": talks}), date(2025, 8, 15))
    assert (flag.matter, flag.finding) == ("ban", "unknown")
    assert by in flag.says
    assert "travel_bans" in flag.says


def test_a_ban_by_a_party_or_by_an_invented_host_is_known() -> None:
    """A case may invent its states."""
    entry = {"who": ["Jon Falk"], "where": "Lorn", "host": "Lornia", "quote": "q", "source": "s"}
    bans = [{"person": "Jon Falk", "by": ["Arvenia", "Lornia"], "since": "2024-02-01"}]
    talks = Talks.model_validate({"travel_bans": bans, "meetings": [entry]})
    case = CASE.model_copy(update={"talks": talks})
    assert venue_flags("Jon Falk", "Oslo", case, date(2025, 8, 15)) == ()
    assert venue_flags("Jon Falk", "Lorn", case, date(2025, 8, 15), "Lornia")[0].finding == "applies"


def test_a_place_without_a_state_is_unknown_until_the_case_file_tells_it() -> None:
    """Nothing is guessed; a host stated is used."""
    (flag,) = venue_flags("Jon Falk", "Ostermouth", TALKING, date(2025, 8, 15))
    assert (flag.matter, flag.finding) == ("host", "unknown")
    told = venue_flags("Jon Falk", "Ostermouth", TALKING, date(2025, 8, 15), host="Italy")
    assert [(one.matter, one.finding) for one in told] == [("warrant", "applies"), ("ban", "applies")]


def test_a_ban_of_a_union_holds_in_its_members_on_that_day() -> None:
    """Members by date; a state's own ban; none elsewhere."""
    banned = {place: [one.matter for one in venue_flags("Jon Falk", place, TALKING, date(2025, 8, 15))]
              for place in ("Vienna", "Oslo", "London", "Geneva")}  # fmt: skip
    assert banned == {
        "Vienna": ["warrant", "ban"],
        "Oslo": ["warrant", "ban"],
        "London": ["warrant"],
        "Geneva": ["warrant"],
    }


def test_a_meeting_of_coverage_is_checked_for_everybody_who_comes_and_every_place() -> None:
    """Suggested places too; a call has no venue; who cannot bind alone and who is absent is said."""
    (meeting,) = meetings(
        article(
            "Orr and Falk are to meet in Oslo on 20 March.",
            "Rome has also been suggested for the meeting of Orr and Falk.",
            published=date(2025, 3, 15),
        )
    )  # fmt: skip
    flags = check_meeting(meeting, TALKING, date(2025, 3, 15))
    assert {(one.matter, one.place) for one in flags if one.matter in ("warrant", "ban")} >= {("warrant", "Oslo")}
    assert [one.about for one in flags if one.matter == "authority"] == ["Arvenia"]
    assert not [one for one in flags if one.matter == "absent"]
    (call,) = meetings(article("Orr spoke by phone with Falk on Monday."))
    assert {one.matter for one in check_meeting(call, TALKING, date(2031, 3, 15))} == {"authority"}
    (docks,) = meetings(article("Morrow met Hale in Oslo on Monday."))
    (absent,) = check_meeting(docks, TALKING, date(2031, 3, 15))
    assert (absent.matter, absent.about) == ("absent", "Arvenia, Delta")


def test_the_analysts_own_meetings_are_marked() -> None:
    """They come from the case file, with people and parties found in it."""
    (meeting,) = noted_meetings(TALKING)
    assert meeting.asserted
    assert (meeting.parties, meeting.format, meeting.venue.state if meeting.venue else None) == (
        ("Arvenia", "Delta"), "bilateral", "Austria",
    )  # fmt: skip
    assert {one.finding for one in check_meeting(meeting, TALKING, date(2025, 8, 1)) if one.matter == "warrant"} == {
        "applies"
    }


def test_no_flag_enters_the_model() -> None:
    """Warrants, bans and needs change no utility: the model is the same with and without them."""
    bare = TALKING.model_copy(update={"talks": Talks()})
    assert build_model(TALKING, (), date(2025, 8, 15)) == build_model(bare, (), date(2025, 8, 15))
