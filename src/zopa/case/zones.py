"""Zones: the ground a negotiation is about, as the analyst wrote it down.

A zone says which ground it is (a region by code, a drawing, a union of other zones, or the part of another zone that a
party holds), who claims it, who holds how much of it when and by which source, and what stands on it. Geometry is not
read here: the territory room does that.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

AssetKind = Literal["power plant", "port", "canal", "crossing", "city", "other"]
ASSET_KINDS: tuple[AssetKind, ...] = get_args(AssetKind)

Position = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]
"""Longitude and latitude in degrees (WGS 84)."""


class _Ground(BaseModel):
    """The base of these values: frozen, and a key nobody knows is an error. ``line`` is where it stands in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: int | None = Field(default=None, repr=False)


class Shape(_Ground):
    """A drawing: GeoJSON or TopoJSON in ``file`` (a path inside the case folder), or GeoJSON written into the case.

    ``feature`` picks one feature of a file by its id or by one of its properties (``UA-14``, ``date=2025-08-03``).
    """

    file: str | None = None
    feature: str | None = None
    geometry: dict[str, Any] | None = None


class ControlFigure(_Ground):
    """What one source says a party held of a zone on a day: a share in per cent, an area in km2, or a drawing.

    ``side`` is the compass bearing, in degrees, towards which the held part is drawn where only its size is known.
    ``boundary`` is the boundary the source measured on, where it says so.
    """

    holder: str
    on: date
    source: str
    share: float | None = None
    km2: float | None = None
    shape: Shape | None = None
    side: float | None = None
    boundary: str | None = None


class TerritorialClaim(_Ground):
    """Who claims a zone, since when, and by what act."""

    party: str
    since: date | None = None
    until: date | None = None
    by: str = ""


class Asset(_Ground):
    """Something that stands on the ground, at a point. ``joins`` are two zones that a crossing connects."""

    name: str
    kind: AssetKind
    at: Position
    joins: tuple[str, ...] = ()


class Residents(_Ground):
    """How many people lived in a zone when they were last counted: residents of that day, not those there now."""

    count: int
    on: str
    source: str


class Zone(_Ground):
    """A piece of ground. One of ``regions``, ``shape``, ``zones`` and ``held_by`` says which.

    ``of`` is the party whose land it is on the boundary shown; it holds whatever no figure gives to another.
    ``part_of`` is the zone it lies in. ``official_km2`` is the area its own administration gives.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    of: str | None = None
    regions: tuple[str, ...] = ()
    shape: Shape | None = None
    zones: tuple[str, ...] = ()
    part_of: str | None = None
    held_by: str | None = None
    boundary: str | None = None
    official_km2: float | None = None
    residents: Residents | None = None
    control: tuple[ControlFigure, ...] = ()
    claims: tuple[TerritorialClaim, ...] = ()
    assets: tuple[Asset, ...] = ()


class Corridor(_Ground):
    """A way over land that matters to a party: from a zone, to a zone, over ground that the party holds."""

    name: str
    party: str
    start: str
    end: str


class Transfer(_Ground):
    """A zone, or what others hold of it, goes to a party: ``donetsk_unoccupied:Russia``."""

    zone: str
    party: str

    def __str__(self) -> str:
        return f"{self.zone}:{self.party}"


class Territory(_Ground):
    """All ground of a case. ``settlements`` names a CSV file inside the case folder: name, lon, lat, population."""

    zones: tuple[Zone, ...] = ()
    corridors: tuple[Corridor, ...] = ()
    settlements: str | None = None

    def zone(self, id: str) -> Zone:
        """The zone with that id. Raises KeyError."""
        return {zone.id: zone for zone in self.zones}[id]
