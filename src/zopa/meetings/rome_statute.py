"""Who is a party to the Rome Statute of the International Criminal Court, and when: a dated list of facts.

A state party is obliged to arrest and surrender a person the Court wants (Rome Statute, article 89); the list says what
that is worth on a day, not what the state would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from zopa.meetings.places import read_table
from zopa.positions.gazetteer import state_named

KNOWN_UNTIL = date(2026, 8, 31)
"""The last day on which the list is known to be right."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One period: from entry into force for the state to the day its withdrawal takes effect (None: still a party)."""

    state: str
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the state is a party on that day. On the day a withdrawal takes effect it is none any more."""
        return self.since <= day and (self.until is None or day < self.until)


@cache
def memberships() -> dict[str, tuple[Membership, ...]]:
    """Every state that is or was a party, by the key of its name."""
    found: dict[str, tuple[Membership, ...]] = {}
    for state, _, since, until in read_table("rome_statute"):
        end = date.fromisoformat(until) if until else None
        key = key_of(state)
        found[key] = (*found.get(key, ()), Membership(state, date.fromisoformat(since), end))
    return found


def key_of(state: str) -> str:
    """One key for all the names of a state."""
    known = state_named(state)
    return (known.words[0] if known is not None else state).casefold()


def membership_of(state: str, day: date) -> Membership | None:
    """The membership that holds on a day; None where the state is no party then."""
    return next((one for one in memberships().get(key_of(state), ()) if one.holds_on(day)), None)


def parties_on(day: date) -> tuple[str, ...]:
    """The states that are parties on a day, in alphabetical order."""
    return tuple(sorted(one.state for all_of in memberships().values() for one in all_of if one.holds_on(day)))
