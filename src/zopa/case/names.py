"""Recognising ids and names: what a reference means, and what a slip was probably meant to be."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word most like ``word``, or None where none is at least as like as ``likeness`` (0 to 1)."""
    by_folded = {other.casefold(): other for other in known}
    found = get_close_matches(word.casefold(), list(by_folded), n=1, cutoff=likeness)
    return by_folded[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of one kind of thing, with the display name of each."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, ids: Iterable[str]) -> Names:
        """Ids that have no other name."""
        return cls({id: id for id in ids})

    def find(self, reference: str) -> str | None:
        """The id meant: matched exactly first, then without regard to case by id, then by name."""
        if reference in self.names:
            return reference
        folded = reference.strip().casefold()
        by_id = [id for id in self.names if id.casefold() == folded]
        by_name = [id for id, name in self.names.items() if name.casefold() == folded]
        return next(iter(by_id + by_name), None)

    def suggestion(self, reference: str) -> str:
        """What to write instead of a reference that was not found."""
        guess = nearest(reference, self.names)
        if guess is not None:
            return f"Did you mean {guess!r}?"
        return f"Known: {listed(self.names)}."


def listed(words: Collection[str]) -> str:
    """Words as they are listed in a message."""
    return ", ".join(words) if words else "none"
