"""The atlas: first-level regions of the world by code, from Natural Earth (public domain), simplified for display.

Two points of view come with it, and neither is picked silently: a region's ISO 3166-2 code says which state lists it,
``adm0`` which state Natural Earth gives it to, by who holds it in fact. A state's two letters mean the regions with a
code of its own; its three letters those that Natural Earth draws with it.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from zopa.territory.topology import Topology

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

SOURCE = "Natural Earth 1:10m, simplified"
"""What the outlines are drawn from, for readers."""


@dataclass(frozen=True, slots=True)
class Region:
    """One region: its code, name and kind, the state that lists it, the one it is drawn with, its outline in degrees.

    ``listed_by`` is the letters before the hyphen of its code (ISO 3166-1 alpha-2), ``drawn_with`` three letters.
    """

    code: str
    name: str
    kind: str
    listed_by: str
    drawn_with: str
    outline: BaseGeometry


class Atlas:
    """Regions by code. Outlines are built when they are asked for."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        self._topology = Topology(topology)
        self._by_code: dict[str, list[int]] = {}
        self._by_state: dict[str, list[int]] = {}
        for index, properties in enumerate(self._topology.properties):
            code = str(properties["iso"])
            self._by_code.setdefault(code, []).append(index)
            for state in {code.partition("-")[0], str(properties["adm0"])} - {""}:
                self._by_state.setdefault(state, []).append(index)

    def __len__(self) -> int:
        return len(self._topology.properties)

    def find(self, code: str) -> tuple[Region, ...]:
        """The regions of a code, of a state that lists them (two letters), or are drawn with it (three letters).

        Several where outlines share a code. Empty where there is none.
        """
        wanted = code.strip().upper()
        return tuple(self._region(index) for index in self._by_code.get(wanted) or self._by_state.get(wanted) or ())

    def everything(self) -> tuple[Region, ...]:
        """All regions."""
        return tuple(self._region(index) for index in range(len(self)))

    def nearest(self, code: str) -> str | None:
        """The code most like one that is not there, or the code of the region of that name."""
        folded = code.strip().casefold()
        for properties in self._topology.properties:
            if str(properties["name"]).casefold() == folded:
                return str(properties["iso"])
        found = get_close_matches(code.strip().upper(), [*self._by_code, *self._by_state], n=1)
        return found[0] if found else None

    def usual_state(self, listed_by: str) -> str | None:
        """The state, in three letters, that Natural Earth draws most regions of a code's state with."""
        states = Counter(self._topology.properties[index]["adm0"] for index in self._by_state.get(listed_by, ()))
        return str(states.most_common(1)[0][0]) if states else None

    def _region(self, index: int) -> Region:
        properties = self._topology.properties[index]
        return Region(
            str(properties["iso"]),
            str(properties["name"]),
            str(properties["type"]),
            str(properties["iso"]).partition("-")[0],
            str(properties["adm0"]),
            self._topology.outline(index),
        )


@cache
def load_atlas() -> Atlas:
    """The atlas that comes with zopa. Reads about 1.4 MB once."""
    packed = resources.files("zopa.territory").joinpath("data", "regions.topo.json.gz").read_bytes()
    return Atlas(json.loads(gzip.decompress(packed)))
