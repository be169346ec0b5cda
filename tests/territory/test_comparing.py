"""Comparing what is said with the figures of the day, with each other, and with the choice of boundary."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.territory.conftest import DAY

from zopa.case import check_case
from zopa.coverage import plain_article
from zopa.territory import Comparison, Extent, ExtentReader, compare, differences, measure, survey

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case import Case
    from zopa.territory import Ground

MILE2 = 2.589988110336
MEASURED = "data/territory/control_areas_measured.csv"


def extents(case: Case, text: str, outlet: str = "The Buoy", on: date = date(2031, 5, 20)) -> list[Extent]:
    article = replace(plain_article(text, outlet), published=on, outlet=outlet)
    return list(ExtentReader(case).read(article))


def compared(case: Case, ground: Ground, text: str, outlet: str = "The Buoy") -> Comparison:
    (found,) = compare(ground, extents(case, text, outlet), DAY)
    return found


@pytest.mark.parametrize(
    ("text", "verdict", "by"),
    [
        ("Arven holds half of Cape.", "agrees", 0.0),
        ("Arven holds 44 per cent of Cape.", "agrees", 0.0),
        ("Arven holds 39 per cent of Cape.", "disagrees", 0.01),
        ("Arven holds about 35 per cent of Cape.", "disagrees", 0.05),
        ("Arven holds about 54 per cent of Cape.", "disagrees", -0.04),
        ("Arven holds 55 per cent of Cape.", "disagrees", -0.05),
        ("Arven holds about 55 per cent of Fell.", "not measured", None),
        ("Bruma holds about 65 per cent of Cape.", "disagrees", -0.05),
        ("Arven holds about a third of Cape.", "disagrees", 0.4 - 1 / 3),
        ("Arven holds nearly all of Cape.", "disagrees", -0.4),
        ("Arven holds most of Cape.", "agrees", 0.0),
        ("Bruma holds more than half of Cape.", "agrees", 0.0),
        ("Bruma holds a quarter of Cape.", "disagrees", 0.25),
    ],
)
def test_verdicts(island: Case, ground: Ground, text: str, verdict: str, by: float | None) -> None:
    """The Gull says half, The Tern 40 per cent: what lies between agrees, the rest is rounded or off by so much."""
    found = compared(island, ground, text)
    assert found.verdict == verdict
    assert found.by == (None if by is None else pytest.approx(by, abs=1e-9))


def test_a_figure_is_not_compared_with_itself(island: Case, ground: Ground) -> None:
    """What The Gull says is compared with The Tern's figure only."""
    found = compared(island, ground, "Arven holds half of Cape.", "The Gull")
    assert found.measure is not None
    assert found.measure.sources == ("The Tern",)
    assert found.verdict == "disagrees"


def test_without_figures_nothing_is_measured(island: Case, ground: Ground) -> None:
    """Nobody has measured the moor."""
    assert compared(island, ground, "Arven holds half of Moor.").verdict == "not measured"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Arven controls the Cape light.", "agrees"),
        ("Bruma controls the Cape light.", "disagrees"),
        ("Bruma controls the Old harbour.", "not measured"),
    ],
)
def test_assets_stand_on_somebodys_ground(island: Case, ground: Ground, text: str, verdict: str) -> None:
    """The light stands in the half of the cape that Arven holds; nobody has measured the quay."""
    assert compared(island, ground, text).verdict == verdict


def test_old_figures_measure_nothing_new(island: Case, ground: Ground) -> None:
    """Half a year on, a figure says nothing of the day any more."""
    (late,) = compare(ground, extents(island, "Arven holds half of Cape.", on=date(2032, 1, 1)), date(2032, 1, 1))
    assert late.verdict == "not measured"


def test_all_land_of_a_party_is_added_up(island: Case, ground: Ground) -> None:
    """Of Bruma's three squares Arven holds two fifths to a half of one: a sixth at most."""
    found = measure(ground, None, "Bruma", "Arven", DAY)
    assert found is not None
    total = sum(ground.plots[id].km2 for id in ("cape", "ford", "quay"))
    assert found.share[1] == pytest.approx(ground.plots["cape"].km2 / 2 / total, rel=1e-6)
    assert found.share[0] == pytest.approx(ground.plots["cape"].km2 * 0.4 / total, rel=1e-6)


def test_statements_that_cannot_both_be_right(island: Case, ground: Ground) -> None:
    """What one leaves to Bruma and the other gives Arven is put on one scale."""
    area = ground.plots["cape"].km2
    said = [
        *extents(island, f"Bruma holds {area * 0.8:,.0f} square kilometres of Cape.", "One"),
        *extents(island, "Arven holds 45 per cent of Cape.", "Two"),
        *extents(island, "Arven holds about a fifth of Cape.", "Three"),
    ]
    found = [(pair.one.outlet, pair.other.outlet) for pair in differences(ground, said)]
    assert found == [("One", "Two"), ("Two", "Three")]
    pair = differences(ground, said)[0]
    assert (pair.zone, pair.holder) == ("cape", "Arven")
    assert pair.shares == (pytest.approx(0.2, abs=0.01), pytest.approx(0.45, abs=0.01))


def test_statements_of_different_times_do_not_contradict(island: Case, ground: Ground) -> None:
    """A year apart, both may have been right."""
    then = extents(island, "Arven holds a fifth of Cape.", "One", on=date(2030, 5, 1))
    now = extents(island, "Arven holds half of Cape.", "Two")
    assert differences(ground, [*then, *now]) == ()


BATTLE = """\
parties:
  - {id: Russia, aliases: [Russian]}
  - {id: Ukraine, aliases: [Ukrainian]}
issues: {land: {options: {keep: each keeps what it holds, swap: land is exchanged}}}
zones:
  ukraine:
    region: UA
    of: Ukraine
"""


@pytest.fixture(scope="module")
def measured(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Ground]:
    """A case with the measured figures of 3 August 2025, on two sets of boundaries."""
    rows = list(csv.DictReader((shared / MEASURED).read_text("utf-8").splitlines()))
    folder = tmp_path_factory.mktemp("measured")
    (total,) = (row for row in rows if (row["date"], row["iso"]) == ("2025-08-03", "UA"))
    figure = f"{{holder: Russia, on: 2025-08-03, source: measured, share: {total['occupied_pct_gb']}}}"
    text = f"{BATTLE}    control: [{figure}]\n"
    for row in rows:
        if row["date"] == "2025-08-03" and row["iso"].startswith("UA-") and float(row["occupied_km2_gb"]) > 1:
            text += f"  {row['name'].lower()}:\n    region: {row['iso']}\n    part_of: ukraine\n    of: Ukraine\n"
            text += f"    aliases: [{row['name']}]\n    control:\n"
            head = "      - {holder: Russia, on: 2025-08-03, source: measured, boundary:"
            text += f"{head} geoBoundaries, share: {row['occupied_pct_gb']}}}\n"
            text += f"{head} Natural Earth, km2: {row['occupied_km2_ne']}}}\n"
    kursk = next(row for row in rows if (row["date"], row["iso"]) == ("2025-08-03", "RU"))
    text += "  kursk:\n    region: RU-KRS\n    of: Russia\n    aliases: [Kursk]\n    control:\n"
    head = "      - {holder: Ukraine, on: 2025-08-03, source: measured, boundary:"
    text += f"{head} geoBoundaries, km2: {kursk['occupied_km2_gb']}}}\n"
    (folder / "case.yaml").write_text(text, "utf-8")
    case, problems = check_case(folder)
    assert case is not None, [str(found) for found in problems]
    ground, diagnostics = survey(case.territory, folder, "case.yaml")
    assert ground is not None, [str(found) for found in diagnostics]
    return case, ground


@pytest.mark.parametrize(
    ("text", "verdict", "low", "high"),
    [
        ("Russia occupies roughly a fifth of Ukraine's land.", "rounded", 0.1889, 0.1891),
        ("Russian forces fully control Luhansk.", "agrees", 0.9935, 0.9951),
        ("Russia holds about 75 per cent of Donetsk.", "rounded", 0.735, 0.7475),
        ("Ukraine still holds about four square miles of Russian ground in Kursk.", "disagrees", 16.4, 16.6),
    ],
)
def test_what_is_widely_said_beside_what_was_measured(
    measured: tuple[Case, Ground], text: str, verdict: str, low: float, high: float
) -> None:
    """A fifth is 18.9 per cent, all of Luhansk 99.4; the one figure for Kursk is 6.4 square miles, not four."""
    case, ground = measured
    (found,) = compare(ground, extents(case, text, on=date(2025, 8, 9)), date(2025, 8, 9))
    assert found.verdict == verdict
    assert found.measured is not None
    assert low <= found.measured[0] <= found.measured[1] <= high


def test_the_boundary_alone_changes_a_figure(measured: tuple[Case, Ground]) -> None:
    """Where a zone was measured on two boundaries, how far they lie apart is said."""
    case, ground = measured
    (found,) = compare(
        ground, extents(case, "Russia holds about 75 per cent of Donetsk.", on=date(2025, 8, 9)), date(2025, 8, 9)
    )
    assert found.measured is not None
    assert found.measured[0] < found.measured[1]
    assert found.boundary == pytest.approx(found.measured[1] - found.measured[0])


def test_schematic_control_from_drawings_is_measured_too(shared: Path, tmp_path: Path) -> None:
    """Where a figure is a drawing, its share is measured: 74.4 per cent of the outline it was drawn on."""
    import shutil

    shutil.copy(shared / "data/territory/control_schematic.geojson", tmp_path)
    feature = "date=2025-08-03&iso=UA-14"
    figure = f"{{holder: Russia, on: 2025-08-03, source: drawn, file: control_schematic.geojson, feature: '{feature}'}}"
    zone = f"  donetsk: {{region: UA-14, of: Ukraine, control: [{figure}]}}\n"
    (tmp_path / "case.yaml").write_text(BATTLE.replace("  ukraine:\n    region: UA\n    of: Ukraine\n", zone), "utf-8")
    case, _ = check_case(tmp_path)
    assert case is not None
    ground, diagnostics = survey(case.territory, tmp_path, "case.yaml")
    assert ground is not None, diagnostics
    found = measure(ground, "donetsk", None, "Russia", date(2025, 8, 9))
    assert found is not None
    assert found.share[0] == pytest.approx(0.744, abs=0.015)
