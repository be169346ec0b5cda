"""The diagnostics of the ground of a case: what is wrong with drawings, codes and figures once they are measured."""

from __future__ import annotations

from zopa.diagnostics import Code

CODES: dict[str, Code] = {
    "ZP401": Code(
        "Unknown region",
        "The atlas has no region and no state of that code, so there is no outline to measure.",
        "Use the ISO 3166-2 code (UA-14), the code of a state (UA, UKR), or bring a drawing with 'file'.",
        "zones: {north: {region: XX-99}}",
    ),
    "ZP402": Code(
        "Outline that crosses itself",
        "A polygon whose line crosses itself encloses no certain ground: its area depends on who computes it.",
        "Mend the drawing at the place named, for example with QGIS 'Fix geometries'.",
        "geometry: {type: Polygon, coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}",
    ),
    "ZP403": Code(
        "Empty outline",
        "There is no polygon in the drawing, so it has no area.",
        "Draw the zone as a Polygon or MultiPolygon; lines and points have no area.",
        "geometry: {type: Polygon, coordinates: []}",
    ),
    "ZP404": Code(
        "Zones that overlap",
        "Ground that lies in two zones would be counted, and moved, twice.",
        "Say 'part_of' where one zone lies in the other; otherwise mend one of the drawings.",
        "zones: {state: {region: FR}, capital: {region: FR-75}}",
    ),
    "ZP405": Code(
        "TopoJSON without objects",
        "The file holds arcs and no object made of them, so there is nothing to draw.",
        "Export it again with its layers, or as GeoJSON.",
        'north.topo.json: {"type": "Topology", "arcs": [], "objects": {}}',
    ),
    "ZP406": Code(
        "Drawing that cannot be read",
        "The file is not there, is not inside the case folder, or is neither GeoJSON nor TopoJSON.",
        "Name a GeoJSON or TopoJSON file inside the case folder.",
        "zones: {north: {file: north.shp}}",
    ),
    "ZP407": Code(
        "No such feature",
        "The file has no feature with that id or property, so nothing would be drawn.",
        "Use an id or a property's value that the file has, or property=value.",
        "zones: {north: {file: regions.geojson, feature: nroth}}",
    ),
    "ZP408": Code(
        "Not in degrees",
        "Coordinates are longitudes between -180 and 180 and latitudes between -90 and 90 (WGS 84, EPSG:4326). Larger "
        "numbers are metres of some projection, whose name the file does not say.",
        "Reproject the file to EPSG:4326.",
        "geometry: {type: Polygon, coordinates: [[[512000, 5400000], [513000, 5400000], [513000, 5401000]]]}",
    ),
    "ZP409": Code(
        "More than all of it",
        "The area given is larger than the zone is on the boundary drawn, so both cannot be right.",
        "Correct the area (it is in km2), or give the zone the boundary the source measured on.",
        "control: [{holder: A, km2: 90000, on: 2031-01-01, source: the survey}]        # the zone has 26,000",
    ),
    "ZP410": Code(
        "Asset outside every zone",
        "The point lies in none of the zones, so no transfer could move it. Longitude and latitude are often swapped.",
        "Write the longitude first; or add the zone it lies in.",
        "assets: [{name: Quay, kind: port, at: [51.9, 4.1]}]",
    ),
    "ZP411": Code(
        "Settlements that cannot be read",
        "The file needs a heading line with name, lon, lat and population; rows without usable numbers are left out.",
        "Mend the file or the rows named.",
        "settlements: towns.csv        # with the heading 'town;people'",
    ),
}
"""Code to documentation. A code never changes its meaning."""

WARNINGS = frozenset({"ZP410", "ZP411"})
"""The codes that do not keep the ground from being used."""
