"""The solution points among all packages that are agreed to, by going through the space in blocks.

Agreed to is what every signatory accepts, or as many as the agreement rule asks for; the gains compared are those of
all signatories, so that a party that is outvoted counts with its loss.

The concepts and their ties are those of ``solutions``. Of an uncertain model: those of the model of central values,
without what some signatory refuses for certain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.exact.central import central_model
from zopa.settlements.exact.division import divide
from zopa.settlements.exact.solutions import egalitarian, fairest, kalai_smorodinsky, nash, utilitarian
from zopa.settlements.exact.vetoes import certain_red_lines, certain_vetoes
from zopa.settlements.result import SolutionPoint, Solutions
from zopa.settlements.uncertain.arrays import canonical
from zopa.settlements.uncertain.draws import Assumptions, draw
from zopa.settlements.uncertain.engine import engine_of, point_levels
from zopa.settlements.uncertain.streams import Streams
from zopa.settlements.uncertain.verdicts import agree, refused, utilities

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from zopa.settlements.model import NegotiationModel
    from zopa.settlements.uncertain.engine import Engine, Levels

LARGEST = 20_000_000
BLOCK = 100_000


@dataclass(frozen=True)
class _Accepted:
    """Packages all signatories accept: addresses (M,), utilities (M, S) and gains over the reservations (M, S)."""

    addresses: NDArray[np.intp]
    utilities: NDArray[np.float64]
    gains: NDArray[np.float64]

    def some(self, rows: NDArray[np.intp]) -> _Accepted:
        return _Accepted(self.addresses[rows], self.utilities[rows], self.gains[rows])


def solution_points(model: NegotiationModel) -> Solutions:
    """Nash, Kalai-Smorodinsky, egalitarian and utilitarian points; all None where nothing suits everybody.

    1. Packages are listed block by block, and what some signatory does not accept is dropped.
    2. Each party's best gain is taken over the whole space; in each block the winners of each concept are kept.
    3. The winners of the blocks are compared once more; ties are counted, and one of them is shown.

    Cost: linear in the packages. Spaces above ``LARGEST`` packages are left to ``frontier``.
    """
    engine = engine_of(_certain(model))
    divided = divide(model)
    if engine.layout.space > LARGEST or not engine.halves.feasible:
        return Solutions(adjusted_winner=divided)
    drawn = draw(engine.model, engine.layout, Streams(1, 1))
    levels = point_levels(engine, drawn, Assumptions(0.0, 0.0))
    blocks = [block for block in _blocks(engine, levels) if len(block.addresses)]
    if not blocks:
        return Solutions(adjusted_winner=divided)
    ideal = np.max([block.gains.max(axis=0) for block in blocks], axis=0)
    signing = [engine.layout.parties[i] for i in engine.quorum.signatories]

    def point(solve: Callable[[_Accepted], NDArray[np.bool_]]) -> SolutionPoint:
        winners = _joined([block.some(np.flatnonzero(solve(block))) for block in blocks])
        best = winners.some(np.flatnonzero(solve(winners)))
        shown = fairest(np.arange(len(best.addresses)), best.gains, ideal, signing)
        return _described(engine, levels, int(best.addresses[shown]), len(best.addresses), model)

    return Solutions(
        nash=point(lambda some: nash(some.gains, ideal)),
        kalai_smorodinsky=point(lambda some: kalai_smorodinsky(some.gains, ideal)),
        egalitarian=point(lambda some: egalitarian(some.gains)),
        utilitarian=point(lambda some: utilitarian(some.utilities)),
        adjusted_winner=divided,
    )


def _certain(model: NegotiationModel) -> NegotiationModel:
    """The model of central values, with certain vetoes as rules and nothing else left to chance."""
    ordered = canonical(model)
    central = central_model(ordered)
    plain = replace(central, red_lines=(), claims=(), hidden_red_line=0.0, posture=0.0)
    if model.agreement.at_least is None:
        return replace(plain, rules=(*central.rules, *certain_vetoes(ordered)))
    return replace(plain, red_lines=certain_red_lines(ordered))


def _blocks(engine: Engine, levels: Levels) -> list[_Accepted]:
    """What enough signatories accept, block by block of left rows."""
    signing = list(engine.quorum.signatories)
    found = []
    left, right = engine.halves.shape
    sums = tuple(half.sums(levels.part)[0] for half in (engine.halves.left, engine.halves.right))
    step = max(1, BLOCK // max(1, right))
    for start in range(0, left, step):
        rows = slice(start, min(left, start + step))
        addresses = np.arange(rows.start * right, rows.stop * right, dtype=np.intp)
        worth = (sums[0][:, rows, None] + sums[1][:, None, :]).reshape(len(sums[0]), -1)
        if engine.halves.forbidden is not None:
            allowed = ~engine.halves.forbidden[rows].ravel()
            addresses, worth = addresses[allowed], worth[:, allowed]
        if engine.interactions or engine.refusals:
            choices = engine.halves.choices(addresses)
            worth = utilities(engine, levels, choices)[0]
            answers = (worth >= levels.threshold[0][:, None]) & ~refused(engine, levels, choices)[0]
        else:
            answers = worth >= levels.threshold[0][:, None]
        accepted = agree(engine.quorum, answers[None])[0]
        level = worth[signing][:, accepted].T
        found.append(_Accepted(addresses[accepted], level, level - levels.reservation[0, signing]))
    return found


def _joined(parts: list[_Accepted]) -> _Accepted:
    return _Accepted(
        np.concatenate([part.addresses for part in parts]),
        np.concatenate([part.utilities for part in parts]),
        np.concatenate([part.gains for part in parts]),
    )


def _described(engine: Engine, levels: Levels, address: int, ties: int, model: NegotiationModel) -> SolutionPoint:
    """A package with every party's utility there, in the order of the model."""
    choice = engine.halves.choices(np.array([address], dtype=np.intp))
    level = utilities(engine, levels, choice)[0, :, 0]
    utility = {party: float(level[engine.layout.party(party)]) for party in model.parties}
    named = engine.layout.package(choice[0].tolist())
    return SolutionPoint({issue.id: named[issue.id] for issue in model.issues}, utility, ties)
