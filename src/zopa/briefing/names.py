"""Names: from the ids of a case and an engine's clauses to the words a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.briefing.briefing import IssueEntry, OptionEntry, PartyEntry
from zopa.briefing.wording import human, listed, plain, short, stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case.case import Case, Issue, Option, Party
    from zopa.positions.position import Stance

_CHOICE = re.compile(r"(\S+) ?= ?([^\s?;,]+)")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_NAME = re.compile(r"[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Names:
    """Looks ids up in a case; an id the case does not have is shown as it is."""

    parties: dict[str, str]
    issues: dict[str, str]
    options: dict[tuple[str, str], str]

    def party(self, id: str) -> str:
        """The party's display name."""
        return self.parties.get(id, id)

    def issue(self, id: str) -> str:
        """The issue's display name."""
        return self.issues.get(id, id)

    def option(self, issue: str, option: str) -> str:
        """The option's display name."""
        return self.options.get((issue, option), human(option))

    def stances(
        self, issue: str, pairs: Sequence[tuple[str, Stance]], conditions: Mapping[str, str] | None = None
    ) -> tuple[str, ...]:
        """Coded stances as phrases: ``rejects 4 %``; ``conditions`` gives an option's condition, where it is known."""
        known = conditions or {}
        return tuple(stance(held, self.option(issue, option), known.get(option)) for option, held in pairs)

    def clause(self, party: str, id: str) -> str:
        """A clause's id without its party, in words: ``Line: pay=5|6`` becomes ``5 % or 6 % (Pay)``.

        Also ``Line: pay=6 without crew=nine`` and ``Line: pay=6 & crew=ten``. What does not read as options of issues
        of the case is left as the engine says it.
        """
        phrase = id.removeprefix(f"{party}: ").removesuffix(" (unstated)")
        wanted, without, condition = phrase.partition(" without ")
        said = [self._packages(part) for part in ((wanted, condition) if without else (wanted,))]
        return " without ".join(part for part in said if part) if all(said) else plain(phrase)

    def _packages(self, phrase: str) -> str | None:
        parts = [self._part(part) for part in phrase.split(" & ")]
        known = [part for part in parts if part is not None]
        return listed(known, "with") if len(known) == len(parts) else None

    def _part(self, part: str) -> str | None:
        issue, equals, options = part.partition("=")
        if not equals or issue not in self.issues:
            return None
        return f"{listed([self.option(issue, one) for one in options.split('|')], 'or')} ({short(self.issue(issue))})"

    def readable(self, text: str) -> str:
        """An engine's sentence with names for ids: ``pay = 6`` becomes ``6 % (Pay rise)``."""
        said = _CHOICE.sub(lambda found: self._part(f"{found[1]}={found[2].rstrip('.')}") or found[0], text)
        for id, name in self.parties.items():
            if id != name:
                said = re.sub(rf"\b{re.escape(id)}\b(?= (?:really|is reported|refuses|would have))", name, said)
        return said


def names_of(case: Case) -> Names:
    """The display names of a case."""
    spelling = _spelling(case)
    return Names(
        {party.id: party.name for party in case.parties},
        {issue.id: issue.name for issue in case.issues},
        {
            (issue.id, option.id): option_name(issue, option, spelling)
            for issue in case.issues
            for option in issue.options
        },
    )


def option_name(issue: Issue, option: Option, spelling: Mapping[str, str]) -> str:
    """An option's id in words, spelt as the case spells names, with the unit where the id is a bare number."""
    name = " ".join(spelling.get(word, word) for word in human(option.id).split())
    bare = name.replace(".", "", 1).replace("-", "", 1).isdigit()
    return f"{name} {issue.unit}" if bare and issue.unit else name


def _spelling(case: Case) -> dict[str, str]:
    """How the case writes the names and acronyms that an id has in lower case: ``nato`` is ``NATO``."""
    names = [name for party in case.parties for name in (party.name, *party.aliases) if _NAME.match(name)]
    prose = " ".join(f"{issue.name} {' '.join(option.definition for option in issue.options)}" for issue in case.issues)
    words = [*_ACRONYM.findall(prose), *names]
    return {word.lower(): word for word in words if word[0].isupper()}


def party_entries(case: Case) -> tuple[PartyEntry, ...]:
    """The parties in the order of the case file, each with its role."""
    return tuple(_party(case, party) for party in case.parties)


def _party(case: Case, party: Party) -> PartyEntry:
    if party.id in case.ratifiers:
        return PartyEntry(party.id, party.name, "ratifier")
    return PartyEntry(party.id, party.name, "signatory" if party.id in case.signatories else "other")


def issue_entries(case: Case) -> tuple[IssueEntry, ...]:
    """The issues in the order of the case file, each with its options."""
    spelling = _spelling(case)
    return tuple(
        IssueEntry(
            issue.id,
            issue.name,
            issue.kind,
            tuple(
                OptionEntry(option.id, option_name(issue, option, spelling), option.definition)
                for option in issue.options
            ),
        )
        for issue in case.issues
    )
