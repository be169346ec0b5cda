"""A new case, and a look over one: ``zopa new`` and ``zopa check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zopa.casework.folder import CaseFolder
from zopa.errors import UsageError

if TYPE_CHECKING:
    from zopa.diagnostics import Diagnostic


def new_case(path: Path | str, title: str | None = None) -> Path:
    """Make a case folder with a case file to fill in; gives the case file's path.

    Errors: UsageError where there is a case already, OutputError where the folder cannot be written.
    """
    from zopa.case import scaffold

    return scaffold(Path(path), title)


def check(path: Path | str) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a case folder, a case file or a MODEL file, errors and warnings.

    Raises UsageError where there is nothing at ``path``.
    """
    path = Path(path)
    if not path.exists():
        raise UsageError(f"There is nothing at {path}.")
    if path.is_dir() or path.name == CaseFolder(path.parent).case_file.name:
        from zopa.case import check_case

        return check_case(path if path.is_dir() else path.parent)[1]
    from zopa.settlements import check_model

    return check_model(path)
