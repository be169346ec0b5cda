"""Surveying: from the zones of a case file to measured ground, with everything that is wrong with their drawings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import shapely

from zopa.diagnostics import Diagnostic, Severity
from zopa.territory.atlas import SOURCE, load_atlas
from zopa.territory.codes import CODES, WARNINGS
from zopa.territory.cutting import polygons_of
from zopa.territory.drawings import DrawingProblem, read_drawing
from zopa.territory.ground import Ground, Plot
from zopa.territory.projection import Projection, km2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from zopa.case import Territory, Zone
    from zopa.territory.atlas import Region

OVERLAP = 0.005
"""The share of the smaller zone that may lie in another before they overlap: borders drawn twice never agree quite."""

LARGER = 1.05
"""How many times the zone an area held may be: two boundaries of one zone differ by a few per cent."""

SMALLEST_KM2 = 1e-6
"""A square metre: what is smaller is no zone but a slip in its drawing."""


@dataclass(slots=True)
class _Survey:
    folder: Path
    file: str
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, line: int | None, message: str, fix: str = "") -> None:
        severity: Severity = "warning" if code in WARNINGS else "error"
        self.diagnostics.append(Diagnostic(code, severity, message, fix or CODES[code].fix, self.file, line))

    def outline(self, zone: Zone) -> tuple[BaseGeometry | None, tuple[str, ...], bool]:
        """A zone's outline in degrees, where views of it differ, and whether it was mended."""
        if zone.shape is not None:
            try:
                return read_drawing(zone.shape, self.folder), (), False
            except DrawingProblem as problem:
                self.report(problem.code, zone.shape.line or zone.line, f"Zone {zone.id!r}: {problem.reason}.")
                return None, (), False
        regions = [region for code in zone.regions for region in self.regions(zone, code)]
        if not regions:
            return None, (), False
        mended = not all(region.outline.is_valid for region in regions)
        return (
            shapely.union_all([polygons_of(shapely.make_valid(region.outline)) for region in regions]),
            _views(regions),
            mended,
        )

    def regions(self, zone: Zone, code: str) -> tuple[Region, ...]:
        found = load_atlas().find(code)
        if not found:
            guess = load_atlas().nearest(code)
            fix = f"Did you mean {guess!r}?" if guess else ""
            self.report("ZP401", zone.line, f"Zone {zone.id!r}: the atlas has no region {code!r}.", fix)
        return found


def survey(territory: Territory, folder: Path, file: str) -> tuple[Ground | None, tuple[Diagnostic, ...]]:
    """The measured ground, or None where the zones cannot be used, and everything that is wrong with their drawings.

    ``folder`` is where files of drawings lie, ``file`` the case file as messages name it. With no zones the ground is
    None and nothing is wrong.
    """
    found = _Survey(folder, file)
    outlines = {zone.id: found.outline(zone) for zone in territory.zones if zone.regions or zone.shape is not None}
    known = {id: (outline, views, mended) for id, (outline, views, mended) in outlines.items() if outline is not None}
    if found.diagnostics or not known:
        return None, tuple(found.diagnostics)
    projection = Projection.centred_on(outline for outline, _, _ in known.values())
    projected = {id: shapely.make_valid(projection.project(outline)) for id, (outline, _, _) in known.items()}
    plots = {
        id: Plot(
            zone := territory.zone(id),
            polygons_of(projected[id]),
            _own(id, projected, territory),
            zone.boundary or (SOURCE if zone.regions else "the drawing of the case"),
            known[id][1],
            known[id][2],
        )
        for id in known
    }
    _report_no_area(found, plots)
    if found.diagnostics:
        return None, tuple(found.diagnostics)
    ground = Ground(territory, projection, plots, _drawn(found, territory, projection))
    _report_overlaps(found, ground)
    _report_sizes(found, ground)
    _report_assets(found, ground)
    broken = any(one.severity == "error" for one in found.diagnostics)
    return None if broken else ground, tuple(found.diagnostics)


def _views(regions: Iterable[Region]) -> tuple[str, ...]:
    """The regions whose code is listed by one state and which are drawn with another, in words."""
    differing = []
    for region in regions:
        usual = load_atlas().usual_state(region.listed_by)
        if len(region.listed_by) == 2 and usual is not None and region.drawn_with != usual:
            differing.append(
                f"{region.name} ({region.code}): the code is one of {region.listed_by}, "
                f"Natural Earth draws it with {region.drawn_with}, by who holds it"
            )
    return tuple(differing)


def _own(id: str, outlines: Mapping[str, BaseGeometry], territory: Territory) -> BaseGeometry:
    """A zone's outline without the zones that are part of it."""
    inner = [outlines[zone.id] for zone in territory.zones if zone.part_of == id and zone.id in outlines]
    return polygons_of(shapely.difference(outlines[id], shapely.union_all(inner)) if inner else outlines[id])


def _drawn(found: _Survey, territory: Territory, projection: Projection) -> dict[tuple[str, int], BaseGeometry]:
    drawn = {}
    for zone in territory.zones:
        for place, figure in enumerate(zone.control):
            if figure.shape is None:
                continue
            try:
                drawn[zone.id, place] = shapely.make_valid(projection.project(read_drawing(figure.shape, found.folder)))
            except DrawingProblem as problem:
                found.report(problem.code, figure.line, f"Zone {zone.id!r}: {problem.reason}.")
    return drawn


def _report_no_area(found: _Survey, plots: Mapping[str, Plot]) -> None:
    """Report outlines that come to nothing once projected, as one does whose edges go round the globe (ZP403)."""
    for plot in plots.values():
        if plot.km2 < SMALLEST_KM2:
            line = plot.zone.shape.line if plot.zone.shape else None
            found.report(
                "ZP403", line or plot.zone.line, f"Zone {plot.zone.id!r}: its outline has no area on the globe."
            )


def _report_overlaps(found: _Survey, ground: Ground) -> None:
    """Report pairs of zones whose own ground overlaps (ZP404). Cost: the pairs whose boxes meet."""
    ids = list(ground.plots)
    own = [ground.plots[id].own for id in ids]
    for one, other in shapely.STRtree(own).query(own, predicate="intersects").T:
        if one >= other:
            continue
        shared = km2(shapely.intersection(own[one], own[other]))
        smaller = min(km2(own[one]), km2(own[other]))
        if shared > OVERLAP * smaller:
            message = f"The zones {ids[one]!r} and {ids[other]!r} share {shared:,.0f} km2."
            found.report("ZP404", ground.plots[ids[other]].zone.line, message)


def _report_sizes(found: _Survey, ground: Ground) -> None:
    for plot in ground.plots.values():
        for figure in plot.zone.control:
            if figure.km2 is not None and figure.km2 > LARGER * max(plot.km2, plot.zone.official_km2 or 0):
                message = f"{figure.km2:,.0f} km2 of {plot.zone.id!r}, which has {plot.km2:,.0f} km2."
                found.report("ZP409", figure.line, message)


def _report_assets(found: _Survey, ground: Ground) -> None:
    outlines = [plot.outline for plot in ground.plots.values()]
    for zone in ground.territory.zones:
        for asset in zone.assets:
            at = ground.projection.project(shapely.Point(asset.at))
            if not any(shapely.dwithin(outline, at, NEAR) for outline in outlines):
                found.report("ZP410", asset.line, f"{asset.name!r} lies in no zone.")


NEAR = 10_000.0
"""Metres a point may lie outside a zone: a port or a bridge stands where simplified coasts are least exact."""
