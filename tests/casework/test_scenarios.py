"""Scenarios: written in a URL and read back, applied to a model, kept by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.case import Case, load_case
from zopa.case.case import Issue, Option, Party
from zopa.casework.gathering import gather
from zopa.casework.opencase import open_case
from zopa.casework.savedscenarios import MOST, remove_scenario, save_scenario, saved_scenarios
from zopa.casework.scenarios import Line, Scenario, applied, in_words, scenario_from, scenario_query
from zopa.casework.whatif import answer, what_if
from zopa.errors import UsageError
from zopa.settlements import Issue as ModelIssue
from zopa.settlements import NegotiationModel, Preference
from zopa.settlements.model import Agreement

if TYPE_CHECKING:
    from zopa.casework.folder import CaseFolder

PARTIES = ("Union", "Com pany & Söhne", "Rat<script>")
OPTIONS = {"wage": ("2", "4 %", "six+"), "Rosters?": ("two weeks", "four&weeks")}

CASE = Case(
    id="ferry",
    title="Ferry",
    parties=tuple(Party(id=id, name=id) for id in PARTIES),
    issues=tuple(
        Issue(id=id, name=id, options=tuple(Option(id=option) for option in options)) for id, options in OPTIONS.items()
    ),
    signatories=PARTIES[:2],
)

party = st.sampled_from(PARTIES)
option = st.sampled_from([(issue, name) for issue, names in OPTIONS.items() for name in names])
share = st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0])
parties = st.lists(party, unique=True).map(tuple)


def by_party(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """One value for each of some parties."""
    return st.dictionaries(party, values).map(lambda found: tuple(found.items()))


scenarios = st.builds(
    Scenario,
    as_of=st.none() | st.dates(date(1999, 1, 1), date(2050, 1, 1)),
    posture=st.none() | share,
    hidden=st.none() | share,
    kappa=st.none() | share,
    half_life=st.none() | st.sampled_from([1.0, 90.0, 365.5]),
    relax=st.lists(st.builds(lambda p, o: (p, *o), party, option), unique=True).map(tuple),
    red_line=st.lists(st.builds(lambda p, o, s: Line(p, *o, s), party, option, share), unique=True).map(tuple),
    without=parties,
    joined=parties,
    order=by_party(st.lists(st.sampled_from(list(OPTIONS)), unique=True, min_size=1).map(tuple)),
    weight=by_party(st.dictionaries(st.sampled_from(list(OPTIONS)), share, min_size=1).map(lambda d: tuple(d.items()))),
    reservation=by_party(share),
)


@given(scenarios)
def test_a_scenario_survives_its_url(scenario: Scenario) -> None:
    """Whatever is set, the query gives it back, and holds nothing that a URL or a page could trip over."""
    query = scenario_query(scenario)
    assert scenario_from(query, CASE) == scenario
    assert not set(query) & set(" <>\"'#?\n")
    assert scenario.empty == (query == "")


@given(scenarios)
def test_every_setting_is_told_in_words(scenario: Scenario) -> None:
    """One line for each thing set."""
    assert bool(in_words(scenario, CASE)) != scenario.empty


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("posture=2", "posture lies between 0 and 1, not at 2"),
        ("posture=nan", "posture lies between 0 and 1"),
        ("posture=much", "'much' is no number for posture"),
        ("half_life=0", "half life lies between 1 and"),
        ("as_of=soon", "'soon' is no day"),
        ("relax=Union", "no refusal. Write PARTY:ISSUE=OPTION"),
        ("relax=Union:wage=9", "There is no option '9' of wage"),
        ("relax=Union:pay=2", "There is no issue 'pay'"),
        ("without=Nobody", "There is no party 'Nobody'"),
        ("weight=Union:wage=3", "the weight of wage lies between 0 and 1"),
        ("reservation=Union=x", "'x' is no number"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(query: str, said: str) -> None:
    """With what there is, or how it is written."""
    with pytest.raises(UsageError) as error:
        scenario_from(query, CASE)
    assert said in str(error.value)


def test_empty_values_and_other_keys_are_passed_over() -> None:
    """A form sends every field; a link may carry keys of other things."""
    assert scenario_from("?posture=&as_of=&name=x&page=2", CASE).empty


MODEL = NegotiationModel(
    parties=PARTIES,
    issues=tuple(ModelIssue(id, options) for id, options in OPTIONS.items()),
    preferences=tuple(Preference(id) for id in PARTIES),
    signatories=PARTIES[:2],
    ratifiers=(PARTIES[2],),
    agreement=Agreement(3, (PARTIES[0],)),
)


def test_the_empty_scenario_leaves_the_model_as_it_is() -> None:
    """Nothing set, nothing changed."""
    assert applied(Scenario(), MODEL) == MODEL


def test_signatories_leave_and_join() -> None:
    """Who leaves is needed no longer, and the number of those needed is never more than there are."""
    found = applied(Scenario(without=(PARTIES[0], PARTIES[2])), MODEL)
    assert (found.signatories, found.ratifiers, found.agreement) == ((PARTIES[1],), (), Agreement(1, ()))
    joined = applied(Scenario(joined=(PARTIES[2], PARTIES[0])), replace(MODEL, ratifiers=()))
    assert joined.signatories == PARTIES
    with pytest.raises(UsageError, match="Nobody would be left to sign"):
        applied(Scenario(without=PARTIES), MODEL)


def test_weights_set_by_hand_always_add_up_to_one() -> None:
    """Issues left out share what is left equally; more than 1 in all is scaled down; all zero means alike."""

    def weights(*pairs: tuple[str, float]) -> object:
        return applied(Scenario(weight=(("Union", pairs),)), MODEL).preferences[0].weights

    assert weights(("wage", 0.8)) == {"wage": 0.8, "Rosters?": pytest.approx(0.2)}
    assert weights(("wage", 1.0), ("Rosters?", 1.0)) == {"wage": 0.5, "Rosters?": 0.5}
    assert weights(("wage", 0.0), ("Rosters?", 0.0)) == {"wage": 0.5, "Rosters?": 0.5}


def test_a_scenario_of_a_case_is_answered_with_the_difference(ferry: CaseFolder) -> None:
    """Giving up a refusal opens packages in more draws; the empty scenario differs in nothing."""
    gathered = gather(ferry)
    same = answer(gathered, Scenario(), draws=400)
    assert same.difference.headline.point == 0.0
    relaxed = scenario_from("relax=Union:rosters=four_weeks", gathered.case)
    found = answer(gathered, relaxed, same.baseline, draws=400)
    assert found.difference.exists.point > 0
    assert found.words == ("Union no longer refuses four_weeks (Length of a tour of duty on board)",)
    assert what_if(ferry.path, [("relax", "union:rosters=four_weeks")], draws=400).as_dict() == found.as_dict()


def test_the_library_answers_as_the_workbench_does(ferry: CaseFolder) -> None:
    """An address copied out of the browser is a question to an open case."""
    query = "?relax=Union:rosters=four_weeks&posture=0.2"
    found = open_case(ferry.path).what_if(query, draws=400)
    expected = answer(gather(ferry), scenario_from(query, gather(ferry).case), draws=400)
    assert found.as_dict() == expected.as_dict()


def test_the_evidence_is_that_of_the_day(ferry: CaseFolder) -> None:
    """As of a day before anything was published nobody is known to refuse anything."""
    gathered = gather(ferry)
    dated = {id: replace(found, published=date(2031, 3, 3)) for id, found in gathered.articles.items()}
    gathered = replace(gathered, articles=dated, as_of=date(2031, 3, 4))
    found = answer(gathered, Scenario(as_of=date(2031, 3, 1)), draws=100)
    assert found.outlook.red_lines == ()
    assert found.baseline.red_lines != ()


def test_other_assumptions_count(ferry: CaseFolder) -> None:
    """A refusal that is only firm binds less often where kappa is lower, and age counts more with a short half-life."""
    gathered = gather(ferry)

    def binds(scenario: Scenario) -> float:
        return sum(line.binds for line in answer(gathered, scenario, draws=400).outlook.red_lines)

    assert binds(Scenario(posture=0.9)) < binds(Scenario(posture=0.1))
    assert binds(Scenario(kappa=0.0)) <= binds(Scenario(kappa=1.0))


def test_scenarios_are_kept_by_name(ferry: CaseFolder) -> None:
    """Saved, replaced, listed in order, removed; beside the case file and not in the ledger."""
    case = load_case(ferry.path)
    before = ferry.ledger.read_bytes()
    assert saved_scenarios(ferry, case) == ()
    save_scenario(ferry, " Calm   words ", Scenario(posture=0.5))
    save_scenario(ferry, "No company: 'quoted' # and more", Scenario(without=("Company",)))
    save_scenario(ferry, "Calm words", Scenario(posture=0.25))
    found = saved_scenarios(ferry, case)
    assert [(one.name, one.scenario) for one in found] == [
        ("Calm words", Scenario(posture=0.25)),
        ("No company: 'quoted' # and more", Scenario(without=("Company",))),
    ]
    assert remove_scenario(ferry, "Calm words")
    assert not remove_scenario(ferry, "Calm words")
    assert len(saved_scenarios(ferry, case)) == 1
    assert ferry.ledger.read_bytes() == before


def test_a_scenario_the_case_has_outgrown_says_so(ferry: CaseFolder) -> None:
    """It is listed with what is wrong, and the others stand."""
    (ferry.path / "scenarios.yaml").write_text("scenarios:\n  old: without=Gone\n  good: posture=0.1\n", "utf-8")
    old, good = saved_scenarios(ferry, load_case(ferry.path))
    assert old.scenario is None
    assert "no party 'Gone'" in old.why
    assert good.scenario == Scenario(posture=0.1)


@pytest.mark.parametrize("text", ["[1, 2]", "scenarios: 7", "a: b: c", "scenarios: {x: [1]}", "x: 2025-13-45"])
def test_a_file_that_holds_no_scenarios_is_not_overwritten(ferry: CaseFolder, text: str) -> None:
    """One plain line; what stands there stays."""
    (ferry.path / "scenarios.yaml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match="scenarios"):
        save_scenario(ferry, "x", Scenario())
    assert (ferry.path / "scenarios.yaml").read_text("utf-8") == text


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\x00b"])
def test_a_name_has_to_be_one(ferry: CaseFolder, name: str) -> None:
    """Not empty, not endless, nothing that cannot be printed."""
    with pytest.raises(UsageError, match="needs a name"):
        save_scenario(ferry, name, Scenario())


def test_not_more_scenarios_than_anybody_reads(ferry: CaseFolder) -> None:
    """The file stays small."""
    rows = "\n".join(f"  s{number}: posture=0.1" for number in range(MOST))
    (ferry.path / "scenarios.yaml").write_text(f"scenarios:\n{rows}\n", "utf-8")
    with pytest.raises(UsageError, match="Remove one first"):
        save_scenario(ferry, "one more", Scenario())
    save_scenario(ferry, "s1", Scenario(posture=0.2))
