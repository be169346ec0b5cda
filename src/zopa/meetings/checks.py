"""Checks of meetings against the facts of the case file: warrants and bans at a venue, and who can bind whom.

A check is a flag for a reader. It never enters a utility and never makes a package less acceptable: whether an
obligation would be met is nothing that can be computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from zopa.meetings.places import read_table, state_of
from zopa.meetings.rome_statute import KNOWN_UNTIL, key_of, membership_of, memberships
from zopa.positions.gazetteer import state_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.case.case import Case
    from zopa.case.talks import TravelBan, Warrant
    from zopa.meetings.meeting import Attendee, Meeting, Venue

Matter = Literal["warrant", "ban", "host", "authority", "absent"]
Finding = Literal["applies", "does not apply", "unknown"]

ROME_COURT = "international criminal court"
_COMING = ("attends", "invited")


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing to know about a meeting: what it is about, whether it applies, and a sentence that says so.

    ``day`` is the day the law was looked up for, ``told`` whether the meeting's own words give it (else it is the day
    the case is looked at from). ``sources`` are those of the case file's entries and of the tables used.
    """

    matter: Matter
    finding: Finding
    about: str
    place: str
    state: str | None
    day: date
    told: bool
    says: str
    sources: tuple[str, ...] = ()


def check_meeting(meeting: Meeting, case: Case, as_of: date) -> tuple[Flag, ...]:
    """Everything the case file and the shipped tables say about a meeting.

    1. For each person who comes and each place told or suggested: warrants of the International Criminal Court against
       the membership of the host on that day; other courts by name; travel bans of the host or of a union it is in.
    2. A place whose state is unknown, where a warrant or a ban makes it matter.
    3. Needs for the consent of others, for each party that comes; signatories and ratifiers that do not come.

    Cost: attendees times places times entries.
    """
    day, told = day_of(meeting, as_of)
    venues = [*([meeting.venue] if meeting.venue else []), *meeting.suggested]
    places = list({venue.name: venue for venue in venues}.values())
    flags: list[Flag] = []
    for one in meeting.attendees:
        if one.role in _COMING and meeting.format != "call":
            flags += [flag for place in places for flag in _at(one, place, case, day, told)]
    return (*flags, *_bindings(meeting, case, day, told))


def day_of(meeting: Meeting, as_of: date) -> tuple[date, bool]:
    """The day a meeting is checked for, and whether its own words give it."""
    if meeting.time is not None and meeting.time.start is not None:
        return meeting.time.start, True
    return as_of, False


def venue_flags(person: str, place: str, case: Case, day: date, host: str | None = None) -> tuple[Flag, ...]:
    """The flags for one person at one place on one day.

    ``host`` is the state, where the tables do not hold the place.
    """
    state = host or state_of(place)
    warrants = [one for one in case.talks.warrants if _is(one.person, person, case) and _in_force(one, day)]
    bans = [one for one in case.talks.travel_bans if _is(one.person, person, case) and _in_force(one, day)]
    if not warrants and not bans:
        return ()
    if state is None:
        says = f"No state is known for {place}, so nothing can be said about warrants and bans ('host:' tells it)."
        return (Flag("host", "unknown", person, place, None, day, True, says),)
    found = [_warrant(one, person, place, state, day) for one in warrants]
    for ban in bans:
        flag = _ban(ban, person, place, state, day) or _ban_by_nobody_known(ban, person, place, state, day, case)
        found += [flag] if flag is not None else []
    return tuple(found)


def _at(one: Attendee, place: Venue, case: Case, day: date, told: bool) -> list[Flag]:
    if not one.person:
        return []
    found = venue_flags(one.name, place.name, case, day, place.state)
    return [
        Flag(flag.matter, flag.finding, flag.about, flag.place, flag.state, flag.day, told, flag.says, flag.sources)
        for flag in found
    ]


def _in_force(one: Warrant | TravelBan, day: date) -> bool:
    return one.since <= day and (one.until is None or day < one.until)


def _is(written: str, person: str, case: Case) -> bool:
    """Whether two names are one person of the case, or written alike."""
    plain = {written.casefold(), person.casefold()}
    if len(plain) == 1:
        return True
    everybody = (who for party in case.parties for who in party.people)
    return any(plain <= {name.casefold() for name in (who.name, *who.aliases)} for who in everybody)


def _warrant(warrant: Warrant, person: str, place: str, state: str, day: date) -> Flag:
    """What a warrant means at a place: article 89 of the Rome Statute binds its parties to arrest and surrender."""
    wanted = f"{person} is wanted by the {warrant.court} since {_day(warrant.since)}"
    sources = tuple(
        source for source in (warrant.source, "Rome Statute, article 89; table of states parties") if source
    )
    if warrant.court.casefold() != ROME_COURT:
        says = f"{wanted}. What that means in {_state(state)} is not in the tables."
        return Flag(
            "warrant", "unknown", person, place, state, day, True, says, (warrant.source,) if warrant.source else ()
        )
    if day > KNOWN_UNTIL:
        says = f"{wanted}. The table of states parties is known until {_day(KNOWN_UNTIL)} only."
        return Flag("warrant", "unknown", person, place, state, day, True, says, sources)
    found = membership_of(state, day)
    if found is not None:
        left = f" (until its withdrawal on {_day(found.until)})" if found.until else ""
        says = (
            f"{wanted}. {_state(state, first=True)} is a party to the Rome Statute on {_day(day)}{left} and so "
            f"obliged to arrest "
            "and surrender persons the court wants."
        )
        return Flag("warrant", "applies", person, place, state, day, True, says, sources)
    past = [one for one in memberships().get(key_of(state), ()) if one.until is not None and one.until <= day]
    later = [one for one in memberships().get(key_of(state), ()) if one.since > day]
    why = f"since its withdrawal took effect on {_day(past[-1].until)}" if past and past[-1].until else ""
    why = why or (f"it becomes one on {_day(later[0].since)}" if later else "")
    when = f"{_day(day)} ({why})" if why else _day(day)
    says = f"{wanted}. {_state(state, first=True)} is no party to the Rome Statute on {when}."
    return Flag("warrant", "does not apply", person, place, state, day, True, says, sources)


def _ban(ban: TravelBan, person: str, place: str, state: str, day: date) -> Flag | None:
    """What a travel ban means at a place; None where its states are others."""
    for name in ban.by:
        known = state_named(name)
        own = name.casefold() == state.casefold() or (
            known is not None and known.words[0].casefold() == state.casefold()
        )
        union = known.words[0] if known is not None and known.union else name
        if own or _is_member(state, union, day):
            whose = f"{name}, of which {_state(state)} is a member," if not own else _state(state, first=True)
            since = _day(ban.since)
            says = f"{whose} has barred {person} from entry since {since}; an exemption would have to be granted."
            return Flag("ban", "applies", person, place, state, day, True, says, (ban.source,) if ban.source else ())
    return None


def _ban_by_nobody_known(ban: TravelBan, person: str, place: str, state: str, day: date, case: Case) -> Flag | None:
    """A word on the names in a ban that are no state or union of the tables, no party and no host of the case: what
    they mean at a place cannot be said, and a misspelt name is seen."""
    own = {name.casefold() for party in case.parties for name in (party.id, party.name, *party.aliases)}
    own |= {entry.host.casefold() for entry in case.talks.meetings}
    unknown = [name for name in ban.by if state_named(name) is None and name.casefold() not in own]
    if not unknown:
        return None
    listed = ", ".join(unknown)
    says = (
        f"{listed}, said to bar {person}, {'is' if len(unknown) == 1 else 'are'} in no table of states and unions and "
        f"no party or host of the case; nothing can be said for {_state(state)}. Check the spelling in 'travel_bans'."
    )
    return Flag("ban", "unknown", person, place, state, day, True, says, (ban.source,) if ban.source else ())


def _is_member(state: str, union: str, day: date) -> bool:
    return any(
        row[0].casefold() == union.casefold()
        and row[1].casefold() == state.casefold()
        and date.fromisoformat(row[2]) <= day
        and (not row[3] or day < date.fromisoformat(row[3]))
        for row in read_table("unions")
    )


def _bindings(meeting: Meeting, case: Case, day: date, told: bool) -> list[Flag]:
    """Whose consent the parties that come need, and which of those that must agree do not come."""
    coming = set(meeting.parties)
    names = {party.id: party.name for party in case.parties}
    flags = []
    for need in case.talks.authority:
        people = {one.name for one in meeting.attendees if one.role in _COMING}
        if need.party in coming and (not need.person or need.person in people):
            whom, side = need.person or names.get(need.party, need.party), names.get(need.party, need.party)
            alone = "be bound" if whom == side else f"bind {side}"
            consent = names.get(need.by, need.by) or need.needs
            says = f"{whom} cannot {alone} without the consent it needs ({consent}). {need.reason}"
            sources = (need.source,) if need.source else ()
            flags.append(Flag("authority", "applies", need.party, "", None, day, told, says, sources))
    absent = _absent(coming, [*case.signatories, *case.ratifiers])
    if absent and len(coming) >= 2:
        listed = ", ".join(names.get(party, party) for party in absent)
        says = f"Not in the room, though its consent is needed for a package: {listed}."
        says = says.replace("its consent", "their consent") if len(absent) > 1 else says
        flags.append(Flag("absent", "applies", ", ".join(absent), "", None, day, told, says))
    return flags


def _absent(coming: Iterable[str], needed: Sequence[str]) -> list[str]:
    there = set(coming)
    return [party for party in dict.fromkeys(needed) if party not in there]


_WITH_ARTICLE = frozenset(
    """
    united states|united kingdom|united arab emirates|netherlands|philippines|gambia|bahamas|maldives|czech republic|
    dominican republic|central african republic|democratic republic of the congo|republic of the congo|marshall islands|
    solomon islands|comoros|seychelles|ivory coast|cook islands
    """.replace("\n    ", "").split("|")
)


def _state(name: str, *, first: bool = False) -> str:
    """A state's name as it stands in a sentence."""
    if name.casefold() not in _WITH_ARTICLE:
        return name
    return f"{'The' if first else 'the'} {name}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
