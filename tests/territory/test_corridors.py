"""Corridors: connected or cut, and by what, against networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from zopa.case import Transfer
from zopa.territory import Adjacency, apply_moves, corridor_states, moves_of
from zopa.territory.corridors import components, connected

if TYPE_CHECKING:
    from zopa.territory import Ground, Part


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20), st.sets(st.integers(0, 9)))
def test_components_are_those_of_networkx(edges: list[tuple[int, int]], among: set[int]) -> None:
    """On any graph restricted to any nodes: the same components, and the same answer to whether two are joined."""
    graph = nx.Graph()
    graph.add_nodes_from(range(10))
    graph.add_edges_from((a, b) for a, b in edges if a != b)
    ours = {node: frozenset(graph[node]) for node in graph}
    inner = graph.subgraph(among)
    assert set(components(ours, among)) == {frozenset(piece) for piece in nx.connected_components(inner)}
    for a in among:
        for b in among:
            assert connected(ours, among, {a}, {b}) == nx.has_path(inner, a, b)


def after(ground: Ground, parts: tuple[Part, ...], *transfers: tuple[str, str]) -> tuple[Part, ...]:
    wanted = [Transfer(zone=zone, party=party) for zone, party in transfers]
    return apply_moves(parts, moves_of(ground, parts, wanted))


def test_squares_are_beside_those_they_share_a_side_with(ground: Ground, parts: tuple[Part, ...]) -> None:
    """A corner is no border: the graph of the island is that of its sides."""
    graph = Adjacency(ground).graph(parts)
    names = [f"{part.zone}/{part.holder}" for part in parts]
    edges = {frozenset((names[one], names[other])) for one in graph for other in graph[one]}
    assert edges == {
        frozenset(pair.split(" "))
        for pair in (
            "moor/Arven fell/Arven",
            "fell/Arven cape/Arven",
            "cape/Arven cape/Bruma",
            "moor/Arven vale/Arven",
            "fell/Arven ford/Bruma",
            "cape/Arven quay/Bruma",
            "cape/Bruma quay/Bruma",
            "vale/Arven ford/Bruma",
            "ford/Bruma quay/Bruma",
        )
    }


def test_what_cuts_a_corridor(ground: Ground, parts: tuple[Part, ...]) -> None:
    """Bruma goes from ford to cape over the quay alone; Arven from vale to cape over moor and fell."""
    coast, hill = corridor_states(ground, parts, Adjacency(ground))
    assert (coast.whole, coast.by_land, coast.cut_by) == (True, True, ("quay",))
    assert (hill.whole, hill.cut_by) == (True, ("moor", "fell"))
    assert coast.pieces == hill.pieces == 1


def test_a_transfer_cuts_and_another_mends(ground: Ground, parts: tuple[Part, ...]) -> None:
    """Without the quay the coast road is cut; with the fell it leads over the hills."""
    cut, hill = corridor_states(ground, after(ground, parts, ("quay", "Arven")), Adjacency(ground))
    assert not cut.whole
    assert cut.cut_by == ()
    assert cut.pieces == 2
    assert hill.whole
    mended = after(ground, parts, ("quay", "Arven"), ("fell", "Bruma"), ("cape_held", "Bruma"))
    coast, hill = corridor_states(ground, mended, Adjacency(ground))
    assert (coast.whole, coast.cut_by) == (True, ("fell",))
    assert not hill.whole


def test_a_crossing_joins_what_does_not_touch(ground: Ground, parts: tuple[Part, ...]) -> None:
    """A ferry from the ford to the cape keeps the road whole, but not over land."""
    from dataclasses import replace

    from zopa.case import Asset

    ferry = Asset(name="Ferry", kind="crossing", at=(12.0, 62.0), joins=("ford", "cape"))
    zones = tuple(
        zone.model_copy(update={"assets": (ferry,)}) if zone.id == "ford" else zone for zone in ground.territory.zones
    )
    with_ferry = replace(ground, territory=ground.territory.model_copy(update={"zones": zones}))
    coast, _ = corridor_states(with_ferry, after(ground, parts, ("quay", "Arven")), Adjacency(with_ferry))
    assert (coast.whole, coast.by_land) == (True, False)
