"""The engine's own input: what each party values, refuses and settles for, with no text in it.

A :class:`NegotiationModel` holds names and declared ids outside; the arrays the algorithms need are built from it in
``settlements.arrays``. It is immutable, and every number in it is either exact or a band ``(low, high)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Band = tuple[float, float]
"""A closed interval; an exact number is a band of width zero."""

When = tuple[tuple[str, tuple[str, ...]], ...]
"""A partial description of packages: (issue id, option ids) pairs. Options are alternatives; issues match together."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a package: its id, the ids of its options in order, and their places on a scale if it has one.

    ``divisible``: what is in dispute can be split between the parties (Adjusted Winner).
    """

    id: str
    options: tuple[str, ...]
    scale: tuple[float, ...] | None = None
    unit: str | None = None
    divisible: bool = False


@dataclass(frozen=True, slots=True)
class RedLine:
    """A party refuses every package that matches ``when``: one event per draw, with probability ``p`` (1 - posture).

    ``statements`` are the ids of what it rests on; ``because`` is an analyst's reason.
    """

    party: str
    when: When
    p: float = 1.0
    because: str | None = None
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one origin says of one party and one option, in the terms of the draw (docs: mathematics, steps 1 to 4).

    ``origin`` names the independent piece of evidence: one Bernoulli(``alpha``) per origin decides whether all claims
    that share it hold. ``stance`` fixes the band while it holds; ``veto`` is the probability that a holding claim also
    vetoes (1 for a red line, kappa for a firm rejection, 0 for none). ``unless`` is the partial package without which a
    conditional option is vetoed.
    """

    origin: str
    alpha: float
    party: str
    issue: str
    option: str
    stance: Literal["demands", "accepts", "offers", "rejects", "conditions", "undecided"]
    veto: float = 0.0
    unless: When = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interaction:
    """A party's utility changes by ``add`` on packages that match ``when`` (non-additive terms)."""

    party: str
    when: When
    add: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hard rule: with ``if_`` and ``then``, a package that matches ``if_`` must match ``then``; with ``never`` alone,
    no package may match it. Rules bind everybody and are never bargained away.
    """

    if_: When = ()
    then: When = ()
    never: When = ()


@dataclass(frozen=True, slots=True)
class Preference:
    """What one party wants.

    Either ``values`` (bands of v in [0, 1] per issue and option, [0, 1] where left out) with weights, or ``scores``
    (raw, exact: U is their sum, in the reservation's unit). Weights are fixed (``weights``), known in order only
    (``order``, most important first) or free over ``stakes`` (Dirichlet(1)). ``monotone`` names ordered issues on which
    v rises (+1) or falls (-1) along the scale.
    """

    party: str
    weights: Mapping[str, float] | None = None
    order: tuple[str, ...] | None = None
    stakes: tuple[str, ...] | None = None
    values: Mapping[str, Mapping[str, Band]] = field(default_factory=dict)
    scores: Mapping[str, Mapping[str, float]] | None = None
    monotone: Mapping[str, Literal[1, -1]] = field(default_factory=dict)
    reservation: Band = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who must say yes: ``at_least`` of the signatories (None: all of them), ``always`` among them."""

    at_least: int | None = None
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NegotiationModel:
    """A whole negotiation as the engine sees it.

    ``signatories`` must accept; ``ratifiers`` count as signatories and are named as ratifiers. ``hidden_red_line`` is
    the probability q that an option on which a party has said nothing is refused all the same. The ``_range`` bands are
    the box over which the assumption range runs (docs: mathematics, step 7).
    """

    parties: tuple[str, ...]
    issues: tuple[Issue, ...]
    preferences: tuple[Preference, ...]
    signatories: tuple[str, ...]
    ratifiers: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    claims: tuple[Claim, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    agreement: Agreement = Agreement()
    hidden_red_line: float = 0.0
    posture: float = 0.0
    hidden_red_line_range: Band | None = None
    posture_range: Band | None = None
    reservation_range: Band | None = None
