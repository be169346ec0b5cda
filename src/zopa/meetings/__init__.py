"""Meetings: who meets whom, where, when, in which format; what law and leverage stand around the talks.

:func:`read_meetings` and :func:`merge_meetings` give what coverage tells; :func:`check_meeting` and :func:`seats` hold
it against the case file and the shipped tables of facts. None of it enters a figure.
"""

from zopa.meetings.checks import Flag, check_meeting, venue_flags
from zopa.meetings.circumstances import Circumstance, read_circumstances
from zopa.meetings.formats import Seat, Sequencing, bilateral_first, seats
from zopa.meetings.meeting import Attendee, Conflict, Meeting, Report, Time, Told, Venue, Words
from zopa.meetings.merging import merge_meetings
from zopa.meetings.noted import noted_meetings
from zopa.meetings.places import Place, places_in, state_of
from zopa.meetings.reading import read_meetings
from zopa.meetings.rome_statute import Membership, membership_of, parties_on

__all__ = [
    "Attendee",
    "Circumstance",
    "Conflict",
    "Flag",
    "Meeting",
    "Membership",
    "Place",
    "Report",
    "Seat",
    "Sequencing",
    "Time",
    "Told",
    "Venue",
    "Words",
    "bilateral_first",
    "check_meeting",
    "membership_of",
    "merge_meetings",
    "noted_meetings",
    "parties_on",
    "places_in",
    "read_circumstances",
    "read_meetings",
    "seats",
    "state_of",
    "venue_flags",
]
