"""The atlas: every region of the world by code, quickly, and honest about what it is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from zopa.territory import geodesic_km2, load_atlas
from zopa.territory.atlas import Atlas

if TYPE_CHECKING:
    from pathlib import Path

OFFICIAL = {
    "DE-BY": 70_542,
    "US-CO": 269_837,
    "US-WY": 253_348,
    "US-UT": 219_887,
    "US-KS": 213_096,
    "CA-AB": 661_848,
    "CA-SK": 651_036,
    "AU-SA": 984_377,
    "AU-NT": 1_349_129,
    "UA-14": 26_517,
    "UA-23": 27_183,
    "UA-63": 31_415,
    "UA-12": 31_914,
    "UA-59": 23_834,
    "RU-ROS": 100_967,
    "RU-KRS": 29_997,
}
"""Areas their own administrations give, in km2."""

DIFFERS = {"UA-09": 26_684, "UA-65": 28_461, "UA-40": 864, "UA-48": 24_598, "DE-SN": 18_450, "TR-06": 24_521}
"""Where the outline is off by more than one per cent: waters counted or not, another boundary, a city."""


def measured(code: str) -> float:
    return sum(geodesic_km2(region.outline) for region in load_atlas().find(code))


@pytest.mark.parametrize("code", sorted(OFFICIAL))
def test_areas_are_those_of_the_administrations(code: str) -> None:
    """Within one per cent, where the outline follows the official boundary."""
    assert measured(code) == pytest.approx(OFFICIAL[code], rel=0.01)


@pytest.mark.parametrize("code", sorted(DIFFERS))
def test_where_the_outline_differs_is_known(code: str) -> None:
    """More than one per cent off; should one of these come within it, it belongs to the others."""
    assert measured(code) != pytest.approx(DIFFERS[code], rel=0.01)


def test_all_regions_of_the_world_load_within_a_second() -> None:
    """4,595 outlines, read and built, in at most one second of processor time."""
    from zopa.territory.atlas import load_atlas as load

    load.cache_clear()
    began = time.process_time()
    regions = load().everything()
    taken = time.process_time() - began
    assert len(regions) == len(load()) == 4595
    assert taken <= 1.0


def test_only_a_few_outlines_cross_themselves() -> None:
    """Eleven, as their README says; they are mended when used."""
    assert sum(not region.outline.is_valid for region in load_atlas().everything()) == 11


def test_a_state_can_be_meant_in_two_ways() -> None:
    """Two letters: the regions with its codes. Three letters: those drawn with it, by who holds them."""
    listed = {region.code for region in load_atlas().find("UA")}
    drawn = {region.code for region in load_atlas().find("UKR")}
    assert listed - drawn == {"UA-43", "UA-40"}
    assert load_atlas().usual_state("UA") == "UKR"


def test_a_code_is_found_without_regard_to_case_and_a_slip_is_guessed() -> None:
    """Codes are matched in capitals; a name leads to its code; what has nothing like it leads to nothing."""
    atlas = load_atlas()
    assert [region.name for region in atlas.find(" de-by ")] == ["Bayern"]
    assert atlas.find("DE-XX") == ()
    assert atlas.nearest("bayern") == "DE-BY"
    assert atlas.nearest("DE-BX") is not None
    assert atlas.nearest("?????") is None


def test_a_code_with_several_outlines_gives_all_of_them() -> None:
    """Natural Earth gives some codes to several outlines; none is dropped."""
    assert len(load_atlas().find("PH-MNL")) == 17


def test_it_is_close_to_the_full_outlines(shared: Path) -> None:
    """Against full Natural Earth outlines: within 2 per cent for regions of 20,000 km2 and more."""
    import json

    from shapely.geometry import shape

    for name in ("ukr_adm1_ne10m.geojson", "rus_border_adm1_ne10m.geojson"):
        for feature in json.loads((shared / "data" / "territory" / name).read_text("utf-8"))["features"]:
            full = geodesic_km2(shape(feature["geometry"]))
            (ours,) = load_atlas().find(feature["properties"]["iso"])
            if full >= 20_000:
                assert geodesic_km2(ours.outline) == pytest.approx(full, rel=0.02), ours.name


def test_an_atlas_of_nothing_cannot_be_made() -> None:
    """A TopoJSON without objects is no atlas."""
    with pytest.raises(ValueError, match="no objects"):
        Atlas({"type": "Topology", "arcs": [], "objects": {}})
