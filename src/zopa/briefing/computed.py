"""The figures of a briefing: the headline, packages, blockers, concessions, questions, solution points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ClauseKind = Literal["stated", "asserted", "hidden", "reservation"]
Chosen = tuple[tuple[str, str], ...]
"""A package or part of one: (issue id, option id) pairs in the order of the case."""


@dataclass(frozen=True, slots=True)
class Acceptability:
    """How likely a package is acceptable to all who must agree.

    ``low`` and ``high`` are the 95 % interval of the draws, ``lower`` and ``upper`` the logical bounds.
    """

    lower: float
    point: float
    se: float
    upper: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class UtilityEntry:
    """What a package is worth to a party: 0 worst, 1/2 as good as no deal, 1 ideal (or the unit of its scores)."""

    party: str
    mean: float
    low: float
    high: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseEntry:
    """A clause that can stand in the way: a red line or a reservation of one party.

    ``label`` is a short phrase without the party's name. ``kind`` says where the clause comes from: ``stated`` in the
    statements, ``asserted`` by the analyst (then ``because`` is the reason given), ``hidden`` (an assumed small chance
    that an option nobody has heard the party on is refused) or ``reservation`` (no deal is worth more to the party).
    ``share`` is the share of draws in which the clause is violated, ``alone`` in which it alone is.
    ``responsibility`` is the mean of 1 / the number of clauses that must be lifted together with it for a deal to
    exist (Chockler and Halpern 2004).
    """

    party: str
    label: str
    kind: ClauseKind
    because: str
    share: float | None
    alone: float | None
    responsibility: float | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of a package as one party's own words put it: ``because`` is the stance it rests on, as a phrase."""

    issue: str
    option: str
    because: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideEntry:
    """What a package gives a party and what it asks of it, by the party's own words alone.

    ``gains`` are terms it demands, offers or accepts (on a condition, too), ``swallows`` terms it rejects or in whose
    place it demands another. An issue on which its words say neither is in none of them.
    """

    party: str
    gains: tuple[TermEntry, ...]
    swallows: tuple[TermEntry, ...]


@dataclass(frozen=True, slots=True)
class PackageEntry:
    """One package, ranked (0: the headline, over all draws), with what each party gets of it and who objects.

    ``objections`` lists every refusal that rests on words or on the analyst, and those that rest on assumptions alone
    where they are violated in at least 5 % of the draws; ``unlisted`` counts the others.
    """

    rank: int
    package: Chosen
    acceptability: Acceptability
    utilities: tuple[UtilityEntry, ...]
    objections: tuple[ClauseEntry, ...]
    unlisted: int
    statements: tuple[str, ...]
    sides: tuple[SideEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """The package most likely acceptable to all, estimated on draws it was not chosen on.

    ``low`` and ``high`` span the assumption range; ``lower`` and ``upper`` are the logical bounds. ``some_package``
    and ``some_package_se`` say in how many draws any package at all suits: a detail, since no one package suits them
    all. ``package`` is None where no package obeys the rules; ``entry`` has what each party gets and objects to.
    ``few_draws``: there were too few of them to say how likely anything is.
    """

    package: Chosen | None
    point: float
    se: float
    low: float
    high: float
    lower: float
    upper: float
    some_package: float | None
    some_package_se: float | None
    count: int | None
    exact: bool
    statements: tuple[str, ...]
    entry: PackageEntry | None = None
    few_draws: bool = False


@dataclass(frozen=True, slots=True)
class ClauseSetEntry:
    """Clauses taken together: lift these and a deal exists, or these alone prevent one, in ``share`` of the draws."""

    clauses: tuple[ClauseEntry, ...]
    share: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blockers:
    """Why nothing suits in the draws in which nothing does: ``blocked`` of the ``examined`` draws.

    ``clauses`` by responsibility; ``corrections`` are sets to lift (searched up to ``cap`` clauses, None: all sizes);
    ``conflicts`` are sets that alone prevent a deal.
    """

    clauses: tuple[ClauseEntry, ...] = ()
    corrections: tuple[ClauseSetEntry, ...] = ()
    conflicts: tuple[ClauseSetEntry, ...] = ()
    cap: int | None = None
    blocked: int = 0
    examined: int = 0


@dataclass(frozen=True, slots=True)
class ConcessionEntry:
    """What the headline gains, in probability, if a party lets go of a clause, and what that costs the party."""

    party: str
    label: str
    gain: float
    se: float
    cost: float | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """Something worth finding out next: the expected gain in the headline from knowing it."""

    ask: str
    gain: float
    se: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlipEntry:
    """A posture at which the conclusion changes, and how."""

    posture: float
    what: str


@dataclass(frozen=True, slots=True)
class SolutionEntry:
    """A package picked by another rule than acceptability, and what the rule assumes.

    ``acceptability`` is how often all who must accept it do, where that was measured.
    """

    name: str
    assumes: str
    package: Chosen | None
    ties: int = 1
    acceptability: float | None = None
