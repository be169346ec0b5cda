"""Reading the zones of a case file, and the corridors between them; every reference checked, every problem reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.case.dates import read_date
from zopa.case.entries import Entry, entries, items_of, text, texts, usable, word
from zopa.case.zone_figures import point, read_control, read_residents, read_shape, size
from zopa.case.zone_keys import ASSET_KEYS, CLAIM_KEYS, CORRIDOR_KEYS, ZONE_KEYS
from zopa.case.zone_references import GroundReferences
from zopa.case.zones import ASSET_KINDS, Asset, AssetKind, Corridor, TerritorialClaim, Territory, Zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from zopa.case.case import Party
    from zopa.case.findings import Findings, Place

_GROUNDS = ("region", "geometry", "file", "zones", "held_by")


def read_territory(
    findings: Findings, data: dict[Any, Any], parties: Sequence[Party]
) -> tuple[Territory, GroundReferences]:
    """The zones, corridors and settlements of a case file, and the lookups over them.

    What cannot be used is reported and left out.
    """
    value = data.get("zones")
    found = [] if value is None else entries(findings, value, ("zones",), "zone", ("id",), ZONE_KEYS.keys())
    kept = usable(findings, found, "zone", "ZP042")
    references = GroundReferences.of(findings, parties, {entry.id: _name(entry) for entry in kept})
    zones = tuple(_zone(references, entry) for entry in kept)
    _report_circles(findings, {zone.id: zone for zone in zones}, {entry.id: entry.place for entry in kept})
    settlements = text(findings, data.get("settlements"), ("settlements",), "'settlements'")
    corridors = tuple(_corridors(references, data.get("corridors")))
    return Territory(zones=zones, corridors=corridors, settlements=settlements or None), references


def _name(entry: Entry) -> str:
    given = word(entry.details.get("name")) if isinstance(entry.details, dict) else None
    return given or entry.id


def _zone(references: GroundReferences, entry: Entry) -> Zone:
    findings, details, place = references.findings, entry.details, entry.place
    if not isinstance(details, dict):
        details = {} if details is None else {"region": details}
    findings.check_keys(details, ZONE_KEYS, place, f"zone {entry.id!r}")
    _report_ground(findings, entry, details)
    part_of, held_by = details.get("part_of"), details.get("held_by")
    return Zone(
        id=entry.id,
        name=_name(entry),
        aliases=texts(findings, details.get("aliases"), (*place, "aliases"), "An alias"),
        of=references.party(details["of"], (*place, "of")) if details.get("of") is not None else None,
        regions=texts(findings, details.get("region"), (*place, "region"), "A region's code"),
        shape=read_shape(findings, details, place),
        zones=references.zone_list(details.get("zones"), (*place, "zones")),
        part_of=references.zone(part_of, (*place, "part_of")) if part_of is not None else None,
        held_by=references.party(held_by, (*place, "held_by")) if held_by is not None else None,
        boundary=text(findings, details.get("boundary"), (*place, "boundary"), "A boundary") or None,
        official_km2=size(findings, details.get("official_km2"), (*place, "official_km2")),
        residents=read_residents(findings, details.get("residents"), (*place, "residents")),
        control=read_control(references, details.get("control"), (*place, "control")),
        claims=tuple(_claims(references, details.get("claims"), (*place, "claims"))),
        assets=tuple(_assets(references, details.get("assets"), (*place, "assets"))),
        line=findings.line_of(place),
    )


def _report_ground(findings: Findings, entry: Entry, details: Mapping[str, Any]) -> None:
    """Report a zone for which nothing, or more than one thing, says which ground it is (ZP043)."""
    given = [key for key in _GROUNDS if details.get(key) not in (None, [])]
    if len(given) != 1:
        has = " and ".join(repr(key) for key in given) or "nothing that says which ground it is"
        findings.report("ZP043", entry.place, f"The zone {entry.id!r} has {has}.")
    elif given == ["held_by"] and details.get("part_of") is None:
        findings.report("ZP043", entry.place, f"The zone {entry.id!r} has 'held_by' without 'part_of'.")


def _claims(references: GroundReferences, value: Any, place: Place) -> Iterator[TerritorialClaim]:
    findings = references.findings
    for item, item_place in items_of(value, place):
        if not isinstance(item, dict):
            findings.wrong_kind(item_place, "This claim", "a mapping such as {party: A, since: 2031-01-01}", item)
            continue
        findings.check_keys(item, CLAIM_KEYS, item_place, "a claim")
        party = references.party(item.get("party"), (*item_place, "party"))
        since = read_date(findings, item.get("since"), (*item_place, "since"))
        until = read_date(findings, item.get("until"), (*item_place, "until"))
        if since is not None and until is not None and until < since:
            findings.report("ZP046", (*item_place, "until"), f"The claim ends on {until} and began on {since}.")
        by = text(findings, item.get("by"), (*item_place, "by"), "What a claim rests on")
        if party is not None:
            yield TerritorialClaim(party=party, since=since, until=until, by=by, line=findings.line_of(item_place))


def _assets(references: GroundReferences, value: Any, place: Place) -> Iterator[Asset]:
    findings = references.findings
    found = [] if value is None else entries(findings, value, place, "asset", ("name",), ASSET_KEYS.keys())
    for entry in found:
        if not isinstance(entry.details, dict):
            findings.wrong_kind(
                entry.place, "This asset", "a mapping such as {name: Quay, at: [4.1, 51.9]}", entry.details
            )
            continue
        findings.check_keys(entry.details, ASSET_KEYS, entry.place, f"asset {entry.id!r}")
        kind = _asset_kind(findings, entry.details.get("kind"), (*entry.place, "kind"))
        at = point(findings, entry.details.get("at"), (*entry.place, "at"))
        joins = references.zone_list(entry.details.get("joins"), (*entry.place, "joins"))
        if at is not None:
            yield Asset(name=entry.id, kind=kind, at=at, joins=joins, line=findings.line_of(entry.place))


def _asset_kind(findings: Findings, value: Any, place: Place) -> AssetKind:
    given = (word(value) or "other").casefold()
    for kind in ASSET_KINDS:
        if given == kind:
            return kind
    findings.wrong_kind(place, "The kind of an asset", f"one of {', '.join(ASSET_KINDS)}", value)
    return "other"


def _corridors(references: GroundReferences, value: Any) -> Iterator[Corridor]:
    findings = references.findings
    found = (
        [] if value is None else entries(findings, value, ("corridors",), "corridor", ("name",), CORRIDOR_KEYS.keys())
    )
    for entry in found:
        if not isinstance(entry.details, dict):
            findings.wrong_kind(entry.place, "This corridor", "a mapping with party, from and to", entry.details)
            continue
        findings.check_keys(entry.details, CORRIDOR_KEYS, entry.place, f"corridor {entry.id!r}")
        party = references.party(entry.details.get("party"), (*entry.place, "party"))
        start = references.zone(entry.details.get("from"), (*entry.place, "from"))
        end = references.zone(entry.details.get("to"), (*entry.place, "to"))
        if party is not None and start is not None and end is not None:
            line = findings.line_of(entry.place)
            yield Corridor(name=entry.id, party=party, start=start, end=end, line=line)


def _report_circles(findings: Findings, zones: Mapping[str, Zone], places: Mapping[str, Place]) -> None:
    """Report the zones from which following 'part_of' upwards, or 'zones' downwards, leads back to them (ZP044)."""
    for zone in zones.values():
        for following in (_parents, _members):
            if _reaches(zone.id, zones, following):
                findings.report("ZP044", places[zone.id], f"The zone {zone.id!r} lies in itself.")
                return


def _parents(zone: Zone) -> tuple[str, ...]:
    return (zone.part_of,) if zone.part_of is not None else ()


def _members(zone: Zone) -> tuple[str, ...]:
    return zone.zones


def _reaches(start: str, zones: Mapping[str, Zone], following: Callable[[Zone], tuple[str, ...]]) -> bool:
    """Whether following leads from a zone back to it."""
    seen: set[str] = set()
    waiting = list(following(zones[start]))
    while waiting:
        id = waiting.pop()
        if id in seen or id not in zones:
            continue
        seen.add(id)
        waiting += following(zones[id])
    return start in seen
