"""The case file as text: read, checked while it is being written, and replaced only if nobody else has changed it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from zopa.case import check_case
from zopa.case.reader import CASE_FILE, LARGEST_CASE_FILE
from zopa.casework.output import write
from zopa.errors import UsageError

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.casework.folder import CaseFolder
    from zopa.diagnostics import Diagnostic

_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class CaseText:
    """The text of a case file, and its version: a hash that changes whenever the text does."""

    text: str
    version: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a text comes to: the case, None where it cannot be used, and everything that is wrong with it."""

    case: Case | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def usable(self) -> bool:
        """Whether there is a case in it."""
        return self.case is not None


class CaseChanged(UsageError):
    """The case file is not the one that was read: somebody saved it in between. ``current`` is what it holds now."""

    def __init__(self, current: CaseText) -> None:
        super().__init__("The case file was changed by somebody else since you opened it. Nothing was saved.")
        self.current = current


def read_case_text(folder: CaseFolder) -> CaseText:
    """The text of the case file. Raises UsageError for what is no text."""
    try:
        text = folder.case_file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{folder.case_file} cannot be read as text in UTF-8.") from error
    except OSError as error:
        raise UsageError(f"{folder.case_file} cannot be read: {error.strerror}. Put it back.") from error
    return CaseText(text, _version(text))


def check_text(text: str, folder: CaseFolder) -> Checked:
    """What is wrong with a text, as ``zopa check`` says it of the file, without writing it into the case."""
    return _checked(text, folder.path.absolute().name or "case")


@lru_cache(maxsize=8)
def _checked(text: str, name: str) -> Checked:
    with TemporaryDirectory() as place:
        beside = Path(place) / name
        beside.mkdir()
        (beside / CASE_FILE).write_text(text, "utf-8", errors="replace")
        case, diagnostics = check_case(beside)
    return Checked(case, tuple(replace(found, file=CASE_FILE) for found in diagnostics))


def save_case_text(folder: CaseFolder, text: str, version: str) -> CaseText:
    """Replace the case file by a text made from the given version of it. It appears whole or not at all.

    Raises CaseChanged where the file is not that version any more; UsageError for a text that holds no usable case, or
    is too long; OutputError where the file cannot be written. Then nothing is changed.
    """
    text = text.replace("\r\n", "\n")
    text = text if text.endswith("\n") else text + "\n"
    if len(text.encode("utf-8", "replace")) > LARGEST_CASE_FILE:
        raise UsageError(f"A case file has at most {LARGEST_CASE_FILE:,} bytes.")
    checked = check_text(text, folder)
    if not checked.usable:
        first = next(found for found in checked.diagnostics if found.severity == "error")
        raise UsageError(f"Nothing was saved: {first.message} (line {first.line}) {first.fix}")
    with _LOCK:
        current = read_case_text(folder)
        if current.version != version:
            raise CaseChanged(current)
        write(folder.case_file, text)
    return CaseText(text, _version(text))


def _version(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
