"""Territory as plain rows: zones and who holds them, what transfers would move, what coverage says of it all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from zopa.case import load_case
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.casework.grounds import Grounds, grounds_of, package_transfers, parsed_transfers, settled_grounds
from zopa.errors import NothingReadable, UsageError
from zopa.territory import ExtentReader, compare, corridor_states, differences, standing_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from zopa.case import Asset, ControlFigure, Zone
    from zopa.coverage import Article
    from zopa.territory import Comparison, Consequences, CorridorState, Difference, Moved, People


def territory(path: Path | str, *, as_of: date | None = None, transfers: Sequence[str] = ()) -> dict[str, Any]:
    """Everything about the ground of a case as plain data, in the shape of ``zopa territory --json``.

    ``as_of`` defaults to the case file's date, else to today. Areas are in km2, shares and residents in plain numbers;
    ``share`` is of the whole zone, 0 to 1. Raises UsageError for a case without zones.
    """
    found = open_grounds(path, as_of)
    moved = found.consequences(parsed_transfers(found.case, transfers)) if transfers else None
    return {
        "as_of": found.as_of.isoformat(),
        "boundaries": list(dict.fromkeys(plot.boundary for plot in found.ground.plots.values())),
        "views": list(dict.fromkeys(view for plot in found.ground.plots.values() for view in plot.views)),
        "schematic": any(part.schematic for part in found.parts),
        "zones": zone_rows(found),
        "corridors": [_corridor(found, state) for state in corridor_states(found.ground, found.parts, found.adjacency)],
        "transfers": consequence_data(found, moved) if moved is not None else None,
    }


def open_grounds(path: Path | str, as_of: date | None = None) -> Grounds:
    """The ground of the case at ``path``. Raises UsageError where the case has no zones."""
    folder = case_folder(path)
    case = load_case(folder.path)
    found = grounds_of(case, folder, as_of or case.as_of or date.today())
    if found is None:
        raise UsageError(
            f"{folder.case_file} has no zones. Add them under 'zones': docs/reference/case-file.md says how."
        )
    return found


def zone_rows(found: Grounds) -> list[dict[str, Any]]:
    """One row a zone that has an outline, in the order of the case file."""
    return [_zone(found, plot.zone) for plot in found.ground.plots.values()]


def _zone(found: Grounds, zone: Zone) -> dict[str, Any]:
    plot = found.ground.plots[zone.id]
    held = [part for part in found.parts if part.zone in found.ground.leaves(zone.id)]
    holders = dict.fromkeys(part.holder for part in held)
    return {
        "zone": zone.id,
        "name": zone.name,
        "km2": plot.km2,
        "official_km2": zone.official_km2,
        "off": plot.km2 / zone.official_km2 - 1 if zone.official_km2 else None,
        "boundary": plot.boundary,
        "of": zone.of,
        "part_of": zone.part_of,
        "held": [
            {
                "holder": holder or None,
                "km2": (area := sum(part.km2 for part in held if part.holder == holder)),
                "share": area / plot.km2,
                "schematic": any(part.schematic for part in held if part.holder == holder),
            }
            for holder in holders
        ],
        "figures": [_figure(figure) for figure in standing_figures(zone, found.as_of)],
        "claims": [
            {"party": claim.party, "since": _iso(claim.since), "until": _iso(claim.until), "by": claim.by}
            for claim in zone.claims
            if claim.since is None or claim.since <= found.as_of
        ],
        "assets": [_asset(asset) for asset in zone.assets],
        "residents": zone.residents.model_dump(exclude={"line"}) if zone.residents else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _figure(figure: ControlFigure) -> dict[str, Any]:
    return {
        "holder": figure.holder,
        "share": figure.share / 100 if figure.share is not None else None,
        "km2": figure.km2,
        "on": figure.on.isoformat(),
        "source": figure.source,
        "boundary": figure.boundary,
    }


def _asset(asset: Asset) -> dict[str, Any]:
    return {"name": asset.name, "kind": asset.kind, "at": list(asset.at)}


def _corridor(found: Grounds, state: CorridorState) -> dict[str, Any]:
    return {
        "name": state.name,
        "party": state.party,
        "from": state.start,
        "to": state.end,
        "whole": state.whole,
        "by_land": state.by_land,
        "cut_by": [found.ground.name(zone) for zone in state.cut_by],
        "pieces": state.pieces,
        "schematic": state.schematic,
    }


def package_ground(
    path: Path | str, packages: Iterable[Mapping[str, str]], as_of: date | None = None
) -> list[dict[str, Any] | None]:
    """What each package of a case would change on the ground, as plain data; None where it moves none.

    Empty for a case none of whose options moves ground. Packages that move the same are measured once.
    """
    found = settled_grounds(path, as_of)
    if found is None:
        return []
    known: dict[tuple[str, ...], dict[str, Any] | None] = {}
    rows = []
    for package in packages:
        key = tuple(str(transfer) for transfer in package_transfers(found.case, package))
        if key not in known:
            moved = found.of_package(package)
            known[key] = None if moved is None else consequence_data(found, moved)
        rows.append(known[key])
    return rows


def consequence_data(found: Grounds, moved: Consequences) -> dict[str, Any]:
    """What transfers would change, as plain data."""
    return {
        "transfers": [str(transfer) for transfer in moved.transfers],
        "moved": [_moved(found, one) for one in moved.moved],
        "parties": [
            {"party": one.party, "before": one.before, "after": one.after, "change": one.change}
            for one in moved.balances
        ],
        "corridors": [
            {"before": _corridor(found, before), "after": _corridor(found, after)} for before, after in moved.corridors
        ],
        "lines": [{"between": list(line.parties), "before": line.before, "after": line.after} for line in moved.lines],
    }


def _moved(found: Grounds, one: Moved) -> dict[str, Any]:
    return {
        "zone": one.zone,
        "name": found.ground.name(one.zone),
        "from": one.giver or None,
        "to": one.taker,
        "km2": one.km2,
        "share": one.share,
        "schematic": one.schematic,
        "people": _people(one.people),
        "assets": [_asset(asset) for asset in one.assets],
    }


def _people(people: People) -> dict[str, Any]:
    return {
        "settlements": people.settlements,
        "largest": list(people.largest),
        "listed": people.listed,
        "least": people.least,
        "most": people.most,
        "counted": people.counted,
    }


def extent_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row a statement about how much ground a party holds, beside the case's figures of its day.

    Raises NothingReadable where nothing has been read yet.
    """
    folder = case_folder(path)
    if not folder.ledger.exists():
        raise NothingReadable(f"Nothing has been read for {folder.path} yet. Read it with: zopa read {folder.path}")
    gathered = gather(folder, as_of)
    found, known = open_grounds(path, gathered.as_of), gathered.known
    compared, differing = compared_extents(found, known.articles, known.statements)
    return [_extent_row(found, one, known.articles, differing) for one in compared]


def compared_extents(
    found: Grounds, articles: Mapping[str, Article], statements: Iterable[Any]
) -> tuple[tuple[Comparison, ...], tuple[Difference, ...]]:
    """What articles say of the ground, each thing beside the case's figures, and which contradict each other."""
    reader, said = ExtentReader(found.case), tuple(statements)
    extents = [extent for article in articles.values() for extent in reader.read(article, said)]
    return compare(found.ground, extents, found.as_of), differences(found.ground, extents)


def _extent_row(
    found: Grounds, one: Comparison, articles: Mapping[str, Article], differing: Sequence[Difference]
) -> dict[str, Any]:
    extent = one.extent
    others = [pair.other if pair.one is extent else pair.one for pair in differing if extent in (pair.one, pair.other)]
    return {
        "on": extent.on.isoformat() if extent.on else None,
        "holder": extent.holder,
        "deed": extent.deed,
        "zone": extent.zone,
        "zone_name": found.ground.name(extent.zone) if extent.zone else None,
        "land_of": extent.land_of,
        "asset": extent.asset,
        "said": extent.said,
        "unit": extent.amount.unit,
        "value": extent.amount.value,
        "low": extent.amount.low,
        "high": extent.amount.high if extent.amount.high != float("inf") else None,
        "hedges": list(extent.amount.hedges),
        "verdict": one.verdict,
        "measured": list(one.measured) if one.measured else None,
        "by": one.by,
        "boundary": one.boundary,
        "figures": list(one.measure.sources) if one.measure else [],
        "figures_on": one.measure.on.isoformat() if one.measure else None,
        "differs_from": sorted({other.doc for other in others}),
        "speaker": extent.speaker,
        "doc": extent.doc,
        "words": " ".join(extent.words.of(articles[extent.article].text).split()),
        "statement": extent.statement,
    }
