"""People: bounds that hold whatever is unknown, and settlements read from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.case import Transfer
from zopa.territory import Census, consequences, read_settlements

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.territory import Ground, Part


def test_a_whole_zone_moves_all_its_residents(ground: Ground, parts: tuple[Part, ...], census: Census) -> None:
    """Nothing is uncertain about who was counted in the fell."""
    (moved,) = consequences(ground, parts, [Transfer(zone="fell", party="Bruma")], census).moved
    assert (moved.people.least, moved.people.most) == (900, 900)
    assert moved.people.counted == "2030-01-01, the registry"


def test_half_a_zone_by_hand(ground: Ground, parts: tuple[Part, ...], census: Census) -> None:
    """Of 5,000 residents 3,200 live in two towns: a half has at least neither, and at most both and all others.

    As drawn, the western half has Westcape's 1,200. A line turned about may cut off both towns, or neither.
    """
    (moved,) = consequences(ground, parts, [Transfer(zone="cape_held", party="Bruma")], census).moved
    people = moved.people
    assert (people.settlements, people.largest, people.listed) == (1, ("Westcape",), 1200)
    assert 0 <= people.least <= 1200
    assert 1200 + 1800 <= people.most <= 5000


def test_without_a_count_there_is_no_upper_bound(ground: Ground, parts: tuple[Part, ...], census: Census) -> None:
    """Nobody says how many live in the quay: at least those listed."""
    (moved,) = consequences(ground, parts, [Transfer(zone="quay", party="Arven")], census).moved
    assert (moved.people.least, moved.people.most, moved.people.counted) == (0, None, "")


def test_without_settlements_only_whole_zones_are_known(ground: Ground, parts: tuple[Part, ...]) -> None:
    """A part may have had nobody or everybody."""
    wanted = [Transfer(zone="cape_held", party="Bruma"), Transfer(zone="fell", party="Bruma")]
    found = {one.zone: one.people for one in consequences(ground, parts, wanted, Census(ground, ())).moved}
    assert (found["cape"].settlements, found["cape"].least, found["cape"].most) == (0, 0, 5000)
    assert (found["fell"].least, found["fell"].most) == (900, 900)


GOOD = "name,lon,lat,population\nSenn,12,62,100\n"


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        (GOOD, 1, []),
        ("name,lon,lat,population\n", 0, []),
        (f"{GOOD}Bor,x,62,5\nAve,12,62,-3\n,12,62,3\n", 1, [3, 4, 5]),
        (f"{GOOD}a,1\nb,1\nc,1\nd,1\ne,1\n", 1, [3, 4, 5, None]),
        ("town;people\nSenn;100\n", 0, [1]),
    ],
)
def test_rows_that_cannot_be_used_are_named(tmp_path: Path, text: str, count: int, lines: list[int | None]) -> None:
    """The rest is read; the first three bad rows are named by line, the others counted."""
    (tmp_path / "towns.csv").write_text(text, "utf-8")
    found, problems = read_settlements(tmp_path / "towns.csv")
    assert len(found) == count
    assert [(problem.code, problem.line) for problem in problems] == [("ZP411", line) for line in lines]


def test_a_file_outside_the_case_is_not_read(tmp_path: Path) -> None:
    """A case that came from elsewhere cannot read other files."""
    (tmp_path / "towns.csv").write_text(GOOD, "utf-8")
    (tmp_path / "case").mkdir()
    found, (problem,) = read_settlements(tmp_path / "case" / ".." / "towns.csv", tmp_path / "case")
    assert found == ()
    assert "outside" in problem.message


def test_a_file_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    """The case is used without settlements."""
    found, (problem,) = read_settlements(tmp_path / "towns.csv")
    assert found == ()
    assert (problem.code, problem.severity) == ("ZP411", "warning")


def test_a_file_that_is_no_text_or_has_no_name_is_a_warning(tmp_path: Path) -> None:
    """In plain words, without those of a decoder."""
    (tmp_path / "towns.csv").write_bytes(bytes(range(256)))
    assert "not text in UTF-8" in read_settlements(tmp_path / "towns.csv")[1][0].message
    assert "NUL" in read_settlements(tmp_path / "a\0b", tmp_path)[1][0].message
