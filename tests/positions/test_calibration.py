"""Confidence says how often codings are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.positions.calibration import (
    Calibration,
    calibrated,
    expected_calibration_error,
    fit_calibration,
    reliability,
)

SHARES = st.floats(0, 1)


def test_scores_that_say_too_much_are_brought_down() -> None:
    """Of a hundred codings scored .9 sixty were right, of a hundred scored .5 twenty."""
    fitted = fit_calibration([0.9] * 100 + [0.5] * 100, [n < 60 for n in range(100)] + [n < 20 for n in range(100)])
    assert fitted.confidence(0.9) == pytest.approx(0.6, abs=0.02)
    assert fitted.confidence(0.5) == pytest.approx(0.2, abs=0.02)


def test_few_cases_make_no_certainty() -> None:
    """Three right codings out of three do not make the next one certain."""
    assert fit_calibration([0.8] * 3, [True] * 3).confidence(0.8) < 0.9


@given(st.lists(st.tuples(SHARES, st.booleans()), min_size=1, max_size=30), SHARES, SHARES)
def test_a_higher_score_is_never_less_sure(cases: list[tuple[float, bool]], one: float, other: float) -> None:
    """Whatever it was fitted on, the confidence rises with the score and stays a probability."""
    fitted = fit_calibration([score for score, _ in cases], [right for _, right in cases])
    low, high = sorted((one, other))
    assert 0 <= fitted.confidence(low) <= fitted.confidence(high) <= 1


def test_nothing_cannot_be_fitted() -> None:
    """Without cases there is no calibration."""
    with pytest.raises(ValueError, match="needs scores"):
        fit_calibration([], [])


def test_the_error_is_the_mean_distance_of_confidence_and_truth() -> None:
    """Two bins: .9 with half right, .1 with none right."""
    confidences, right = [0.9, 0.9, 0.1, 0.1], [True, False, False, False]
    assert expected_calibration_error(confidences, right) == pytest.approx((0.4 + 0.1) / 2)
    assert [each.count for each in reliability(confidences, right)] == [2, 2]


def test_the_shipped_numbers_rise() -> None:
    """What counts (score .5) is likelier right than not; a bare suggestion (.25) is not."""
    assert calibrated(0.25) < 0.5 < calibrated(0.5) < calibrated(0.9)
    assert Calibration(0.0, 1.0).confidence(0.3) == pytest.approx(0.3)
