"""What if: a scenario's answer beside the case as it stands, and saved scenarios side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from zopa.briefing import wording
from zopa.casework.savedscenarios import saved_scenarios
from zopa.casework.scenarios import Scenario, in_words, scenario_of, scenario_query
from zopa.casework.whatif import EXISTS, HEADLINE
from zopa.errors import UsageError
from zopa.workbench.views.outlooks import line_rows, objection_rows, package_rows
from zopa.workbench.views.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.casework.savedscenarios import Saved
    from zopa.casework.state import CaseState
    from zopa.casework.whatif import Answer
    from zopa.workbench.views.page import Ask, Row

MOST_COMPARED = 8
LEAST_ASSUMED = 0.05
"""A refusal nobody has stated that stands in the way more rarely than this is only counted."""


SAYS = {
    "as_of": "Only what was known on this day (YYYY-MM-DD).",
    "posture": "How much of what is said in public is bargaining stance, 0 to 1.",
    "hidden": "The chance of a red line nobody has stated, for each option.",
    "kappa": "The chance that a refusal that is only firm is a red line.",
    "half_life": "Days after which evidence counts half.",
    "relax": "A stated refusal given up: PARTY:ISSUE=OPTION.",
    "red_line": "A red line more: PARTY:ISSUE=OPTION, or PARTY:ISSUE=OPTION,P with its probability.",
    "without": "A signatory left out.",
    "joined": "A party that must sign too.",
    "order": "A party's issues, the most important first: PARTY:ISSUE,ISSUE.",
    "weight": "Weights of a party's issues: PARTY:ISSUE=0.5,ISSUE=0.2; the others share the rest equally.",
    "reservation": "What a party has without a deal: PARTY=0.4.",
}
"""What each key of a scenario does."""


def whatif(state: CaseState, ask: Ask) -> Page:
    """What would change if something were otherwise, with the difference to the case as it stands."""
    problem = ""
    try:
        scenario = scenario_of(_asked(ask, state), state.case)
        answer = state.answer(scenario)
    except UsageError as error:
        problem, scenario = str(error), Scenario()
        answer = state.answer(scenario)
    saved = saved_in(state)
    data = {
        "answer": answer,
        "scenario": scenario,
        "query": scenario_query(scenario),
        "problem": problem,
        "look": state.now.look,
        "case": state.case,
        "state": state,
        "saved": saved,
        "name": next((one.name for one in saved if one.scenario == scenario and not scenario.empty), ""),
        **_form(scenario, state),
        "figures": [_figure(row, state) for row in answer.rows()],
        "changed": _changed(answer, state),
        "package": package_rows(answer, state),
        **_in_the_way(objection_rows(answer, state)),
        "lines": line_rows(answer, state),
        "steps": [step / 10 for step in range(11)],
    }
    address = f"/whatif?{data['query']}" if data["query"] else "/whatif"
    return Page("whatif.html", "What if", data, list(answer.rows()), part="whatif_part.html", address=address)


def scenarios(state: CaseState, ask: Ask) -> Page:
    """The scenarios kept by name, side by side with the case as it stands."""
    saved = saved_in(state)
    asked = ask.every("name")
    usable = [one for one in saved if one.scenario is not None and (not asked or one.name in asked)]
    compared = [(one, state.answer(one.scenario)) for one in usable[:MOST_COMPARED] if one.scenario is not None]
    data = {
        "saved": saved,
        "asked": asked,
        "compared": compared,
        "more": len(usable) - len(compared),
        "baseline": state.baseline,
        "look": state.now.look,
        "state": state,
    }
    return Page("scenarios.html", "Scenarios", data, [*_compared_rows(compared, state)])


def saved_in(state: CaseState) -> tuple[Saved, ...]:
    """The scenarios kept for the case; none where a state has no folder."""
    return saved_scenarios(state.folder, state.case) if state.folder else ()


def _asked(ask: Ask, state: CaseState) -> list[tuple[str, str]]:
    """The pairs of the query as a scenario has them: what the form sends though it is as the case has it is left out.

    ``weigh`` (a party's issue) and ``share`` are two fields of the form for one weight.
    """
    usual = f"{state.case.settings.posture:g}"
    pairs = [pair for pair in ask.query if pair[0] != "posture" or pair[1] not in (usual, str(float(usual)))]
    if ask.get("weigh") and ask.get("share"):
        pairs.append(("weight", f"{ask.get('weigh')}={ask.get('share')}"))
    return pairs


def _form(scenario: Scenario, state: CaseState) -> dict[str, Any]:
    """What the form shows: each setting with the value that its field sends."""
    look = state.now.look

    def one(part: Scenario) -> tuple[str, str]:
        return scenario_values(part), in_words(part, state.case)[0]

    weights = [(party, pair) for party, pairs in scenario.weight for pair in pairs]
    orders = [order for order in scenario.order if len(order[1]) > 1]
    return {
        "refusals": _refusals(scenario, state),
        "added": [one(Scenario(red_line=(line,))) for line in scenario.red_line],
        "weighed": [one(Scenario(weight=((party, (pair,)),))) for party, pair in weights],
        "kept_orders": [one(Scenario(order=(order,))) for order in orders],
        "ordered": {party: issues[0] for party, issues in scenario.order if len(issues) == 1},
        "reserved": {party: f"{value:g}" for party, value in scenario.reservation},
        "options": [
            (party.id, party.name, issue.id, look.short(issue.id), option.id, look.option(issue.id, option.id))
            for party in state.case.parties
            for issue in state.case.substantive
            for option in issue.options
        ],
    }


def scenario_values(scenario: Scenario) -> str:
    """The value of the one pair a scenario of one setting writes."""
    ((_, value),) = parse_qsl(scenario_query(scenario))
    return value


def _refusals(scenario: Scenario, state: CaseState) -> list[Row]:
    """The refusals of single options that the case knows of or the scenario gives up, as a scenario writes them."""
    look = state.now.look
    known = {line.clause.id: line for line in state.baseline.red_lines}
    found: dict[tuple[str, str, str], Row] = {}
    for party in state.case.parties:
        for issue in state.case.substantive:
            for option in issue.options:
                line = known.get(f"{party.id}: {issue.id}={option.id}")
                given_up = (party.id, issue.id, option.id) in scenario.relax
                if line is not None or given_up:
                    found[party.id, issue.id, option.id] = {
                        "value": f"{party.id}:{issue.id}={option.id}",
                        "says": f"{look.party(party.id)} refuses {look.option(issue.id, option.id)}",
                        "issue": look.short(issue.id),
                        "binds": line.binds if line else 0.0,
                        "given_up": given_up,
                    }
    return sorted(found.values(), key=lambda row: -row["binds"])


def _figure(row: Row, state: CaseState) -> Row:
    """One row of the table of figures, with labels for a reader and bars from 0 to 1."""
    of = row["of"]
    party = of.removesuffix(" accepts it")
    label = {HEADLINE: "The best package suits all", EXISTS: "Some package suits each draw"}.get(of)
    return {
        **row,
        "label": label or f"It is accepted by {state.now.look.party(party)}",
        "main": of == HEADLINE,
        "aside": of == EXISTS,
        "sure": row["difference"] is not None and abs(row["difference"]) > 2 * row["difference_se"] > 0,
    }


def _changed(answer: Answer, state: CaseState) -> list[Row]:
    look = state.now.look
    return [
        {"issue": look.short(issue), "before": look.option(issue, one), "after": look.option(issue, other)}
        for issue, (one, other) in answer.difference.changed.items()
    ]


def _in_the_way(rows: list[Row]) -> dict[str, Any]:
    listed = [row for row in rows if row["kind"] != "hidden" or row["share"] >= LEAST_ASSUMED]
    more = len(rows) - len(listed)
    return {"in_the_way": listed, "unlisted": wording.unlisted(more) if more else ""}


def _compared_rows(compared: list[tuple[Saved, Answer]], state: CaseState) -> Iterator[Row]:
    """One row a scenario, the case as it stands first."""
    yield {"scenario": "as it stands", "query": "", **_summary(state.baseline.headline, None)}
    for saved, answer in compared:
        yield {"scenario": saved.name, "query": saved.query, **_summary(answer.outlook.headline, answer)}


def _summary(headline: Any, answer: Answer | None) -> Row:
    change = answer.difference.headline if answer else None
    return {
        "headline": headline.point,
        "headline_se": headline.se,
        "low": headline.range[0],
        "high": headline.range[1],
        "difference": change.point if change else None,
        "difference_se": change.se if change else None,
        "says": wording.percent(headline.point),
    }
