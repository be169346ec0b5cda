"""Files that come from a browser: bounded in size and number, under names that can lead nowhere."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from zopa.coverage.sidecar import SUFFIX
from zopa.coverage.walking import SUFFIXES
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from zopa.casework.folder import CaseFolder

MOST_FILES = 100
LARGEST_FILE = 20_000_000
LARGEST_UPLOAD = 100_000_000
"""How many files come at once at most, and how many bytes one of them and all of them together may have."""

LONGEST_NAME = 100
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """A file's name as it is stored: its last part, letters, digits, spaces and ``.-_`` of it, an ending we read.

    Raises UsageError for another ending and for a name of which nothing is left.
    """
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    kept = "".join(sign if sign.isalnum() or sign in ".-_" else " " for sign in last)
    kept = " ".join(kept.split()).strip(". ")
    ending = next((end for end in (SUFFIX, *SUFFIXES) if kept.lower().endswith(end)), None)
    if ending is None:
        raise UsageError(f"{last[:60]!r} is of a kind that is not read. Take one of {', '.join(SUFFIXES)}.")
    stem = kept[: -len(ending)].strip(". ")[:LONGEST_NAME].strip(". ")
    if not stem:
        raise UsageError(f"{last[:60]!r} has no name before its ending.")
    return ("_" if _RESERVED.fullmatch(stem.split(".")[0]) else "") + stem + ending.lower()


def store_all(folder: CaseFolder, files: Sequence[tuple[str, BinaryIO]]) -> list[Path]:
    """Store files, given by name and content, all or none: of an upload that is refused nothing stays.

    Raises UsageError as :func:`safe_name` and :func:`store` do.
    """
    for name, _ in files:
        safe_name(name)
    stored: list[Path] = []
    try:
        for name, content in files:
            stored.append(store(folder, name, content))
    except UsageError:
        for path in stored:
            path.unlink(missing_ok=True)
        raise
    return stored


def store(folder: CaseFolder, name: str, content: BinaryIO) -> Path:
    """Store one file among the coverage, beside what is there already, and give its path.

    Raises UsageError where it is too large or empty, or where the coverage lies outside the case's folder.
    """
    where = folder.coverage
    if where.exists() and not where.resolve().is_relative_to(folder.path.resolve()):
        raise UsageError("The coverage of this case is a link to another place; put the articles there yourself.")
    data = content.read(LARGEST_FILE + 1)
    named = safe_name(name)
    if len(data) > LARGEST_FILE:
        raise UsageError(f"{named} has more than {LARGEST_FILE:,} bytes.")
    if not data:
        raise UsageError(f"{named} is empty.")
    path = where / named
    try:
        where.mkdir(exist_ok=True)
        path = _free(where, named)
        with open(path, "xb", opener=_no_links) as file:
            file.write(data)
    except OSError as error:
        raise UsageError(f"{named} cannot be stored: {error.strerror}.") from error
    return path


def _free(where: Path, name: str) -> Path:
    """The name, or the name with the first number that is free."""
    ending = next(end for end in (SUFFIX, *SUFFIXES) if name.endswith(end))
    stem, number, path = name.removesuffix(ending), 1, where / name
    while os.path.lexists(path):
        number += 1
        path = where / f"{stem}-{number}{ending}"
    return path


def _no_links(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o644)
