"""Surveying: zones become measured ground; what is wrong with a drawing has a code and a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.territory.island import ZONES, island_text, square

from zopa.case import check_case
from zopa.territory import CODES, Ground, survey
from zopa.territory.codes import WARNINGS

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.diagnostics import Diagnostic

TWO = "parties: [A, B]\nissues: {p: {options: {x: one way, y: other way}}}\n"
BOW = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
METRES = {"type": "Polygon", "coordinates": [[[5e5, 5e6], [6e5, 5e6], [6e5, 5.1e6], [5e5, 5e6]]]}
ROUND = {"type": "Polygon", "coordinates": [[[-180, 80], [180, 80], [180, 90], [-180, 90], [-180, 80]]]}
SPECKS = {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 1]}]}
SQUARE = json.dumps(square(10, 50))

FILES: dict[str, Any] = {
    "bare.topo.json": {"type": "Topology", "arcs": [], "objects": {}},
    "torn.topo.json": {"type": "Topology", "arcs": [], "objects": {"a": {"type": "Polygon", "arcs": [[3]]}}},
    "two.geojson": {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": 1, "properties": {"name": "west", "year": 2030}, "geometry": square(0, 50)},
            {"type": "Feature", "id": 2, "properties": {"name": "east", "year": 2030}, "geometry": square(5, 50)},
        ],
    },
    "none.geojson": {"type": "FeatureCollection", "features": []},
    "good.topo.json": {
        "type": "Topology",
        "transform": {"scale": [0.1, 0.1], "translate": [10, 50]},
        "arcs": [[[0, 0], [10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10]]],
        "objects": {"z": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "id": "it", "arcs": [[0, 1]], "properties": {"name": "here"}},
        ]}},
    },
}  # fmt: skip

BAD = [
    ("ZP401", "zones:\n  n: {region: XX-99}", 4),
    ("ZP402", f"zones:\n  n:\n    geometry: {json.dumps(BOW)}", 5),
    ("ZP403", "zones:\n  n: {geometry: {type: Polygon, coordinates: []}}", 4),
    ("ZP403", f"zones:\n  n: {{geometry: {json.dumps(SPECKS)}}}", 4),
    ("ZP403", "zones:\n  n: {file: none.geojson}", 4),
    ("ZP404", "zones:\n  a: {region: DE}\n  b: {region: DE-BY}", 5),
    ("ZP405", "zones:\n  n: {file: bare.topo.json}", 4),
    ("ZP406", "zones:\n  n: {file: nowhere.geojson}", 4),
    ("ZP406", "zones:\n  n: {file: ../outside.geojson}", 4),
    ("ZP406", "zones:\n  n: {file: words.txt}", 4),
    ("ZP406", "zones:\n  n: {file: list.json}", 4),
    ("ZP406", "zones:\n  n: {file: torn.topo.json}", 4),
    ("ZP406", "zones:\n  n: {geometry: {type: Potato, coordinates: [1]}}", 4),
    ("ZP406", 'zones:\n  n: {file: "a\\0b"}', 4),
    ("ZP403", f"zones:\n  n: {{geometry: {json.dumps(ROUND)}}}", 4),
    ("ZP407", "zones:\n  n: {file: two.geojson, feature: north}", 4),
    ("ZP408", f"zones:\n  n: {{geometry: {json.dumps(METRES)}}}", 4),
    (
        "ZP409",
        f"zones:\n  n:\n    geometry: {SQUARE}\n    control:\n"
        "      - {holder: A, km2: 90000, on: 2031-01-01, source: x}",
        7,
    ),
    (
        "ZP410",
        f"zones:\n  n:\n    geometry: {SQUARE}\n    assets:\n      - {{name: Quay, kind: port, at: [50, 10]}}",
        7,
    ),
    (
        "ZP402",
        f"zones:\n  n:\n    geometry: {SQUARE}\n    control:\n"
        f"      - {{holder: A, on: 2031-01-01, source: x, geometry: {json.dumps(BOW)}}}",
        7,
    ),
]


@pytest.fixture
def surveyed(tmp_path: Path) -> Any:
    """Writes zones into a case folder with drawings beside it, and surveys them."""
    for name, content in FILES.items():
        (tmp_path / name).write_text(json.dumps(content), "utf-8")
    (tmp_path / "words.txt").write_text("no drawing", "utf-8")
    (tmp_path / "list.json").write_text("[1, 2]", "utf-8")

    def survey_text(zones: str) -> tuple[Ground | None, tuple[Diagnostic, ...]]:
        (tmp_path / "case.yaml").write_text(TWO + zones, "utf-8")
        case, problems = check_case(tmp_path)
        assert case is not None, [str(found) for found in problems]
        return survey(case.territory, tmp_path, "case.yaml")

    return survey_text


@pytest.mark.parametrize(("code", "zones", "line"), BAD)
def test_what_is_wrong_has_a_code_and_a_line(surveyed: Any, code: str, zones: str, line: int) -> None:
    """One diagnostic, at the line at fault, with what to do; an error leaves no ground, a warning does."""
    ground, diagnostics = surveyed(zones)
    assert [(found.code, found.line) for found in diagnostics] == [(code, line)]
    assert diagnostics[0].fix
    assert (ground is None) == (diagnostics[0].severity == "error")


def test_every_code_is_documented_and_tested() -> None:
    """Each code has a title, a reason and a fix; ZP411 is tested with the settlements."""
    assert {code for code, *_ in BAD} | {"ZP411"} == set(CODES)
    assert set(CODES) >= WARNINGS
    for code, documentation in CODES.items():
        assert code.startswith("ZP4")
        assert documentation.title
        assert documentation.why.endswith(".")
        assert documentation.fix.endswith(".")


def test_an_unknown_code_is_met_with_a_guess(surveyed: Any) -> None:
    """A name, or a code with a slip, leads to the code probably meant."""
    assert "'DE-BY'" in surveyed("zones: {n: {region: Bayern}}")[1][0].fix


@pytest.mark.parametrize("feature", ["east", "2", "name=east", "year=2030&name=east"])
def test_a_feature_is_picked_by_id_or_property(surveyed: Any, feature: str) -> None:
    """By its id, a property's value, property=value, or several of these."""
    ground, _ = surveyed(f"zones: {{n: {{file: two.geojson, feature: {feature}}}}}")
    assert ground.projection.longitude == pytest.approx(5.5, abs=0.02)


def test_topojson_is_read_as_well(surveyed: Any) -> None:
    """Quantised arcs are put together; the square degree has the area it should."""
    ground, diagnostics = surveyed("zones: {n: {file: good.topo.json, feature: here}}")
    assert diagnostics == ()
    assert ground.plots["n"].km2 == pytest.approx(7880, rel=0.01)


def test_a_zone_in_another_is_taken_out_of_it(surveyed: Any) -> None:
    """With 'part_of' there is no overlap: the whole keeps its area, its own ground is what is left."""
    ground, diagnostics = surveyed("zones: {whole: {region: DE}, part: {region: DE-BY, part_of: whole}}")
    assert diagnostics == ()
    plot = ground.plots["whole"]
    assert plot.own.area == pytest.approx(plot.outline.area - ground.plots["part"].outline.area, rel=1e-6)
    assert ground.leaves("whole") == {"whole", "part"}


def test_two_views_of_a_boundary_are_told(surveyed: Any) -> None:
    """Where a code is listed by one state and drawn with another, both are named; elsewhere nothing is."""
    ground, _ = surveyed("zones: {n: {region: UA-43}, m: {region: DE-BY}}")
    assert [("UA" in view, "RUS" in view) for view in ground.plots["n"].views] == [(True, True)]
    assert ground.plots["m"].views == ()


def test_a_case_without_zones_has_no_ground(surveyed: Any) -> None:
    """Nothing is wrong with it."""
    assert surveyed("title: x") == (None, ())


def test_the_island_overlaps_where_a_zone_is_declared_twice(tmp_path: Path) -> None:
    """The message names both zones and what they share."""
    (tmp_path / "towns.csv").write_text("name,lon,lat,population\n", "utf-8")
    doubled = ZONES.replace("corridors:", "  moor_again: {geometry: %(moor)s}\ncorridors:")
    (tmp_path / "case.yaml").write_text(island_text(doubled), "utf-8")
    case, _ = check_case(tmp_path)
    assert case is not None
    _, diagnostics = survey(case.territory, tmp_path, "case.yaml")
    assert [found.code for found in diagnostics] == ["ZP404"]
    assert "'moor'" in diagnostics[0].message
    assert "'moor_again'" in diagnostics[0].message
