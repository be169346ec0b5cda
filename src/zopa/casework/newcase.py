"""A new case, and a look over one: ``zopa new`` and ``zopa check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zopa.casework.folder import CaseFolder
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.diagnostics import Diagnostic


def new_case(path: Path | str, title: str | None = None, articles: Sequence[Path | str] = ()) -> Path:
    """Make a case folder with a case file to fill in; gives the case file's path.

    From articles (files or folders) the file is a draft with parties, people and issues to edit, and the articles are
    copied into the case's coverage.

    Errors: UsageError where there is a case already, OutputError where the folder cannot be written, NothingReadable
    where articles are named and none can be read.
    """
    from zopa.case import scaffold

    if articles:
        from zopa.casework.draftedcase import draft_new_case

        return draft_new_case(Path(path), [Path(article) for article in articles], title).case_file
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

        case, diagnostics = check_case(path if path.is_dir() else path.parent)
        if case is None or not case.territory.zones:
            return diagnostics
        from zopa.casework.grounds import check_grounds

        return diagnostics + check_grounds(path if path.is_dir() else path.parent)
    from zopa.settlements import check_model

    return check_model(path)
