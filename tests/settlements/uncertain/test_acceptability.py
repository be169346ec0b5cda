"""a_S(x) of every package agrees with a second computation that goes through draws and packages one at a time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.settlements.uncertain_models import models, packages, said_yes, worlds_of

from zopa.settlements import NegotiationModel, acceptability
from zopa.settlements.uncertain import halves
from zopa.settlements.uncertain.acceptability import draws_that_fit

DRAWS = 16


def by_package(model: NegotiationModel) -> tuple[dict[tuple[tuple[str, str], ...], list[float]], int]:
    """Lower, point and upper counts of every package of the space, by its contents; and the number of draws."""
    found = acceptability(model, draws=DRAWS, seed=3, threads=1)
    counts = np.stack([found.lower, found.point, found.upper], axis=1) * found.draws
    return {tuple(sorted(found.package(at).items())): counts[at].tolist() for at in range(len(counts))}, found.draws


@pytest.mark.parametrize("largest_group", [8.0, 0.0], ids=["linked issues together", "linked issues apart"])
@given(model=models())
@settings(max_examples=30, deadline=None)
def test_every_package_has_the_acceptability_of_the_definition(largest_group: float, model: NegotiationModel) -> None:
    """Point and bounds of every package equal those counted draw by draw from the definition, however it is split."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(halves, "LARGEST_GROUP", largest_group)
        found, drawn = by_package(model)
    worlds = worlds_of(model, 3, drawn)
    feasible = {tuple(sorted(package.items())) for package in packages(model)}
    assert {key for key, counts in found.items() if counts[2] > 0} <= feasible
    for package in packages(model):
        levels = ("low", "point", "high")
        expected = [sum(said_yes(model, package, world, level) for world in worlds) for level in levels]
        assert found[tuple(sorted(package.items()))] == pytest.approx(expected, abs=1e-3)


@given(models())
@settings(max_examples=40, deadline=None)
def test_the_point_lies_between_the_bounds(model: NegotiationModel) -> None:
    """lower <= point <= upper for every package, not only on average."""
    found = acceptability(model, draws=DRAWS, seed=5, threads=1)
    assert np.all(found.lower <= found.point)
    assert np.all(found.point <= found.upper)


@given(st.integers(1, 10**9))
def test_fewer_draws_are_taken_in_larger_spaces(space: int) -> None:
    """Between 500 and 10,000, and never more for a larger space."""
    assert 500 <= draws_that_fit(space) <= 10_000
    assert draws_that_fit(space * 2) <= draws_that_fit(space)
