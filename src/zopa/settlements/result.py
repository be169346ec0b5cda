"""What ``settle`` found, as plain frozen values; ``Settlement.as_dict()`` is the shape of ``zopa settle --json``.

Every probability is over the draws of the uncertain model, under the assumptions listed in ``Settlement.assumptions``.
A package is a mapping from issue id to option id. Nothing here is computed: the other modules of this room fill it in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from zopa.settlements.further import Robust

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.settlements.further import AdjustedWinner, CentralWeight, Format, PairedConcession

Package = dict[str, str]
"""One option id per issue id."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A sampled probability (or difference of two) and its standard error; 0 where it is exact."""

    point: float
    se: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """``{"point", "se"}``."""
        return {"point": self.point, "se": self.se}


@dataclass(frozen=True, slots=True)
class Acceptability:
    """a_S(x) of one package: the point with its standard error, and the logical bounds around it.

    ``interval`` is the 95 % Wilson interval of the point; it stays honest near 0 and 1, where ``se`` does not.
    """

    lower: float
    point: float
    upper: float
    se: float
    interval: tuple[float, float]

    def as_dict(self) -> dict[str, Any]:
        """``{"lower", "point", "upper", "se", "interval"}``."""
        return {
            "lower": self.lower,
            "point": self.point,
            "upper": self.upper,
            "se": self.se,
            "interval": list(self.interval),
        }


@dataclass(frozen=True, slots=True)
class Spread:
    """A party's utility of a package over the draws: mean, and the 5 % and 95 % quantiles."""

    mean: float
    low: float
    high: float

    def as_dict(self) -> dict[str, Any]:
        """``{"mean", "low", "high"}``."""
        return {"mean": self.mean, "low": self.low, "high": self.high}


@dataclass(frozen=True, slots=True)
class Clause:
    """Something a party will not go without: a red line, or its reservation value.

    ``id`` names it everywhere (``Union: wage=2`` or ``Union: reservation``). ``kind`` says where it comes
    from: ``stated`` (statements), ``asserted`` (an analyst or the model file), ``hidden`` (an option nobody has heard
    the party on, refused with a small assumed probability) or ``reservation``. ``statements`` are the ids of the
    statements it rests on, empty where it rests on none; ``because`` says it in words.
    """

    id: str
    party: str
    kind: Literal["stated", "asserted", "hidden", "reservation"]
    because: str
    statements: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """``{"id", "party", "kind", "because", "statements"}``."""
        return {
            "id": self.id,
            "party": self.party,
            "kind": self.kind,
            "because": self.because,
            "statements": list(self.statements),
        }


@dataclass(frozen=True, slots=True)
class Objection:
    """What stands between one party and one package: the clause, and the shares of draws in which it is violated.

    ``share``: violated at all; ``alone``: violated and nothing else is, in any signatory.
    """

    clause: Clause
    share: float
    alone: float

    def as_dict(self) -> dict[str, Any]:
        """``{"party", "because", "statements", "clause", "kind", "share", "alone"}``."""
        return {
            "party": self.clause.party,
            "because": self.clause.because,
            "statements": list(self.clause.statements),
            "clause": self.clause.id,
            "kind": self.clause.kind,
            "share": self.share,
            "alone": self.alone,
        }


@dataclass(frozen=True, slots=True)
class PackageResult:
    """One package with its acceptability, each party's utility, and the objections to it, most frequent first."""

    package: Package
    acceptability: Acceptability
    utility: Mapping[str, Spread]
    objections: tuple[Objection, ...]

    def as_dict(self) -> dict[str, Any]:
        """``{"package", "acceptability", "utility", "objections"}``."""
        return {
            "package": dict(self.package),
            "acceptability": self.acceptability.as_dict(),
            "utility": {party: spread.as_dict() for party, spread in self.utility.items()},
            "objections": [objection.as_dict() for objection in self.objections],
        }


@dataclass(frozen=True, slots=True)
class Headline:
    """The package most acceptable to all signatories together, chosen on half of the draws, measured on the others.

    ``range`` is the assumption range: lowest and highest value over the declared box of what nobody can know.
    ``bounds`` are the logical bounds. ``package`` is None where no package is feasible; ``detail`` says more of it,
    over all draws.
    """

    package: Package | None
    point: float
    se: float
    range: tuple[float, float]
    bounds: tuple[float, float]
    detail: PackageResult | None = None

    def as_dict(self) -> dict[str, Any]:
        """``{"package", "point", "se", "range", "bounds", "detail"}``."""
        return {
            "package": None if self.package is None else dict(self.package),
            "point": self.point,
            "se": self.se,
            "range": list(self.range),
            "bounds": list(self.bounds),
            "detail": None if self.detail is None else self.detail.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class Existence:
    """Whether some package suits: P(some package suits a draw), and for exact models how many packages suit.

    Some package suits each draw is not: one package suits all draws. On large spaces ``exists`` is near 1.
    """

    exists: Estimate
    count: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """``{"exists": {"point", "se"}, "count"}``."""
        return {"exists": self.exists.as_dict(), "count": self.count}


@dataclass(frozen=True, slots=True)
class SolutionPoint:
    """One solution concept's package, the parties' utilities there (means, where uncertain) and how many tie."""

    package: Package
    utility: Mapping[str, float]
    ties: int = 1

    def as_dict(self) -> dict[str, Any]:
        """``{"utility", "package", "ties"}``."""
        return {"utility": dict(self.utility), "package": dict(self.package), "ties": self.ties}


@dataclass(frozen=True, slots=True)
class Solutions:
    """The four solution points; None where there is none. Of uncertain models: those of the model of mean values.

    ``adjusted_winner`` divides what can be divided between two signatories; None where nothing can.
    """

    nash: SolutionPoint | None = None
    kalai_smorodinsky: SolutionPoint | None = None
    egalitarian: SolutionPoint | None = None
    utilitarian: SolutionPoint | None = None
    adjusted_winner: AdjustedWinner | None = None

    def as_dict(self) -> dict[str, Any]:
        """``{"nash", "kalai_smorodinsky", "egalitarian", "utilitarian", "adjusted_winner"}``, each None or a dict."""
        points: dict[str, SolutionPoint | AdjustedWinner | None] = {
            "nash": self.nash,
            "kalai_smorodinsky": self.kalai_smorodinsky,
            "egalitarian": self.egalitarian,
            "utilitarian": self.utilitarian,
            "adjusted_winner": self.adjusted_winner,
        }
        return {name: None if point is None else point.as_dict() for name, point in points.items()}


@dataclass(frozen=True, slots=True)
class ClauseSet:
    """A set of clauses, by id, and the share of the draws without a suitable package in which it occurs."""

    clauses: tuple[str, ...]
    share: float

    def as_dict(self) -> dict[str, Any]:
        """``{"clauses", "share"}``."""
        return {"clauses": list(self.clauses), "share": self.share}


@dataclass(frozen=True, slots=True)
class Blockers:
    """Why nothing suits, over the draws in which nothing does (an exact model is one draw).

    ``corrections``: inclusion-minimal sets of clauses whose lifting lets a deal exist, of at most ``cap`` clauses
    (None: uncapped). ``conflicts``: inclusion-minimal sets that alone prevent one. ``responsibility`` of a clause: the
    mean over those draws of 1 / size of the smallest correction set that contains it (Chockler and Halpern 2004).
    ``clauses`` describes every clause named. ``blocked`` of ``examined`` draws had no suitable package.
    """

    corrections: tuple[ClauseSet, ...] = ()
    conflicts: tuple[ClauseSet, ...] = ()
    responsibility: Mapping[str, float] = field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()
    cap: int | None = None
    blocked: int = 0
    examined: int = 0

    def as_dict(self) -> dict[str, Any]:
        """``{"corrections", "conflicts", "responsibility", "clauses", "cap", "blocked", "examined"}``."""
        return {
            "corrections": [found.as_dict() for found in self.corrections],
            "conflicts": [found.as_dict() for found in self.conflicts],
            "responsibility": dict(self.responsibility),
            "clauses": [clause.as_dict() for clause in self.clauses],
            "cap": self.cap,
            "blocked": self.blocked,
            "examined": self.examined,
        }


@dataclass(frozen=True, slots=True)
class Concession:
    """One party gives up one stated refusal: what the headline gains, and what it costs that party.

    ``gain`` and ``se`` are paired over common random numbers. ``cost`` is the mean fall of the party's utility from the
    headline as it stands to the headline after the concession, negative where the party gains too. ``package`` is the
    headline after the concession.
    """

    party: str
    clause: str
    gain: float
    se: float
    cost: float
    package: Package | None = None
    statements: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """``{"party", "clause", "gain", "se", "cost", "package", "statements"}``."""
        return {
            "party": self.party,
            "clause": self.clause,
            "gain": self.gain,
            "se": self.se,
            "cost": self.cost,
            "package": None if self.package is None else dict(self.package),
            "statements": list(self.statements),
        }


@dataclass(frozen=True, slots=True)
class Question:
    """What to find out next: knowing whether ``ask`` is true is worth ``evppi`` of headline acceptability.

    ``origin`` is the origin whose truth is asked for; None where the question is about a red line of the model or about
    something nobody has spoken of (then ``statements`` is empty, too).
    """

    ask: str
    evppi: float
    se: float
    statements: tuple[str, ...] = ()
    origin: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """``{"ask", "evppi", "se", "statements", "origin"}``."""
        return {
            "ask": self.ask,
            "evppi": self.evppi,
            "se": self.se,
            "statements": list(self.statements),
            "origin": self.origin,
        }


@dataclass(frozen=True, slots=True)
class Flip:
    """Where along the posture axis the conclusion changes: the headline becomes another package, or crosses 1/2."""

    posture: float
    what: str

    def as_dict(self) -> dict[str, Any]:
        """``{"posture", "what"}``."""
        return {"posture": self.posture, "what": self.what}


FEWEST_TO_READ = 100
"""With fewer draws an error of a share is itself a guess, and at 0 and 1 it comes out as nothing at all."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """Everything ``settle`` found. ``feasible`` counts the packages no rule forbids.

    ``exact``: the model has numbers only, so one draw is all there is and every acceptability is 0 or 1. ``ties`` says
    how many packages share the acceptability of the last one listed, listed or not. ``complete`` is False when the
    work was interrupted. ``asked`` are the packages that were asked about by name. ``assumptions`` holds every setting
    the figures depend on; ``notes`` what was capped or left.
    """

    space: int
    feasible: int
    draws: int
    seed: int
    posture: float
    headline: Headline
    zopa: Existence
    packages: tuple[PackageResult, ...] = ()
    solutions: Solutions = Solutions()
    blockers: Blockers = Blockers()
    concessions: tuple[Concession, ...] = ()
    questions: tuple[Question, ...] = ()
    posture_curve: tuple[tuple[float, float], ...] = ()
    flips: tuple[Flip, ...] = ()
    signatories: tuple[str, ...] = ()
    exact: bool = False
    ties: int = 0
    complete: bool = True
    formats: tuple[Format, ...] = ()
    paired_concessions: tuple[PairedConcession, ...] = ()
    robust: Robust = field(default_factory=Robust)
    central_weights: tuple[CentralWeight, ...] = ()
    asked: tuple[PackageResult, ...] = ()
    assumptions: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def few_draws(self) -> bool:
        """Whether there are too few draws to say how likely anything is."""
        return not self.exact and self.draws < FEWEST_TO_READ

    def as_dict(self) -> dict[str, Any]:
        """Plain data in the shape of ``zopa settle --json``."""
        return {
            "space": self.space,
            "feasible": self.feasible,
            "draws": self.draws,
            "seed": self.seed,
            "posture": self.posture,
            "headline": self.headline.as_dict(),
            "zopa": self.zopa.as_dict(),
            "packages": [package.as_dict() for package in self.packages],
            "solutions": self.solutions.as_dict(),
            "blockers": self.blockers.as_dict(),
            "concessions": [concession.as_dict() for concession in self.concessions],
            "questions": [question.as_dict() for question in self.questions],
            "posture_curve": [list(point) for point in self.posture_curve],
            "flips": [flip.as_dict() for flip in self.flips],
            "signatories": list(self.signatories),
            "exact": self.exact,
            "ties": self.ties,
            "complete": self.complete,
            "formats": [found.as_dict() for found in self.formats],
            "paired_concessions": [found.as_dict() for found in self.paired_concessions],
            "robust": self.robust.as_dict(),
            "central_weights": [found.as_dict() for found in self.central_weights],
            "asked": [package.as_dict() for package in self.asked],
            "assumptions": dict(self.assumptions),
            "notes": list(self.notes),
        }
