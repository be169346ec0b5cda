"""Fixtures of the case room's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.case import check_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zopa.case import Case
    from zopa.diagnostics import Diagnostic

    Checked = tuple[Case | None, tuple[Diagnostic, ...]]


@pytest.fixture
def check(tmp_path: Path) -> Callable[[str], Checked]:
    """Writes a text as case.yaml of a folder and checks that folder."""

    def check_text(text: str) -> Checked:
        (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
        return check_case(tmp_path)

    return check_text
