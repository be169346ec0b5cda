"""Present: the terms of a clause."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions.candidates import by_rules
from zopa.positions.present import present_in, present_nearby


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("higher wages for everybody", "INCREASE", True),
        ("a lower wage for everybody", "REDUCE", True),
        ("more than the wages", "INCREASE", False),
        ("lower its 8 per cent duty", "8%", False),
        ("lower the duty to 8 per cent", "8%", True),
        ("cameras instead of 8 per cent", "8%", False),
    ],
)
def test_what_a_clause_holds(text: str, name: str, there: bool) -> None:
    """More of a thing raises it; what is to change or set aside is not there."""
    article = make_article(text)
    passage = by_rules(make_statement(article, text, "Jonas Okafor"), article, STRIKE).hearing.passage
    assert (name in present_in(passage, passage.clauses[0])) == there


def test_what_is_given_in_exchange_says_nothing_of_what_it_is_for() -> None:
    """The terms of a clause of exchange are near only to one of its kind."""
    text = "night shifts would end in exchange for 5 per cent"
    article = make_article(text)
    passage = by_rules(make_statement(article, text, "Jonas Okafor"), article, STRIKE).hearing.passage
    main, exchange = passage.clauses
    assert "5%" not in present_nearby(passage, main)
    assert "5%" in present_nearby(passage, exchange)
