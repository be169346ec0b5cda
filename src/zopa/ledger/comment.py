"""A comment: what a person says about a statement or about a cell of the matrix. It decides nothing."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from zopa.ledger.canonical import canonical_json

if TYPE_CHECKING:
    from datetime import datetime

    from zopa.ledger.anchor import Anchor

LONGEST = 4_000
"""Characters of a comment at most."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix: a party on an issue."""

    party: str
    issue: str


@dataclass(frozen=True, slots=True)
class Comment:
    """One entry of a thread. It is never changed or removed; what is wrong in it is answered.

    ``about`` is the statement, by its words, or the cell. ``at`` carries a time zone. ``reply_to`` is the id of the
    comment it answers, empty where it begins a thread.
    """

    about: Anchor | Cell
    by: str
    at: datetime
    text: str
    reply_to: str = ""

    @property
    def subject(self) -> str:
        """What it is about, in one word: ``statement:ID`` or ``cell:PARTY/ISSUE``."""
        return subject_of(self.about)

    @property
    def id(self) -> str:
        """A hash of everything it says: 16 hexadecimal digits, the same for the same comment everywhere."""
        content = canonical_json({**asdict(self), "at": self.at.isoformat()})
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def subject_of(about: Anchor | Cell) -> str:
    """``statement:ID`` or ``cell:PARTY/ISSUE``: ids hold neither of these signs."""
    return f"cell:{about.party}/{about.issue}" if isinstance(about, Cell) else f"statement:{about.statement}"
