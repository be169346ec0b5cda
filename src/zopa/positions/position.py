"""A position: which option of which issue a statement demands, accepts, offers, rejects or makes conditional."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zopa.coverage.article import Span

Stance = Literal["demands", "accepts", "offers", "rejects", "conditions", "undecided"]
Strength = Literal["red_line", "firm", "soft"]

STANCES: tuple[Stance, ...] = ("demands", "accepts", "offers", "rejects", "conditions", "undecided")
STRENGTHS: tuple[Strength, ...] = ("red_line", "firm", "soft")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a conditional position hangs on: its words, and the partial package they mean where that is known."""

    text: str
    package: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What one statement says one party wants on one issue.

    ``statement`` is the statement's id; ``words`` are the spans, inside the statement's sentence, that support the
    coding. ``coder`` names who decided: a coder's version or an analyst. ``counted`` is False for a suggestion: shown
    for review, never used in a figure.
    """

    statement: str
    party: str
    issue: str
    option: str
    stance: Stance
    strength: Strength
    words: tuple[Span, ...]
    coder: str
    confidence: float
    condition: Condition | None = None
    counted: bool = True
