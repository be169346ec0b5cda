"""Measuring: an equal-area projection centred on the ground, and geodesics on the ellipsoid.

Areas come from Lambert's azimuthal equal-area projection (EPSG method 9820) on WGS 84, centred on the ground: it keeps
areas exactly, whatever the latitude, which Mercator's does not. Lengths, which it does not keep, are measured along
geodesics (Karney 2013).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod, Transformer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_GEOD = Geod(ellps="WGS84")
_M2_IN_KM2 = 1e6


@dataclass(frozen=True, slots=True)
class Projection:
    """Lambert's azimuthal equal-area projection centred on a longitude and a latitude; its unit is the metre."""

    longitude: float
    latitude: float

    @classmethod
    def centred_on(cls, outlines: Iterable[BaseGeometry]) -> Projection:
        """The projection centred on the points of outlines in degrees, across the date line too."""
        points = np.concatenate([shapely.get_coordinates(outline) for outline in outlines])
        longitudes, latitudes = np.radians(points).T
        east = np.cos(latitudes) * np.cos(longitudes), np.cos(latitudes) * np.sin(longitudes), np.sin(latitudes)
        x, y, z = (float(np.mean(part)) for part in east)
        longitude, latitude = np.degrees(np.arctan2(y, x)), np.degrees(np.arctan2(z, np.hypot(x, y)))
        return cls(round(float(longitude), 2), round(float(latitude), 2))

    def project(self, outline: BaseGeometry) -> BaseGeometry:
        """From degrees to metres."""
        return _transformed(outline, _transformer(self.longitude, self.latitude, back=False))

    def unproject(self, outline: BaseGeometry) -> BaseGeometry:
        """From metres to degrees."""
        return _transformed(outline, _transformer(self.longitude, self.latitude, back=True))

    def km(self, line: BaseGeometry) -> float:
        """The geodesic length of a line in metres of this projection, in km."""
        return abs(float(_GEOD.geometry_length(self.unproject(line)))) / 1000 if not line.is_empty else 0.0


def km2(outline: BaseGeometry) -> float:
    """The area of a projected outline, in square kilometres."""
    return float(outline.area) / _M2_IN_KM2


def geodesic_km2(outline: BaseGeometry) -> float:
    """The area of an outline in degrees on the ellipsoid, its edges taken as geodesics (Karney 2013)."""
    parts = shapely.get_parts(outline)
    return (
        sum(abs(float(_GEOD.geometry_area_perimeter(shapely.orient_polygons(part))[0])) for part in parts) / _M2_IN_KM2
    )


@cache
def _transformer(longitude: float, latitude: float, *, back: bool) -> Transformer:
    own = f"+proj=laea +lat_0={latitude} +lon_0={longitude} +datum=WGS84 +units=m"
    here, there = ("EPSG:4326", own) if not back else (own, "EPSG:4326")
    return Transformer.from_crs(here, there, always_xy=True)


def _transformed(outline: BaseGeometry, transformer: Transformer) -> BaseGeometry:
    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    return shapely.transform(outline, moved)
