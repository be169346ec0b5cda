"""The ground in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from zopa.briefing import ground_lines as lines
from zopa.briefing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from zopa.briefing.lookup import Lookup

_ROWS = 6


def ground_blocks(look: Lookup) -> Iterator[RenderableType]:
    """Who holds what, what options and packages would move, and what is said of the ground and does not fit."""
    ground = look.briefing.territory
    if ground is None:
        return
    yield Text("\nTHE GROUND", style="bold")
    for zone in lines.disputed(ground):
        held = ", ".join(lines.held(look, one) for one in zone.held)
        yield _indented(f"{plain(zone.name)} ({lines.size(zone)}): {held}")
        if len({(one.holder, one.share, one.km2) for one in zone.figures}) > 1:
            yield _indented("figures: " + "; ".join(lines.figure(look, one) for one in zone.figures), 4, "dim")
    yield from (_indented(lines.corridor(one)) for one in ground.corridors)
    for option in ground.options:
        yield _indented(lines.option(look, option.issue, option.option), style="bold")
        for one in option.consequences.moved:
            yield _indented(lines.moved(look, one), 4)
            yield _indented(lines.people(one), 6, "dim")
        yield from (_indented(line, 4) for line in lines.effects(look, option.consequences))
    yield from (_indented(f"{line}.") for line in lines.packages(look, ground))
    telling = [one for one in ground.extents if one.verdict == "disagrees" or one.contradicts]
    if telling:
        yield _indented("Said of the ground, and not what other figures say:", style="bold")
        yield from (_indented(lines.extent(look, one), 4) for one in telling[:_ROWS])
    yield from (_indented(note, style="dim") for note in lines.notes(ground))


def _indented(said: str, by: int = 2, style: str = "") -> Padding:
    return Padding(Text(said, style=style), (0, 0, 0, by))
