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
