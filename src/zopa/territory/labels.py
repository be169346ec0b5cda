"""Names on a map: placed so that they do not cover each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.case.zones import AssetKind

LETTER, SMALL_LETTER, LINE = 6.5, 5.7, 14.0
"""About how wide a letter and how high a line are, in units of the drawing."""

_SHIFTS = (0, -15, 15, -30, 30, -45, 45, -60, 60)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point of the drawing, which is the middle of its line."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """An asset at a point of the drawing, and whether its name stands on the left of it."""

    name: str
    kind: AssetKind
    x: float
    y: float
    left: bool


def place_labels(wanted: Iterable[Label], marks: Sequence[Mark], size: tuple[int, int]) -> Iterator[Label]:
    """The names of zones, each moved up or down until it covers no other name; left out where no place is free.

    Cost: names times places times names.
    """
    taken = [_box_of_mark(mark) for mark in marks]
    for label in wanted:
        half = len(label.text) * LETTER / 2
        x = min(max(label.x, half + 4), size[0] - half - 4)
        for shift in _SHIFTS:
            box = (x - half, label.y + shift - LINE, x + half, label.y + shift + 4)
            if box[1] >= 0 and box[3] <= size[1] and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield Label(label.text, round(x, 1), round(label.y + shift, 1))
                break


def _box_of_mark(mark: Mark) -> Box:
    length = len(mark.name) * SMALL_LETTER + 10
    left, right = (mark.x - length, mark.x + 6) if mark.left else (mark.x - 6, mark.x + length)
    return left, mark.y - LINE / 2, right, mark.y + LINE / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
