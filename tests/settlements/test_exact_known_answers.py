"""Known answers from published games and domains; they need the development data."""

from __future__ import annotations

import json
from math import log
from pathlib import Path
from typing import Any

import pytest
from tests.settlements.exact_models import accepted, packages, scored, utility

from zopa.settlements import NegotiationModel, frontier, import_genius


def scorable(shared: Path, name: str) -> tuple[NegotiationModel, dict[str, Any]]:
    """A scorable game as a model, and the file it comes from."""
    game = json.loads((shared / "data" / "negotiations" / "scorable_games" / f"{name}.json").read_text("utf-8"))
    scores = {
        party: {
            issue: {f"{issue}{k + 1}": float(score) for k, score in enumerate(row)}
            for issue, row in zip(game["issues"], content["scores"], strict=True)
        }
        for party, content in game["parties"].items()
    }
    return scored(scores, {party: float(content["threshold"]) for party, content in game["parties"].items()}), game


@pytest.mark.parametrize(
    ("name", "all_accept", "all_but_one", "undominated"),
    [("base", 12, 55, 481), ("game1", 21, 57, 241), ("base_7players", 52, 204, 1360)],
)
def test_scorable_games(shared: Path, name: str, all_accept: int, all_but_one: int, undominated: int) -> None:
    """Packages all accept, packages all but one accept with both veto holders, undominated packages, a Nash package."""
    model, game = scorable(shared, name)
    assert len(accepted(model)) == all_accept
    floors = [game["parties"][party]["threshold"] for party in model.parties]
    holders = [game["parties"][party]["veto"] for party in model.parties]
    yes = [[u >= b for u, b in zip(utility(model, package), floors, strict=True)] for package in packages(model)]
    enough = [row for row in yes if sum(row) >= len(row) - 1 and all(y for y, v in zip(row, holders, strict=True) if v)]
    assert len(enough) == all_but_one
    result = frontier(model)
    assert sum(point.ties for point in result.points) == undominated
    assert result.nash is not None
    nash = game["exact_results_computed_here"]["nash"].split("/")
    expected = utility(model, dict(zip(game["issues"], nash, strict=True)))
    gains = [[float(u) - b for u, b in zip(vector, floors, strict=True)] for vector in (expected,)]
    shown = [u - b for u, b in zip(result.nash.utility.values(), floors, strict=True)]
    assert sum(map(log, shown)) == pytest.approx(sum(map(log, gains[0])))
    assert result.nash.ties > 1 or result.nash.package == dict(zip(game["issues"], nash, strict=True))


def genius(shared: Path, name: str) -> tuple[NegotiationModel, dict[str, Any]]:
    folder = shared / "data" / "genius" / name
    answers = json.loads((folder / "reference.json").read_text("utf-8"))["genius_semantics"]
    return import_genius([folder / profile for profile in answers["profiles"]]), answers


@pytest.mark.parametrize("name", ["Car2011", "EnglandZimbabwe2010", "Grocery2011", "Laptop2011", "Politics2015"])
def test_genius_domains(shared: Path, name: str) -> None:
    """Frontier, Nash, Kalai-Smorodinsky, egalitarian and largest sum of the ANAC domains."""
    model, answers = genius(shared, name)
    result = frontier(model)
    found = sorted([round(u, 9) for u in point.utility.values()] for point in result.points)
    assert found == sorted(answers["frontier"])
    for solution in ("nash", "egalitarian", "kalai_smorodinsky"):
        point = getattr(result, solution)
        assert list(point.utility.values()) == pytest.approx(answers[solution], abs=1e-9)
    assert result.utilitarian is not None
    assert sum(result.utilitarian.utility.values()) == pytest.approx(sum(answers["welfare_max"]), abs=1e-9)


def test_the_energy_domain_without_floating_point_noise(shared: Path) -> None:
    """In exact fractions 204 points are undominated; the other five of the reference are beaten by noise alone."""
    model, answers = genius(shared, "Energy2011")
    result = frontier(model)
    found = {tuple(round(u, 9) for u in point.utility.values()) for point in result.points}
    reference = {tuple(point) for point in answers["frontier"]}
    assert len(found) == 204
    assert found < reference
    for first, second in reference - found:
        assert any(a >= first - 1e-9 and b >= second - 1e-9 and a + b > first + second for a, b in found)


@pytest.mark.slow
def test_ten_issues_of_hyper_rectangles(shared: Path) -> None:
    """10^10 packages with forty non-additive terms: the ten points that Genius itself ships as the frontier."""
    folder = shared / "data" / "genius" / "TenIssues2014"
    result = frontier(import_genius([folder]))
    lines = (folder / "pareto.xml").read_text("utf-8").split("\n")
    expected = sorted([float(number) for number in line.split(",")] for line in lines if line.strip())
    found = sorted(list(point.utility.values()) for point in result.points)
    assert result.space == 10**10
    assert result.exact
    assert [pytest.approx(point, abs=1e-6) for point in expected] == found
