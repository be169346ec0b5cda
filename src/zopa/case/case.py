"""The case: what a negotiation is about, as its analyst wrote it down, validated and in one shape.

These are the values every other room reads. How a ``case.yaml`` becomes one of them (short forms, line numbers,
diagnostics) is the business of the other modules of this room.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from zopa.case.talks import Talks
from zopa.case.zones import Territory, Transfer

Identifier = Annotated[str, Field(min_length=1, pattern=r"^[^\s:=,/][^:=,/]*$")]
"""An id as declared in the case file: any text without ``:``, ``=``, ``,`` or ``/``."""


class Value(BaseModel):
    """The base of all case values: frozen, and a key nobody knows is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Person(Value):
    """Somebody who speaks for a party: the full name, other ways of writing it, and the office held."""

    name: str
    aliases: tuple[str, ...] = ()
    office: str | None = None


class Party(Value):
    """One side of the negotiation. ``aliases`` are words that stand for it: ``the union``, ``dockers``."""

    id: Identifier
    name: str
    aliases: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()


class Option(Value):
    """One of the mutually exclusive outcomes of an issue; ``definition`` is the one line the coder reads.

    ``value`` is the place of the option on the issue's scale, where it has one. ``transfer`` is the ground that changes
    hands under the option.
    """

    id: Identifier
    definition: str = ""
    value: float | None = None
    transfer: tuple[Transfer, ...] = ()


class Issue(Value):
    """One thing to be settled. ``kind: procedure`` issues are coded and shown but are no part of a package."""

    id: Identifier
    name: str
    kind: Literal["substance", "procedure"] = "substance"
    options: tuple[Option, ...]
    unit: str | None = None
    divisible: bool = False

    @property
    def ordered(self) -> bool:
        """Whether the options stand on a scale."""
        return all(option.value is not None for option in self.options)


class Rule(Value):
    """A logical rule between issues; a package that breaks it is infeasible for everybody.

    ``{if: {price: [high]}, then: {delivery: [fast]}}`` or ``{never: {price: [low], delivery: [fast]}}``. Options listed
    for one issue are alternatives; several issues must match together.
    """

    if_: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    then: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    never: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    because: str | None = None


class RedLine(Value):
    """A red line the analyst asserts for a party: it refuses every package that matches ``when``.

    ``p`` is how probable the analyst holds it to be; ``reason`` is shown wherever the red line is.
    """

    party: str
    when: dict[str, tuple[str, ...]]
    reason: str
    p: float = Field(default=1.0, ge=0, le=1)


class Grade(Value):
    """The grade of a source or of information, NATO Admiralty (AJP-2.1): source A to F, information 1 to 6."""

    source: Literal["A", "B", "C", "D", "E", "F"]
    information: Literal[1, 2, 3, 4, 5, 6]


class Settings(Value):
    """Everything the figures depend on beside evidence and review; all of it is printed in the briefing.

    Units: ``half_life`` in days; everything else is a probability or a pure number. Defaults are those of
    docs/explanation/mathematics.md. ``draws`` None means as many as the settle time allows.
    """

    half_life: float = Field(default=180.0, gt=0)
    relay_discount: float = Field(default=0.8, gt=0, le=1)
    kappa: float = Field(default=0.5, ge=0, le=1)
    hidden_red_line: float = Field(default=0.02, ge=0, le=1)
    hidden_red_line_range: tuple[float, float] = (0.0, 0.05)
    posture: float = Field(default=0.0, ge=0, le=1)
    posture_range: tuple[float, float] = (0.0, 0.6)
    reservation: float = Field(default=0.5, ge=0, le=1)
    reservation_range: tuple[float, float] = (0.4, 0.6)
    draws: int | None = Field(default=None, ge=1)
    seed: int = 1
    grades: dict[str, Grade] = Field(default_factory=dict)


class Case(Value):
    """A whole case. ``stakes`` names the issues a party cares about (all, where a party is left out);
    ``order`` names a party's issues from most to least important, where the analyst knows it.

    ``signatories`` must say yes for a deal; ``ratifiers`` count as signatories and are named as such.
    """

    id: Identifier
    title: str
    question: str = ""
    as_of: date | None = None
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    signatories: tuple[str, ...]
    ratifiers: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    stakes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    order: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    coding_notes: tuple[str, ...] = ()
    stances: dict[str, str] = Field(default_factory=dict)
    strengths: dict[str, str] = Field(default_factory=dict)
    settings: Settings = Settings()
    territory: Territory = Territory()
    talks: Talks = Talks()

    def party(self, id: str) -> Party:
        """The party with that id. Raises KeyError."""
        return {party.id: party for party in self.parties}[id]

    def issue(self, id: str) -> Issue:
        """The issue with that id. Raises KeyError."""
        return {issue.id: issue for issue in self.issues}[id]

    @property
    def substantive(self) -> tuple[Issue, ...]:
        """The issues that make up a package, in the order of the case file."""
        return tuple(issue for issue in self.issues if issue.kind == "substance")
