"""A way to call the command line in this process, and a small case to call it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.ferry import ARTICLES, CASE, Outcome, Zopa

from zopa.cli.main import run


@pytest.fixture
def zopa(capsys: pytest.CaptureFixture[str]) -> Zopa:
    """Call the command line: ``zopa("read", folder)``."""

    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Outcome(status, written.out, written.err)

    return call


@pytest.fixture
def make_case(tmp_path: Path) -> Callable[..., Path]:
    """Make a case folder with a case file and articles."""

    def make(case: str = CASE, articles: dict[str, str | bytes] | None = None, name: str = "ferry") -> Path:
        folder = tmp_path / name
        (folder / "coverage").mkdir(parents=True)
        (folder / "case.yaml").write_text(case, "utf-8")
        for path, content in (ARTICLES if articles is None else articles).items():
            data = content.encode() if isinstance(content, str) else content
            (folder / "coverage" / path).write_bytes(data)
        return folder

    return make


@pytest.fixture
def ferry(make_case: Callable[..., Path]) -> Path:
    """The small case."""
    return make_case()
