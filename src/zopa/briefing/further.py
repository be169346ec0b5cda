"""Further figures of a briefing: formats, pairs of concessions, weights, the frontier between two parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zopa.briefing.computed import Chosen

MarkKind = Literal["headline", "package", "solution", "proposal"]


@dataclass(frozen=True, slots=True)
class FormatEntry:
    """Another way to the table: who must say yes, and how likely they do.

    ``says`` is the format in words. ``point`` is how often those who must say yes in it accept ``package``, ``change``
    the difference from the headline. ``others`` are further parties and how often each accepts the package where those
    of the format do.
    """

    kind: str
    says: str
    parties: tuple[str, ...]
    package: Chosen
    point: float
    se: float
    change: float
    change_se: float
    others: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PairEntry:
    """Two refusals let go of at once, as (party, label) pairs.

    ``gain`` is what the headline gains, ``beyond`` what the pair gains over the better of the two alone, ``cost`` what
    it costs each party that moves, in utility.
    """

    refusals: tuple[tuple[str, str], tuple[str, str]]
    gain: float
    se: float
    beyond: float
    cost: tuple[tuple[str, float], ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeightEntry:
    """A party's weight on an issue: ``mean`` over all draws, ``given`` over those in which all accept the headline."""

    party: str
    issue: str
    mean: float
    given: float
    se: float


@dataclass(frozen=True, slots=True)
class MarkEntry:
    """A package drawn in the frontier: the headline, or entry ``place`` (from 1) of packages, solutions or proposals.

    ``utility`` has one number a party, in the order of ``FrontierEntry.parties``. A proposal that leaves issues open is
    drawn where its best completion lies.
    """

    kind: MarkKind
    place: int
    package: Chosen
    utility: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReachEntry:
    """The Pareto frontier of two parties alone: (utility of the first, of the second), best for the first party first.

    What the two could reach if nobody else had a say; ``thinned`` where only some of its points are drawn.
    """

    parties: tuple[str, str]
    points: tuple[tuple[float, float], ...]
    thinned: bool = False


@dataclass(frozen=True, slots=True)
class FrontierEntry:
    """What parties could reach two by two, and where the packages of this briefing lie; central values throughout.

    ``no_deal`` is what each party has without one, in the order of ``parties``. ``left_out`` parties were too many to
    be drawn two by two.
    """

    parties: tuple[str, ...]
    no_deal: tuple[float, ...]
    reaches: tuple[ReachEntry, ...]
    marks: tuple[MarkEntry, ...]
    left_out: tuple[str, ...] = ()
