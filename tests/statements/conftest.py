"""What the tests of this room share: an article made of plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.statements import read_statements
from zopa.statements.finding import find_attributions as find_by_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement

PUBLISHED = date(2025, 3, 14)  # A Friday.


@pytest.fixture
def read() -> Callable[..., list[Statement]]:
    """Read a text as an article published on Friday 14 March 2025 by the Daily Courier.

    Source, cue and content are found by the rules, so that these tests are about what is made of them.
    """

    def read_text(text: str, published: date | None = PUBLISHED) -> list[Statement]:
        article = replace(plain_article(text, "page"), published=published, outlet="Daily Courier")
        return read_statements(article, find=find_by_rules)

    return read_text
