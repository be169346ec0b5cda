"""Meetings with their checks, and what coverage tells of law, happenings and what each side holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import talks as talk
from zopa.workbench.views.page import Page

if TYPE_CHECKING:
    from zopa.casework.state import CaseState
    from zopa.workbench.views.page import Ask


def meetings(state: CaseState, ask: Ask) -> Page:
    """Meetings held, planned and proposed, with what reports differ in and what the law says of each."""
    moment = ask.moment(state)
    found = state.meetings_at(moment)
    data = {
        "moment": moment,
        "look": moment.look,
        "articles": moment.known.articles,
        "found": found,
        "talk": talk,
        "again": ask.with_(),
    }
    return Page("meetings_view.html", "Meetings", data, found.meeting_rows)


def circumstances(state: CaseState, ask: Ask) -> Page:
    """What coverage tells of law, happenings, what each side holds and who is gaining."""
    moment = ask.moment(state)
    found = state.meetings_at(moment)
    grouped = {
        heading: [one for one in found.circumstances if one.kind == kind]
        for kind, heading in talk.KIND_HEADINGS.items()
    }
    data = {
        "moment": moment,
        "look": moment.look,
        "articles": moment.known.articles,
        "grouped": grouped,
        "talk": talk,
        "again": ask.with_(),
    }
    return Page("circumstances_view.html", "Circumstances", data, found.circumstance_rows)
