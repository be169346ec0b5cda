"""Differences between reviewers are settled in the browser: side by side, by whom is stored, nothing stale counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from zopa.casework.reviewing import Desk
from zopa.workbench.accounts import Accounts
from zopa.workbench.safety import Access

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.workbench.conftest import Visitor

HERE = "/review/differences"


@pytest.fixture
def differing(folder: Path) -> Path:
    """The case with one coding that Ben accepted and Cleo rejected."""
    desk = Desk(folder)
    item = next(item for item in desk.items if item.coding is not None)
    desk.decide(item, "accept", "Ben")
    desk.decide(item, "reject", "Cleo")
    return folder


def form(visitor: Visitor, holds: int | None) -> dict[str, Any]:
    """What a button of the page sends: which of the decisions holds, None for neither."""
    (row,) = visitor.get(f"{HERE}.json").json()["rows"]
    ids = [one["review"] for one in row["decisions"]]
    return {"review": ids, "holds": "unsure" if holds is None else ids[holds]}


@pytest.mark.parametrize(("holds", "decision"), [(0, "accept"), (1, "reject"), (None, "unsure")])
def test_what_is_settled_holds_and_says_by_whom(
    differing: Path, visitor: Visitor, holds: int | None, decision: str
) -> None:
    """The one stored takes the place of both; the page then tells who settled."""
    page = visitor.get(HERE).text
    assert "<h3>Ben</h3>" in page
    assert "<h3>Cleo</h3>" in page
    asked = form(visitor, holds)
    assert visitor.post("/review/settle", asked).headers["location"] == HERE
    desk = Desk(differing)
    (stands,) = [placed.review for placed in desk.placed if placed.verdict]
    assert (stands.by, stands.decision, set(stands.supersedes)) == ("Ana", decision, set(asked["review"]))
    page = visitor.get(HERE).text
    assert "There are no differences" in page
    assert "<b>Ana</b> settled on" in page
    assert visitor.get(f"{HERE}.json").json()["count"] == 0


def test_what_was_settled_meanwhile_is_left_as_it_is(differing: Path, visitor: Visitor) -> None:
    """A page that is no longer true settles nothing; a decision that is none of them neither."""
    asked = form(visitor, 0)
    assert visitor.post("/review/settle", {**asked, "holds": "nobody's"}).status_code == 400
    assert visitor.post("/review/settle", asked).status_code == 303
    assert visitor.post("/review/settle", {**asked, "holds": "unsure"}).status_code == 303
    assert "has changed since it was shown" in visitor.get(HERE).text
    assert [placed.review.decision for placed in Desk(differing).placed if placed.verdict] == ["accept"]


def test_readers_look_and_do_not_settle(differing: Path, visit: Callable[..., Visitor], tmp_path: Path) -> None:
    """The page shows no button to an account that only reads, and a change from it is refused."""
    accounts = Accounts(tmp_path / "accounts.json")
    accounts.add("Rea", "reader", "long enough, surely")
    origin = "https://zopa.example.org"
    reader = visit(Access((origin,), accounts=True), origin, accounts)
    sent = {"origin": origin}
    signing = {"name": "Rea", "password": "long enough, surely", "token": token_in(reader.get("/sign-in").text)}
    assert reader.client.post("/sign-in", data=signing, headers=sent).status_code == 303
    page = reader.get(HERE)
    assert "<h3>Ben</h3>" in page.text
    assert "This holds" not in page.text
    asked = {**form(reader, 0), "token": token_in(page.text)}
    assert reader.client.post("/review/settle", data=asked, headers=sent).status_code == 403
    assert len([placed for placed in Desk(differing).placed if placed.verdict]) == 2


def token_in(page: str) -> str:
    """The token that a page holds."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found
    return found[1]
