"""Comparing what is said of the ground with what the case's figures say of the same day, and with what others say.

A verdict is about figures, not about who is right: the case's own figures are an analyst's choice of sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from zopa.territory.amounts import COMMON, nearest_fraction
from zopa.territory.assets import part_under
from zopa.territory.control import parts_on
from zopa.territory.measuring import RECENT_DAYS, Measure, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from zopa.territory.extents import Extent
    from zopa.territory.ground import Ground

Verdict = Literal["agrees", "rounded", "disagrees", "not measured"]

CLOSE_SHARE, CLOSE = 0.005, 0.01
"""What counts as the same: half a point of a share, or one per cent of an area."""

STALE_DAYS = 184
"""Days after which a figure no longer measures what is said: half a year."""

SOON_DAYS = 31
"""Days by which a figure may be later than what is said, where there is none from before."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An extent beside the measure of its day, in the unit of what was said.

    ``by`` is how far the measured value lies from what was said, in square kilometres or as a share, negative where
    less is measured; 0 where it lies within. ``boundary`` is how much the choice of boundary alone changes the measure.
    """

    extent: Extent
    verdict: Verdict
    measured: tuple[float, float] | None
    by: float | None
    boundary: float | None
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two statements about one zone that cannot both be right: the share each comes to, for the same holder."""

    one: Extent
    other: Extent
    zone: str
    holder: str
    shares: tuple[float, float]


def compare(ground: Ground, extents: Iterable[Extent], as_of: date) -> tuple[Comparison, ...]:
    """Each extent with what the case's figures, those taken from its own words left out, say of its day."""
    return tuple(_compare(ground, extent, as_of) for extent in extents)


def _compare(ground: Ground, extent: Extent, as_of: date) -> Comparison:
    on = extent.on or as_of
    if extent.asset is not None:
        return _compare_asset(ground, extent, on)
    found = _fresh(ground, extent, on, on) or _fresh(ground, extent, on + timedelta(SOON_DAYS), on)
    if found is None:
        return Comparison(extent, "not measured", None, None, None, None)
    in_km2 = extent.amount.unit == "km2"
    measured = found.km2 if in_km2 else found.share
    ends = found.boundary_km2 if in_km2 else found.boundary_share
    lowest, highest = min(measured[0], ends[0]), max(measured[1], ends[1])
    by = _distance((lowest, highest), (extent.amount.low, extent.amount.high))
    return Comparison(extent, _verdict(extent, (lowest, highest), by), measured, by, ends[1] - ends[0], found)


def _compare_asset(ground: Ground, extent: Extent, on: date) -> Comparison:
    """Whether the holder named has the ground the asset stands on, by the case's figures of the day."""
    assets = (asset for zone in ground.territory.zones for asset in zone.assets if asset.name == extent.asset)
    part = part_under(ground, parts_on(ground, on), next(assets))
    if part is None or not ground.plots[part.zone].zone.control:
        return Comparison(extent, "not measured", None, None, None, None)
    share = 1.0 if part.holder == extent.holder else 0.0
    return Comparison(extent, "agrees" if share else "disagrees", (share, share), share - 1.0, None, None)


def _fresh(ground: Ground, extent: Extent, until: date, on: date) -> Measure | None:
    """What figures up to a day say, if the newest of them is fresh on the day the extent is about."""
    found = measure(ground, extent.zone, extent.land_of, extent.holder, until, without=_own_names(extent))
    return found if found is not None and (on - found.on).days <= STALE_DAYS else None


def _own_names(extent: Extent) -> tuple[str, ...]:
    return extent.outlet, *((extent.speaker,) if extent.statement else ())


def _verdict(extent: Extent, measured: tuple[float, float], by: float) -> Verdict:
    amount = extent.amount
    close = CLOSE_SHARE if amount.unit == "share" else CLOSE * amount.value
    if abs(by) <= close:
        return "agrees"
    if abs(by) <= amount.rounding:
        return "rounded"
    near = measured[0] if by > 0 else measured[1]
    fraction = (
        amount.unit == "share" and amount.low == amount.high and any(abs(amount.value - one) < 1e-9 for one in COMMON)
    )
    said_as_fraction = fraction and amount.rounding > CLOSE
    return "rounded" if said_as_fraction and abs(nearest_fraction(near) - amount.value) < 1e-9 else "disagrees"


def _distance(measured: tuple[float, float], said: tuple[float, float]) -> float:
    """How far an interval lies above (positive) or below another; 0 where they meet."""
    if measured[0] > said[1]:
        return measured[0] - said[1]
    return measured[1] - said[0] if measured[1] < said[0] else 0.0


def differences(ground: Ground, extents: Sequence[Extent]) -> tuple[Difference, ...]:
    """Pairs of statements about one zone and one time that differ by more than both round.

    What is said of one holder is turned into the share of the other where the zone has two. Cost: pairs of one zone.
    """
    known = [(extent, *share) for extent in extents if (share := _as_share(ground, extent)) is not None]
    found = []
    for (one, zone, holder, low, high), (other, zone_2, holder_2, low_2, high_2) in combinations(known, 2):
        same = zone == zone_2 and holder == holder_2 and (one.article, one.words) != (other.article, other.words)
        if same and _apart(one, other) <= RECENT_DAYS and (low > high_2 or low_2 > high):
            found.append(Difference(one, other, zone, holder, ((low + high) / 2, (low_2 + high_2) / 2)))
    return tuple(found)


def _apart(one: Extent, other: Extent) -> int:
    return abs((one.on - other.on).days) if one.on is not None and other.on is not None else 0


def _as_share(ground: Ground, extent: Extent) -> tuple[str, str, float, float] | None:
    """The zone, the holder that is not its owner, and the least and the most that the words leave to that holder."""
    if extent.zone is None or extent.zone not in ground.plots or extent.deed != "holds":
        return None
    plot, amount = ground.plots[extent.zone], extent.amount
    areas = [1.0] if amount.unit == "share" else [plot.km2, plot.zone.official_km2 or plot.km2]
    low = max(0.0, (amount.low - amount.rounding) / max(areas))
    high = min(1.0, (amount.high + amount.rounding) / min(areas))
    others = {figure.holder for figure in plot.zone.control} - {plot.zone.of}
    if extent.holder != plot.zone.of:
        return extent.zone, extent.holder, low, high
    return (extent.zone, next(iter(others)), 1 - high, 1 - low) if len(others) == 1 else None
