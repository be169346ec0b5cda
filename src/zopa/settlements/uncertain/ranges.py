"""The assumption range: a package's acceptability over the box of what nobody can know.

On common random numbers a_S(x) never falls with posture and never rises with the chance of hidden red lines or with
the reservation value. So its lowest and highest values over the whole box stand at two of its corners.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.settlements.uncertain.draws import Assumptions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from zopa.settlements.model import Band, NegotiationModel
    from zopa.settlements.uncertain.work import Work


def corners(model: NegotiationModel, assumed: Assumptions) -> tuple[Assumptions, Assumptions]:
    """The least and the most favourable corner of the declared box, widened where the model itself lies outside."""
    posture = _around(model.posture_range, assumed.posture)
    hidden = _around(model.hidden_red_line_range, assumed.hidden)
    if model.reservation_range is None:
        return Assumptions(posture[0], hidden[1]), Assumptions(posture[1], hidden[0])
    low, high = model.reservation_range
    return Assumptions(posture[0], hidden[1], high), Assumptions(posture[1], hidden[0], low)


def assumption_range(work: Work, addresses: NDArray[np.intp]) -> tuple[float, float]:
    """The lowest and highest acceptability of one package over the box, on the measuring draws."""
    lowest, highest = (
        float(work.agreed_at(corner, work.measuring, addresses).mean())
        for corner in corners(work.engine.model, work.assumed)
    )
    return lowest, highest


def _around(band: Band | None, value: float) -> Band:
    return (value, value) if band is None else (min(band[0], value), max(band[1], value))
