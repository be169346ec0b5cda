"""Times of news writing become ISO days and months, counted from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from zopa.statements.dates import SaidOn, lead_day, said_on

FRIDAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("words", "when", "exact"),
    [
        ("Doe said on Thursday", "2025-03-13", True),
        ("Doe said Friday", "2025-03-14", True),
        ("Doe said on Monday", "2025-03-10", True),
        ("Doe said last Friday", "2025-03-07", True),
        ("in a post early Saturday", "2025-03-15", True),
        ("Doe said on March 3", "2025-03-03", True),
        ("Doe said on 3 March 2024", "2024-03-03", True),
        ("Doe said on December 12", "2024-12-12", True),
        ("In April, Doe said", "2024-04", False),
        ("in January 2023 Doe said", "2023-01", False),
        ("Doe said yesterday", "2025-03-13", False),
        ("Earlier in the day, Doe said", "2025-03-14", False),
        ("Doe said last week", "2025-03-07", False),
    ],
)
def test_times(words: str, when: str, exact: bool) -> None:
    """A weekday is the latest one, a date without a year the latest that had come."""
    assert said_on(words, FRIDAY) == SaidOn(when, exact)


@pytest.mark.parametrize(
    "words",
    ["Doe said", "the deal runs until Friday", "since Wednesday Doe has said", "Mr. May said", "talks on April 2"],
)
def test_words_that_say_nothing_of_when(words: str) -> None:
    """No time, a time of something else, and a name that is a month give none."""
    assert said_on(words, FRIDAY) is None


def test_without_a_day_of_publication_only_a_full_date_counts() -> None:
    """A weekday hangs on the day of publication; a date with its year does not."""
    assert said_on("Doe said on Thursday", None) is None
    assert said_on("Doe said on March 3, 2024", None) == SaidOn("2024-03-03", exact=True)


def test_the_day_of_the_lead() -> None:
    """A fresh past day in the lead is a guess for the rest; a lead that looks ahead gives none."""
    assert lead_day(["The two sides met on Thursday."], FRIDAY) == SaidOn("2025-03-13", exact=False, basis="context")
    assert lead_day(["The two sides are set to meet on Friday."], FRIDAY) is None
