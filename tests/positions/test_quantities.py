"""Quantities: numbers in digits and words, their units, and the bounds put on them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.positions.quantities import quantities_in
from zopa.positions.units import measure_of
from zopa.positions.words import tokens_of


def read(text: str) -> list[tuple[float, str | None]]:
    """The values and kinds of measure of a text."""
    return [(each.value, each.kind) for each in quantities_in(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("7.5 per cent", 7.5, "%"),
        ("seven and a half per cent", 7.5, "%"),
        ("fifteen percent", 15, "%"),
        ("15 %", 15, "%"),
        ("half of the catch", 50, "%"),
        ("three years", 36, "month"),
        ("a three-year agreement", 36, "month"),
        ("36 months", 36, "month"),
        ("four-week tours", 28, "day"),
        ("4 weeks", 28, "day"),
        ("72 hours", 3, "day"),
        ("$5m", 5e6, "dollar"),
        ("5.5 million US dollars", 5.5e6, "dollar"),
        ("€2.5 billion", 2.5e9, "euro"),
        ("3bn euros", 3e9, "euro"),
        ("120,000 tonnes", 120_000, "tonne"),
        ("a hundred and twenty thousand tonnes", 120_000, "tonne"),
        ("twenty-five pupils", 25, None),
        ("half a million people", 500_000, None),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: float, kind: str | None) -> None:
    """In digits or in words, whatever the unit; a noun that is no unit is kept beside it."""
    assert read(text) == [(value, kind)]


def test_numbers_joined_share_their_unit() -> None:
    """*4 or 5 per cent* is two percentages, and two units in one clause stay apart."""
    assert read("between 4 and 6 per cent") == [(4, "%"), (6, "%")]
    assert read("from 3 to 5 years") == [(36, "month"), (60, "month")]
    assert read("a rise of 5 per cent over 24 months") == [(5, "%"), (24, "month")]
    assert read("from seven days a week to five") == [(7, "day"), (5, "day")]
    assert read("seven days, and later five") == [(7, "day"), (5, None)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("no more than 5 per cent", "at_most"),
        ("two years at most", "at_most"),
        ("26 pupils or fewer", "at_most"),
        ("at least 6 per cent", "at_least"),
        ("not less than 6 per cent", "at_least"),
        ("anything above 4 per cent", "above"),
        ("more than 4 per cent", "above"),
        ("anything over 24 months", "above"),
        ("over 24 months", None),
        ("below five million dollars", "below"),
        ("between 4 and 6 per cent", "between"),
        ("up to 5 per cent", None),
        ("a rise of 5 per cent", None),
    ],
)
def test_the_bound_of_a_number(text: str, bound: str | None) -> None:
    """What stands before or behind it; *over 24 months* is only a length, *up to* names the number itself."""
    assert quantities_in(tokens_of(text))[0].bound == bound


def test_a_length_of_time_that_is_past_is_marked() -> None:
    """*three years ago* is when, not how long."""
    assert quantities_in(tokens_of("three years ago"))[0].past


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("%", ("%", 1)),
        ("per cent", ("%", 1)),
        ("years", ("month", 12)),
        ("weeks", ("day", 7)),
        ("thousand tonnes", ("tonne", 1000)),
        ("million dollars", ("dollar", 1e6)),
        ("€", ("euro", 1)),
        ("pupils", ("pupil", 1)),
        (None, (None, 1)),
    ],
)
def test_a_case_files_unit_is_a_kind_and_a_factor(unit: str | None, measure: tuple[str | None, float]) -> None:
    """So that three years on a scale in months is 36."""
    assert measure_of(unit) == measure


@given(st.text(alphabet="0123456789 .,%$-abemnortwyhu", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the reading, and quantities come in order without overlaps."""
    found = quantities_in(tokens_of(text))
    assert all(one.last < other.first for one, other in pairwise(found))
