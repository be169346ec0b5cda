"""The outlook: the headline of a model and what stands in its way, quickly, and two of them compared draw by draw.

What a settlement says in full takes several passes over the space. An outlook takes one, on fewer draws, and keeps the
answers of every draw, so that a changed model is compared with the model it came from on common random numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.errors import UsageError
from zopa.settlements.result import Clause, Estimate, Headline, Objection
from zopa.settlements.uncertain.acceptability import count_in_two, draws_that_fit
from zopa.settlements.uncertain.arrays import layout_of, matches, must_accept
from zopa.settlements.uncertain.candidates import paired
from zopa.settlements.uncertain.draws import Assumptions, draw
from zopa.settlements.uncertain.engine import engine_of, point_levels
from zopa.settlements.uncertain.ranges import assumption_range
from zopa.settlements.uncertain.streams import Streams
from zopa.settlements.uncertain.verdicts import accepts, agree, share_of
from zopa.settlements.uncertain.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from zopa.settlements.model import NegotiationModel
    from zopa.settlements.uncertain.clauses import Refusal

MOST_DRAWS, FEWEST_DRAWS = 2_000, 1_000
AT_ONCE = 4_000_000_000
"""Draws times packages that are answered at once; larger spaces get fewer draws, down to the fewest."""

LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class InForce:
    """A red line of a signatory: the share of draws in which it binds, and whether the headline package crosses it."""

    clause: Clause
    binds: float
    crossed: bool

    def as_dict(self) -> dict[str, Any]:
        """The clause with ``binds`` and ``crossed``."""
        return {**self.clause.as_dict(), "binds": self.binds, "crossed": self.crossed}


@dataclass(frozen=True)
class Outlook:
    """The headline of one model, on few draws.

    ``accepts`` is each signatory's own probability of accepting the headline package; ``exists`` the share of draws
    some package suits. Both are measured on the draws the package was not chosen on. ``red_lines`` are all stated and
    asserted ones of signatories, those that bind most often first. ``answers`` (draws,) says in which of the measuring
    draws the package is agreed to, ``by_party`` the same of each signatory, ``suits`` where some package is.
    """

    space: int
    feasible: int
    draws: int
    seed: int
    posture: float
    signatories: tuple[str, ...]
    headline: Headline
    accepts: Mapping[str, Estimate]
    exists: Estimate
    red_lines: tuple[InForce, ...]
    answers: NDArray[np.bool_]
    by_party: Mapping[str, NDArray[np.bool_]]
    suits: NDArray[np.bool_]

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What stands in the way of the headline package, most frequent first."""
        return () if self.headline.detail is None else self.headline.detail.objections

    def as_dict(self) -> dict[str, Any]:
        """Plain data: everything but the answers draw by draw."""
        return {
            "space": self.space,
            "feasible": self.feasible,
            "draws": self.draws,
            "seed": self.seed,
            "posture": self.posture,
            "signatories": list(self.signatories),
            "headline": self.headline.as_dict(),
            "accepts": {party: found.as_dict() for party, found in self.accepts.items()},
            "exists": self.exists.as_dict(),
            "objections": [found.as_dict() for found in self.objections],
            "red_lines": [found.as_dict() for found in self.red_lines],
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes from one outlook to another: differences of probabilities with paired standard errors.

    ``accepts`` has the parties that sign in both; ``changed`` are the issues the headline package settles otherwise,
    with the option before and after.
    """

    headline: Estimate
    exists: Estimate
    accepts: Mapping[str, Estimate]
    changed: Mapping[str, tuple[str, str]]

    def as_dict(self) -> dict[str, Any]:
        """``{"headline", "exists", "accepts", "changed"}``."""
        return {
            "headline": self.headline.as_dict(),
            "exists": self.exists.as_dict(),
            "accepts": {party: found.as_dict() for party, found in self.accepts.items()},
            "changed": {issue: list(pair) for issue, pair in self.changed.items()},
        }


def outlook(
    model: NegotiationModel,
    *,
    draws: int | None = None,
    seed: int = 1,
    relax: Iterable[tuple[str, str, str]] = (),
    threads: int = 2,
    as_settled: bool = False,
) -> Outlook:
    """The headline of a model, its range, who accepts it and what stands in its way.

    1. Draw the model; ``relax`` gives up stated refusals (party, issue, option).
    2. Count in how many of the even draws each package of the space is agreed to: the best is the headline package.
    3. Measure it on the odd draws, all together and party by party.

    ``draws`` None takes as many as are answered at once, 1,000 to 2,000. ``as_settled`` takes the draws that ``settle``
    takes, so that the headline is the one it gives.
    Raises UsageError for spaces of more than ``LARGEST`` packages, ModelError when the model contradicts itself or a
    name is not in it. Cost: draws times packages in the worst case, see ``counting``; about a tenth of ``settle``.
    """
    relaxed = frozenset(relax)
    space = layout_of(model).space
    if space > LARGEST:
        raise UsageError(f"{space:,} packages are too many to answer at once: ask with `zopa settle`")
    engine = engine_of(model, relaxed)
    for party, issue, option in relaxed:
        engine.layout.party(party)
        engine.layout.option(issue, option)
    if as_settled:
        count = draws or draws_that_fit(space)
    else:
        at_once = max(FEWEST_DRAWS, min(MOST_DRAWS, AT_ONCE // max(1, space)))
        count = min(draws or at_once, draws_that_fit(space))
    drawn = draw(model, engine.layout, Streams(seed, count), relaxed)
    work = Work(engine, drawn, Assumptions(model.posture, model.hidden_red_line), exact=False, threads=threads)
    choosing, measuring = count_in_two(engine, work.levels, threads)
    names = must_accept(model)
    best = int(choosing.counts.argmax()) if engine.halves.feasible else None
    yes = _answers(work, best, names)
    answers = agree(engine.quorum, _in_layout(work, yes))[:, 0]
    return Outlook(
        space=space,
        feasible=engine.halves.feasible,
        draws=count,
        seed=seed,
        posture=model.posture,
        signatories=names,
        headline=_headline(work, best, answers),
        accepts={party: _estimate(found) for party, found in yes.items()},
        exists=_estimate(measuring.exists[: measuring.draws]),
        red_lines=_in_force(work, best),
        answers=answers,
        by_party=yes,
        suits=measuring.exists[: measuring.draws],
    )


def difference(before: Outlook, after: Outlook) -> Difference:
    """What changes from ``before`` to ``after``, draw by draw.

    Raises UsageError where the two have not the same draws and seed.
    """
    if (before.draws, before.seed) != (after.draws, after.seed):
        raise UsageError("two outlooks are compared draw by draw: give both the same draws and the same seed")
    one, other = before.headline.package or {}, after.headline.package or {}
    return Difference(
        headline=_change(after.answers, before.answers),
        exists=_change(after.suits, before.suits),
        accepts={
            party: _change(after.by_party[party], before.by_party[party])
            for party in after.signatories
            if party in before.by_party
        },
        changed={issue: (one[issue], other[issue]) for issue in other if issue in one and one[issue] != other[issue]},
    )


def _answers(work: Work, best: int | None, names: tuple[str, ...]) -> dict[str, NDArray[np.bool_]]:
    """In which of the measuring draws each signatory accepts the package."""
    if best is None:
        return {party: np.zeros(len(work.measuring), dtype=bool) for party in names}
    levels = point_levels(work.engine, work.draws.some(work.measuring), work.assumed)
    found = accepts(work.engine, levels, work.engine.halves.choices(np.array([best], dtype=np.intp)))[:, :, 0]
    return {party: found[:, work.engine.layout.party(party)] for party in names}


def _in_layout(work: Work, yes: Mapping[str, NDArray[np.bool_]]) -> NDArray[np.bool_]:
    """The answers at the places the layout gives the parties, (N, P, 1)."""
    found = np.zeros((len(work.measuring), len(work.engine.layout.parties), 1), dtype=bool)
    for party, answers in yes.items():
        found[:, work.engine.layout.party(party), 0] = answers
    return found


def _headline(work: Work, best: int | None, answers: NDArray[np.bool_]) -> Headline:
    if best is None:
        return Headline(None, 0.0, 0.0, (0.0, 0.0), (0.0, 0.0))
    share = share_of(int(answers.sum()), len(answers))
    (detail,) = work.described(best)
    bounds = (detail.acceptability.lower, detail.acceptability.upper)
    return Headline(detail.package, share.point, share.se, assumption_range(work, np.array([best])), bounds, detail)


def _in_force(work: Work, best: int | None) -> tuple[InForce, ...]:
    """The red lines of signatories with how often they bind, the most frequent first."""
    binds = work.draws.binding(work.assumed.posture).mean(axis=0)
    package = None if best is None else work.engine.halves.choices(np.array([best], dtype=np.intp))

    def crossed(refusal: Refusal) -> bool:
        if package is None or not matches(refusal.when, package)[0]:
            return False
        return refusal.unless is None or not matches(refusal.unless, package)[0]

    found = [
        InForce(refusal.clause, float(share), crossed(refusal))
        for refusal, share in zip(work.draws.refusals, binds, strict=True)
        if refusal.party in work.engine.quorum.signatories
    ]
    return tuple(sorted(found, key=lambda line: (-line.binds, line.clause.id)))


def _estimate(answers: NDArray[np.bool_]) -> Estimate:
    share = share_of(int(answers.sum()), len(answers))
    return Estimate(share.point, share.se)


def _change(after: NDArray[np.bool_], before: NDArray[np.bool_]) -> Estimate:
    return Estimate(*paired(after, before))
