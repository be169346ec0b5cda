"""The map: projected by us, told apart without colour, with a title, a description and a state for each day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from tests.territory.conftest import DAY

from zopa.case import Transfer
from zopa.territory import dates_of
from zopa.territory.labels import Label, Mark, place_labels
from zopa.territory.map import WIDTH, Drawing, draw
from zopa.territory.svg import STYLE, svg

if TYPE_CHECKING:
    from zopa.territory import Ground

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawing(ground: Ground) -> Drawing:
    """The island on each day something changes, and once the ford has gone to Arven."""
    days = [(day, day.isoformat()) for day in (*dates_of(ground), DAY)]
    ford = ("the ford to Arven", [Transfer(zone="ford", party="Arven")])
    return draw(ground, [("Arven", "Arven"), ("Bruma", "Bruma")], DAY, days, [ford])


def enclosed(path: str) -> float:
    """The area a path of one ring encloses, in square units (the shoelace formula)."""
    points = [tuple(map(float, pair.split())) for pair in re.findall(r"-?[\d.]+ -?[\d.]+", path)]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(points, points[1:] + points[:1], strict=True))) / 2


def test_it_is_well_formed_and_says_in_words_what_it_shows(drawing: Drawing) -> None:
    """A title and a description that name every zone with who holds it."""
    root = ElementTree.fromstring(svg(drawing, alone=True))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert "Cape: " in (description.text or "")
    assert "Arven 50 %" in (description.text or "")
    assert title.text == "Who holds what, schematic"


def test_a_state_for_each_day_and_transfer(drawing: Drawing) -> None:
    """One group each; only the last day is shown at first."""
    root = ElementTree.fromstring(svg(drawing, alone=True))
    groups = [group for group in root.iter(f"{SVG}g") if group.get("data-state")]
    assert [group.get("display") for group in groups] == ["none", "none", None, "none"]
    assert [state.kind for state in drawing.states] == ["day", "day", "day", "transfer"]
    assert drawing.states[3].moved
    assert not drawing.states[2].moved


def test_parties_differ_by_pattern_as_well_as_by_colour(drawing: Drawing) -> None:
    """In grey the two can still be told apart: their patterns are not the same."""
    root = ElementTree.fromstring(svg(drawing, alone=True))
    shapes = [
        [sorted(child.items()) for child in pattern if child.set("class", "") is None]
        for pattern in root.iter(f"{SVG}pattern")
    ]
    assert len(shapes) == len(drawing.parties) == 2
    assert shapes[0] != shapes[1]


def test_no_inline_style_and_nothing_fetched(drawing: Drawing) -> None:
    """What a strict policy of a page refuses is not in it."""
    text = svg(drawing)
    assert "style=" not in text
    assert "<style" not in text
    assert "href" not in text
    assert "http" not in text
    assert "url(http" not in STYLE


def test_the_drawing_is_to_scale(drawing: Drawing, ground: Ground) -> None:
    """What Arven holds of the cape has, by the map's own scale, its area in km2."""
    (held,) = [held for held in drawing.states[drawing.shown].held if (held.holder, held.own) == ("Arven", False)]
    units_in_km = drawing.scale / drawing.scale_km
    assert enclosed(held.path) / units_in_km**2 == pytest.approx(ground.plots["cape"].km2 / 2, rel=0.01)
    assert drawing.scale < WIDTH / 3


def test_own_land_and_what_is_held_of_others_are_apart(drawing: Drawing) -> None:
    """Arven's own squares are plain; its half of the cape, Bruma's land, is not."""
    shown = drawing.states[drawing.shown].held
    assert {(held.holder, held.own) for held in shown} == {("Arven", True), ("Arven", False), ("Bruma", True)}


def test_names_are_escaped(drawing: Drawing) -> None:
    """A name cannot become markup."""
    hostile = replace(drawing, title="<script>", labels=(Label("<b>&", 1, 1),), description="]]>")
    text = svg(hostile)
    assert "<script>" not in text
    assert "&lt;b&gt;&amp;" in text


def test_names_do_not_cover_each_other() -> None:
    """A second name on the same place moves; where there is no room it is left out; marks come first."""
    mark = Mark("Lighthouse", "other", 100, 100, left=False)
    placed = list(place_labels([Label("Senn", 110, 103), Label("Bor", 110, 103)], [mark], (300, 200)))
    assert [label.text for label in placed] == ["Senn", "Bor"]
    assert len({label.y for label in placed} | {103}) == 3
    assert list(place_labels([Label("Senn", 50, 15)] * 3, [], (100, 20))) != []
    assert len(list(place_labels([Label("Senn", 50, 15)] * 3, [], (100, 20)))) < 3
