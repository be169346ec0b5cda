"""Reading in the background: with progress, stopped when asked, and nothing that was read is lost."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from tests.workbench.conftest import Visitor

import zopa.workbench.background as background
from zopa.casework.folder import CaseFolder
from zopa.errors import UsageError
from zopa.ledger import Ledger

NEW = "Mara Lind said on Wednesday that number {} of her members demanded a wage rise of 6 %.\n"


def finished(visitor: Visitor) -> dict[str, Any]:
    """The progress once nothing goes on any more."""
    for _ in range(1200):
        (row,) = visitor.get("/articles/progress.json").json()["rows"]
        if row["state"] not in ("reading", "stopping"):
            return dict(row)
        time.sleep(0.05)
    raise AssertionError("the reading does not end")


def test_new_articles_are_read_behind_the_page(visitor: Visitor, folder: Path) -> None:
    """What was found is on the desk at once, and what could not be read is told."""
    before = visitor.get("/articles.json").json()["count"]
    (folder / "coverage" / "new.txt").write_text(NEW.format(1), "utf-8")
    (folder / "coverage" / "bad.pdf").write_bytes(b"%PDF-nothing")
    assert visitor.post("/articles/read").status_code == 303
    row = finished(visitor)
    assert (row["state"], row["by"]) == ("done", "Ana")
    assert any("bad.pdf" in line for line in row["skipped"])
    assert visitor.get("/articles.json").json()["count"] == before + 1
    assert any(row["doc"] == "new" for row in visitor.get("/review.json?source=new").json()["rows"])


def test_the_first_reading_can_be_made_here(visitor: Visitor, folder: Path) -> None:
    """A case of which nothing has been read yet opens on its articles."""
    for path in folder.glob("zopa.db*"):
        path.unlink()
    assert visitor.get("/articles").status_code == 200
    assert visitor.get("/review").status_code == 409
    visitor.client.post("/articles/read", headers={"origin": visitor.origin, "x-zopa-token": token(visitor)})
    assert finished(visitor)["state"] == "done"
    assert visitor.get("/review").status_code == 200


def token(visitor: Visitor) -> str:
    """The token of a page that needs no ledger."""
    return str(visitor.get("/articles").text.split('X-Zopa-Token": "')[1].split('"')[0])


def test_a_reading_stops_and_keeps_what_it_has(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the article at hand; a second one cannot begin meanwhile."""
    for number in range(40):
        (folder / "coverage" / f"new{number}.txt").write_text(NEW.format(number), "utf-8")
    reading = background.Reading(CaseFolder(folder))
    reached, go_on = threading.Event(), threading.Event()
    step = reading._step

    def slowly(done: int, total: int, what: str) -> None:
        if what == "finding statements" and done == 3:
            reached.set()
            go_on.wait(20)
        step(done, total, what)

    monkeypatch.setattr(reading, "_step", slowly)
    reading.start("Ana")
    assert reached.wait(20)
    with pytest.raises(UsageError, match="going on already"):
        reading.start("Ben")
    reading.stop()
    assert reading.now.state == "stopping"
    go_on.set()
    reading.wait(20)
    assert reading.now.state == "stopped"
    with Ledger.open(folder / "zopa.db") as ledger:
        assert 3 <= ledger.counts()["readings"] - 2 < 40
    monkeypatch.undo()
    reading.start("Ana")
    reading.wait(60)
    assert reading.now.state == "done"
    with Ledger.open(folder / "zopa.db") as ledger:
        assert ledger.counts() == {"articles": 42, "readings": 42, "reviews": 0}


def test_a_reading_that_fails_says_why(folder: Path) -> None:
    """In one line; the workbench goes on."""
    (folder / "case.yaml").write_text("parties: [", "utf-8")
    reading = background.Reading(CaseFolder(folder))
    reading.start("Ana")
    reading.wait(20)
    assert reading.now.state == "failed"
    assert "case.yaml" in reading.now.said
