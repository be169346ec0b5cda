"""Names: ids of the case and clauses of the engine in words."""

from __future__ import annotations

from typing import Any

import pytest

from zopa.briefing.names import names_of


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("crews: pay=3", "3 % (Pay rise a year)"),
        ("crews: pay=3|4", "3 % or 4 % (Pay rise a year)"),
        ("crews: pay=3 & night=none", "3 % (Pay rise a year) with none (Night sailings)"),
        (
            "crews: pay=3 without crewing=crew_of_nine",
            "3 % (Pay rise a year) without crew of nine (Crew on each ferry)",
        ),
        ("crews: night=none (unstated)", "none (Night sailings)"),
        ("crews: any deal", "any deal"),
        ("crews: moon=cheese", "moon=cheese"),
    ],
)
def test_clauses_in_words(ferry: Any, clause: str, words: str) -> None:
    """What can be read as options of the case is said in its words, anything else is left as it is."""
    assert names_of(ferry.case).clause("crews", clause) == words


def test_sentences_of_the_engine(ferry: Any) -> None:
    """Ids in questions and notes become names."""
    said = names_of(ferry.case).readable("Does northline really reject pay = 6?")
    assert said == "Does Northline Ferries really reject 6 % (Pay rise a year)?"


def test_an_id_the_case_does_not_have_is_shown_as_it_is(ferry: Any) -> None:
    """Nothing is guessed."""
    names = names_of(ferry.case)
    assert (names.party("x"), names.issue("y"), names.option("y", "a_b")) == ("x", "y", "a b")
