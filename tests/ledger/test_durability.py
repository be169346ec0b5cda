"""What was acknowledged is there: under kill -9, on a full disk, and while others write."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.ferry import CASE

from zopa.coverage import Page, plain_article
from zopa.errors import LedgerError
from zopa.ledger import Ledger, Review
from zopa.ledger import opening as opening_module

Pages = Callable[..., Page]
Reviews = Callable[..., Review]

KILLS = 20

WRITERS = """
import os, random, signal, sys, time
from datetime import UTC, datetime
from pathlib import Path
from zopa.coverage import Page, plain_article
from zopa.ledger import Anchor, Ledger, Quote, Review

path, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))

def write(round, acknowledge):
    with Ledger.open(path) as ledger:
        for number in range(10_000):
            text = f"Round {round}, span {number}: the bridge will be paid for. " + "By the city. " * 200
            page = Page(plain_article(text, "bridge"), text.encode())
            ledger.add_page(page)
            acknowledge("article", page.article.id)
            ledger.add_reading(page.article.id, f"reader {round}", [])
            acknowledge("reading", page.article.id)
            target = Anchor(page.article.id, "s", "", (Quote(0, "Round"),))
            review = Review(target, "unsure", "Ana", datetime.now(UTC))
            ledger.add_review(review)
            acknowledge("review", review.id)

for round in range(kills):
    child = os.fork()
    if child == 0:
        write(round, lambda *what: os.write(1, (" ".join(what) + "\\n").encode()))
    time.sleep(chance.uniform(0.001, 0.25))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


def test_a_writer_may_be_killed_at_any_moment(path: Path) -> None:
    """Twenty writers, one after the other, each killed at a random moment: the file is sound, and everything that any
    of them said was stored is there."""
    script = [sys.executable, "-c", WRITERS, str(path), str(KILLS), "7"]
    done = subprocess.run(script, capture_output=True, text=True, timeout=120, check=True)
    said = [line.split() for line in done.stdout.splitlines()]
    assert len(said) > KILLS, "the writers were killed before they stored anything"
    with Ledger.open(path) as ledger:
        articles = {article.id for article in ledger.articles()}
        readings = set(ledger.readings())
        reviews = {review.id for review in ledger.reviews()}
    stored = {"article": articles, "reading": readings, "review": reviews}
    assert [line for line in said if line[1] not in stored[line[0]]] == []
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def _fill(ledger: Ledger, most: int = 500) -> int:
    """Add articles until one is refused; gives how many were stored. Raises the refusal's LedgerError at the end."""
    for number in range(most):
        text = f"Article {number}. " + "The bridge will be paid for by the city. " * 200
        try:
            ledger.add_page(Page(plain_article(text, "bridge"), text.encode()))
        except LedgerError:
            assert ledger.counts()["articles"] == number, "what was acknowledged must be there"
            raise
    raise AssertionError("nothing was ever refused")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only the superuser can make a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("this system lets nobody mount")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_one_clear_message(small_disk: Path) -> None:
    """What was stored before stays, can be read, and the ledger goes on once there is room."""
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 400_000)
    with Ledger.open(small_disk / "zopa.db") as ledger:
        with pytest.raises(LedgerError, match=r"zopa.db cannot be written: the disk is full.*make room and try again"):
            _fill(ledger)
        before = ledger.counts()["articles"]
        filler.unlink()
        text = "There is room again."
        assert ledger.add_page(Page(plain_article(text, "room"), text.encode()))
    with Ledger.open(small_disk / "zopa.db") as ledger:
        assert ledger.counts()["articles"] == before + 1


def test_a_file_that_may_not_grow_is_one_clear_message(path: Path) -> None:
    """The system refuses a write in the middle (a quota, here a limit on the size of files)."""
    Ledger.open(path).close()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Ledger.open(path) as ledger:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
        try:
            with pytest.raises(LedgerError, match=r"cannot be written: the disk is full.*try again"):
                _fill(ledger)
            stored = ledger.counts()["articles"]
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, heard)
    with Ledger.open(path) as ledger:
        assert ledger.counts()["articles"] == stored > 0


def _locked(path: Path, seconds: float) -> threading.Thread:
    """Hold the right to write, as another program would, for so long."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")

    def release() -> None:
        time.sleep(seconds)
        connection.execute("COMMIT")
        connection.close()

    thread = threading.Thread(target=release)
    thread.start()
    return thread


@pytest.mark.parametrize(("held", "told"), [(0.3, True), (0.0, False)])
def test_a_writer_says_that_it_waits(
    path: Path,
    make_page: Pages,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    held: float,
    told: bool,
) -> None:
    """Once, with the file's name; then it goes on by itself. Nothing is said where nobody is in the way."""
    monkeypatch.setattr(opening_module, "TELL_SECONDS", 0.1)
    with Ledger.open(path) as ledger:
        other = _locked(path, held) if held else None
        assert ledger.add_page(make_page()) is True
        if other is not None:
            other.join()
    messages = [record.getMessage() for record in caplog.records if record.name == "zopa.ledger"]
    assert len(messages) == (1 if told else 0)
    assert all(re.search(r"Another program is writing to .*zopa\.db; waiting", message) for message in messages)


@pytest.mark.slow
def test_reading_says_after_two_seconds_that_it_waits(tmp_path: Path) -> None:
    """`zopa read` on a ledger that another program is writing to: one line on the error stream, then it goes on."""
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "one.txt").write_text("The union rejected the offer at once, Lind said on Monday.\n")
    (tmp_path / "case.yaml").write_text(CASE, "utf-8")
    Ledger.open(tmp_path / "zopa.db").close()
    other = _locked(tmp_path / "zopa.db", 8.0)
    done = subprocess.run([sys.executable, "-m", "zopa", "read", tmp_path], capture_output=True, text=True, timeout=60)
    other.join()
    assert done.returncode == 0
    assert done.stderr.count("Another program is writing to") == 1
    assert "read 1, skipped 0" in done.stdout


REVIEWER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from zopa.ledger import Anchor, Ledger, Quote, Review

with Ledger.open(Path(sys.argv[1])) as ledger:
    for number in range(int(sys.argv[3])):
        target = Anchor("a", f"s{number}", "", (Quote(0, "words"),))
        assert ledger.add_review(Review(target, "unsure", sys.argv[2], datetime.now(UTC)))
"""


@pytest.mark.slow
def test_two_people_may_review_at_once(path: Path) -> None:
    """Two processes write reviews into one ledger; none is lost."""
    people, each = ("Ana", "Ben"), 20
    processes = [subprocess.Popen([sys.executable, "-c", REVIEWER, str(path), by, str(each)]) for by in people]
    assert [process.wait(120) for process in processes] == [0, 0]
    with Ledger.open(path) as ledger:
        reviews = ledger.reviews()
    assert {by: sum(review.by == by for review in reviews) for by in people} == {"Ana": each, "Ben": each}
