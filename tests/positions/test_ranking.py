"""Ranking: one order out of the words, those before them, and the judge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions.closeness import Near
from zopa.positions.ranking import UNLIKELY, candidates, combined

OPTIONS = [("wage", f"{n}") for n in range(6)]


def near(weights: list[float]) -> list[Near]:
    """The first options with these weights of words."""
    return [Near(issue, option, weight, 0.0) for (issue, option), weight in zip(OPTIONS, weights, strict=False)]


@pytest.mark.parametrize(
    ("weights", "chances", "order"),
    [
        ([2.0, 1.0], [0.3, 0.3], [0, 1]),  # the judge is undecided: the words tell
        ([1.0, 1.0], [0.2, 0.7], [1, 0]),  # the words are undecided: the judge tells
        ([2.0, 1.0], [0.3, 0.6], [1, 0]),  # twice the chance, two thirds of the words
        ([2.0, 1.0], [0.5, 0.6], [0, 1]),  # nearly the same chance
        ([0.5, 3.0], [0.0, 0.0], [1, 0]),  # nothing the judge finds likely
    ],
)
def test_words_and_judge_make_up_for_each_other(weights: list[float], chances: list[float], order: list[int]) -> None:
    """Whichever tells more."""
    found = combined(near(weights), dict(zip(OPTIONS, chances, strict=False)), {})
    assert list(found) == [OPTIONS[place] for place in order]


def test_what_no_word_names_is_left_out_unless_likely() -> None:
    """Far from the words and unlikely to the judge."""
    chances = {OPTIONS[0]: 1 - UNLIKELY / 2, OPTIONS[1]: UNLIKELY / 2}
    assert list(combined([], chances, {})) == [OPTIONS[0]]


def test_what_was_spoken_of_before_breaks_a_tie_and_no_more() -> None:
    """A little weight for the sentences before; where the words differ, they tell."""
    before = {OPTIONS[1]: 2.0}
    assert next(iter(combined(near([1.0, 1.0]), {}, before))) == OPTIONS[1]
    assert next(iter(combined(near([2.0, 1.0]), {}, before))) == OPTIONS[0]


def test_words_that_only_point_are_about_what_was_spoken_of() -> None:
    """*Voiced doubts* names nothing; the second sentence before does."""
    told = "Return of the dismissed crane drivers was the union's demand. Talks lasted nine hours. "
    assert _nearness(told + "The port voiced doubts.") > _nearness("Talks lasted nine hours. The port voiced doubts.")


def _nearness(text: str) -> float:
    """How near the doubts are to the return of the dismissed drivers."""
    article = make_article(text)
    ranked = candidates(make_statement(article, "The port voiced doubts", "narrator"), article, STRIKE)
    return next(found.quality for found in ranked if found.option == "reinstated")


@given(
    st.lists(st.floats(0, 100), min_size=6, max_size=6),
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
)
def test_every_option_of_the_words_stands_once_in_a_falling_order(weights: list[float], chances: list[float]) -> None:
    """For any weights and chances; nearness lies in (0, 1)."""
    ranked = combined(near(weights), dict(zip(OPTIONS, chances, strict=True)), {})
    assert sorted(ranked) == sorted(OPTIONS)
    assert list(ranked.values()) == sorted(ranked.values(), reverse=True)
    assert all(0 < each < 1 for each in ranked.values())
