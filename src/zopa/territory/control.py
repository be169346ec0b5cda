"""Control over time: who holds which part of each zone on a day, by which figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import atan2, degrees
from typing import TYPE_CHECKING

import shapely

from zopa.territory.cutting import cut, polygons_of
from zopa.territory.projection import km2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from zopa.case import ControlFigure, Zone
    from zopa.territory.ground import Ground, Plot

NOBODY = ""
"""The holder of ground that no figure and no 'of' gives to a party."""

DEFAULT_SIDE = 90.0
LEAST_KM2 = 0.01


@dataclass(frozen=True, slots=True)
class Part:
    """The ground of one zone that one party holds: projected, and whether its line is schematic.

    ``figures`` are the figures that stand for it on the day, the one it is drawn by first; none for what is left over.
    """

    zone: str
    holder: str
    outline: BaseGeometry
    schematic: bool
    figures: tuple[ControlFigure, ...] = ()

    @property
    def km2(self) -> float:
        """Its area."""
        return km2(self.outline)


def standing_figures(zone: Zone, as_of: date) -> tuple[ControlFigure, ...]:
    """Each source's newest figure for each holder up to a day, newest first; of one day, those the case names first."""
    newest: dict[tuple[str, str, str | None], ControlFigure] = {}
    for figure in zone.control:
        key = (figure.holder, figure.source, figure.boundary)
        if figure.on <= as_of and (key not in newest or figure.on >= newest[key].on):
            newest[key] = figure
    return tuple(sorted(newest.values(), key=lambda figure: figure.on, reverse=True))


def dates_of(ground: Ground) -> tuple[date, ...]:
    """The days on which a figure of control changes, oldest first."""
    return tuple(sorted({figure.on for plot in ground.plots.values() for figure in plot.zone.control}))


def parts_on(ground: Ground, as_of: date) -> tuple[Part, ...]:
    """Who holds which part of each zone's own ground on a day; together the parts of a zone are its own ground.

    1. Of each holder's standing figures the newest is drawn; drawings first, then shares and areas.
    2. A share or an area is cut off by a straight line on the side its figure names, or else towards the holder's own
       land; such parts, and what they leave, are schematic.
    3. What no figure gives to anybody is held by the party whose land the zone is ('of').

    A zone that others are part of is held by 'of': its own figures are about the whole, and are compared, not drawn.
    """
    return tuple(part for id in ground.plots for part in _parts(ground, id, as_of))


def _parts(ground: Ground, id: str, as_of: date) -> list[Part]:
    plot = ground.plots[id]
    rest, schematic, parts = plot.own, False, []
    for holder, figures in [] if ground.children(id) else _by_holder(plot.zone, as_of):
        first = figures[0]
        held = _drawn(ground, plot, first)
        if held is None:
            # What is left is cut to a share of the whole: of the zone on the boundary drawn.
            left = km2(rest)
            wanted = min(share_of(plot, first) * km2(plot.own), left)
            held = cut(rest, wanted / left if left else 0.0, _side(ground, id, first))
            schematic = schematic or LEAST_KM2 < wanted < left - LEAST_KM2
        held = polygons_of(shapely.intersection(rest, held))
        if km2(held) > LEAST_KM2:
            parts.append(Part(id, holder, held, first.shape is None and km2(held) < km2(plot.own) - LEAST_KM2, figures))
        rest = polygons_of(shapely.difference(rest, held))
    if km2(rest) > LEAST_KM2:
        others = tuple(figure for figure in standing_figures(plot.zone, as_of) if figure.holder == plot.zone.of)
        parts.append(Part(id, plot.zone.of or NOBODY, rest, schematic, others))
    return parts


def _by_holder(zone: Zone, as_of: date) -> list[tuple[str, tuple[ControlFigure, ...]]]:
    """The standing figures of each holder but the one who has the rest; drawings before sizes."""
    by_holder: dict[str, list[ControlFigure]] = {}
    for figure in standing_figures(zone, as_of):
        if figure.holder != zone.of:
            by_holder.setdefault(figure.holder, []).append(figure)
    return sorted(
        ((holder, tuple(found)) for holder, found in by_holder.items()), key=lambda pair: pair[1][0].shape is None
    )


def share_of(plot: Plot, figure: ControlFigure) -> float:
    """A figure as a share of its zone, 0 to 1: an area counts against the official one, else against the outline."""
    if figure.share is not None:
        return figure.share / 100
    return min(1.0, (figure.km2 or 0.0) / (plot.zone.official_km2 or plot.km2))


def _drawn(ground: Ground, plot: Plot, figure: ControlFigure) -> BaseGeometry | None:
    if figure.shape is None:
        return None
    return ground.drawn[plot.zone.id, plot.zone.control.index(figure)]


def _side(ground: Ground, id: str, figure: ControlFigure) -> float:
    """The bearing a part is drawn towards: what its figures say, else where the holder's own land lies."""
    said = [one.side for one in ground.plots[id].zone.control if one.holder == figure.holder and one.side is not None]
    if figure.side is not None or said:
        return figure.side if figure.side is not None else said[-1]
    own = [plot.own for plot in ground.plots.values() if plot.zone.of == figure.holder]
    if not own:
        return DEFAULT_SIDE
    here, there = ground.plots[id].own.centroid, shapely.union_all(own).centroid
    return bearing(there.x - here.x, there.y - here.y)


def bearing(east: float, north: float) -> float:
    """The compass bearing of a direction, in degrees."""
    return degrees(atan2(east, north)) % 360


def held_parts(ground: Ground, zone: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts that a zone is made of; for a zone that is what a party holds of another, those it holds."""
    leaves, holder = ground.leaves(zone), ground.territory.zone(zone).held_by
    return tuple(part for part in parts if part.zone in leaves and holder in (None, part.holder))


def given_to(part: Part, party: str) -> Part:
    """A part as it is once it belongs to another party."""
    return replace(part, holder=party)
