"""People on moved ground, with honest bounds: residents when they were last counted, not those there now.

Two things are unknown: where exactly a schematic line runs, and where the people live who are in no listed settlement.
Both make the bounds wider; nothing is filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from zopa.territory.cutting import cut
from zopa.territory.projection import km2

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from zopa.territory.control import Part
    from zopa.territory.ground import Ground
    from zopa.territory.settlements import Settlement

TURNS = tuple(range(0, 360, 30))
"""The bearings a schematic line is turned through, in degrees: cuts of one size with the fewest and the most people."""

NAMED = 8


@dataclass(frozen=True, slots=True)
class People:
    """Who lived on some ground. ``settlements`` counts the listed places as drawn, ``largest`` names the largest.

    ``listed`` is how many lived in them. ``least`` and ``most`` bound the residents; ``most`` is None where nobody says
    how many the zone had. ``counted`` says when and by whom.
    """

    settlements: int
    largest: tuple[str, ...]
    listed: int
    least: int
    most: int | None
    counted: str


class Census:
    """The listed settlements of a case, placed once, to be asked about any ground."""

    def __init__(self, ground: Ground, settlements: Sequence[Settlement]) -> None:
        self._ground = ground
        self._settlements = settlements
        points = (shapely.Point(one.longitude, one.latitude) for one in settlements)
        self._points = [ground.projection.project(point) for point in points]
        self._tree = shapely.STRtree(self._points)
        self._bounds: dict[tuple[str, int], tuple[int, int]] = {}

    def of(self, parts: Iterable[Part]) -> People:
        """The people of some parts: of a whole zone all its residents, of a part of one the bounds.

        1. Listed places inside the part as drawn.
        2. Least: where the line is schematic, the fewest over lines at every 30 degrees that cut off as much; else
           those inside. Whoever lives in no listed place is not counted.
        3. Most: likewise the most, and everybody of the zone who lives in no listed place.
        """
        parts = tuple(parts)
        inside = [index for part in parts for index in self._inside(part.outline)]
        ranked = sorted(inside, key=lambda index: -self._settlements[index].population)
        bounds = [self._bounds_of(part) for part in parts]
        unknown = any(most is None for _, most in bounds)
        counted = dict.fromkeys(
            f"{zone.residents.on}, {zone.residents.source}"
            for part in parts
            if (zone := self._ground.plots[part.zone].zone).residents is not None
        )
        return People(
            len(inside),
            tuple(self._settlements[index].name for index in ranked[:NAMED]),
            sum(self._settlements[index].population for index in inside),
            sum(least for least, _ in bounds),
            None if unknown else sum(most or 0 for _, most in bounds),
            "; ".join(counted),
        )

    def _inside(self, outline: BaseGeometry) -> list[int]:
        return [int(index) for index in self._tree.query(outline, predicate="contains")]

    def _listed(self, outline: BaseGeometry) -> int:
        return sum(self._settlements[index].population for index in self._inside(outline))

    def _bounds_of(self, part: Part) -> tuple[int, int | None]:
        plot = self._ground.plots[part.zone]
        residents = plot.zone.residents
        share = km2(part.outline) / km2(plot.own)
        if residents is not None and share > 1 - 1e-6 and not self._ground.children(part.zone):
            return residents.count, residents.count
        least, most = self._turned(part, share) if part.schematic else (self._listed(part.outline),) * 2
        if residents is None:
            return least, None
        # Lists of places are newer or older than the count: together they may exceed it.
        elsewhere = max(0, residents.count - self._listed(plot.own))
        return min(least, residents.count), min(residents.count, most + elsewhere)

    def _turned(self, part: Part, share: float) -> tuple[int, int]:
        key = part.zone, round(share * 1_000_000)
        if key not in self._bounds:
            own = self._ground.plots[part.zone].own
            found = [self._listed(cut(own, share, bearing)) for bearing in TURNS]
            self._bounds[key] = min(found), max(found)
        drawn, (least, most) = self._listed(part.outline), self._bounds[key]
        return min(drawn, least), max(drawn, most)
