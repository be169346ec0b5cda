"""The placeholders of the template: what a case file still holds where nobody has filled it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case.case import Issue, Party
    from zopa.case.findings import Findings, Place

PARTIES = ("Side A", "Side B")
"""The ids of the template's parties; one of them with aliases, people or a name of its own has been filled in."""

ISSUE_NAME = "What the first issue is"
"""The name of the template's issue."""

DEFINITIONS = (
    "the outcome side A asks for, in one line",
    "the outcome side B asks for, in one line",
    "something between the two, in one line",
)
"""The definitions of the template's options."""


def report_placeholders(findings: Findings, parties: Sequence[Party], issues: Sequence[Issue]) -> None:
    """Report what stands as the template has it (ZP033): parties, the issue's name, each definition."""
    for number, party in enumerate(parties):
        if party.id in PARTIES and party.name in ("", party.id) and not party.aliases and not party.people:
            findings.report(
                "ZP033", _place(findings, "parties", number, party.id), f"The party {party.id!r} is a placeholder."
            )
    for number, issue in enumerate(issues):
        place = _place(findings, "issues", number, issue.id)
        if issue.name == ISSUE_NAME:
            findings.report("ZP033", place, f"The name of the issue {issue.id!r} is a placeholder.")
        left = [option.id for option in issue.options if option.definition in DEFINITIONS]
        if left:
            what = "The option" if len(left) == 1 else "The options"
            be = "is a placeholder" if len(left) == 1 else "are placeholders"
            listed = ", ".join(repr(id) for id in left)
            findings.report("ZP033", (*place, "options"), f"{what} {listed} {be}.")


def _place(findings: Findings, key: str, number: int, id: str) -> Place:
    """Where an entry stands: in a list by its number, in a mapping by its id."""
    return (key, id) if isinstance(findings.document.data[key], dict) else (key, number)
