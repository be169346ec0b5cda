"""A coding: the part of a position that a person decides about, apart from where it stands and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.positions.position import Position, Stance, Strength

Key = tuple[str, str, str]
"""(party, issue, option): what a coder decides about at most once in a statement."""


@dataclass(frozen=True, slots=True)
class Coding:
    """What somebody says a statement means: whose stance on which option of which issue, and how firm.

    ``condition`` is the text of a condition. ``said_on`` is an ISO day or month where a reviewer corrected the
    statement's own date, None where that stands.
    """

    party: str
    issue: str
    option: str
    stance: Stance
    strength: Strength
    condition: str | None = None
    said_on: str | None = None

    @property
    def key(self) -> Key:
        """What the coding is about, whatever its stance."""
        return self.party, self.issue, self.option


def coding_of(position: Position) -> Coding:
    """The coding in a position."""
    condition = position.condition.text if position.condition else None
    return Coding(position.party, position.issue, position.option, position.stance, position.strength, condition)
