"""What a pronoun at the head of the outlet's own sentence stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import STRIKE, make_article

from zopa.coverage.article import Span
from zopa.positions.hearing import words_of_case
from zopa.positions.passage import Passage, read_passage
from zopa.positions.pronouns import taken_up


def read(text: str) -> Passage:
    """A text as a passage of the strike."""
    article = make_article(text)
    return read_passage(article.text, (Span(0, len(text)),), words_of_case(STRIKE).parties)


def party(before: str, words: str) -> str | None:
    """The party that the pronoun of ``words`` is taken for."""
    plain = read(words)
    found = taken_up(plain, [read(before)])
    new = [mention for mention in found.mentions if mention not in plain.mentions]
    return new[0].party if new else None


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        ("The union has called a strike.", "It is also seeking 9 per cent.", "Union"),
        ("The union has called a strike.", "It wants 9 per cent.", "Union"),
        ("The union met the port.", "It wants 9 per cent.", "Union"),
        ("Crowds met the union.", "It wants 9 per cent.", None),
        ("The union has called a strike.", "On wages they have come down to 6 per cent.", "Union"),
        ("The union has called a strike.", "Its leaders are weighing the offer.", "Union"),
        ("The union has called a strike.", "Its refusal of 5 per cent was expected.", "Union"),
        ("The union has called a strike.", "Its flags hung from the cranes.", None),
        ("The union has called a strike.", "It is unclear who will pay.", None),
        ("The union has called a strike.", "It was a long night.", None),
        ("The union has called a strike.", "It is not yet ready to sign.", "Union"),
        ("The union has called a strike.", "The port said it wants 9 per cent.", None),
        ("The union has called a strike.", "He wants 9 per cent.", None),
        ("Marta Lindqvist spoke for an hour.", "She wants 9 per cent.", "Union"),
        ("after a vote of the union,", "which had refused 5 per cent", "Union"),
        ("after a vote of the union in the hall by the water,", "which had refused 5 per cent", None),
        ("It rained.", "It wants 9 per cent.", None),
    ],
)
def test_what_a_pronoun_takes_up(before: str, words: str, expected: str | None) -> None:
    """The party that acts first before it, where something follows that a party does."""
    assert party(before, words) == expected


def test_it_reaches_over_sentences_without_a_party_but_not_far() -> None:
    """Three sentences at most."""
    said, rain = read("The union has called a strike."), read("It rained.")
    words = read("It wants 9 per cent.")
    assert taken_up(words, [rain, rain, said]).mentions
    assert not taken_up(words, [rain, rain, rain, rain, said]).mentions


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_heard(before: str, words: str) -> None:
    """A passage gains one mention at most and loses none."""
    plain = read(f"{words}.")
    found = taken_up(plain, [read(f"The union. {before}")])
    assert set(plain.mentions) <= set(found.mentions)
    assert len(found.mentions) <= len(plain.mentions) + 1
