"""From positions to a model: origins, vetoes, succession, dates, and what the case itself says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.case.case import RedLine, Rule, Settings
from zopa.positions import Condition, Evidence, Position
from zopa.preferences import build_model
from zopa.settlements import settle

if TYPE_CHECKING:
    from zopa.case.case import Case

TODAY = date(2031, 3, 10)


def evidence(
    option: str,
    stance: str,
    strength: str = "firm",
    *,
    issue: str = "wage",
    party: str = "Union",
    speaker: str = "Marta Lindqvist",
    on: date | None = TODAY,
    via: tuple[str, ...] = (),
    confidence: float = 1.0,
    counted: bool = True,
    condition: Condition | None = None,
    article: int = 0,
) -> Evidence:
    """One coded position; ``article`` tells apart articles of one text each."""
    words = f"{speaker} on {issue} {option} {stance} {on} {via}."
    page = make_article(f"Page {article}. {words}", published=on.isoformat() if on else None)
    kind: Any = "narrator" if speaker == "narrator" else "person"
    statement = make_statement(page, words, speaker, kind, said_on=on.isoformat() if on else None, via=via)
    position = Position(
        statement.id, party, issue, option, stance, strength, (), "made up", confidence, condition, counted
    )
    return Evidence(position, statement, page)


def claims(*found: Evidence, case: Case = STRIKE, as_of: date = TODAY) -> dict[tuple[str, str, str], Any]:
    """The claims of the model of some evidence, by issue, option and stance."""
    built = build_model(case, found, as_of)
    return {(claim.issue, claim.option, claim.stance): claim for claim in built.claims}


@pytest.mark.parametrize(
    ("stance", "strength", "veto"),
    [
        ("demands", "red_line", 1.0),
        ("demands", "firm", 0.0),
        ("rejects", "red_line", 1.0),
        ("rejects", "firm", 0.5),
        ("rejects", "soft", 0.0),
        ("accepts", "red_line", 0.0),
        ("offers", "firm", 0.0),
        ("undecided", "firm", 0.0),
        ("conditions", "firm", 0.0),
    ],
)
def test_the_veto_of_each_stance_and_strength(stance: str, strength: str, veto: float) -> None:
    """The table of mathematics, step 4; a condition known only in words vetoes nothing."""
    found = claims(evidence("8", stance, strength))
    assert found["wage", "8", stance].veto == veto


def test_a_condition_that_is_a_package_vetoes_without_it() -> None:
    """Wanted only with another option: refused on packages without it."""
    condition = Condition("if the drivers come back", (("dismissed_workers", "reinstated"),))
    found = claims(evidence("5", "conditions", condition=condition))["wage", "5", "conditions"]
    assert (found.veto, found.unless) == (1.0, (("dismissed_workers", ("reinstated",)),))


def test_repeats_of_one_origin_count_once_at_the_strongest_weight() -> None:
    """The same speaker, party, issue, option and stance, three times over: one claim, with all statements behind it."""
    found = build_model(
        STRIKE,
        [
            evidence("8", "demands", via=("Dockside Radio",), article=1),
            evidence("8", "demands", article=2),
            evidence("8", "demands", confidence=0.3, article=3),
        ],
        TODAY,
    )
    (claim,) = found.claims
    assert claim.alpha == pytest.approx(0.95)
    assert len(claim.statements) == 3


def test_a_rival_s_account_is_another_origin_and_weighs_less() -> None:
    """The port on what the union wants: coded under the union, one relay more, the grade of a third party."""
    found = build_model(STRIKE, [evidence("8", "demands"), evidence("8", "demands", speaker="Jonas Okafor")], TODAY)
    assert sorted(claim.alpha for claim in found.claims) == pytest.approx([0.6 * 0.8, 0.95])
    assert len({claim.origin for claim in found.claims}) == 2


def test_a_party_s_own_later_word_replaces_its_earlier_one() -> None:
    """As of its date, and not before."""
    earlier, later = evidence("8", "demands", on=TODAY - timedelta(9)), evidence("5", "accepts", on=TODAY)
    assert set(claims(earlier, later)) == {("wage", "5", "accepts")}
    assert set(claims(earlier, later, as_of=TODAY - timedelta(1))) == {("wage", "8", "demands")}


def test_what_is_not_counted_or_not_about_packages_is_left_out() -> None:
    """Suggestions, unknown parties and options, and issues of procedure make no claim."""
    talks = STRIKE.issue("strike_end").model_copy(update={"kind": "procedure"})
    issues = tuple(talks if issue.id == talks.id else issue for issue in STRIKE.issues)
    case = STRIKE.model_copy(update={"issues": issues})
    found = build_model(
        case,
        [
            evidence("8", "demands", counted=False),
            evidence("8", "demands", party="none"),
            evidence("9", "demands"),
            evidence("after_signature", "demands", issue="strike_end"),
        ],
        TODAY,
    )
    assert found.claims == ()
    assert [issue.id for issue in found.issues] == ["wage", "night_shifts", "dismissed_workers"]


def test_an_undated_statement_counts_as_said_on_the_day_asked_for() -> None:
    """Without any date there is no age to take off."""
    assert claims(evidence("8", "demands", on=None))["wage", "8", "demands"].alpha == pytest.approx(0.95)


@pytest.mark.parametrize(
    ("demanded", "direction"),
    [(["8"], {"wage": 1}), (["3"], {"wage": -1}), (["5"], {}), (["3", "8"], {}), ([], {})],
)
def test_who_demands_one_end_of_a_scale_wants_more_or_less_of_it(
    demanded: list[str], direction: dict[str, int]
) -> None:
    """Values rise toward the end a party demands; a demand of both ends or of the middle says nothing of that kind."""
    found = build_model(STRIKE, [evidence(option, "demands") for option in demanded], TODAY)
    union = next(preference for preference in found.preferences if preference.party == "Union")
    assert dict(union.monotone) == direction
    assert found.issues[0].scale == (3.0, 5.0, 8.0)


def test_the_case_gives_rules_red_lines_stakes_order_and_settings() -> None:
    """What the analyst asserts is taken over, with its reason; what is not about packages is not."""
    case = STRIKE.model_copy(
        update={
            "rules": (
                Rule(if_={"wage": ("8",)}, then={"night_shifts": ("kept",)}),
                Rule(never={"wage": ("3",), "strike_end": ("after_signature",)}),
            ),
            "red_lines": (RedLine(party="Port", when={"wage": ("8",)}, reason="the budget is law", p=0.9),),
            "stakes": {"Union": ("wage", "night_shifts")},
            "order": {"Port": ("wage", "strike_end", "night_shifts", "dismissed_workers")},
            "ratifiers": ("Port",),
            "settings": Settings(reservation=0.45, posture=0.2, hidden_red_line=0.01),
        }
    )
    found = build_model(case, [], TODAY)
    assert [rule.never for rule in found.rules] == [(), (("wage", ("3",)), ("strike_end", ("after_signature",)))]
    assert [(line.party, line.because, line.p) for line in found.red_lines] == [("Port", "the budget is law", 0.9)]
    union, port = found.preferences
    assert (union.stakes, union.order) == (("wage", "night_shifts"), None)
    assert port.order == ("wage", "strike_end", "night_shifts", "dismissed_workers")
    assert (union.reservation, found.posture, found.hidden_red_line) == ((0.45, 0.45), 0.2, 0.01)
    assert (found.signatories, found.ratifiers) == (("Union", "Port"), ("Port",))


def test_the_order_of_the_evidence_changes_nothing() -> None:
    """Statements in any order give the same settlement, to the last bit."""
    found = [
        evidence("8", "demands", "red_line"),
        evidence("8", "rejects", party="Port", speaker="Jonas Okafor"),
        evidence("kept", "offers", issue="night_shifts", party="Port", speaker="Jonas Okafor"),
    ]
    first, second = (settle(build_model(STRIKE, some, TODAY), draws=60) for some in (found, found[::-1]))
    assert first.as_dict() == second.as_dict()


def test_changed_display_names_change_nothing() -> None:
    """Only ids count: the same case under other names settles alike."""
    renamed = tuple(issue.model_copy(update={"name": f"Issue called {issue.id}"}) for issue in STRIKE.issues)
    other = STRIKE.model_copy(update={"issues": renamed, "title": "Another title"})
    found = [evidence("8", "demands"), evidence("3", "demands", party="Port", speaker="Jonas Okafor")]
    first, second = (settle(build_model(case, found, TODAY), draws=60) for case in (STRIKE, other))
    assert first.as_dict() == second.as_dict()


def test_without_evidence_everything_is_open() -> None:
    """Silence is no position: bounds 0 and 1 for every package."""
    found = settle(replace(build_model(STRIKE, [], TODAY), hidden_red_line=0.0), draws=60)
    assert all((p.acceptability.lower, p.acceptability.upper) == (0.0, 1.0) for p in found.packages)


def test_what_can_be_divided_is_divided_between_two_signatories() -> None:
    """A divisible issue of the case is one of the model, and where both sides demand another option it is shared."""
    issues = tuple(issue.model_copy(update={"divisible": issue.id == "wage"}) for issue in STRIKE.issues)
    options = [option.id for option in STRIKE.issue("wage").options]
    case = STRIKE.model_copy(update={"issues": issues, "signatories": ("Union", "Port"), "ratifiers": ()})
    said = [
        evidence(options[0], "demands", party="Port", speaker="Port"),
        evidence(options[-1], "demands", party="Union", article=1),
    ]
    model = build_model(case, said, TODAY)
    assert [issue.id for issue in model.issues if issue.divisible] == ["wage"]
    found = settle(replace(model, rules=()), draws=200).solutions.adjusted_winner
    assert found is not None
    assert found.shares == {"wage": {"Union": 0.5, "Port": 0.5}}
