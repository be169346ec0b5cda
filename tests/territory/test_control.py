"""Control over time: who holds which part of a zone on a day, figures that differ side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.territory.conftest import DAY

from zopa.territory import NOBODY, dates_of, parts_on, standing_figures
from zopa.territory.control import held_parts

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.territory import Ground, Part


def share(ground: Ground, parts: tuple[Part, ...], zone: str, holder: str) -> float:
    return sum(part.km2 for part in parts if (part.zone, part.holder) == (zone, holder)) / ground.plots[zone].km2


@pytest.mark.parametrize(
    ("day", "arven"),
    [(date(2029, 12, 31), 0.0), (date(2030, 1, 1), 0.2), (date(2030, 12, 31), 0.2), (date(2031, 1, 1), 0.5)],
)
def test_the_newest_figure_up_to_the_day_is_drawn(ground: Ground, day: date, arven: float) -> None:
    """Before the first figure the owner holds all; of figures of one day the first in the file is drawn."""
    parts = parts_on(ground, day)
    assert share(ground, parts, "cape", "Arven") == pytest.approx(arven, abs=1e-6)
    assert share(ground, parts, "cape", "Bruma") == pytest.approx(1 - arven, abs=1e-6)


def test_differing_figures_stand_side_by_side(island: Case) -> None:
    """Each source's newest figure stands; what a source has replaced does not."""
    figures = standing_figures(island.territory.zone("cape"), DAY)
    assert [(figure.source, figure.share) for figure in figures] == [("The Gull", 50), ("The Tern", 40)]


def test_a_part_lies_on_the_side_its_figures_name(ground: Ground, parts: tuple[Part, ...]) -> None:
    """The figure of 2030 says west; that of 2031 says nothing and keeps to it."""
    arven = next(part for part in parts if (part.zone, part.holder) == ("cape", "Arven"))
    bruma = next(part for part in parts if (part.zone, part.holder) == ("cape", "Bruma"))
    assert arven.outline.centroid.x < bruma.outline.centroid.x
    assert arven.schematic
    assert bruma.schematic


def test_whole_zones_are_not_schematic(parts: tuple[Part, ...]) -> None:
    """No line is drawn in a zone that one party holds."""
    assert {part.zone for part in parts if part.schematic} == {"cape"}


def test_the_parts_are_the_ground(ground: Ground, parts: tuple[Part, ...]) -> None:
    """Together the parts of every zone have its area, and no two of them overlap."""
    for id, plot in ground.plots.items():
        mine = [part for part in parts if part.zone == id]
        assert sum(part.km2 for part in mine) == pytest.approx(plot.km2, rel=1e-9)
        assert all(a.outline.intersection(b.outline).area < 1 for a in mine for b in mine if a is not b)


def test_a_zone_of_what_a_party_holds(ground: Ground, parts: tuple[Part, ...]) -> None:
    """``held_by`` picks the parts of that party; a union picks all parts of its members."""
    assert [(part.zone, part.holder) for part in held_parts(ground, "cape_held", parts)] == [("cape", "Arven")]
    assert {part.zone for part in held_parts(ground, "north", parts)} == {"moor", "fell", "cape"}


def test_ground_that_is_nobodys_has_no_holder(ground: Ground) -> None:
    """Without 'of' and figures the holder is nobody."""
    from dataclasses import replace

    plot = ground.plots["moor"]
    free = replace(plot, zone=plot.zone.model_copy(update={"of": None}))
    found = parts_on(replace(ground, plots={"moor": free}), DAY)
    assert [part.holder for part in found] == [NOBODY]


def test_the_days_on_which_something_changes(ground: Ground) -> None:
    """Each once, oldest first."""
    assert dates_of(ground) == (date(2030, 1, 1), date(2031, 1, 1))
