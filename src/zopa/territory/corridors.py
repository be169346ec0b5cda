"""Corridors: whether a party can still go from one zone to another over ground it holds, and what would cut the way.

The ground is a graph: its nodes are parts, and two are joined where they share a border of some length, or where a
crossing (a bridge, a ferry, a tunnel) joins their zones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from zopa.territory.control import held_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.case import Corridor
    from zopa.territory.control import Part
    from zopa.territory.ground import Ground

LEAST_BORDER = 1_000.0
"""Metres of common border without which two parts only touch."""

GAP = 200.0
"""Metres two drawings of one border may lie apart."""

Graph = dict[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class CorridorState:
    """Whether a corridor is whole. ``by_land`` leaves crossings out.

    ``cut_by`` names the zones that each cut it alone if the party lost its part of them (the way over land, where there
    is one); ``pieces`` counts the connected pieces of the party's ground in the zones of the case.
    """

    name: str
    party: str
    start: str
    end: str
    whole: bool
    by_land: bool
    cut_by: tuple[str, ...]
    pieces: int
    schematic: bool


class Adjacency:
    """Which pieces of ground lie beside each other. Borders are measured once for each pair of outlines."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known: dict[tuple[int, int], bool] = {}
        self._kept: list[Part] = []

    def graph(self, parts: Sequence[Part], *, crossings: bool = True) -> Graph:
        """The graph of some parts, by their places. Cost: the pairs whose boxes come near."""
        joined: dict[int, set[int]] = {index: set() for index in range(len(parts))}
        tree = shapely.STRtree([part.outline for part in parts])
        boxes = [shapely.box(*part.outline.bounds).buffer(GAP) for part in parts]
        for one, other in tree.query(boxes).T:
            if one < other and self._beside(parts[one], parts[other]):
                joined[int(one)].add(int(other))
                joined[int(other)].add(int(one))
        for one, other in self._crossings(parts) if crossings else ():
            joined[one].add(other)
            joined[other].add(one)
        return {index: frozenset(found) for index, found in joined.items()}

    def _beside(self, one: Part, other: Part) -> bool:
        key = id(one.outline), id(other.outline)
        if key not in self._known:
            self._kept += [one, other]  # While they are kept, no other outline has their id.
            border = shapely.intersection(one.outline.boundary, shapely.buffer(other.outline, GAP, quad_segs=2))
            self._known[key] = border.length >= LEAST_BORDER
        return self._known[key]

    def _crossings(self, parts: Sequence[Part]) -> Iterable[tuple[int, int]]:
        for zone in self._ground.territory.zones:
            for asset in zone.assets:
                if len(asset.joins) == 2:
                    ends = [
                        {i for i, part in enumerate(parts) if part.zone in self._ground.leaves(id)}
                        for id in asset.joins
                    ]
                    yield from ((one, other) for one in ends[0] for other in ends[1] if one != other)


def components(graph: Mapping[int, frozenset[int]], among: Iterable[int]) -> list[frozenset[int]]:
    """The connected components of a graph restricted to some nodes, each found by one search. Linear."""
    left, found = set(among), []
    while left:
        waiting, seen = [left.pop()], set()
        while waiting:
            node = waiting.pop()
            seen.add(node)
            reached = graph[node] & left
            left -= reached
            waiting += reached
        found.append(frozenset(seen))
    return found


def connected(graph: Mapping[int, frozenset[int]], among: Iterable[int], starts: set[int], ends: set[int]) -> bool:
    """Whether some component of the nodes has one of the starts and one of the ends."""
    return any(piece & starts and piece & ends for piece in components(graph, among))


def corridor_states(ground: Ground, parts: Sequence[Part], adjacency: Adjacency) -> tuple[CorridorState, ...]:
    """The state of each corridor of the case over parts as they are held."""
    wanted = ground.territory.corridors
    if not wanted:
        return ()
    by_any, by_land = adjacency.graph(parts), adjacency.graph(parts, crossings=False)
    return tuple(_state(ground, parts, corridor, by_any, by_land) for corridor in wanted)


def _state(ground: Ground, parts: Sequence[Part], corridor: Corridor, graph: Graph, by_land: Graph) -> CorridorState:
    held = {index for index, part in enumerate(parts) if part.holder == corridor.party}
    starts, ends = (_places(ground, parts, held, zone) for zone in (corridor.start, corridor.end))
    whole = connected(graph, held, starts, ends)
    zones = dict.fromkeys(parts[index].zone for index in sorted(held))
    overland = connected(by_land, held, starts, ends)
    used = by_land if overland else graph
    cutting = [zone for zone in zones if whole and _cuts(parts, held, zone, starts, ends, used)]
    return CorridorState(
        corridor.name,
        corridor.party,
        corridor.start,
        corridor.end,
        whole,
        overland,
        tuple(zone for zone in cutting if zone not in (corridor.start, corridor.end)),
        len(components(graph, held)),
        any(parts[index].schematic for index in held),
    )


def _places(ground: Ground, parts: Sequence[Part], held: set[int], zone: str) -> set[int]:
    wanted = {id(part) for part in held_parts(ground, zone, parts)}
    return {index for index in held if id(parts[index]) in wanted}


def _cuts(parts: Sequence[Part], held: set[int], zone: str, starts: set[int], ends: set[int], graph: Graph) -> bool:
    return not connected(graph, {index for index in held if parts[index].zone != zone}, starts, ends)
