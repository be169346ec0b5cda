"""The ground of a case in a briefing: who holds what, what options and packages would move, what is said of it.

Areas are in km2; a share is of its zone, 0 to 1. Ids are those of the case; names of zones are spelled out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from zopa.briefing.computed import Chosen
    from zopa.territory.map import Drawing


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """What one source says a party held: a share or an area, or neither where it is a drawing."""

    holder: str
    share: float | None
    km2: float | None
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """What a party holds of a zone; ``holder`` is None for nobody named."""

    holder: str | None
    km2: float
    share: float
    schematic: bool


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """Who claims a zone, since when, and by what act."""

    party: str
    since: date | None
    by: str


@dataclass(frozen=True, slots=True)
class ZoneEntry:
    """A zone: its size by its outline and officially, who holds it, every standing figure, who claims it."""

    id: str
    name: str
    km2: float
    official_km2: float | None
    held: tuple[HeldEntry, ...]
    figures: tuple[FigureEntry, ...]
    claims: tuple[ClaimEntry, ...]


@dataclass(frozen=True, slots=True)
class CorridorEntry:
    """A corridor and what would cut it."""

    name: str
    party: str
    whole: bool
    by_land: bool
    cut_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MovedEntry:
    """What one party would give another in one zone, with the residents last counted there."""

    zone: str
    giver: str | None
    taker: str
    km2: float
    share: float
    schematic: bool
    settlements: int
    largest: tuple[str, ...]
    least: int
    most: int | None
    counted: str
    assets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineEntry:
    """The line between what two parties hold, in km, before and after."""

    parties: tuple[str, str]
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class ConsequenceEntry:
    """What would change hands, what each party gains in km2, and what becomes of corridors and lines."""

    moved: tuple[MovedEntry, ...]
    changes: tuple[tuple[str, float], ...]
    corridors: tuple[CorridorEntry, ...]
    lines: tuple[LineEntry, ...]


@dataclass(frozen=True, slots=True)
class OptionGround:
    """An option that moves ground, and what it would change."""

    issue: str
    option: str
    consequences: ConsequenceEntry


@dataclass(frozen=True, slots=True)
class PackageGround:
    """A package and what it would change; None where it moves no ground. ``rank`` 0 is the headline's."""

    rank: int
    package: Chosen
    consequences: ConsequenceEntry | None


@dataclass(frozen=True, slots=True)
class ExtentEntry:
    """What was said of the ground, beside the figures of the case."""

    says: str
    finds: str
    verdict: str
    on: date | None
    article: str
    statement: str | None
    words: str
    contradicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroundEntry:
    """All of it. ``views`` says where two views of a boundary differ; ``schematic`` that lines are not front lines."""

    as_of: date
    zones: tuple[ZoneEntry, ...]
    corridors: tuple[CorridorEntry, ...]
    options: tuple[OptionGround, ...]
    packages: tuple[PackageGround, ...]
    extents: tuple[ExtentEntry, ...]
    boundaries: tuple[str, ...]
    views: tuple[str, ...]
    schematic: bool
    map: Drawing
