"""Measuring control: what the figures of a case say a party held of some ground on a day, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.territory.control import share_of, standing_figures
from zopa.territory.projection import km2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from zopa.case import ControlFigure
    from zopa.territory.ground import Ground, Plot

RECENT_DAYS = 92
"""Figures and statements are about one time where no more days lie between them."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the figures of a case say a party held on a day, in km2 and as a share of the ground meant.

    ``low`` to ``high`` spans the figures of different sources. ``boundary`` spans what one and the same figures come to
    on different boundaries: the outline drawn, the official area, and boundaries that the sources name. ``on`` is the
    day of the newest figure; ``drawn`` and ``official`` are what it comes to, in km2, on the outline and on the
    official area.
    """

    km2: tuple[float, float]
    share: tuple[float, float]
    boundary_km2: tuple[float, float]
    boundary_share: tuple[float, float]
    sources: tuple[str, ...]
    on: date
    drawn: float
    official: float


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
    meant = ground.leaves(zone) if zone is not None else _land(ground, land_of or "")
    leaves = [id for id in ground.plots if id in meant]
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
    least, most = (sum(part.boundary_km2[end] for part in known) + owned for end in (0, 1))
    drawn, by_office = (sum(areas) + owned for areas in zip(*((p.drawn, p.official) for p in known), strict=True))
    ends = sorted((drawn / outline, by_office / (official or outline)))
    return Measure(
        (low, high),
        (low / outline, high / outline),
        (least, most),
        (ends[0], ends[1]),
        tuple(dict.fromkeys(source for part in known for source in part.sources)),
        max(part.on for part in known),
        drawn,
        by_office,
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
    alike = _of_newest_source(shares)
    sizes = [_areas(plot, share, figure, holder) for share, figure in shares]
    ends = [area for share, figure in alike for area in _areas(plot, share, figure, holder)]
    return Measure(
        (min(drawn for drawn, _ in sizes), max(drawn for drawn, _ in sizes)),
        (min(share for share, _ in shares), max(share for share, _ in shares)),
        (min(ends), max(ends)),
        (min(share for share, _ in alike), max(share for share, _ in alike)),
        tuple(dict.fromkeys(figure.source for _, figure in shares)),
        max(figure.on for _, figure in shares),
        *sizes[0],
    )


def _areas(plot: Plot, share: float, figure: ControlFigure, holder: str) -> tuple[float, float]:
    """What a figure comes to in km2 on the outline and on the official area; an area given to the holder is both."""
    if figure.km2 is not None and figure.holder == holder:
        return figure.km2, figure.km2
    return share * plot.km2, share * (plot.zone.official_km2 or plot.km2)


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
