"""Comparing what is said of the ground with what the case's figures say of the same day, and with what others say.

A verdict is about figures, not about who is right: the case's own figures are an analyst's choice of sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from zopa.territory.amounts import COMMON, nearest_fraction
from zopa.territory.control import share_of, standing_figures
from zopa.territory.projection import km2

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from zopa.case import ControlFigure
    from zopa.territory.extents import Extent
    from zopa.territory.ground import Ground

Verdict = Literal["agrees", "rounded", "disagrees", "not measured"]

CLOSE_SHARE, CLOSE = 0.005, 0.01
"""What counts as the same: half a point of a share, or one per cent of an area."""

RECENT_DAYS = 92
"""Two statements are about one time where no more days lie between them."""

STALE_DAYS = 184
"""Days after which a figure no longer measures what is said: half a year."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the figures of a case say a party held on a day, in km2 and as a share of the ground meant.

    ``low`` to ``high`` spans the figures of different sources. ``boundary`` spans what one and the same figures come to
    on different boundaries: the outline drawn, the official area, and boundaries that the sources name. ``on`` is the
    day of the newest figure.
    """

    km2: tuple[float, float]
    share: tuple[float, float]
    boundary_km2: tuple[float, float]
    boundary_share: tuple[float, float]
    sources: tuple[str, ...]
    on: date


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
    found = measure(ground, extent.zone, extent.land_of, extent.holder, extent.on or as_of, without=_own_names(extent))
    if found is None or ((extent.on or as_of) - found.on).days > STALE_DAYS:
        return Comparison(extent, "not measured", None, None, None, None)
    in_km2 = extent.amount.unit == "km2"
    measured = found.km2 if in_km2 else found.share
    ends = found.boundary_km2 if in_km2 else found.boundary_share
    lowest, highest = min(measured[0], ends[0]), max(measured[1], ends[1])
    by = _distance((lowest, highest), (extent.amount.low, extent.amount.high))
    return Comparison(extent, _verdict(extent, (lowest, highest), by), measured, by, ends[1] - ends[0], found)


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


def measure(
    ground: Ground, zone: str | None, land_of: str | None, holder: str, on: date, without: Sequence[str] = ()
) -> Measure | None:
    """What a party held of a zone, or of all land of a party, on a day; None where no figure says anything of it.

    Figures about the zone as a whole come first; otherwise those of the zones it is made of are added up, where a zone
    without figures is its owner's. ``without`` names sources whose figures are left out.
    """
    whole_zone = zone if zone is not None else _whole_of(ground, land_of or "")
    whole = _of_zone(ground, whole_zone, holder, on, without) if whole_zone is not None else None
    if whole is not None:
        return whole
    leaves = ground.leaves(zone) if zone is not None else _land(ground, land_of or "")
    parts = [_of_zone(ground, leaf, holder, on, without) for leaf in leaves]
    known = [part for part in parts if part is not None]
    if not known:
        return None
    outline = sum(km2(ground.plots[leaf].own) for leaf in leaves)
    official = _official(ground, zone, land_of)
    owned = sum(
        km2(ground.plots[leaf].own)
        for leaf, part in zip(leaves, parts, strict=True)
        if part is None and ground.plots[leaf].zone.of == holder
    )
    low, high = (sum(part.km2[end] for part in known) + owned for end in (0, 1))
    ends = tuple(sum(part.boundary_km2[end] for part in known) + owned for end in (0, 1))
    totals = (outline, official or outline)
    shares = [value / total for value in (*ends, low, high) for total in totals]
    return Measure(
        (low, high),
        (low / outline, high / outline),
        (min(ends), max(ends)),
        (min(min(shares), low / outline), max(max(shares[: 2 * len(ends)]), high / outline)),
        tuple(dict.fromkeys(source for part in known for source in part.sources)),
        max(part.on for part in known),
    )


def _of_zone(ground: Ground, zone: str, holder: str, on: date, without: Sequence[str]) -> Measure | None:
    """What the zone's own figures say; the complement of what they give to its owner, or to the one other holder."""
    plot = ground.plots.get(zone)
    if plot is None:
        return None
    figures = [one for one in standing_figures(plot.zone, on) if not _is_of(one, without)]
    newest = [one for one in figures if (figures[0].on - one.on).days <= RECENT_DAYS]
    shares: list[tuple[float, ControlFigure]] = []
    for figure in newest:
        share = share_of(plot, figure) if figure.shape is None else _drawn_share(ground, zone, figure)
        if figure.holder == holder:
            shares.append((share, figure))
        elif plot.zone.of in (holder, figure.holder):
            shares.append((1 - share, figure))
    if not shares:
        return None
    values = [share for share, _ in shares]
    areas = (plot.km2, plot.zone.official_km2 or plot.km2)
    one_boundary = [_areas(share, figure, areas, holder) for share, figure in _of_newest_source(shares)]
    ends = min(low for low, _ in one_boundary), max(high for _, high in one_boundary)
    best = [
        share * plot.km2 if figure.km2 is None else _said_km2(plot.km2, share, figure, holder)
        for share, figure in shares
    ]
    return Measure(
        (min(best), max(best)),
        (min(values), max(values)),
        ends,
        (min(share for share, _ in _of_newest_source(shares)), max(share for share, _ in _of_newest_source(shares))),
        tuple(dict.fromkeys(figure.source for _, figure in shares)),
        max(figure.on for _, figure in shares),
    )


def _said_km2(area: float, share: float, figure: ControlFigure, holder: str) -> float:
    """The area a figure gives the holder itself, else what its complement leaves."""
    return figure.km2 if figure.holder == holder and figure.km2 is not None else share * area


def _areas(share: float, figure: ControlFigure, areas: tuple[float, float], holder: str) -> tuple[float, float]:
    """What one figure comes to in km2: a share on either area; an area given to the holder is what it is."""
    if figure.km2 is not None and figure.holder == holder:
        return figure.km2, figure.km2
    return min(share * area for area in areas), max(share * area for area in areas)


def _of_newest_source(shares: Sequence[tuple[float, ControlFigure]]) -> list[tuple[float, ControlFigure]]:
    """The figures of the newest figure's own source and day: they differ by boundary alone."""
    first = shares[0][1]
    return [
        pair
        for pair in shares
        if (pair[1].source, pair[1].on, pair[1].holder) == (first.source, first.on, first.holder)
    ]


def _drawn_share(ground: Ground, zone: str, figure: ControlFigure) -> float:
    plot = ground.plots[zone]
    drawn = ground.drawn[zone, plot.zone.control.index(figure)]
    return km2(drawn.intersection(plot.outline)) / plot.km2


def _is_of(figure: ControlFigure, names: Sequence[str]) -> bool:
    """Whether a figure was taken from one of the sources named."""
    folded = figure.source.casefold()
    return any(name and (name.casefold() in folded or folded in name.casefold()) for name in names)


def _whole_of(ground: Ground, party: str) -> str | None:
    """The one zone that holds all land of a party; None where there are several or none."""
    tops = [id for id, plot in ground.plots.items() if plot.zone.of == party and plot.zone.part_of is None]
    return tops[0] if len(tops) == 1 else None


def _land(ground: Ground, party: str) -> frozenset[str]:
    return frozenset(id for id, plot in ground.plots.items() if plot.zone.of == party)


def _official(ground: Ground, zone: str | None, land_of: str | None) -> float | None:
    if zone is not None:
        return ground.territory.zone(zone).official_km2
    tops = [plot.zone for plot in ground.plots.values() if plot.zone.of == land_of and plot.zone.part_of is None]
    areas = [top.official_km2 for top in tops]
    return sum(area for area in areas if area is not None) if areas and None not in areas else None


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
