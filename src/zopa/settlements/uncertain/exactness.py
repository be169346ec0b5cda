"""Whether a model leaves nothing to chance: numbers only, so that one draw is all there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.settlements.uncertain.arrays import preference_of, stakes_of

if TYPE_CHECKING:
    from zopa.settlements.model import NegotiationModel, Preference


def is_exact(model: NegotiationModel) -> bool:
    """Whether every draw of the model is the same.

    So it is when every party has scores, or fixed weights and a number for every option of its stakes; every
    reservation is a number; no claim and no hidden red line can hold in one draw and fail in another; and every red
    line is certain (with posture 0) or impossible.
    """
    lines = {line.p for line in model.red_lines if line.p > 0}
    certain = not lines or (lines == {1.0} and model.posture == 0)
    hidden = model.hidden_red_line > 0 and any(preference_of(model, party).scores is None for party in model.parties)
    parties = (preference_of(model, party) for party in model.parties)
    return certain and not hidden and not model.claims and all(_fixed(model, found) for found in parties)


def _fixed(model: NegotiationModel, preference: Preference) -> bool:
    """Whether one party's weights, values and reservation are numbers."""
    if preference.reservation[0] != preference.reservation[1]:
        return False
    if preference.scores is not None:
        return True
    issues = {issue.id: issue for issue in model.issues}
    stakes = stakes_of(preference, tuple(issues))
    if preference.weights is None and len(stakes) > 1:
        return False
    for stake in stakes:
        values = preference.values.get(stake, {})
        bands = [values.get(option, (0.0, 1.0)) for option in issues[stake].options]
        if any(low != high for low, high in bands):
            return False
    return True
