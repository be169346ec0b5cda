"""Recalled: numbers that a statement takes up from what was said before."""

from __future__ import annotations

import pytest
from tests.positions.scenes import TOLL, make_article, make_statement

from zopa.positions.candidates import COUNTED_FROM, by_rules

FIRST = "Velland's toll on the bridge was to be 10 per cent, Ida Brandt said."


def coded(article_text: str, content: str, speaker: str = "narrator") -> list[tuple[str, str, str]]:
    """Party, option and stance of what the rules count in one statement of an article."""
    article = make_article(article_text)
    told = by_rules(make_statement(article, content, speaker), article, TOLL).told
    return [
        (each.party or "", each.option, each.stance or "")
        for each in told
        if each.score >= COUNTED_FROM and each.issue == "toll"
    ]


@pytest.mark.parametrize(
    ("between", "content", "found"),
    [
        ("It rained.", "Velland threatened the 10 per cent again.", [("Velland", "10", "demands")]),
        ("It rained. Nobody came.", "Osmark rejected the 10 per cent.", [("Osmark", "10", "rejects")]),
        ("It rained.", "Turnout rose by 10 per cent.", []),
    ],
)
def test_a_number_named_again(between: str, content: str, found: list[tuple[str, str, str]]) -> None:
    """*The 10 per cent* is what it was of before; *10 per cent* of something else is not."""
    assert coded(f"{FIRST} {between} {content}", content) == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("it has become hard to push for less", [("Osmark", "10", "accepts")]),
        ("there is no point in asking for more", [("Osmark", "10", "accepts")]),
        ("it is hard to ask for less than the neighbours pay", []),
        ("it is time to ask for less", []),
    ],
)
def test_who_finds_it_hard_to_ask_for_less_comes_to_terms(content: str, found: list[tuple[str, str, str]]) -> None:
    """With the number that was named last before."""
    assert coded(f"{FIRST} Petr Halva said {content}.", content, "Petr Halva") == found
