"""``zopa territory``: zones, transfers, statements and maps through the command line."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.ferry import Zopa
from tests.territory.coverage import write_coverage
from tests.territory.island import ZONES, write_island


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """The case of the invented island, with its coverage, not yet read."""
    return write_coverage(write_island(tmp_path / "island"))


def test_the_table_shows_who_holds_what_by_whom(zopa: Zopa, island: Path) -> None:
    """Zones, shares, differing figures, claims, corridors, and that lines are schematic."""
    shown = zopa("territory", island)
    assert shown.status == 0
    for words in (
        "Who holds what on 1 June 2031",
        "Arven 50 % ~",
        "The Tern, 1",
        "Claimed by more than one",
        "treaty of Senn",
        "Coast road: whole over land; each alone would cut it: Quay",
        "not a front line",
    ):
        assert words in shown.out


def test_a_transfer_is_told_in_area_people_and_roads(zopa: Zopa, island: Path) -> None:
    """Names are matched without regard to case; the corridor is cut and said to be."""
    shown = zopa("territory", island, "--transfer", "QUAY:arven", "--transfer", "cape_held:Bruma")
    assert shown.status == 0
    assert "Quay: 5,930 km², 100 % of it, from Bruma to Arven" in shown.out
    assert "Coast road: cut (before: whole over land" in shown.out
    assert "Cape light (power plant)" in shown.out
    assert "not those there now" in shown.out


def test_json_holds_everything(zopa: Zopa, island: Path) -> None:
    """The shape that programs read."""
    found = json.loads(zopa("territory", island, "--transfer", "ford:Arven", "--json").out)
    assert set(found) == {"as_of", "boundaries", "views", "schematic", "zones", "corridors", "transfers"}
    cape = next(zone for zone in found["zones"] if zone["zone"] == "cape")
    assert [(held["holder"], round(held["share"], 3)) for held in cape["held"]] == [("Arven", 0.5), ("Bruma", 0.5)]
    assert [figure["share"] for figure in cape["figures"]] == [0.5, 0.4]
    (moved,) = found["transfers"]["moved"]
    assert (moved["zone"], moved["from"], moved["to"], moved["share"]) == ("ford", "Bruma", "Arven", 1.0)
    assert set(moved["people"]) == {"settlements", "largest", "listed", "least", "most", "counted"}
    assert sum(party["change"] for party in found["transfers"]["parties"]) == pytest.approx(0, abs=1e-6)


def test_rows_for_programs(zopa: Zopa, island: Path) -> None:
    """CSV and JSON lines: a row a zone and holder, or a row a zone that moves."""
    rows = list(csv.DictReader(io.StringIO(zopa("territory", island, "--csv").out)))
    assert [row["holder"] for row in rows if row["zone"] == "cape"] == ["Arven", "Bruma"]
    lines = zopa("territory", island, "--transfer", "cape:Arven", "--jsonl").out.splitlines()
    assert [json.loads(line)["zone"] for line in lines] == ["cape"]


def test_statements_beside_figures(zopa: Zopa, island: Path) -> None:
    """What the Gull says is not compared with its own figure; who contradicts whom is named."""
    assert zopa("territory", island, "--statements").status == 2
    zopa("read", island, "--quiet")
    rows = json.loads(zopa("territory", island, "--statements", "--json").out)
    said = {(row["doc"], row["holder"], round(row["value"], 2)): row for row in rows}
    gull = said["gull", "Arven", 0.5]
    assert (gull["verdict"], gull["figures"], gull["differs_from"]) == ("disagrees", ["The Tern"], ["buoy"])
    buoy = said["buoy", "Bruma", 0.8]
    assert (buoy["verdict"], buoy["by"]) == ("disagrees", pytest.approx(-0.2, abs=1e-6))
    assert "Bruma holds about 80 per" in zopa("territory", island, "--statements").out


def test_as_of_looks_at_another_day(zopa: Zopa, island: Path) -> None:
    """In 2030 Arven held a fifth of the cape."""
    found = json.loads(zopa("territory", island, "--as-of", "2030-06-01", "--json").out)
    cape = next(zone for zone in found["zones"] if zone["zone"] == "cape")
    assert cape["held"][0]["share"] == pytest.approx(0.2, abs=1e-5)


def test_a_map_is_written(zopa: Zopa, island: Path, tmp_path: Path) -> None:
    """An SVG file of its own; with a transfer it shows the ground once that is made."""
    shown = zopa("territory", island, "--transfer", "ford:Arven", "--map", tmp_path / "island.svg")
    assert f"The map is in {tmp_path / 'island.svg'}" in shown.out
    assert (tmp_path / "island.svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--transfer", "atlantis:Arven"], "There is no zone 'atlantis'"),
        (["--transfer", "ford:Gondor"], "There is no party 'Gondor'"),
        (["--transfer", "ford"], "ZONE:PARTY"),
        (["--transfer", "cape_held:Bruma", "--transfer", "cape:Arven"], "two parties"),
        (["--statements", "--transfer", "ford:Arven"], "--statements goes with --as-of only"),
        (["--map", "."], "is a folder"),
    ],
)
def test_wrong_usage_is_one_clear_message(zopa: Zopa, island: Path, arguments: list[str], words: str) -> None:
    """Exit status 2, and what to do."""
    shown = zopa("territory", island, *arguments)
    assert shown.status == 2
    assert words in shown.err
    assert "Traceback" not in shown.err


def test_a_case_without_zones_says_how_to_add_them(zopa: Zopa, ferry: Path) -> None:
    """Not an empty table."""
    shown = zopa("territory", ferry)
    assert shown.status == 2
    assert "no zones" in shown.err


def test_check_reports_drawings_too(zopa: Zopa, tmp_path: Path) -> None:
    """What is wrong with geometry is found by ``zopa check``, with its line, and territory refuses to measure."""
    folder = write_island(tmp_path / "bad", ZONES.replace("%(vale)s", "{type: Polygon, coordinates: []}"))
    shown = zopa("check", folder)
    assert shown.status == 1
    assert "ZP403" in shown.out + shown.err
    assert zopa("territory", folder).status == 2


def test_packages_carry_what_they_move(zopa: Zopa, island: Path) -> None:
    """Each package of ``settle`` and each point of ``frontier`` says what its options would move."""
    zopa("read", island, "--quiet")
    found = json.loads(zopa("settle", island, "--draws", 50, "--json").out)
    moved = {package["package"]["land"]: package["territory"] for package in found["packages"]}
    assert moved["stay"] is None
    assert {one["zone"] for one in moved["swap"]["moved"]} == {"cape", "ford"}
    points = json.loads(zopa("frontier", island, "--json").out)["frontier"]
    assert all("territory" in point for point in points)
    assert "Ground that changes hands" in zopa("settle", island, "--draws", 50).out


def test_geometry_is_loaded_only_where_it_is_needed(
    zopa: Zopa, make_case: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case without zones is read, settled and briefed without shapely or pyproj."""
    loaded: dict[str, Any] = {name: module for name, module in sys.modules.items() if "zopa.territory" in name}
    for name in loaded:
        monkeypatch.delitem(sys.modules, name)
    folder = make_case()
    assert zopa("brief", folder, "--draws", 20, "--quiet").status == 0
    assert zopa("check", folder).status == 0
    assert not [name for name in sys.modules if name.startswith("zopa.territory")]
