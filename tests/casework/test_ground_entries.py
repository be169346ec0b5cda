"""The ground in a briefing: the same in all four forms, followed down to its statements."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.territory.coverage import write_coverage
from tests.territory.island import write_island

import zopa
from zopa.briefing.ground_lines import disputed

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.briefing import Briefing
    from zopa.briefing.ground import GroundEntry
    from zopa.casework.briefs import Form


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """The briefing on the invented island."""
    folder = write_coverage(write_island(tmp_path_factory.mktemp("brief") / "island"))
    return zopa.brief(folder, draws=100)


@pytest.fixture(scope="module")
def ground(briefing: Briefing) -> GroundEntry:
    """Its ground."""
    assert briefing.territory is not None
    return briefing.territory


def test_options_and_packages_carry_what_they_move(ground: GroundEntry, briefing: Briefing) -> None:
    """The swap moves the ford and half of the cape; a package with it moves the same, any other none."""
    (swap,) = ground.options
    assert (swap.issue, swap.option) == ("land", "swap")
    assert [one.zone for one in swap.consequences.moved] == ["Cape", "Ford"]
    assert len(ground.packages) == len(briefing.packages) + 1
    for package in ground.packages:
        moves = dict(package.package)["land"] == "swap"
        assert package.consequences == (swap.consequences if moves else None)


def test_figures_claims_and_statements(ground: GroundEntry, briefing: Briefing) -> None:
    """Only zones with figures or rival claims are in dispute; a statement of somebody's leads to its words."""
    assert [zone.id for zone in disputed(ground)] == ["fell", "cape"]
    known = {statement.id for statement in briefing.statements}
    cited = [extent.statement for extent in ground.extents if extent.statement is not None]
    assert cited
    assert set(cited) <= known
    assert any(extent.contradicts for extent in ground.extents)


def test_the_map_has_a_stop_for_each_day_and_option(ground: GroundEntry) -> None:
    """Two days of figures, the day looked at, and the swap."""
    assert [state.label for state in ground.map.states] == [
        "1 January 2030",
        "1 January 2031",
        "1 June 2031",
        "land: swap",
    ]


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_all_forms_say_the_same(briefing: Briefing, form: Form) -> None:
    """The areas that move, that lines are schematic, and that residents are those last counted."""
    made = zopa.render(briefing, form)
    if form == "json":
        found = json.loads(made)["territory"]
        assert found["schematic"] is True
        assert found["options"][0]["consequences"]["moved"][0]["zone"] == "Cape"
        assert found["map"]["states"][0]["kind"] == "day"
        return
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", made.replace("\\", "").replace("\u00a0", " ")))
    assert "Ford: 5,930 km², 100 % of it, from Bruma to Arven" in plain
    assert "not a front line" in plain
    assert "not those there now" in plain
    assert "Coast road" in plain


def test_the_page_keeps_its_policy(briefing: Briefing) -> None:
    """Styles and script of the map are covered by the policy's hashes: no inline style, one style and one script."""
    page = zopa.render(briefing, "html")
    assert len(re.findall(r"<style", page)) == 1
    assert len(re.findall(r"<script", page)) == 1
    assert not re.search(r"\sstyle=", page)
    assert 'role="img"' in page


def test_an_open_case_tells_its_ground(tmp_path: Path) -> None:
    """The same as ``zopa territory --json``."""
    case = zopa.open_case(write_island(tmp_path / "island"))
    assert case.territory()["transfers"] is None
    (moved,) = case.territory("ford:Arven")["transfers"]["moved"]
    assert moved["zone"] == "ford"


def test_a_hostile_name_stays_text(tmp_path: Path) -> None:
    """A zone's name cannot become markup, on the page or on its map."""
    folder = write_island(tmp_path / "island")
    text = (folder / "case.yaml").read_text("utf-8")
    hostile = text.replace("    name: Cape\n", "    name: '<img src=x onerror=alert(1)>'\n")
    (folder / "case.yaml").write_text(hostile, "utf-8")
    write_coverage(folder)
    page = zopa.render(zopa.brief(folder, draws=20), "html")
    assert "<img" not in page
    assert "&lt;img" in page
