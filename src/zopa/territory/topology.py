"""TopoJSON: outlines that share their borders, as arcs of whole numbers.

The format is that of the TopoJSON specification (github.com/topojson/topojson-specification, version 1.0): arcs are
delta-encoded points on a grid that ``transform`` scales and moves; ``~i`` is arc ``i`` backwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry


class Topology:
    """The objects of a TopoJSON document in one list; each outline is built when it is asked for.

    Raises ValueError where the document has no objects, KeyError, TypeError or IndexError where it is none.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._geometries = list(_geometries(document.get("objects") or {}))
        if not self._geometries:
            raise ValueError("the TopoJSON has no objects")
        self._arcs = document["arcs"]
        transform = document.get("transform")
        self._scale = np.array(transform["scale"] if transform else (1.0, 1.0), dtype=float)
        self._origin = np.array(transform["translate"] if transform else (0.0, 0.0), dtype=float)
        self._quantised = transform is not None
        self._decoded: dict[int, NDArray[np.float64]] = {}
        self.properties: list[Mapping[str, Any]] = [one.get("properties") or {} for one in self._geometries]
        self.ids: list[Any] = [one.get("id") for one in self._geometries]

    def outline(self, index: int) -> BaseGeometry:
        """The outline of an object, in degrees; one that crosses itself is given as it is. Empty for no polygon."""
        geometry = self._geometries[index]
        arcs = geometry.get("arcs") or []
        polygons = [arcs] if arcs and geometry["type"] == "Polygon" else arcs
        return shapely.MultiPolygon([self._polygon(rings) for rings in polygons])

    def _polygon(self, rings: Sequence[Sequence[int]]) -> shapely.Polygon:
        outer, *holes = [self._ring(ring) for ring in rings]
        return shapely.Polygon(outer, [hole for hole in holes if len(hole) >= 4])

    def _ring(self, ring: Sequence[int]) -> NDArray[np.float64]:
        parts = [self._arc(index) if index >= 0 else self._arc(~index)[::-1] for index in ring]
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])

    def _arc(self, index: int) -> NDArray[np.float64]:
        if index not in self._decoded:
            points = np.array(self._arcs[index], dtype=float)[:, :2]
            if self._quantised:
                points = np.cumsum(points, axis=0) * self._scale + self._origin
            self._decoded[index] = points
        return self._decoded[index]


def _geometries(objects: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The polygons among the objects, collections taken apart, in order."""
    for found in objects.values():
        inner = found.get("geometries", ()) if found.get("type") == "GeometryCollection" else (found,)
        yield from (one for one in inner if one.get("type") in ("Polygon", "MultiPolygon"))
