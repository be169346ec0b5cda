"""The count of a whole space says the same as answering package by package, whatever short cut it takes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from tests.settlements.uncertain_models import models

from zopa.settlements import Claim, Interaction, Issue, NegotiationModel, Preference, RedLine, Rule
from zopa.settlements.uncertain import comparing, halves
from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.draws import Assumptions, draw
from zopa.settlements.uncertain.engine import engine_of, lower_levels, point_levels, upper_levels
from zopa.settlements.uncertain.streams import Streams
from zopa.settlements.uncertain.verdicts import agreed

LEVELS = {"lower": lower_levels, "point": point_levels, "upper": upper_levels}


def both_ways(model: NegotiationModel, level: str, draws: int, posture: float = 0.0) -> None:
    """Compare the counts of all packages, and in which draws there is one."""
    engine = engine_of(model)
    levels = LEVELS[level](engine, draw(model, engine.layout, Streams(2, draws)), Assumptions(posture, 0.02))
    tally = count_accepted(engine, levels)
    answers = agreed(engine, levels, engine.halves.choices(np.arange(np.prod(engine.halves.shape))))
    if engine.halves.forbidden is not None:
        answers &= ~engine.halves.forbidden.ravel()
    assert np.array_equal(tally.counts.ravel(), answers.sum(axis=0))
    assert np.array_equal(tally.exists, answers.any(axis=1))


def six_issues() -> NegotiationModel:
    """Three parties, six issues of three options, with what can tie them together."""
    issues = tuple(Issue(f"i{k}", ("a", "b", "c")) for k in range(6))
    claims = [("A", "i0", "a", "demands", 1.0), ("B", "i0", "a", "rejects", 0.5), ("B", "i1", "b", "accepts", 0.0),
              ("C", "i2", "c", "rejects", 1.0), ("A", "i3", "a", "offers", 0.0)]  # fmt: skip
    return NegotiationModel(
        parties=("A", "B", "C"),
        issues=issues,
        preferences=tuple(Preference(party) for party in "ABC"),
        signatories=("A", "B", "C"),
        claims=tuple(
            Claim(f"o{k}", 0.6, party, issue, option, stance, veto)
            for k, (party, issue, option, stance, veto) in enumerate(claims)
        ),
        red_lines=(RedLine("C", (("i4", ("a",)), ("i5", ("b",))), 0.5),),
        rules=(Rule(if_=(("i0", ("b",)),), then=(("i5", ("a", "c")),)),),
        interactions=(Interaction("A", (("i1", ("a",)), ("i4", ("c",))), 0.2),),
    )


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("steps", [65_533, 7])
@pytest.mark.parametrize(("width", "group"), [(400, 8.0), (9, 8.0), (27, 0.0)])
def test_counts_are_those_of_every_package(
    monkeypatch: pytest.MonkeyPatch, level: str, steps: int, width: int, group: float
) -> None:
    """However the space is split, and however coarse the short numbers are that needs are compared in."""
    monkeypatch.setattr(comparing, "STEPS", steps)
    monkeypatch.setattr(halves, "WIDTH", width)
    monkeypatch.setattr(halves, "LARGEST_GROUP", group)
    both_ways(six_issues(), level, 70)
    both_ways(replace(six_issues(), interactions=(), rules=()), level, 40, posture=0.4)


@given(models())
@settings(max_examples=40, deadline=None)
def test_counts_of_any_small_model(model: NegotiationModel) -> None:
    """Agreement rules, interactions, conditions and all."""
    both_ways(model, "point", 12)
