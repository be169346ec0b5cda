"""Why nothing suits: minimal correction sets, minimal unsatisfiable subsets and responsibility, draw by draw.

In a draw, a package violates a set of clauses (refusals, hidden red lines, reservations). Lifting a set of clauses lets
a deal exist exactly when it contains the violated clauses of some feasible package; so the inclusion-minimal
correction sets are the minimal ones among the packages' sets of violated clauses. The inclusion-minimal unsatisfiable
subsets are their minimal hitting sets (Reiter 1987). Rules are never clauses.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.result import Blockers, ClauseSet
from zopa.settlements.uncertain.hitting import minimal_hitting_sets, minimal_sets
from zopa.settlements.uncertain.side_by_side import side_by_side
from zopa.settlements.uncertain.violations import violated_sets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.result import Clause
    from zopa.settlements.uncertain.arrays import Quorum
    from zopa.settlements.uncertain.work import Work

CAP = 3
UNCAPPED_EXACT = 200_000
UNCAPPED_SAMPLED = 5_000
EFFORT = 100_000_000
MOST_EXAMINED = 200
LISTED = 20

ClauseNames = frozenset[str]


@dataclass(frozen=True)
class _Draw:
    """What one draw in which nothing suits has to say. ``conflicts`` is None where the family was capped."""

    corrections: tuple[ClauseNames, ...]
    conflicts: tuple[ClauseNames, ...] | None


def find_blockers(work: Work, exists: NDArray[np.bool_], go_on: Callable[[float], bool] | None = None) -> Blockers:
    """What prevents a deal in the draws in which nothing suits, or some of them; see ``Blockers.examined``.

    Correction sets are capped at three clauses where the space is large; unsatisfiable subsets need the uncapped
    family and are given for smaller spaces only. Cost: packages times parties for each draw examined.
    """
    blocked = np.flatnonzero(~exists)
    feasible = work.engine.halves.feasible
    cap = None if feasible <= (UNCAPPED_EXACT if work.exact else UNCAPPED_SAMPLED) else CAP
    most = min(MOST_EXAMINED, max(1, EFFORT // max(1, feasible)))
    described: dict[str, Clause] = {}
    found: list[_Draw] = []

    def violated(n: int) -> set[ClauseNames]:
        return violated_sets(work, n, cap, described)

    for number, sets in enumerate(side_by_side(violated, blocked[:most].tolist(), work.threads)):
        found.append(_draw(_of_quorum(sets, work.engine.quorum, work.engine.layout.parties, described), cap))
        if go_on is not None and not go_on((number + 1) / min(most, len(blocked))):
            break
    return _summed(found, described, cap, len(blocked))


def _draw(sets: Iterable[ClauseNames], cap: int | None) -> _Draw:
    corrections = minimal_sets(sets)
    return _Draw(corrections, minimal_hitting_sets(corrections) if cap is None else None)


def _of_quorum(
    sets: Iterable[ClauseNames], quorum: Quorum, parties: Sequence[str], described: Mapping[str, Clause]
) -> Iterable[ClauseNames]:
    """Sets that let a deal exist under the agreement rule: where not everybody is needed, only some need moving."""
    if quorum.everybody:
        yield from sets
        return
    always = {parties[i] for i in quorum.always}
    names = [parties[i] for i in quorum.signatories]
    groups = [set(group) for group in combinations(names, quorum.at_least) if always <= set(group)]
    for violated in set(sets):
        for group in groups:
            yield frozenset(name for name in violated if described[name].party in group)


def _summed(found: Sequence[_Draw], described: Mapping[str, Clause], cap: int | None, blocked: int) -> Blockers:
    """Shares and mean responsibilities over the draws examined."""
    if not found:
        return Blockers(cap=cap, blocked=blocked)
    corrections = Counter(names for draw in found for names in draw.corrections)
    conflicts = Counter(names for draw in found for names in draw.conflicts or ())
    weight: dict[str, float] = {}
    for draw in found:
        for name in {name for names in draw.corrections for name in names}:
            smallest = min(len(names) for names in draw.corrections if name in names)
            weight[name] = weight.get(name, 0.0) + 1 / smallest
    responsibility = {name: weight[name] / len(found) for name in sorted(weight, key=lambda n: (-weight[n], n))}
    named = sorted({name for names in (*corrections, *conflicts) for name in names})
    return Blockers(
        corrections=_ranked(corrections, len(found)),
        conflicts=_ranked(conflicts, len(found)),
        responsibility=responsibility,
        clauses=tuple(described[name] for name in named),
        cap=cap,
        blocked=blocked,
        examined=len(found),
    )


def _ranked(sets: Counter[ClauseNames], draws: int) -> tuple[ClauseSet, ...]:
    """The most frequent sets, smaller ones first among equals."""
    order = sorted(sets.items(), key=lambda entry: (-entry[1], len(entry[0]), sorted(entry[0])))
    return tuple(ClauseSet(tuple(sorted(names)), count / draws) for names, count in order[:LISTED])
