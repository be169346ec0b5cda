"""The matrix: what stands on a day, unknown shown as unknown, conflicts side by side."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.samples import sample
from tests.positions.scenes import STRIKE

from zopa.positions import Evidence, build_matrix

DAY = date(2031, 3, 31)


def test_no_statement_no_position() -> None:
    """Every cell of an empty matrix is unknown, and every party and issue has one."""
    matrix = build_matrix([], STRIKE, DAY)
    assert len(matrix.cells) == len(STRIKE.parties) * len(STRIKE.issues)
    assert all(cell.unknown for cell in matrix.cells)


def test_a_cell_says_what_how_firmly_since_when_and_on_whose_word() -> None:
    """The strongest wording, the days, independent origins, and every statement."""
    items = [
        sample("demands", "8", said_on="2031-03-05"),
        sample("demands", "8", said_on="2031-03-05", via=("Harbour Radio",), strength="red_line"),
        sample("demands", "8", speaker="narrator", published=None),
    ]
    cell = build_matrix(items, STRIKE, DAY).cell("Union", "wage")
    (standing,) = cell.standings
    assert (standing.option, standing.stance, standing.strength) == ("8", "demands", "red_line")
    assert standing.origins == 2
    assert (standing.first_seen, standing.last_seen) == (date(2031, 3, 5), date(2031, 3, 5))
    assert standing.statements == tuple(item.statement.id for item in items)


def test_replaced_words_are_kept_beside_the_current_ones() -> None:
    """A move from 8 to 5 shows both."""
    items = [sample("demands", "8", said_on="2031-03-01"), sample("accepts", "5", said_on="2031-03-09")]
    cell = build_matrix(items, STRIKE, DAY).cell("Union", "wage")
    assert [standing.option for standing in cell.standings] == ["5"]
    assert [standing.option for standing in cell.earlier] == ["8"]


@pytest.mark.parametrize(
    ("first", "second", "conflicting"),
    [
        (("accepts", "5"), ("rejects", "5"), True),
        (("demands", "8"), ("demands", "5"), True),
        (("accepts", "5"), ("offers", "3"), False),
        (("rejects", "3"), ("demands", "8"), False),
        (("undecided", "5"), ("rejects", "5"), False),
    ],
)
def test_conflicts(first: tuple[str, str], second: tuple[str, str], conflicting: bool) -> None:
    """Wanting and rejecting one option conflict, and so do two demands; an open question conflicts with nothing."""
    items = [sample(*first, said_on="2031-03-05"), sample(*second, said_on="2031-03-05")]
    assert bool(build_matrix(items, STRIKE, DAY).cell("Union", "wage").conflicts) is conflicting


POOL = [
    sample("demands", "8", said_on="2031-03-01"),
    sample("accepts", "5", said_on="2031-03-09"),
    sample("rejects", "8", party="Port", speaker="Jonas Okafor", said_on="2031-03-02"),
    sample("demands", "kept", issue="night_shifts", party="Port", speaker="narrator", said_on="2031-03"),
    sample("demands", "8", speaker="a source", kind="anonymous"),
]


@given(st.permutations(POOL))
def test_the_order_of_the_evidence_does_not_matter(evidence: list[Evidence]) -> None:
    """Origins, strengths and days are the same in any order."""
    mine, theirs = build_matrix(evidence, STRIKE, DAY), build_matrix(POOL, STRIKE, DAY)
    for one, other in zip(mine.cells, theirs.cells, strict=True):
        assert {(s.option, s.stance, s.origins, s.first_seen) for s in one.standings} == {
            (s.option, s.stance, s.origins, s.first_seen) for s in other.standings
        }


@given(st.lists(st.sampled_from(POOL), max_size=4))
def test_a_repeat_changes_no_count(extra: list[Evidence]) -> None:
    """Evidence handed in twice is one origin still."""
    once, more = build_matrix(POOL, STRIKE, DAY), build_matrix([*POOL, *extra], STRIKE, DAY)
    assert [[s.origins for s in cell.standings] for cell in once.cells] == [
        [s.origins for s in cell.standings] for cell in more.cells
    ]


def test_a_cell_the_case_does_not_have_is_an_error() -> None:
    """An unknown party or issue is a ValueError."""
    with pytest.raises(ValueError, match="not in tuple"):
        build_matrix([], STRIKE, DAY).cell("Nobody", "wage")
