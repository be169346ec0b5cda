"""Whether any package keeps all rules, which options no such package contains, and which rules are to blame.

Exact. A rule is rewritten as *nogoods*: combinations that no package may contain. Only issues that a rule touches are
searched; the product of the options is never enumerated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case.case import Rule

Domains = dict[str, frozenset[str]]
"""Issue id to the option ids still possible."""

Nogood = dict[str, frozenset[str]]
"""A package that has, on every issue named, one of the options named, is infeasible."""


def nogoods(rule: Rule, options: Mapping[str, frozenset[str]]) -> tuple[Nogood, ...]:
    """A rule as nogoods: 'if A then B' forbids A together with each option outside B, issue by issue."""
    if rule.never:
        return ({issue: frozenset(listed) for issue, listed in rule.never.items()},)
    condition = {issue: frozenset(listed) for issue, listed in rule.if_.items()}
    found = []
    for issue, listed in rule.then.items():
        outside = condition.get(issue, options[issue]) & (options[issue] - frozenset(listed))
        if outside:
            found.append({**condition, issue: outside})
    return tuple(found)


def solve(forbidden: Sequence[Nogood], domains: Domains) -> Domains | None:
    """Domains from which any choice keeps all nogoods, or None where no package does.

    Steps: 1. propagate: a nogood all of whose issues but one are sure to match strikes its options from that one;
    2. stop with None at an empty domain, with the domains once no nogood can match any more; 3. otherwise split on an
    issue of a nogood that can still match, options inside the nogood against options outside it, and recurse.
    Worst case exponential in the number of issues that rules touch; linear where rules form no cycles in practice.
    """
    domains = dict(domains)
    if not _propagate(forbidden, domains):
        return None
    for nogood in forbidden:
        if all(domains[issue] & listed for issue, listed in nogood.items()):
            issue = next(issue for issue, listed in nogood.items() if not domains[issue] <= listed)
            outside = {**domains, issue: domains[issue] - nogood[issue]}
            inside = {**domains, issue: domains[issue] & nogood[issue]}
            return solve(forbidden, outside) or solve(forbidden, inside)
    return domains


def _propagate(forbidden: Sequence[Nogood], domains: Domains) -> bool:
    """Strike options until nothing changes; False once a domain is empty."""
    changed = True
    while changed:
        changed = False
        for nogood in forbidden:
            if not all(domains[issue] & listed for issue, listed in nogood.items()):
                continue
            open_issues = [issue for issue, listed in nogood.items() if not domains[issue] <= listed]
            if not open_issues:
                return False
            if len(open_issues) == 1:
                domains[open_issues[0]] -= nogood[open_issues[0]]
                changed = True
    return True


def blamed(rules: Sequence[Rule], domains: Domains) -> list[int]:
    """Indexes of rules that together leave no package in ``domains``; without any one of them a package is left.

    Rules are dropped one by one for as long as the rest still leaves none (deletion filter); one solve a rule. Empty
    where the rules leave a package.
    """
    by_rule = [nogoods(rule, domains) for rule in rules]
    kept = list(range(len(rules)))
    if solve(_joined(by_rule, kept), domains) is not None:
        return []
    for index in range(len(rules)):
        without = [other for other in kept if other != index]
        if solve(_joined(by_rule, without), domains) is None:
            kept = without
    return kept


def excluded(rules: Sequence[Rule], domains: Domains) -> list[tuple[str, str]]:
    """(issue, option) pairs no package that keeps the rules contains; none are returned where there is no package."""
    forbidden = [nogood for rule in rules for nogood in nogoods(rule, domains)]
    witness = solve(forbidden, domains)
    if witness is None:
        return []
    touched = {issue for nogood in forbidden for issue in nogood}
    seen = {(issue, option) for issue in touched for option in witness[issue]}
    found = []
    for issue in (issue for issue in domains if issue in touched):
        for option in sorted(domains[issue] - {option for other, option in seen if other == issue}):
            witness = solve(forbidden, {**domains, issue: frozenset({option})})
            if witness is None:
                found.append((issue, option))
            else:
                seen |= {(other, choice) for other in touched for choice in witness[other]}
    return found


def _joined(by_rule: Sequence[tuple[Nogood, ...]], kept: Sequence[int]) -> list[Nogood]:
    return [nogood for index in kept for nogood in by_rule[index]]
