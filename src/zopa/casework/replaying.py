"""Replay: how the headline moved over time, and which event or whose statements moved it.

Few dates and few draws on purpose, so that it costs a briefing little: what moves the headline by less than the draws
can tell is not told as a move.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from zopa.briefing import wording
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.positions import said_on
from zopa.preferences import build_model, reservation_of
from zopa.settlements.narrowed import headline_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from zopa.case import Case, LeverageEvent
    from zopa.casework.gathering import Gathered
    from zopa.positions import Evidence

DATES, DRAWS = 7, 800
"""Dates replayed at most, the first and the last among them, and draws at each."""

TELLING = 2.0
"""Standard errors a move must have to be told as one."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What came between two dates: an event, or the new statements of one party.

    ``moved`` is the change of the headline if this alone had come, with its standard error ``se`` (the two are settled
    on common draws, so it is on the safe side). ``statements`` are the ids of the statements.
    """

    what: str
    party: str
    event: LeverageEvent | None
    statements: tuple[str, ...]
    moved: float
    se: float


@dataclass(frozen=True, slots=True)
class Overall:
    """The move from the first date to the last, where it is more than the draws leave open, with what moved it most."""

    since: date
    change: float
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The headline as of one date: how likely the package that comes closest is acceptable to all, from so many
    ``draws``.

    ``change`` is the move since the date before (None at the first), ``telling`` whether it is more than the draws
    leave open. ``causes`` are what came between, those that moved most first; ``bands`` the reservation values that are
    stated.
    """

    on: date
    point: float
    se: float
    draws: int
    change: float | None
    telling: bool
    causes: tuple[Cause, ...]
    bands: Mapping[str, tuple[float, float]]
    overall: Overall | None = None


def replay(gathered: Gathered, *, dates: int = DATES, draws: int = DRAWS, seed: int | None = None) -> tuple[Step, ...]:
    """How the headline moved up to the day the case is looked at from.

    1. Dates: every event's day and the days on which most was newly said, the last day always, ``dates`` at most.
    2. As of each date the model is built from what was said by then and the bands that held then, and settled.
    3. Between two dates that differ by more than the draws can tell, each event and each party's new statements are
       added alone to what was known before: what moves the headline most is named first.

    Small steps may add up: the last step also tells the move since the first date. Empty where nothing can be settled.
    Cost: one small settling a date, and one for each cause of a telling move.
    """
    known = gathered.known
    days = _days(known, dates)
    if len(days) < 2 or not known.case.substantive:
        return ()
    replaying = _Replay(known, draws, known.case.settings.seed if seed is None else seed)
    steps: list[Step] = []
    for day in days:
        before = steps[-1] if steps else None
        steps.append(replaying.step(day, before))
    return (*steps[:-1], replaying.with_overall(steps[0], steps[-1]))


def _days(known: Gathered, most: int) -> list[date]:
    """The dates to look at, oldest first."""
    fresh: dict[date, int] = {}
    for item in known.evidence:
        day = said_on(item)
        if item.position.counted and day is not None:
            fresh[day] = fresh.get(day, 0) + 1
    events = {event.on for event in known.case.talks.events if event.on <= known.as_of}
    last = known.as_of
    kept = sorted(events - {last})[-(most - 1) :]
    busiest = sorted((day for day in fresh if day not in events and day < last), key=lambda day: (-fresh[day], day))
    return sorted({*kept, *busiest[: max(0, most - 1 - len(kept))], last}) if fresh else []


@dataclass(frozen=True, slots=True)
class _Replay:
    """Settles the case as of a date, with the evidence and the events given."""

    known: Gathered
    draws: int
    seed: int

    def step(self, day: date, before: Step | None) -> Step:
        case = self.known.case
        evidence = self._said_by(day)
        point, se = self._headline(case, evidence, day)
        change = None if before is None else point - before.point
        telling = before is not None and change is not None and abs(change) > TELLING * (se**2 + before.se**2) ** 0.5
        causes = self._causes(before, day) if before is not None and telling else self._named(before, day)
        bands = {party.id: held.band for party in case.parties if (held := reservation_of(party.id, case, day)).stated}
        return Step(day, point, se, self.draws, change, telling, causes, bands)

    def with_overall(self, first: Step, last: Step) -> Step:
        """The last step with the move since the first date, where that is more than the draws leave open."""
        change = last.point - first.point
        if abs(change) <= TELLING * (first.se**2 + last.se**2) ** 0.5:
            return last
        return replace(last, overall=Overall(first.on, change, self._causes(first, last.on)))

    def _said_by(self, day: date) -> tuple[Evidence, ...]:
        return tuple(one for one in self.known.evidence if (said_on(one) or day) <= day)

    def _headline(self, case: Case, evidence: Sequence[Evidence], day: date) -> tuple[float, float]:
        found = headline_of(build_model(case, evidence, day), draws=self.draws, seed=self.seed)
        return (found.point, found.se) if found else (0.0, 0.0)

    def _between(self, before: Step | None, day: date) -> tuple[list[LeverageEvent], dict[str, list[Evidence]]]:
        """The events, and the counted statements of each party, that came after the step before and up to a day."""
        since = before.on if before else None
        events = [e for e in self.known.case.talks.events if e.on <= day and (since is None or e.on > since)]
        said: dict[str, list[Evidence]] = {}
        for one in self.known.evidence:
            on = said_on(one)
            if one.position.counted and on is not None and on <= day and since is not None and on > since:
                said.setdefault(one.position.party, []).append(one)
        return events, said

    def _named(self, before: Step | None, day: date) -> tuple[Cause, ...]:
        """The events of a step whose move is not told as one: named, without a figure of their own."""
        events, _ = self._between(before, day)
        return tuple(Cause(event.what, event.party, event, (), 0.0, 0.0) for event in events) if before else ()

    def _causes(self, before: Step, day: date) -> tuple[Cause, ...]:
        case, old = self.known.case, self._said_by(before.on)
        events, said = self._between(before, day)
        found = []
        for event in events:
            point, se = self._headline(_with_events(case, before.on, event), old, day)
            found.append(Cause(event.what, event.party, event, (), point - before.point, se))
        for party, pieces in said.items():
            point, se = self._headline(_with_events(case, before.on, None), (*old, *pieces), day)
            ids = tuple(dict.fromkeys(one.statement.id for one in pieces))
            name = case.party(party).name
            found.append(Cause(f"what was newly said of {name}'s position", party, None, ids, point - before.point, se))
        return tuple(sorted(found, key=lambda cause: -abs(cause.moved)))


def _with_events(case: Case, until: date, also: LeverageEvent | None) -> Case:
    """The case with the events up to a day and one more."""
    events = tuple(event for event in case.talks.events if event.on <= until or event == also)
    return case.model_copy(update={"talks": case.talks.model_copy(update={"events": events})})


def replay_rows(path: Path | str, *, as_of: date | None = None, draws: int = DRAWS) -> list[dict[str, Any]]:
    """One row a date: the headline, its change, and what came between."""
    gathered = gather(case_folder(path), as_of)
    return [
        {
            "on": step.on.isoformat(),
            "headline": step.point,
            "se": step.se,
            "draws": step.draws,
            "change": step.change,
            "telling": step.telling,
            "says": in_words(step),
            "bands": {party: list(band) for party, band in step.bands.items()},
            "causes": [
                {"what": one.what, "party": one.party, "moved": one.moved, "statements": list(one.statements),
                 "quote": one.event.quote if one.event else None, "source": one.event.source if one.event else None}
                for one in step.causes
            ],
        }
        for step in replay(gathered, draws=draws)
    ]  # fmt: skip


def in_words(step: Step) -> str:
    """What happened since the date before, in a sentence; at the last date also since the first."""
    if step.overall is None:
        return _since_the_date_before(step)
    whole = step.overall
    return f"{_since_the_date_before(step)}; since {wording.day(whole.since)} {_moved(whole.change, whole.causes)}"


def _since_the_date_before(step: Step) -> str:
    if step.change is None:
        return "the first date looked at"
    if not step.telling:
        named = "; ".join(cause.what for cause in step.causes if cause.event)
        return f"no move the draws can tell{f', after: {named}' if named else ''}"
    return _moved(step.change, step.causes)


def _moved(change: float, causes: Sequence[Cause]) -> str:
    """``up, most by: the strait closed (+12% alone)``."""
    way = "up" if change > 0 else "down"
    moved = [cause for cause in causes if cause.moved * change > 0][:2]
    if not moved:
        return f"{way}; nothing that came in between moves it so alone"
    return f"{way}, most by: " + "; ".join(f"{cause.what} ({cause.moved:+.0%} alone)" for cause in moved)
