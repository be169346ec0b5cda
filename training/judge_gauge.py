"""The gauge: how often readings of negotiations kept out of learning were right, as a logistic regression."""

from __future__ import annotations

from typing import TYPE_CHECKING

import judge_data
import numpy as np
from sklearn.linear_model import LogisticRegression

from zopa.positions.judging.gauging import MEASURES
from zopa.positions.judging.judge import readings
from zopa.positions.judging.network import load_judge
from zopa.positions.position import STANCES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from judge_data import Taught

FREEDOM = 0.1


def rows(taught: Sequence[Taught], work: Path) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Readings measured, whether they were right, and their negotiations; each negotiation read by a judge that had not
    seen it. Only issues on which the rules are silent count, as in use."""
    from judge_train import folds_in, part_of

    measured, right, owners = [], [], []
    for fold in folds_in(work):
        network = load_judge(work / f"graphs-{fold}")
        vectors: dict[int, np.ndarray] = {}
        for each in taught:
            if each.understood is None or (
                each.negotiation not in judge_data.ALONGSIDE and part_of(each.negotiation) != fold
            ):
                continue
            if id(each.case) not in vectors:
                vectors[id(each.case)] = network.options(each.case)
            answer = network.answer(each.question, vectors[id(each.case)])
            for reading in readings(each.question, answer, network.words.log_chances(each.question.words)):
                key = (each.question.parties[reading.party], *each.question.options[reading.option])
                if key[1] in each.understood:
                    continue
                measured.append(reading.measures)
                right.append(each.positions.get(key) == STANCES[reading.stance])
                owners.append(each.negotiation)
    return np.array(measured), np.array(right), owners


def fit_gauge(taught: Sequence[Taught], work: Path) -> dict[str, object]:
    """The gauge fitted to the passages and to the invented negotiations alongside."""
    everything = [*taught, *judge_data.alongside()]
    measured, right, owners = rows(everything, work)
    model = LogisticRegression(C=FREEDOM, max_iter=2000).fit(measured, right)
    chances = model.predict_proba(measured)[:, 1]
    for least in (0.4, 0.5, 0.6, 0.7):
        counted = chances >= least
        print(f"from {least}: {right[counted].mean():.2f} of {counted.sum()} right ({len(set(owners))} negotiations)")
    weights = {name: round(float(weight), 4) for name, weight in zip(MEASURES, model.coef_[0], strict=True)}
    return {"offset": round(float(model.intercept_[0]), 4), "weights": weights}
