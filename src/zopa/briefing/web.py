"""Geometry of the blockers' drawing: parties on the left, what they refuse on the right, a line for each refusal.

What several parties refuse alike is one place with several lines, so that the eye finds who stands together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.briefing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from zopa.briefing.briefing import ClauseEntry

WIDTH = 480
_FROM, _TO, _LABEL = 112, 226, 266
"""Where lines leave the parties, where they end, and where what is refused is written."""
_LINES = 8
"""Lines drawn at most: a drawing of everything shows nothing."""
_ROW, _LEAST, _GAP, _EDGE = 20, 34, 12, 6
_APART = 28
_LETTERS = (14, 31)
"""Letters of a party's name and of a label that have room."""
_NO_DEAL = "no deal may be better"


@dataclass(frozen=True, slots=True)
class Thread:
    """One refusal: its path, its width in units of the drawing, its kind, and where its responsibility is written."""

    path: str
    width: float
    kind: str
    responsibility: float
    y: float


@dataclass(frozen=True, slots=True)
class Place:
    """A party, or what is refused with its issue on a second line: the height of its middle and its words."""

    y: float
    name: str
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Web:
    """The whole drawing; ``left_out`` lines are not in it for being the least responsible."""

    parties: tuple[Place, ...]
    refused: tuple[Place, ...]
    threads: tuple[Thread, ...]
    left_out: int
    height: float
    width: int = WIDTH
    begin: int = _FROM
    end: int = _TO
    label: int = _LABEL


def web(clauses: Sequence[ClauseEntry], name_of: Callable[[str], str]) -> Web | None:
    """The refusals that rest on more than silence, most responsible first; None where fewer than two would be drawn.

    ``name_of`` gives a party's name. 1. Lines to the same refusal are gathered in one place, places in the order
    of their most responsible line. 2. Each place takes a row a line. 3. Each party stands at the mean height of its
    lines, pushed down where two would touch. Linear in the lines but for the sorting.
    """
    heard = [one for one in clauses if one.kind != "hidden" and one.responsibility]
    drawn = sorted(heard, key=lambda one: -(one.responsibility or 0))[:_LINES]
    if len(drawn) < 2:
        return None
    places: dict[str, list[ClauseEntry]] = {}
    for one in drawn:
        places.setdefault(_NO_DEAL if one.kind == "reservation" else plain(one.label), []).append(one)
    refused, rows, height = _stacked(places)
    sides = _sides(drawn, rows, height)
    return Web(
        tuple(Place(y, _cut(name_of(party), _LETTERS[0])) for party, y in sides.items()),
        refused,
        tuple(_thread(one, sides[one.party], rows[one.party, one.label, one.kind]) for one in drawn),
        len(heard) - len(drawn),
        max(height, *(y + _APART / 2 for y in sides.values())),
    )


_Row = tuple[str, str, str]


def _stacked(places: Mapping[str, Sequence[ClauseEntry]]) -> tuple[tuple[Place, ...], dict[_Row, float], float]:
    """Places one below the other, the height of each line's end in them, and the height of all."""
    found: list[Place] = []
    rows: dict[_Row, float] = {}
    top = float(_EDGE)
    for label, lines in places.items():
        size = max(_LEAST, _ROW * len(lines))
        first = top + (size - _ROW * len(lines)) / 2 + _ROW / 2
        for place, one in enumerate(lines):
            rows[one.party, one.label, one.kind] = first + _ROW * place
        option, _, issue = label.partition(" (")
        found.append(Place(top + size / 2, _cut(option, _LETTERS[1]), _cut(issue.removesuffix(")"), _LETTERS[1])))
        top += size + _GAP
    return tuple(found), rows, top - _GAP + _EDGE


def _sides(drawn: Iterable[ClauseEntry], rows: Mapping[_Row, float], height: float) -> dict[str, float]:
    """The height of each party."""
    ends: dict[str, list[float]] = {}
    for one in drawn:
        ends.setdefault(one.party, []).append(rows[one.party, one.label, one.kind])
    wanted = sorted((sum(ys) / len(ys), party) for party, ys in ends.items())
    found: dict[str, float] = {}
    lowest = _APART / 2
    last = height - _APART / 2
    for place, (y, party) in enumerate(wanted):
        room = last - _APART * (len(wanted) - 1 - place)
        found[party] = round(max(lowest, min(y, room)), 1)
        lowest = found[party] + _APART
    return found


def _thread(one: ClauseEntry, begin: float, end: float) -> Thread:
    share = one.responsibility or 0.0
    middle = (_FROM + _TO) / 2
    path = f"M{_FROM} {begin:g}C{middle:g} {begin:g} {middle:g} {end:g} {_TO} {end:g}"
    return Thread(path, round(1 + 9 * share, 1), one.kind, share, end)


def _cut(text: str, letters: int) -> str:
    """The text, or as many of its letters as have room."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
