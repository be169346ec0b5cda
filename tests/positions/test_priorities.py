"""Priorities told from what somebody says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zopa.positions.priorities import features, priorities

NAMES = {"berth": ("berth", "mooring"), "fuel": ("fuel",), "crew": ("crew", "deck hand")}


def test_what_is_needed_comes_before_what_is_offered_away() -> None:
    """Asked for first and most, and given away."""
    said = ["I really need the fuel.", "You can have the crew, I don't need it.", "I would take the most fuel."]
    found = priorities(said, NAMES)
    assert found.order[0] == "fuel"
    assert found.scores["fuel"] > found.scores["crew"]


def test_names_are_found_in_any_form() -> None:
    """Plurals, capitals and names of two words."""
    found = features(["Deck hands first.", "MOORINGS later, and more fuel!"], NAMES)
    assert "first 0" in found["crew"]
    assert "first 1" in found["berth"]
    assert "leads" in found["berth"]
    assert "first 2" in found["fuel"]


def test_a_share_is_told_where_the_amount_is_known() -> None:
    """Of four, *I take three* keeps most; *you take three* keeps little. Without an amount nothing is told."""
    said = ["I take three fuel, and you take three crew."]
    found = features(said, NAMES, available=4)
    assert found["fuel"]["share mean"] == 0.25
    assert found["crew"]["share mean"] == -0.25
    assert "share mean" not in features(said, NAMES)["fuel"]


def test_silence_gives_the_order_of_the_names_at_chance() -> None:
    """Nobody said anything: one order of six."""
    found = priorities([], NAMES)
    assert found.order == tuple(NAMES)
    assert found.confidence == 0.167


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_words_give_an_order(said: list[str]) -> None:
    """Every issue once, whatever is said, and a probability."""
    found = priorities(said, NAMES, available=3)
    assert sorted(found.order) == sorted(NAMES)
    assert 0 <= found.confidence <= 1
