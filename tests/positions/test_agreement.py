"""Cohen's kappa against known answers."""

from __future__ import annotations

import pytest

from zopa.positions.agreement import agreement


@pytest.mark.parametrize(
    ("decisions", "observed", "kappa"),
    [
        ([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15, 0.7, 0.4),
        ([("yes", "yes"), ("no", "no")], 1.0, 1.0),
        ([("yes", "no"), ("no", "yes")], 0.0, -1.0),
        ([("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")], 0.5, 0.0),
    ],
    ids=["textbook, 50 proposals", "full", "opposite", "chance"],
)
def test_kappa_of_known_tables(decisions: list[tuple[str, str]], observed: float, kappa: float) -> None:
    """Tables whose kappa is worked out by hand."""
    found = agreement("Ana", "Ben", decisions)
    assert found.observed == pytest.approx(observed)
    assert found.kappa == pytest.approx(kappa)


@pytest.mark.parametrize("decisions", [[], [("yes", "yes")] * 5], ids=["nothing in common", "always the same"])
def test_kappa_is_unknown_where_chance_explains_everything(decisions: list[tuple[str, str]]) -> None:
    """No number is better than one that divides by nothing."""
    assert agreement("Ana", "Ben", decisions).kappa is None
