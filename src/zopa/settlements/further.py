"""Further answers of ``settle``, as plain frozen values: formats, pairs of concessions, robust packages, weights.

They stand beside those of ``result``; nothing here is computed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Package = dict[str, str]


@dataclass(frozen=True, slots=True)
class Format:
    """Another way to the table, and what it would give.

    ``kind``: ``without`` and ``with`` (one signatory less or more), ``bilateral`` (``parties`` agree first, the others
    are asked afterwards), ``proposer`` (``parties`` propose what suits them best and the others say yes or no),
    ``mediator`` (somebody proposes what serves the worst served best). ``point`` is how often those who must say yes
    in this format accept ``package``, ``change`` its difference from the headline with the paired ``change_se``.
    ``others``: how often each further party accepts the package where the parties of the format do.
    """

    kind: Literal["without", "with", "bilateral", "proposer", "mediator"]
    parties: tuple[str, ...]
    package: Package
    point: float
    se: float
    change: float
    change_se: float
    others: Mapping[str, float] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """``{"kind", "parties", "package", "point", "se", "change", "change_se", "others"}``."""
        return {
            "kind": self.kind,
            "parties": list(self.parties),
            "package": dict(self.package),
            "point": self.point,
            "se": self.se,
            "change": self.change,
            "change_se": self.change_se,
            "others": dict(self.others),
        }


@dataclass(frozen=True, slots=True)
class PairedConcession:
    """Two refusals given up at once. ``beyond`` is what the pair gains over the better of the two alone.

    ``gain`` and ``se`` as for a single concession; ``cost`` is the mean fall of utility of each party that moves.
    """

    clauses: tuple[str, str]
    parties: tuple[str, ...]
    gain: float
    se: float
    beyond: float
    cost: Mapping[str, float]
    package: Package

    def as_dict(self) -> dict[str, Any]:
        """``{"clauses", "parties", "gain", "se", "beyond", "cost", "package"}``."""
        return {
            "clauses": list(self.clauses),
            "parties": list(self.parties),
            "gain": self.gain,
            "se": self.se,
            "beyond": self.beyond,
            "cost": dict(self.cost),
            "package": dict(self.package),
        }


@dataclass(frozen=True, slots=True)
class RobustPackage:
    """A package chosen by another rule than acceptability: its score, and how often all who must accept it do."""

    package: Package
    score: float
    acceptability: float

    def as_dict(self) -> dict[str, Any]:
        """``{"package", "score", "acceptability"}``."""
        return {"package": dict(self.package), "score": self.score, "acceptability": self.acceptability}


@dataclass(frozen=True, slots=True)
class Robust:
    """Packages that stand up to what is not known, among the most acceptable ones.

    ``nash``: the largest mean product of gains, a refused package counting nothing. ``regret``: the smallest regret of
    the party that regrets most, at the ``quantile`` of the draws (Savage 1951).
    """

    nash: RobustPackage | None = None
    regret: RobustPackage | None = None
    quantile: float = 0.9

    def as_dict(self) -> dict[str, Any]:
        """``{"nash", "regret", "quantile"}``."""
        return {
            "nash": None if self.nash is None else self.nash.as_dict(),
            "regret": None if self.regret is None else self.regret.as_dict(),
            "quantile": self.quantile,
        }


@dataclass(frozen=True, slots=True)
class AdjustedWinner:
    """The issues that can be divided, divided so that neither of two parties envies the other (Brams and Taylor 1996).

    ``utility`` are points of the 100 each party spreads over those issues. ``shares[issue][party]`` is how much of the
    issue the party wins, ``options[issue][party]`` what winning it means; ``split`` is the one issue that has to be
    divided, None where none has. ``agreed``: divisible issues on which both want the same. ``left_aside``: issues that
    cannot be divided.
    """

    utility: Mapping[str, float]
    shares: Mapping[str, Mapping[str, float]]
    options: Mapping[str, Mapping[str, str]]
    split: str | None
    agreed: Package
    left_aside: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """``{"utility", "shares", "options", "split", "agreed", "left_aside"}``."""
        return {
            "utility": dict(self.utility),
            "shares": {issue: dict(row) for issue, row in self.shares.items()},
            "options": {issue: dict(row) for issue, row in self.options.items()},
            "split": self.split,
            "agreed": dict(self.agreed),
            "left_aside": list(self.left_aside),
        }


@dataclass(frozen=True, slots=True)
class CentralWeight:
    """What must be true of one party's weight on one issue for the headline to be acceptable (Lahdelma et al. 2001).

    ``mean`` over all draws, ``given`` over those in which all accept the headline, ``se`` of the latter.
    """

    party: str
    issue: str
    mean: float
    given: float
    se: float

    def as_dict(self) -> dict[str, Any]:
        """``{"party", "issue", "mean", "given", "se"}``."""
        return {"party": self.party, "issue": self.issue, "mean": self.mean, "given": self.given, "se": self.se}
