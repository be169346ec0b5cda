"""The talks themselves, as a reader sees them: meetings with their checks, formats in words, law, and leverage over
time.

Nothing of it is in a figure but the bands of the analyst's events, which the replay shows at work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WordsEntry:
    """Exact words with the article they stand in (its id; empty for a note of the case file)."""

    article: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """What the case file's warrants, bans and needs mean for a meeting. ``finding``: applies, does not apply, unknown.

    ``about`` names whom: a person, or the parties that are not there.
    """

    matter: str
    finding: str
    about: str
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting. ``others`` are people told of in another role than attending: ``Ines Morrow: invited``.

    ``differing`` are sentences on what reports differ in; ``words`` the words it rests on, ``noted`` True where it is
    the analyst's own entry, which rests on ``source``.
    """

    who: tuple[str, ...]
    others: tuple[str, ...]
    where: str
    state: str | None
    suggested_places: tuple[str, ...]
    when: str
    status: str
    format: str
    details: tuple[str, ...]
    differing: tuple[str, ...]
    flags: tuple[FlagEntry, ...]
    words: tuple[WordsEntry, ...]
    statements: tuple[str, ...]
    noted: bool
    source: str


@dataclass(frozen=True, slots=True)
class CircumstanceEntry:
    """Law, a happening, something held or a word on strength: its kind, when, who tells it, and the words."""

    kind: str
    when: str
    speaker: str
    words: WordsEntry
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """Somebody who must be in the room, or be asked, for the package that comes closest."""

    who: str
    role: str
    because: str


@dataclass(frozen=True, slots=True)
class CauseEntry:
    """What came between two dates of the replay; an event carries its words and where they stand."""

    what: str
    party: str
    moved: float
    quote: str
    source: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepEntry:
    """The headline as of a date, with what moved it since the date before, and the statements that did."""

    on: date
    point: float
    se: float
    change: float | None
    telling: bool
    says: str
    causes: tuple[CauseEntry, ...]
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BandEntry:
    """A party's stated reservation value as of the date: what no deal is worth to it, from 0 to 1."""

    party: str
    low: float
    high: float
    since: date | None
    because: str


@dataclass(frozen=True, slots=True)
class TalksSection:
    """Everything of it. ``draws`` are those of each date of the replay."""

    meetings: tuple[MeetingEntry, ...] = ()
    sequences: tuple[str, ...] = ()
    seats: tuple[SeatEntry, ...] = ()
    circumstances: tuple[CircumstanceEntry, ...] = ()
    bands: tuple[BandEntry, ...] = ()
    steps: tuple[StepEntry, ...] = ()
    draws: int = 0


KIND_HEADINGS = {
    "constraint": "Law that binds or forbids",
    "event": "Happenings",
    "holding": "What each side holds",
    "strength": "Words on who is gaining",
}
NOT_IN_FIGURES = "Read from coverage and listed for the reader; none of it is in any figure."
LEGAL = "A legal flag says what the law is at a place on a day. It is never part of what a package is worth to anybody."


def line_of(meeting: MeetingEntry) -> str:
    """``2031-05-03: Orr and Falk in Vienna (Austria), two sides, is planned``."""
    who = " and ".join(meeting.who) if len(meeting.who) <= 2 else ", ".join(meeting.who)
    place = f" in {meeting.where}" if meeting.where else ""
    place += f" ({meeting.state})" if meeting.state and meeting.state != meeting.where else ""
    tail = (meeting.status, meeting.format, *meeting.others)
    return "; ".join(
        (f"{meeting.when or 'no day told'}: {who or 'a meeting'}{place}", *(part for part in tail if part))
    )
