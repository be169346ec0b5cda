"""The keys of reviewing, in the terminal and in the browser: what each does, and how a person moves them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from zopa.briefing.wording import plain
from zopa.casework.config import config_folder
from zopa.casework.output import write
from zopa.errors import UsageError
from zopa.lined_yaml import YamlProblem, read_lined

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ACTIONS = {
    "accept": ("a", "accept the coding as it is shown"),
    "reject": ("x", "reject it: the words do not say this"),
    "unsure": ("u", "unsure: it does not count until somebody is sure"),
    "skip": ("space", "skip: decide later"),
    "undo": ("backspace", "take back your last decision, as often as there are any"),
    "next": ("j", "the next one"),
    "previous": ("k", "the one before"),
    "edit": ("e", "edit party, option, stance, strength, day or words"),
    "add": ("n", "add a coding that was missed in this statement"),
    "note": ("t", "write a note"),
    "accept_all": ("A", "accept every undecided coding of the statement, as shown"),
    "search": ("/", "find the next one whose words, speaker or coding contain a text"),
    "help": ("?", "these keys"),
    "quit": ("q", "stop; everything decided is kept"),
}
"""Every action: its key, and what it does."""

NAMES = {
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\t": "tab",
    "\x7f": "backspace",
    "\x08": "backspace",
    "\x1b": "escape",
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
}
"""What a terminal sends, and what that key is called."""


def keys_file(account: str | None = None) -> Path:
    """The file that gives actions other keys: that of an account, or of who runs zopa on this machine.

    Both lie in the person's or the server's configuration, so they hold for every case. An account may be called
    anything, so its file is named by a hash of its name; the first line of the file says whose it is.
    """
    if account is None:
        return config_folder() / "keys.yaml"
    return config_folder() / "keys" / f"{hashlib.sha256(account.encode()).hexdigest()[:16]}.yaml"


def name_of(pressed: str) -> str:
    """What a pressed key is called; a printing character is called what it prints."""
    return NAMES.get(pressed, pressed)


def keys_of(account: str | None = None) -> dict[str, str]:
    """The keys of a person: name of the key -> action. Raises UsageError for a file that cannot be used.

    The file holds lines such as ``accept: y``. What it does not name keeps its key; two actions on one key, an
    unknown action and an unknown key are errors.
    """
    path = keys_file(account)
    return _placed(path, _read(path))


def save_keys(own: Mapping[str, str], account: str | None = None) -> dict[str, str]:
    """Give actions other keys, and give all of them back as ``keys_of`` does; usual ones are not written down.

    Raises UsageError for what ``keys_of`` would refuse; then the file is as it was.
    """
    path = keys_file(account)
    keys = _placed(path, {action: _key(path, action, key) for action, key in own.items()})
    moved = {action: key for key, action in keys.items() if key != ACTIONS[action][0]}
    # A key is one printing character or a plain name: JSON's quoting of it is YAML's.
    lines = [f"{action}: {json.dumps(key, ensure_ascii=False)}\n" for action, key in moved.items()]
    write(path, "".join([*([] if account is None else [f"# The keys of {plain(account)}\n"]), *lines]))
    return keys


def _placed(path: Path, own: Mapping[str, str]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for action, (usual, _) in ACTIONS.items():
        key = own.get(action, usual)
        if key in keys:
            raise UsageError(f"{path}: {keys[key]} and {action} are both on the key {key!r}. Give one of them another.")
        keys[key] = action
    return keys


def _read(path: Path) -> Mapping[str, str]:
    if not path.exists():
        return {}
    try:
        found = read_lined(path).data
    except YamlProblem as problem:
        raise UsageError(f"{path}: {problem.reason}. Write lines such as: accept: y") from problem
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise UsageError(f"{path}: it holds no keys. Write lines such as: accept: y")
    return {str(action): _key(path, str(action), str(key)) for action, key in found.items()}


def _key(path: Path, action: str, key: str) -> str:
    if action not in ACTIONS:
        raise UsageError(f"{path}: there is no action {action!r}. There are: {', '.join(ACTIONS)}.")
    if not (len(key) == 1 and key.isprintable() and key != " ") and key not in NAMES.values():
        names = ", ".join(dict.fromkeys(NAMES.values()))
        raise UsageError(f"{path}: {key!r} is no key for {action}. Name one character, or one of {names}.")
    return key
