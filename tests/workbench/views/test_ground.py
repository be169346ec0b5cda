"""The ground and the meetings in the workbench: map, transfers chosen by form, rows, only where there are any."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient
from tests.territory.coverage import write_coverage
from tests.territory.island import write_island
from tests.workbench.conftest import ORIGIN, Visitor

import zopa
from zopa.casework.territory import territory
from zopa.territory.svg import STYLE
from zopa.workbench import Workspace, create_app

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A browser at the workbench of the invented island."""
    folder = write_coverage(write_island(tmp_path_factory.mktemp("ground") / "island"))
    zopa.open_case(folder).read()
    workspace = Workspace(folder)
    yield Visitor(TestClient(create_app(workspace), base_url=ORIGIN, follow_redirects=False))
    workspace.close()


def test_the_rows_are_those_of_the_territory_command(island: Visitor, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Zones as they are held; with transfers, what moves; both in CSV too."""
    folder = write_island(tmp_path_factory.mktemp("same") / "island")
    asked = {"transfer": ["cape_held:Bruma", "ford:Arven"]}
    expected = territory(folder, transfers=asked["transfer"])
    assert island.get("/ground.json").json()["rows"] == expected["zones"]
    moved = island.get("/ground.json", params=asked).json()
    assert moved["rows"] == expected["transfers"]["moved"]
    assert int(island.get("/ground.csv", params=asked).headers["x-zopa-count"]) == moved["count"] > 0


def test_the_form_adds_a_transfer_in_place(island: Visitor) -> None:
    """Its two fields become one transfer of the address; the piece holds the map and what would change."""
    query = "/ground?transfer=ford:Arven&zone=cape_held&to=Bruma"
    reply = island.get(query, headers={"hx-request": "true"})
    assert reply.headers["hx-push-url"] == "/ground?transfer=ford%3AArven&transfer=cape_held%3ABruma"
    assert reply.text.lstrip().startswith('<div id="ground-answer">')
    assert reply.text.count('name="transfer"') == 2
    assert "What would change" in reply.text
    assert 'style="' not in island.get("/ground").text


@pytest.mark.parametrize(("query", "told"), [("transfer=moon:Arven", "no zone"), ("transfer=ford", "ZONE:PARTY")])
def test_a_transfer_of_no_use_is_told_on_the_page(island: Visitor, query: str, told: str) -> None:
    """The map stays, and a message says what is wrong."""
    page = island.get(f"/ground?{query}")
    assert page.status_code == 200
    assert told in page.text
    assert 'id="map"' in page.text


def test_the_evidence_names_only_what_the_case_has(island: Visitor, visitor: Visitor) -> None:
    """A case without zones has no page of the ground, and none in its menu."""
    assert 'href="/ground"' in island.get("/evidence/people").text
    assert 'href="/ground"' not in visitor.get("/evidence/people").text
    assert visitor.get("/ground").status_code == 404
    visitor.get("/meetings")
    assert ('href="/meetings"' in visitor.get("/evidence/people").text) == bool(
        visitor.get("/meetings.json").json()["count"]
    )


def test_meetings_and_circumstances_are_those_of_the_listing(island: Visitor, folder: Any, visitor: Visitor) -> None:
    """The same rows as ``zopa meetings`` gives."""
    from zopa.casework.talks import circumstance_rows, meeting_rows

    for address, rows in (("/meetings", meeting_rows), ("/meetings/circumstances", circumstance_rows)):
        assert visitor.get(f"{address}.json").json()["rows"] == rows(folder)
        assert visitor.get(address).status_code == island.get(address).status_code == 200


def test_the_style_sheet_is_that_of_the_briefing() -> None:
    """The map looks alike in both; the workbench allows no style within a page."""
    sheet = resources.files("zopa.workbench").joinpath("static", "ground.css").read_text("utf-8")
    briefing = resources.files("zopa.briefing").joinpath("templates", "ground.css").read_text("utf-8")
    assert STYLE in sheet
    assert briefing.strip() in sheet
