"""Every request passes the same layers, and every error is a page or data with one clear message."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workbench.conftest import ORIGIN, Visitor

from zopa.workbench import Workspace
from zopa.workbench.safety import HEADERS


def test_the_first_page_leads_to_a_view(visitor: Visitor) -> None:
    """``/`` is a page or shows the way to one."""
    assert visitor.client.get("/", follow_redirects=True).status_code == 200


@pytest.mark.parametrize("path", ["/review", "/review.json", "/nothing", "/nothing.json", "/static/workbench.css"])
def test_every_reply_has_the_headers(visitor: Visitor, path: str) -> None:
    """Pages, data, files and errors alike."""
    reply = visitor.get(path)
    assert {name: reply.headers[name] for name in HEADERS} == HEADERS
    assert "'unsafe" not in reply.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "127.0.0.1", "", "127.0.0.1:8470@evil.example"])
def test_another_name_is_refused(visitor: Visitor, host: str) -> None:
    """A name bent to point at this computer is not ours (DNS rebinding)."""
    assert visitor.get("/review", headers={"host": host}).status_code == 421


def test_an_unknown_page_says_so(visitor: Visitor) -> None:
    """As a page, and as data where data were asked for."""
    assert "There is no such page." in visitor.get("/nothing").text
    assert visitor.get("/nothing.json").json() == {"error": "There is no such page."}


def test_a_case_without_articles_says_what_to_do(folder: Path) -> None:
    """Not a traceback, not an empty page."""
    from starlette.testclient import TestClient

    from zopa.workbench import create_app

    (folder / "zopa.db").unlink()
    reply = TestClient(create_app(Workspace(folder)), base_url=ORIGIN).get("/review")
    assert reply.status_code == 409
    assert "Nothing has been read for this case yet" in reply.text


def test_a_case_file_that_goes_missing_is_one_message_until_it_is_back(folder: Path, visitor: Visitor) -> None:
    """No page breaks, and none has to be told that the file is there again."""
    case = (folder / "case.yaml").read_bytes()
    (folder / "case.yaml").unlink()
    for path in ("/overview", "/review", "/whatif", "/briefing/json"):
        reply = visitor.get(path)
        assert reply.status_code == 409
        assert "cannot be read: No such file or directory. Put it back." in reply.text
    (folder / "case.yaml").write_bytes(case)
    assert visitor.get("/overview").status_code == 200


def test_what_is_wrong_with_a_case_file_is_said_once(folder: Path, visitor: Visitor) -> None:
    """The heading says that something is; the list, what and where."""
    (folder / "case.yaml").write_text("parties: [Union\nissues: }", "utf-8")
    page = visitor.get("/matrix").text
    assert page.count("ZP002") == 1
    assert "mend what is named below" in page
    assert "ZP002" in visitor.get("/matrix.json").json()["error"]


def test_nothing_is_stored_in_a_ledger_that_was_deleted(folder: Path, visitor: Visitor) -> None:
    """A comment made afterwards is refused, not lost in a file that has no name any more; a ledger put back serves."""
    assert visitor.get("/overview").status_code == 200
    (folder / "zopa.db").rename(folder / "kept.db")
    for path in ("/overview", "/review"):
        assert "Nothing has been read for this case yet" in visitor.get(path).text
    assert visitor.post("/comments", {"about": "cell:Union/wage", "text": "Since when?"}).status_code == 409
    (folder / "kept.db").rename(folder / "zopa.db")
    assert visitor.post("/comments", {"about": "cell:Union/wage", "text": "Since when?"}).status_code == 303
    assert [row["text"] for row in visitor.get("/comments.json").json()["rows"]] == ["Since when?"]


def test_the_colours_are_those_of_the_briefing() -> None:
    """One look: the workbench's colours and typefaces are copied from the briefing's page."""
    import zopa.briefing
    import zopa.workbench

    def first_rules(package: str | None, name: str) -> list[str]:
        assert package
        return (Path(package).parent / name).read_text("utf-8").splitlines()[:17]

    page = first_rules(zopa.briefing.__file__, "templates/page.css")
    assert first_rules(zopa.workbench.__file__, "static/workbench.css") == page


def test_a_fault_of_ours_is_one_message(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With the same headers, nothing of what went wrong on the page, and all of it in the log."""
    from starlette.testclient import TestClient

    from zopa.workbench import create_app

    def broken() -> None:
        raise RuntimeError("<b>secret</b>")

    monkeypatch.setattr(workspace, "desk", broken)
    client = TestClient(create_app(workspace), base_url=ORIGIN, raise_server_exceptions=False)
    for path in ("/review", "/review.json"):
        reply = client.get(path)
        assert reply.status_code == 500
        assert "Something went wrong here." in reply.text
        assert "secret" not in reply.text
        assert {name: reply.headers[name] for name in HEADERS} == HEADERS
    assert "secret" in caplog.text
