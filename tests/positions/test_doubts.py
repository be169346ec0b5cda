"""Doubts: codings that rest on few words where the judge finds another issue spoken of."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions.candidates import by_rules
from zopa.positions.doubts import doubted

KEPT, REINSTATED, EIGHT = ("night_shifts", "kept"), ("dismissed_workers", "reinstated"), ("wage", "8")


@pytest.mark.parametrize(
    ("option", "text", "near", "doubt"),
    [
        (KEPT, "The port wants to keep the dockers.", {KEPT: 0.01, REINSTATED: 0.9}, True),
        (KEPT, "The port wants to keep the dockers.", {KEPT: 0.2, REINSTATED: 0.8}, False),
        (KEPT, "The port wants to keep the dockers.", {KEPT: 0.01, REINSTATED: 0.3, EIGHT: 0.3}, False),
        (KEPT, "The port wants night shifts kept as they are.", {KEPT: 0.01, REINSTATED: 0.9}, False),
        (EIGHT, "The union wants 8 per cent.", {EIGHT: 0.01, REINSTATED: 0.9}, False),
    ],
)
def test_what_is_in_doubt(option: tuple[str, str], text: str, near: dict[tuple[str, str], float], doubt: bool) -> None:
    """Few words, an unlikely issue and another that is likely; never a number on a scale."""
    article = make_article(text)
    rules = by_rules(make_statement(article, text), article, STRIKE)
    assert doubted(option, rules.hearing.passage, rules.words, near) == doubt
