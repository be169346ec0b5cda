"""Geometry of the page's drawings."""

from __future__ import annotations

from zopa.briefing import svg


def test_along_stays_inside() -> None:
    """Values outside [0, 1] are drawn at the ends."""
    assert [svg.along(value) for value in (-1, 0, 0.5, 2)] == [0, 0, 50, 100]


def test_curve_runs_from_left_to_right_and_rises() -> None:
    """Higher values are higher on the page (smaller y), and the ends sit on the axes."""
    drawn = svg.curve(((0.0, 0.0), (0.5, 0.5), (1.0, 1.0)))
    assert drawn.dots[0] == (drawn.left, drawn.bottom)
    assert drawn.dots[-1] == (drawn.right, drawn.top)
    assert drawn.path.startswith("M")
    assert drawn.path.count("L") == 2


def test_no_points_no_path() -> None:
    """An empty curve draws nothing."""
    assert svg.curve(()).path == ""
