"""Who decided what: every review of the ledger, what was taken back among them."""

from __future__ import annotations

from collections.abc import Callable

from tests.workbench.conftest import Visitor


def test_every_decision_is_listed_with_who_made_it(visit: Callable[..., Visitor]) -> None:
    """Newest first; what was taken back stays and says so."""
    ana, ben = visit(), visit()
    ben.post("/review/by", {"by": "Ben"})
    row = ana.get("/review.json").json()["rows"][0]
    form = {"item": row["item"], "shown": row["shown"]}
    ana.post("/review/decide", {**form, "decision": "accept"})
    ben.post("/review/decide", {**form, "decision": "reject"})
    ana.post("/review/decide", {"decision": "undo"})
    rows = ana.get("/decisions.json").json()["rows"]
    assert [(one["by"], one["decision"], one["stands"]) for one in rows] == [
        ("Ana", "undo", False),
        ("Ben", "reject", True),
        ("Ana", "accept", False),
    ]
    assert ana.get("/decisions.json?by=Ben").json()["count"] == 1
    assert "taken back or replaced" in ana.get("/decisions").text


def test_a_page_that_is_not_there_is_the_nearest(visitor: Visitor) -> None:
    """Whatever the address says."""
    for page in ("0", "999999999999", "-1", "two", "²"):
        assert visitor.get(f"/decisions?page={page}").status_code == 200
        assert visitor.get(f"/review/list?page={page}").status_code == 200
