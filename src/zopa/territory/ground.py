"""The ground of a case, measured: every zone with its outline, in one equal-area projection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.territory.projection import km2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from zopa.case import Territory, Zone
    from zopa.territory.projection import Projection


@dataclass(frozen=True, slots=True)
class Plot:
    """A zone with its outline. ``own`` is what lies in no zone that is part of it; both are projected, in metres.

    ``views`` says where two views of the boundary differ: one sentence for each region whose code and whose drawing
    point to different states. ``mended`` is True where a simplified outline crossed itself and was mended.
    """

    zone: Zone
    outline: BaseGeometry
    own: BaseGeometry
    boundary: str
    views: tuple[str, ...] = ()
    mended: bool = False

    @property
    def km2(self) -> float:
        """The area of the whole zone."""
        return km2(self.outline)


@dataclass(frozen=True, slots=True)
class Ground:
    """All zones that have an outline of their own, by id, and the projection they are in.

    ``drawn`` holds the drawings of figures of control, projected, by (zone, place among its figures).
    """

    territory: Territory
    projection: Projection
    plots: Mapping[str, Plot]
    drawn: Mapping[tuple[str, int], BaseGeometry]

    def children(self, id: str) -> tuple[str, ...]:
        """The zones with an outline that are part of a zone, directly."""
        return tuple(zone.id for zone in self.territory.zones if zone.part_of == id and zone.id in self.plots)

    def leaves(self, id: str) -> frozenset[str]:
        """The ids of the zones whose own ground makes up a zone: itself, what is part of it, or its members."""
        zone = self.territory.zone(id)
        if zone.zones:
            return frozenset(leaf for member in zone.zones for leaf in self.leaves(member))
        if zone.held_by is not None and zone.part_of is not None:
            return self.leaves(zone.part_of)
        inner = frozenset(leaf for child in self.children(id) for leaf in self.leaves(child))
        return inner | ({id} if id in self.plots else frozenset())

    def name(self, id: str) -> str:
        """A zone's display name."""
        return self.territory.zone(id).name
