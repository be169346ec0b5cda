"""Reservation values over time: the analyst's bands, and what they do to what can be agreed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.meetings.scenes import CASE

from zopa.case import Talks
from zopa.preferences import build_model, reservation_history, reservation_of
from zopa.settlements import settle

EVENTS: dict[str, Any] = {
    "leverage": [{"party": "Delta", "band": (0.4, 0.5), "reason": "so"}],
    "events": [
        {"on": "2031-03-01", "what": "the strait closed", "party": "Delta", "direction": "worse", "band": (0.2, 0.3),
         "quote": "q", "source": "u"},
        {"on": "2031-04-01", "what": "the strait opened", "party": "Delta", "direction": "better", "band": (0.6, 0.8),
         "quote": "q", "source": "u"},
    ],
}  # fmt: skip
MOVED = CASE.model_copy(update={"talks": Talks.model_validate(EVENTS)})


@pytest.mark.parametrize(
    ("day", "band"),
    [
        (date(2031, 2, 28), (0.4, 0.5)),
        (date(2031, 3, 1), (0.2, 0.3)),
        (date(2031, 3, 31), (0.2, 0.3)),
        (date(2031, 4, 1), (0.6, 0.8)),
    ],
)
def test_the_band_of_a_day_is_that_of_the_last_event(day: date, band: tuple[float, float]) -> None:
    """From the day of an event on; before any, the band at the start."""
    assert reservation_of("Delta", MOVED, day).band == band
    model = build_model(MOVED, (), day)
    assert {one.party: one.reservation for one in model.preferences}["Delta"] == band


def test_a_party_nobody_wrote_about_keeps_the_default() -> None:
    """And is not told as stated."""
    held = reservation_of("Arvenia", MOVED, date(2031, 5, 1))
    assert (held.band, held.stated, held.event) == ((0.5, 0.5), False, None)
    assert [one.since for one in reservation_history("Delta", MOVED)] == [None, date(2031, 3, 1), date(2031, 4, 1)]


def test_no_deal_that_became_better_never_makes_a_deal_likelier() -> None:
    """A higher reservation value of one party only takes packages away."""
    low, high = (settle(build_model(MOVED, (), day), draws=600, seed=1) for day in (date(2031, 3, 2), date(2031, 4, 2)))
    assert high.headline.point < low.headline.point
