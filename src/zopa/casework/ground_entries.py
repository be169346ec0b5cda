"""The ground of a case as a briefing shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.briefing.ground import (
    ClaimEntry,
    ConsequenceEntry,
    CorridorEntry,
    ExtentEntry,
    FigureEntry,
    GroundEntry,
    HeldEntry,
    LineEntry,
    MovedEntry,
    OptionGround,
    PackageGround,
    ZoneEntry,
)
from zopa.briefing.ground_words import asset_finding, finding, said
from zopa.briefing.names import names_of
from zopa.briefing.wording import short
from zopa.casework.grounds import grounds_of, package_transfers
from zopa.casework.maps import drawing_of
from zopa.casework.territory import compared_extents
from zopa.territory import corridor_states, standing_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from zopa.case import Transfer
    from zopa.casework.folder import CaseFolder
    from zopa.casework.gathering import Gathered
    from zopa.casework.grounds import Grounds
    from zopa.coverage import Article
    from zopa.settlements import Settlement
    from zopa.territory import Comparison, Consequences, CorridorState, Difference, Moved, Plot


def ground_without_packages(folder: CaseFolder, gathered: Gathered) -> Callable[[Settlement], GroundEntry] | None:
    """The ground as of the briefing's day, before anything is settled: what is given the settlement adds its packages.

    None for a case without zones. Raises CaseError for zones of no use.
    """
    found = grounds_of(gathered.case, folder, gathered.as_of)
    if found is None:
        return None
    entry = entry_of(found, gathered.known)
    return lambda settlement: replace(entry, packages=_packages(found, settlement))


def entry_of(found: Grounds, known: Gathered) -> GroundEntry:
    """The ground with what its options move and what coverage says of it, without packages."""
    compared, differing = compared_extents(found, known.articles, known.statements)
    options = _options(found)
    drawing = drawing_of(found, option_stops(found))
    return GroundEntry(
        found.as_of,
        tuple(_zone(found, plot) for plot in found.ground.plots.values()),
        tuple(_corridor(found, state) for state in corridor_states(found.ground, found.parts, found.adjacency)),
        options,
        (),
        tuple(_extent(found, one, known.articles, differing) for one in compared),
        drawing.boundaries,
        drawing.views,
        drawing.schematic,
        drawing,
    )


def _zone(found: Grounds, plot: Plot) -> ZoneEntry:
    zone = plot.zone
    held = [part for part in found.parts if part.zone in found.ground.leaves(zone.id)]
    holders = dict.fromkeys(part.holder for part in held)
    areas = {holder: sum(part.km2 for part in held if part.holder == holder) for holder in holders}
    return ZoneEntry(
        zone.id,
        zone.name,
        plot.km2,
        zone.official_km2,
        tuple(
            HeldEntry(holder or None, area, area / plot.km2, any(p.schematic for p in held if p.holder == holder))
            for holder, area in areas.items()
        ),
        tuple(
            FigureEntry(one.holder, one.share / 100 if one.share is not None else None, one.km2, one.on, one.source)
            for one in standing_figures(zone, found.as_of)
        ),
        tuple(
            ClaimEntry(claim.party, claim.since, claim.by)
            for claim in zone.claims
            if (claim.since or found.as_of) <= found.as_of < (claim.until or found.as_of.max)
        ),
    )


def _corridor(found: Grounds, state: CorridorState) -> CorridorEntry:
    cut_by = tuple(found.ground.name(zone) for zone in state.cut_by)
    return CorridorEntry(state.name, state.party, state.whole, state.by_land, cut_by)


def consequence_entry(found: Grounds, moved: Consequences) -> ConsequenceEntry:
    """What transfers would change, as a briefing shows it."""
    return ConsequenceEntry(
        tuple(_moved(found, one) for one in moved.moved),
        tuple((one.party, one.change) for one in moved.balances if abs(one.change) >= 0.5),
        tuple(_corridor(found, after) for _, after in moved.corridors),
        tuple(LineEntry(line.parties, line.before, line.after) for line in moved.lines),
    )


def _moved(found: Grounds, one: Moved) -> MovedEntry:
    return MovedEntry(
        found.ground.name(one.zone),
        one.giver or None,
        one.taker,
        one.km2,
        one.share,
        one.schematic,
        one.people.settlements,
        one.people.largest,
        one.people.least,
        one.people.most,
        one.people.counted,
        tuple(asset.name for asset in one.assets),
    )


def _options(found: Grounds) -> tuple[OptionGround, ...]:
    return tuple(
        OptionGround(issue.id, option.id, consequence_entry(found, found.consequences(option.transfer)))
        for issue in found.case.substantive
        for option in issue.options
        if option.transfer
    )


def _packages(found: Grounds, settlement: Settlement) -> tuple[PackageGround, ...]:
    """The headline's package and those of the table; packages that move the same ground are looked at once."""
    if not any(option.transfer for issue in found.case.issues for option in issue.options):
        return ()
    known: dict[tuple[str, ...], ConsequenceEntry | None] = {}
    chosen: list[tuple[int, Mapping[str, str]]] = []
    if settlement.headline.package is not None:
        chosen.append((0, settlement.headline.package))
    chosen += [(rank, result.package) for rank, result in enumerate(settlement.packages, 1)]
    entries = []
    for rank, package in chosen:
        key = tuple(str(transfer) for transfer in package_transfers(found.case, package))
        if key not in known:
            moved = found.of_package(package)
            known[key] = consequence_entry(found, moved) if moved is not None else None
        entries.append(PackageGround(rank, tuple(package.items()), known[key]))
    return tuple(entries)


def option_stops(found: Grounds) -> list[tuple[str, tuple[Transfer, ...]]]:
    """A stop of the map's slider for each option that moves ground."""
    names = names_of(found.case)
    return [
        (f"{short(issue.name)}: {names.option(issue.id, option.id)}", option.transfer)
        for issue in found.case.substantive
        for option in issue.options
        if option.transfer
    ]


def _extent(
    found: Grounds, one: Comparison, articles: Mapping[str, Article], differing: Iterable[Difference]
) -> ExtentEntry:
    extent = one.extent
    amount, names = extent.amount, names_of(found.case)
    ground = found.ground.name(extent.zone) if extent.zone else f"the land of {names.party(extent.land_of or '')}"
    others = (pair.other if pair.one is extent else pair.one for pair in differing if extent in (pair.one, pair.other))
    return ExtentEntry(
        said(names.party(extent.holder), extent.deed, extent.said, ground, extent.asset),
        asset_finding(one.verdict)
        if extent.asset
        else finding(one.verdict, amount.unit, one.measured, one.by, one.boundary),
        one.verdict,
        extent.on,
        extent.article,
        extent.statement,
        " ".join(extent.words.of(articles[extent.article].text).split()),
        tuple(dict.fromkeys(other.article for other in others)),
    )
