"""Every view has a page, JSON and CSV at a stable address, and nothing from outside becomes markup."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.workbench.conftest import ORIGIN, Visitor
from tests.workbench.views.hostile import PAYLOADS, hostile_case

from zopa.casework.scenarios import KEYS
from zopa.workbench import Workspace, create_app
from zopa.workbench.openapi import each_route
from zopa.workbench.views.explore import VIEWS

Open = Callable[..., Visitor]
LISTED = [view.path for view in VIEWS if "{" not in view.path and view.path != "/ground"]


def addresses(visitor: Visitor) -> list[str]:
    """An address of every view, those with a variable part filled in."""
    (statement, *_) = visitor.get("/statements.json").json()["rows"]
    (article, *_) = visitor.get("/search.json?kind=article").json()["rows"]
    cell = visitor.get("/matrix.json").json()["rows"][0]
    return [
        *LISTED,
        f"/statements/{statement['id']}",
        f"/article/{article['id']}",
        f"/cells/{quote(cell['party'], safe='')}/{quote(cell['issue'], safe='')}",
        "/case",
        "/case?as=text",
        "/briefing",
    ]


def test_every_view_has_a_page_and_its_rows(visitor: Visitor) -> None:
    """The page says how many rows there are; JSON and CSV hold all of them."""
    for address in addresses(visitor):
        page = visitor.get(address)
        assert page.status_code == 200, address
        if address.startswith(("/case", "/briefing")):
            continue
        data = visitor.get(f"{address}.json").json()
        table = visitor.get(f"{address}.csv")
        rows = list(csv.DictReader(io.StringIO(table.text)))
        assert data["count"] == len(data["rows"]) == len(rows) == int(table.headers["x-zopa-count"])
        said = re.search(r'<p class="forms quiet">\s*<span>([\d,]+) ', page.text)
        assert said, address
        assert int(said[1].replace(",", "")) == data["total"], address


def test_the_start_is_the_overview(visitor: Visitor) -> None:
    """With the answer in words."""
    assert visitor.get("/").text.count("<h1") == visitor.get("/overview").text.count("<h1") == 1
    assert "acceptable to both" in visitor.get("/").text


def test_a_page_of_rows_never_cuts_the_data(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shows a part and says so; JSON has everything."""
    from zopa.workbench.views import finding

    monkeypatch.setattr(finding, "ON_A_PAGE", 2)
    total = visitor.get("/statements.json").json()["count"]
    assert total > 2
    first, second = visitor.get("/statements").text, visitor.get("/statements?page=2").text
    assert first.count('<li class="hit">') == 2
    assert f"<b>{total}</b> found" in first
    assert "Page 2 of" in second
    assert visitor.get("/statements.json?page=2").json()["count"] == total


def test_facets_narrow_what_is_found(visitor: Visitor) -> None:
    """A choice of the address is ticked on the page and applied to the data."""
    everything = visitor.get("/search.json").json()["total"]
    chosen = visitor.get("/search.json?kind=statement&party=Company").json()
    assert 0 < chosen["total"] < everything
    page = visitor.get("/search?kind=statement&party=Company").text
    assert '<input type="checkbox" name="party" value="Company" checked>' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/cells/Nobody/wage", 404),
        ("/statements/0000", 404),
        ("/article/0000", 404),
        ("/briefing/docx", 404),
        ("/matrix?as_of=soon", 400),
        ("/matrix.json?as_of=soon", 400),
        ("/briefing/html?as_of=soon", 400),
        ("/search?page=many", 200),
        ("/search?page=999999999999999999999999", 200),
        ("/matrix?as_of=0001-01-01", 200),
        ("/whatif?posture=7", 200),
    ],
)
def test_an_address_that_makes_no_sense_is_answered_plainly(visitor: Visitor, address: str, status: int) -> None:
    """Never with a traceback."""
    reply = visitor.get(address)
    assert reply.status_code == status
    assert "Traceback" not in reply.text


def test_what_if_says_what_was_wrong_and_shows_the_case_as_it_stands(visitor: Visitor) -> None:
    """A link whose names the case has lost is no dead end."""
    text = visitor.get("/whatif?without=Somebody").text
    assert "There is no party &#39;Somebody&#39;" in text
    assert "as it stands" in text


def test_a_piece_of_a_page_comes_with_its_address(visitor: Visitor) -> None:
    """htmx puts the piece in place and the address, without empty fields, in the bar."""
    headers = {"hx-request": "true"}
    reply = visitor.get("/whatif?as_of=&posture=0.5&order=&without=Company", headers=headers)
    assert reply.headers["hx-push-url"] == "/whatif?posture=0.5&without=Company"
    assert "<html" not in reply.text
    assert 'id="answer"' in reply.text
    search = visitor.get("/search?q=wage&party=&kind=statement", headers=headers)
    assert search.headers["hx-push-url"] == "/search?q=wage&kind=statement"
    matrix = visitor.get("/matrix?as_of=2031-03-01", headers=headers)
    assert matrix.headers["hx-push-url"] == "/matrix?as_of=2031-03-01"


def test_scenarios_are_saved_compared_and_removed(visitor: Visitor, folder: Path) -> None:
    """By name, in a file beside the case; the ledger is not touched."""
    before = (folder / "zopa.db").read_bytes()
    saved = visitor.post("/scenarios", {"name": "Alone <b>", "query": "without=Company"})
    assert (saved.status_code, saved.headers["location"]) == (303, "/whatif?without=Company")
    page = visitor.get("/scenarios").text
    assert "Alone &lt;b&gt;" in page
    rows = visitor.get("/scenarios.json").json()["rows"]
    assert [row["scenario"] for row in rows] == ["as it stands", "Alone <b>"]
    assert rows[1]["difference"] is not None
    assert visitor.post("/scenarios/remove", {"name": "Alone <b>"}).status_code == 303
    assert visitor.get("/scenarios.json").json()["count"] == 1
    assert (folder / "zopa.db").read_bytes() == before


@pytest.mark.parametrize("data", [{"name": "", "query": ""}, {"name": "x", "query": "without=Nobody"}])
def test_what_is_no_scenario_is_not_saved(visitor: Visitor, folder: Path, data: dict[str, str]) -> None:
    """One line, and no file."""
    assert visitor.post("/scenarios", data).status_code == 400
    assert not (folder / "scenarios.yaml").exists()


@pytest.mark.parametrize("path", ["/scenarios", "/scenarios/remove", "/case/text", "/case/edit", "/case/check"])
def test_changes_need_the_token(visitor: Visitor, path: str) -> None:
    """Another site cannot make them, nor a page of another session."""
    assert visitor.client.post(path, data={"name": "x"}, headers={"origin": ORIGIN}).status_code == 403
    assert visitor.client.post(path, data={"name": "x"}, headers={"origin": "http://evil.example"}).status_code == 403


def test_the_briefing_is_served_under_its_own_policy(visitor: Visitor) -> None:
    """Only what its own policy names by hash runs, and it can be taken along as a file."""
    reply = visitor.get("/briefing/html")
    policy = reply.headers["content-security-policy"]
    assert "'unsafe" not in policy
    assert "sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert "content-disposition" not in reply.headers
    kept = visitor.get("/briefing/md?download=1").headers["content-disposition"]
    assert re.fullmatch(r'attachment; filename="ferry-\d{4}-\d\d-\d\d\.md"', kept)
    assert json.loads(visitor.get("/briefing/json").text)["title"] == "The ferry strike"


def test_every_route_is_described(workspace: Workspace, visitor: Visitor) -> None:
    """The OpenAPI description has every path with every method, each with a summary."""
    described = visitor.get("/openapi.json").json()
    app = create_app(workspace)
    found = {
        (re.sub(r"{(\w+):\w+}", r"{\1}", path), method.lower())
        for path, methods, _ in each_route(app.routes)
        for method in methods
    }
    assert found == {(path, method) for path, operations in described["paths"].items() for method in operations}
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation["summary"], path
            named = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"}
            assert named == set(re.findall(r"{(\w+)}", path))
    assert described["paths"]["/whatif"]["get"]["summary"].startswith("What would change if")
    assert {one["name"] for one in described["paths"]["/whatif.json"]["get"]["parameters"]} == set(KEYS)
    ids = [operation["operationId"] for operations in described["paths"].values() for operation in operations.values()]
    assert len(set(ids)) == len(ids)


def test_comments_stand_under_cells_and_are_found(visitor: Visitor) -> None:
    """A comment shows where it was made and in the search at once; what it says is text."""
    assert visitor.get("/search.json?q=umbrella").json()["total"] == 0
    said = "An umbrella <b>demand</b>?"
    assert visitor.post("/comments", {"about": "cell:Union/wage", "text": said}).status_code == 303
    assert "An umbrella &lt;b&gt;demand&lt;/b&gt;?" in visitor.get("/cells/Union/wage").text
    (row,) = visitor.get("/search.json?q=umbrella").json()["rows"]
    assert (row["kind"], row["id"], row["title"]) == ("note", "Union/wage", "Ana")
    assert 'href="/cells/Union/wage"' in visitor.get("/search?q=umbrella").text


class Markup(HTMLParser):
    """Collects what a page consists of."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.suspicious: list[str] = []
        self.styles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note scripts without a source of ours, styles, handlers and links that run something."""
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given.get("src") or "inline")
        self.styles += tag == "style"
        if tag in ("img", "iframe", "object", "embed", "base"):
            self.suspicious.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name in ("href", "action", "src") and (value or "").startswith("javascript:")):
                self.suspicious.append(f"{tag} {name}={value}")


@pytest.fixture
def trapped(tmp_path: Path) -> Iterator[Visitor]:
    """A browser at the workbench of a case full of attacks."""
    workspace = Workspace(hostile_case(tmp_path / "trap"))
    yield Visitor(TestClient(create_app(workspace), base_url=ORIGIN, follow_redirects=False))
    workspace.close()


def test_nothing_from_outside_becomes_markup(trapped: Visitor) -> None:
    """Titles, texts, names, outlets, addresses, the case file and the query are text on every page."""
    asked = quote(PAYLOADS[1], safe="")
    pages = [
        *addresses(trapped),
        f"/search?q={asked}&party={asked}",
        f"/whatif?without={asked}",
        f"/evidence/people?party={asked}",
        f"/evidence/changes?kind={asked}",
        f"/whatif?relax={quote('Union<b>:rosters=four_weeks', safe='')}",
        f"/nothing{asked}",
    ]
    trapped.post("/scenarios", {"name": PAYLOADS[0], "query": "posture=0.5"})
    for address in pages:
        text = trapped.get(address).text
        found = Markup()
        found.feed(text)
        assert all(script.startswith("/static/") for script in found.scripts), address
        assert found.suspicious == [], address
        assert found.styles == 0, address
        assert "49" not in re.findall(r"{{ 7 \* 7 }}|\b49\b(?=<img|&lt;img)", text), address


def test_hostile_names_lead_where_they_say(trapped: Visitor) -> None:
    """Addresses made of ids are quoted: every link to a cell answers."""
    links = set(re.findall(r'href="(/cells/[^"?]+)', trapped.get("/matrix").text))
    assert links
    for link in links:
        assert trapped.get(link.replace("&#39;", "'")).status_code == 200, link
