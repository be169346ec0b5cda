"""Reading the numbers of a zone: who held how much of it when, how many lived there, where a thing stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.case.dates import read_date
from zopa.case.entries import items_of, text, word
from zopa.case.zone_keys import CONTROL_KEYS, RESIDENT_KEYS
from zopa.case.zones import ControlFigure, Residents, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from zopa.case.findings import Findings, Place
    from zopa.case.zone_references import GroundReferences

COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
"""The sides of a zone, each 45 degrees on from the one before."""

_SIZES = ("share", "km2", "geometry", "file")
ROUNDING = 0.05
"""Per cent by which shares may exceed 100 together, since sources round them."""


def read_control(references: GroundReferences, value: Any, place: Place) -> tuple[ControlFigure, ...]:
    """The figures of control of a zone, in the order of the file; those that cannot be used are left out."""
    findings = references.findings
    read: list[tuple[ControlFigure, Place]] = []
    for item, item_place in items_of(value, place):
        if not isinstance(item, dict):
            findings.wrong_kind(item_place, "This figure", "a mapping with holder, share, on and source", item)
            continue
        figure = _figure(references, item, item_place)
        if figure is not None:
            read.append((figure, item_place))
    _report_order(findings, read)
    _report_sums(findings, read)
    return tuple(figure for figure, _ in read)


def _figure(references: GroundReferences, item: Mapping[str, Any], place: Place) -> ControlFigure | None:
    findings = references.findings
    findings.check_keys(dict(item), CONTROL_KEYS, place, "a figure of control")
    holder = references.party(item.get("holder"), (*place, "holder"))
    for key in ("on", "source"):
        if item.get(key) is None:
            findings.report("ZP004", place, f"This figure of control has no {key!r}.")
    on = read_date(findings, item.get("on"), (*place, "on"))
    if sum(item.get(key) is not None for key in _SIZES) != 1:
        given = ", ".join(key for key in _SIZES if item.get(key) is not None) or "no size"
        findings.report("ZP047", place, f"This figure of control has {given}.")
    if holder is None or on is None:
        return None
    return ControlFigure(
        holder=holder,
        on=on,
        source=text(findings, item.get("source"), (*place, "source"), "A source"),
        share=_share(findings, item.get("share"), (*place, "share")),
        km2=size(findings, item.get("km2"), (*place, "km2")),
        shape=read_shape(findings, item, place),
        side=_side(findings, item.get("side"), (*place, "side")),
        boundary=text(findings, item.get("boundary"), (*place, "boundary"), "A boundary") or None,
        line=findings.line_of(place),
    )


def read_shape(findings: Findings, details: Mapping[str, Any], place: Place) -> Shape | None:
    """The drawing that ``file`` or ``geometry`` names; None where neither stands there."""
    geometry = details.get("geometry")
    if geometry is not None and not isinstance(geometry, dict):
        findings.wrong_kind(
            (*place, "geometry"), "A geometry", "a GeoJSON geometry with type and coordinates", geometry
        )
        return None
    file = text(findings, details.get("file"), (*place, "file"), "A file") or None
    if geometry is None and file is None:
        return None
    feature = text(findings, details.get("feature"), (*place, "feature"), "A feature") or None
    line = findings.line_of((*place, "geometry" if geometry is not None else "file"))
    return Shape(file=file, feature=feature, geometry=geometry, line=line)


def read_residents(findings: Findings, value: Any, place: Place) -> Residents | None:
    """How many people lived in a zone when they were counted."""
    if value is None:
        return None
    if not isinstance(value, dict):
        findings.wrong_kind(place, "'residents'", "a mapping with count, on and source", value)
        return None
    findings.check_keys(value, RESIDENT_KEYS, place, "residents")
    count = size(findings, value.get("count"), (*place, "count"))
    for key in RESIDENT_KEYS:
        if value.get(key) is None:
            findings.report("ZP004", place, f"'residents' has no {key!r}.")
    on, source = (text(findings, value.get(key), (*place, key), f"{key!r}") for key in ("on", "source"))
    return None if count is None else Residents(count=round(count), on=on, source=source)


def size(findings: Findings, value: Any, place: Place) -> float | None:
    """A number above 0; reports ZP051."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
        findings.report("ZP051", place, f"{value!r} is not a number above 0.")
        return None
    return float(value)


def point(findings: Findings, value: Any, place: Place) -> tuple[float, float] | None:
    """A longitude and a latitude; reports ZP048."""
    numbers = value if isinstance(value, list) else []
    if len(numbers) == 2 and all(type(one) in (int, float) for one in numbers):
        longitude, latitude = numbers
        if abs(longitude) <= 180 and abs(latitude) <= 90:
            return float(longitude), float(latitude)
    findings.report("ZP048", place, f"{value!r} is not a longitude and a latitude.")
    return None


def _share(findings: Findings, value: Any, place: Place) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        findings.wrong_kind(place, "A share", "a number of per cent", value)
        return None
    if not 0 <= value <= 100:
        findings.report("ZP045", place, f"The share is {value} per cent.")
        return None
    return float(value)


def _side(findings: Findings, value: Any, place: Place) -> float | None:
    if value is None:
        return None
    if type(value) in (int, float) and 0 <= value < 360:
        return float(value)
    name = (word(value) or "").casefold().replace(" ", "-").replace("_", "-")
    for side in COMPASS:
        if name in (side, side.replace("-", "")):
            return 45.0 * COMPASS.index(side)
    findings.report("ZP050", place, f"{value!r} is not a side.")
    return None


def _report_order(findings: Findings, read: list[tuple[ControlFigure, Place]]) -> None:
    """Report figures of one source and holder that are older than one before them (ZP046)."""
    last: dict[tuple[str, str, str | None], date] = {}
    for figure, place in read:
        key = (figure.source, figure.holder, figure.boundary)
        if key in last and figure.on < last[key]:
            findings.report("ZP046", (*place, "on"), f"{figure.on} stands after {last[key]} of the same source.")
        last[key] = figure.on


def _report_sums(findings: Findings, read: list[tuple[ControlFigure, Place]]) -> None:
    """Report holders whose shares, by one source on one day, are more than all of the zone (ZP045)."""
    sums: dict[tuple[str, date, str | None], dict[str, float]] = {}
    for figure, place in read:
        if figure.share is None:
            continue
        held = sums.setdefault((figure.source, figure.on, figure.boundary), {})
        held[figure.holder] = max(figure.share, held.get(figure.holder, 0.0))
        if sum(held.values()) > 100 + ROUNDING:
            total = f"{sum(held.values()):g}"
            findings.report(
                "ZP045", place, f"The shares of {figure.source!r} on {figure.on} add up to {total} per cent."
            )
            held.clear()
