"""What ties several options together in a count: refusals over several issues, and interaction terms.

Each is a rectangle, rows of the left half times rows of the right half. One that takes all of a half is settled inside
the other half; the rest cross the halves and are looked at package by package.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.uncertain.engine import Engine, Levels
    from zopa.settlements.uncertain.halves import Rectangle

Refused = tuple[int, int, "Rectangle"]
"""(refusal, signatory, where)."""

Added = tuple[int, Any, "Rectangle"]
"""(signatory, what is added to its utility, where)."""


@dataclass(frozen=True)
class Geometry:
    """Refusals over several options and interaction terms, by where they lie. ``parties`` is how many must say yes."""

    refused: tuple[Refused, ...]
    added: tuple[Added, ...]
    parties: int

    @cached_property
    def left_refused(self) -> tuple[tuple[int, int, NDArray[np.bool_]], ...]:
        """(refusal, signatory, left rows) of refusals settled by the left half."""
        return tuple((c, i, rows) for c, i, (rows, columns) in self.refused if columns.all())

    @cached_property
    def right_refused(self) -> tuple[tuple[int, int, NDArray[np.bool_]], ...]:
        """(refusal, signatory, right rows) of refusals settled by the right half."""
        return tuple((c, i, columns) for c, i, (rows, columns) in self.refused if rows.all() and not columns.all())

    @cached_property
    def crossing_refused(self) -> tuple[Refused, ...]:
        """Refusals settled by neither half alone."""
        return tuple(entry for entry in self.refused if not entry[2][0].all() and not entry[2][1].all())

    @cached_property
    def left_added(self) -> tuple[tuple[int, Any, NDArray[np.bool_]], ...]:
        """(signatory, what is added, left rows) of terms settled by the left half."""
        return tuple((i, add, rows) for i, add, (rows, columns) in self.added if columns.all())

    @cached_property
    def right_added(self) -> tuple[tuple[int, Any, NDArray[np.bool_]], ...]:
        """(signatory, what is added, right rows) of terms settled by the right half."""
        return tuple((i, add, columns) for i, add, (rows, columns) in self.added if rows.all() and not columns.all())

    @cached_property
    def crossing_added(self) -> tuple[Added, ...]:
        """Terms settled by neither half alone."""
        return tuple(entry for entry in self.added if not entry[2][0].all() and not entry[2][1].all())

    def most(self, terms: tuple[tuple[int, Any, Any], ...], dtype: Any) -> NDArray[Any]:
        """Per signatory, the most that some terms can add together, (P,)."""
        found = np.zeros(self.parties, dtype=dtype)
        for i, add, _ in terms:
            found[i] += max(add, dtype.type(0))
        return found

    def least(self, dtype: Any) -> NDArray[Any]:
        """Per signatory, the least (most negative) that all terms can add together, (P,)."""
        found = np.zeros(self.parties, dtype=dtype)
        for i, add, _ in self.added:
            found[i] += min(add, dtype.type(0))
        return found


def geometry_of(engine: Engine, levels: Levels) -> Geometry:
    """The rectangles of a model's signatories, with what is added in the type of the levels."""
    at = {party: position for position, party in enumerate(engine.quorum.signatories)}
    refused = [
        (c, at[refusal.party], pair)
        for c, refusal in enumerate(engine.refusals)
        if refusal.atom is None and refusal.party in at
        for pair in engine.halves.rectangles(refusal.when, refusal.unless)
    ]
    added = [
        (at[party], _whole(add * levels.scale[party], levels), pair)
        for party, match, add in engine.interactions
        if party in at
        for pair in engine.halves.rectangles(match, None)
    ]
    return Geometry(tuple(refused), tuple(added), len(at))


def _whole(value: float, levels: Levels) -> Any:
    """A utility in the type of the levels: rounded where they are whole numbers."""
    return np.float64(value) if levels.part.dtype == np.float64 else np.int32(np.rint(value))
