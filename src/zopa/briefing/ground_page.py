"""The ground on the page: what its template needs beside the briefing. The map is imported only where there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from zopa.briefing import ground_lines, wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.territory.map import Drawing


def style(asset: Callable[[str], str]) -> str:
    """The styles of the section and of the map in it."""
    from zopa.territory.svg import STYLE

    return asset("ground.css") + STYLE


def ground_map(drawing: Drawing) -> str:
    """The map as an ``svg`` element, its description with the numbers of the locale. Every text in it is escaped."""
    from zopa.territory.svg import svg

    return svg(replace(drawing, description=wording.shares_said(drawing.description)))


def map_tone(party: int) -> int:
    """Which colour and pattern a party has on the map."""
    from zopa.territory.svg import tone

    return tone(party)


GLOBALS: dict[str, Any] = {"on_ground": ground_lines, "ground_map": ground_map, "map_tone": map_tone}
"""The names the template uses."""
