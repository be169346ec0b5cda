"""Threats: what a refusal or a threat hangs on."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions.candidates import by_rules

KEPT = ("night_shifts", "kept")


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("We will not sign as long as night shifts are kept.", {"rejects"}),
        ("If night shifts are kept, there will be no deal.", {"rejects"}),
        ("We will strike if night shifts are kept.", {"rejects"}),
        ("We will not sign if night shifts are not kept.", {"demands"}),
        ("We will not strike if night shifts are kept.", {"demands"}),
        ("We will sign only if night shifts are kept.", {"demands"}),
        ("There will be no deal unless night shifts are kept.", {"demands"}),
    ],
)
def test_what_is_refused_over_a_condition_is_rejected(text: str, stances: set[str]) -> None:
    """A denied condition, or a threat that is denied, turns it around; *only if* and *unless* ask for what they say."""
    article = make_article(text)
    told = by_rules(make_statement(article, text, "Marta Lindqvist"), article, STRIKE).told
    assert {each.stance for each in told if (each.issue, each.option) == KEPT} - {"conditions"} == stances
