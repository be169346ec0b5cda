"""Geometry of the timeline: dated entries in, one lane a party and a lane for each other kind out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.briefing import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.briefing.briefing import Briefing, TimelineEntry
    from zopa.positions.position import Stance

WIDTH = 960
_LEFT, _RIGHT, _TOP, _BOTTOM = 150, 14, 6, 24
_ROW = 12
"""The height of a row; a lane has as many as it needs, up to ``_ROWS``."""
_ROWS = 6
_SPACE = 18
_APART = 12
_TICKS = 8
_LONGEST_NAME = 22


@dataclass(frozen=True, slots=True)
class Dot:
    """One entry: where it lies, the shape it is drawn as (None: by its kind), and its first statement's number."""

    x: float
    y: float
    kind: str
    shape: Stance | None
    title: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its name, the middle and the lower end of its height, and what lies in it."""

    name: str
    middle: float
    bottom: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole drawing; ticks are (coordinate, label). ``as_of`` is the day of the briefing."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    as_of: float
    height: float
    bottom: float
    width: int = WIDTH
    left: int = _LEFT
    right: int = WIDTH - _RIGHT


def strip(briefing: Briefing) -> Strip | None:
    """The timeline as a drawing; None where there are fewer than two days to draw."""
    days = [entry.on for entry in briefing.timeline]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(*days, briefing.as_of)
    numbers = {one.id: one.number for one in briefing.statements}
    lanes: list[Lane] = []
    for name, entries in _sorted(briefing).items():
        lanes.append(_lane(name, lanes[-1].bottom if lanes else _TOP, entries, first, last, numbers))
    bottom = lanes[-1].bottom
    ticks = tuple((_x(day, first, last), label) for day, label in _ticks(first, last))
    return Strip(tuple(lanes), ticks, _x(briefing.as_of, first, last), bottom + _BOTTOM, bottom)


def _sorted(briefing: Briefing) -> dict[str, list[TimelineEntry]]:
    """Entries by lane: the parties in their order, then every kind that belongs to no party, articles last."""
    names = {party.id: wording.plain(party.name) for party in briefing.parties}
    lanes: dict[str, list[TimelineEntry]] = {}
    for id, name in names.items():
        mine = [entry for entry in briefing.timeline if entry.party == id]
        if mine:
            lanes[name] = mine
    others = [entry for entry in briefing.timeline if entry.party not in names]
    for kind in sorted({entry.kind for entry in others}, key=lambda kind: (kind == "article", kind)):
        lanes[f"{kind}s"] = [entry for entry in others if entry.kind == kind]
    return lanes


def _lane(
    name: str, top: float, entries: Iterable[TimelineEntry], first: date, last: date, numbers: dict[str, int]
) -> Lane:
    """Entries of one lane; those too close to one another are stacked in rows."""
    ends = [-1.0] * _ROWS
    placed = []
    for entry in entries:
        x = _x(entry.on, first, last)
        row = next((row for row in range(_ROWS) if ends[row] + _APART <= x), ends.index(min(ends)))
        ends[row] = x
        placed.append((entry, x, row))
    rows = 1 + max(row for _, _, row in placed)
    bottom = top + _SPACE + rows * _ROW
    dots = tuple(_dot(entry, x, top + (_SPACE + _ROW) / 2 + row * _ROW, numbers) for entry, x, row in placed)
    short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
    return Lane(short, (top + bottom) / 2, bottom, dots)


def _dot(entry: TimelineEntry, x: float, y: float, numbers: dict[str, int]) -> Dot:
    known = [numbers[id] for id in entry.statements if id in numbers]
    title = f"{wording.day(entry.on)}: {entry.text}"
    return Dot(x, y, entry.kind, entry.shape, title, known[-1] if known else None)


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max(1, (last - first).days)
    return round(_LEFT + 8 + share * (WIDTH - _LEFT - _RIGHT - 16), 1)


def _ticks(first: date, last: date) -> Sequence[tuple[date, str]]:
    """The first days of months, or every few days of a short time; at most eight."""
    span = (last - first).days
    if span <= 60:
        step = max(1, -(-span // (_TICKS - 1)))
        return [(day, wording.day_and_month(day)) for day in (first + timedelta(n) for n in range(0, span + 1, step))]
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [day for day in months if first <= day <= last]
    step = -(-len(inside) // _TICKS)
    return [(day, wording.month(day)) for day in inside[::step]]
