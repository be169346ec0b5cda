"""An outlook as rows a page can show: the package, the red lines, what stands in the way, in the words of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing.briefing import Headline

if TYPE_CHECKING:
    from zopa.casework.state import CaseState
    from zopa.casework.whatif import Answer
    from zopa.settlements import Outlook
    from zopa.workbench.views.page import Row


def headline_of(outlook: Outlook) -> Headline:
    """The headline as the wordings of a briefing take it."""
    found = outlook.headline
    return Headline(
        package=None if found.package is None else tuple(found.package.items()),
        point=found.point,
        se=found.se,
        low=found.range[0],
        high=found.range[1],
        lower=found.bounds[0],
        upper=found.bounds[1],
        some_package=outlook.exists.point,
        some_package_se=outlook.exists.se,
        count=None,
        exact=False,
        statements=(),
    )


def package_rows(answer: Answer, state: CaseState) -> list[Row]:
    """The best package issue by issue, those nobody has been heard on last; ``changed`` against the baseline's."""
    look, package = state.now.look, answer.outlook.headline.package or {}
    rows = [
        {
            "id": issue,
            "issue": look.short(issue),
            "option": look.option(issue, option),
            "changed": issue in answer.difference.changed,
            "heard": issue not in look.silent,
        }
        for issue, option in package.items()
    ]
    return sorted(rows, key=lambda row: not row["heard"])


def objection_rows(answer: Answer, state: CaseState) -> list[Row]:
    """What stands in the way of the best package, most frequent first, in words."""
    look = state.now.look
    return [
        {
            "party": look.party(one.clause.party),
            "says": _refusal(one.clause.party, one.clause.id, one.clause.kind, state),
            "kind": one.clause.kind,
            "share": one.share,
            "alone": one.alone,
            "statements": _quotable(one.clause.statements, state),
        }
        for one in answer.outlook.objections
    ]


def line_rows(answer: Answer, state: CaseState) -> list[Row]:
    """The red lines of signatories with how often they bind; ``added`` are those the scenario adds."""
    look = state.now.look
    added = {f"{one.party}: {one.issue}={one.option}" for one in answer.scenario.red_line}
    return [
        {
            "party": look.party(line.clause.party),
            "says": _refusal(line.clause.party, line.clause.id, line.clause.kind, state),
            "because": line.clause.because,
            "kind": line.clause.kind,
            "binds": line.binds,
            "crossed": line.crossed,
            "added": line.clause.id in added,
            "statements": _quotable(line.clause.statements, state),
        }
        for line in answer.outlook.red_lines
    ]


def _quotable(ids: tuple[str, ...], state: CaseState) -> list[str]:
    return [id for id in ids if id in state.now.look.statements]


def _refusal(party: str, id: str, kind: str, state: CaseState) -> str:
    if kind == "reservation":
        return "does better without a deal"
    said = state.names.clause(party, id)
    return f"may refuse {said}, though nobody has heard it do so" if kind == "hidden" else f"refuses {said}"
