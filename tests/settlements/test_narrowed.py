"""The headline alone is the headline of a whole settlement, and so is that of what some terms leave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.settlements.uncertain_models import models

from zopa.settlements import Claim, Issue, NegotiationModel, Preference, Rule, settle
from zopa.settlements.narrowed import headline_of, headlines_within, with_terms

WAGE, HOURS = Issue("wage", ("2", "5", "8")), Issue("hours", ("short", "long"))
PAIR = NegotiationModel(
    parties=("Union", "Firm"),
    issues=(WAGE, HOURS),
    preferences=(Preference("Union"), Preference("Firm")),
    signatories=("Union", "Firm"),
    claims=(
        Claim("o1", 0.8, "Union", "wage", "2", "rejects", 0.7),
        Claim("o2", 0.6, "Firm", "wage", "8", "rejects", 0.7),
        Claim("o3", 0.7, "Firm", "hours", "long", "demands"),
    ),
    rules=(Rule(never=(("wage", ("8",)), ("hours", ("short",)))),),
)
EXACT = replace(
    PAIR,
    preferences=tuple(Preference(party, scores={"wage": {"2": 1, "5": 4, "8": 6}}) for party in ("Union", "Firm")),
    claims=(),
    hidden_red_line=0.0,
)


@given(models(), st.sampled_from([2, 41, 640]))
@settings(max_examples=20, deadline=None)
def test_the_headline_alone(model: NegotiationModel, draws: int) -> None:
    """The same figure and the same error as ``settle`` gives from those draws, whatever the model."""
    found, whole = headline_of(model, draws=draws, seed=3), settle(model, draws=draws, seed=3, top=1)
    if not whole.feasible:
        assert found is None
    else:
        assert found is not None
        assert (found.point, found.se) == (whole.headline.point, whole.headline.se)


@given(models(), st.data(), st.sampled_from([1, 2, 60, 601]))
@settings(max_examples=20, deadline=None)
def test_what_some_terms_leave(model: NegotiationModel, data: st.DataObject, draws: int) -> None:
    """Package, figures and what stands in the way are those of the model in which other packages break a rule."""
    terms = [
        {issue.id: data.draw(st.sampled_from(issue.options)) for issue in model.issues[:count]} for count in (0, 1)
    ]
    for some, found in zip(terms, headlines_within(model, terms, draws=draws, seed=2), strict=True):
        whole = settle(with_terms(model, some), draws=draws, seed=2, top=1)
        if not whole.feasible:
            assert found is None
            continue
        assert found is not None
        assert whole.headline.detail is not None
        assert found.package == whole.headline.package
        assert (found.headline.point, found.headline.se) == (whole.headline.point, whole.headline.se)
        assert found.exists == whole.zopa.exists
        assert found.objections == whole.headline.detail.objections


def test_terms_that_break_a_rule_leave_nothing() -> None:
    """A package on the table that the rules forbid has no figure."""
    broken = {"wage": "8", "hours": "short"}
    assert headlines_within(PAIR, [broken, {"wage": "5"}], draws=200, seed=1)[0] is None
    assert headline_of(with_terms(PAIR, broken), draws=200, seed=1) is None


@pytest.mark.parametrize("model", [PAIR, EXACT], ids=["sampled", "exact"])
def test_terms_are_kept(model: NegotiationModel) -> None:
    """Every issue that terms name is settled so; a model without chance is asked as it is."""
    found = headlines_within(model, [{"hours": "long"}, {"wage": "5", "hours": "short"}], draws=300, seed=1)
    packages = [None if one is None else one.package for one in found]
    assert packages[0] is not None
    assert packages[0]["hours"] == "long"
    assert packages[1] == {"wage": "5", "hours": "short"}
    assert headlines_within(model, [], draws=300, seed=1) == []
