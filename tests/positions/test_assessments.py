"""Assessments: judgements of likelihood, motive and effect are shown, and are in no number."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions import assessments_in, code_positions
from zopa.statements.statement import SpeakerKind


@pytest.mark.parametrize(
    ("speaker", "kind", "content", "judged"),
    [
        ("a shipping analyst", "anonymous", "the union is unlikely to accept a rise of 3%", ["likelihood"]),
        ("a shipping analyst", "anonymous", "the port would probably agree to 5 per cent", ["likelihood"]),
        ("a shipping analyst", "anonymous", "the union was bluffing over night shifts", ["motive"]),
        ("a shipping analyst", "anonymous", "a rise of 8% would cost the port dear", ["effect"]),
        ("Marta Lindqvist", None, "the port is buying time over night shifts", ["motive"]),
        ("Marta Lindqvist", None, "the union is likely to win", []),
        ("narrator", None, "the union is unlikely to accept a rise of 3%", []),
        ("a shipping analyst", "anonymous", "the weather is likely to hold", []),
        ("a shipping analyst", "anonymous", "the union wants a rise of 8 per cent", []),
    ],
)
def test_what_is_judged(speaker: str, kind: SpeakerKind | None, content: str, judged: list[str]) -> None:
    """By an outsider, or by a party about another; about something of the case; and never counted."""
    article = make_article(content if speaker == "narrator" else f"{speaker} said that {content}.")
    statement = make_statement(article, content, speaker, kind)
    found = assessments_in(statement, article, STRIKE)
    assert [each.kind for each in found] == judged
    assert all(each.words[0].of(article.text) in content for each in found)
    if judged:
        assert not any(position.counted for position in code_positions(statement, article, STRIKE))


def test_a_second_hand_report_of_what_a_party_wants_is_its_position() -> None:
    """An analyst's report counts under the party described, with the analyst as speaker."""
    content = "the union wants a rise of 8 per cent"
    article = make_article(f"A shipping analyst said that {content}.")
    statement = make_statement(article, content, "a shipping analyst", "anonymous")
    (position,) = code_positions(statement, article, STRIKE)
    assert (position.party, position.option, position.counted) == ("Union", "8", True)
