"""Adjusted Winner on a model: the issues that can be divided, between the two parties that must say yes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.settlements.exact.adjusted_winner import adjusted_winner
from zopa.settlements.exact.central import central_model
from zopa.settlements.exact.grid import make_grid
from zopa.settlements.feasibility import issues_of
from zopa.settlements.further import AdjustedWinner

if TYPE_CHECKING:
    from zopa.settlements.model import Issue, NegotiationModel

    Worth = dict[str, dict[str, int]]

POINTS = 100


def divide(model: NegotiationModel) -> AdjustedWinner | None:
    """What Adjusted Winner gives each of two signatories, of an uncertain model at its central values.

    1. Winning a divisible issue means one's best option there, losing it the best option of the other. The points of
       an issue are what lies between the two, scaled so that each party's points sum to 100. Where both have one best
       option there is nothing to divide.
    2. Divide (``adjusted_winner``), in exact fractions.

    Only the division is looked at: neither reservation values nor red lines, and of the other issues nothing. None
    where other than two parties sign, no issue is in dispute and divisible, or a rule or interaction names a divisible
    issue: its parts would not add up.
    """
    names = tuple(dict.fromkeys((*model.signatories, *model.ratifiers)))
    issues = [issue for issue in model.issues if issue.divisible]
    if len(names) != 2 or not issues or _tied(model):
        return None
    wanted = [(issue, _wishes(names, _worth(model, names, issue))) for issue in issues]
    agreed = {issue.id: own[names[0]] for issue, (own, _) in wanted if own[names[0]] == own[names[1]]}
    disputed = [(issue.id, own, gap) for issue, (own, gap) in wanted if issue.id not in agreed]
    totals = {party: sum(gap[party] for _, _, gap in disputed) for party in names}
    if not all(totals.values()):
        return None
    points = {
        party: {issue: Fraction(POINTS * gap[party], totals[party]) for issue, _, gap in disputed} for party in names
    }
    division = adjusted_winner(points)
    return AdjustedWinner(
        utility={party: float(division.utility[party]) for party in names},
        shares={issue: {party: float(division.shares[party][issue]) for party in names} for issue, _, _ in disputed},
        options={issue: dict(own) for issue, own, _ in disputed},
        split=division.split,
        agreed=agreed,
        left_aside=tuple(issue.id for issue in model.issues if not issue.divisible),
    )


def _tied(model: NegotiationModel) -> bool:
    """Whether a rule or an interaction of a signatory names a divisible issue."""
    divisible = {issue.id for issue in model.issues if issue.divisible}
    signing = {*model.signatories, *model.ratifiers}
    named = {issue for rule in model.rules for issue in issues_of(rule)}
    named |= {issue for term in model.interactions if term.party in signing for issue, _ in term.when}
    return bool(divisible & named)


def _worth(model: NegotiationModel, names: tuple[str, ...], issue: Issue) -> Worth:
    """What each option of an issue adds to each party's utility, in whole numbers."""
    grid = make_grid(central_model(model))
    row = grid.values[model.issues.index(issue)]
    return {party: dict(zip(issue.options, row[model.parties.index(party)].tolist(), strict=True)) for party in names}


def _wishes(names: tuple[str, ...], worth: Worth) -> tuple[dict[str, str], dict[str, int]]:
    """Each party's best option of an issue, and what it loses where the other has its way.

    Of several best options the one that is best for the other; then by name.
    """
    one, other = names
    own = {}
    for party, against in ((one, other), (other, one)):
        options = sorted(worth[party])
        own[party] = max(options, key=lambda option: (worth[party][option], worth[against][option]))
    gap = {
        party: worth[party][own[party]] - worth[party][own[against]] for party, against in ((one, other), (other, one))
    }
    return own, gap
