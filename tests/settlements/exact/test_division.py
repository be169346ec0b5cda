"""Adjusted Winner on a model: what is divided, what is agreed, and where nothing can be divided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from zopa.settlements import (
    Interaction,
    Issue,
    NegotiationModel,
    Preference,
    Rule,
    frontier,
    read_model,
    settle,
    write_model,
)


def cake(**changes: object) -> NegotiationModel:
    """A cake that can be divided and a date that cannot; both want the cake, and nobody minds the napkins."""
    issues = (
        Issue("cake", ("a", "b"), divisible=True),
        Issue("napkins", ("red", "blue"), divisible=True),
        Issue("date", ("early", "late")),
    )
    first = {"cake": {"a": 3.0}, "napkins": {"red": 1.0}, "date": {"early": 5.0}}
    second = {"cake": {"b": 9.0}, "napkins": {"red": 2.0}, "date": {"late": 5.0}}
    preferences = (
        Preference("A", scores=first, reservation=(0.0, 0.0)),
        Preference("B", scores=second, reservation=(0.0, 0.0)),
    )
    return replace(NegotiationModel(("A", "B"), issues, preferences, ("A", "B")), **changes)


def test_what_both_want_and_what_cannot_be_divided() -> None:
    """One issue in dispute is halved in each party's own points; the others are named."""
    found = frontier(cake()).adjusted_winner
    assert found is not None
    assert found.utility == {"A": 50, "B": 50}
    assert found.shares == {"cake": {"A": 0.5, "B": 0.5}}
    assert (found.agreed, found.left_aside) == ({"napkins": "red"}, ("date",))
    assert settle(cake()).solutions.adjusted_winner == found


@pytest.mark.parametrize(
    "changes",
    [
        {"signatories": ("A",)},
        {"issues": (Issue("cake", ("a", "b")), Issue("napkins", ("red", "blue")), Issue("date", ("early", "late")))},
        {"rules": (Rule(never=(("cake", ("a",)), ("date", ("late",)))),)},
        {"interactions": (Interaction("A", (("cake", ("a",)), ("date", ("late",))), 1.0),)},
    ],
)
def test_where_nothing_can_be_divided(changes: dict[str, object]) -> None:
    """Other than two signatories, no divisible issue, and what ties a divisible issue to others."""
    assert frontier(cake(**changes)).adjusted_winner is None


def test_a_model_file_keeps_it(tmp_path: Path) -> None:
    """What is divisible is written to a MODEL file and read from it."""
    path = tmp_path / "cake.yaml"
    path.write_text(write_model(cake()), "utf-8")
    assert read_model(path) == cake()
