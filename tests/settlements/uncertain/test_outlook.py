"""The outlook: a settlement's headline on fewer draws, and two of them compared draw by draw."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.settlements.uncertain_models import models

from zopa.errors import ModelError, UsageError
from zopa.settlements import Issue, NegotiationModel, Preference, RedLine, difference, outlook, settle

WAGE = Issue("wage", ("low", "middle", "high"))
HOURS = Issue("hours", ("short", "long"))


def dispute() -> NegotiationModel:
    """Two parties, two issues, one asserted red line on either side."""
    return NegotiationModel(
        parties=("Union", "Company"),
        issues=(WAGE, HOURS),
        preferences=(Preference("Union"), Preference("Company")),
        signatories=("Union", "Company"),
        red_lines=(
            RedLine("Union", (("wage", ("low",)),), 0.9, "said so"),
            RedLine("Company", (("wage", ("middle", "high")),), 0.9, "said so"),
        ),
        posture_range=(0.0, 0.6),
        reservation_range=(0.4, 0.6),
    )


@settings(max_examples=25)
@given(models())
def test_the_headline_is_that_of_a_settlement_with_the_same_draws(model: NegotiationModel) -> None:
    """Same package, probability, range and objections as ``settle`` finds with as many draws and the same seed."""
    full, quick = settle(model, draws=60, seed=3), outlook(model, draws=60, seed=3)
    if not full.exact:
        assert quick.headline == full.headline
    assert quick.space == full.space
    assert quick.feasible == full.feasible


def test_signatories_answer_apart_and_together() -> None:
    """Nobody's own probability is below that of all together, and each lies between 0 and 1."""
    found = outlook(dispute(), draws=400)
    assert set(found.accepts) == {"Union", "Company"}
    assert all(found.headline.point <= own.point <= 1 for own in found.accepts.values())
    assert found.exists.point >= found.headline.point


def test_red_lines_in_force_say_how_often_they_bind_and_whether_they_are_crossed() -> None:
    """Every stated red line of a signatory is listed, with its share of draws and whether the package crosses it."""
    found = outlook(dispute(), draws=2000)
    lines = {line.clause.id: line for line in found.red_lines}
    assert set(lines) == {"Company: wage=high", "Company: wage=middle", "Union: wage=low"}
    assert all(line.binds == pytest.approx(0.9, abs=0.03) for line in lines.values())
    assert sum(line.crossed for line in lines.values()) == 1, "whatever the wage is, one of the two refuses it"


@settings(max_examples=20)
@given(models(), st.integers(0, 3))
def test_nothing_changes_from_a_model_to_itself(model: NegotiationModel, seed: int) -> None:
    """The difference is exactly nothing, without any error: the draws are the same."""
    one, other = outlook(model, draws=40, seed=seed), outlook(model, draws=40, seed=seed)
    found = difference(one, other)
    assert (found.headline.point, found.headline.se, dict(found.changed)) == (0.0, 0.0, {})


def test_a_red_line_given_up_helps_with_a_small_paired_error() -> None:
    """The gain is measured draw by draw: its error is smaller than that of two separate runs."""
    before = outlook(dispute(), draws=2000)
    after = outlook(dispute(), draws=2000, relax=[("Company", "wage", "middle"), ("Company", "wage", "high")])
    found = difference(before, after)
    apart = (before.headline.se**2 + after.headline.se**2) ** 0.5
    assert found.headline.point > 0.1
    assert 0 < found.headline.se <= apart
    assert set(found.accepts) == {"Union", "Company"}


def test_one_more_signatory_never_helps() -> None:
    """Whoever else must say yes can only make a package less acceptable (on the same package and draws)."""
    model = replace(dispute(), parties=("Union", "Company", "Council"))
    alone = outlook(model, draws=1000)
    joined = outlook(replace(model, signatories=(*model.signatories, "Council")), draws=1000)
    assert difference(alone, joined).headline.point <= 0
    assert "Council" not in difference(alone, joined).accepts


def test_where_no_package_obeys_the_rules_there_is_no_headline() -> None:
    """Everything is 0 and nothing is chosen."""
    from zopa.settlements import Rule

    model = replace(dispute(), rules=tuple(Rule(never=(("hours", (hours,)),)) for hours in HOURS.options))
    found = outlook(model, draws=50)
    assert found.headline.package is None
    assert (found.feasible, found.headline.point, found.exists.point) == (0, 0.0, 0.0)
    assert difference(found, outlook(dispute(), draws=50)).changed == {}


def test_what_cannot_be_answered_is_said_in_one_line() -> None:
    """A space too large, a name not in the model, and outlooks on different draws."""
    issues = tuple(Issue(f"i{number}", ("a", "b")) for number in range(30))
    with pytest.raises(UsageError, match="too many to answer at once"):
        outlook(replace(dispute(), issues=issues, red_lines=()))
    with pytest.raises(ModelError, match="no party 'Nobody'"):
        outlook(dispute(), draws=10, relax=[("Nobody", "wage", "low")])
    with pytest.raises(UsageError, match="same draws"):
        difference(outlook(dispute(), draws=10), outlook(dispute(), draws=20))


def test_it_can_be_written_as_plain_data() -> None:
    """Keys as a page and a program read them."""
    found = outlook(dispute(), draws=50)
    assert found.as_dict()["red_lines"][0].keys() >= {"id", "party", "because", "binds", "crossed"}
    assert difference(found, found).as_dict() == {
        "headline": {"point": 0.0, "se": 0.0},
        "exists": {"point": 0.0, "se": 0.0},
        "accepts": {party: {"point": 0.0, "se": 0.0} for party in ("Union", "Company")},
        "changed": {},
    }
