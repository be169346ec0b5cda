"""Whose goods a duty falls on, where only the party is named."""

from __future__ import annotations

import pytest
from tests.positions.scenes import ORCHARDS, make_article, make_statement

from zopa.positions import code_positions


def coded(text: str, speaker: str) -> set[tuple[str, str, str, str]]:
    """What counts in a statement that is a whole article."""
    article = make_article(f"{text}.")
    found = code_positions(make_statement(article, text, speaker), article, ORCHARDS)
    return {(each.party, each.issue, each.option, each.stance) for each in found if each.counted}


BORNE = [
    "Osmark would face tariffs of 40% from May",
    "Osmark will be hit with a 40% tariff on May 3",
    "Osmark would pay 40% tariffs unless it signs",
    "the tariff on Osmark would be 40%",
]


@pytest.mark.parametrize("text", BORNE)
def test_a_duty_on_a_state_is_one_on_its_goods(text: str) -> None:
    """Who announces what the other side's goods would pay asks for it."""
    assert {issue for _, issue, _, _ in coded(text, "Ida Brandt")} == {"general_duty"}


@pytest.mark.parametrize("text", ["Osmark would face a 40% tariff on fruit", "Osmark faces tariffs of 40% on fruit"])
def test_goods_that_are_named_are_meant(text: str) -> None:
    """Not all of them."""
    assert "general_duty" not in {issue for _, issue, _, _ in coded(text, "Ida Brandt")}
