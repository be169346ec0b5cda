"""An invented island of square zones far in the north, where Mercator's map is most wrong.

::

      10    11    12    13
   63  +-----+-----+-----+
       | moor| fell| cape|      Arven holds moor, fell and half of cape; Bruma the rest
   62  +-----+-----+-----+
       | vale| ford| quay|      vale is Arven's land, ford and quay are Bruma's
   61  +-----+-----+-----+
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.case import check_case

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case import Case

PLACES = {"moor": (10, 62), "fell": (11, 62), "cape": (12, 62), "vale": (10, 61), "ford": (11, 61), "quay": (12, 61)}

HEAD = """\
case: island
title: The island talks
as_of: 2031-06-01
parties:
  - {id: Arven, name: Arven, aliases: [Arvenian, Arvenia]}
  - {id: Bruma, name: Bruma, aliases: [Bruman, Brumans]}
issues:
  land:
    options:
      stay: {definition: each side keeps what it holds}
      swap: {definition: the cape goes to Bruma and the ford to Arven, transfer: ['cape_held:Bruma', 'ford:Arven']}
  fee: {options: {low: a low fee a year, high: a high fee a year}}
"""

ZONES = """\
zones:
  moor: {name: Moor, of: Arven, geometry: %(moor)s, aliases: [the Moor]}
  fell:
    name: Fell
    of: Arven
    geometry: %(fell)s
    claims:
      - {party: Arven, since: 1950-01-01, by: treaty of Senn}
      - {party: Bruma, since: 1990-01-01, by: a law}
    residents: {count: 900, on: 2030-01-01, source: the registry}
  cape:
    name: Cape
    of: Bruma
    geometry: %(cape)s
    residents: {count: 5000, on: 2030-01-01, source: the registry}
    control:
      - {holder: Arven, share: 20, on: 2030-01-01, source: The Gull, side: west}
      - {holder: Arven, share: 50, on: 2031-01-01, source: The Gull}
      - {holder: Arven, share: 40, on: 2031-01-01, source: The Tern}
    assets:
      - {name: Cape light, kind: power plant, at: [12.2, 62.5]}
  vale: {name: Vale, of: Arven, geometry: %(vale)s}
  ford: {name: Ford, of: Bruma, geometry: %(ford)s}
  quay:
    name: Quay
    of: Bruma
    geometry: %(quay)s
    assets: {Old harbour: {kind: port, at: [12.9, 61.1]}}
  cape_held: {name: What Arven holds of the Cape, part_of: cape, held_by: Arven}
  north: {name: The north, zones: [moor, fell, cape]}
corridors:
  - {name: Coast road, party: Bruma, from: ford, to: cape}
  - {name: Hill road, party: Arven, from: vale, to: cape}
settlements: towns.csv
"""

TOWNS = """\
name,lon,lat,population
Westcape,12.1,62.5,1200
Eastcape,12.9,62.5,2000
Fellby,11.5,62.5,400
"""


def square(west: float, south: float, size: float = 1.0, points: int = 40) -> dict[str, Any]:
    """A square of so many degrees as GeoJSON, its sides cut into many points so that parallels stay parallels."""
    steps = [size * step / points for step in range(points)]
    ring = [
        *([west + step, south] for step in steps),
        *([west + size, south + step] for step in steps),
        *([west + size - step, south + size] for step in steps),
        *([west, south + size - step] for step in steps),
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def island_text(zones: str = ZONES) -> str:
    """The case file of the island."""
    import json

    return HEAD + zones % {name: json.dumps(square(*place)) for name, place in PLACES.items()}


def write_island(folder: Path, zones: str = ZONES) -> Path:
    """The case folder of the island."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.yaml").write_text(island_text(zones), "utf-8")
    (folder / "towns.csv").write_text(TOWNS, "utf-8")
    return folder


def island_case(folder: Path, zones: str = ZONES) -> Case:
    """The island's case, free of complaints."""
    case, diagnostics = check_case(write_island(folder, zones))
    assert case is not None, [str(found) for found in diagnostics]
    assert diagnostics == ()
    return case
