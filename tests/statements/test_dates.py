"""Times of news writing become ISO days and months, counted from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.statements.dates import SaidOn, from_day_told, lead_day, said_on
from zopa.statements.lexicon import word_set

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
        ("on the sidelines of the 3 March summit, Doe said", "2025-03-03", True),
        ("Doe said three days ago", "2025-03-11", False),
        ("Doe said a fortnight and 2 weeks ago", "2025-02-28", False),
        ("Doe said the previous day", "2025-03-13", False),
        ("Doe said over the weekend", "2025-03-09", False),
        ("Doe said earlier this week", "2025-03", False),
        ("Doe said earlier this month", "2025-03", False),
        ("Doe said last month", "2025-02", False),
        ("Doe said three months ago", "2024-12", False),
    ],
)
def test_times(words: str, when: str, exact: bool) -> None:
    """A weekday is the latest one, a date without a year the latest that had come."""
    assert said_on(words, FRIDAY) == SaidOn(when, exact)


@pytest.mark.parametrize(
    "words",
    [
        "Doe said",
        "the deal runs until Friday",
        "since Wednesday Doe has said",
        "Mr. May said",
        "talks on April 2",
        "Doe said two days later",
        "Doe said on March 3, 2026",
        "In May 2026 Doe said",
        "Doe expects it in November",
    ],
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


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Two days later, Doe said", "2025-03-12"),
        ("A week earlier, Doe said", "2025-03-03"),
        ("A month earlier, Doe said", "2025-02"),
        ("The next day Doe said", "2025-03-11"),
        ("The previous day Doe said", "2025-03-09"),
        ("Hours later, Doe said", "2025-03-10"),
        ("A week later, Doe said", None),
        ("Three days ago, Doe said", None),
        ("Doe said", None),
    ],
)
def test_days_counted_from_a_day_told_before(words: str, when: str | None) -> None:
    """``Two days later`` counts from the day told last, never past the day of publication; ``ago`` does not."""
    found = from_day_told(words, SaidOn("2025-03-10", exact=True), FRIDAY)
    assert (found.when if found else None) == when
    assert from_day_told(words, SaidOn("2025-03", exact=False), FRIDAY) is None


PIECES = word_set(
    """
    on in last next this early late the a two three 17 31 day days week weeks month months ago earlier later Monday
    Friday Saturday Sunday January March May Sept. December 2024 2025 2026 yesterday today weekend over of and previous
    following said
    """
)


@given(st.lists(st.sampled_from(sorted(PIECES)), max_size=9), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_day_lies_after_publication(pieces: list[str], published: date) -> None:
    """Whatever the words, what is found had come when the article appeared, but for the night after its date."""
    found = said_on(" ".join(pieces), published)
    if found is not None and len(found.when) == len("2025-03"):
        assert found.when <= published.isoformat()[:7]
    elif found is not None:
        assert date.fromisoformat(found.when) <= published + timedelta(days=1)
