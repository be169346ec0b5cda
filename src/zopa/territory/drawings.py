"""Reading drawings: GeoJSON (RFC 7946) and TopoJSON, from a file of the case folder or written into the case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry import shape as shapely_shape

from zopa.territory.topology import Topology

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from zopa.case import Shape

LARGEST_FILE = 100_000_000
"""Bytes; a larger file is no drawing of zones."""


class DrawingProblem(Exception):
    """A drawing cannot be used: the ``code`` of the diagnostic, and why in words."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def read_drawing(drawn: Shape, folder: Path) -> BaseGeometry:
    """The outline of a drawing, in degrees: polygons only, valid, not empty. Raises DrawingProblem."""
    if drawn.geometry is not None:
        return usable(_outline_of(drawn.geometry))
    document = _document(drawn.file or "", folder)
    return usable(_in_document(document, drawn.feature))


def usable(outline: BaseGeometry) -> BaseGeometry:
    """The outline, if it has an area, lies on the globe and does not cross itself. Raises DrawingProblem."""
    if outline.is_empty:
        raise DrawingProblem("ZP403", "there is no polygon in it")
    west, south, east, north = outline.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise DrawingProblem("ZP408", f"its coordinates go from {west:g}, {south:g} to {east:g}, {north:g}")
    if not outline.is_valid:
        raise DrawingProblem("ZP402", shapely.is_valid_reason(outline).replace("[", " at ").rstrip("]").lower())
    return outline


def _document(file: str, folder: Path) -> Mapping[str, Any]:
    if "\0" in file:
        raise DrawingProblem("ZP406", f"{file!r} is no name a file can have")
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise DrawingProblem("ZP406", f"{file} lies outside the case folder")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise DrawingProblem("ZP406", f"{file} has {path.stat().st_size:,} bytes")
        found = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise DrawingProblem("ZP406", f"{file} cannot be opened: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise DrawingProblem("ZP406", f"{file} is not JSON") from error
    if not isinstance(found, dict):
        raise DrawingProblem("ZP406", f"{file} is neither GeoJSON nor TopoJSON")
    return found


def _in_document(document: Mapping[str, Any], wanted: str | None) -> BaseGeometry:
    features = _of_topology(document) if document.get("type") == "Topology" else _of_geojson(document)
    chosen = [outline for id, properties, outline in features if wanted is None or _is_meant(wanted, id, properties)]
    if not chosen:
        raise DrawingProblem(
            "ZP407" if features else "ZP403", f"it has no feature {wanted!r}" if features else "it is empty"
        )
    return chosen[0] if len(chosen) == 1 else shapely.union_all(chosen)


_Feature = tuple[Any, "Mapping[str, Any]", "BaseGeometry"]


def _of_topology(document: Mapping[str, Any]) -> list[_Feature]:
    try:
        topology = Topology(document)
        parts = zip(topology.ids, topology.properties, strict=True)
        return [(id, properties, topology.outline(index)) for index, (id, properties) in enumerate(parts)]
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise DrawingProblem("ZP406", "it is not TopoJSON that can be read") from error
    except ValueError as error:
        raise DrawingProblem("ZP405" if "no objects" in str(error) else "ZP406", str(error)) from error


def _of_geojson(document: Mapping[str, Any]) -> list[_Feature]:
    kind = document.get("type")
    if kind == "FeatureCollection" and isinstance(document.get("features"), list):
        found = [one for one in document["features"] if isinstance(one, dict)]
    else:
        found = [dict(document) if kind == "Feature" else {"properties": {}, "geometry": document}]
    return [(one.get("id"), one.get("properties") or {}, _outline_of(one.get("geometry"))) for one in found]


def _outline_of(geometry: Any) -> BaseGeometry:
    """The polygons of a GeoJSON geometry; lines and points in it have no area and are left out."""
    if geometry is None:
        return shapely.MultiPolygon()
    try:
        found = shapely_shape(geometry)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError) as error:
        raise DrawingProblem("ZP406", "it is not GeoJSON that can be read") from error
    polygons = [part for part in shapely.get_parts(found) if part.geom_type in ("Polygon", "MultiPolygon")]
    return (
        polygons[0]
        if len(polygons) == 1
        else shapely.MultiPolygon([p for part in polygons for p in shapely.get_parts(part)])
    )


def _is_meant(wanted: str, id: Any, properties: Mapping[str, Any]) -> bool:
    """Whether ``id``, ``value``, ``property=value`` or several of the last joined by ``&`` names the feature."""
    if "=" in wanted:
        pairs = (part.partition("=") for part in wanted.split("&"))
        return all(str(properties.get(name.strip())) == value.strip() for name, _, value in pairs)
    return wanted == str(id) or any(wanted == str(value) for value in properties.values())
