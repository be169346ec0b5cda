"""The overview's headline is that of the briefing; until it is there a quick estimate stands in its place."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

import zopa
from zopa.casework import state as casework_state
from zopa.casework.state import CaseState

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.conftest import Visitor

FIGURES = ("headline", "headline_se", "low", "high")
IN_PLACE = {"hx-request": "true"}


def settled(visitor: Visitor, query: str = "") -> dict[str, object]:
    """The overview's row once everything is settled."""
    for _ in range(3000):
        (row,) = visitor.get(f"/overview.json{query}").json()["rows"]
        if not row["quick_estimate"]:
            return dict(row)
        time.sleep(0.02)
    raise AssertionError("never settled")


@pytest.mark.parametrize("draws", ["", "settings:\n  draws: 12345\n  seed: 7\n"])
def test_the_headline_is_that_of_the_briefing(folder: Path, visitor: Visitor, draws: str) -> None:
    """Package, figure, error and range, with the draws and the seed that the case asks for or by default."""
    case = folder / "case.yaml"
    assert "settings:" not in case.read_text("utf-8")
    case.write_text(case.read_text("utf-8") + draws, "utf-8")
    briefing = zopa.brief(folder)
    expected, found = briefing.headline, settled(visitor)
    assert expected is not None
    assert expected.package is not None
    assert [found[name] for name in FIGURES] == [expected.point, expected.se, expected.low, expected.high]
    assert found["package"] == dict(expected.package)
    assert found["draws"] == briefing.method.draws


def test_until_it_is_there_the_page_shows_a_quick_estimate(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is not kept waiting; it asks again, gets nothing new, and then the figure in place."""
    let_go = Event()
    whole = casework_state.settled_outlook

    def slow(*asked: Any) -> Any:
        assert let_go.wait(20)
        return whole(*asked)

    monkeypatch.setattr(casework_state, "settled_outlook", slow)
    page = visitor.get("/overview").text
    assert "quick estimate" in page
    assert 'hx-get="/overview" hx-trigger="every 1s"' in page
    assert visitor.get("/overview", headers=IN_PLACE).status_code == 204
    let_go.set()
    settled(visitor)
    part = visitor.get("/overview", headers=IN_PLACE).text
    assert part.lstrip().startswith('<div id="answer">')
    assert "quick estimate" not in part
    assert "quick estimate" not in visitor.get("/overview").text


def test_a_decision_makes_the_figure_anew(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is settled once for a state of the case, and again when the state changes."""
    made: list[object] = []
    whole = CaseState.settled

    def counted(state: CaseState, as_of: Any) -> Any:
        made.append(state)
        return whole(state, as_of)

    monkeypatch.setattr(CaseState, "settled", counted)
    settled(visitor)
    settled(visitor)
    before = len(set(map(id, made)))
    row = next(row for row in visitor.get("/review/list.json").json()["rows"] if row["party"])
    data = {"decision": "reject", "item": row["item"], "shown": row["shown"]}
    assert visitor.post("/review/decide", data).status_code == 303
    settled(visitor)
    assert (before, len(set(map(id, made)))) == (1, 2)
