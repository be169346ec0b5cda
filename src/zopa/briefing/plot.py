"""Geometry of the frontier plot: two parties' utilities in, coordinates and labels out."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import floor, log10
from typing import TYPE_CHECKING

from zopa.briefing.wording import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.briefing.briefing import FrontierEntry, MarkEntry, ReachEntry

WIDTH, HEIGHT = 640, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 24, 20, 50
_LETTER = 7.2
"""About the width of a letter of a label."""
_LETTERS = {"Nash": "N", "Kalai-Smorodinsky": "K", "Egalitarian": "E", "Utilitarian": "U"}


_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """Marks at one place: coordinates, the kind that is drawn, what they are called, and where the label stands."""

    x: float
    y: float
    kind: str
    label: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Plot:
    """One pair of parties as SVG coordinates; ``across`` is the party along x. Ticks are (coordinate, label)."""

    across: str
    up: str
    path: str
    dots: tuple[tuple[float, float], ...]
    marks: tuple[PlacedMark, ...]
    no_deal: tuple[float, float]
    columns: tuple[tuple[float, str], ...]
    rows: tuple[tuple[float, str], ...]
    thinned: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


@dataclass(frozen=True, slots=True)
class _Scale:
    """A range of utilities on a stretch of coordinates, with round ticks."""

    low: float
    high: float
    start: float
    end: float
    step: float = field(default=0.1)

    def at(self, value: float) -> float:
        return round(self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start), 1)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        digits = max(0, -floor(log10(self.step)))
        count = round((self.high - self.low) / self.step)
        values = [self.low + place * self.step for place in range(count + 1)]
        return tuple((self.at(value), number(value, f".{digits}f")) for value in values)


def plots(found: FrontierEntry, solutions: Sequence[str]) -> list[Plot]:
    """One plot a pair. ``solutions`` are the names of the briefing's solution points, in order."""
    return [_plot(found, reach, solutions) for reach in found.reaches]


def _plot(found: FrontierEntry, reach: ReachEntry, solutions: Sequence[str]) -> Plot:
    first, second = (found.parties.index(party) for party in reach.parties)
    horizontal = _scale(_values(found, reach, first, 0), _LEFT, WIDTH - _RIGHT)
    vertical = _scale(_values(found, reach, second, 1), HEIGHT - _BOTTOM, _TOP)
    dots = tuple((horizontal.at(x), vertical.at(y)) for x, y in reach.points)
    placed = [
        (horizontal.at(mark.utility[first]), vertical.at(mark.utility[second]), mark, letter(mark, solutions))
        for mark in found.marks
    ]
    return Plot(
        across=reach.parties[0],
        up=reach.parties[1],
        path="M" + "L".join(f"{x:g} {y:g}" for x, y in dots) if len(dots) > 1 else "",
        dots=dots,
        marks=tuple(_apart(_together(placed))),
        no_deal=(horizontal.at(found.no_deal[first]), vertical.at(found.no_deal[second])),
        columns=horizontal.ticks(),
        rows=vertical.ticks(),
        thinned=reach.thinned,
    )


def letter(mark: MarkEntry, solutions: Sequence[str]) -> str:
    """What a mark is called in the drawing: ``closest``, ``P2``, ``N`` for Nash, ``T1`` on the table."""
    if mark.kind == "headline":
        return "closest"
    if mark.kind == "package":
        return f"P{mark.place}"
    if mark.kind == "solution":
        name = solutions[mark.place - 1]
        return _LETTERS.get(name, name[:1])
    return f"T{mark.place}"


def _values(found: FrontierEntry, reach: ReachEntry, party: int, place: int) -> list[float]:
    """Everything of one party that has to be seen."""
    marks = [mark.utility[party] for mark in found.marks]
    return [found.no_deal[party], *marks, *(point[place] for point in reach.points)]


def _scale(values: Sequence[float], start: float, end: float) -> _Scale:
    """Round ends with a little room, three to seven ticks."""
    low, high = min(values), max(values)
    room = max((high - low) * 0.06, 1e-6, abs(high) * 0.01)
    low, high = low - room, high + room
    size = 10 ** floor(log10((high - low) / 4))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if (high - low) / (size * factor) <= 6)
    bottom = floor(low / step) * step
    top = -floor(-high / step) * step
    return _Scale(bottom, top, start, end, step)


def _together(placed: Iterable[tuple[float, float, MarkEntry, str]]) -> list[tuple[float, float, str, str]]:
    """Marks that fall on one spot become one, drawn as the first of them and called by all their names."""
    spots: dict[tuple[int, int], tuple[float, float, str, list[str]]] = {}
    for x, y, mark, name in placed:
        spot = spots.setdefault((round(x / 5), round(y / 5)), (x, y, mark.kind, []))
        spot[3].append(name)
    return [(x, y, kind, ", ".join(names)) for x, y, kind, names in spots.values()]


def _apart(spots: Sequence[tuple[float, float, str, str]]) -> list[PlacedMark]:
    """Labels beside their marks: the first of right, left, below and above that covers no mark and no other label."""
    marks = [(x - 7, y - 7, x + 7, y + 7) for x, y, _, _ in spots]
    taken: list[_Box] = []
    found = []
    for own, (x, y, kind, label) in enumerate(spots):
        width = _LETTER * len(label)
        others = [*taken, *(box for place, box in enumerate(marks) if place != own)]
        places = [
            (begin, below)
            for below in (4, 17, -10, 30, -23)
            for begin in (x + 11, x - 11 - width, x - width / 2)
            if below != 4 or begin != x - width / 2
        ]
        begin, below = next((place for place in places if _free(_box(place, y, width), others)), places[0])
        taken.append(_box((begin, below), y, width))
        held = (begin, "start") if begin > x else (x - 11, "end") if begin + width < x else (x, "middle")
        found.append(PlacedMark(x, y, kind, label, round(held[0], 1), round(y + below, 1), held[1]))
    return found


def _box(place: tuple[float, float], y: float, width: float) -> _Box:
    """Left, top, right and bottom of a label that begins at ``place``: its first letter and how far below the mark."""
    begin, below = place
    return begin, y + below - 10, begin + width, y + below + 3


def _free(box: _Box, others: Iterable[_Box]) -> bool:
    left, top, right, bottom = box
    if left < _LEFT or right > WIDTH - 2 or top < 0 or bottom > HEIGHT - _BOTTOM:
        return False
    return not any(left < r and right > x and top < b and bottom > t for x, t, r, b in others)
