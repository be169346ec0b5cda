"""Which files of a folder are coverage: sorted, every one once, however the folder is linked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.coverage.page import Skipped
from zopa.coverage.sidecar import SUFFIX, is_sidecar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".htm", ".html", ".json", ".jsonl", ".mht", ".mhtml", ".pdf", ".txt")
"""The kinds of file that are read, by the end of their name (capital letters allowed)."""

IGNORED_NAMES = ("sources.txt",)
"""Files of a coverage folder that are not articles and are passed over in silence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may hold articles, and the name it is listed under."""

    path: Path
    source: str


def candidates(folder_or_files: Path | Sequence[Path]) -> Iterator[Candidate | Skipped]:
    """The files to read, in a fixed order: as given, and inside a folder by name, files and subfolders together.

    A folder's files are listed under its name (``coverage/june/report.html``). Hidden files, sidecars and
    sources.txt are no articles and are passed over; other unknown files are Skipped. Links are followed, but no
    folder is entered twice.
    """
    given = [folder_or_files] if isinstance(folder_or_files, Path) else folder_or_files
    entered: set[str] = set()
    for path in given:
        yield from _at(path, str(path), entered, named=True)


def _at(path: Path, source: str, entered: set[str], *, named: bool = False) -> Iterator[Candidate | Skipped]:
    """What stands at one path: a file, or all of a folder. A folder named by the caller is shown by its name alone."""
    try:
        is_folder = path.is_dir()
        found = None if is_folder else _judged(path, source)
    except OSError as error:  # a folder above it may not be entered
        yield _refused(source, error)
        return
    if found is not None:
        yield found
    else:
        yield from _in_folder(path, path.resolve().name if named else source, entered)


def _in_folder(folder: Path, shown: str, entered: set[str]) -> Iterator[Candidate | Skipped]:
    identity = os.path.realpath(folder)
    if identity in entered:
        yield Skipped(shown, "a link leads to a folder that was already read; remove the link", "ZP115")
        return
    entered.add(identity)
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        yield _refused(shown, error)
        return
    for name in names:
        path, source = folder / name, f"{shown}/{name}"
        if name.startswith(".") or name in IGNORED_NAMES:
            continue
        if not is_sidecar(path):
            yield from _at(path, source, entered)
        elif not _described(name, names):
            yield Skipped(source, "there is no article file of that name beside it; rename or remove it", "ZP112")


def _described(sidecar: str, names: Sequence[str]) -> bool:
    stem = sidecar.removesuffix(SUFFIX)
    return any(name == stem or (Path(name).stem == stem and not name.endswith(SUFFIX)) for name in names)


def _judged(path: Path, source: str) -> Candidate | Skipped:
    if not path.exists():
        broken = "the link leads nowhere" if path.is_symlink() else "there is no such file"
        return Skipped(source, f"{broken}; check the name", "ZP114")
    if not path.is_file():
        return Skipped(source, "it is not a file that can be read (a device or a pipe); remove it", "ZP114")
    if path.suffix.lower() not in SUFFIXES:
        kinds = ", ".join(SUFFIXES)
        return Skipped(source, f"files of this kind are not read; save it as one of {kinds}", "ZP113")
    return Candidate(path, source)


def _refused(source: str, error: OSError) -> Skipped:
    return Skipped(source, f"it cannot be opened ({error.strerror or error}); check its permissions", "ZP114")
