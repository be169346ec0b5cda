"""Geometry for the page's drawings: numbers in, coordinates out. The templates hold the shapes themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.briefing.wording import number, per_cent

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 12, 14, 34


def along(value: float) -> float:
    """A probability as a coordinate between 0 and 100, kept inside."""
    return round(100 * min(1.0, max(0.0, value)), 2)


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve over [0, 1] x [0, 1] as SVG coordinates: its path, its dots, and its ticks as (coordinate, label)."""

    path: str
    dots: tuple[tuple[float, float], ...]
    across: tuple[tuple[float, str], ...]
    up: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


def curve(points: Sequence[tuple[float, float]]) -> Curve:
    """The curve through points (x, y), both between 0 and 1, in the order given."""
    dots = tuple((x_of(x), _y_of(y)) for x, y in points)
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in dots) if dots else ""
    quarters = (0.0, 0.25, 0.5, 0.75, 1.0)
    return Curve(
        path,
        dots,
        tuple((x_of(value), number(value, "g")) for value in quarters),
        tuple((_y_of(value), per_cent(f"{100 * value:.0f}")) for value in quarters),
    )


def x_of(value: float) -> float:
    """The horizontal coordinate of a value between 0 and 1."""
    return round(_LEFT + min(1.0, max(0.0, value)) * (WIDTH - _LEFT - _RIGHT), 1)


def _y_of(value: float) -> float:
    return round(HEIGHT - _BOTTOM - min(1.0, max(0.0, value)) * (HEIGHT - _TOP - _BOTTOM), 1)
