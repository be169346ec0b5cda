"""``zopa territory``: zones and who holds them, what a transfer would move, what coverage says of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from zopa.cli.listings import CASE, day
from zopa.cli.output import Column, console, output_flags, print_json, print_rows
from zopa.errors import UsageError

ZONE_KEYS = tuple(Column((key,), key) for key in ("zone", "holder", "km2", "share", "schematic"))
MOVED_KEYS = tuple(Column((key,), key) for key in ("zone", "from", "to", "km2", "share", "least", "most", "schematic"))
EXTENT_COLUMNS = (
    Column(("on",), "about"),
    Column(("says",), "what is said", wrap=True, wide=True),
    Column(("finds",), "what the case's figures say", wrap=True, wide=True),
    Column(("doc", "who"), "article, speaker", wrap=True),
    Column(("words",), "words", wrap=True, wide=True),
)


@click.command("territory", short_help="Measure zones, transfers and what is said of them.")
@click.argument("case", type=CASE)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Who holds what on this day (YYYY-MM-DD).")
@click.option(
    "--transfer", "transfers", metavar="ZONE:PARTY", multiple=True, help="What if this zone went to the party?"
)
@click.option("--statements", "said", is_flag=True, help="What coverage says of the ground, beside the case's figures.")
@click.option("--map", "map_file", type=CASE, help="Write a map of it here, as SVG.")
@output_flags
def territory_command(
    case: Path,
    as_of: datetime | None,
    transfers: tuple[str, ...],
    said: bool,
    map_file: Path | None,
    format: str | None,
    quiet: bool,
) -> None:
    """Measure the zones of CASE: how large they are, who holds how much by which source, who claims them.

    With --transfer: the area, the settlements and residents, the assets that would change hands, whether corridors
    stay whole, and how long the line between the parties becomes. Residents are those last counted, not those there
    now. A line drawn from a share alone is schematic, and said to be.

    \b
    Example:
      zopa territory examples/alaska
      zopa territory examples/alaska --transfer donetsk_unoccupied:Russia --transfer kharkiv_pockets:Ukraine
      zopa territory examples/alaska --statements
      zopa territory examples/alaska --map alaska.svg
    """
    from zopa.casework.territory import extent_rows, territory
    from zopa.cli.territory_text import extent_text, territory_lines

    if said:
        if transfers or map_file:
            raise UsageError("--statements goes with --as-of only: zopa territory CASE --statements")
        rows = extent_rows(case, as_of=day(as_of))
        none = "Nothing that was read says how much ground a party holds."
        print_rows(
            rows if format else [extent_text(row) for row in rows], EXTENT_COLUMNS if not format else (), format, none
        )
        return
    found = territory(case, as_of=day(as_of), transfers=transfers)
    if map_file is not None:
        from zopa.casework.maps import write_map

        write_map(case, map_file, as_of=day(as_of), transfers=transfers)
    if format == "json":
        print_json(found)
    elif format:
        keys = MOVED_KEYS if transfers else ZONE_KEYS
        print_rows(_moved_rows(found) if transfers else _zone_rows(found), keys, format, "")
    else:
        for line in territory_lines(found):
            console().print(line)
        if map_file is not None:
            click.echo(f"\nThe map is in {map_file}")


def _zone_rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """One row a zone and holder."""
    return [
        {"zone": zone["zone"], "name": zone["name"], "of": zone["of"], **held, "official_km2": zone["official_km2"]}
        for zone in found["zones"]
        for held in zone["held"]
    ]


def _moved_rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    """One row a zone that changes hands."""
    return [
        {**{key: value for key, value in one.items() if key not in ("people", "assets")}, **one["people"],
         "assets": [asset["name"] for asset in one["assets"]]}
        for one in found["transfers"]["moved"]
    ]  # fmt: skip
