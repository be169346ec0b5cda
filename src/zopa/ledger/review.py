"""A review: what a person decided about a coding, or about a statement as a whole."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from zopa.ledger.canonical import canonical_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from zopa.ledger.anchor import Anchor, Quote
    from zopa.positions.coding import Coding

Decision = Literal["accept", "reject", "unsure", "edit", "add", "note", "statement", "undo"]


@dataclass(frozen=True, slots=True)
class Review:
    """One decision of one person. It is never deleted, only superseded by a later one.

    ``target`` is the statement, by its words. ``before`` is the coding that was shown, None where the decision is about
    the statement as a whole (``accept``: nothing is missing; ``reject``: nobody said this; ``note``) or adds a coding
    that the coder missed, and for ``statement``, which says that the reader missed the statement in the words of
    ``target``. ``after`` is the coding that holds from then on: the same for ``accept``, another for
    ``edit`` and ``add``, None for the rest. ``words`` are the words that support ``after`` where the reviewer marked
    them; empty, those of the coder stand. ``at`` carries a time zone; ``note`` says why; ``coder`` is the version of
    the coder whose coding was shown.

    ``supersedes`` are the ids of reviews this one takes the place of: the one taken back, for ``undo``; those that
    differed, where a difference was settled. A reviewer's later decision on the same coding takes the place of an
    earlier one without naming it.
    """

    target: Anchor
    decision: Decision
    by: str
    at: datetime
    before: Coding | None = None
    after: Coding | None = None
    words: tuple[Quote, ...] = ()
    note: str = ""
    coder: str = ""
    supersedes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A hash of everything the review says: 16 hexadecimal digits, the same for the same review everywhere."""
        content = canonical_json({**asdict(self), "at": self.at.isoformat()})
        return hashlib.sha256(content.encode()).hexdigest()[:16]


def standing(reviews: Sequence[Review], *, settled: bool = True) -> tuple[Review, ...]:
    """The reviews that nothing takes back or takes the place of, in the order given; ``undo`` entries are left out.

    An entry stands unless an entry that stands supersedes it, so an undo can be undone. The order plays no part: a
    review names what it supersedes by a hash, so no two can supersede each other, and ledgers merged in any order come
    to the same. With ``settled`` False the reviews that settle a difference are left out instead of taking the place
    of what differed: what each reviewer decided alone. Linear in the reviews.
    """
    counted = {review.id: review for review in reviews if settled or review.decision == "undo" or not review.supersedes}
    waiting = Counter(target for review in counted.values() for target in review.supersedes)
    ready = [id for id in counted if not waiting[id]]
    superseded: set[str] = set()
    for id in ready:  # grows: an entry is decided about once everything that supersedes it has been
        for target in counted[id].supersedes:
            if id not in superseded:
                superseded.add(target)
            waiting[target] -= 1
            if not waiting[target] and target in counted:
                ready.append(target)
    return tuple(review for id, review in counted.items() if id not in superseded and review.decision != "undo")
