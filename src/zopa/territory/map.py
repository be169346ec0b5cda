"""The map: outlines, who holds what on each day, proposed transfers and assets, as shapes for an SVG of our own.

No tiles and no request: the outlines are projected here, in the equal-area projection of the ground, simplified to
what a screen can show. :mod:`~zopa.territory.svg` writes the drawing down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely
from shapely.ops import polylabel

from zopa.territory.control import Part, parts_on
from zopa.territory.labels import Label, Mark, place_labels
from zopa.territory.transfers import apply_moves, moves_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from zopa.case import Transfer
    from zopa.territory.ground import Ground

WIDTH = 720
MARGIN = 8
FINEST = 0.6
"""Units of the drawing below which detail is left out."""

LEAST_LABEL = 420.0
"""Square units of the drawing a zone needs to carry its name."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one party holds, as the path of an SVG.

    ``party`` is its place among the parties of the case, from 1; 0 for nobody. ``own`` tells its own land, on the
    boundary shown, from what it holds of others.
    """

    holder: str
    party: int
    own: bool
    path: str


@dataclass(frozen=True, slots=True)
class State:
    """Who holds what at one stop of the slider: a day, or the day looked at with the transfers made."""

    label: str
    kind: Literal["day", "transfer"]
    held: tuple[Held, ...]
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole map: ``borders`` of the zones, the ``states``, names and assets; ``shown`` is the state to show first.

    ``scale`` is the length of ``scale_km`` kilometres. ``title`` and ``description`` say in words what is drawn.
    """

    width: int
    height: int
    borders: tuple[str, ...]
    states: tuple[State, ...]
    shown: int
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    parties: tuple[tuple[int, str], ...]
    scale_km: int
    scale: float
    schematic: bool
    boundaries: tuple[str, ...]
    views: tuple[str, ...]
    title: str
    description: str


class _Sheet:
    """From metres of the ground to units of the drawing."""

    def __init__(self, outlines: Iterable[BaseGeometry]) -> None:
        west, south, east, north = shapely.total_bounds(list(outlines))
        self.factor = (WIDTH - 2 * MARGIN) / (east - west)
        self.height = round((north - south) * self.factor + 2 * MARGIN)
        self._west, self._north = west, north

    def at(self, x: float, y: float) -> tuple[float, float]:
        across, down = (x - self._west) * self.factor, (self._north - y) * self.factor
        return round(float(MARGIN + across), 1), round(float(MARGIN + down), 1)

    def path(self, outline: BaseGeometry) -> str:
        """The rings of an outline as moves and lines; holes are cut out by the even-odd rule."""
        shown = shapely.simplify(outline, FINEST / self.factor)
        polygons = [part for part in shapely.get_parts(shown) if part.geom_type == "Polygon"]
        return "".join(self._ring(ring) for polygon in polygons for ring in (polygon.exterior, *polygon.interiors))

    def _ring(self, ring: BaseGeometry) -> str:
        points = [self.at(float(x), float(y)) for x, y in np.asarray(shapely.get_coordinates(ring))[:-1]]
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def draw(
    ground: Ground,
    names: Sequence[tuple[str, str]],
    as_of: date,
    days: Sequence[tuple[date, str]],
    transfers: Sequence[tuple[str, Sequence[Transfer]]] = (),
) -> Drawing:
    """The map of the ground: a state for each of ``days`` and for each set of ``transfers`` on the ground of ``as_of``.

    ``names`` are (party id, display name) in the order of the case; ``days`` and ``transfers`` come with their labels.
    The state shown first is the last day. Only zones some part of which is claimed, held or moved by more than one are
    drawn in full; the frame is theirs, with what lies beside them.
    """
    places = {id: place for place, (id, _) in enumerate(names, 1)}
    sheet = _Sheet(_framed(ground))
    shown = shapely.box(*shapely.total_bounds(_framed(ground)))
    # Outlines are cut off a little outside the drawing, so that no cut is seen as a border.
    frame = shapely.buffer(shown, 4 * MARGIN / sheet.factor, join_style="mitre")
    states = [State(label, "day", _held(ground, sheet, frame, parts_on(ground, day), places)) for day, label in days]
    now = parts_on(ground, as_of)
    for label, wanted in transfers:
        moves = moves_of(ground, now, wanted)
        moved = shapely.union_all([move.part.outline for move in moves]) if moves else shapely.Polygon()
        held = _held(ground, sheet, frame, apply_moves(now, moves), places)
        states.append(State(label, "transfer", held, sheet.path(shapely.intersection(moved, frame))))
    marks = tuple(_marks(ground, sheet, shown))
    drawn = {held.party for state in states for held in state.held}
    schematic = any(part.schematic for part in now)
    length, scale_km = _scale(sheet)
    return Drawing(
        WIDTH,
        sheet.height,
        tuple(sheet.path(shapely.intersection(plot.own, frame)) for plot in ground.plots.values()),
        tuple(states),
        max(0, len(days) - 1),
        tuple(place_labels(_zones(ground, sheet, shown), marks, (WIDTH, sheet.height))),
        marks,
        tuple((places[id], name) for id, name in names if places[id] in drawn),
        scale_km,
        length,
        schematic,
        tuple(dict.fromkeys(plot.boundary for plot in ground.plots.values())),
        tuple(dict.fromkeys(view for plot in ground.plots.values() for view in plot.views)),
        "Who holds what" + (", schematic" if schematic else ""),
        _described(now, dict(names), ground),
    )


def _framed(ground: Ground) -> list[BaseGeometry]:
    """The outlines the frame is drawn around: zones with figures, or claims of more than one; else all."""
    disputed = [
        plot.outline
        for plot in ground.plots.values()
        if plot.zone.control or len({claim.party for claim in plot.zone.claims}) > 1
    ]
    return disputed or [plot.outline for plot in ground.plots.values()]


def _held(
    ground: Ground, sheet: _Sheet, frame: BaseGeometry, parts: Iterable[Part], places: dict[str, int]
) -> tuple[Held, ...]:
    groups: dict[tuple[str, bool], list[BaseGeometry]] = {}
    for part in parts:
        own = ground.plots[part.zone].zone.of == part.holder
        groups.setdefault((part.holder, own), []).append(part.outline)
    joined = ((*key, shapely.intersection(shapely.union_all(found), frame)) for key, found in groups.items())
    return tuple(
        Held(holder, places.get(holder, 0), own, path)
        for holder, own, outline in joined
        if (path := sheet.path(outline))
    )


def _zones(ground: Ground, sheet: _Sheet, frame: BaseGeometry) -> Iterable[Label]:
    """The names of the zones that are large enough in the drawing, each at its widest place."""
    for id, plot in ground.plots.items():
        shown = shapely.intersection(plot.own, frame)
        if shown.area * sheet.factor**2 >= LEAST_LABEL and not ground.children(id):
            yield Label(plot.zone.name, *sheet.at(*_widest(shown, 2 / sheet.factor)))


def _widest(outline: BaseGeometry, tolerance: float) -> tuple[float, float]:
    """The middle of the widest place of an outline's largest piece (Garcia-Castellanos and Lombardo 2007)."""
    largest = max(
        (part for part in shapely.get_parts(outline) if part.geom_type == "Polygon"), key=lambda one: one.area
    )
    middle = polylabel(largest, tolerance)
    return middle.x, middle.y


def _marks(ground: Ground, sheet: _Sheet, frame: BaseGeometry) -> Iterable[Mark]:
    for zone in ground.territory.zones:
        for asset in zone.assets:
            point = ground.projection.project(shapely.Point(asset.at))
            if frame.contains(point):
                x, y = sheet.at(*shapely.get_coordinates(point)[0])
                yield Mark(asset.name, asset.kind, x, y, x > 0.72 * WIDTH)


def _scale(sheet: _Sheet) -> tuple[float, int]:
    """A round number of kilometres that is about a fifth of the drawing, and its length in units."""
    wanted = WIDTH / 5 / sheet.factor / 1000
    tens = 10 ** int(np.floor(np.log10(wanted)))
    km = int(max(step * tens for step in (1, 2, 5) if step * tens <= max(wanted, 1))) or 1
    return round(km * 1000 * sheet.factor, 1), km


def _described(parts: Iterable[Part], names: dict[str, str], ground: Ground) -> str:
    """The map in words: of each zone who holds it, the largest part first."""
    by_zone: dict[str, list[Part]] = {}
    for part in parts:
        by_zone.setdefault(part.zone, []).append(part)
    said = []
    for zone, found in by_zone.items():
        whole = sum(part.km2 for part in found)
        ranked = sorted(found, key=lambda part: -part.km2)
        shares = [f"{names.get(part.holder, 'nobody named')} {100 * part.km2 / whole:.0f} %" for part in ranked]
        said.append(f"{ground.name(zone)}: {', '.join(shares)}")
    return "; ".join(said) + "."
