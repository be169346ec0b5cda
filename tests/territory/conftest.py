"""Fixtures of the territory room's tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.territory.island import island_case

from zopa.territory import Census, Ground, Part, parts_on, read_settlements, survey

if TYPE_CHECKING:
    from zopa.case import Case

DAY = date(2031, 6, 1)


@pytest.fixture(scope="session")
def island(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The case of the invented island."""
    return island_case(tmp_path_factory.mktemp("island"))


@pytest.fixture(scope="session")
def ground(island: Case, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Its ground, measured."""
    found, diagnostics = survey(island.territory, tmp_path_factory.mktemp("empty"), "case.yaml")
    assert diagnostics == ()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def parts(ground: Ground) -> tuple[Part, ...]:
    """Who holds what on the day."""
    return parts_on(ground, DAY)


@pytest.fixture(scope="session")
def census(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Census:
    """Its settlements."""
    from tests.territory.island import TOWNS

    path = tmp_path_factory.mktemp("towns") / "towns.csv"
    path.write_text(TOWNS, "utf-8")
    settlements, problems = read_settlements(path)
    assert problems == ()
    return Census(ground, settlements)
