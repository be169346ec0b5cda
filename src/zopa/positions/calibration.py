"""Calibration: from the coder's score to how often codings of that score turned out right.

Two numbers, fitted by Platt's method (Platt 1999) on coded articles; they and where they come from lie in
``calibration.json``, the reliability before and after in ``docs/explanation/learning.md``.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE = Path(__file__).with_name("calibration.json")

BINS = 10
"""Equal bins of [0, 1] over which reliability is measured."""

_LEAST, _MOST = 0.02, 0.98
_ROUNDS = 50
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Calibration:
    """The log odds of being right are ``offset`` + ``slope`` times the log odds of the score."""

    offset: float
    slope: float

    def confidence(self, score: float) -> float:
        """The confidence of a score in [0, 1]; it rises with the score and is never 0 or 1."""
        return chance(self.offset + self.slope * log_odds(score))


def log_odds(share: float) -> float:
    """The logarithm of the odds of a share, which is kept within [0.02, 0.98]."""
    inside = min(_MOST, max(_LEAST, share))
    return math.log(inside / (1 - inside))


def chance(odds: float) -> float:
    """The share whose log odds are given."""
    return 1 / (1 + math.exp(-odds))


def fit_calibration(scores: Sequence[float], right: Sequence[bool]) -> Calibration:
    """Logistic regression of right on the log odds of the score.

    1. With r right ones and w wrong ones, their targets are (r + 1) / (r + 2) and 1 / (w + 2), so that few cases never
       make certainty (Platt 1999).
    2. Newton's method on the two numbers; the slope is kept from falling below 0.

    Raises ValueError where there is nothing to fit. Cost: linear.
    """
    if not scores or len(scores) != len(right):
        raise ValueError("a calibration needs scores, and for each whether it was right")
    hits = sum(right)
    targets = [(hits + 1) / (hits + 2) if hit else 1 / (len(right) - hits + 2) for hit in right]
    odds = [log_odds(score) for score in scores]
    offset = slope = 0.0
    for _ in range(_ROUNDS):
        chances = [chance(offset + slope * each) for each in odds]
        errors = [found - target for found, target in zip(chances, targets, strict=True)]
        weights = [found * (1 - found) for found in chances]
        first = sum(errors), sum(error * each for error, each in zip(errors, odds, strict=True)) + _CLOSE * slope
        a, b, c = (sum(weight * each**power for weight, each in zip(weights, odds, strict=True)) for power in (0, 1, 2))
        determinant = (a + _CLOSE) * (c + _CLOSE) - b * b
        step = (
            ((c + _CLOSE) * first[0] - b * first[1]) / determinant,
            ((a + _CLOSE) * first[1] - b * first[0]) / determinant,
        )
        offset, slope = offset - step[0], slope - step[1]
        if max(map(abs, step)) < _CLOSE:
            break
    return Calibration(round(offset, 3), round(max(0.0, slope), 3))


def calibrated(score: float) -> float:
    """The confidence of a score of this version of the coder, by the shipped numbers."""
    return round(shipped().confidence(score), 3)


@cache
def shipped() -> Calibration:
    """The calibration that comes with the package."""
    data = json.loads(TABLE.read_text("utf-8"))
    return Calibration(data["offset"], data["slope"])


@dataclass(frozen=True, slots=True)
class Reliability:
    """One bin of a reliability diagram: its mean confidence, the share that was right, and how many there were."""

    confidence: float
    right: float
    count: int


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> tuple[Reliability, ...]:
    """The bins of a reliability diagram that hold anything, from low to high."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, hit in zip(confidences, right, strict=True):
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, hit))
    return tuple(
        Reliability(sum(c for c, _ in each) / len(each), sum(hit for _, hit in each) / len(each), len(each))
        for each in bins
        if each
    )


def expected_calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """The mean distance between confidence and share of right ones, bins weighing by what they hold (Naeini et al.
    2015). In [0, 1]; 0 for nothing."""
    bins = reliability(confidences, right)
    return sum(abs(each.confidence - each.right) * each.count for each in bins) / max(1, len(confidences))
