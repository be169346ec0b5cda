"""How far two reviewers agree: Cohen's kappa."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers on what both decided.

    ``observed`` is the share on which they came to the same result, ``expected`` the share on which two people with
    their habits would by chance. ``kappa`` is None where chance alone explains everything (both always decided the
    same one way), or where nothing was decided by both.
    """

    one: str
    other: str
    count: int
    observed: float
    expected: float

    @property
    def kappa(self) -> float | None:
        """(observed - expected) / (1 - expected): 1 is full agreement, 0 no more than chance, below 0 less."""
        if not self.count or self.expected >= 1:
            return None
        return (self.observed - self.expected) / (1 - self.expected)


def agreement(one: str, other: str, decisions: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    """The agreement of two reviewers; ``decisions`` are their results on each matter that both decided.

    Source: Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
    Linear in the decisions.
    """
    count = len(decisions)
    if not count:
        return Agreement(one, other, 0, 0.0, 0.0)
    first, second = Counter(a for a, _ in decisions), Counter(b for _, b in decisions)
    same = sum(a == b for a, b in decisions)
    chance = sum(first[result] * second[result] for result in first)
    return Agreement(one, other, count, same / count, chance / count**2)
