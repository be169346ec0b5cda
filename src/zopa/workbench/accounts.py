"""Accounts: who may sign in where others can reach the workbench. Kept in a file of their own, never in a case.

A password is kept as its Argon2id hash (RFC 9106, the first recommended parameters of argon2-cffi).
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from zopa.casework.config import config_folder
from zopa.errors import UsageError
from zopa.workbench.sessions import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1
SHORTEST, LONGEST = 10, 500
"""Characters of a password."""

INSTALL = "Accounts need a library for passwords. Install it with: pip install 'zopa[accounts]'"

FAILURES, WITHIN_SECONDS = 5, 300
"""After so many wrong passwords for a name, or ten times as many from an address, in so long, one has to wait."""

MOST_WATCHED = 10_000


def accounts_file() -> Path:
    """Where accounts are kept unless another file is named: in the configuration folder of who runs the workbench."""
    return config_folder() / "accounts.json"


@dataclass(frozen=True, slots=True)
class Account:
    """A name, what it may do, and the hash of its password."""

    name: str
    role: Role
    hash: str


class Accounts:
    """The accounts in a file. What changes in the file counts with the next request; safe from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[object, dict[str, Account]] = (None, {})
        self._hashing = threading.BoundedSemaphore(2)

    def all(self) -> Mapping[str, Account]:
        """Every account by its name. Raises UsageError for a file that holds none of ours."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return {}
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        if self._seen[0] != stamp:
            self._seen = (stamp, _read(self.path))
        return self._seen[1]

    def add(self, name: str, role: Role, password: str) -> None:
        """Add an account. Raises UsageError for a name that is taken or no name, and for a password too short."""
        name = " ".join(name.split())
        if not name or len(name) > 100 or not name.isprintable():
            raise UsageError("An account needs a name of at most 100 printing characters.")
        if name in self.all():
            raise UsageError(f"There is an account {name!r} already. Remove it first with: zopa user remove {name!r}")
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(f"A password has {SHORTEST} to {LONGEST} characters.")
        if any("\ud800" <= letter <= "\udfff" for letter in password):  # bytes of the input that are no text
            raise UsageError("The password is not text in UTF-8.")
        self._write({**self.all(), name: Account(name, role, _hasher().hash(password))})

    def remove(self, name: str) -> None:
        """Remove an account. Raises UsageError where there is none of that name."""
        if name not in self.all():
            raise UsageError(f"There is no account {name!r}. There are: {', '.join(self.all()) or 'none'}.")
        self._write({known: account for known, account in self.all().items() if known != name})

    def check(self, name: str, password: str) -> Account | None:
        """The account, if the password is its own. It takes as long for a name that does not exist."""
        hasher = _hasher()
        account = self.all().get(name)
        with self._hashing:
            hash = account.hash if account else _of_nobody()
            try:
                hasher.verify(hash, password[: LONGEST + 1])
            except _argon2().exceptions.VerificationError:
                return None
            except _argon2().exceptions.InvalidHashError:
                return None
        return account

    def _write(self, accounts: Mapping[str, Account]) -> None:
        kept = {one.name: {"role": one.role, "hash": one.hash} for one in accounts.values()}
        text = json.dumps({"format": FORMAT, "accounts": kept}, ensure_ascii=False, indent=2)
        unfinished = self.path.with_name(self.path.name + ".unfinished")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished.unlink(missing_ok=True)
            with open(
                unfinished, "x", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)
            ) as file:
                file.write(text + "\n")
            unfinished.replace(self.path)
        except OSError as error:
            raise UsageError(f"{self.path} cannot be written: {error.strerror}.") from error


class Patience:
    """How many wrong passwords came lately, by name and by address. Safe from any thread."""

    def __init__(self) -> None:
        self._failed: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def exhausted(self, name: str, address: str) -> bool:
        """Whether this name or this address has to wait."""
        with self._lock:
            return self._count(f"name {name}") >= FAILURES or self._count(f"from {address}") >= 10 * FAILURES

    def failed(self, name: str, address: str) -> None:
        """Count a wrong password."""
        with self._lock:
            for key in (f"name {name}", f"from {address}"):
                self._failed.setdefault(key, []).append(time.monotonic())
                self._failed.move_to_end(key)
            while len(self._failed) > MOST_WATCHED:
                self._failed.popitem(last=False)

    def _count(self, key: str) -> int:
        since = time.monotonic() - WITHIN_SECONDS
        lately = [moment for moment in self._failed.get(key, ()) if moment > since]
        if key in self._failed:
            self._failed[key] = lately
        return len(lately)


def _read(path: Path) -> dict[str, Account]:
    try:
        values = json.loads(path.read_text("utf-8"))
        if values["format"] != FORMAT:
            raise ValueError("it is of another format")
        return {name: _account(name, value) for name, value in values["accounts"].items()}
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(
            f"{path} holds no accounts that can be read. Put a copy back, or move it away and make the accounts anew "
            "with: zopa user add NAME --role editor"
        ) from error


def _account(name: str, value: Mapping[str, Any]) -> Account:
    if value["role"] not in get_args(Role) or not isinstance(value["hash"], str):
        raise ValueError(f"the account {name!r} has no role")
    return Account(name, value["role"], value["hash"])


def need_library() -> None:
    """Raise UsageError with the line that installs the library for passwords, where it is missing."""
    _argon2()


def _argon2() -> Any:
    try:
        import argon2
    except ImportError as error:
        raise UsageError(INSTALL) from error
    return argon2


def _hasher() -> Any:
    return _argon2().PasswordHasher()


_NOBODY: list[str] = []


def _of_nobody() -> str:
    """A hash that no password has, made once: what a name that does not exist is checked against."""
    if not _NOBODY:
        _NOBODY.append(_hasher().hash(os.urandom(32).hex()))
    return _NOBODY[0]
