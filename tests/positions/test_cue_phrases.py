"""Cue phrases: which words take a stand, and which only look as if they did."""

from __future__ import annotations

import pytest

from zopa.positions.cue_phrases import marks_in, stances_in
from zopa.positions.words import Term, tokens_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rejected the offer", ["rejects", "offers"]),
        ("declined to comment", []),
        ("refused to discuss a truce", ["rejects"]),
        ("would take effect", []),
        ("would take the offer", ["accepts", "offers"]),
        ("backed the plan", ["accepts"]),
        ("backed away from the plan", []),
        ("would sooner strike than pay", ["rejects"]),
        ("would rather strike than accept 3 per cent", ["demands", "rejects"]),
    ],
)
def test_words_of_stance(text: str, found: list[str]) -> None:
    """A refusal to speak and a turn of phrase are none; *sooner than* refuses what follows."""
    assert [cue.name for cue in stances_in(tokens_of(text), []) if cue.name != "demands" or "rather" in text] == found


def test_a_cue_yields_its_last_word_to_the_matter() -> None:
    """*Ready to take back* is ready to, and takes back."""
    tokens = tokens_of("ready to take back")
    (cue,) = stances_in(tokens, [Term("RETURN", 2, 3)])
    assert (cue.name, cue.last) == ("offers", 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("only if they leave", ["condition"]),
        ("until March", []),
        ("since April", []),
        ("until they leave", ["condition"]),
        ("once a year", []),
        ("all at once", []),
        ("on condition of anonymity", []),
        ("in exchange for land", ["exchange"]),
    ],
)
def test_marks_between_clauses(text: str, found: list[str]) -> None:
    """Times and terms of being quoted are no conditions."""
    assert [mark.name for mark in marks_in(tokens_of(text))] == found
