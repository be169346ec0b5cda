"""``settle`` as a whole: the properties of docs/explanation/mathematics.md, and what it says of exact models."""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.settlements.uncertain_models import models, packages, said_yes, utility, worlds_of

from zopa.errors import ModelError, UsageError
from zopa.settlements import NegotiationModel, RedLine, Settlement, acceptability, settle
from zopa.settlements.model import Agreement, Claim, Issue, Preference, Rule
from zopa.settlements.uncertain.arrays import stakes_of
from zopa.settlements.uncertain.draws import Assumptions
from zopa.settlements.uncertain.ranges import corners
from zopa.settlements.uncertain.verdicts import share_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DRAWS = 40


def two_sides(**changes: Any) -> NegotiationModel:
    """A wants land, B wants peace; a single refusal stands between them."""
    model = NegotiationModel(
        parties=("A", "B"),
        issues=(Issue("land", ("cede", "keep")), Issue("peace", ("now", "later"))),
        preferences=(Preference("A"), Preference("B")),
        signatories=("A", "B"),
        claims=(
            Claim("a", 0.9, "A", "land", "cede", "demands", statements=("s1",)),
            Claim("b", 0.9, "B", "land", "cede", "rejects", veto=1.0, statements=("s2",)),
            Claim("c", 0.5, "B", "peace", "now", "demands", statements=("s3",)),
        ),
    )
    return replace(model, **changes)


def numbers(found: Settlement) -> dict[str, Any]:
    """A settlement without what depends on the order in which things were declared."""
    plain = found.as_dict()
    plain["signatories"] = sorted(plain["signatories"])
    for entry in (plain["headline"], *plain["packages"]):
        entry["package"] = dict(sorted((entry["package"] or {}).items()))
    return json.loads(json.dumps(plain, sort_keys=True))


def shuffled(model: NegotiationModel, order: Callable[[list[Any]], list[Any]]) -> NegotiationModel:
    """The same model with everything declared in another order."""
    issues = []
    for issue in model.issues:
        options = tuple(order(list(issue.options)))
        places = None if issue.scale is None else dict(zip(issue.options, issue.scale, strict=True))
        scale = None if places is None else tuple(places[option] for option in options)
        issues.append(replace(issue, options=options, scale=scale))
    return replace(
        model,
        parties=tuple(order(list(model.parties))),
        issues=tuple(order(issues)),
        preferences=tuple(order(list(model.preferences))),
        signatories=tuple(order(list(model.signatories))),
        rules=tuple(order(list(model.rules))),
        red_lines=tuple(order(list(model.red_lines))),
        claims=tuple(order(list(model.claims))),
        interactions=tuple(order(list(model.interactions))),
    )


@given(models(), st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_the_order_of_declaration_changes_no_number(model: NegotiationModel, random: Any) -> None:
    """Exact, to the last bit, under reordering of parties, issues, options, claims, rules and red lines."""
    other = shuffled(model, lambda things: random.sample(things, len(things)))
    assert numbers(settle(model, draws=DRAWS, threads=1)) == numbers(settle(other, draws=DRAWS, threads=1))


@given(models())
@settings(max_examples=10, deadline=None)
def test_the_same_seed_gives_the_same_result(model: NegotiationModel) -> None:
    """Twice the same, with one thread or two."""
    assert numbers(settle(model, draws=DRAWS, threads=1)) == numbers(settle(model, draws=DRAWS, threads=2))


@given(models(), st.sampled_from(["land", "force", "wage"]), st.integers(0, 1), st.sampled_from("ABC"))
@settings(max_examples=25, deadline=None)
def test_a_veto_more_raises_no_acceptability(model: NegotiationModel, issue: str, option: int, party: str) -> None:
    """Adding a veto alone never raises a_S(x), neither the bounds nor the point."""
    options = next(found.options for found in model.issues if found.id == issue)
    line = RedLine(party, ((issue, (options[option],)),), 0.7)
    before = acceptability(sampled(model), draws=DRAWS, threads=1)
    after = acceptability(sampled(replace(model, red_lines=(*model.red_lines, line))), draws=DRAWS, threads=1)
    for level in ("lower", "point", "upper"):
        worse = by_name(after, level)
        assert all(worse[name] <= value for name, value in by_name(before, level).items())


def sampled(model: NegotiationModel) -> NegotiationModel:
    """The model with a party in it that leaves something to chance, so that it is sampled and not solved exactly."""
    bystander = Preference("bystander", reservation=(0.0, 0.1))
    return replace(model, parties=(*model.parties, "bystander"), preferences=(*model.preferences, bystander))


def by_name(found: Any, level: str) -> dict[str, float]:
    """One level of a whole space, by the package in words."""
    values = getattr(found, level)
    return {json.dumps(found.package(at), sort_keys=True): float(values[at]) for at in range(len(values))}


@given(models(whole=True), st.integers(0, 5))
@settings(max_examples=80, deadline=None)
def test_removing_evidence_only_widens_the_bounds(model: NegotiationModel, which: int) -> None:
    """Without a demand, acceptance or rejection that conflicts with nothing, [lower, upper] is as wide or wider.

    Of issues the party has a stake in, and of which nothing but statements is known.
    """
    alone = [c for c in model.claims if sum(o.origin == c.origin for o in model.claims) == 1]
    alone = [c for c in alone if sum((o.party, o.issue) == (c.party, c.issue) for o in model.claims) == 1]
    alone = [c for c in alone if c.stance in ("demands", "accepts", "rejects")]
    wants = {found.party: found for found in model.preferences}
    alone = [c for c in alone if c.issue not in wants[c.party].values and wants[c.party].scores is None]
    alone = [c for c in alone if c.issue in stakes_of(wants[c.party], [issue.id for issue in model.issues])]
    if not alone:
        return
    removed = alone[which % len(alone)]
    model = replace(model, hidden_red_line=0.0)
    less = replace(model, claims=tuple(claim for claim in model.claims if claim is not removed))
    before, after = (acceptability(sampled(found), draws=DRAWS, threads=1) for found in (model, less))
    wider = by_name(after, "lower"), by_name(after, "upper")
    assert all(wider[0][name] <= value for name, value in by_name(before, "lower").items())
    assert all(wider[1][name] >= value for name, value in by_name(before, "upper").items())


@given(models())
@settings(max_examples=12, deadline=None)
def test_a_repeat_of_an_origin_changes_nothing(model: NegotiationModel) -> None:
    """Copies of what one origin said, at the same or at a lower weight, leave every number as it is."""
    repeats = tuple(replace(claim, alpha=claim.alpha / 2) for claim in model.claims)
    before = settle(model, draws=DRAWS, threads=1)
    after = settle(replace(model, claims=(*model.claims, *repeats)), draws=DRAWS, threads=1)
    assert numbers(before) == numbers(after)


def test_without_evidence_the_bounds_say_nothing() -> None:
    """All evidence aged out: bounds 0 and 1 for every package that breaks no rule."""
    model = two_sides(claims=tuple(replace(claim, alpha=0.0) for claim in two_sides().claims))
    model = replace(model, rules=(Rule(never=(("land", ("cede",)), ("peace", ("later",)))),))
    found = acceptability(model, draws=DRAWS, threads=1)
    for at in range(len(found.point)):
        forbidden = found.package(at) == {"land": "cede", "peace": "later"}
        assert (found.lower[at], found.upper[at]) == (0.0, 0.0 if forbidden else 1.0)


@given(models(), st.tuples(st.floats(0, 1), st.floats(0, 1)))
@settings(max_examples=20, deadline=None)
def test_more_posture_lowers_nothing(model: NegotiationModel, postures: tuple[float, float]) -> None:
    """More of what is said being bargaining stance never lowers any acceptability."""
    less, more = (
        acceptability(sampled(replace(model, posture=posture)), draws=DRAWS, threads=1) for posture in sorted(postures)
    )
    assert np.all(less.point <= more.point)
    assert np.all(less.upper <= more.upper)


@given(models(whole=True))
@settings(max_examples=20, deadline=None)
def test_a_signatory_more_raises_nothing(model: NegotiationModel) -> None:
    """One more party that must say yes never raises any acceptability."""
    fewer = acceptability(sampled(replace(model, signatories=("A", "B"))), draws=DRAWS, threads=1)
    more = acceptability(sampled(replace(model, signatories=("A", "B"), ratifiers=("C",))), draws=DRAWS, threads=1)
    assert np.all(np.sort(more.point) <= np.sort(fewer.point))
    fewer_by, more_by = by_name(fewer, "point"), by_name(more, "point")
    assert all(more_by[name] <= value for name, value in fewer_by.items())


@given(models())
@settings(max_examples=12, deadline=None)
def test_information_is_worth_something_between_nothing_and_all(model: NegotiationModel) -> None:
    """0 <= EVPPI <= 1 - headline, within four standard errors."""
    found = settle(model, draws=DRAWS, threads=1)
    for question in found.questions:
        assert 0 <= question.evppi <= 1 - found.headline.point + 4 * question.se + 1e-9


@given(models())
@settings(max_examples=12, deadline=None)
def test_the_shares_of_the_result_hang_together(model: NegotiationModel) -> None:
    """The headline lies in its range and its bounds hold it; the posture curve passes through it and never falls."""
    found = settle(model, draws=DRAWS, threads=1)
    if found.headline.package is None:
        assert found.feasible == 0
        return
    assert found.headline.range[0] <= found.headline.point <= found.headline.range[1]
    values = [value for _, value in found.posture_curve]
    assert values == sorted(values)
    assert dict(found.posture_curve)[found.posture] == found.headline.point
    for entry in found.packages:
        level = entry.acceptability
        assert level.lower <= level.point <= level.upper
        assert level.interval[0] <= level.point <= level.interval[1]
        if model.agreement == Agreement():
            assert sum(objection.alone for objection in entry.objections) <= 1 - level.point + 1e-9
        assert all(objection.alone <= 1 - level.point + 1e-9 for objection in entry.objections)
        assert all(objection.alone <= objection.share for objection in entry.objections)


@given(models())
@settings(max_examples=12, deadline=None)
def test_the_corners_of_the_box_are_its_extremes(model: NegotiationModel) -> None:
    """Two corners suffice: at the other six every package lies between them."""
    model = replace(
        model, posture=0.3, posture_range=(0.0, 0.6), hidden_red_line=0.1, hidden_red_line_range=(0.0, 0.2),
        reservation_range=(0.4, 0.6),
    )  # fmt: skip
    worst, best = (_points(model, corner) for corner in corners(model, Assumptions(0.3, 0.1)))
    for corner in product((0.0, 0.6), (0.0, 0.2), (0.4, 0.6)):
        level = _points(model, Assumptions(*corner))
        assert np.all(worst <= level)
        assert np.all(level <= best)


def _points(model: NegotiationModel, assumed: Assumptions) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which package is agreed to in which draw under some assumptions."""
    from zopa.settlements.uncertain.draws import draw
    from zopa.settlements.uncertain.engine import engine_of, point_levels
    from zopa.settlements.uncertain.streams import Streams
    from zopa.settlements.uncertain.verdicts import agreed

    engine = engine_of(model)
    levels = point_levels(engine, draw(model, engine.layout, Streams(1, DRAWS)), assumed)
    return agreed(engine, levels, engine.halves.choices(np.arange(np.prod(engine.halves.shape))))


@given(models())
@settings(max_examples=25, deadline=None)
def test_blockers_are_minimal_and_hit_each_other(model: NegotiationModel) -> None:
    """Lifting a correction set lets a deal exist and no part of it does; conflicts are its minimal hitting sets.

    Checked on a model of one draw against lifting clauses one set at a time.
    """
    found = settle(model, draws=1, threads=1)
    if found.zopa.exists.point == 1 or not found.feasible:
        assert found.blockers.corrections == ()
        return
    world = worlds_of(model, 1, 1)[0]
    violated = [_violated(model, package, world) for package in packages(model)]
    signing = set(model.signatories)
    needed = len(signing) if model.agreement.at_least is None else model.agreement.at_least
    enough = [set(group) for size in range(needed, len(signing) + 1) for group in combinations(sorted(signing), size)]
    enough = [group for group in enough if set(model.agreement.always) <= group]
    lifted = {frozenset(c for c in clauses if c[0] in group) for clauses in violated for group in enough}
    expected = {names for names in lifted if not any(other < names for other in lifted)}
    corrections = [set(names.clauses) for names in found.blockers.corrections]
    assert len(corrections) == min(len(expected), 20)
    assert sorted(len(names) for names in corrections) == sorted(len(names) for names in expected)[: len(corrections)]
    if len(expected) < 20 and len(found.blockers.conflicts) < 20:
        clauses = sorted(set().union(*corrections))
        conflicts = [set(names.clauses) for names in found.blockers.conflicts]
        hitting = [
            set(some)
            for size in range(len(clauses) + 1 if len(clauses) < 13 else 0)
            for some in combinations(clauses, size)
            if all(set(some) & names for names in corrections)
        ]
        if hitting:
            minimal = [names for names in hitting if not any(other < names for other in hitting)]
            assert sorted(map(sorted, conflicts)) == sorted(map(sorted, minimal))
    for clause, share in found.blockers.responsibility.items():
        sizes = [len(names) for names in corrections if clause in names]
        if len(expected) < 20:
            assert share == pytest.approx(1 / min(sizes))


def _violated(model: NegotiationModel, package: dict[str, str], world: Any) -> set[tuple[str, str]]:
    """The clauses a package violates in one draw: (party, what), the way the definition says it."""
    found = set()
    for party in model.signatories:
        mine = world[party]
        for when, unless in mine.refused:
            hit = all(package[issue] in options for issue, options in when)
            excused = unless is not None and all(package[issue] in options for issue, options in unless)
            if hit and not excused:
                found.add((party, _clause_name(model, package, when, unless)))
        stated = {name for owner, name in found if owner == party}
        for issue, option in package.items():
            if (issue, option) in mine.hidden and f"{issue}={option}" not in stated:
                found.add((party, f"hidden {issue}={option}"))
        if utility(model, party, package, mine, "point") < mine.reservation - 1e-6:
            found.add((party, "reservation"))
    return found


def _clause_name(model: NegotiationModel, package: dict[str, str], when: Any, unless: Any) -> str:
    """A refusal within one issue is one clause per option; the others are clauses of their own."""
    sizes = {issue.id: len(issue.options) for issue in model.issues}
    real = [(issue, sorted(set(options))) for issue, options in sorted(when) if len(set(options)) < sizes[issue]]
    single = when if len(when) == 1 else real
    if unless is None and len(single) == 1:
        issue = single[0][0]
        return f"{issue}={package[issue]}"
    return repr((real, unless and sorted((i, sorted(set(o))) for i, o in unless)))


@pytest.mark.parametrize(
    ("game", "count", "with_vetoes"), [("base", 12, 55), ("game1", 21, 57), ("base_7players", 52, 204)]
)
def test_scorable_games(shared: Path, game: str, count: int, with_vetoes: int) -> None:
    """Packages acceptable to all, and to all but one with both veto players, as published with the games' scores."""
    data = json.loads((shared / "data/negotiations/scorable_games" / f"{game}.json").read_text("utf-8"))
    issues = tuple(
        Issue(issue, tuple(f"{issue}{k + 1}" for k in range(size)))
        for issue, size in zip(data["issues"], data["options_per_issue"], strict=True)
    )
    preferences = tuple(
        Preference(
            party,
            scores={
                i.id: dict(zip(i.options, row, strict=True)) for i, row in zip(issues, found["scores"], strict=True)
            },
            reservation=(found["threshold"], found["threshold"]),
        )
        for party, found in data["parties"].items()
    )
    names = tuple(data["parties"])
    model = NegotiationModel(names, issues, tuple(preferences), names)
    found = settle(model)
    assert (found.exact, found.draws, found.zopa.count, found.headline.point) == (True, 1, count, 1.0)
    nash = found.solutions.nash
    assert nash is not None
    assert "/".join(nash.package.values()) == data["exact_results_computed_here"]["nash"]
    always = tuple(party for party, entry in data["parties"].items() if entry["veto"])
    assert settle(replace(model, agreement=Agreement(len(names) - 1, always))).zopa.count == with_vetoes


def test_the_model_of_the_interface_settles() -> None:
    """Bands, scores, an uncertain red line and rules together: every key of the published shape is there."""
    model = NegotiationModel(
        parties=("A", "B"),
        issues=(
            Issue("price", ("low", "mid", "high")),
            Issue("delivery", ("fast", "slow")),
            Issue("wage", ("20", "23", "25", "40"), (20.0, 23.0, 25.0, 40.0), "%"),
        ),
        preferences=(
            Preference(
                "A",
                weights={"price": 0.6, "delivery": 0.4},
                values={"price": {"low": (0, 0), "mid": (0.5, 0.5), "high": (1, 1)}, "delivery": {"fast": (0.5, 1)}},
            ),
            Preference(
                "B",
                scores={
                    "price": {"low": 30, "mid": 12, "high": 0},
                    "delivery": {"fast": 0, "slow": 20},
                    "wage": {"20": 0, "23": 5, "25": 7, "40": 9},
                },
                reservation=(25, 25),
            ),
        ),
        signatories=("A", "B"),
        red_lines=(RedLine("A", (("price", ("low", "mid")),), 0.8),),
        rules=(
            Rule(if_=(("price", ("high",)),), then=(("delivery", ("fast",)),)),
            Rule(never=(("price", ("low",)), ("delivery", ("fast",)))),
        ),
    )
    found = settle(model, draws=200).as_dict()
    assert (found["space"], found["feasible"], found["draws"]) == (24, 16, 200)
    assert {"package", "point", "se", "range", "bounds"} <= found["headline"].keys()
    assert found["zopa"]["count"] is None
    assert {"nash", "kalai_smorodinsky", "egalitarian", "utilitarian", "adjusted_winner"} == found["solutions"].keys()
    assert {entry["clause"] for entry in found["concessions"]} == {"A: price=low", "A: price=mid"}
    json.dumps(found)


def test_what_stands_in_the_way_is_named_with_its_statements() -> None:
    """The refusal behind a package that fails carries the ids of the statements it rests on."""
    found = settle(two_sides(), draws=400)
    ceding = next(entry for entry in found.packages if entry.package == {"land": "cede", "peace": "now"})
    refusal = next(entry for entry in ceding.objections if entry.clause.id == "B: land=cede")
    assert refusal.clause.statements == ("s2",)
    assert refusal.share == pytest.approx(0.9, abs=0.06)
    assert 0 < refusal.alone <= refusal.share


def test_giving_up_a_refusal_is_priced_and_can_be_asked_for() -> None:
    """The concession of a refusal equals what ``relax`` does to the same draws."""
    model = two_sides(
        preferences=(
            Preference("A", weights={"land": 1.0}, values={"land": {"cede": (1, 1), "keep": (0, 0)}}),
            Preference("B", weights={"land": 0.2, "peace": 0.8}, values={"peace": {"now": (1, 1), "later": (0, 0)}}),
        ),
        claims=(Claim("b", 0.9, "B", "land", "cede", "rejects", veto=1.0, statements=("s2",)),),
    )
    found = settle(model, draws=1000)
    (concession,) = found.concessions
    relaxed = settle(model, draws=1000, relax=[("B", "land", "cede")])
    assert concession.clause == "B: land=cede"
    assert found.headline.point + concession.gain == pytest.approx(relaxed.headline.point)
    assert relaxed.headline.point == pytest.approx(1.0)
    assert concession.gain == pytest.approx(0.9, abs=5 * concession.se)


def test_an_exact_model_without_agreement_says_why() -> None:
    """Two red lines and a reservation: one correction each way, and what prevents a deal taken together."""
    model = NegotiationModel(
        parties=("A", "B"),
        issues=(Issue("price", ("low", "high")),),
        preferences=(
            Preference("A", weights={"price": 1.0}, values={"price": {"low": (0, 0), "high": (1, 1)}}),
            Preference("B", weights={"price": 1.0}, values={"price": {"low": (1, 1), "high": (0.6, 0.6)}}),
        ),
        signatories=("A", "B"),
        red_lines=(RedLine("B", (("price", ("high",)),), because="B has said so in public"),),
    )
    found = settle(model)
    assert (found.zopa.count, found.zopa.exists.point, found.exact) == (0, 0.0, True)
    assert {names.clauses for names in found.blockers.corrections} == {("A: reservation",), ("B: price=high",)}
    assert {names.clauses for names in found.blockers.conflicts} == {("A: reservation", "B: price=high")}
    assert found.blockers.responsibility == {"A: reservation": 1.0, "B: price=high": 1.0}
    assert next(c for c in found.blockers.clauses if c.id == "B: price=high").because == "B has said so in public"
    assert settle(model, relax=[("B", "price", "high")]).zopa.count == 1
    assert settle(model, without=["A"]).zopa.count == 1


def test_rules_that_leave_nothing_are_said_so() -> None:
    """No feasible package: a result with none, not an error."""
    model = two_sides(rules=(Rule(never=(("land", ("cede", "keep")),)),))
    found = settle(model, draws=50)
    assert (found.feasible, found.headline.package, found.packages, found.zopa.exists.point) == (0, None, (), 0.0)
    assert any("rules" in note for note in found.notes)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda model: settle(model, without=["C"]), UsageError),
        (lambda model: settle(model, without=["A", "B"]), UsageError),
        (lambda model: settle(model, posture=2), UsageError),
        (lambda model: settle(model, relax=[("A", "land", "sell")]), ModelError),
        (lambda model: settle(replace(model, signatories=())), ModelError),
        (lambda model: settle(replace(model, agreement=Agreement(3))), ModelError),
    ],
)
def test_questions_that_make_no_sense_are_refused(call: Callable[[NegotiationModel], Settlement], error: type) -> None:
    """Unknown parties and options, a posture beyond 1, nobody left to sign: one clear error each."""
    with pytest.raises(error):
        call(two_sides())


def test_time_that_is_up_leaves_out_the_rest() -> None:
    """With no time at all the headline stands on the draws there were, and what is missing is noted."""
    found = settle(two_sides(), draws=6000, seconds=0.0)
    assert not found.complete
    assert 0 < found.draws < 6000
    assert found.headline.package is not None
    assert any("lack of time" in note for note in found.notes)


def test_an_interruption_gives_the_result_so_far() -> None:
    """Ctrl-C during a later part keeps what is there."""

    def interrupt(_done: int, _total: int, what: str) -> None:
        if what == "concessions":
            raise KeyboardInterrupt

    found = settle(two_sides(), draws=100, progress=interrupt)
    assert not found.complete
    assert found.blockers.examined >= 0
    assert found.headline.point > 0
    assert any("interrupted" in note for note in found.notes)


@pytest.mark.parametrize("threads", [1, 2])
def test_ctrl_c_while_counting_gives_the_draws_so_far(threads: int) -> None:
    """Ctrl-C in the middle of the draws: headline, error and shares are those of the draws that were counted."""
    asked = []

    def press(_done: int, _total: int, what: str) -> None:
        if what == "draws" and not asked:
            asked.append(what)
            os.kill(os.getpid(), signal.SIGINT)
            # The main thread takes the signal when it next runs; without a pause the count may be over before.
            time.sleep(0.1)

    found = settle(two_sides(), draws=20_000, progress=press, threads=threads)
    assert not found.complete
    assert 0 < found.draws < 20_000
    assert found.headline.se > 0
    assert found.headline.point == pytest.approx(settle(two_sides(), draws=2_000).headline.point, abs=0.06)
    assert any(note.startswith("stopped after") for note in found.notes)


@pytest.mark.parametrize(
    ("successes", "draws", "se", "low", "high"), [(5, 10, 0.158, 0.237, 0.763), (0, 100, 0, 0, 0.037)]
)
def test_standard_error_and_wilson_interval(successes: int, draws: int, se: float, low: float, high: float) -> None:
    """sqrt(a (1 - a) / N), and the Wilson interval, which stays honest at 0 (Wilson 1927)."""
    share = share_of(successes, draws)
    assert share.se == pytest.approx(se, abs=1e-3)
    assert share.interval == pytest.approx((low, high), abs=1e-3)


def test_one_package_fits_the_definition_in_every_draw() -> None:
    """The headline's share is the share of draws in which the definition says yes."""
    model = two_sides()
    found = settle(model, draws=200)
    worlds = worlds_of(model, 1, 200)
    for entry in found.packages:
        expected = sum(said_yes(model, entry.package, world) for world in worlds) / 200
        assert entry.acceptability.point == pytest.approx(expected)


@given(models())
@settings(max_examples=12, deadline=None)
def test_listed_packages_have_the_acceptability_counted_over_the_space(model: NegotiationModel) -> None:
    """Two ways through the same draws: the count of the whole space, and the answers to a few packages."""
    found = settle(model, draws=DRAWS, threads=1, top=18)
    space = acceptability(model, draws=DRAWS, threads=1)
    levels = {level: by_name(space, level) for level in ("lower", "point", "upper")}
    for entry in found.packages:
        name = json.dumps(entry.package, sort_keys=True)
        for level, values in levels.items():
            assert getattr(entry.acceptability, level) == pytest.approx(values[name], abs=1e-6)
    listed = [entry.acceptability.point for entry in found.packages]
    assert listed == sorted(listed, reverse=True)
    assert len(listed) == min(18, found.feasible)


def test_other_ids_give_the_same_within_sampling_error() -> None:
    """Random streams belong to ids: renamed ids draw other numbers, and the figures agree within four errors."""
    model = two_sides()
    renamed = replace(
        model,
        parties=("X", "Y"),
        preferences=(Preference("X"), Preference("Y")),
        signatories=("X", "Y"),
        claims=tuple(replace(claim, party={"A": "X", "B": "Y"}[claim.party]) for claim in model.claims),
    )
    first, second = (settle(found, draws=4000).headline for found in (model, renamed))
    assert first.package == second.package
    assert abs(first.point - second.point) <= 4 * (first.se**2 + second.se**2) ** 0.5


def test_a_party_that_must_always_agree_cannot_be_outvoted() -> None:
    """Two of three suffice unless the third has to be among them."""
    values = {"price": {"low": (0.0, 0.0), "high": (1.0, 1.0)}}
    wants_high = [Preference(party, weights={"price": 1.0}, values=values) for party in ("A", "B")]
    wants_low = Preference("C", weights={"price": 1.0}, values={"price": {"low": (1.0, 1.0), "high": (0.0, 0.0)}})
    model = NegotiationModel(
        ("A", "B", "C"), (Issue("price", ("low", "high")),), (*wants_high, wants_low), ("A", "B", "C")
    )  # fmt: skip
    assert settle(model).zopa.count == 0
    assert settle(replace(model, agreement=Agreement(2))).zopa.count == 1
    assert settle(replace(model, agreement=Agreement(2, ("C",)))).zopa.count == 0
