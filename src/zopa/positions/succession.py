"""Succession: a party's own later statement on an issue replaces its own earlier ones as of its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.positions.evidence import spoken_for_party, stands_on
from zopa.positions.turns import NO_LONGER_HELD, told_as

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from zopa.case.case import Case
    from zopa.positions.evidence import Evidence


_AGREED = re.compile(
    r"^(?!.*\b(?:draft|proposed|planned|possible)\b).*\b(?:joint|agreement|treaty|communiqu[eé]|accord|deal|pact)\b",
    re.IGNORECASE,
)
_DEEDS = frozenset({"demands", "offers", "accepts", "conditions"})


def standing_evidence(evidence: Sequence[Evidence], case: Case, as_of: date) -> tuple[list[Evidence], list[Evidence]]:
    """What still holds at the end of a day, and what the parties' own later words have replaced: (standing, replaced).

    1. Suggestions (``counted`` False) and statements of a later day are in neither list.
    2. For each party and issue, the newest day on which the party spoke or acted for itself is found: its own words, or
       the outlet's plain report that it offered, demanded or accepted something, on a condition or without. A refusal
       that the outlet reports adds to what was refused before.
    3. What it said or did on an earlier day is replaced. Accounts by rivals, analysts and unnamed sources are not: they
       age, but nobody else's words can take them back. Statements of which nothing says about when they were made stay.
    4. What its own sentence tells as past or given up (:mod:`~zopa.positions.turns`) is replaced, too.

    Cost: linear in the evidence.
    """
    known: list[Evidence] = []
    replaced: list[Evidence] = []
    for item in evidence:
        if item.position.counted and _by(item, as_of):
            (replaced if told_as(item) in NO_LONGER_HELD else known).append(item)
    newest: dict[tuple[str, str], date] = {}
    for item in known:
        day = stands_on(item)
        if day is not None and is_own(item, case):
            key = (item.position.party, item.position.issue)
            newest[key] = max(day, newest.get(key, day))
    standing: list[Evidence] = []
    for item in known:
        (replaced if _is_replaced(item, case, newest) else standing).append(item)
    return standing, replaced


def is_own(item: Evidence, case: Case) -> bool:
    """Whether the position is the party's own word, a term of a text that was agreed on, or a deed the outlet reports
    without hedging (a hedge infers)."""
    position = item.position
    reported = item.statement.speaker_kind == "narrator" and position.strength != "soft"
    return (reported and position.stance in _DEEDS) or _agreed(item) or spoken_for_party(item, case)


def _agreed(item: Evidence) -> bool:
    """Whether the words are of a text that was agreed on: it speaks for everybody whom it binds."""
    text = item.statement.speaker_kind == "document" and item.position.stance == "accepts"
    return text and _AGREED.search(item.statement.speaker) is not None


def _by(item: Evidence, as_of: date) -> bool:
    day = stands_on(item)
    return day is None or day <= as_of


def _is_replaced(item: Evidence, case: Case, newest: dict[tuple[str, str], date]) -> bool:
    day = stands_on(item)
    latest = newest.get((item.position.party, item.position.issue))
    return day is not None and latest is not None and day < latest and is_own(item, case)
