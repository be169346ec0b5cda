"""A case as a folder on disk: where its parts are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zopa.errors import UsageError


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """The folder of one case: the analyst's file, the coverage beside it, and the ledger the tool keeps."""

    path: Path

    @property
    def case_file(self) -> Path:
        """The analyst's case file."""
        return self.path / "case.yaml"

    @property
    def coverage(self) -> Path:
        """The folder of articles."""
        return self.path / "coverage"

    @property
    def ledger(self) -> Path:
        """The evidence store."""
        return self.path / "zopa.db"


def case_folder(path: Path | str) -> CaseFolder:
    """The case at ``path``. Raises UsageError where there is no folder or no case file in it."""
    folder = CaseFolder(Path(path))
    if not folder.path.exists():
        raise UsageError(f"There is no folder {folder.path}. Make a case with: zopa new {folder.path}")
    if not folder.path.is_dir():
        raise UsageError(f"{folder.path} is a file; a case is a folder with a case.yaml in it.")
    if not folder.case_file.is_file():
        raise UsageError(f"{folder.path} has no case.yaml. Make one with: zopa new {folder.path}")
    return folder
