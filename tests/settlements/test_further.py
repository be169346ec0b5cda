"""Formats, pairs of concessions, questions about cells, robust packages and weights, on models one can see through."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from tests.settlements.test_settle import two_sides
from tests.settlements.uncertain_models import models

from zopa.settlements import Issue, NegotiationModel, Preference, RedLine, settle
from zopa.settlements.model import Agreement, Claim

LAND = Issue("land", ("cede", "keep"))


def wants(party: str, cede: float, keep: float) -> Preference:
    """A party that cares about land only."""
    values = {"land": {"cede": (cede, cede), "keep": (keep, keep)}}
    return Preference(party, weights={"land": 1.0}, values=values)


def test_two_refusals_that_help_only_together() -> None:
    """A and B both refuse the only good package: each alone gains nothing, both together gain everything."""
    model = NegotiationModel(
        ("A", "B"), (LAND,), (wants("A", 1, 0), wants("B", 1, 0)), ("A", "B"),
        red_lines=(RedLine("A", (("land", ("cede",)),)), RedLine("B", (("land", ("cede",)),))),
    )  # fmt: skip
    found = settle(model)
    assert [entry.gain for entry in found.concessions] == [0.0, 0.0]
    (pair,) = found.paired_concessions
    assert (pair.gain, pair.beyond, pair.parties) == (1.0, 1.0, ("A", "B"))
    assert pair.package == {"land": "cede"}
    assert set(pair.cost) == {"A", "B"}


def test_concessions_on_every_issue_on_request() -> None:
    """By default only stated refusals are offered as concessions; on request every option a party has not refused."""
    few, many = (settle(two_sides(), draws=400, every_issue=asked).concessions for asked in (False, True))
    assert {entry.clause for entry in few} == {"B: land=cede"}
    added = {entry.clause for entry in many} - {entry.clause for entry in few}
    expected = {f"{party}: would have {cell}" for party in "AB"
                for cell in ("land=cede", "land=keep", "peace=now", "peace=later")}  # fmt: skip
    assert added == expected - {"B: would have land=cede"}
    assert max(entry.gain for entry in many) >= max(entry.gain for entry in few)


def test_questions_with_the_same_words_stay_apart() -> None:
    """Two origins of the same thing ask the same; their origins and statements tell them apart."""
    twice = Claim("second", 0.4, "B", "land", "cede", "rejects", veto=1.0, statements=("s9",))
    found = settle(two_sides(claims=(*two_sides().claims, twice)), draws=400).questions
    same = [entry for entry in found if entry.ask == "Does B really reject land = cede?"]
    assert {(entry.origin, entry.statements) for entry in same} == {("b", ("s2",)), ("second", ("s9",))}
    assert {entry.as_dict()["origin"] for entry in same} == {"b", "second"}


def test_a_cell_nobody_has_spoken_of_can_be_worth_asking_about() -> None:
    """Whether B would have the land ceded decides everything, and nobody has asked: P = 1/2, worth about 1/4."""
    other = Issue("sea", ("open", "shut"))
    silent = Preference("B", weights={"land": 1.0}, values={"land": {"keep": (0.5, 0.5)}})
    either = Preference("A", weights={"land": 1.0}, values={"land": {"cede": (1.0, 1.0), "keep": (0.0, 1.0)}})
    model = NegotiationModel(("A", "B"), (LAND, other), (either, silent), ("A", "B"))
    found = {entry.ask: entry for entry in settle(model, draws=4000).questions}
    asked = found["Would B have land = cede?"]
    assert asked.evppi == pytest.approx(0.25, abs=4 * asked.se + 0.02)
    assert asked.statements == ()


def test_formats_of_three_parties() -> None:
    """C alone wants the land kept: without C there is a deal, and A and B would find it before asking C."""
    model = NegotiationModel(
        ("A", "B", "C"), (LAND,), (wants("A", 1, 0), wants("B", 1, 0), wants("C", 0, 1)), ("A", "B", "C")
    )  # fmt: skip
    formats = {(entry.kind, entry.parties): entry for entry in settle(model).formats}
    assert formats["without", ("C",)].change == 1.0
    assert formats["without", ("C",)].others == {"C": 0.0}
    assert formats["without", ("A",)].change == 0.0
    bilateral = formats["bilateral", ("A", "B")]
    assert (bilateral.point, bilateral.package, bilateral.others) == (1.0, {"land": "cede"}, {"C": 0.0})
    assert {kind for kind, _ in formats} == {"without", "bilateral", "proposer", "mediator"}


def test_a_party_more_at_the_table() -> None:
    """A party of the model that need not sign is tried as one that must; it never helps."""
    parties = (wants("A", 1, 0), wants("B", 1, 0), wants("C", 0, 1))
    model = NegotiationModel(("A", "B", "C"), (LAND,), parties, ("A", "B"))
    (added,) = [entry for entry in settle(model).formats if entry.kind == "with"]
    assert (added.parties, added.point, added.change) == (("C",), 0.0, -1.0)


@given(models(whole=True))
@settings(max_examples=15, deadline=None)
def test_fewer_who_must_agree_never_hurt(model: NegotiationModel) -> None:
    """Without a signatory the best package is agreed to no less often, within what choosing by halves can miss."""
    found = settle(model, draws=60, threads=1)
    for entry in found.formats:
        assert 0 <= entry.point <= 1
        if entry.kind == "without" and found.headline.point == 1:
            assert entry.point == 1
        if entry.kind in ("proposer", "mediator"):
            assert entry.point <= max(1.0, found.zopa.exists.point)


def test_what_must_be_true_of_weights() -> None:
    """A is offered peace and denied land: it accepts exactly where peace weighs at least one half."""
    values = {"land": {"cede": (0.0, 0.0), "keep": (0.0, 0.0)}, "peace": {"now": (1.0, 1.0), "later": (0.0, 0.0)}}
    model = NegotiationModel(
        ("A",), (LAND, Issue("peace", ("now", "later"))), (Preference("A", values=values),), ("A",)
    )  # fmt: skip
    found = settle(model, draws=4000)
    given_, mean = ({entry.issue: value(entry) for entry in found.central_weights}
                    for value in (lambda e: e.given, lambda e: e.mean))  # fmt: skip
    assert found.headline.point == pytest.approx(0.5, abs=0.05)
    assert mean["peace"] == pytest.approx(0.5, abs=0.02)
    assert given_["peace"] == pytest.approx(0.75, abs=0.02)


def test_robust_packages_of_an_exact_model_are_nash_and_the_fair_one() -> None:
    """With one draw the mean product of gains is the Nash product; regret is what the worst-off could still gain."""
    scores = {"A": {"x": 10, "y": 6, "z": 0}, "B": {"x": 1, "y": 6, "z": 9}}
    model = NegotiationModel(
        ("A", "B"), (Issue("deal", ("x", "y", "z")),),
        tuple(Preference(party, scores={"deal": mine}, reservation=(0.0, 0.0)) for party, mine in scores.items()),
        ("A", "B"),
    )  # fmt: skip
    found = settle(model).robust
    assert found.nash is not None
    assert found.regret is not None
    assert (found.nash.package, found.nash.score) == ({"deal": "y"}, 36.0)
    assert (found.regret.package, found.regret.score) == ({"deal": "y"}, 4.0)


def test_solution_points_where_two_of_three_suffice() -> None:
    """Under an agreement rule the solution points are those among packages that enough accept, by brute force."""
    rng = np.random.default_rng(4)
    issues = tuple(Issue(f"i{k}", ("a", "b", "c")) for k in range(3))
    table = {party: rng.integers(0, 9, (3, 3)) for party in "ABC"}
    preferences = tuple(
        Preference(party, reservation=(13.0, 13.0), scores={
            issue.id: dict(zip(issue.options, map(float, row), strict=True))
            for issue, row in zip(issues, rows, strict=True)
        })
        for party, rows in table.items()
    )  # fmt: skip
    model = NegotiationModel(("A", "B", "C"), issues, preferences, ("A", "B", "C"), agreement=Agreement(2))
    level = {chosen: [sum(int(rows[j][k]) for j, k in enumerate(chosen)) for rows in table.values()]
             for chosen in product(range(3), repeat=3)}  # fmt: skip
    agreed = [values for values in level.values() if sum(value >= 13 for value in values) >= 2]
    best = settle(model).solutions.utilitarian
    assert best is not None
    assert sum(best.utility.values()) == max(sum(values) for values in agreed)
    everybody = settle(replace(model, agreement=Agreement())).solutions.utilitarian
    assert everybody is None or sum(everybody.utility.values()) <= sum(best.utility.values())
