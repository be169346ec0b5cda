"""Spaces too large to count package by package: a search, and a race between what it finds.

1. From many starts, packages are improved one issue at a time on a few of the choosing draws (coordinate ascent): by
   how often all who must say yes accept, and where that is level by how little they miss.
2. All packages met that did well race on the choosing draws: after each doubling of the draws those that are worse than
   the best by more than Hoeffding's bound are dropped, at a total chance of ``DELTA`` of dropping the best of them
   (Maron and Moore 1994).
3. What is left is measured on the other draws.

The race says with what probability its winner is among the best of the packages that were compared. It says nothing of
packages the search never met: that is noted with the result. Cost: starts times rounds times options times draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.exact.elimination import count_feasible
from zopa.settlements.feasibility import feasible_package
from zopa.settlements.result import Estimate, Existence, Headline, Settlement
from zopa.settlements.uncertain.arrays import feasible, must_accept
from zopa.settlements.uncertain.draws import Assumptions
from zopa.settlements.uncertain.engine import point_levels
from zopa.settlements.uncertain.ranges import corners
from zopa.settlements.uncertain.verdicts import agree, agreed, refused, share_of, utilities

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from zopa.settlements.uncertain.engine import Levels
    from zopa.settlements.uncertain.work import Work

STARTS = 24
SEARCHED = 200
ROUNDS = 40
RACING = 400
DELTA = 0.05


@dataclass(frozen=True)
class Race:
    """The packages left at the end, best first, (packages, issues); how many were met; and the bound that holds.

    With probability 1 - ``DELTA`` none of the packages met is accepted more often than the first by ``within``.
    """

    left: NDArray[np.intp]
    met: int
    within: float


def settle_vast(work: Work, seed: int, top: int, progress: Callable[[int, int, str], None] | None = None) -> Settlement:
    """The settlement of a space that is too large to be counted: headline and packages, by search and race."""
    met, complete = _met(work, seed, progress)
    race = _race(work, met)
    notes = (
        f"the space is too large to be counted; {race.met:,} packages were compared, found by search; with probability"
        f" {1 - DELTA:.0%} none of them is acceptable in {race.within:.1%} more of draws than the one shown",
        "'some package suits' is a lower bound here: the share of the best package found",
        "left out for the size of the space: blockers, solutions, concessions, posture, questions, formats",
    )
    packages = work.described_choices(race.left[:top])
    return Settlement(
        space=work.engine.layout.space,
        feasible=count_feasible(work.engine.model),
        draws=work.draws.count,
        seed=seed,
        posture=work.assumed.posture,
        headline=_headline(work, race.left[:1]) if len(race.left) else Headline(None, 0.0, 0.0, (0.0, 0.0), (0.0, 0.0)),
        zopa=Existence(
            Estimate(packages[0].acceptability.point, packages[0].acceptability.se) if packages else Estimate(0)
        ),
        packages=packages,
        signatories=must_accept(work.engine.model),
        exact=work.exact,
        complete=complete,
        notes=notes if complete else (*notes, "the search was interrupted: fewer packages were met"),
    )


def _headline(work: Work, choice: NDArray[np.intp]) -> Headline:
    """The winner of the race as measured on the other draws."""

    def measured(assumed: Assumptions) -> NDArray[np.bool_]:
        levels = point_levels(work.engine, work.draws.some(work.measuring), assumed)
        return agreed(work.engine, levels, choice)[:, 0]

    answers = measured(work.assumed)
    share = share_of(int(answers.sum()), len(answers))
    low, high = (float(measured(corner).mean()) for corner in corners(work.engine.model, work.assumed))
    (detail,) = work.described_choices(choice)
    bounds = (detail.acceptability.lower, detail.acceptability.upper)
    return Headline(detail.package, share.point, share.se, (low, high), bounds, detail)


def _met(work: Work, seed: int, progress: Callable[[int, int, str], None] | None) -> tuple[NDArray[np.intp], bool]:
    """The best packages met on the way up from every start, (packages, issues), and whether it went to the end.

    An interruption (Ctrl-C) ends the search; what was met until then still races.
    """
    rng = np.random.default_rng(seed)
    levels = point_levels(work.engine, work.draws.some(work.choosing[:SEARCHED]), work.assumed)
    met: dict[bytes, tuple[float, NDArray[np.intp]]] = {}
    complete = True
    try:
        for number in range(STARTS):
            at = _start(work, rng)
            if at is None:
                break
            _climb(work, levels, at, met)
            if progress is not None:
                progress(number + 1, STARTS, "search")
    except KeyboardInterrupt:
        complete = False
    best = sorted(met.items(), key=lambda entry: (-entry[1][0], entry[0]))[:RACING]
    choices = np.array([choice for _, (_, choice) in best], dtype=np.intp)
    return choices.reshape(len(best), len(work.engine.layout.issues)), complete


def _start(work: Work, rng: np.random.Generator) -> NDArray[np.intp] | None:
    """A feasible package: one that obeys the rules, and then changed at random wherever the rules allow it."""
    layout, model = work.engine.layout, work.engine.model
    package = feasible_package(model.issues, model.rules)
    if package is None:
        return None
    at = layout.choice(package)
    for j in rng.permutation(len(layout.issues)):
        other = at.copy()
        other[j] = rng.integers(layout.sizes[j])
        if feasible(model, layout, other[None])[0]:
            at = other
    return at


def _climb(work: Work, levels: Levels, at: NDArray[np.intp], met: dict[bytes, tuple[float, NDArray[np.intp]]]) -> None:
    """Change one issue at a time as long as that is better; every package looked at is put into ``met``."""
    best = -np.inf
    for _ in range(ROUNDS):
        around = _neighbours(work, at)
        scores = _scores(work, levels, around)
        for choice, score in zip(around, scores, strict=True):
            met[choice.tobytes()] = (float(score), choice)
        if scores.max() <= best:
            return
        best, at = float(scores.max()), around[int(scores.argmax())]


def _neighbours(work: Work, at: NDArray[np.intp]) -> NDArray[np.intp]:
    """The package and all that differ from it in one issue and obey the rules, (packages, issues)."""
    sizes = work.engine.layout.sizes
    found = [at]
    for j, size in enumerate(sizes):
        for k in range(size):
            if k != at[j]:
                other = at.copy()
                other[j] = k
                found.append(other)
    choices = np.array(found)
    return choices[feasible(work.engine.model, work.engine.layout, choices)]


def _scores(work: Work, levels: Levels, choices: NDArray[np.intp]) -> NDArray[np.float64]:
    """How often enough accept, less a thousandth of what signatories miss on average: worth, and 1 for a refusal."""
    signing = list(work.engine.quorum.signatories)
    worth, no = utilities(work.engine, levels, choices), refused(work.engine, levels, choices)
    missing = np.maximum(levels.threshold[:, :, None] - worth, 0.0) / levels.scale[None, :, None]
    answers = (missing == 0) & ~no
    missed = (missing + no)[:, signing].mean(axis=(0, 1))
    return np.asarray(agree(work.engine.quorum, answers).mean(axis=0) - missed / 1000)


def _race(work: Work, packages: NDArray[np.intp]) -> Race:
    """Drop packages that fall behind, with twice the draws in each round (Hoeffding 1963 with a union bound)."""
    met, used, left = len(packages), min(SEARCHED, len(work.choosing)), packages
    rounds = max(1, int(np.ceil(np.log2(max(2, len(work.choosing) / used)))) + 1)
    within = 1.0
    while len(left):
        levels = point_levels(work.engine, work.draws.some(work.choosing[:used]), work.assumed)
        shares = agreed(work.engine, levels, left).mean(axis=0)
        within = min(1.0, 2 * (log(2 * met * rounds / DELTA) / (2 * used)) ** 0.5)
        order = np.argsort(-shares, kind="stable")
        left = left[order[shares[order] >= shares.max() - within]]
        if used == len(work.choosing):
            break
        used = min(2 * used, len(work.choosing))
    return Race(left, met, within)
