"""Territory as lines for the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from zopa.briefing import ground_words as words
from zopa.briefing.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

_FEW = 3


def territory_lines(found: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Who holds what; what a transfer would change comes first where one was asked about."""
    on = day(date.fromisoformat(found["as_of"]))
    if found["transfers"] is not None:
        yield from _transfer_lines(found["transfers"])
        yield Text()
    yield Text(f"Who holds what on {on}", "bold")
    yield _zones(found["zones"])
    yield from _claims(found["zones"])
    if found["corridors"] and found["transfers"] is None:
        yield Text("\nCorridors", "bold")
        yield from (_indented(_corridor(one)) for one in found["corridors"])
    yield Text(f"\nOutlines: {'; '.join(found['boundaries'])}.")
    if found["views"]:
        yield Text("Two views of the boundary:")
        yield from (_indented(f"{view}.") for view in found["views"])
    if found["schematic"]:
        yield Text(f"~ {words.SCHEMATIC}")


def _transfer_lines(moved: Mapping[str, Any]) -> Iterator[RenderableType]:
    yield Text(f"If {', '.join(moved['transfers'])}", "bold")
    if not moved["moved"]:
        yield _indented("Nothing changes hands: the party holds it already.")
    for one in moved["moved"]:
        mark = " ~" if one["schematic"] else ""
        yield _indented(
            f"{one['name']}: {words.area(one['km2'])}, {words.share(one['share'])} of it,"
            f" from {one['from'] or words.NOBODY} to {one['to']}{mark}"
        )
        people = one["people"]
        yield _indented(words.people(people["least"], people["most"], people["counted"]), 4)
        yield _indented(words.settlements(people["settlements"], people["largest"]), 4)
        if one["assets"]:
            yield _indented("; ".join(f"{asset['name']} ({asset['kind']})" for asset in one["assets"]), 4)
    changed = [one for one in moved["parties"] if abs(one["change"]) >= 0.5]
    if changed:
        yield _indented("; ".join(f"{one['party']} {words.signed_area(one['change'])}" for one in changed))
    for one in moved["lines"]:
        yield _indented(words.line(one["between"], one["before"], one["after"]))
    for pair in moved["corridors"]:
        yield _indented(f"{_corridor(pair['after'])} ({_before(pair)})")
    yield _indented(words.RESIDENTS)


def _before(pair: Mapping[str, Any]) -> str:
    same = all(pair["before"][key] == pair["after"][key] for key in ("whole", "by_land", "cut_by"))
    return "as before" if same else f"before: {_corridor(pair['before']).partition(': ')[2]}"


def _corridor(one: Mapping[str, Any]) -> str:
    return words.corridor(one["name"], whole=one["whole"], by_land=one["by_land"], cut_by=one["cut_by"])


def package_lines(moved: list[dict[str, Any] | None], what: str = "package") -> Iterator[RenderableType]:
    """What each package or point of a list would change on the ground; those that change the same on one line."""
    alike: dict[str, list[int]] = {}
    for rank, ground in enumerate(moved, 1):
        alike.setdefault(_changes(ground), []).append(rank)
    yield Text("\nGround that changes hands", "bold")
    for changes, ranks in alike.items():
        yield _indented(f"{what if len(ranks) == 1 else f'{what}s'} {words.ranges(ranks)}: {changes}")


def _changes(ground: Mapping[str, Any] | None) -> str:
    changed = [one for one in ground["parties"] if abs(one["change"]) >= 0.5] if ground else []
    return "; ".join(f"{one['party']} {words.signed_area(one['change'])}" for one in changed) or "none"


def _zones(zones: list[dict[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("zone", overflow="fold", vertical="top", min_width=16)
    table.add_column("area", justify="right", no_wrap=True, vertical="top")
    table.add_column("official", justify="right", no_wrap=True, vertical="top")
    table.add_column("held by", overflow="fold", vertical="top", min_width=18)
    table.add_column("by the figures of", overflow="fold", vertical="top", min_width=30)
    for zone in zones:
        off = words.off_official(zone["km2"], zone["official_km2"]) if zone["official_km2"] else ""
        held = [words.held(one["holder"], one["share"], schematic=one["schematic"]) for one in zone["held"]]
        figures = [_figure(one) for one in zone["figures"][:_FEW]]
        more = len(zone["figures"]) - _FEW
        table.add_row(
            Text(zone["name"]),
            words.area(zone["km2"]),
            off,
            Text("\n".join(held)),
            Text("\n".join([*figures, *([f"and {more} more"] if more > 0 else [])])),
        )
    return table


def _figure(one: Mapping[str, Any]) -> str:
    return words.figure(one["holder"], one["share"], one["km2"], date.fromisoformat(one["on"]), one["source"])


def _claims(zones: list[dict[str, Any]]) -> Iterator[RenderableType]:
    """Zones that more than one party claims, those with the same claims together."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for zone in zones:
        if len({claim["party"] for claim in zone["claims"]}) > 1:
            alike.setdefault(tuple(_claim(claim) for claim in zone["claims"]), []).append(zone["name"])
    if alike:
        yield Text("\nClaimed by more than one", "bold")
    for claims, names in alike.items():
        yield _indented(", ".join(names))
        yield from (_indented(claim, 4) for claim in claims)


def _claim(claim: Mapping[str, Any]) -> str:
    since = f" since {day(date.fromisoformat(claim['since']))}" if claim["since"] else ""
    return f"{claim['party']}{since}{': ' if claim['by'] else ''}{claim['by']}"


def _indented(said: str, by: int = 2) -> Padding:
    return Padding(Text(said), (0, 0, 0, by), expand=False)


def extent_text(row: Mapping[str, Any]) -> dict[str, Any]:
    """A statement about territory as the table shows it."""
    ground = row["zone_name"] or f"the land of {row['land_of']}"
    said = words.said(row["holder"], row["deed"], row["said"], ground, row["asset"])
    finds = words.finding(row["verdict"], row["unit"], row["measured"], row["by"], row["boundary"])
    if row["asset"]:
        finds = words.asset_finding(row["verdict"])
    on = day(date.fromisoformat(row["figures_on"])) if row["figures_on"] else ""
    by = f" (figures: {', '.join(row['figures'])}, {on})" if row["figures"] else ""
    others = f"; contradicts {', '.join(row['differs_from'])}" if row["differs_from"] else ""
    who = "" if row["speaker"] == "narrator" else row["speaker"]
    return {**row, "says": said, "finds": f"{finds}{by}{others}", "who": who}
