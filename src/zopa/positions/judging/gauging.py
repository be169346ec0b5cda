"""Gauging: how often a reading is right, by a logistic regression on what the network said of it and of its rivals."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from zopa.positions.position import STANCES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.positions.judging.network import Answer
    from zopa.positions.judging.question import Question

    Floats = NDArray[np.float32]

TABLE = Path(__file__).parent / "weights" / "gauge.json"

MEASURES = (
    "log odds that a stance is taken",
    "log chance of the stance",
    "its lead over the next stance",
    "log chance of the option among all",
    "lead over the issue's other options",
    "lead over other parties",
    "the party alone speaks",
    "nobody's statement",
    "the party speaks for itself, another is asked about",
    "only one party asked about",
    "the party is named in the statement",
    "the party is named earlier in its sentence",
    "the rules suggest the same",
    "the rules read something else",
    *(f"stance {stance}" for stance in STANCES),
)
SHOWN_CHANCE, COUNTED_CHANCE = 0.36, 0.5
"""The least chance of a reading that is suggested, and of one that counts: what is more likely right than not."""

_NEVER, _SURELY = -6.0, 6.0


@dataclass(frozen=True, slots=True)
class Gauge:
    """A logistic regression over ``MEASURES``."""

    offset: float
    weights: tuple[float, ...]

    def chance(self, measured: Floats) -> float:
        """The chance that a reading is right."""
        odds = self.offset + sum(weight * float(each) for weight, each in zip(self.weights, measured, strict=True))
        return float(1 / (1 + np.exp(-odds)))


@cache
def gauge() -> Gauge:
    """The gauge that comes with the package."""
    data = json.loads(TABLE.read_text("utf-8"))
    return Gauge(data["offset"], tuple(data["weights"][name] for name in MEASURES))


def score_of(chance: float, shown: float, counted: float) -> float:
    """A chance as a score: ``shown`` and ``counted`` are those of ``SHOWN_CHANCE`` and ``COUNTED_CHANCE``."""
    chances, scores = (0.0, SHOWN_CHANCE, COUNTED_CHANCE, 1.0), (0.0, shown, counted, 1.0)
    return round(float(np.interp(chance, chances, scores)), 3)


def measures(question: Question, answer: Answer, stances: Floats, place: tuple[int, int, int]) -> Floats:
    """What is measured of a reading (its party, option and stance), in the order of ``MEASURES``."""
    party, option, stance = place
    own = float(answer.taken[party, option])
    issue = question.options[option][0]
    sisters = [n for n, each in enumerate(question.options) if each[0] == issue and n != option]
    others = [n for n in range(len(question.parties)) if n != party]
    chances = np.sort(stances[party, option])
    near = float(answer.nearness[option] - np.logaddexp.reduce(answer.nearness))
    rules = question.of_rules[party, option]
    same, anything = float(rules[stance]), float(question.of_rules[:, :, : len(STANCES)].max(initial=0.0))
    speaks, alone = question.of_parties[party, :2]
    nobody = float(not question.of_parties[:, 0].any())
    found = np.array(
        [
            own,
            np.log(stances[party, option, stance] + 1e-4),
            chances[-1] - chances[-2],
            near,
            own - max((float(answer.taken[party, n]) for n in sisters), default=_NEVER),
            own - max((float(answer.taken[n, option]) for n in others), default=_NEVER),
            float(alone),
            nobody,
            float(not speaks and not nobody),
            float(not others),
            float(question.of_parties[party, 2]),
            float(question.of_parties[party, 3]),
            same,
            anything - same,
            *(float(number == stance) for number in range(len(STANCES))),
        ],
        dtype=np.float32,
    )
    return np.clip(found, _NEVER, _SURELY)
