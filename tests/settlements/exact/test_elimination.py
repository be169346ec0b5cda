"""Rules and interactions: the steps reach every feasible package once, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.settlements.exact_models import packages, small_models

from zopa.errors import ModelError
from zopa.settlements import Interaction, Issue, NegotiationModel, Preference, Rule, frontier
from zopa.settlements.exact import elimination
from zopa.settlements.exact.elimination import plan_steps
from zopa.settlements.feasibility import conflicting_rules, feasible_package


def reached(model: NegotiationModel) -> int:
    """How many packages the steps lead to."""
    counts = {0: 1}
    for step in plan_steps(model, model.rules):
        after: dict[int, int] = {}
        for move in step.moves:
            after[move.after] = after.get(move.after, 0) + counts[move.before] * len(move.options)
        counts = after
    return sum(counts.values())


@settings(max_examples=60, deadline=None)
@given(small_models())
def test_the_steps_reach_every_feasible_package_once(model: NegotiationModel) -> None:
    """As many packages as full enumeration finds."""
    assert reached(model) == sum(1 for _ in packages(model))


@settings(max_examples=60, deadline=None)
@given(small_models())
def test_a_feasible_package_is_found_where_there_is_one(model: NegotiationModel) -> None:
    """The search agrees with enumeration, and conflicting rules are a smallest reason."""
    found = feasible_package(model.issues, model.rules)
    every = list(packages(model))
    assert (found is None) == (not every)
    assert found is None or found in every
    conflict = conflicting_rules(model.issues, model.rules)
    assert bool(conflict) == (not every)
    for left_out in conflict:
        fewer = [model.rules[k] for k in conflict if k != left_out]
        assert feasible_package(model.issues, fewer) is not None


def test_a_chain_of_rules_stays_cheap() -> None:
    """Thirty issues in a chain: two states at a time, though there are 2^30 packages."""
    issues = tuple(Issue(f"i{k}", ("yes", "no", "later")) for k in range(30))
    rules = tuple(Rule(if_=((f"i{k}", ("yes",)),), then=((f"i{k + 1}", ("yes",)),)) for k in range(29))
    steps = plan_steps(NegotiationModel(("A",), issues, (Preference("A"),), ("A",), rules=rules), rules)
    assert max(step.states for step in steps) == 2


def test_a_tangle_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many combinations to follow: an error that says so, not a program that never ends."""
    monkeypatch.setattr(elimination, "MOST_MOVES", 50)
    issues = tuple(Issue(f"i{k}", ("a", "b", "c")) for k in range(6))
    scores = {issue.id: {"a": 1.0} for issue in issues}
    whole = [tuple((issue.id, (option,)) for issue in issues) for option in "abc"]
    terms = tuple(Interaction("A", when, 1.0) for when in whole)
    pairs = tuple(
        Interaction("A", ((one.id, ("a",)), (two.id, ("b",))), 1.0) for one in issues for two in issues if one != two
    )
    model = NegotiationModel(("A",), issues, (Preference("A", scores=scores),), ("A",), interactions=terms + pairs)
    with pytest.raises(ModelError, match="tie too many issues"):
        frontier(model)
    assert len(frontier(replace(model, interactions=())).points) == 1
