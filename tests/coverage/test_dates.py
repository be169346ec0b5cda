"""Dates of publication: whole days only, day first, never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage.dates import date_in_url, date_near_top, find_date, is_date_line, parse_date

NINTH = date(2025, 8, 9)


@pytest.mark.parametrize(
    "text",
    [
        "9 August 2025",
        "Saturday, 9 August 2025, 00:56",
        "August 9, 2025 11:47 am CET",
        "Aug. 9, 2025",
        "Sat, 09 Aug 2025 07:45 AM (IST)",
        "09.08.2025 (Updated: 10.08.2025)",
        "09/08/2025",
        "2025-08-09",
        "2025/8/9",
        "the 9th of August 2025",
        "Posted August 9th, 2025 8:33 am.",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    """In words or in figures; of two dates the first counts."""
    assert find_date(text) == NINTH


def test_in_figures_the_day_comes_first_unless_impossible() -> None:
    """04/03 is the fourth of March; 04/25 can only be American."""
    assert find_date("04/03/2025") == date(2025, 3, 4)
    assert find_date("04/25/2025") == date(2025, 4, 25)


@pytest.mark.parametrize("text", ["August 2025", "2025", "9 August", "31.02.2025", "version 1.2.2025.4", "soon", ""])
def test_what_names_no_day_is_no_date(text: str) -> None:
    """A month, a year or an impossible day is not completed."""
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Saturday, 9 August 2025, 00:56", True),
        ("Last Updated June 2, 2025 11:40 am.", True),
        ("25.04.2025 (Updated: 25.04.2025)", True),
        ("1 May, 2025 | 4 min read", True),
        ("Issued on: 09/08/2025 - 12:00", True),
        ("Saturday 9 August 2025 | 10.00am", True),
        ("The pact of 9 August 2025 ended the strike.", False),
        ("Oslo, 9 August 2025", False),
        ("published today", False),
    ],
)
def test_a_date_line_says_nothing_else(line: str, alone: bool) -> None:
    """Words such as 'updated' and the time of day may stand beside it."""
    assert is_date_line(line) is alone


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://post.example/2025/08/9/7525361/", NINTH),
        ("post.example/2025/aug/09/river", NINTH),
        ("post.example/20250809/river-1121930834.html", NINTH),
        ("post.example/river-2025-08-09-pact", NINTH),
        ("post.example/river-20250809", NINTH),
        ("post.example/river-20259999", None),
        ("post.example/2025/08/river", None),
        ("post.example/article/125072800080_1.html", None),
        ("post.example/2025/13/45/river", None),
        ("post.example/", None),
    ],
)
def test_dates_in_addresses(url: str, day: date | None) -> None:
    """Only a whole day in the path counts."""
    assert date_in_url(url) == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (NINTH, NINTH),
        (datetime(2025, 8, 9, 23, 0, tzinfo=UTC), NINTH),
        ("2025-08-09", NINTH),
        ("2025-08-09T23:00:00Z", NINTH),
        ("Sat, 09 Aug 2025 12:00:00 +0000", NINTH),
        ("9 de agosto de 2025", None),
        ("August 2025", None),
        ("soon", None),
        (20250809, None),
        (None, None),
        ("2025 " + "9" * 400, None),
    ],
)
def test_fields_of_records_and_pages(value: object, day: date | None) -> None:
    """What cannot be understood is None, never another day."""
    assert parse_date(value) == day


def test_the_first_date_line_above_a_body_counts() -> None:
    """Lines that say more are passed over."""
    assert date_near_top(["Our guide to 2025-01-01 and after", "9 August 2025", "10 August 2025"]) == NINTH
    assert date_near_top([]) is None


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_found_again(day: date) -> None:
    """In each of the forms in which pages print it."""
    months = "January February March April May June July August September October November December"
    month = months.split()[day.month - 1]
    assert find_date(f"{day.day} {month} {day.year}") == day
    assert find_date(f"{month[:3]}. {day.day}, {day.year}") == day
    assert find_date(f"{day.day:02}.{day.month:02}.{day.year}") == day
    assert find_date(day.isoformat()) == day
    assert parse_date(day.isoformat()) == day


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    """Pages may print anything."""
    assert find_date(text) is None or isinstance(find_date(text), date)
    assert parse_date(text) is None or isinstance(parse_date(text), date)
