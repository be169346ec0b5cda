"""Cutting a zone to a share: exact in size, on the side named."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from zopa.territory import cut

SHAPES = [
    shapely.box(0, 0, 100, 50),
    shapely.Polygon([(0, 0), (100, 0), (100, 100), (60, 40), (20, 100)]),
    shapely.MultiPolygon([shapely.box(0, 0, 10, 10), shapely.box(30, 5, 70, 25)]),
    shapely.Point(50, 50).buffer(40).difference(shapely.Point(50, 50).buffer(20)),
]


@given(st.sampled_from(SHAPES), st.floats(0, 1), st.floats(0, 359.99))
def test_the_part_has_the_share_and_the_rest_the_rest(outline: shapely.Polygon, share: float, bearing: float) -> None:
    """Area is conserved: the part has its share, the rest what is left, and they do not overlap."""
    part = cut(outline, share, bearing)
    assert part.area / outline.area == pytest.approx(share, abs=1e-6)
    assert outline.difference(part).area / outline.area == pytest.approx(1 - share, abs=1e-6)


@pytest.mark.parametrize(
    ("bearing", "inside", "outside"),
    [(0, (50, 45), (50, 5)), (90, (95, 25), (5, 25)), (180, (50, 5), (50, 45)), (270, (5, 25), (95, 25))],
)
def test_the_part_lies_on_the_side_named(
    bearing: float, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    """North is up, east to the right."""
    part = cut(SHAPES[0], 0.3, bearing)
    assert part.contains(shapely.Point(inside))
    assert not part.contains(shapely.Point(outside))


def test_none_and_all() -> None:
    """A share of nothing is empty; a share of all is the zone itself."""
    assert cut(SHAPES[0], 0.0, 45).is_empty
    assert cut(SHAPES[0], 1.0, 45) is SHAPES[0]
