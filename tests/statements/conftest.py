"""What the tests of this room share: an article made of plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.statements import read_statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement

PUBLISHED = date(2025, 3, 14)  # A Friday.


@pytest.fixture
def read() -> Callable[..., list[Statement]]:
    """Read a text as an article published on Friday 14 March 2025 by the Daily Courier."""

    def read_text(text: str, published: date | None = PUBLISHED) -> list[Statement]:
        return read_statements(replace(plain_article(text, "page"), published=published, outlet="Daily Courier"))

    return read_text
