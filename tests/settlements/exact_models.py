"""Small models for the tests of the exact engine, and the slow but obvious way to solve them."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from zopa.settlements.feasibility import allowed, matches
from zopa.settlements.model import Interaction, Issue, NegotiationModel, Preference, RedLine, Rule, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Vector = tuple[Fraction, ...]


def scored(
    scores: Mapping[str, Mapping[str, Mapping[str, float]]],
    reservations: Mapping[str, float] | None = None,
    rules: tuple[Rule, ...] = (),
    interactions: tuple[Interaction, ...] = (),
) -> NegotiationModel:
    """A model from raw scores by party, issue and option; everybody signs, and no deal is worth 0 where not said."""
    parties = tuple(scores)
    issues = tuple(Issue(name, tuple(row)) for name, row in scores[parties[0]].items())
    kept = reservations or {}
    preferences = tuple(
        Preference(party, scores=scores[party], reservation=(kept.get(party, 0.0), kept.get(party, 0.0)))
        for party in parties
    )
    return NegotiationModel(parties, issues, preferences, parties, rules=rules, interactions=interactions)


def packages(model: NegotiationModel) -> Iterator[dict[str, str]]:
    """Every package no rule forbids."""
    for chosen in product(*(issue.options for issue in model.issues)):
        package = {issue.id: option for issue, option in zip(model.issues, chosen, strict=True)}
        if all(allowed(rule, package) for rule in model.rules):
            yield package


def utility(model: NegotiationModel, package: Mapping[str, str]) -> Vector:
    """Each party's utility of a package, as exact fractions of the decimals written."""
    return tuple(_utility_of(model, preference, package) for preference in model.preferences)


def _utility_of(model: NegotiationModel, preference: Preference, package: Mapping[str, str]) -> Fraction:
    total = Fraction(0)
    for issue, option in package.items():
        if preference.scores is not None:
            total += Fraction(str(preference.scores.get(issue, {}).get(option, 0.0)))
        else:
            weight = Fraction(str((preference.weights or {}).get(issue, 0.0)))
            total += weight * Fraction(str(preference.values.get(issue, {}).get(option, (0.0, 0.0))[0]))
    for term in model.interactions:
        if term.party == preference.party and matches(term.when, package):
            total += Fraction(str(term.add))
    return total


def brute_frontier(model: NegotiationModel) -> dict[Vector, int]:
    """Undominated utility vectors and how many packages give each, by comparing everything with everything."""
    counted = Counter(utility(model, package) for package in packages(model))
    return {
        vector: ties
        for vector, ties in counted.items()
        if not any(other != vector and all(a >= b for a, b in zip(other, vector, strict=True)) for other in counted)
    }


def accepted(model: NegotiationModel) -> list[dict[str, str]]:
    """Packages that every signatory accepts: no certain red line, and at least the reservation value."""
    at = {party: k for k, party in enumerate(model.parties)}
    found = []
    for package in packages(model):
        vector = utility(model, package)
        enough = all(vector[at[p.party]] >= Fraction(str(p.reservation[0])) for p in model.preferences)
        vetoed = any(line.p >= 1 and matches(line.when, package) for line in model.red_lines)
        if enough and not vetoed:
            found.append(package)
    return found


@st.composite
def whens(draw: st.DrawFn, issues: tuple[Issue, ...], most: int = 3) -> When:
    """A partial package over one to ``most`` issues."""
    chosen = draw(st.lists(st.sampled_from(issues), min_size=1, max_size=min(most, len(issues)), unique=True))
    return tuple(
        (issue.id, tuple(draw(st.lists(st.sampled_from(issue.options), min_size=1, max_size=2, unique=True))))
        for issue in chosen
    )


@st.composite
def some_rules(draw: st.DrawFn, issues: tuple[Issue, ...]) -> Rule:
    """A rule of either form."""
    if draw(st.booleans()):
        return Rule(never=draw(whens(issues)))
    return Rule(if_=draw(whens(issues, 2)), then=draw(whens(issues, 2)))


@st.composite
def small_models(draw: st.DrawFn, most_parties: int = 4) -> NegotiationModel:
    """Up to four parties and 300 packages: scores or weighed values, with rules, interactions and red lines."""
    parties = tuple("ABCDEF"[: draw(st.integers(1, most_parties))])
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    issues = tuple(Issue(f"i{k}", tuple(f"o{n}" for n in range(size))) for k, size in enumerate(sizes))
    interactions = st.builds(
        Interaction, st.sampled_from(parties), whens(issues), st.integers(-6, 6).map(float).filter(bool)
    )
    red_lines = st.builds(RedLine, st.sampled_from(parties), whens(issues), st.sampled_from([1.0, 0.5]))
    return NegotiationModel(
        parties=parties,
        issues=issues,
        preferences=tuple(draw(preferences(party, issues)) for party in parties),
        signatories=parties,
        rules=tuple(draw(st.lists(some_rules(issues), max_size=4))),
        interactions=tuple(draw(st.lists(interactions, max_size=3))),
        red_lines=tuple(draw(st.lists(red_lines, max_size=2))),
    )


@st.composite
def preferences(draw: st.DrawFn, party: str, issues: tuple[Issue, ...]) -> Preference:
    """Scores that are small whole numbers (many ties), or weights and values that are decimals."""
    if draw(st.booleans()):
        number = st.integers(0, 8).map(float)
        scores = {issue.id: {option: draw(number) for option in issue.options} for issue in issues}
        threshold = float(draw(st.integers(0, 12)))
        return Preference(party, scores=scores, reservation=(threshold, threshold))
    shares = [draw(st.integers(0, 2)) for _ in issues]
    shares[0] += 10 - sum(shares)
    weights = {issue.id: share / 10 for issue, share in zip(issues, shares, strict=True)}
    hundredth = st.integers(0, 100).map(lambda n: n / 100)
    values = {
        issue.id: {option: (value, value) for option in issue.options for value in [draw(hundredth)]}
        for issue in issues
    }
    return Preference(party, weights=weights, values=values, reservation=(0.3, 0.3))
