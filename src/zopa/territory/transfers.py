"""Transfers: ground that goes from one party to another, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from zopa.errors import UsageError
from zopa.territory.assets import part_under
from zopa.territory.control import NOBODY, Part, given_to, held_parts
from zopa.territory.corridors import Adjacency, CorridorState, corridor_states
from zopa.territory.projection import km2

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.case import Asset, Transfer
    from zopa.territory.ground import Ground
    from zopa.territory.people import Census, People

_NEAR_LINE = 200.0


@dataclass(frozen=True, slots=True)
class Move:
    """A part that changes hands: who held it, and who holds it then."""

    part: Part
    giver: str
    taker: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What one party gives another in one zone. ``share`` is of the whole zone, 0 to 1."""

    zone: str
    giver: str
    taker: str
    km2: float
    share: float
    schematic: bool
    people: People
    assets: tuple[Asset, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """What a party holds before and after, in km2."""

    party: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """What it gains; negative for a loss."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Line:
    """The length of the line between what two parties hold, in km, before and after."""

    parties: tuple[str, str]
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Consequences:
    """Everything a set of transfers would change on the ground of a day."""

    transfers: tuple[Transfer, ...]
    moved: tuple[Moved, ...]
    balances: tuple[Balance, ...]
    corridors: tuple[tuple[CorridorState, CorridorState], ...]
    lines: tuple[Line, ...]
    after: tuple[Part, ...]


def moves_of(ground: Ground, parts: Sequence[Part], transfers: Iterable[Transfer]) -> tuple[Move, ...]:
    """The parts that change hands, all looked up on the ground as it is before any of them does.

    What a party holds already stays. Raises UsageError where two transfers give one part to two parties.
    """
    taker: dict[int, tuple[Part, Transfer]] = {}
    for transfer in transfers:
        for part in held_parts(ground, transfer.zone, parts):
            earlier = taker.setdefault(id(part), (part, transfer))[1]
            if earlier.party != transfer.party:
                raise UsageError(f"{earlier} and {transfer} give the same ground in {part.zone} to two parties.")
    return tuple(
        Move(part, part.holder, transfer.party) for part, transfer in taker.values() if part.holder != transfer.party
    )


def apply_moves(parts: Sequence[Part], moves: Iterable[Move]) -> tuple[Part, ...]:
    """The parts once the moves are made; all other parts stay as they are, in the same order."""
    by_part = {id(move.part): move for move in moves}
    return tuple(given_to(part, by_part[id(part)].taker) if id(part) in by_part else part for part in parts)


def consequences(
    ground: Ground,
    parts: Sequence[Part],
    transfers: Iterable[Transfer],
    census: Census,
    adjacency: Adjacency | None = None,
) -> Consequences:
    """What transfers would change: areas, people, assets, corridors and the line between the parties."""
    wanted, adjacency = tuple(transfers), adjacency or Adjacency(ground)
    moves = moves_of(ground, parts, wanted)
    after = apply_moves(parts, moves)
    before_after = corridor_states(ground, parts, adjacency), corridor_states(ground, after, adjacency)
    return Consequences(
        wanted,
        tuple(_moved(ground, parts, group, census) for group in _grouped(moves)),
        balances(parts, after),
        tuple(zip(*before_after, strict=True)),
        _lines(ground, parts, after, moves),
        after,
    )


def balances(before: Sequence[Part], after: Sequence[Part]) -> tuple[Balance, ...]:
    """What each holder has before and after, in the order in which holders come; nobody's ground is left out."""
    holders = dict.fromkeys(part.holder for part in (*before, *after) if part.holder != NOBODY)
    return tuple(Balance(holder, held_km2(before, holder), held_km2(after, holder)) for holder in holders)


def held_km2(parts: Iterable[Part], holder: str) -> float:
    """What a party holds of some parts, in km2."""
    return sum(part.km2 for part in parts if part.holder == holder)


def _grouped(moves: Iterable[Move]) -> list[list[Move]]:
    groups: dict[tuple[str, str, str], list[Move]] = {}
    for move in moves:
        groups.setdefault((move.part.zone, move.giver, move.taker), []).append(move)
    return list(groups.values())


def _moved(ground: Ground, everything: Sequence[Part], moves: Sequence[Move], census: Census) -> Moved:
    parts, first = [move.part for move in moves], moves[0]
    assets = (asset for zone in ground.territory.zones for asset in zone.assets)
    plot = ground.plots[first.part.zone]
    area = sum(part.km2 for part in parts)
    return Moved(
        first.part.zone,
        first.giver,
        first.taker,
        area,
        area / km2(plot.own),
        any(part.schematic for part in parts),
        census.of(parts),
        tuple(asset for asset in assets if any(part_under(ground, everything, asset) is part for part in parts)),
    )


def _lines(ground: Ground, before: Sequence[Part], after: Sequence[Part], moves: Iterable[Move]) -> tuple[Line, ...]:
    pairs = dict.fromkeys(
        (min(move.giver, move.taker), max(move.giver, move.taker)) for move in moves if move.giver != NOBODY
    )
    return tuple(Line(pair, line_km(ground, before, *pair), line_km(ground, after, *pair)) for pair in pairs)


def line_km(ground: Ground, parts: Sequence[Part], one: str, other: str) -> float:
    """The length of the border between what two parties hold, in km along geodesics."""
    mine, theirs = (shapely.union_all([p.outline for p in parts if p.holder == holder]) for holder in (one, other))
    if mine.is_empty or theirs.is_empty:
        return 0.0
    return ground.projection.km(shapely.intersection(mine.boundary, shapely.buffer(theirs, _NEAR_LINE, quad_segs=2)))
