"""The keys of the zones of a case file with what each says, for the reader and the JSON Schema."""

from __future__ import annotations

ZONE_KEYS: dict[str, str] = {
    "id": "The id used everywhere else in the file and in results.",
    "name": "The display name. Left out, the id.",
    "aliases": "Other words that stand for the zone in coverage.",
    "of": "The party whose land it is on the boundary shown. It holds whatever no figure gives to another.",
    "region": "An administrative region by its ISO 3166-2 code, a whole state by its code, or a list of these.",
    "geometry": "The ground as a GeoJSON geometry, in longitude and latitude.",
    "file": "A GeoJSON or TopoJSON file inside the case folder.",
    "feature": "Which feature of the file: its id, a property's value, or property=value.",
    "zones": "Other zones that together are this one.",
    "part_of": "The zone this one lies in.",
    "held_by": "With 'part_of': the part of that zone that this party holds on the day looked at.",
    "boundary": "Whose drawing of the boundary this is, for readers.",
    "official_km2": "The area the zone's own administration gives, in square kilometres.",
    "residents": "How many people lived there when last counted: {count, on, source}.",
    "control": "Who held how much of it, when, by which source. Figures that differ stand side by side.",
    "claims": "Who claims it, since when, by what act.",
    "assets": "What stands on it: a power plant, a port, a canal, a crossing, a city.",
}
CONTROL_KEYS: dict[str, str] = {
    "holder": "The party that held it.",
    "on": "The day: 2025-08-17.",
    "source": "Who says so.",
    "share": "The share held, in per cent of the zone.",
    "km2": "The area held, in square kilometres.",
    "geometry": "The ground held, as a GeoJSON geometry.",
    "file": "A GeoJSON or TopoJSON file inside the case folder that draws the ground held.",
    "feature": "Which feature of the file.",
    "side": "Where only the size is known: on which side the part is drawn (north, south-east, or degrees).",
    "boundary": "The boundary the source measured on.",
}
CLAIM_KEYS: dict[str, str] = {
    "party": "Who claims the zone.",
    "since": "Since which day.",
    "until": "Until which day, where the claim was given up.",
    "by": "By what act: a treaty, a law, a constitution.",
}
ASSET_KEYS: dict[str, str] = {
    "name": "What it is called.",
    "kind": "power plant, port, canal, crossing, city or other.",
    "at": "Where it is, as [longitude, latitude].",
    "joins": "The two zones that a crossing connects.",
}
RESIDENT_KEYS: dict[str, str] = {
    "count": "How many.",
    "on": "When they were counted: a day or a year.",
    "source": "Who counted.",
}
CORRIDOR_KEYS: dict[str, str] = {
    "name": "What the way is called.",
    "party": "Whose way it is.",
    "from": "The zone it starts in.",
    "to": "The zone it leads to.",
}
