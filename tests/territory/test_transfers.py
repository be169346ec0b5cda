"""Transfers: by hand, conserved, undone by their inverse."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.territory.island import PLACES

from zopa.case import Transfer, load_case
from zopa.errors import UsageError
from zopa.territory import (
    Census,
    Move,
    apply_moves,
    consequences,
    moves_of,
    parts_on,
    read_settlements,
    survey,
)
from zopa.territory.transfers import held_km2, line_km

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.territory import Consequences, Ground, Part

TRANSFERS = st.lists(
    st.builds(
        lambda zone, party: Transfer(zone=zone, party=party),
        st.sampled_from([*PLACES, "cape_held", "north"]),
        st.sampled_from(["Arven", "Bruma"]),
    ),
    max_size=3,
)


def to(zone: str, party: str) -> Transfer:
    return Transfer(zone=zone, party=party)


@pytest.fixture
def swap(ground: Ground, parts: tuple[Part, ...], census: Census) -> Consequences:
    """What Arven holds of the cape for the ford."""
    return consequences(ground, parts, [to("cape_held", "Bruma"), to("ford", "Arven")], census)


def test_a_swap_by_hand(ground: Ground, swap: Consequences) -> None:
    """A square degree at 61 to 62 north has 5,900 km2, one at 62 to 63 north 5,710; half the cape is 2,855."""
    ford, half_cape = ground.plots["ford"].km2, ground.plots["cape"].km2 / 2
    assert ford == pytest.approx(5_899, rel=0.01)
    assert [(one.zone, one.giver, one.taker) for one in swap.moved] == [
        ("cape", "Arven", "Bruma"),
        ("ford", "Bruma", "Arven"),
    ]
    assert swap.moved[0].km2 == pytest.approx(half_cape, rel=1e-5)
    assert swap.moved[0].share == pytest.approx(0.5, abs=1e-5)
    assert swap.moved[0].schematic
    assert not swap.moved[1].schematic
    change = {one.party: one.change for one in swap.balances}
    assert change["Arven"] == pytest.approx(ford - half_cape, rel=1e-5)
    assert change["Arven"] == pytest.approx(-change["Bruma"], rel=1e-9)


def test_assets_go_with_the_ground_they_stand_on(swap: Consequences) -> None:
    """The light stands in the western half of the cape; the old harbour stays where it is."""
    assert [[asset.name for asset in one.assets] for one in swap.moved] == [["Cape light"], []]


def test_what_a_party_holds_already_does_not_move(ground: Ground, parts: tuple[Part, ...], census: Census) -> None:
    """Giving Arven the moor changes nothing; giving it the cape moves only what Bruma has of it."""
    assert consequences(ground, parts, [to("moor", "Arven")], census).moved == ()
    (moved,) = consequences(ground, parts, [to("cape", "Arven")], census).moved
    assert moved.giver == "Bruma"
    assert moved.share == pytest.approx(0.5, abs=1e-5)


def test_one_piece_of_ground_cannot_go_to_two(ground: Ground, parts: tuple[Part, ...]) -> None:
    """The message names both transfers."""
    with pytest.raises(UsageError, match=r"cape_held:Bruma and cape:Arven|cape:Arven and cape_held:Bruma"):
        moves_of(ground, parts, [to("cape_held", "Bruma"), to("cape", "Arven")])


@given(TRANSFERS)
def test_area_is_conserved(ground: Ground, parts: tuple[Part, ...], transfers: list[Transfer]) -> None:
    """Whatever moves, the total stays, and what one side loses the other gains."""
    try:
        after = apply_moves(parts, moves_of(ground, parts, transfers))
    except UsageError:
        return
    before = {holder: held_km2(parts, holder) for holder in ("Arven", "Bruma")}
    held = {holder: held_km2(after, holder) for holder in ("Arven", "Bruma")}
    assert sum(held.values()) == pytest.approx(sum(before.values()), rel=1e-12)
    assert [part.outline for part in after] == [part.outline for part in parts]


@given(TRANSFERS)
def test_a_transfer_and_its_inverse_cancel(ground: Ground, parts: tuple[Part, ...], transfers: list[Transfer]) -> None:
    """Giving back what was given leaves who holds what as it was."""
    try:
        moves = moves_of(ground, parts, transfers)
    except UsageError:
        return
    after = apply_moves(parts, moves)
    places = {id(part): place for place, part in enumerate(parts)}
    back = [Move(after[places[id(move.part)]], move.taker, move.giver) for move in moves]
    assert apply_moves(after, back) == parts


def test_the_line_between_the_parties_by_hand(ground: Ground, parts: tuple[Part, ...], swap: Consequences) -> None:
    """Before: the sides of vale and moor, fell and ford, and the cut through the cape; after: around the ford."""
    side = 111.43
    across = 52.3  # A degree of longitude at 62 degrees north, in km.
    before = line_km(ground, parts, "Arven", "Bruma")
    # Vale and ford share a meridian, fell and ford a parallel; the cut through the cape runs north to south; and the
    # western half of the cape lies on half of the quay's side.
    assert before == pytest.approx(side + across + side + across / 2, rel=0.02)
    (line,) = swap.lines
    assert line.before == pytest.approx(before)
    # Arven then has everything west of 12 degrees: one line, two degrees long.
    assert line.after == pytest.approx(2 * side, rel=0.02)


def test_a_transfer_on_the_example_answers_at_once(repository: Path) -> None:
    """Three regions with their settlements, from cold: at most 200 ms of processor time."""
    folder = repository / "examples" / "alaska"
    territory = load_case(folder).territory
    ground, _ = survey(territory, folder, "case.yaml")
    settlements, problems = read_settlements(folder / "settlements.csv")
    assert ground is not None
    assert (len(settlements), problems) == (690, ())
    parts = parts_on(ground, date(2025, 8, 17))
    wanted = [to(zone, "Russia") for zone in ("donetsk", "kherson", "zaporizhzhia")]
    began = time.process_time()
    found = consequences(ground, parts, wanted, Census(ground, settlements))
    assert time.process_time() - began <= 0.2
    assert [one.zone for one in found.moved] == ["donetsk", "kherson", "zaporizhzhia"]
