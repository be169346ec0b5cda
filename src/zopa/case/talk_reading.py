"""Reading what the case file says of the talks themselves; what cannot be used is reported and left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from zopa.case.dates import read_date
from zopa.case.entries import items_of, text, texts
from zopa.case.former_states import gone_since
from zopa.case.talk_keys import AUTHORITY_KEYS, BAN_KEYS, EVENT_KEYS, MEETING_KEYS, NO_DEAL_KEYS, WARRANT_KEYS
from zopa.case.talks import (
    MEETING_FORMATS,
    MEETING_STATUSES,
    NEEDS,
    Authority,
    Band,
    LeverageEvent,
    MeetingEntry,
    NoDeal,
    Talks,
    TravelBan,
    Warrant,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case.case import Party
    from zopa.case.findings import Findings, Place
    from zopa.case.references import References

_COURT = "International Criminal Court"


def read_talks(references: References, data: Mapping[Any, Any], parties: Sequence[Party]) -> Talks:
    """The sections on the talks of a case file."""
    reader = _Reader(
        references, frozenset(_plain(n) for p in parties for who in p.people for n in (who.name, *who.aliases))
    )
    leverage = reader.leverage(data.get("leverage"), ("leverage",))
    events = reader.listed(data.get("events"), "events", "event", reader.event)
    reader.check_order(events)
    reader.check_directions(leverage, events)
    return Talks(
        meetings=tuple(
            found for found, _ in reader.listed(data.get("meetings"), "meetings", "meeting", reader.meeting)
        ),
        warrants=tuple(
            found for found, _ in reader.listed(data.get("warrants"), "warrants", "warrant", reader.warrant)
        ),
        travel_bans=tuple(
            found for found, _ in reader.listed(data.get("travel_bans"), "travel_bans", "travel ban", reader.ban)
        ),
        authority=tuple(
            found for found, _ in reader.listed(data.get("authority"), "authority", "need", reader.authority)
        ),
        leverage=leverage,
        events=tuple(sorted((found for found, _ in events), key=lambda event: event.on)),
    )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one entry of each kind; ``people`` are the names the case has."""

    references: References
    people: frozenset[str]

    @property
    def findings(self) -> Findings:
        return self.references.findings

    def listed(self, value: Any, key: str, what: str, read: Any) -> list[tuple[Any, Place]]:
        """The entries of a section with their places; a single mapping may stand without the list."""
        if value is not None and not isinstance(value, list | dict):
            self.findings.wrong_kind((key,), f"{key!r}", "a list of mappings", value)
            return []
        found = []
        for item, place in items_of(value, (key,)):
            if not isinstance(item, dict):
                self.findings.wrong_kind(place, f"This {what}", "a mapping", item)
                continue
            entry = read(item, place)
            if entry is not None:
                found.append((entry, place))
        return found

    def _words(self, item: Mapping[Any, Any], place: Place, *keys: str) -> str:
        key = next((key for key in keys if item.get(key) is not None), keys[0])
        return text(self.findings, item.get(key), (*place, key), f"{key!r}")

    def _day(self, item: Mapping[Any, Any], place: Place, key: str) -> date | None:
        return read_date(self.findings, item.get(key), (*place, key))

    def _missing(self, item: Mapping[Any, Any], place: Place, what: str, *keys: str) -> bool:
        lacking = [key for key in keys if item.get(key) in (None, "", [])]
        for key in lacking:
            self.findings.report("ZP004", place, f"This {what} has no {key!r}.")
        return bool(lacking)

    def _one_of(self, item: Mapping[Any, Any], place: Place, key: str, known: tuple[str, ...], default: str) -> str:
        value = self._words(item, place, key).replace("_", " ") or default
        if value and value not in known:
            self.findings.wrong_kind((*place, key), f"{key!r}", f"one of {', '.join(known)}", item.get(key))
            return default
        return value

    def _ordered(self, place: Place, first: date | None, last: date | None, what: str) -> bool:
        if first is None or last is None or first <= last:
            return True
        self.findings.report("ZP061", (*place, "until"), f"This {what} ends on {last}, before it begins on {first}.")
        return False

    def _exists(self, place: Place, key: str, name: str, day: date | None) -> bool:
        gone = gone_since(name) if name else None
        if gone is None or (day is not None and day < gone[1]):
            return True
        self.findings.report("ZP063", (*place, key), f"{gone[0]} has not existed under that name since {gone[1]}.")
        return False

    def meeting(self, item: dict[Any, Any], place: Place) -> MeetingEntry | None:
        """One meeting; ZP061, ZP062, ZP063."""
        self.findings.check_keys(item, MEETING_KEYS, place, "a meeting")
        if self._missing(item, place, "meeting", "who"):
            return None
        on, until = self._day(item, place, "on"), self._day(item, place, "until")
        where, host = self._words(item, place, "where"), self._words(item, place, "host")
        kind = self._one_of(item, place, "format", MEETING_FORMATS, "")
        if not where and kind != "call":
            self.findings.report("ZP062", place, "This meeting has no place.")
        sound = self._ordered(place, on, until, "meeting")
        sound = self._exists(place, "host" if host else "where", host or where, on) and sound
        status = self._one_of(item, place, "status", MEETING_STATUSES, "planned")
        who = tuple(self._named(name) for name in texts(self.findings, item["who"], (*place, "who"), "'who'"))
        rest = {key: self._words(item, place, key) for key in ("purpose", "outcome", "quote", "source")}
        fields = {"who": who, "where": where, "host": host, "on": on, "until": until, "status": status, **rest}
        return MeetingEntry.model_validate({**fields, "format": kind or None}) if sound else None

    def _named(self, name: str) -> str:
        """A party's id where the name is one's; anybody else as written."""
        return self.references.parties.find(name) or name

    def warrant(self, item: dict[Any, Any], place: Place) -> Warrant | None:
        """One arrest warrant; ZP061, ZP066."""
        self.findings.check_keys(item, WARRANT_KEYS, place, "a warrant")
        if self._missing(item, place, "warrant", "person", "since"):
            return None
        person, since, until = (
            self._person(item, place),
            self._day(item, place, "since"),
            self._day(item, place, "until"),
        )
        if since is None or not self._ordered(place, since, until, "warrant"):
            return None
        court = self._words(item, place, "court") or _COURT
        return Warrant(person=person, court=court, since=since, until=until, source=self._words(item, place, "source"))

    def ban(self, item: dict[Any, Any], place: Place) -> TravelBan | None:
        """One travel ban; ZP061, ZP063, ZP066."""
        self.findings.check_keys(item, BAN_KEYS, place, "a travel ban")
        if self._missing(item, place, "travel ban", "person", "by", "since"):
            return None
        person, since, until = (
            self._person(item, place),
            self._day(item, place, "since"),
            self._day(item, place, "until"),
        )
        by = texts(self.findings, item["by"], (*place, "by"), "'by'")
        sound = all(self._exists(place, "by", name, since) for name in by)
        if since is None or not self._ordered(place, since, until, "ban") or not sound:
            return None
        return TravelBan(person=person, by=by, since=since, until=until, source=self._words(item, place, "source"))

    def _person(self, item: Mapping[Any, Any], place: Place) -> str:
        name = self._words(item, place, "person")
        if _plain(name) not in self.people:
            self.findings.report("ZP066", (*place, "person"), f"Nobody in the case is called {name!r}.")
        return name

    def authority(self, item: dict[Any, Any], place: Place) -> Authority | None:
        """One need for the consent of others."""
        self.findings.check_keys(item, AUTHORITY_KEYS, place, "a need")
        reason = self._words(item, place, "reason", "because")
        if not reason:
            self.findings.report("ZP004", place, "This need has no 'reason'.")
        if self._missing(item, place, "need", "party", "needs") or not reason:
            return None
        party = self.references.party(item["party"], (*place, "party"))
        when = self.references.partial(item["when"], (*place, "when"), "'when' of a need") if item.get("when") else {}
        if party is None or when is None:
            return None
        needs = self._one_of(item, place, "needs", NEEDS, "other")
        by = self._named(self._words(item, place, "by"))
        person, source = self._words(item, place, "person"), self._words(item, place, "source")
        fields = {"party": party, "needs": needs, "by": by, "when": when, "person": person}
        return Authority.model_validate({**fields, "reason": reason, "source": source})

    def leverage(self, value: Any, place: Place) -> tuple[NoDeal, ...]:
        """The bands before any event, from a mapping of party to band; ZP010, ZP030."""
        if value is None:
            return ()
        if not isinstance(value, dict):
            self.findings.wrong_kind(
                place, "'leverage'", "a mapping from party to a band, such as {A: [0.4, 0.6]}", value
            )
            return ()
        found = []
        for key, said in value.items():
            here = (*place, key)
            party = self.references.party(key, here)
            details = said if isinstance(said, dict) else {"band": said}
            self.findings.check_keys(details, NO_DEAL_KEYS, here, "leverage")
            band = self.band(details.get("band"), (*here, "band") if isinstance(said, dict) else here)
            if party is not None and band is not None:
                found.append(NoDeal(party=party, band=band, reason=self._words(details, here, "reason", "because")))
        return tuple(found)

    def event(self, item: dict[Any, Any], place: Place) -> LeverageEvent | None:
        """One event that moves a no-deal value; ZP010, ZP030, ZP064."""
        self.findings.check_keys(item, EVENT_KEYS, place, "an event")
        quote, source = self._words(item, place, "quote"), self._words(item, place, "source", "article", "url")
        if not quote or not source:
            lacks = " and ".join(
                what for what, there in (("'quote'", quote), ("'article' or 'url'", source)) if not there
            )
            self.findings.report("ZP064", place, f"This event has no {lacks}.")
        if self._missing(item, place, "event", "on", "what", "party", "direction", "band"):
            return None
        party = self.references.party(item["party"], (*place, "party"))
        on, band = self._day(item, place, "on"), self.band(item["band"], (*place, "band"))
        direction = self._one_of(item, place, "direction", ("better", "worse"), "")
        if party is None or on is None or band is None or not (direction and quote and source):
            return None
        fields = {"on": on, "party": party, "direction": direction, "band": band, "quote": quote, "source": source}
        return LeverageEvent.model_validate({**fields, "what": self._words(item, place, "what")})

    def band(self, value: Any, place: Place) -> Band | None:
        """A number or [low, high] from 0 to 1; ZP005, ZP030."""
        ends = value if isinstance(value, list) else [value, value]
        if len(ends) != 2 or any(isinstance(end, bool) or not isinstance(end, int | float) for end in ends):
            self.findings.wrong_kind(place, "This band", "a number or [low, high]", value)
            return None
        if not 0 <= ends[0] <= ends[1] <= 1:
            self.findings.report("ZP030", place, f"This band is {value}; it goes from low to high between 0 and 1.")
            return None
        return float(ends[0]), float(ends[1])

    def check_order(self, events: Sequence[tuple[LeverageEvent, Place]]) -> None:
        """Report an event that stands behind a later one (ZP061)."""
        for (before, _), (event, place) in pairwise(events):
            if event.on < before.on:
                self.findings.report(
                    "ZP061", (*place, "on"), f"This event of {event.on} stands behind one of {before.on}."
                )

    def check_directions(self, leverage: Sequence[NoDeal], events: Sequence[tuple[LeverageEvent, Place]]) -> None:
        """Report a band that moves against the direction stated (ZP065)."""
        middle = {one.party: sum(one.band) / 2 for one in leverage}
        for event, place in sorted(events, key=lambda one: one[0].on):
            before, now = middle.get(event.party), sum(event.band) / 2
            if before is not None and before != now and (event.direction == "better") != (now > before):
                moved = "higher" if now > before else "lower"
                said = f"no deal became {event.direction} for {event.party}, but its band lies {moved} than before"
                self.findings.report("ZP065", (*place, "band"), f"The event says that {said}.")
            middle[event.party] = now
