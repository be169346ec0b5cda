"""Where fewer than all signatories are enough: agreements and solution points against looking at every package."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.settlements.exact_models import Vector, packages, scored, small_models, utility

from zopa.settlements import Agreement, NegotiationModel, RedLine, frontier, settle
from zopa.settlements.exact.solutions import SOLUTIONS
from zopa.settlements.feasibility import matches


def agreements(model: NegotiationModel) -> dict[Vector, int]:
    """Utilities of the agreements that no other agreement dominates, and how many agreements have them."""
    worth = {preference.party: Fraction(str(preference.reservation[0])) for preference in model.preferences}
    counted: Counter[Vector] = Counter()
    for package in packages(model):
        vector = utility(model, package)
        refusing = {line.party for line in model.red_lines if line.p >= 1 and matches(line.when, package)}
        content = {p for p, u in zip(model.parties, vector, strict=True) if u >= worth[p]} - refusing
        yes = content & set(model.signatories)
        if len(yes) >= (model.agreement.at_least or 0) and set(model.agreement.always) <= yes:
            counted[vector] += 1
    return {
        vector: ties
        for vector, ties in counted.items()
        if not any(other != vector and all(a >= b for a, b in zip(other, vector, strict=True)) for other in counted)
    }


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_agrees_with_looking_at_every_package(model: NegotiationModel, data: st.DataObject) -> None:
    """The number of undominated agreements, and for each solution its score and how many packages share it."""
    at_least = data.draw(st.integers(1, len(model.parties)))
    always = tuple(data.draw(st.lists(st.sampled_from(model.parties), max_size=at_least, unique=True)))
    model = replace(model, agreement=Agreement(at_least, always))
    found, expected = frontier(model), agreements(model)
    assert found.agreements == len(expected)
    if not expected:
        assert found.nash is None
        return
    vectors = list(expected)
    utilities = np.array([[float(u) for u in vector] for vector in vectors])
    gains = utilities - np.array([p.reservation[0] for p in model.preferences])
    for name, mark in SOLUTIONS.items():
        tied = np.flatnonzero(mark(gains, gains.max(axis=0), utilities))
        point = getattr(found, name)
        assert point.ties == sum(expected[vectors[k]] for k in tied)
        assert list(point.utility.values()) in [pytest.approx(utilities[k].tolist()) for k in tied]
        assert [float(u) for u in utility(model, point.package)] == pytest.approx(list(point.utility.values()))


THREE = {
    "A": {"deal": {"x": 10, "y": 0, "z": 4}},
    "B": {"deal": {"x": 9, "y": 0, "z": 4}},
    "C": {"deal": {"x": 0, "y": 9, "z": 4}},
}


@pytest.mark.parametrize(
    ("agreement", "nash", "count"),
    [
        (Agreement(), "z", 1),
        (Agreement(2), "z", 2),
        (Agreement(1, ("C",)), "z", 2),
        (Agreement(2, ("C",)), "z", 1),
    ],
)
def test_two_of_three(agreement: Agreement, nash: str, count: int) -> None:
    """x suits A and B, y suits C alone, z everybody; how many of them are agreements follows the rule."""
    model = replace(scored(THREE, dict.fromkeys("ABC", 3.0)), agreement=agreement)
    found = frontier(model)
    assert found.nash is not None
    assert (found.nash.package["deal"], found.agreements) == (nash, count)
    assert found.no_deal == {"A": 3.0, "B": 3.0, "C": 3.0}
    assert found.as_dict()["agreement"] == {
        "at_least": agreement.at_least or 3,
        "of": ["A", "B", "C"],
        "always": list(agreement.always),
    }


def test_what_one_refuses_the_others_may_agree() -> None:
    """A red line of C against z leaves it to A and B, who are enough; C must say yes: then nothing is left but y."""
    refused = (RedLine("C", (("deal", ("z",)),)),)
    model = replace(scored(THREE, dict.fromkeys("ABC", 3.0)), red_lines=refused, agreement=Agreement(2))
    assert frontier(model).agreements == 2
    assert frontier(replace(model, agreement=Agreement(2, ("C",)))).nash is None


@settings(max_examples=40, deadline=None)
@given(small_models(3), st.data())
def test_settle_and_frontier_say_the_same(model: NegotiationModel, data: st.DataObject) -> None:
    """The solution points of both commands are worth the same to everybody who signs."""
    model = replace(
        model, agreement=Agreement(data.draw(st.integers(1, len(model.parties)))),
        red_lines=tuple(line for line in model.red_lines if line.p >= 1),
    )  # fmt: skip
    listed, searched = settle(model).solutions, frontier(model)
    for name in ("egalitarian", "utilitarian", "kalai_smorodinsky"):
        left, right = getattr(listed, name), getattr(searched, name)
        assert (left is None) == (right is None)
        if left is not None and name == "utilitarian":
            assert sum(left.utility.values()) == pytest.approx(sum(right.utility.values()))
        elif left is not None and name == "egalitarian":
            worth = {p.party: p.reservation[0] for p in model.preferences}
            gains = [sorted(point.utility[p] - worth[p] for p in model.parties) for point in (left, right)]
            assert gains[0] == pytest.approx(gains[1])
