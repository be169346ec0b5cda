"""Weights of the issues: given, uniform on the simplex, or uniform on the part of it where an order holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.uncertain.arrays import stakes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.model import Preference
    from zopa.settlements.uncertain.arrays import Layout
    from zopa.settlements.uncertain.streams import Streams


def draw_weights(preference: Preference, layout: Layout, streams: Streams) -> NDArray[np.float64]:
    """One party's weights, (N, issues), zero outside its stakes.

    Fixed weights are taken as given; raw scores have weight 1. Otherwise Dirichlet(1) over the stakes, by normalised
    exponentials (Devroye 1986, XI.4). Where an order is known the drawn weights of the ordered issues are put in that
    order, which is the uniform distribution on the ordered simplex; its mean is the rank-order centroid (Barron 1992).
    """
    if preference.scores is not None:
        return np.ones((streams.draws, len(layout.issues)))
    if preference.weights is not None:
        given = [float(preference.weights.get(issue, 0.0)) for issue in layout.issues]
        return np.tile(given, (streams.draws, 1))
    stakes = set(stakes_of(preference, layout.issues)) | set(preference.order or ())
    raw = np.zeros((streams.draws, len(layout.issues)))
    for j, issue in enumerate(layout.issues):
        if issue in stakes:
            raw[:, j] = streams.exponential("weight", preference.party, issue)
    if preference.order:
        ranked = [layout.issue(issue) for issue in preference.order]
        raw[:, ranked] = -np.sort(-raw[:, ranked], axis=1)
    total = raw.sum(axis=1, keepdims=True)
    return raw / np.where(total > 0, total, 1.0)
