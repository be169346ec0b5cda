"""The weight of evidence: known answers of the formula, and which grade a source gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.case.case import Grade, Settings
from zopa.positions import Evidence, Position
from zopa.preferences import evidence_weight, grade_of, kind_of, weight_of
from zopa.preferences.weights import grade_number

TODAY = date(2031, 3, 10)
TEXT = (
    "Marta Lindqvist said the union demands eight. Jonas Okafor said it. A source said it. The plan said it. It is so."
)

# grade, age in days, relays, confidence, half-life, relay discount -> alpha
WEIGHTS = [
    (0.95, 0, 0, 1.0, 180, 0.8, 0.95),
    (0.8, 180, 0, 1.0, 180, 0.8, 0.4),
    (0.8, 0, 1, 1.0, 180, 0.8, 0.64),
    (0.8, 0, 2, 1.0, 180, 0.8, 0.512),
    (0.6, 360, 0, 0.5, 180, 0.8, 0.075),
    (0.5, 90, 1, 1.0, 90, 0.5, 0.125),
    (0.8, -3, 0, 1.0, 180, 0.8, 0.8),
    (0.95, 0, 0, 0.0, 180, 0.8, 0.0),
]


@pytest.mark.parametrize(("grade", "age", "relays", "confidence", "half_life", "discount", "expected"), WEIGHTS)
def test_known_weights(
    grade: float, age: float, relays: int, confidence: float, half_life: float, discount: float, expected: float
) -> None:
    """alpha = grade * 2^(-age / half_life) * rho^relays * confidence; what lies ahead is not older than today."""
    found = evidence_weight(grade, age, relays, confidence, half_life=half_life, relay_discount=discount)
    assert found == pytest.approx(expected)


@given(st.floats(0, 1), st.floats(0, 5000), st.integers(0, 9), st.floats(0, 1))
def test_a_weight_is_a_probability_and_falls_with_age_and_relays(
    grade: float, age: float, relays: int, confidence: float
) -> None:
    """Always in [0, 1]; older or relayed once more never weighs more."""
    alpha = evidence_weight(grade, age, relays, confidence)
    assert 0 <= alpha <= 1
    assert evidence_weight(grade, age + 1, relays, confidence) <= alpha
    assert evidence_weight(grade, age, relays + 1, confidence) <= alpha


GRADES = [("A", 1, 0.95), ("B", 2, 0.8), ("C", 3, 0.6), ("D", 4, 0.4), ("E", 5, 0.2), ("F", 6, 0.5), ("A", 5, 0.2)]


@pytest.mark.parametrize(("source", "information", "number"), GRADES)
def test_the_numbers_of_the_admiralty_grades(source: str, information: int, number: float) -> None:
    """The smaller of the two fields counts; F and 6 cannot be judged and stand for one half."""
    assert grade_number(Grade.model_validate({"source": source, "information": information})) == number


def evidence(speaker: str, kind: str, content: str, *, party: str = "Union") -> Evidence:
    """Evidence that the party demands a rise of eight per cent, told by a speaker of some kind."""
    article = make_article(TEXT)
    statement = make_statement(article, content, speaker, kind, said_on="2031-03-10")
    position = Position(statement.id, party, "wage", "8", "demands", "firm", (), "analyst", 1.0)
    return Evidence(position, statement, article)


SOURCES = [
    ("Marta Lindqvist", "person", "the union demands eight", "spokesperson", 0.95),
    ("Jonas Okafor", "person", "Jonas Okafor said it", "third party", 0.6),
    ("a source", "anonymous", "A source said it", "anonymous", 0.5),
    ("the plan", "document", "The plan said it", "document", 0.8),
    ("narrator", "narrator", "It is so", "narrator", 0.8),
]


@pytest.mark.parametrize(("speaker", "speaker_kind", "content", "kind", "grade"), SOURCES)
def test_the_kind_of_source_sets_the_grade(
    speaker: str, speaker_kind: str, content: str, kind: str, grade: float
) -> None:
    """A named speaker of the party, somebody else's, an unnamed source, a document, and the outlet's own voice."""
    found = evidence(speaker, speaker_kind, content)
    assert kind_of(found, STRIKE) == kind
    assert grade_of(found, STRIKE) == grade


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ({"anonymous": "D4"}, 0.4),
        ({"a source": "B2"}, 0.8),
        ({"The Coast Courier": "E5"}, 0.2),
        ({"The Coast Courier": "A1"}, 0.5),
        ({"anonymous": "B2", "The Coast Courier": "C3"}, 0.6),
        ({"Another Paper": "E5"}, 0.5),
    ],
)
def test_a_case_can_grade_kinds_speakers_and_outlets(grades: dict[str, str], expected: float) -> None:
    """A speaker's or a kind's grade replaces the default; an outlet's can only lower it."""
    given_grades = {
        name: Grade.model_validate({"source": g[0], "information": int(g[1])}) for name, g in grades.items()
    }
    case = STRIKE.model_copy(update={"settings": Settings(grades=given_grades)})
    assert grade_of(evidence("a source", "anonymous", "A source said it"), case) == expected


def test_the_weight_follows_the_settings_of_the_case() -> None:
    """A rival's words 180 days ago: third-party grade, one relay more, half a life gone."""
    found = evidence("Jonas Okafor", "person", "Jonas Okafor said it")
    later = date.fromordinal(TODAY.toordinal() + 180)
    assert weight_of(found, STRIKE, later) == pytest.approx(0.6 * 0.5 * 0.8)
    quick = STRIKE.model_copy(update={"settings": Settings(half_life=90, relay_discount=0.5)})
    assert weight_of(found, quick, later) == pytest.approx(0.6 * 0.25 * 0.5)


def test_what_has_no_date_ages_from_the_day_it_was_read() -> None:
    """Half a life after the reading half the weight is left; where the day of reading is unknown it counts as new."""
    found = evidence("Jonas Okafor", "person", "Jonas Okafor said it")
    undated = replace(
        found, article=replace(found.article, published=None), statement=replace(found.statement, said_on=None)
    )
    later = date.fromordinal(TODAY.toordinal() + 180)
    fresh = weight_of(undated, STRIKE, later)
    assert weight_of(replace(undated, read_on=TODAY), STRIKE, later) == pytest.approx(fresh / 2)
    assert weight_of(replace(undated, read_on=later), STRIKE, TODAY) == pytest.approx(fresh)
    assert weight_of(replace(found, read_on=later), STRIKE, later) == weight_of(found, STRIKE, later)
