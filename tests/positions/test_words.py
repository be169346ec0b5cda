"""Words: tokens keep their places, stems join the forms of a word, phrases become concepts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.positions.terms import terms_of
from zopa.positions.words import plain_number, stem, tokens_of


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    """``text[start:end]`` is the token, but for the dots of an abbreviation, and tokens come in order."""
    tokens = tokens_of(text)
    assert [text[token.start : token.end].replace(".", "") for token in tokens] == [
        token.text.replace(".", "") for token in tokens
    ]
    assert all(one.end <= other.start for one, other in pairwise(tokens))


@pytest.mark.parametrize(
    "forms",
    [
        ("recognise", "recognizes", "recognised", "recognising"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("withdraw", "withdrew", "withdrawn", "withdrawing"),
        ("swap", "swaps", "swapped", "swapping"),
        ("free", "frees", "freed"),
        ("wage", "wages"),
        ("country", "countries", "country's"),
        ("freeze", "froze", "frozen", "freezes"),
        ("abolish", "abolished", "abolition"),
        ("replace", "replaced", "replacement"),
        ("extend", "extends", "extension"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    """Number, tense and spelling do not matter."""
    assert len({stem(form) for form in forms}) == 1


def names(text: str) -> set[str]:
    """The names of the terms of a text."""
    return {term.name for term in terms_of(tokens_of(text))}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("they handed the quay over", "CEDE"),
        ("the brigade pulled its guns out", "CEDE"),
        ("a truce of nine weeks", "CEASEFIRE"),
        ("the levy will be scrapped", "LIFT"),
        ("all captives walked free", "HOSTAGE"),
        ("salaries must rise", "WAGE"),
        ("counter-measures are ready", "RETALIATE"),
    ],
)
def test_words_of_one_meaning_become_one_concept(text: str, concept: str) -> None:
    """Synonyms, and phrases with a gap, from negotiations of several kinds."""
    assert concept in names(text)


def test_a_longer_phrase_hides_the_words_inside_it() -> None:
    """*left open* is no leaving, and *neither army* is no army."""
    assert "CEDE" not in names("the form was left open")
    assert "FORCES" not in names("neither army may enter")


@pytest.mark.parametrize(
    ("text", "number"), [("600,000", "600000"), ("600000", "600000"), ("27.50", "27.5"), ("0", "0"), ("1,5", "1.5")]
)
def test_a_number_has_one_spelling(text: str, number: str) -> None:
    """Thousands commas go; a decimal comma is a point."""
    assert plain_number(text) == number


@pytest.mark.parametrize("text", ["15%", "15 per cent", "15 percent", "15 %"])
def test_a_percentage_is_a_number_with_its_unit(text: str) -> None:
    """However it is written."""
    assert "15%" in names(f"a rate of {text} on timber")
