"""Maps of a case: the stops of the slider, and a map as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing.wording import day
from zopa.casework.grounds import parsed_transfers
from zopa.casework.output import write
from zopa.casework.territory import open_grounds
from zopa.territory.control import dates_of
from zopa.territory.map import draw
from zopa.territory.svg import svg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from zopa.case import Transfer
    from zopa.casework.grounds import Grounds
    from zopa.territory.map import Drawing

MOST_DAYS = 12
"""Stops of the slider; where figures change on more days, the newest are shown."""


def drawing_of(found: Grounds, transfers: Sequence[tuple[str, Sequence[Transfer]]] = ()) -> Drawing:
    """The map of a case's ground on each day a figure changes up to the day looked at, and with transfers made."""
    days = sorted({when for when in dates_of(found.ground) if when < found.as_of} | {found.as_of})[-MOST_DAYS:]
    names = [(party.id, party.name) for party in found.case.parties]
    return draw(found.ground, names, found.as_of, [(when, day(when)) for when in days], transfers)


def write_map(path: Path | str, file: Path, *, as_of: date | None = None, transfers: Sequence[str] = ()) -> None:
    """Write the map of a case as an SVG file of its own; with transfers it shows the ground once they are made."""
    found = open_grounds(path, as_of)
    wanted = parsed_transfers(found.case, transfers)
    drawing = drawing_of(found, [(", ".join(transfers), wanted)] if wanted else ())
    if wanted:
        from dataclasses import replace

        drawing = replace(drawing, shown=len(drawing.states) - 1)
    write(file, svg(drawing, alone=True))
