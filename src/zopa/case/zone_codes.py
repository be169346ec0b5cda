"""The diagnostics of what a case file says about zones; what is wrong with their geometry has codes of its own."""

from __future__ import annotations

from zopa.diagnostics import Code

ZONE_CODES: dict[str, Code] = {
    "ZP041": Code(
        "Unknown zone",
        "A zone is named that the case does not declare, so nothing could be measured or moved.",
        "Correct the id, or declare the zone under zones.",
        "zones: {north: {part_of: nroth_coast}}",
    ),
    "ZP042": Code(
        "Zone declared twice",
        "Two zones of one id cannot be told apart.",
        "Rename one of them, or remove it.",
        "zones: [{id: north, region: GB-SCT}, {id: north, region: GB-ENG}]",
    ),
    "ZP043": Code(
        "Zone without ground, or with two",
        "One thing says which ground a zone is: a region code, a geometry, a file, other zones, or a part of another "
        "zone that a party holds.",
        "Give exactly one of region, geometry, file, zones, and held_by with part_of.",
        "zones: {north: {name: The north}}",
    ),
    "ZP044": Code(
        "Zone inside itself",
        "Following 'part_of' and 'zones' leads back to the zone it started from.",
        "Break the circle at the zone named.",
        "zones: {a: {region: FR-75, part_of: b}, b: {region: FR-77, part_of: a}}",
    ),
    "ZP045": Code(
        "Share over 100 per cent",
        "Nobody holds more than all of a zone, and the holders that one source names on one day do not together.",
        "Correct the shares; they are per cent of the whole zone.",
        "control: [{holder: A, share: 104, on: 2031-01-01, source: the survey}]",
    ),
    "ZP046": Code(
        "Dates out of order",
        "Figures of one source about one holder go from the oldest to the newest, and a claim ends after it began. "
        "A date in the wrong place is most often a slip in the year.",
        "Correct the date, or move the line.",
        "claims: [{party: A, since: 2030-01-01, until: 2020-01-01}]",
    ),
    "ZP047": Code(
        "Figure without a size, or with two",
        "A figure of control says one thing: a share in per cent, an area in km2, or a drawing.",
        "Give exactly one of share, km2, geometry and file.",
        "control: [{holder: A, on: 2031-01-01, source: x}]",
    ),
    "ZP048": Code(
        "Not a place",
        "A point is a longitude between -180 and 180 and a latitude between -90 and 90, in this order.",
        "Write the longitude first, both in degrees: [34.59, 47.51].",
        "assets: [{name: Quay, kind: port, at: [120, 95]}]",
    ),
    "ZP049": Code(
        "Not a transfer",
        "A transfer names a zone and the party it goes to.",
        "Write ZONE:PARTY, for example north_coast:Arvenia.",
        "options: {cede: {definition: the north goes over, transfer: north_coast}}",
    ),
    "ZP050": Code(
        "Not a side",
        "The side on which a part is drawn is a direction of the compass.",
        "Write north, north-east, east, ..., or degrees from 0 (north) to 359.",
        "control: [{holder: A, share: 40, side: left, on: 2031-01-01, source: x}]",
    ),
    "ZP051": Code(
        "Not a size",
        "An area is a number of square kilometres above 0, a count of people a whole number.",
        "Write a plain number without a unit.",
        "official_km2: 26 thousand",
    ),
}
