"""A meeting as coverage tells it: who, where, when, in which format, and what came of it, each with its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from zopa.coverage.article import Span
    from zopa.statements.times import Precision

Status = Literal["held", "planned", "proposed", "invited", "refused"]
Format = Literal["bilateral", "trilateral", "multilateral", "mediated", "call", "envoy"]
Role = Literal["attends", "invited", "not invited", "open", "refuses", "mediates", "hosts"]

STATUSES: dict[Status, str] = {
    "held": "took place",
    "planned": "is planned",
    "proposed": "was proposed or is called possible",
    "invited": "somebody was invited to it",
    "refused": "was refused or called off",
}
FORMATS: dict[Format, str] = {
    "bilateral": "two sides",
    "trilateral": "three sides",
    "multilateral": "four sides or more",
    "mediated": "through a go-between",
    "call": "by telephone or video",
    "envoy": "through an envoy",
}
EXACTNESS: dict[Precision, int] = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4, "open": 5}
"""How exact a time is, the most exact first."""


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words: the article (its id), the spans, and the words of them."""

    article: str
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody the words put at the meeting, or keep away from it.

    ``party`` is None where the case has none for them.
    """

    name: str
    party: str | None
    person: bool
    role: Role
    words: Words


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told of a meeting: its value, a status or a format or words to show, and the words it rests on."""

    value: str
    words: Words


@dataclass(frozen=True, slots=True)
class Venue:
    """A place told for a meeting, the state it lies in (None: unknown), and whether it is only a suggestion."""

    name: str
    state: str | None
    suggested: bool
    words: Words


@dataclass(frozen=True, slots=True)
class Time:
    """A time told for a meeting: first and last day (None: cannot be placed) with the precision of the words."""

    start: date | None
    end: date | None
    precision: Precision
    words: Words


@dataclass(frozen=True, slots=True)
class Report:
    """What one sentence tells of one meeting. ``told`` are the words that make it one (*a three-hour meeting*),
    ``full`` the whole sentence.

    ``published`` is the day of the article, ``statements`` the ids of the statements the sentence belongs to: none
    where the outlet tells it in its own voice. ``definite`` is True for *the summit*, which points back; ``another``
    for *a second summit*, which does not mean the one before.
    """

    article: str
    published: date | None
    sentence: Span
    told: Words
    full: Words
    noun: str
    attendees: tuple[Attendee, ...] = ()
    venues: tuple[Venue, ...] = ()
    times: tuple[Time, ...] = ()
    formats: tuple[Told, ...] = ()
    statuses: tuple[Told, ...] = ()
    preconditions: tuple[Words, ...] = ()
    purposes: tuple[Words, ...] = ()
    durations: tuple[Words, ...] = ()
    outcomes: tuple[Words, ...] = ()
    statements: tuple[str, ...] = ()
    definite: bool = False
    another: bool = False

    @property
    def present(self) -> tuple[Attendee, ...]:
        """Those the words put at the meeting."""
        return tuple(one for one in self.attendees if one.role == "attends")

    @property
    def status(self) -> str | None:
        """The status the words give; the answer goes before what it answers."""
        return self.statuses[0].value if self.statuses else None

    @property
    def day(self) -> Time | None:
        """The most exact time that can be placed."""
        placed = [time for time in self.times if time.start is not None]
        return min(placed, key=lambda time: EXACTNESS[time.precision], default=None)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports of one meeting that cannot all be right: what they differ in, and each value with its words."""

    what: Literal["place", "time", "status"]
    values: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with everything that is told of it.

    ``attendees`` name each person or party once. ``venue``, ``time``, ``status`` and ``format`` are the values of the
    newest report that gives them; what other reports say stands beside them in ``conflicts``. ``asserted`` is True for
    an entry of the case file, which rests on the analyst's word (``note`` and ``source`` are then theirs).
    """

    id: str
    attendees: tuple[Attendee, ...]
    venue: Venue | None
    time: Time | None
    status: Status | None
    format: Format | None
    reports: tuple[Report, ...]
    conflicts: tuple[Conflict, ...] = ()
    suggested: tuple[Venue, ...] = ()
    asserted: bool = False
    note: str = ""
    source: str = ""
    parties: tuple[str, ...] = field(default=())

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell of it, each once."""
        return tuple(dict.fromkeys(report.article for report in self.reports))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements the reports belong to, each once."""
        return tuple(dict.fromkeys(id for report in self.reports for id in report.statements))
