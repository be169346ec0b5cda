"""Changes of position over time, each with the statements at both ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.evidence import said_on, spoken_for_party

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from zopa.case.case import Case
    from zopa.positions.evidence import Evidence
    from zopa.positions.position import Stance

Held = tuple[tuple[str, "Stance"], ...]
"""What a party held on an issue on a day: (option, stance) pairs, sorted."""


@dataclass(frozen=True, slots=True)
class Change:
    """A party's words on an issue on one day differ from its last words before.

    ``before`` and ``after`` are (option, stance) pairs, sorted; ``before`` is empty where these are the first words.
    ``statements`` are the ids of both ends, earlier ones first.
    """

    party: str
    issue: str
    before: Held
    after: Held
    on: date
    statements: tuple[str, ...]


def detect_changes(evidence: Sequence[Evidence], case: Case) -> list[Change]:
    """Every change, oldest first, then in the order of the case's parties and issues.

    1. Counted, dated evidence is grouped by party, issue and day. On a day on which the party speaks for itself, only
       its own words count; accounts by others stand for it on other days.
    2. Each day's set of (option, stance) is compared with the last day's before it. A day that only repeats a part of
       what was held is no change.

    Cost: n log n in the evidence.
    """
    days = _by_day(evidence, case)
    order = {
        (party.id, issue.id): (p, i) for p, party in enumerate(case.parties) for i, issue in enumerate(case.issues)
    }
    found = [change for key, by_day in days.items() if key in order for change in _along(*key, by_day)]
    return sorted(found, key=lambda change: (change.on, order[change.party, change.issue]))


def _by_day(evidence: Sequence[Evidence], case: Case) -> dict[tuple[str, str], dict[date, list[Evidence]]]:
    grouped: dict[tuple[str, str], dict[date, list[Evidence]]] = {}
    for item in evidence:
        day = said_on(item)
        if day is not None and item.position.counted:
            key = (item.position.party, item.position.issue)
            grouped.setdefault(key, {}).setdefault(day, []).append(item)
    for by_day in grouped.values():
        for day, items in by_day.items():
            by_day[day] = [item for item in items if spoken_for_party(item, case)] or items
    return grouped


def _along(party: str, issue: str, by_day: dict[date, list[Evidence]]) -> list[Change]:
    changes: list[Change] = []
    held: Held = ()
    source: list[Evidence] = []
    for day in sorted(by_day):
        said = tuple(sorted({(item.position.option, item.position.stance) for item in by_day[day]}))
        if not held or not set(said) <= set(held):
            ids = dict.fromkeys(item.statement.id for item in [*source, *by_day[day]])
            changes.append(Change(party, issue, held, said, day, tuple(ids)))
            held, source = said, by_day[day]
    return changes
