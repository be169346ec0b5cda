"""Bad input of every kind: one clear message, the right exit status, and nothing stored is lost."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.ferry import ARTICLES, CASE, Zopa, lines

from zopa.casework.output import write
from zopa.coverage import Article
from zopa.ledger import Ledger
from zopa.statements import Statement

MakeCase = Callable[..., Path]

GOOD = ARTICLES["monday.txt"]

UNREADABLE = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "page.html": (b"<html><body><nav>Home</nav></body></html>", "article"),
    "huge.txt": (b"The union said it would strike. " * 1_600_000, "too large"),
    "copy.txt": (GOOD.encode(), "the same text"),
    "broken.json": (b'{"text": ', "JSON"),
    "not-a.pdf": (b"%PDF-1.4 nothing", "PDF"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_one_file_that_cannot_be_read_is_named_and_the_rest_is_read(zopa: Zopa, make_case: MakeCase, name: str) -> None:
    """'read 1, skipped 1', the file and the reason; exit status 0."""
    content, reason = UNREADABLE[name]
    done = zopa("read", make_case(articles={"a.txt": GOOD, name: content}))
    assert done.status == 0
    assert done.out.startswith("read 1, skipped 1")
    assert name in done.err
    assert reason.casefold() in done.err.casefold()


def test_text_in_another_encoding_is_read(zopa: Zopa, make_case: MakeCase) -> None:
    """A page saved in Windows-1252 keeps its quotation marks."""
    text = "“We will never sign that,” Mara Lind said on Monday. The café workers’ union agreed with her.\n"
    folder = make_case(articles={"old.txt": text.encode("cp1252")})
    assert zopa("read", folder).out.startswith("read 1, skipped 0")
    with Ledger.open(folder / "zopa.db") as ledger:
        assert ledger.articles()[0].text.strip() == text.strip()


def test_one_broken_file_among_forty_good_ones(zopa: Zopa, make_case: MakeCase) -> None:
    """'read 39, skipped 1', and why."""
    articles: dict[str, str | bytes] = {f"{n:02}.txt": GOOD.replace("6 %", f"{n} %") for n in range(39)}
    done = zopa("read", make_case(articles={**articles, "bad.txt": b"\x00\x01\x02" * 99}))
    assert done.status == 0
    assert done.out.startswith("read 39, skipped 1")
    assert len(lines(done.err)) == 1


def test_nothing_readable_at_all(zopa: Zopa, make_case: MakeCase) -> None:
    """Exit status 2 and the first reason."""
    done = zopa("read", make_case(articles={"bad.txt": b""}))
    assert done.status == 2
    assert "bad.txt" in done.err


def test_a_case_without_coverage_says_where_to_put_it(zopa: Zopa, make_case: MakeCase) -> None:
    """The message names the folder and the formats."""
    done = zopa("brief", make_case(articles={}))
    assert done.status == 2
    assert "coverage" in done.err
    assert ".html" in done.err


BROKEN_CASES = {
    "an unknown party": (CASE + "signatories: [Union, Harbour]\n", "Harbour"),
    "a duplicate option": (CASE.replace("four_weeks: four-week", "two_weeks: four-week"), "two_weeks"),
    "a rule on a missing option": (CASE + "rules: [{never: {rosters: six_weeks}}]\n", "six_weeks"),
    "no feasible package": (CASE + "rules: [{never: {wage: [2, 4, 6]}}]\n", "package"),
    "no issues": (CASE[: CASE.index("issues:")], "issues"),
    "not YAML": ("parties: [Union\nissues: }", "YAML"),
    "empty": ("", "empty"),
}


@pytest.mark.parametrize("kind", BROKEN_CASES)
def test_check_names_file_and_line_and_what_to_do(zopa: Zopa, make_case: MakeCase, kind: str) -> None:
    """Exit status 1, a code, and the thing at fault."""
    case, culprit = BROKEN_CASES[kind]
    done = zopa("check", make_case(case))
    assert done.status == 1
    assert "case.yaml" in done.out
    assert "ZP0" in done.out
    assert culprit.casefold() in done.out.casefold()


@pytest.mark.parametrize(
    "command", ["read", "brief", "origins", "proposals", "settle", "positions", "statements", "frontier", "changes"]
)
def test_a_broken_case_stops_every_command_with_the_same_words(zopa: Zopa, make_case: MakeCase, command: str) -> None:
    """Exit status 2, the diagnostic and one line that says it is an error."""
    done = zopa(command, make_case(BROKEN_CASES["an unknown party"][0]))
    assert done.status == 2
    assert "Harbour" in done.err
    assert "Traceback" not in done.err
    assert lines(done.err)[-1].startswith("Error: ")


@pytest.mark.parametrize("command", ["read", "brief", "settle", "positions", "statements", "frontier", "check"])
def test_a_folder_that_is_not_there(zopa: Zopa, tmp_path: Path, command: str) -> None:
    """Exit status 2 and one line."""
    done = zopa(command, tmp_path / "nowhere")
    assert done.status == 2
    assert len(lines(done.err)) == 1
    assert "nowhere" in done.err


@pytest.mark.parametrize("command", ["settle", "positions", "statements", "changes", "origins", "proposals"])
def test_a_case_that_was_never_read_says_how_to_read_it(zopa: Zopa, ferry: Path, command: str) -> None:
    """The message is the command to type."""
    done = zopa(command, ferry)
    assert done.status == 2
    assert "zopa read" in done.err


@contextmanager
def without_privileges() -> Iterator[None]:
    """As somebody who may not write everywhere: root may, so tests run by root step down for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_an_unwritable_folder(zopa: Zopa, ferry: Path) -> None:
    """The ledger cannot be made: exit status 2, one line that names it, and the folder is as it was."""
    zopa("check", ferry)
    before = sorted(path.name for path in ferry.iterdir())
    ferry.chmod(0o555)
    try:
        with without_privileges():
            done = zopa("brief", ferry)
    finally:
        ferry.chmod(0o755)
    assert done.status == 2
    assert len(lines(done.err)) == 1
    assert str(ferry) in done.err
    assert sorted(path.name for path in ferry.iterdir()) == before


def test_an_output_that_cannot_be_written(zopa: Zopa, ferry: Path) -> None:
    """The briefing is made, its place refuses it: exit status 2, and what was read is kept."""
    (ferry / "file").write_text("in the way")
    done = zopa("brief", ferry, "-o", ferry / "file" / "brief.html", "--draws", 50)
    assert done.status == 2
    assert "cannot be written" in done.err
    with Ledger.open(ferry / "zopa.db") as ledger:
        assert len(ledger.articles()) == len(ARTICLES)


def test_a_ledger_from_a_newer_version(zopa: Zopa, ferry: Path) -> None:
    """Refused with what to do, and left as it was."""
    zopa("read", ferry)
    with sqlite3.connect(ferry / "zopa.db") as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    before = (ferry / "zopa.db").read_bytes()
    done = zopa("positions", ferry)
    assert done.status == 2
    assert "newer" in done.err
    assert (ferry / "zopa.db").read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b""], ids=["text", "empty"])
def test_a_ledger_that_is_no_ledger(zopa: Zopa, ferry: Path, content: bytes) -> None:
    """A file in the ledger's place is never overwritten silently with data lost: it is refused, or was empty."""
    (ferry / "zopa.db").write_bytes(content)
    done = zopa("read", ferry)
    assert "Traceback" not in done.err
    if content:
        assert done.status == 2
        assert (ferry / "zopa.db").read_bytes() == content
    else:
        assert done.status == 0


def test_an_interruption_keeps_what_was_read(zopa: Zopa, make_case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle of reading: exit status 130, what was read is there, and the next run goes on from it."""
    from zopa.casework import reading

    count = 2 * reading.BATCH + 5
    folder = make_case(articles={f"{n:03}.txt": GOOD.replace("6 %", f"{n} %") for n in range(count)})
    read = reading.read_statements
    seen: list[Article] = []

    def interrupted(article: Article) -> list[Statement]:
        seen.append(article)
        if len(seen) == reading.BATCH + 3:
            raise KeyboardInterrupt
        return read(article)

    monkeypatch.setattr(reading, "read_statements", interrupted)
    done = zopa("read", folder)
    assert done.status == 130
    assert "kept" in done.err
    with Ledger.open(folder / "zopa.db") as ledger:
        assert len(ledger.readings()) == reading.BATCH + 2
    again = zopa("read", folder)
    assert again.out.startswith(f"read {count}, skipped 0")
    with Ledger.open(folder / "zopa.db") as ledger:
        assert len(ledger.readings()) == count


@pytest.mark.slow
def test_a_real_signal_in_the_middle_of_reading(make_case: MakeCase) -> None:
    """SIGINT to the real command: one line, no traceback, and the ledger opens with whole readings in it."""
    folder = make_case(articles={f"{n:04}.txt": GOOD.replace("6 %", f"{n} %") * 40 for n in range(1500)})
    command = [sys.executable, "-m", "zopa", "read", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    ledger_file, deadline = folder / "zopa.db", time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline and not _readings(ledger_file):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert process.returncode == 130, err
    assert 0 < _readings(ledger_file) < 1500


def _readings(ledger_file: Path) -> int:
    if not ledger_file.exists():
        return 0
    try:
        database = sqlite3.connect(f"file:{ledger_file}?mode=ro", uri=True)
    except sqlite3.OperationalError:
        return 0
    try:
        return int(database.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        database.close()


def test_reading_again_changes_nothing(zopa: Zopa, ferry: Path) -> None:
    """The ledger holds the same rows after a second run."""
    zopa("read", ferry)
    with Ledger.open(ferry / "zopa.db") as ledger:
        before = ledger.counts(), ledger.readings()
    again = zopa("read", ferry)
    assert "(0 new" in again.out
    with Ledger.open(ferry / "zopa.db") as ledger:
        assert (ledger.counts(), ledger.readings()) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--party", "Harbour"], "Union, Company"),
        (["--issue", "pension"], "wage, rosters"),
        (["--as-of", "soon"], "soon"),
    ],
)
def test_a_name_the_case_does_not_have_is_answered_with_those_it_has(
    zopa: Zopa, ferry: Path, arguments: list[str], words: str
) -> None:
    """Exit status 2 and the choices."""
    zopa("read", ferry)
    done = zopa("positions", ferry, *arguments)
    assert done.status == 2
    assert words in done.err


@pytest.mark.parametrize("relaxation", ["Union:rosters=four", "Nobody:wage=2", "Union:pension=2", "Union"])
def test_a_relaxation_of_something_unknown(zopa: Zopa, ferry: Path, relaxation: str) -> None:
    """Exit status 2 and one line."""
    zopa("read", ferry)
    done = zopa("settle", ferry, "--relax", relaxation)
    assert done.status == 2
    assert len(lines(done.err)) == 1


def test_the_case_file_is_needed(zopa: Zopa, ferry: Path) -> None:
    """A folder without case.yaml is answered with the command that makes one."""
    (ferry / "case.yaml").unlink()
    done = zopa("brief", ferry)
    assert done.status == 2
    assert "zopa new" in done.err


def test_new_never_overwrites_a_case(zopa: Zopa, ferry: Path) -> None:
    """The case file stays as it was."""
    done = zopa("new", ferry)
    assert done.status == 2
    assert (ferry / "case.yaml").read_text() == CASE


def test_a_model_without_agreement_answers_no(zopa: Zopa, tmp_path: Path) -> None:
    """`settle` on an exact MODEL that has no agreement: exit status 1, and the reason in words."""
    model = {
        "parties": ["A", "B"],
        "issues": {"price": ["low", "high"]},
        "preferences": {
            "A": {"values": {"price": {"low": 1, "high": 0}}, "weights": {"price": 1}, "reservation": 0.5},
            "B": {"values": {"price": {"low": 0, "high": 1}}, "weights": {"price": 1}, "reservation": 0.5},
        },
    }
    path = tmp_path / "talks.json"
    path.write_text(json.dumps(model))
    done = zopa("settle", path)
    assert done.status == 1
    assert "None of the 2" in done.out


@pytest.mark.parametrize("ending", ["briefing.docx", "briefing"])
def test_an_ending_that_says_no_format(zopa: Zopa, ferry: Path, tmp_path: Path, ending: str) -> None:
    """Refused before any work, with the endings there are; no page hides in a file of another name."""
    done = zopa("brief", ferry, "-o", tmp_path / ending)
    assert done.status == 2
    assert ".html" in done.err
    assert not (tmp_path / ending).exists()
    assert not (ferry / "zopa.db").exists()


@pytest.mark.parametrize("target", ["", "."])
def test_an_output_without_a_name(zopa: Zopa, ferry: Path, target: str) -> None:
    """One line, exit status 2."""
    done = zopa("brief", ferry, "-o", target, "--format", "md", "--draws", 20)
    assert done.status == 2
    assert lines(done.err) == ["Error: . is a folder. Name a file in it."]


def test_an_output_that_is_a_folder_leaves_nothing_behind(zopa: Zopa, ferry: Path, tmp_path: Path) -> None:
    """No half-written file is left beside it."""
    (tmp_path / "out.html").mkdir()
    done = zopa("brief", ferry, "-o", tmp_path / "out.html", "--draws", 20)
    assert done.status == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry", "out.html"]


def test_a_device_and_a_link_stay_what_they_are(tmp_path: Path) -> None:
    """Writing to a device writes to it and never puts a file in its place; writing through a link writes its target."""
    device, target, link = tmp_path / "pipe", tmp_path / "target.txt", tmp_path / "link.txt"
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(device, "a briefing")
        assert os.read(reader, 99) == b"a briefing"
    finally:
        os.close(reader)
    assert device.is_fifo()
    link.symlink_to(target)
    write(str(link), "through the link")
    assert link.is_symlink()
    assert target.read_text() == "through the link"


LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def test_aliases_that_multiply_without_end(zopa: Zopa, make_case: MakeCase) -> None:
    """A few lines of YAML that stand for billions of values are refused at once."""
    folder = make_case(LAUGHS + CASE)
    done = zopa("check", folder)
    assert done.status == 1
    assert "more than 1,000,000 values" in done.out
    assert zopa("read", folder).status == 2


@pytest.mark.parametrize("command", ["read", "brief"])
def test_a_case_without_a_coverage_folder(zopa: Zopa, make_case: MakeCase, command: str) -> None:
    """The folder that is missing is named, and what to do."""
    folder = make_case(articles={})
    (folder / "coverage").rmdir()
    done = zopa(command, folder)
    assert done.status == 2
    assert lines(done.err) == [f"Error: There is no folder {folder / 'coverage'}. Make it and put the articles there."]


def test_only_articles_that_cannot_be_read(zopa: Zopa, ferry: Path) -> None:
    """Nothing readable among those named: exit status 2, though the ledger holds others."""
    zopa("read", ferry)
    done = zopa("read", ferry, "nowhere.txt")
    assert done.status == 2
    assert "nowhere.txt" in done.err


def test_more_draws_than_there_is_memory_for(zopa: Zopa, ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says what to ask less of."""
    from zopa.casework import settling

    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    zopa("read", ferry)
    monkeypatch.setattr(settling, "settle", exhausted)
    done = zopa("settle", ferry)
    assert done.status == 2
    assert "--draws" in done.err
    assert len(lines(done.err)) == 1


def test_a_ledger_in_the_form_of_a_folder(zopa: Zopa, ferry: Path) -> None:
    """One line that says to move it away."""
    (ferry / "zopa.db").mkdir()
    done = zopa("read", ferry)
    assert done.status == 2
    assert "is a folder; move it away" in done.err


def test_an_article_cannot_command_the_terminal(zopa: Zopa, make_case: MakeCase) -> None:
    """Escape sequences in a text reach no listing that is read in a terminal."""
    text = "Mara Lind said the union would never accept four-week\x1b[31m tours\x07 of duty."
    folder = make_case(articles={"a.jsonl": json.dumps({"text": text})})
    zopa("read", folder)
    for command in ("statements", "positions", "brief"):
        shown = zopa(command, folder)
        assert shown.status == 0
        assert "never accept" in shown.out
        assert "\x1b" not in shown.out
        assert "\x07" not in shown.out
