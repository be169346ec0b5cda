"""Opening: a ledger is recognised, and everything else is refused in one line without being touched."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zopa.errors import LedgerError, LedgerTooNew
from zopa.ledger import Ledger
from zopa.ledger.schema import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.coverage import Page


def _pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def _sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_new_ledger_records_its_version_and_uses_a_log(path: Path) -> None:
    """The schema version stands in a table and in the file's header; readers are not locked out (WAL)."""
    Ledger.open(path).close()
    assert _pragma(path, "user_version") == SCHEMA_VERSION
    assert _pragma(path, "application_id") == APPLICATION_ID
    assert _pragma(path, "journal_mode") == "wal"
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT version FROM schema_versions").fetchall() == [(SCHEMA_VERSION,)]
    connection.close()


def test_opening_again_changes_nothing(
    path: Path, make_page: Callable[..., Page], digest: Callable[[Path], str]
) -> None:
    """A ledger that is opened and closed has the same bytes as before."""
    with Ledger.open(path) as ledger:
        ledger.add_page(make_page())
    before = digest(path)
    Ledger.open(path).close()
    assert digest(path) == before


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    """A file of no bytes holds nothing that could be lost."""
    path.touch()
    with Ledger.open(path) as ledger:
        assert ledger.counts()["articles"] == 0


def test_a_newer_ledger_is_refused_and_left_alone(path: Path, digest: Callable[[Path], str]) -> None:
    """The message names both formats and how to upgrade."""
    Ledger.open(path).close()
    _sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = digest(path)
    formats = rf"\(format {SCHEMA_VERSION + 1}; this one knows {SCHEMA_VERSION}\)"
    with pytest.raises(LedgerTooNew, match=rf"newer zopa {formats}.*pip install --upgrade zopa"):
        Ledger.open(path)
    assert digest(path) == before


def test_another_programs_database_is_refused_and_left_alone(path: Path, digest: Callable[[Path], str]) -> None:
    """An SQLite file without zopa's mark is never written to."""
    _sql(path, "CREATE TABLE recipes (name TEXT)")
    before = digest(path)
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(path)
    assert digest(path) == before


def test_what_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    """A text file by the ledger's name is kept as it is."""
    path.write_text("shopping list\n" * 100)
    with pytest.raises(LedgerError, match="is not a ledger"):
        Ledger.open(path)
    assert path.read_text() == "shopping list\n" * 100


def test_a_damaged_ledger_is_reported_in_one_line(path: Path, make_page: Callable[..., Page]) -> None:
    """Bytes overwritten in the middle give a plain message, not a traceback of the database."""
    with Ledger.open(path) as ledger:
        ledger.add_page(make_page())
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(LedgerError, match="damaged"), Ledger.open(path) as ledger:
        ledger.articles()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no ledger; the message says what to do with it."""
    with pytest.raises(LedgerError, match=r"is a folder; move it away"):
        Ledger.open(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """No folder is made on the way."""
    with pytest.raises(LedgerError, match=r"there is no folder .*absent"):
        Ledger.open(tmp_path / "absent" / "zopa.db")
    assert not (tmp_path / "absent").exists()


def test_a_missing_ledger_is_not_made_unless_asked(path: Path) -> None:
    """With create=False a wrong name does not leave an empty ledger behind."""
    with pytest.raises(LedgerError, match="there is no ledger at"):
        Ledger.open(path, create=False)
    assert not path.exists()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a file system that nobody may write to")
def test_a_folder_that_cannot_be_written_is_reported() -> None:
    """Even the superuser cannot make a file in /proc."""
    with pytest.raises(LedgerError, match=r"cannot be (opened or made|written)"):
        Ledger.open(Path("/proc/zopa.db"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write to any file")
def test_a_read_only_ledger_can_not_be_added_to(path: Path, make_page: Callable[..., Page]) -> None:
    """Adding to a file without write permission is refused in one line."""
    Ledger.open(path).close()
    path.chmod(stat.S_IRUSR)
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="read-only"):
        ledger.add_page(make_page())


def test_a_ledger_in_use_by_another_program_is_reported(
    path: Path, make_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that waits in vain says what it waited for."""
    monkeypatch.setattr("zopa.ledger.opening.BUSY_SECONDS", 0.05)
    with Ledger.open(path) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="in use by another program"):
            ledger.add_page(make_page())
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add_page(make_page()) is True
