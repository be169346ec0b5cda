"""Formats: who must say yes, and who speaks first (Tsebelis 2002 on veto players; Putnam 1988 on ratifiers).

- without, with: one signatory less, or one party more that has to agree.
- bilateral: two signatories choose what they accept most often together; the others are asked afterwards.
- proposer: one signatory proposes the package that gives it the largest mean gain, a refused one giving nothing.
- mediator: the package with the largest mean gain of the party that gains least, a refused one giving nothing.

Packages are chosen on one half of the draws, among those found best on a few of them, and measured on the other half.
Cost: for each choice of who must say yes one count of the space over the screening draws.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Literal

import numpy as np

from zopa.settlements.further import Format
from zopa.settlements.uncertain.arrays import Quorum
from zopa.settlements.uncertain.candidates import distinct, good_packages, paired, screened, under
from zopa.settlements.uncertain.robust import gains_of
from zopa.settlements.uncertain.side_by_side import side_by_side
from zopa.settlements.uncertain.verdicts import accepts, agreed, share_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.uncertain.work import Counted, Work

SCREENED = 150
CANDIDATES = 30
MOST_PAIRS = 10

Kind = Literal["without", "with", "bilateral"]


def find_formats(work: Work, counted: Counted, headline: int) -> tuple[Format, ...]:
    """Every format of the negotiation, those that raise the headline most first within each kind."""
    asked = list(_quorums(work))
    candidates = good_packages(counted, headline, CANDIDATES)
    now = work.agreed_at(work.assumed, work.measuring, np.array([headline]))[:, 0]
    found = list(side_by_side(lambda one: _with_quorum(work, candidates, now, *one), asked, work.threads))
    found.extend(_by_gain(work, candidates, now))
    order = {kind: k for k, kind in enumerate(("without", "with", "bilateral", "proposer", "mediator"))}
    return tuple(sorted(found, key=lambda entry: (order[entry.kind], -entry.point, entry.parties)))


def _quorums(work: Work) -> list[tuple[Kind, tuple[int, ...], Quorum]]:
    """(kind, whom it is about, who must say yes) for every format that is a choice of who must say yes."""
    quorum = work.engine.quorum
    signing, everybody = quorum.signatories, quorum.everybody
    found: list[tuple[Kind, tuple[int, ...], Quorum]] = []
    for i in signing if len(signing) > 1 else ():
        rest = tuple(other for other in signing if other != i)
        enough = len(rest) if everybody else min(quorum.at_least, len(rest))
        found.append(("without", (i,), Quorum(rest, enough, tuple(a for a in quorum.always if a != i))))
    for i in range(len(work.engine.layout.parties)):
        if i not in signing:
            more = tuple(sorted((*signing, i)))
            needed = tuple(sorted((*quorum.always, i)))
            found.append(("with", (i,), Quorum(more, len(more) if everybody else quorum.at_least + 1, needed)))
    pairs = list(combinations(signing, 2)) if len(signing) > 2 else []
    found.extend(("bilateral", pair, Quorum(pair, 2, pair)) for pair in pairs[:MOST_PAIRS])
    return found


def _with_quorum(
    work: Work, candidates: NDArray[np.intp], now: NDArray[np.bool_], kind: Kind, about: tuple[int, ...], quorum: Quorum
) -> Format:
    """What others would agree to: chosen, and measured beside the headline as it stands."""
    moved = under(work, quorum)
    tried = distinct(candidates, screened(moved, SCREENED, CANDIDATES))
    choices = work.engine.halves.choices
    best = int(tried[int(agreed(moved.engine, work.chosen_on, choices(tried)).sum(axis=0).argmax())])
    then = agreed(moved.engine, work.measured_on, choices(np.array([best])))[:, 0]
    others = [i for i in work.engine.quorum.signatories if i not in quorum.signatories]
    return _format(work, kind, about, best, then, now, others)


def _by_gain(work: Work, candidates: NDArray[np.intp], now: NDArray[np.bool_]) -> list[Format]:
    """The formats in which somebody proposes one package: each signatory, and a mediator."""
    gains = gains_of(work, work.choosing, candidates)
    found = []
    for position, i in enumerate(work.engine.quorum.signatories):
        best = int(candidates[int(gains[:, position].mean(axis=0).argmax())])
        then = work.agreed_at(work.assumed, work.measuring, np.array([best]))[:, 0]
        found.append(_format(work, "proposer", (i,), best, then, now, []))
    best = int(candidates[int(gains.min(axis=1).mean(axis=0).argmax())])
    then = work.agreed_at(work.assumed, work.measuring, np.array([best]))[:, 0]
    return [*found, _format(work, "mediator", (), best, then, now, [])]


def _format(
    work: Work, kind: Literal["without", "with", "bilateral", "proposer", "mediator"], about: tuple[int, ...],
    address: int, then: NDArray[np.bool_], now: NDArray[np.bool_], others: list[int],
) -> Format:  # fmt: skip
    """One format as plain values."""
    layout, choices = work.engine.layout, work.engine.halves.choices(np.array([address]))
    share = share_of(int(then.sum()), len(then))
    change, se = paired(then, now)
    asked = {}
    if others and then.any():
        answers = accepts(work.engine, work.measured_on, choices)[:, :, 0]
        asked = {layout.parties[i]: float(answers[then, i].mean()) for i in others}
    names = tuple(layout.parties[i] for i in about)
    return Format(kind, names, layout.package(choices[0].tolist()), share.point, share.se, change, se, asked)
