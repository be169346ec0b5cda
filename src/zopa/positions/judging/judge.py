"""The judge: what a statement seems to hold, and how often a reading like it is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.positions.judging.gauging import gauge, measures
from zopa.positions.judging.network import load_judge, option_vectors
from zopa.positions.position import STANCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from zopa.case.case import Case
    from zopa.positions.judging.features import Option
    from zopa.positions.judging.network import Answer
    from zopa.positions.judging.question import Question
    from zopa.positions.position import Stance

    Floats = NDArray[np.float32]

WORTH_GAUGING = 0.1
"""The least chance, by the network alone, of a reading that is looked at further."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance that a statement seems to hold, with the chance that a reading like it is right."""

    party: str
    issue: str
    option: str
    stance: Stance
    chance: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the judge makes of a statement: its judgements, likeliest first, and how likely each option of the case is
    the one that the words are about."""

    judgements: tuple[Judgement, ...]
    near: Mapping[Option, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """A judgement before it is gauged: places of its party, option and stance, and the network's numbers for it."""

    party: int
    option: int
    stance: int
    measures: Floats


def judge(question: Question, case: Case) -> Opinion:
    """What a statement seems to hold, and what it seems to be about.

    1. The network gives, for every party and option, the chance that a stance is taken, and which; the stance is told
       by the network and by a regression on words, in equal parts.
    2. Of several parties with the same option the likeliest stays; of several options of an issue, too, unless they are
       rejected (:func:`readings`).
    3. How sure a reading is, is gauged by how often readings like it were right in negotiations kept from learning.

    Deterministic. Cost: that of reading two sentences, and linear in parties times options.
    """
    network = load_judge()
    answer = network.answer(question, option_vectors(case))
    found = [
        Judgement(
            question.parties[reading.party],
            *question.options[reading.option],
            STANCES[reading.stance],
            gauge().chance(reading.measures),
        )
        for reading in readings(question, answer, network.words.log_chances(question.words))
    ]
    shares = np.exp(answer.nearness - np.logaddexp.reduce(answer.nearness))
    near = dict(zip(question.options, shares.tolist(), strict=True))
    return Opinion(tuple(sorted(found, key=lambda each: -each.chance)), near)


def readings(question: Question, answer: Answer, by_words: Floats) -> Iterator[Reading]:
    """The readings of a question that are worth gauging; ``by_words`` are the log chances of the stances, [6]."""
    taken = 1 / (1 + np.exp(-answer.taken))
    stances = stance_chances(answer.stances, by_words)
    seen: set[tuple[int, str, bool]] = set()
    for place in np.argsort(-taken, axis=None, kind="stable"):
        party, option = divmod(int(place), taken.shape[1])
        stance = int(stances[party, option].argmax())
        if taken[party, option] < WORTH_GAUGING:
            return
        issue = question.options[option][0]
        rejected = STANCES[stance] == "rejects"
        if taken[party, option] < taken[:, option].max() or (not rejected and (party, issue, rejected) in seen):
            continue
        seen.add((party, issue, rejected))
        yield Reading(party, option, stance, measures(question, answer, stances, (party, option, stance)))


def stance_chances(logits: Floats, by_words: Floats) -> Floats:
    """The chance of every stance [parties, options, 6], from the network's logits and the words, in equal parts."""
    network = logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True)
    both = SHARPNESS * (network + by_words)
    return np.asarray(np.exp(both - np.logaddexp.reduce(both, axis=-1, keepdims=True)))


SHARPNESS = 0.75
"""How sharp the two together are: 1 were they independent, one half were they the same."""
