"""Packages that stand up to what is not known, and what must be true for the headline to hold.

Both look at the most acceptable packages only (``candidates``); what is chosen is chosen on one half of the draws and
measured on the other.

- Robust Nash: the largest mean over draws of the product of gains over no deal, 0 where the package is refused.
- Minimax regret (Savage 1951): in a draw a party regrets what it could have gained from the best candidate that is
  agreed to there, less what it gains; a refused package gains nothing. Of the party that regrets most the quantile over
  draws is taken, and the package with the smallest is chosen. Gains are in the parties' own utilities.
- Central weights (Lahdelma and Salminen 2001): the mean of a weight over the draws in which all accept the headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.further import CentralWeight, Robust, RobustPackage
from zopa.settlements.uncertain.arrays import preference_of
from zopa.settlements.uncertain.candidates import good_packages
from zopa.settlements.uncertain.engine import point_levels
from zopa.settlements.uncertain.verdicts import agree, refused, utilities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.uncertain.work import Counted, Work

CANDIDATES = 60
QUANTILE = 0.9
MOST_DRAWS = 2000


def robust_packages(work: Work, counted: Counted, headline: int) -> Robust:
    """The two packages, or none where no candidate is ever agreed to. Cost: draws times candidates times parties."""
    candidates = good_packages(counted, headline, CANDIDATES)
    chosen, measured = (gains_of(work, rows[:MOST_DRAWS], candidates) for rows in (work.choosing, work.measuring))
    if not chosen.any():
        return Robust(quantile=QUANTILE)
    best, least = int(_products(chosen).argmax()), int(_regrets(chosen).argmin())
    shares = work.agreed_at(work.assumed, work.measuring, candidates[[best, least]]).mean(axis=0)

    def described(at: int, score: NDArray[np.float64], share: float) -> RobustPackage:
        choice = work.engine.halves.choices(candidates[at : at + 1])[0]
        return RobustPackage(work.engine.layout.package(choice.tolist()), float(score[at]), share)

    return Robust(
        nash=described(best, _products(measured), float(shares[0])),
        regret=described(least, _regrets(measured), float(shares[1])),
        quantile=QUANTILE,
    )


def gains_of(work: Work, rows: NDArray[np.intp], candidates: NDArray[np.intp]) -> NDArray[np.float64]:
    """What each signatory gains over no deal, (draws, signatories, packages); 0 where a package is not agreed to."""
    engine, choices = work.engine, work.engine.halves.choices(candidates)
    levels = point_levels(engine, work.draws.some(rows), work.assumed)
    level = utilities(engine, levels, choices)
    answers = (level >= levels.threshold[:, :, None]) & ~refused(engine, levels, choices)
    gains = level / levels.scale[None, :, None] - levels.reservation[:, :, None]
    signing = list(engine.quorum.signatories)
    return np.asarray(np.where(agree(engine.quorum, answers)[:, None, :], np.maximum(gains[:, signing], 0.0), 0.0))


def _products(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean product of gains of each package."""
    return np.asarray(gains.prod(axis=1).mean(axis=0))


def _regrets(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each package's regret at the quantile of the draws, of the party that regrets most."""
    most = (gains.max(axis=2, keepdims=True) - gains).max(axis=1)
    return np.asarray(np.quantile(most, QUANTILE, axis=0))


def central_weights(work: Work, headline: int) -> tuple[CentralWeight, ...]:
    """Weights left to chance, given that all accept the headline; none where fewer than 30 draws do."""
    accepted = work.agreed_at(work.assumed, np.arange(work.draws.count), np.array([headline]))[:, 0]
    count = int(accepted.sum())
    if count < 30:
        return ()
    found = []
    for i in work.engine.quorum.signatories:
        party = work.engine.layout.parties[i]
        preference = preference_of(work.engine.model, party)
        if preference.scores is not None or preference.weights is not None:
            continue
        for j, issue in enumerate(work.engine.layout.issues):
            weights = work.draws.weights[:, i, j]
            given = weights[accepted]
            if weights.any():
                se = float(given.std(ddof=1) / count**0.5)
                found.append(CentralWeight(party, issue, float(weights.mean()), float(given.mean()), se))
    return tuple(sorted(found, key=lambda entry: (-abs(entry.given - entry.mean), entry.party, entry.issue)))
