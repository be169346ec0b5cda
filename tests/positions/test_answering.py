"""What is only answered: told, and not wanted."""

from __future__ import annotations

import pytest
from tests.positions.scenes import ORCHARDS, make_article, make_statement

from zopa.positions import code_positions

ANSWERS = [
    "Osmark would respond to a 40% tariff on Osmark goods by imposing countermeasures",
    "Osmark would answer 40% tariffs on Osmark goods by imposing countermeasures",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_only_the_answer_is_wanted(text: str) -> None:
    """Not what it answers, neither by the rules nor by the judge."""
    article = make_article(f"{text}.")
    found = code_positions(make_statement(article, text, "Petr Halva"), article, ORCHARDS)
    counted = {(each.party, each.issue, each.option, each.stance) for each in found if each.counted}
    assert counted == {("Osmark", "answer", "imposed", "demands")}
