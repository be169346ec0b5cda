"""The frontier's drawing: coordinates keep the order of utilities, and labels do not cover one another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from zopa.briefing import Briefing
from zopa.briefing.briefing import FrontierEntry, MarkEntry, ReachEntry
from zopa.briefing.plot import PlacedMark, plots

UTILITY = st.floats(0, 1, allow_nan=False)


def box(mark: PlacedMark) -> tuple[float, float, float, float]:
    """The room a label takes."""
    width = 7.2 * len(mark.label)
    left = mark.label_x - {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor] * width
    return left, mark.label_y - 9, left + width, mark.label_y + 3


def test_one_plot_a_pair_with_its_names(briefing: Briefing) -> None:
    """Marks on one spot share one label; what lies off the frontier is drawn beside it."""
    assert briefing.frontier is not None
    found = plots(briefing.frontier, [one.name for one in briefing.solutions])
    assert [(one.across, one.up) for one in found] == [
        ("crews", "northline"),
        ("crews", "council"),
        ("northline", "council"),
    ]
    assert {mark.label for mark in found[0].marks} == {"closest, N", "P2", "T1"}
    assert found[2].path == ""
    assert len(found[2].dots) == 1


def test_better_is_further_right_and_up(briefing: Briefing) -> None:
    """x rises with the first party's utility, y falls with the second's: SVG counts from the top."""
    assert briefing.frontier is not None
    drawn = plots(briefing.frontier, ["Nash"])[0]
    across = [x for x, _ in drawn.dots]
    up = [y for _, y in drawn.dots]
    assert across == sorted(across, reverse=True)
    assert up == sorted(up, reverse=True)
    assert all(drawn.left <= x <= drawn.right and drawn.top <= y <= drawn.bottom for x, y in drawn.dots)
    assert drawn.left < drawn.no_deal[0] < drawn.right


@given(st.lists(st.tuples(UTILITY, UTILITY), min_size=1, max_size=8))
def test_everything_lies_inside_and_ticks_are_few(spots: list[tuple[float, float]]) -> None:
    """Whatever the utilities: marks inside the frame, between two and twelve ticks an axis."""
    marks = tuple(MarkEntry("package", place, (), spot) for place, spot in enumerate(spots, 1))
    found = FrontierEntry(("a", "b"), (0.5, 0.5), (ReachEntry(("a", "b"), tuple(spots)),), marks)
    (drawn,) = plots(found, [])
    assert all(drawn.left <= mark.x <= drawn.right and drawn.top <= mark.y <= drawn.bottom for mark in drawn.marks)
    assert 2 <= len(drawn.columns) <= 12
    assert len({label for _, label in drawn.columns}) == len(drawn.columns)


def test_labels_of_near_marks_stand_apart() -> None:
    """Six packages in a small heap: no label covers another."""
    heap = [(0.5 + 0.012 * place, 0.5 + 0.01 * (place % 2)) for place in range(6)]
    marks = tuple(MarkEntry("package", place, (), spot) for place, spot in enumerate(heap, 1))
    reach = ReachEntry(("a", "b"), ((0.9, 0.1), (0.1, 0.9)))
    (drawn,) = plots(FrontierEntry(("a", "b"), (0.5, 0.5), (reach,), marks), [])
    for one, other in combinations([box(mark) for mark in drawn.marks], 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
