"""Measuring: equal areas at any latitude, checked on the ellipsoid."""

from __future__ import annotations

from math import cos, radians

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer
from shapely.geometry import shape
from tests.territory.island import square

from zopa.territory import Projection, geodesic_km2, km2


def measured(outline: shapely.Polygon) -> float:
    return km2(Projection.centred_on([outline]).project(outline))


@given(st.floats(-179, 178), st.floats(-80, 79))
def test_areas_are_those_on_the_ellipsoid(west: float, south: float) -> None:
    """A square degree anywhere has, projected, the area that geodesics enclose, within a thousandth."""
    outline = shape(square(west, south))
    assert measured(outline) == pytest.approx(geodesic_km2(outline), rel=1e-3)


def test_mercator_would_fail() -> None:
    """At 61 degrees north Mercator makes the island more than four times too large; here it keeps its size."""
    outline = shape(square(11, 61))
    web = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    mercator = km2(shapely.transform(outline, lambda p: shapely.get_coordinates(shapely.points(*web.transform(*p.T)))))
    true = geodesic_km2(outline)
    assert mercator / true == pytest.approx(1 / cos(radians(61.5)) ** 2, rel=0.02)
    assert mercator > 4 * true
    assert measured(outline) == pytest.approx(true, rel=1e-4)


def test_a_known_area() -> None:
    """One degree by one degree at the equator has 12,308 km2 on WGS 84."""
    assert measured(shape(square(0, 0))) == pytest.approx(12_308.8, rel=1e-3)


def test_the_date_line_is_no_edge() -> None:
    """Ground on both sides of the 180th meridian is centred on it, and measured whole."""
    outline = shapely.union_all([shape(square(179, 65)), shape(square(-180, 65))])
    projection = Projection.centred_on([outline])
    assert abs(projection.longitude) == pytest.approx(180, abs=1)
    assert km2(projection.project(outline)) == pytest.approx(geodesic_km2(outline), rel=1e-3)


def test_there_and_back_again() -> None:
    """What is unprojected is where it was."""
    outline = shape(square(36, 48))
    projection = Projection.centred_on([outline])
    assert shapely.equals_exact(projection.unproject(projection.project(outline)), outline, tolerance=1e-7)


def test_lengths_are_geodesic() -> None:
    """A degree of a meridian near 61 degrees north has 111.4 km; an empty line has none."""
    projection = Projection(11.0, 61.0)
    line = projection.project(shapely.LineString([(11, 61), (11, 62)]))
    assert projection.km(line) == pytest.approx(111.43, abs=0.05)
    assert projection.km(shapely.LineString()) == 0.0
