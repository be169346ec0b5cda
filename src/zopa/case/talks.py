"""What an analyst writes of the talks themselves: meetings, warrants, travel bans, who can bind whom, and leverage.

None of it is read from coverage: each entry rests on the analyst's word and says where it is from. The names of people
and places are as written; what they are is for the rooms that check them.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Band = tuple[float, float]
"""From low to high, each from 0 to 1."""

MeetingStatus = Literal["held", "planned", "proposed", "invited", "refused"]
MeetingFormat = Literal["bilateral", "trilateral", "multilateral", "mediated", "call", "envoy"]
Needs = Literal["referendum", "parliament", "constitution", "martial law", "allies", "members", "court", "other"]
Direction = Literal["better", "worse"]
MEETING_STATUSES: tuple[str, ...] = get_args(MeetingStatus)
MEETING_FORMATS: tuple[str, ...] = get_args(MeetingFormat)
NEEDS: tuple[str, ...] = get_args(Needs)


class _Entry(BaseModel):
    """The base of the entries: frozen, and a key nobody knows is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MeetingEntry(_Entry):
    """A meeting as the analyst notes it. ``who`` are people or parties by name; ``host`` is the state, where ``where``
    does not tell it; ``quote`` and ``source`` say what the note rests on."""

    who: tuple[str, ...]
    where: str = ""
    host: str = ""
    on: date | None = None
    until: date | None = None
    status: MeetingStatus = "planned"
    format: MeetingFormat | None = None
    purpose: str = ""
    outcome: str = ""
    quote: str = ""
    source: str = ""


class Warrant(_Entry):
    """An arrest warrant of a court for a person, in force from ``since`` until the day ``until``."""

    person: str
    court: str = "International Criminal Court"
    since: date
    until: date | None = None
    source: str = ""


class TravelBan(_Entry):
    """A person whom states, or a union of states, do not let in (or whose assets they have frozen)."""

    person: str
    by: tuple[str, ...]
    since: date
    until: date | None = None
    source: str = ""


class Authority(_Entry):
    """Whose consent a party needs before it is bound: ``needs`` says of what kind, ``by`` names who gives it.

    ``when`` is the part of a package it is about (empty: any). ``person`` narrows it to somebody who cannot bind the
    party alone.
    """

    party: str
    needs: Needs
    by: str = ""
    when: dict[str, tuple[str, ...]] = {}
    person: str = ""
    reason: str
    source: str = ""


class NoDeal(_Entry):
    """What no deal is worth to a party before any event: a band of its reservation value, and why."""

    party: str
    band: Band
    reason: str = ""


class LeverageEvent(_Entry):
    """A dated happening that moves what no deal is worth to a party, as the analyst judges it.

    ``direction`` says whether no deal became better or worse for the party; ``band`` is its reservation value from that
    day on. ``quote`` are the words it rests on, ``source`` the article or the address they stand in.
    """

    on: date
    what: str
    party: str
    direction: Direction
    band: Band
    quote: str
    source: str


class Talks(_Entry):
    """Everything of that kind in a case file, in its order; leverage events by their days."""

    meetings: tuple[MeetingEntry, ...] = ()
    warrants: tuple[Warrant, ...] = ()
    travel_bans: tuple[TravelBan, ...] = ()
    authority: tuple[Authority, ...] = ()
    leverage: tuple[NoDeal, ...] = ()
    events: tuple[LeverageEvent, ...] = ()
