"""The type between an attribution and a statement, and the speaker of the outlet's own voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.sources import Speaker

if TYPE_CHECKING:
    from zopa.statements.attribution import Attribution
    from zopa.statements.dates import SaidOn

NARRATOR = Speaker("narrator", "narrator")


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution on its way to a statement: its sentence's number, its speaker, its chain and its time.

    ``deed`` marks what the outlet tells somebody did; ``joint`` that others said the same with one voice;
    ``another_time`` that the words speak of an occasion of its own (``He later said``) without naming the day.
    """

    attribution: Attribution
    number: int
    speaker: Speaker
    relays: tuple[str, ...]
    when: SaidOn | None
    same_time: bool = False
    deed: bool = False
    joint: bool = False
    another_time: bool = False
