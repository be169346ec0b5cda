"""The dated list of states parties, against counts that the court itself announced."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zopa.meetings import membership_of, parties_on
from zopa.meetings.places import read_table
from zopa.meetings.rome_statute import memberships

if TYPE_CHECKING:
    from pathlib import Path

ANNOUNCED = [
    (date(2002, 6, 30), 0),
    (date(2002, 7, 1), 66),
    (date(2008, 12, 31), 108),
    (date(2012, 12, 31), 121),
    (date(2016, 12, 31), 124),
    (date(2017, 12, 31), 123),
    (date(2019, 12, 31), 122),
    (date(2020, 12, 31), 123),
    (date(2024, 12, 31), 124),
    (date(2025, 1, 1), 125),
    (date(2026, 6, 2), 124),
]


@pytest.mark.parametrize(("day", "count"), ANNOUNCED)
def test_the_number_of_parties_each_year(day: date, count: int) -> None:
    """Accessions and withdrawals fall on the right side of each date."""
    assert len(parties_on(day)) == count


def test_every_period_is_in_order_and_begins_on_the_first_of_a_month() -> None:
    """Article 126: the first day of the month after the 60th day; a state that succeeded another keeps its day."""
    for periods in memberships().values():
        for one in periods:
            assert one.since.day == 1 or one.state == "Montenegro"
            assert one.until is None or one.until - one.since > timedelta(days=365)


def test_withdrawals_are_dated() -> None:
    """A party up to the day before, none from the day on which the withdrawal takes effect."""
    for state, day in (
        ("Hungary", date(2026, 6, 2)),
        ("Philippines", date(2019, 3, 17)),
        ("Burundi", date(2017, 10, 27)),
    ):
        assert membership_of(state, day - timedelta(days=1)) is not None
        assert membership_of(state, day) is None


def test_membership_in_august_2025_agrees_with_the_development_data(shared: Path) -> None:
    """All but two: there Equatorial Guinea stands in the place of El Salvador, which joined as the 124th in 2016."""
    with (shared / "data" / "territory" / "icc_states_parties_2025-08.csv").open(encoding="utf-8") as file:
        theirs = {row["iso3"] for row in csv.DictReader(file) if row["party_on_2025_08_15"] == "yes"}
    day = date(2025, 8, 15)
    codes = {row[0]: row[1] for row in read_table("rome_statute")}
    mine = {codes[state] for state in parties_on(day)}
    assert mine - theirs == {"SLV"}
    assert theirs - mine == {"GNQ"}
