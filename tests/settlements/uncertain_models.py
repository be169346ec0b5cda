"""Small uncertain models for property tests, and the draws of a model done once more, package by package.

The second computation shares nothing with the engine but the names of its random streams: it goes through the table of
stances as written in docs/explanation/mathematics.md, one draw, one party and one package at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import log1p
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from zopa.settlements.model import (
    Agreement,
    Claim,
    Interaction,
    Issue,
    NegotiationModel,
    Preference,
    RedLine,
    Rule,
)
from zopa.settlements.uncertain.streams import Streams

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zopa.settlements.model import When

BANDS = {
    "demands": (1, 1),
    "accepts": (0.5, 1),
    "offers": (0.5, 1),
    "conditions": (0.5, 1),
    "rejects": (0, 0.5),
    "undecided": (0, 1),
}
TOLERANCE = 1e-6

PARTIES = ("A", "B", "C")
ISSUES = {"land": ("cede", "freeze", "keep"), "force": ("cap", "free"), "wage": ("w10", "w20", "w30")}
SCALE = {"w10": 10.0, "w20": 20.0, "w30": 30.0}


@dataclass
class World:
    """One party in one draw: weight times value by (issue, option), what it refuses, and its reservation."""

    part: dict[str, dict[tuple[str, str], float]]
    refused: list[tuple[When, When | None]]
    hidden: set[tuple[str, str]]
    silent: set[tuple[str, str]]
    reservation: float


def packages(model: NegotiationModel) -> Iterator[dict[str, str]]:
    """Every package no rule forbids."""
    names = [issue.id for issue in model.issues]
    for chosen in product(*(issue.options for issue in model.issues)):
        package = dict(zip(names, chosen, strict=True))
        if all(_obeys(rule, package) for rule in model.rules):
            yield package


def said_yes(
    model: NegotiationModel, package: Mapping[str, str], worlds: Mapping[str, World], level: str = "point"
) -> bool:
    """Whether a package is agreed to in one draw, at the point or at one of the bounds."""
    signing = list(dict.fromkeys([*model.signatories, *model.ratifiers]))
    yes = {party for party in signing if _accepts(model, party, package, worlds[party], level)}
    needed = len(signing) if model.agreement.at_least is None else model.agreement.at_least
    return len(yes) >= needed and set(model.agreement.always) <= yes


def utility(model: NegotiationModel, party: str, package: Mapping[str, str], world: World, level: str) -> float:
    """One party's utility of a package in one draw."""
    total = sum(world.part[level][chosen] for chosen in package.items())
    return total + sum(t.add for t in model.interactions if t.party == party and _fits(t.when, package))


def worlds_of(model: NegotiationModel, seed: int, draws: int) -> list[dict[str, World]]:
    """The draws of a model, each a world per party."""
    streams = Streams(seed, draws)
    return [{party: _world(model, party, n, streams) for party in model.parties} for n in range(draws)]


@lru_cache(maxsize=4096)
def _uniform(streams: Streams, *name: str) -> list[float]:
    return [float(number) for number in streams.uniform(*name)]


def _exponential(streams: Streams, party: str, issue: str) -> list[float]:
    return [-log1p(-number) for number in _uniform(streams, "weight", party, issue)]


def _accepts(model: NegotiationModel, party: str, package: Mapping[str, str], world: World, level: str) -> bool:
    for when, unless in world.refused:
        if _fits(when, package) and (unless is None or not _fits(unless, package)):
            return False
    if level != "high" and any(chosen in world.hidden for chosen in package.items()):
        return False
    if level == "low" and any(chosen in world.silent for chosen in package.items()):
        return False
    return utility(model, party, package, world, level) >= world.reservation - TOLERANCE


def _world(model: NegotiationModel, party: str, n: int, streams: Streams) -> World:
    preference = next(found for found in model.preferences if found.party == party)
    weights = _weights(model, preference, n, streams)
    stakes = _stakes(model, preference)
    part: dict[str, dict[tuple[str, str], float]] = {"low": {}, "point": {}, "high": {}}
    hidden, silent, contradicted = set(), set(), set()
    for issue in model.issues:
        bands, said, known = {}, set(), set()
        for option in issue.options:
            given = preference.values.get(issue.id, {}).get(option)
            band = (0.0, 1.0) if given is None else given
            if given is not None:
                said.add(option)
                known.add(option)
            for claim in _holding(model, party, issue.id, option, n, streams):
                band = (max(band[0], BANDS[claim.stance][0]), min(band[1], BANDS[claim.stance][1]))
                if claim.stance != "undecided":
                    said.add(option)
                if claim.stance in ("demands", "accepts", "offers"):
                    known.add(option)
            if band[0] > band[1]:
                band = (0.0, 1.0)
                contradicted.add((issue.id, option))
            bands[option] = band
        uniform = {o: _uniform(streams, "value", party, issue.id, o)[n] for o in issue.options}
        for level, found in _values(preference, issue, bands, uniform).items():
            for option, value in found.items():
                part[level][issue.id, option] = weights[issue.id] * value
        for option in issue.options:
            if issue.id in stakes and option not in known:
                silent.add((issue.id, option))
            quiet = issue.id in stakes and option not in said and preference.scores is None
            if quiet and _uniform(streams, "hidden", party, issue.id, option)[n] < model.hidden_red_line:
                hidden.add((issue.id, option))
    low, high = preference.reservation
    reservation = low + (high - low) * float(_uniform(streams, "reservation", party)[n])
    refused = _refused(model, party, n, streams, contradicted)
    return World(part, refused, hidden, silent if preference.scores is None else set(), reservation)


def _values(
    preference: Preference, issue: Issue, bands: dict[str, tuple[float, float]], uniform: dict[str, float]
) -> dict[str, dict[str, float]]:
    """v of each option at the lower end, as drawn, and at the upper end."""
    if preference.scores is not None:
        scores = {option: preference.scores.get(issue.id, {}).get(option, 0.0) for option in issue.options}
        return {"low": scores, "point": scores, "high": scores}
    direction = preference.monotone.get(issue.id)
    if direction is not None and issue.scale is not None:
        places = dict(zip(issue.options, issue.scale, strict=True))
        rising = sorted(issue.options, key=lambda option: direction * places[option])
        low = [max(bands[o][0] for o in rising[: k + 1]) for k in range(len(rising))]
        high = [min(bands[o][1] for o in rising[k:]) for k in range(len(rising))]
        if all(a <= b for a, b in zip(low, high, strict=True)):
            shares = [0.0 if bands[o][0] == bands[o][1] else uniform[o] for o in rising]
            drawn = sorted(a + (b - a) * u for a, b, u in zip(low, high, shares, strict=True))
            return {
                "low": dict(zip(rising, low, strict=True)),
                "point": dict(zip(rising, drawn, strict=True)),
                "high": dict(zip(rising, high, strict=True)),
            }
    return {
        "low": {option: band[0] for option, band in bands.items()},
        "point": {option: band[0] + (band[1] - band[0]) * uniform[option] for option, band in bands.items()},
        "high": {option: band[1] for option, band in bands.items()},
    }


def _holding(model: NegotiationModel, party: str, issue: str, option: str, n: int, streams: Streams) -> Iterator[Claim]:
    for claim in model.claims:
        strongest = max(other.alpha for other in model.claims if other.origin == claim.origin)
        holds = _uniform(streams, "origin", claim.origin)[n] < strongest
        if holds and (claim.party, claim.issue, claim.option) == (party, issue, option):
            yield claim


def _refused(
    model: NegotiationModel, party: str, n: int, streams: Streams, contradicted: set[tuple[str, str]]
) -> list[tuple[When, When | None]]:
    """What a party refuses in a draw: partial packages, each with what would make it acceptable after all."""
    if _uniform(streams, "posture", party)[n] >= 1 - model.posture:
        return []
    found: list[tuple[When, When | None]] = []
    for issue in model.issues:
        for option in issue.options:
            for claim in _holding(model, party, issue.id, option, n, streams):
                event = _uniform(streams, "veto", party, issue.id, option)[n] < claim.veto
                if not event or (issue.id, option) in contradicted:
                    continue
                if claim.stance == "conditions" and claim.unless:
                    found.append((((issue.id, (option,)),), claim.unless))
                elif claim.stance == "rejects":
                    found.append((((issue.id, (option,)),), None))
                elif claim.stance == "demands":
                    others = tuple(other for other in issue.options if other != option)
                    found.append((((issue.id, others),), None))
    for line in model.red_lines:
        names = (party, *sorted(f"{issue}={sorted(set(options))}" for issue, options in line.when), "1")
        if line.party == party and _uniform(streams, "red line", *names)[n] < line.p:
            found.append((line.when, None))
    return found


def _weights(model: NegotiationModel, preference: Preference, n: int, streams: Streams) -> dict[str, float]:
    names = [issue.id for issue in model.issues]
    if preference.scores is not None:
        return dict.fromkeys(names, 1.0)
    if preference.weights is not None:
        return {name: preference.weights.get(name, 0.0) for name in names}
    raw = {
        name: float(_exponential(streams, preference.party, name)[n])
        for name in names
        if name in _stakes(model, preference)
    }
    if preference.order:
        ranked = sorted((raw[name] for name in preference.order), reverse=True)
        raw |= dict(zip(preference.order, ranked, strict=True))
    return {name: raw.get(name, 0.0) / sum(raw.values()) for name in names}


def _stakes(model: NegotiationModel, preference: Preference) -> set[str]:
    if preference.stakes is not None:
        return set(preference.stakes)
    if preference.weights is not None:
        return {issue for issue, weight in preference.weights.items() if weight > 0}
    if preference.scores is not None:
        return set(preference.scores)
    return set(preference.order or [issue.id for issue in model.issues])


def _fits(when: When, package: Mapping[str, str]) -> bool:
    return all(package[issue] in options for issue, options in when)


def _obeys(rule: Rule, package: Mapping[str, str]) -> bool:
    if rule.never:
        return not _fits(rule.never, package)
    return not _fits(rule.if_, package) or _fits(rule.then, package)


# ---- models to try ---------------------------------------------------------------------------------------------------

quarters = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
bands = st.tuples(quarters, quarters).map(lambda pair: (min(pair), max(pair)))


@st.composite
def whens(draw: st.DrawFn, most: int = 2) -> When:
    """A partial package over one or more issues."""
    chosen = draw(st.lists(st.sampled_from(sorted(ISSUES)), min_size=1, max_size=most, unique=True))
    return tuple(
        (issue, tuple(draw(st.lists(st.sampled_from(ISSUES[issue]), min_size=1, max_size=2, unique=True))))
        for issue in chosen
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """One claim, its origin shared with others now and then."""
    issue = draw(st.sampled_from(sorted(ISSUES)))
    stance: Any = draw(st.sampled_from(sorted(BANDS)))
    veto = draw(st.sampled_from([0.0, 0.5, 1.0])) if stance in ("demands", "rejects", "conditions") else 0.0
    return Claim(
        origin=f"origin {draw(st.integers(0, 5))}",
        alpha=draw(st.sampled_from([0.0, 0.3, 0.8, 1.0])),
        party=draw(st.sampled_from(PARTIES)),
        issue=issue,
        option=draw(st.sampled_from(ISSUES[issue])),
        stance=stance,
        veto=veto,
        unless=draw(whens(1)) if stance == "conditions" and veto else (),
        statements=(f"s{draw(st.integers(0, 9))}",),
    )


@st.composite
def preferences(draw: st.DrawFn, party: str) -> Preference:
    """What one party wants, in one of the five ways of saying it."""
    how = draw(st.sampled_from(["free", "stakes", "order", "weights", "scores"]))
    names = sorted(ISSUES)
    if how == "scores":
        scores = {issue: {o: float(draw(st.integers(0, 9))) for o in options} for issue, options in ISSUES.items()}
        return Preference(party, scores=scores, reservation=(12.0, 12.0))
    some = tuple(draw(st.permutations(names))[: draw(st.integers(1, 3))])
    values = {
        issue: {option: draw(bands) for option in ISSUES[issue][:2]} for issue in draw(st.sets(st.sampled_from(names)))
    }
    ways: dict[str, Any] = {
        "free": {},
        "stakes": {"stakes": some},
        "order": {"order": some},
        "weights": {"weights": dict(zip(names, (0.5, 0.25, 0.25), strict=True))},
    }
    monotone = draw(st.sampled_from([{}, {"wage": 1}, {"wage": -1}]))
    reservation = draw(st.sampled_from([(0.5, 0.5), (0.25, 0.25), (0.25, 0.75)]))
    return Preference(party, values=values, monotone=monotone, reservation=reservation, **ways[how])


@st.composite
def models(draw: st.DrawFn, whole: bool = False) -> NegotiationModel:
    """A model of three parties and three issues; with ``whole`` every signatory must agree."""
    lines = draw(
        st.lists(st.builds(RedLine, st.sampled_from(PARTIES), whens(), st.sampled_from([0.5, 1.0])), max_size=2)
    )
    terms = st.builds(Interaction, st.sampled_from(PARTIES), whens(), st.sampled_from([-0.5, 0.25]))
    rule = st.one_of(st.builds(Rule, whens(1), whens(1)), st.builds(lambda when: Rule(never=when), whens()))
    agreement = st.sampled_from([Agreement(), Agreement(2), Agreement(1, ("A",)), Agreement(2, ("B",))])
    return NegotiationModel(
        parties=PARTIES,
        issues=tuple(
            Issue(issue, options, tuple(SCALE[o] for o in options) if issue == "wage" else None)
            for issue, options in ISSUES.items()
        ),
        preferences=tuple(draw(preferences(party)) for party in PARTIES),
        signatories=draw(st.sampled_from([("A", "B", "C"), ("A", "B")] if whole else [PARTIES])),
        rules=tuple(draw(st.lists(rule, max_size=1))),
        red_lines=_distinct(lines),
        claims=tuple(draw(st.lists(claims(), max_size=6))),
        interactions=tuple(draw(st.lists(terms, max_size=2))),
        agreement=Agreement() if whole else draw(agreement),
        hidden_red_line=draw(st.sampled_from([0.0, 0.1])),
        posture=draw(st.sampled_from([0.0, 0.5])),
    )


def _distinct(lines: list[RedLine]) -> tuple[RedLine, ...]:
    """Red lines that refuse different things, so that each has a stream of its own."""
    return tuple(
        {(line.party, repr(sorted((i, sorted(set(o))) for i, o in line.when))): line for line in lines}.values()
    )
