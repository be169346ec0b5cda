"""Red lines that bind for certain, as rules on the packages all signatories can accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.settlements.model import RedLine, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.settlements.model import Claim, NegotiationModel


def certain_vetoes(model: NegotiationModel) -> tuple[Rule, ...]:
    """Rules that exclude what some signatory or ratifier refuses in every draw: vetoes of probability 1."""
    return tuple(rule for rules in vetoes_by_party(model).values() for rule in rules)


def vetoes_by_party(model: NegotiationModel) -> dict[str, tuple[Rule, ...]]:
    """The same for each of them that has any, in the model's order of parties."""
    if model.posture > 0:
        return {}
    signing = {*model.signatories, *model.ratifiers}
    found: dict[str, list[Rule]] = {party: [] for party in model.parties if party in signing}
    for line in model.red_lines:
        if line.p >= 1 and line.party in found:
            found[line.party].append(Rule(never=line.when))
    for claim in model.claims:
        if claim.alpha >= 1 and claim.veto >= 1 and claim.party in found:
            found[claim.party].extend(_rules_of(claim, model))
    return {party: tuple(rules) for party, rules in found.items() if rules}


def certain_red_lines(model: NegotiationModel) -> tuple[RedLine, ...]:
    """The same as red lines of those who refuse, for agreement rules that can do without some of them.

    An option that a party would have for certain only on a condition is left out.
    """
    if model.posture > 0:
        return ()
    lines = [line for line in model.red_lines if line.p >= 1]
    claims = [claim for claim in model.claims if claim.alpha >= 1 and claim.veto >= 1]
    refused = [(claim.party, rule.never) for claim in claims for rule in _rules_of(claim, model) if rule.never]
    return (*lines, *(RedLine(party, when) for party, when in refused))


def _rules_of(claim: Claim, model: NegotiationModel) -> Iterator[Rule]:
    here = ((claim.issue, (claim.option,)),)
    if claim.stance == "rejects":
        yield Rule(never=here)
    elif claim.stance == "conditions" and claim.unless:
        yield Rule(if_=here, then=claim.unless)
    elif claim.stance == "demands":
        issue = next(issue for issue in model.issues if issue.id == claim.issue)
        others = tuple(option for option in issue.options if option != claim.option)
        if others:
            yield Rule(never=((claim.issue, others),))
