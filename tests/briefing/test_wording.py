"""The words and numbers of a briefing: one form for each thing."""

from __future__ import annotations

from datetime import date

import pytest

from zopa.briefing import wording
from zopa.briefing.briefing import Headline


@pytest.mark.parametrize(
    ("value", "exact", "words"),
    [
        (0.0, False, "< 1 %"),
        (0.0, True, "0 %"),
        (0.0099, False, "< 1 %"),
        (0.01, False, "1 %"),
        (0.374, False, "37 %"),
        (0.99, False, "99 %"),
        (0.991, False, "> 99 %"),
        (1.0, False, "> 99 %"),
        (1.0, True, "100 %"),
        (0.375, True, "38 %"),
    ],
)
def test_percent(value: float, exact: bool, words: str) -> None:
    """Per cent without false precision; a sampled 0 is not called 0."""
    assert wording.percent(value, exact=exact) == words


@pytest.mark.parametrize(
    ("value", "se", "words"),
    [
        (0.37, 0.02, "37 % ± 2 %"),
        (0.37, 0.004, "37 % ± 0.4 %"),
        (0.37, 0.0001, "37 % ± < 0.1 %"),
        (0.37, 0.0, "37 %"),
        (0.002, 0.001, "< 1 %"),
        (0.37, 0.0096, "37 % ± 1 %"),
    ],
)
def test_estimate(value: float, se: float, words: str) -> None:
    """A standard error follows the figure, except at the ends, where it says nothing."""
    assert wording.estimate(value, se) == words


@pytest.mark.parametrize(
    ("value", "se", "words"),
    [
        (0.112, 0.006, "+11 points ± 0.6"),
        (0.004, 0.001, "+0.4 points ± 0.1"),
        (-0.02, 0.0, "−2.0 points"),
        (0.0, 0.0, "0 points"),
        (0.00001, 0.02, "0 points ± 2.0"),
    ],
)
def test_points(value: float, se: float, words: str) -> None:
    """Differences of probabilities are percentage points with a sign."""
    assert wording.points(value, se) == words


@pytest.mark.parametrize(
    ("value", "exact", "words"),
    [
        ("2025-08-09", True, "9 August 2025"),
        ("2025-08", True, "August 2025"),
        ("2025-08-09", False, "about 9 August 2025"),
        (None, True, "undated"),
        ("last spring", True, "last spring"),
    ],
)
def test_said_on(value: str | None, exact: bool, words: str) -> None:
    """Days and months as people write them; an inferred date says so."""
    assert wording.said_on(value, exact) == words


def test_day() -> None:
    """9 August 2025."""
    assert wording.day(date(2025, 8, 9)) == "9 August 2025"
    assert wording.day(None) == "undated"


def headline(point: float, **values: object) -> Headline:
    given = {
        "package": (("pay", "4"),),
        "point": point,
        "se": 0.01,
        "low": 0.0,
        "high": 1.0,
        "lower": 0.0,
        "upper": 1.0,
        "some_package": 0.9,
        "some_package_se": 0.0,
        "count": None,
        "exact": False,
        "statements": (),
    }
    return Headline(**{**given, **values})


@pytest.mark.parametrize("point", [0.0, 0.02, 0.2, 0.5, 0.8, 0.99])
def test_the_answer_neither_advises_nor_foretells(point: float) -> None:
    """Whatever the probability, the answer is about what is acceptable; it holds no 'should' and no 'will'."""
    said = wording.answer(headline(point), 4, known=9)
    assert "acceptable to all four" in said
    assert not {"should", "will", "must"} & set(said.lower().split())


def test_the_answer_grows_with_the_probability() -> None:
    """Five different sentences for five ranges, and plain words near 0."""
    said = [wording.answer(headline(point), 4, known=9) for point in (0.01, 0.2, 0.5, 0.8, 0.99)]
    assert len(set(said)) == 5
    assert said[0] == "No single package is likely to be acceptable to all four under these assumptions."


def test_the_answer_says_when_nothing_is_known() -> None:
    """Without a coded position there is no answer, whatever the engine computed."""
    assert wording.answer(headline(0.4), 4, known=0).startswith("Nothing is known yet")


def test_the_answer_for_rules_that_exclude_everything() -> None:
    """No feasible package is said as such."""
    assert "rules of the case" in wording.answer(headline(0.0, package=None), 2, known=3)


@pytest.mark.parametrize(
    ("point", "count", "words"),
    [
        (0.0, 0, "No package is acceptable to both"),
        (1.0, 1, "One package is acceptable to both"),
        (1.0, 52, "52 packages are acceptable to both"),
    ],
)
def test_the_answer_of_an_exact_model(point: float, count: int, words: str) -> None:
    """Numbers only: yes or no, and how many packages."""
    assert wording.answer(headline(point, count=count, exact=True), 2, known=1).startswith(words)


def test_plain_text_carries_no_control_characters() -> None:
    """Terminal escapes, line breaks and changes of direction are taken out of names and words."""
    assert wording.plain("a\x1b[31mb\nc\u202ed\u200be\ud800\ue000") == "a[31mb cde"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Luhansk region (almost wholly occupied)", "Luhansk region"),
        ("Pay, pensions", "Pay, pensions"),
        ("Giving up land as part of a settlement, no place named", "Giving up land as part of a settlement"),
        ("(x)", "(x)"),
    ],
)
def test_short_names(name: str, words: str) -> None:
    """A name without its explanation."""
    assert wording.short(name) == words


def test_lists_and_counts() -> None:
    """A, B and C; four; all four; both."""
    assert wording.listed(["A", "B", "C"]) == "A, B and C"
    assert wording.listed([]) == ""
    assert wording.counted(1, "draw") == "1 draw"
    assert wording.counted(4000, "draw") == "4,000 draws"
    assert [wording.everybody(n) for n in (1, 2, 4, 13)] == ["the one signatory", "both", "all four", "all 13"]
