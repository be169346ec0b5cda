"""Opening the ledger's file: creating its tables, refusing what is no ledger or a newer one, in plain words."""

from __future__ import annotations

import logging
import sqlite3
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event, insert, text
from sqlalchemy.exc import DBAPIError

from zopa.errors import LedgerError, LedgerTooNew
from zopa.ledger.migrations import migrate
from zopa.ledger.schema import APPLICATION_ID, METADATA, SCHEMA_VERSION, SCHEMA_VERSIONS, append_only_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

BUSY_SECONDS = 30
"""How long a writer waits for another process to finish writing."""

TELL_SECONDS = 2
"""After how long it says that it waits (a warning of the logger ``zopa.ledger``: Python prints it on stderr)."""

_LOG = logging.getLogger("zopa.ledger")


def open_engine(path: Path, *, create: bool) -> Engine:
    """An engine on a ledger that is ready for use. Raises LedgerError or LedgerTooNew; nothing stored is changed."""
    _check_place(path, create=create)
    engine = _engine(path)
    try:
        with plain_errors(path):
            _prepare(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """A transaction that holds the right to write from its start, so that looking and adding are one step.

    Where another program holds it, that is said once after ``TELL_SECONDS``; after ``BUSY_SECONDS`` it is an error.
    """
    with engine.connect().execution_options(write_to=str(path)) as connection, connection.begin():
        yield connection


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the database reports into one line for a user."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"the ledger {path} {_in_words(str(error.orig))}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"the ledger {path} {_in_words(str(error))}") from error
    except UnicodeEncodeError as error:
        raise LedgerError(f"the ledger {path} cannot hold half a character (a lone surrogate); remove it") from error


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"the ledger {path} is a folder; move it away, or name another file")
    if path.exists():
        return
    if not create:
        raise LedgerError(f"there is no ledger at {path}; read some coverage first")
    if not path.parent.is_dir():
        raise LedgerError(f"the ledger cannot be made at {path}: there is no folder {path.parent}; create it first")


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_connection(connection: Any, _record: object) -> None:
    # The driver would begin transactions on its own, too late and without the right to write; see _begin.
    connection.isolation_level = None
    for setting in ("foreign_keys = ON", "recursive_triggers = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    path = connection.get_execution_options().get("write_to")
    if path is None:
        connection.exec_driver_sql("BEGIN")
        return
    cursor = connection.connection.cursor()
    try:
        _begin_writing(cursor, TELL_SECONDS)
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        _LOG.warning("Another program is writing to %s; waiting up to %d seconds for it.", path, BUSY_SECONDS)
        _begin_writing(cursor, BUSY_SECONDS - TELL_SECONDS)
    finally:
        cursor.close()


def _begin_writing(cursor: Any, seconds: float) -> None:
    cursor.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")
    cursor.execute("BEGIN IMMEDIATE")


def _prepare(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        version = _version(connection, path)
    if version == 0:
        _use_write_ahead_log(engine)
    if version < SCHEMA_VERSION:
        _create_or_migrate(engine, path)


def _version(connection: Connection, path: Path) -> int:
    """The schema version of the file: 0 if it is empty. Refuses other databases and newer ledgers."""
    version = int(connection.execute(text("PRAGMA user_version")).scalar_one())
    owner = int(connection.execute(text("PRAGMA application_id")).scalar_one())
    tables = int(connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one())
    if tables == 0 and version == 0:
        return 0
    if owner != APPLICATION_ID:
        raise LedgerError(f"the ledger {path} is a database of another program; name another file")
    if version > SCHEMA_VERSION:
        raise LedgerTooNew(
            f"the ledger {path} was written by a newer zopa (format {version}; this one knows {SCHEMA_VERSION}); "
            "upgrade with: pip install --upgrade zopa"
        )
    return version


def _use_write_ahead_log(engine: Engine) -> None:
    # Readers go on while somebody writes. The mode is kept in the file and cannot be set inside a transaction.
    # SQLite does not wait for another process here, so this does.
    give_up = time.monotonic() + BUSY_SECONDS
    raw = engine.raw_connection()
    try:
        while not _switched_to_log(raw) and time.monotonic() < give_up:
            time.sleep(0.05)
    finally:
        raw.close()


def _switched_to_log(raw: Any) -> bool:
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        return False
    return True


def _create_or_migrate(engine: Engine, path: Path) -> None:
    with writing(engine, path) as connection:
        version = _version(connection, path)
        if version == SCHEMA_VERSION:
            return  # another process was quicker
        if version:
            migrate(connection, version)
        else:
            METADATA.create_all(connection)
            for trigger in append_only_triggers(table.name for table in METADATA.sorted_tables):
                connection.execute(text(trigger))
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        since = datetime.now(UTC).isoformat()
        connection.execute(insert(SCHEMA_VERSIONS).values(version=SCHEMA_VERSION, since=since))
        connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))


_FREE_SPACE = "make room and try again (nothing already stored is lost)"


def _in_words(reason: str) -> str:
    known = {
        "not a database": "is not a ledger: the file is something else; name another file",
        "malformed": "is damaged; restore it from a copy (what can be read of it is still there)",
        "readonly": "cannot be written: the file or its folder is read-only; change its permissions",
        "unable to open": "cannot be opened or made: its folder cannot be written; choose another place",
        "locked": "is in use by another program; try again when that has finished",
        "full": f"cannot be written: the disk is full; {_FREE_SPACE}",
        "disk I/O error": f"cannot be written: the disk is full or refuses; {_FREE_SPACE}",
    }
    return next((words for sign, words in known.items() if sign in reason), f"cannot be used: {reason}")
