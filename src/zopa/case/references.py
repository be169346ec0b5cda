"""Reading what refers to declared parties, issues and options: partial packages, stakes, orders and signatories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.case.entries import items_of, word
from zopa.case.names import Names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case.case import Issue, Party
    from zopa.case.findings import Findings, Place

Partial = dict[str, tuple[str, ...]]
"""A partial package: issue id to the option ids that match it. Options are alternatives; issues match together."""


@dataclass(frozen=True, slots=True)
class References:
    """Looks up what is declared and reports what is not."""

    findings: Findings
    parties: Names
    issues: Names
    options: dict[str, Names]
    procedure: frozenset[str]

    @classmethod
    def of(cls, findings: Findings, parties: Sequence[Party], issues: Sequence[Issue]) -> References:
        """Lookups over what the case file declares."""
        return cls(
            findings,
            Names({party.id: party.name for party in parties}),
            Names({issue.id: issue.name for issue in issues}),
            {issue.id: Names.of(option.id for option in issue.options) for issue in issues},
            frozenset(issue.id for issue in issues if issue.kind == "procedure"),
        )

    def party(self, value: Any, place: Place) -> str | None:
        """The id of the party meant; reports ZP010."""
        reference = word(value) or ""
        found = self.parties.find(reference)
        if found is None:
            self.findings.report(
                "ZP010", place, f"There is no party {reference!r}.", self.parties.suggestion(reference)
            )
        return found

    def party_list(self, value: Any, place: Place) -> tuple[str, ...]:
        """The ids of the parties listed at a place of the file, each once."""
        found = [self.party(item, item_place) for item, item_place in items_of(value, place)]
        return tuple(dict.fromkeys(id for id in found if id is not None))

    def issue(self, value: Any, place: Place, *, of_packages: bool = True) -> str | None:
        """The id of the issue meant; reports ZP011, and ZP019 for one that is no part of a package."""
        reference = word(value) or ""
        found = self.issues.find(reference)
        if found is None:
            self.findings.report("ZP011", place, f"There is no issue {reference!r}.", self.issues.suggestion(reference))
        elif of_packages and found in self.procedure:
            self.findings.report("ZP019", place, f"{found!r} is an issue of procedure.")
            return None
        return found

    def issue_list(self, value: Any, place: Place) -> tuple[str, ...]:
        """The ids of the issues listed at a place of the file, each once."""
        found = [self.issue(item, item_place) for item, item_place in items_of(value, place)]
        return tuple(dict.fromkeys(id for id in found if id is not None))

    def partial(self, value: Any, place: Place, what: str) -> Partial | None:
        """A partial package ``{issue: option or options}``; None where any part of it cannot be used."""
        if not isinstance(value, dict) or not value:
            self.findings.wrong_kind(place, what, "a mapping from issue to option, such as {price: high}", value)
            return None
        read = [self._match(key, options, (*place, key)) for key, options in value.items()]
        if any(match is None for match in read):
            return None
        return dict(match for match in read if match is not None)

    def _match(self, key: Any, value: Any, place: Place) -> tuple[str, tuple[str, ...]] | None:
        issue = self.issue(key, place)
        if issue is None:
            return None
        found = [self._option(issue, item, item_place) for item, item_place in items_of(value, place)]
        if not found:
            self.findings.wrong_kind(place, f"What is said of {issue!r}", "an option or a list of options", value)
            return None
        if any(option is None for option in found):
            return None
        return issue, tuple(dict.fromkeys(option for option in found if option is not None))

    def _option(self, issue: str, value: Any, place: Place) -> str | None:
        reference, names = word(value) or "", self.options[issue]
        found = names.find(reference)
        if found is None:
            message = f"The issue {issue!r} has no option {reference!r}."
            self.findings.report("ZP012", place, message, names.suggestion(reference))
        return found
