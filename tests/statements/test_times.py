"""When something happens: times past and to come, with how exact the words are."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage.article import Span
from zopa.statements.times import moments_in

PUBLISHED = date(2031, 3, 15)
"""A Saturday."""

KNOWN = [
    ("They will meet next week.", "next week", date(2031, 3, 17), date(2031, 3, 23), "week"),
    ("They are set to meet on Friday.", "Friday", date(2031, 3, 21), date(2031, 3, 21), "day"),
    ("They met on Friday.", "Friday", date(2031, 3, 14), date(2031, 3, 14), "day"),
    ("She wrote early Sunday.", "early Sunday", date(2031, 3, 16), date(2031, 3, 16), "day"),
    ("They met last Saturday.", "last Saturday", date(2031, 3, 8), date(2031, 3, 8), "day"),
    ("On 3 June they will sign.", "3 June", date(2031, 6, 3), date(2031, 6, 3), "day"),
    ("On June 3, 2029, they signed.", "June 3, 2029", date(2029, 6, 3), date(2029, 6, 3), "day"),
    ("In August 2024 it fell.", "In August 2024", date(2024, 8, 1), date(2024, 8, 31), "month"),
    ("In April they refused.", "In April", date(2030, 4, 1), date(2030, 4, 30), "month"),
    ("They will vote in April.", "in April", date(2031, 4, 1), date(2031, 4, 30), "month"),
    ("In 2014 it was annexed.", "In 2014", date(2014, 1, 1), date(2014, 12, 31), "year"),
    ("Three years ago it began.", "Three years ago", date(2028, 1, 1), date(2028, 12, 31), "year"),
    ("It was colder in the winter of 2029.", "in the winter of 2029", date(2029, 12, 1), date(2030, 2, 28), "season"),
    ("They sail tomorrow.", "tomorrow", date(2031, 3, 16), date(2031, 3, 16), "day"),
    ("They will meet in two weeks.", "in two weeks", date(2031, 3, 24), date(2031, 3, 30), "week"),
    ("Two days ago they met.", "Two days ago", date(2031, 3, 13), date(2031, 3, 13), "day"),
    ("They will meet in the coming days.", "in the coming days", None, None, "open"),
    ("The deadline is 2031-04-01.", "2031-04-01", date(2031, 4, 1), date(2031, 4, 1), "day"),
]


@pytest.mark.parametrize(("sentence", "words", "start", "end", "precision"), KNOWN)
def test_a_time_is_placed(sentence: str, words: str, start: date | None, end: date | None, precision: str) -> None:
    """The first and the last day the words can mean."""
    (moment,) = moments_in(sentence, Span(0, len(sentence)), PUBLISHED)
    assert (moment.span.of(sentence), moment.start, moment.end, moment.precision) == (words, start, end, precision)


@pytest.mark.parametrize(
    "sentence", ["They may well differ.", "Mayor March said so.", "On 31 February it snowed.", "Nine."]
)
def test_no_time(sentence: str) -> None:
    """*May* that is no month, days that are none."""
    assert moments_in(sentence, Span(0, len(sentence)), PUBLISHED) == []


def test_without_a_day_of_publication_only_full_dates_are_placed() -> None:
    """What would have to be counted stays open."""
    text = "On Friday, in April and on 3 June 2029."
    found = moments_in(text, Span(0, len(text)), None)
    assert [(one.precision, one.start) for one in found] == [("open", None), ("open", None), ("day", date(2029, 6, 3))]


@given(
    st.lists(st.sampled_from([sentence for sentence, *_ in KNOWN]), max_size=5),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
def test_times_are_in_order_apart_and_not_empty(chosen: list[str], published: date) -> None:
    """Spans never overlap, and an end is never before its start, whatever the day of publication."""
    text = " ".join(chosen)
    found = moments_in(text, Span(0, len(text)), published)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    assert all(one.start is None or one.end is None or one.start <= one.end for one in found)
