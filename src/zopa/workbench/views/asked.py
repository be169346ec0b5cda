"""What the review is asked for: its filters, read from a query or a form, and the items that pass them."""

from __future__ import annotations

import hashlib
import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, get_args

from zopa.casework.choosing import Filter, choose
from zopa.casework.reviewing import matter_of
from zopa.errors import UsageError
from zopa.ledger.canonical import canonical_json

if TYPE_CHECKING:
    from starlette.datastructures import FormData, QueryParams

    from zopa.casework.reviewing import Desk, Item

FILTERS: tuple[tuple[Filter, str], ...] = (
    ("unreviewed", "not decided by me"),
    ("unsure", "unsure"),
    ("conflicting", "conflicting"),
    ("changed", "changed since"),
    ("uncoded", "nothing coded"),
)
"""The filters that are switches, and what they are called."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a review: switches, party, issue, source, least and most confidence in per cent, and words."""

    filters: tuple[Filter, ...] = ()
    party: str = ""
    issue: str = ""
    source: str = ""
    least: str = ""
    most: str = ""
    words: str = ""

    @property
    def query(self) -> dict[str, Any]:
        """The filters as they stand in an address."""
        named = {name: getattr(self, name) for name in ("party", "issue", "source", "least", "most", "words")}
        return {"filter": list(self.filters), **{name: value for name, value in named.items() if value}}

    def items(self, desk: Desk, by: str) -> list[Item]:
        """The items that pass. Raises UsageError for a filter that makes no sense."""
        sure = None
        if self.least or self.most:
            sure = (_share(self.least or "0"), _share(self.most or "100"))
        found = choose(desk, self.filters, by, self.party or None, self.issue or None, self.source or None, sure)
        return [item for item in found if _holds(item, self.words.casefold())] if self.words else found


def asked_in(values: QueryParams | FormData) -> Asked:
    """The filters in a query or a form."""

    def text(name: str) -> str:
        value = values.get(name, "")
        return value.strip()[:500] if isinstance(value, str) else ""

    known: tuple[Filter, ...] = get_args(Filter)
    switched = values.getlist("filter")
    return Asked(
        tuple(name for name in known if name in switched),
        *(text(name) for name in ("party", "issue", "source", "least", "most", "words")),
    )


def item_id(item: Item) -> str:
    """The address of an item: a hash of what it is about, the same whatever is decided on it."""
    return _hash(matter_of(item))


def shown_id(item: Item) -> str:
    """A hash of exactly what is shown of an item, so that nobody accepts what changed under their eyes."""
    return _hash([matter_of(item), asdict(item.coding) if item.coding else None])


def _hash(value: Any) -> str:
    return hashlib.sha256(canonical_json(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _share(percent: str) -> float:
    try:
        share = float(percent) / 100
    except ValueError:
        share = math.nan
    if not 0 <= share <= 1:
        raise UsageError(f"{percent!r} is no confidence. Give a number from 0 to 100.")
    return share


def _holds(item: Item, words: str) -> bool:
    text = item.article.text
    held = [item.statement.speaker, *(span.of(text) for span in item.statement.content)]
    if item.coding:
        held += [item.coding.party, item.coding.issue, item.coding.option]
    return words in " ".join(" ".join(held).casefold().split())
