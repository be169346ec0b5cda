"""A review: what a person decided about something the tool found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Decision = Literal["accept", "reject", "unsure", "edit"]


@dataclass(frozen=True, slots=True)
class Review:
    """One decision of one person. It is never deleted, only superseded by a later review of the same target.

    ``target`` is the id of what was reviewed, a statement as a rule. ``quote`` holds the exact words the decision
    rests on and ``article`` the article they stand in, so that the statement can be found again after a better
    reading gave it another id. ``changes`` are the fields an edit sets, as (name, value) pairs. ``at`` carries a time
    zone.
    """

    target: str
    decision: Decision
    by: str
    at: datetime
    note: str = ""
    quote: str = ""
    article: str | None = None
    changes: tuple[tuple[str, str], ...] = ()
