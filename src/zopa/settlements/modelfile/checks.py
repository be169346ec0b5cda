"""What a MODEL that reads well still gets wrong: rules that exclude everything, parties nothing can satisfy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.settlements.feasibility import conflicting_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.settlements.model import Issue, NegotiationModel, Preference
    from zopa.settlements.modelfile.sheet import Sheet

TOLERANCE = 1e-9


def check_meaning(sheet: Sheet, model: NegotiationModel) -> None:
    """Add to the sheet what is contradictory (errors) or surprising (warnings) in a model."""
    conflict = conflicting_rules(model.issues, model.rules)
    if conflict:
        numbers = ", ".join(str(index + 1) for index in conflict)
        which = f"Rule {numbers} excludes" if len(conflict) == 1 else f"Rules {numbers} together exclude"
        sheet.report("ZP222", ("rules", conflict[0]), f"{which} every package.", "Loosen one of them.")
        return
    preferences = {preference.party: preference for preference in model.preferences}
    signing = tuple(dict.fromkeys((*model.signatories, *model.ratifiers)))
    never = [party for party in signing if _refuses_all(model, preferences[party])]
    for party in never:
        message = f"'{party}' can accept no package whatever the others do."
        sheet.report("ZP225", ("preferences", party), message, "Check its reservation and red lines.", "warning")
    if never:
        return
    for issue in model.issues:
        for option in issue.options:
            if signing and all(_refuses(model, preferences[party], issue, option) for party in signing):
                message = f"No signatory can accept '{option}' of '{issue.id}'."
                sheet.report("ZP224", ("issues", issue.id), message, "Leave it if that is meant.", "warning")


def _refuses_all(model: NegotiationModel, preference: Preference) -> bool:
    by_issue = {issue.id: issue for issue in model.issues}
    covered = any(
        red_line.p >= 1
        and red_line.party == preference.party
        and all(set(options) >= set(by_issue[issue].options) for issue, options in red_line.when)
        for red_line in model.red_lines
    )
    return covered or _best(model, preference, {}) < preference.reservation[0] - TOLERANCE


def _refuses(model: NegotiationModel, preference: Preference, issue: Issue, option: str) -> bool:
    """Whether a party certainly refuses every package with an option."""
    vetoed = any(
        red_line.p >= 1
        and red_line.party == preference.party
        and red_line.when
        and all(name == issue.id and option in options for name, options in red_line.when)
        for red_line in model.red_lines
    )
    return vetoed or _best(model, preference, {issue.id: option}) < preference.reservation[0] - TOLERANCE


def _best(model: NegotiationModel, preference: Preference, fixed: Mapping[str, str]) -> float:
    """No package with the ``fixed`` options is worth more than this to the party (rules left aside)."""
    bonus = sum(max(term.add, 0.0) for term in model.interactions if term.party == preference.party)
    best = [_best_of(preference, issue, fixed.get(issue.id)) for issue in model.issues]
    if preference.scores is not None:
        return bonus + sum(best)
    if preference.weights is not None:
        return bonus + sum(
            preference.weights.get(issue.id, 0.0) * value for issue, value in zip(model.issues, best, strict=True)
        )
    stakes = preference.order or preference.stakes or tuple(issue.id for issue in model.issues)
    return bonus + max(value for issue, value in zip(model.issues, best, strict=True) if issue.id in stakes)


def _best_of(preference: Preference, issue: Issue, fixed: str | None) -> float:
    options = issue.options if fixed is None else (fixed,)
    if preference.scores is not None:
        return max(preference.scores.get(issue.id, {}).get(option, 0.0) for option in options)
    return max(preference.values.get(issue.id, {}).get(option, (0.0, 1.0))[1] for option in options)
