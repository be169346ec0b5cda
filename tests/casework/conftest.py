"""A small case that has been read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.ferry import ARTICLES, CASE

from zopa.casework.folder import CaseFolder, case_folder
from zopa.casework.reading import read_case


@pytest.fixture(scope="session")
def _read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read")
    (folder / "coverage").mkdir()
    (folder / "case.yaml").write_text(CASE, "utf-8")
    for name, text in ARTICLES.items():
        (folder / "coverage" / name).write_text(text, "utf-8")
    read_case(case_folder(folder))
    return folder


@pytest.fixture
def ferry(_read_once: Path, tmp_path: Path) -> CaseFolder:
    """The ferry strike, read; a copy for every test."""
    (tmp_path / "ferry").mkdir()
    for name in ("case.yaml", "zopa.db"):
        (tmp_path / "ferry" / name).write_bytes((_read_once / name).read_bytes())
    return case_folder(tmp_path / "ferry")
