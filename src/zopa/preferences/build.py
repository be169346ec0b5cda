"""From positions to a negotiation model: the joint between words and mathematics.

Follows docs/explanation/mathematics.md: origins, evidence weight and succession here; bands, posture and the point
layer in the draws of ``settlements``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from zopa.positions import find_origins, standing_evidence
from zopa.preferences.leverage import reservation_of
from zopa.preferences.weights import weight_of
from zopa.settlements import Claim, Issue, NegotiationModel, Preference, RedLine, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from zopa.case.case import Case, Settings
    from zopa.case.case import Issue as CaseIssue
    from zopa.positions import Evidence, Origin, Position
    from zopa.settlements import When

STRENGTH_ORDER = {"red_line": 2, "firm": 1, "soft": 0}


def build_model(case: Case, evidence: Sequence[Evidence], as_of: date) -> NegotiationModel:
    """The negotiation as the evidence up to a day describes it.

    1. Only counted positions on substantive issues, said by that day and not replaced by the party's own later words.
    2. Statements of one origin become one claim, at the strongest weight among them.
    3. What the analyst asserts (red lines, rules, stakes, order, who signs) is taken over from the case; an ordered
       issue of which a party demands one end gets values that rise or fall along its scale.
    4. A party's reservation value is the band that holds on that day (``leverage`` and ``events`` of the case).

    What no statement supports is left open: a party of which nothing is known has the full band everywhere.
    """
    coded = [found for found in evidence if _is_usable(found.position, case)]
    standing, _ = standing_evidence(coded, case, as_of)
    claims = tuple(_claim(origin, case, as_of) for origin in find_origins(standing, case))
    issues = case.substantive
    settings = case.settings
    return NegotiationModel(
        parties=tuple(party.id for party in case.parties),
        issues=tuple(_issue(issue) for issue in issues),
        preferences=tuple(_preference(party.id, case, claims, as_of) for party in case.parties),
        signatories=case.signatories,
        ratifiers=case.ratifiers,
        rules=_rules(case),
        red_lines=_red_lines(case),
        claims=claims,
        hidden_red_line=settings.hidden_red_line,
        posture=settings.posture,
        hidden_red_line_range=settings.hidden_red_line_range,
        posture_range=settings.posture_range,
        reservation_range=settings.reservation_range,
    )


def _is_usable(position: Position, case: Case) -> bool:
    """Whether a position is about a party, an issue and an option that packages of this case have."""
    if position.party not in {party.id for party in case.parties}:
        return False
    return any(
        issue.id == position.issue and any(option.id == position.option for option in issue.options)
        for issue in case.substantive
    )


def _claim(origin: Origin, case: Case, as_of: date) -> Claim:
    """One claim for one origin: the strongest of its pieces of evidence speaks for all of them."""
    weighed = [(weight_of(found, case, as_of), found.position) for found in origin.evidence]
    alpha, position = max(weighed, key=lambda pair: (pair[0], STRENGTH_ORDER[pair[1].strength]))
    unless = _unless(position, case)
    return Claim(
        origin=origin.key,
        alpha=alpha,
        party=origin.party,
        issue=origin.issue,
        option=origin.option,
        stance=position.stance,
        veto=_veto(position, unless, case.settings),
        unless=unless,
        statements=tuple(dict.fromkeys(found.statement.id for found in origin.evidence)),
    )


def _veto(position: Position, unless: When, settings: Settings) -> float:
    """The chance that a position also vetoes while it holds (mathematics, the table of step 4)."""
    if position.stance == "demands":
        return 1.0 if position.strength == "red_line" else 0.0
    if position.stance == "rejects":
        return {"red_line": 1.0, "firm": settings.kappa, "soft": 0.0}[position.strength]
    return 1.0 if position.stance == "conditions" and unless else 0.0


def _unless(position: Position, case: Case) -> When:
    """The partial package a condition means; empty where it is only known in words or not about packages."""
    if position.stance != "conditions" or position.condition is None:
        return ()
    when = tuple((issue, (option,)) for issue, option in position.condition.package)
    return when if _about_packages(when, case) else ()


def _about_packages(when: Iterable[tuple[str, Sequence[str]]], case: Case) -> bool:
    """Whether a partial description names only issues and options that packages have."""
    options = {issue.id: {option.id for option in issue.options} for issue in case.substantive}
    return all(issue in options and set(names) <= options[issue] for issue, names in when)


def _issue(issue: CaseIssue) -> Issue:
    values = tuple(option.value for option in issue.options if option.value is not None)
    scale = values if len(values) == len(issue.options) else None
    return Issue(issue.id, tuple(option.id for option in issue.options), scale, issue.unit, issue.divisible)


def _preference(party: str, case: Case, claims: Iterable[Claim], as_of: date) -> Preference:
    """What the case says of one party beside its statements."""
    substantive = {issue.id for issue in case.substantive}
    stakes = tuple(issue for issue in case.stakes.get(party, ()) if issue in substantive)
    order = tuple(issue for issue in case.order.get(party, ()) if issue in substantive)
    return Preference(
        party=party,
        order=order or None,
        stakes=stakes or None,
        monotone=_monotone(party, case, claims),
        reservation=reservation_of(party, case, as_of).band,
    )


def _monotone(party: str, case: Case, claims: Iterable[Claim]) -> dict[str, Literal[1, -1]]:
    """Ordered issues of which the party demands one end, and which: 1 the upper, -1 the lower."""
    demanded = [claim for claim in claims if claim.party == party and claim.stance == "demands"]
    found: dict[str, Literal[1, -1]] = {}
    for issue in case.substantive:
        if not issue.ordered:
            continue
        by_place = sorted(issue.options, key=lambda option: option.value or 0.0)
        wanted = {claim.option for claim in demanded if claim.issue == issue.id}
        upper, lower = by_place[-1].id in wanted, by_place[0].id in wanted
        if upper != lower:
            found[issue.id] = 1 if upper else -1
    return found


def _when(content: Mapping[str, Sequence[str]]) -> When:
    return tuple((issue, tuple(options)) for issue, options in content.items())


def _rules(case: Case) -> tuple[Rule, ...]:
    """The case's logical rules; one that names an issue outside packages binds no package."""
    rules = (Rule(_when(rule.if_), _when(rule.then), _when(rule.never)) for rule in case.rules)
    return tuple(rule for rule in rules if _about_packages((*rule.if_, *rule.then, *rule.never), case))


def _red_lines(case: Case) -> tuple[RedLine, ...]:
    """The red lines the analyst asserts, each with its reason."""
    return tuple(
        RedLine(line.party, _when(line.when), line.p, line.reason)
        for line in case.red_lines
        if _about_packages(line.when.items(), case)
    )
