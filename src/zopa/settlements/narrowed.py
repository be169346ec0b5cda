"""The headline alone: of a model, and of what some terms leave of it.

The figures are those ``settle`` gives with the same draws and seed; what else a settlement says is not worked out. That
is for askers of many models at once, such as a replay over dates or the packages on the table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.model import Rule
from zopa.settlements.result import Estimate
from zopa.settlements.settle import LARGEST_SPACE, settle
from zopa.settlements.uncertain.arrays import layout_of
from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.draws import Assumptions, draw
from zopa.settlements.uncertain.engine import engine_of
from zopa.settlements.uncertain.exactness import is_exact
from zopa.settlements.uncertain.objections import objections
from zopa.settlements.uncertain.run import Run
from zopa.settlements.uncertain.streams import Streams
from zopa.settlements.uncertain.verdicts import agreed, share_of, utilities
from zopa.settlements.uncertain.work import Work

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.settlements.model import NegotiationModel
    from zopa.settlements.result import Objection, Settlement
    from zopa.settlements.uncertain.draws import Draws


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The headline among some packages: the package, how acceptable it is, in how many draws some package suits, and
    what stands in the way of the one package.
    """

    package: Mapping[str, str]
    headline: Estimate
    exists: Estimate
    objections: tuple[Objection, ...]


def headline_of(model: NegotiationModel, *, draws: int, seed: int) -> Estimate | None:
    """How acceptable the package is that comes closest; None where the rules allow none.

    1. Draw the model, and count the even draws: the best is the headline package (``settle``).
    2. Measure it on the odd draws.

    Of large spaces no more draws are counted than fit into one batch (``counting``). Raises ModelError when the model
    contradicts itself. Cost: half of the count that ``settle`` begins with.
    """
    if not _sampled(model, draws):
        found = _settled(model, draws, seed)
        return Estimate(found.headline.point, found.headline.se) if found.feasible else None
    work = _work(model, draw(model, layout_of(model), Streams(seed, draws)))
    if not work.engine.halves.feasible:
        return None
    tally = count_accepted(work.engine, work.chosen_on, lambda _: False)
    best = work.engine.halves.choices(np.array([int(tally.counts.argmax())]))
    answers = agreed(work.engine, work.measured_on.some(slice(0, tally.draws)), best)
    share = share_of(int(answers.sum()), len(answers))
    return Estimate(share.point, share.se)


def headlines_within(
    model: NegotiationModel, terms: Sequence[Mapping[str, str]], *, draws: int, seed: int
) -> list[Narrowed | None]:
    """The headline among the packages that have some terms (issue id -> option id), for each of ``terms``.

    None where the rules allow no such package. All are answered from the same draws, which are made once. Cost: one
    count of the packages left, for each of ``terms``. Raises ModelError as ``settle`` does.
    """
    if not terms:
        return []
    if not _sampled(model, draws):
        return [_of_settlement(_settled(with_terms(model, some), draws, seed)) for some in terms]
    drawn = draw(model, layout_of(model), Streams(seed, draws))
    return [_narrowed(_work(with_terms(model, some), drawn), seed) for some in terms]


def with_terms(model: NegotiationModel, terms: Mapping[str, str]) -> NegotiationModel:
    """The model in which every package has the terms."""
    others = (
        (issue.id, tuple(option for option in issue.options if option != terms[issue.id]))
        for issue in model.issues
        if issue.id in terms
    )
    return replace(model, rules=(*model.rules, *(Rule(never=(one,)) for one in others if one[1])))


def _sampled(model: NegotiationModel, draws: int) -> bool:
    """Whether the model is drawn and its space counted, so that there is something to save."""
    return draws > 1 and not is_exact(model) and layout_of(model).space <= LARGEST_SPACE


def _settled(model: NegotiationModel, draws: int, seed: int) -> Settlement:
    return settle(model, draws=draws, seed=seed, top=1, seconds=0.0)


def _of_settlement(found: Settlement) -> Narrowed | None:
    head = found.headline
    if not found.feasible or head.package is None:
        return None
    stops = () if head.detail is None else head.detail.objections
    return Narrowed(head.package, Estimate(head.point, head.se), found.zopa.exists, stops)


def _work(model: NegotiationModel, drawn: Draws) -> Work:
    return Work(engine_of(model), drawn, Assumptions(model.posture, model.hidden_red_line), exact=False)


def _narrowed(work: Work, seed: int) -> Narrowed | None:
    """The headline of a run that ends after the first batch of draws, measured and with what stops it."""
    if not work.engine.halves.feasible:
        return None
    run = Run(work, seed, top=1, threads=1, progress=None, seconds=0.0)
    counted = run.count()
    work, address = run.work, int(counted.choosing.counts.argmax())
    choice = work.engine.halves.choices(np.array([address]))
    answers = work.agreed_at(work.assumed, work.measuring, np.array([address]))
    share = share_of(int(answers.sum()), len(answers))
    exists = np.concatenate([counted.choosing.exists, counted.measuring.exists])[: work.draws.count]
    suits = share_of(int(exists.sum()), len(exists))
    known = utilities(work.engine, work.levels, choice)[:, :, 0], work.draws.binding(work.assumed.posture)
    return Narrowed(
        work.engine.layout.package(choice[0].tolist()),
        Estimate(share.point, share.se),
        Estimate(suits.point, suits.se),
        objections(work.engine, work.draws, work.levels, work.assumed, choice[0], known),
    )
