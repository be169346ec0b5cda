"""About when an undated article was published, by its place among the dated records of one file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage import Article, about_days

START = date(2030, 3, 1)


def record(line: int, day: int | None, file: str = "coverage/archive.jsonl") -> Article:
    """The record of a line; ``day`` counts from the first of March."""
    published = None if day is None else START + timedelta(days=day)
    known = "unknown" if day is None else "record"
    return Article(f"{file}{line}", str(line), f"{file}:{line}", None, "", published, known, (), "", "", ())


def about(*days: int | None) -> dict[int, int]:
    """Lines whose day is guessed, with the days from the first of March."""
    found = about_days([record(line, day) for line, day in enumerate(days, 1)])
    return {int(id.rpartition("jsonl")[2]): (day - START).days for id, day in found.items()}


@pytest.mark.parametrize(
    ("days", "guessed"),
    [
        ((0, 4, None, 10, 12, 20), {3: 7}),
        ((0, 4, None, 4, 12, 20, 30), {3: 4}),
        ((0, 4, None, None, 10, 12, 20), {3: 7, 4: 7}),
        ((None, 4, 8, 10, 12, 20), {1: 3}),
        ((4, 8, 10, 12, 20, None), {6: 21}),
        ((20, 12, None, 8, 4, 0), {3: 10}),
        ((20, 12, 8, 4, 0, None), {6: -1}),
        ((0, 4, 8, 10, 12, 20), {}),
        ((4, 0, None, 8, 2, 30, 6), {}),
        ((0, None, 1, 2, 3), {}),
        ((None, None), {}),
        ((3, 3, None, 3, 3, 3), {}),
    ],
)
def test_known_places(days: tuple[int | None, ...], guessed: dict[int, int]) -> None:
    """Between its neighbours, forward and back; nothing where the order of the file says nothing."""
    assert about(*days) == guessed


def test_one_slip_is_forgiven() -> None:
    """Eleven steps forward and one back are an order still."""
    assert about(0, 1, 2, 4, 3, 5, 6, 7, 8, 9, 10, 11, None, 15) == {13: 13}


def test_files_are_looked_at_apart() -> None:
    """A second file's days say nothing of the first one's order, and a page that is no record has no place."""
    first = [record(line, day, "a.jsonl") for line, day in enumerate((0, 3, None), 1)]
    second = [record(line, day, "b.jsonl") for line, day in enumerate((0, 3, 5, 8, 9), 1)]
    page = Article("p", "p", "coverage/p.txt", None, "", None, "unknown", (), "", "", ())
    assert about_days([*first, *second, page]) == {}


@given(st.lists(st.integers(0, 400), min_size=5, max_size=30, unique=True), st.data())
def test_a_guess_lies_between_its_neighbours(days: list[int], data: st.DataObject) -> None:
    """Whatever the days, and whatever the order in which the articles come."""
    days.sort()
    place = data.draw(st.integers(1, len(days) - 1))
    records = [record(line, day) for line, day in enumerate([*days[:place], None, *days[place:]], 1)]
    shuffled = data.draw(st.permutations(records))
    (found,) = about_days(shuffled).values()
    assert days[place - 1] <= (found - START).days <= days[place]
