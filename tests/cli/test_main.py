"""What the command line sets up before anything heavy is loaded."""

from __future__ import annotations

import os

import pytest

from zopa.cli.main import main

THREADS = "OPENBLAS_NUM_THREADS"


@pytest.mark.parametrize(("given", "kept"), [(None, "1"), ("4", "4")])
def test_linear_algebra_gets_one_thread(monkeypatch: pytest.MonkeyPatch, given: str | None, kept: str) -> None:
    """The engine shares out its own work; a number the user has set stays."""
    monkeypatch.setenv(THREADS, given or "")
    if given is None:
        monkeypatch.delenv(THREADS)
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert os.environ[THREADS] == kept
