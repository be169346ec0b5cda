"""Provisos: the condition in the next sentence of the same speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.positions import code_positions
from zopa.positions.provisos import condition_behind, with_proviso

SIGN = "the union would accept a rise of 5 per cent"


@pytest.mark.parametrize(
    ("behind", "condition"),
    [
        ("But only if the crane drivers get their jobs back.", "But only if the crane drivers get their jobs back"),
        ("Provided that the strike ends first, she said.", "Provided that the strike ends first"),
        ("That depends on the crane drivers, Lindqvist added.", "That depends on the crane drivers"),
        ("“But only after a deal is signed,” she said.", "But only after a deal is signed"),
        ("Only if it rains, the port will close.", None),
        ("But only if the strike ends, Jonas Okafor said.", None),
        ("The strike goes on.", None),
        ("If not, the strike goes on.", None),
        ("", None),
    ],
)
def test_the_next_sentence(behind: str, condition: str | None) -> None:
    """A fragment that only sets a condition belongs to what was said before; another's words do not."""
    article = make_article(f"Marta Lindqvist said {SIGN}. {behind}\n\nThe talks go on.")
    found = condition_behind(make_statement(article, SIGN, "Marta Lindqvist"), article)
    assert (found.text if found else None) == condition


def test_another_paragraph_is_no_proviso() -> None:
    """What stands apart is not read as one."""
    article = make_article(f"Marta Lindqvist said {SIGN}.\nBut only if the strike ends.")
    assert condition_behind(make_statement(article, SIGN, "Marta Lindqvist"), article) is None


def test_what_is_accepted_becomes_conditional() -> None:
    """And what is demanded or refused stays as it was."""
    article = make_article(f"Marta Lindqvist said {SIGN}. But only if the crane drivers get their jobs back.")
    statement = make_statement(article, SIGN, "Marta Lindqvist")
    (position,) = with_proviso(code_positions(statement, article, STRIKE), statement, article)
    assert (position.option, position.stance) == ("5", "conditions")
    assert position.condition is not None
    words = "the rebels demand a full amnesty for all"
    article = make_article(f"Idris Kamal said {words}. But only if the rebels agree.")
    statement = make_statement(article, words, "Idris Kamal")
    coded = code_positions(statement, article, HOSTAGES)
    assert with_proviso(coded, statement, article) == coded


@given(st.text(max_size=120))
def test_any_text_behind_is_read(behind: str) -> None:
    """A condition found is words of the article."""
    article = make_article(f"Marta Lindqvist said {SIGN}. {behind}")
    found = condition_behind(make_statement(article, SIGN, "Marta Lindqvist"), article)
    assert found is None or found.text in article.text
