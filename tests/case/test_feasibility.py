"""Feasibility against plain enumeration."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.case.case import Rule
from zopa.case.feasibility import Domains, blamed, excluded, nogoods, solve

OPTIONS = ("a", "b", "c")
ISSUES = ("p", "q", "r", "s")
DOMAINS: Domains = {issue: frozenset(OPTIONS) for issue in ISSUES}

partials = st.dictionaries(
    st.sampled_from(ISSUES),
    st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=3, unique=True).map(tuple),
    min_size=1,
    max_size=3,
)
rules = st.one_of(
    st.builds(lambda never: Rule(never=never), partials),
    st.builds(lambda if_, then: Rule(if_=if_, then=then), partials, partials),
)


def matches(package: dict[str, str], partial: dict[str, tuple[str, ...]]) -> bool:
    return all(package[issue] in options for issue, options in partial.items())


def keeps(package: dict[str, str], rule: Rule) -> bool:
    if rule.never:
        return not matches(package, rule.never)
    return not matches(package, rule.if_) or matches(package, rule.then)


def packages(kept: list[Rule]) -> list[dict[str, str]]:
    every = (dict(zip(ISSUES, choice, strict=True)) for choice in product(OPTIONS, repeat=len(ISSUES)))
    return [package for package in every if all(keeps(package, rule) for rule in kept)]


@given(st.lists(rules, max_size=8))
def test_a_package_is_found_exactly_where_enumeration_finds_one(kept: list[Rule]) -> None:
    """``solve`` gives None for infeasible rules, else domains whose every choice keeps all rules."""
    found = solve([nogood for rule in kept for nogood in nogoods(rule, DOMAINS)], DOMAINS)
    feasible = packages(kept)
    assert (found is None) == (not feasible)
    if found is not None:
        for choice in product(*(found[issue] for issue in ISSUES)):
            assert dict(zip(ISSUES, choice, strict=True)) in feasible


@given(st.lists(rules, max_size=8))
def test_excluded_options_are_those_no_feasible_package_has(kept: list[Rule]) -> None:
    """``excluded`` lists exactly the options missing from every feasible package, none where there is no package."""
    feasible = packages(kept)
    missing = {
        (issue, option)
        for issue, option in product(ISSUES, OPTIONS)
        if feasible and all(package[issue] != option for package in feasible)
    }
    assert set(excluded(kept, DOMAINS)) == missing


@given(st.lists(rules, max_size=6))
def test_blamed_rules_are_a_smallest_conflict(kept: list[Rule]) -> None:
    """The blamed rules leave no package; dropping any one of them leaves some."""
    guilty = blamed(kept, DOMAINS)
    assert bool(guilty) == (not packages(kept))
    if guilty:
        assert not packages([kept[index] for index in guilty])
        for index in guilty:
            assert packages([kept[other] for other in guilty if other != index])


@pytest.mark.parametrize("issues", [40, 120])
def test_many_issues_are_decided_without_enumeration(issues: int) -> None:
    """A chain of implications over far more packages than could be enumerated is decided at once."""
    ids = [f"i{n}" for n in range(issues)]
    domains = {id: frozenset(OPTIONS) for id in ids}
    chain = [Rule(if_={left: ("a",)}, then={right: ("a",)}) for left, right in pairwise(ids)]
    closed = [*chain, Rule(if_={ids[-1]: ("a",)}, then={ids[0]: ("b",)})]
    assert excluded(chain, domains) == []
    assert excluded(closed, domains) == [("i0", "a")]
    assert blamed([*closed, Rule(never={ids[0]: ("b", "c")})], domains) == list(range(issues + 1))
