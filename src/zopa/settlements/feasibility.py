"""Is there a package that satisfies every rule? Exact, by search over the issues that rules speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.settlements.model import Issue, Rule, When

Package = dict[str, str]


def matches(when: When, package: Mapping[str, str]) -> bool:
    """Whether a package fits a partial description; an empty description fits every package."""
    return all(package[issue] in options for issue, options in when)


def allowed(rule: Rule, package: Mapping[str, str]) -> bool:
    """Whether a package satisfies one rule."""
    if rule.never:
        return not matches(rule.never, package)
    return not matches(rule.if_, package) or matches(rule.then, package)


def issues_of(rule: Rule) -> tuple[str, ...]:
    """The issues a rule speaks of, each once."""
    return tuple(dict.fromkeys(issue for part in (rule.if_, rule.then, rule.never) for issue, _ in part))


def feasible_package(issues: Sequence[Issue], rules: Sequence[Rule]) -> Package | None:
    """A package that satisfies every rule, or None where there is none.

    1. Only issues that rules speak of are searched, the most spoken of first; the rest take their first option.
    2. A rule is checked as soon as all its issues have an option (backtracking search).

    Exponential in the number of issues in rules at worst; negotiations have few.
    """
    mentions = {issue.id: sum(issue.id in issues_of(rule) for rule in rules) for issue in issues}
    order = sorted((issue for issue in issues if mentions[issue.id]), key=lambda issue: -mentions[issue.id])
    place = {issue.id: k for k, issue in enumerate(order)}
    due: list[list[Rule]] = [[] for _ in order]
    for rule in rules:
        if issues_of(rule):
            due[max(place[issue] for issue in issues_of(rule))].append(rule)
    chosen = _extend(order, due, {})
    return None if chosen is None else {issue.id: chosen.get(issue.id, issue.options[0]) for issue in issues}


def conflicting_rules(issues: Sequence[Issue], rules: Sequence[Rule]) -> tuple[int, ...]:
    """Indices of rules that together leave no package while any fewer of them would; () where all can hold.

    Deletion filter: drop each rule in turn, and keep it out while the rest still leave no package.
    """
    if feasible_package(issues, rules) is not None:
        return ()
    kept = list(range(len(rules)))
    for index in range(len(rules)):
        without = [k for k in kept if k != index]
        if feasible_package(issues, [rules[k] for k in without]) is None:
            kept = without
    return tuple(kept)


def _extend(order: Sequence[Issue], due: Sequence[Sequence[Rule]], package: Package) -> Package | None:
    depth = len(package)
    if depth == len(order):
        return package
    for option in order[depth].options:
        longer = {**package, order[depth].id: option}
        if all(allowed(rule, longer) for rule in due[depth]):
            found = _extend(order, due, longer)
            if found is not None:
                return found
    return None
