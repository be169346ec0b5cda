"""Assets: on whose ground a thing stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Asset
    from zopa.territory.control import Part
    from zopa.territory.ground import Ground

FARTHEST = 10_000.0
"""Metres from every part at which an asset stands on nobody's ground: simplified coasts are off by less."""


def part_under(ground: Ground, parts: Sequence[Part], asset: Asset) -> Part | None:
    """The part an asset stands on, the nearest one where it stands just off a simplified coast; None far from all."""
    at = ground.projection.project(shapely.Point(asset.at))
    nearest = min(parts, key=lambda part: float(part.outline.distance(at)), default=None)
    return nearest if nearest is not None and nearest.outline.distance(at) < FARTHEST else None
