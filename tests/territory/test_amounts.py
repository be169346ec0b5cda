"""Amounts of ground in words: value, unit, hedge, and how far the truth may lie from it."""

from __future__ import annotations

import pytest

from zopa.positions.words import tokens_of
from zopa.territory import amounts_in
from zopa.territory.amounts import nearest_fraction

MILE2 = 2.589988110336


@pytest.mark.parametrize(
    ("words", "unit", "value", "hedges"),
    [
        ("four square miles of it", "km2", 4 * MILE2, ()),
        ("only about four sq. miles of it", "km2", 4 * MILE2, ("about", "only")),
        ("some 9,000 square kilometres of it", "km2", 9000, ("about",)),
        ("1.5 thousand sq km of it", "km2", 1500, ()),
        ("twenty-five hundred hectares of it", "km2", 25, ()),
        ("640 acres", "km2", 2.59, ()),
        ("440 km²", "km2", 440, ()),
        ("440 km2 of it", "km2", 440, ()),
        ("75 per cent of it", "share", 0.75, ()),
        ("nearly 75% of it", "share", 0.75, ("almost",)),
        ("more than 70 percent of it", "share", 0.7, ("more",)),
        ("at least a third of it", "share", 1 / 3, ("least",)),
        ("roughly a fifth of it", "share", 0.2, ("about",)),
        ("two-thirds of it", "share", 2 / 3, ()),
        ("three quarters of the land", "share", 0.75, ()),
        ("half of it", "share", 0.5, ()),
        ("all of it", "share", 1.0, ()),
        ("almost all of it", "share", 1.0, ("almost",)),
        ("the entire region", "share", 1.0, ()),
        ("fully controls it", "share", 1.0, ()),
        ("most of it", "share", 0.5, ()),
    ],
)
def test_one_amount(words: str, unit: str, value: float, hedges: tuple[str, ...]) -> None:
    """Numbers in digits and words, every unit of area, shares, fractions, all and most."""
    (found,) = amounts_in(tokens_of(words))
    assert (found.unit, found.hedges) == (unit, hedges)
    assert found.value == pytest.approx(value, rel=1e-3)


NO_GROUND = "four people|a fifth round of talks|a third country|half an hour|120 per cent of it|30 miles|all were"


@pytest.mark.parametrize("words", NO_GROUND.split("|"))
def test_what_is_no_amount_of_ground(words: str) -> None:
    """People, rounds, hours, distances, more than all."""
    assert amounts_in(tokens_of(words)) == []


def test_a_conversion_in_brackets_is_said_once() -> None:
    """The second number repeats the first in another unit; a different area in brackets is another amount."""
    assert len(amounts_in(tokens_of("9,000 square kilometers (3,500 square miles) of it"))) == 1
    assert len(amounts_in(tokens_of("9,000 square kilometers (and 20 square miles) of it"))) == 2


@pytest.mark.parametrize(
    ("words", "rounding"),
    [
        ("9,000 sq km", 500),
        ("about 9,000 sq km", 1000),
        ("9,140 sq km", 5),
        ("440 sq km", 5),
        ("16.5 sq km", 0.05),
        ("4 sq km", 0.5),
        ("70 per cent of it", 0.025),
        ("about 70 per cent of it", 0.05),
        ("about 75 per cent of it", 0.025),
        ("about 74 per cent of it", 0.01),
        ("74.5 per cent of it", 0.0005),
    ],
)
def test_how_far_a_number_is_rounded(words: str, rounding: float) -> None:
    """Half a unit of its last digit that is not a trailing zero; shares to fives and tens; twice that with 'about'."""
    assert amounts_in(tokens_of(words))[0].rounding == pytest.approx(rounding)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("less than 40 per cent of it", 0.0, 0.4),
        ("up to 40 per cent of it", 0.0, 0.4),
        ("over 40 per cent of it", 0.4, 1.0),
        ("nearly 40 per cent of it", 0.35, 0.4),
        ("almost all of it", 0.9, 1.0),
        ("most of it", 0.5, 1.0),
        ("40 per cent of it", 0.4, 0.4),
    ],
)
def test_what_a_hedge_leaves_open(words: str, low: float, high: float) -> None:
    """The interval that the words leave."""
    (found,) = amounts_in(tokens_of(words))
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(("share", "fraction"), [(0.189, 0.2), (0.74, 0.75), (0.32, 1 / 3), (0.01, 0.0), (0.98, 1.0)])
def test_the_fraction_people_would_say(share: float, fraction: float) -> None:
    """Halves, thirds, quarters, fifths, tenths."""
    assert nearest_fraction(share) == pytest.approx(fraction)
