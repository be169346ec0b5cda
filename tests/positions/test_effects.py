"""Effects: what an option would bring is nobody's wish."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions.candidates import COUNTED_FROM, by_rules


def stances(text: str, speaker: str = "Jonas Okafor") -> set[tuple[str, str]]:
    """Option and stance of what counts."""
    article = make_article(text)
    told = by_rules(make_statement(article, text, speaker), article, STRIKE).told
    return {(each.option, each.stance) for each in told if each.stance and each.score >= COUNTED_FROM}


@pytest.mark.parametrize(
    "text",
    [
        "8 per cent would empty the till",
        "A rise of 8 per cent would cost hundreds of jobs",
        "8 per cent would be a burden on every shipper",
        "With 8 per cent the ships would go elsewhere",
    ],
)
def test_a_consequence_is_no_wish(text: str) -> None:
    """The number is the subject of what would follow from it."""
    assert stances(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 per cent would be paid from May", ("5", "demands")),
        ("8 per cent is a sum that we would not pay", ("8", "rejects")),
        ("No docker will get 8 per cent", ("8", "rejects")),
        ("Nobody in the harbour would be given 8 per cent", ("8", "rejects")),
    ],
)
def test_what_comes_about_is_told(text: str, found: tuple[str, str]) -> None:
    """*Would be paid* announces; *we* after the option is the speaker; nobody as the subject denies."""
    assert found in stances(text)
