"""In how many draws is each package accepted: every package of the space, exactly, draw by draw.

1. Draws in which every party accepts whatever it does not refuse are counted together (``products``).
2. In the others, the left rows that can be agreed to at all are found by branch and bound (``reach``), and for blocks
   of them each party's need is compared with the vector of its right utilities (``comparing``); the parties' answers
   are joined, and added to the count of the packages.

Cost: draws times packages in the worst case, with one comparison for each party; usually a few per cent of that.
Memory: five bytes a package.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.kernels.counting import note, usable
from zopa.settlements.uncertain.comparing import comparison
from zopa.settlements.uncertain.geometry import geometry_of
from zopa.settlements.uncertain.products import count_products, simple_draws
from zopa.settlements.uncertain.reach import Reach, far_below

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.uncertain.comparing import Comparison
    from zopa.settlements.uncertain.engine import Engine, Levels
    from zopa.settlements.uncertain.halves import Rectangle
    from zopa.settlements.uncertain.reach import Reached

BLOCK = 1 << 17
BATCH = 1 << 33
CHUNK = 64
LARGEST_BATCH = 2500
BURST = 255


@dataclass(frozen=True)
class Tally:
    """``counts`` (L, R): in how many of ``draws`` each package is accepted. ``exists`` (draws,): whether some is."""

    draws: int
    counts: NDArray[np.uint32]
    exists: NDArray[np.bool_]


def count_accepted(engine: Engine, levels: Levels, go_on: Callable[[int], bool] | None = None) -> Tally:
    """Count the draws in which each package is accepted.

    ``go_on`` is told after every batch how many draws it had; when it says no, the count ends there.
    """
    counter = _Counter(engine, levels)
    levels = replace(levels, blocked=np.ascontiguousarray(levels.blocked))
    done = 0
    size = max(CHUNK, min(LARGEST_BATCH, BATCH // max(1, engine.halves.left.rows * engine.halves.right.rows)))
    while done < levels.count:
        batch = levels.some(slice(done, done + size))
        counter.add(batch, done)
        done += batch.count
        if go_on is not None and not go_on(batch.count):
            break
    return counter.result(done)


@dataclass(frozen=True)
class _Draw:
    """What one draw is counted from: the refusals over several options that bind, and what parties need and have."""

    wide: NDArray[np.bool_]
    right: Any
    need: Any
    reached: Reached
    compared: Comparison | None


class _Counter:
    """The running counts of one pass over the draws."""

    def __init__(self, engine: Engine, levels: Levels) -> None:
        self.halves = engine.halves
        self.quorum = engine.quorum
        self.parties = np.array(engine.quorum.signatories)
        self.slices = engine.layout.slices
        self.geometry = geometry_of(engine, levels)
        self.reach = Reach(self.halves.left, self.geometry, self.quorum)
        self.allowed = self.halves.allowed
        shape = self.halves.shape
        self.counts = np.zeros(shape, dtype=np.uint32)
        self.burst = np.zeros(shape, dtype=np.uint8)
        self.in_burst = 0
        self.exists = np.zeros(levels.count, dtype=bool)
        self.block = max(1, BLOCK // max(1, shape[1]))
        self.buffers = np.empty((2, self.block, shape[1]), dtype=bool)

    def add(self, levels: Levels, start: int) -> None:
        """Count a batch of draws, the first of which is draw number ``start``."""
        if not all(self.halves.shape):
            return
        rest = np.arange(levels.count)
        if self.quorum.everybody:
            rest = rest[~self._simple(levels, start)]
        for at in range(0, len(rest), CHUNK):
            chosen = rest[at : at + CHUNK]
            self._chunk(levels.some(chosen), chosen + start)

    def result(self, done: int) -> Tally:
        """The counts of the first ``done`` draws; packages that rules forbid count nothing."""
        self._flush()
        if self.allowed is not None:
            self.counts[~self.allowed] = 0
        return Tally(done, self.counts, self.exists[:done])

    def _simple(self, levels: Levels, start: int) -> NDArray[np.bool_]:
        """Count the draws in which everybody accepts whatever nobody refuses; which those are, (N,).

        So are those in which all options of some issue are refused: nothing is left to count.
        """
        blocked = levels.blocked[:, self.parties]
        alive: NDArray[np.bool_] = ~np.asarray(blocked.any(axis=1))
        dead = np.asarray(np.stack([~alive[:, where].any(axis=1) for where in self.slices]).any(axis=0))
        part = np.where(blocked, -far_below(levels.part.dtype), levels.part[:, self.parties])
        least = self.geometry.least(levels.part.dtype)
        found = ~dead & simple_draws(part, levels.threshold[:, self.parties], least, self.slices)
        crossing = [c for c, _, _ in self.geometry.crossing_refused]
        found &= ~levels.wide[:, crossing].any(axis=1)
        if found.any():
            counts, exists = count_products(self.halves, self.geometry, alive[found], levels.wide[found])
            self.counts += counts
            self.exists[start + np.flatnonzero(found)] = exists
        return np.asarray(found | dead)

    def _chunk(self, levels: Levels, numbers: NDArray[np.intp]) -> None:
        """Count a few draws once their left rows are known: in C where that can be, else one after another."""
        part = self._part(levels)
        right, columns = self._right(part, levels.wide)
        threshold = levels.threshold[:, self.parties]
        crossing = self.geometry.crossing_added
        goal = threshold - right.max(axis=2) - self.geometry.most(crossing, part.dtype)
        reached = self.reach.rows(part, levels.wide, goal)
        ends = reached.of(levels.count)
        spans = np.stack([ends[:-1], ends[1:]], axis=1)
        plain = self.quorum.everybody and not crossing and part.dtype != np.float64
        crossed = sorted({c for c, _, _ in self.geometry.crossing_refused})
        refused = np.asarray(levels.wide[:, crossed].any(axis=1))
        if plain and usable(len(self.parties), part.dtype):
            self._make_room(levels.count)
            here = np.where(refused[:, None], 0, spans)
            self.exists[numbers] |= note(right, threshold, reached.total, here, reached.row, self.allowed, self.burst)
            left = np.flatnonzero(refused)
        else:
            left = np.arange(levels.count)
        if len(left):
            need = np.ascontiguousarray(threshold[reached.draw].T - reached.total)
            compared = comparison(right, columns, reached.draw, need) if plain and not refused[left].all() else None
            for n in left:
                self._draw(_Draw(levels.wide[n], right[n], need, reached, compared), int(n), spans[n], int(numbers[n]))

    def _draw(self, one: _Draw, n: int, span: NDArray[np.intp], number: int) -> None:
        """Count one draw, block by block of its left rows."""
        refusals = [(i, pair) for c, i, pair in self.geometry.crossing_refused if one.wide[c]]
        self._make_room(1)
        for at in range(span[0], span[1], self.block):
            rows = slice(at, min(at + self.block, int(span[1])))
            if one.compared is not None and not refusals:
                ok = one.compared.accepted(n, rows, *self.buffers)
            else:
                ok = self._accepted(one.need[:, rows], one.right, one.reached.row[rows], refusals)
            self._note(ok, one.reached.row[rows], number)

    def _part(self, levels: Levels) -> Any:
        """Weight times value for the signatories, (N, P, O); what is refused counts far below anything.

        Where everybody must agree, what one of them refuses is lost for all.
        """
        blocked = levels.blocked[:, self.parties]
        if self.quorum.everybody:
            blocked = np.asarray(blocked.any(axis=1, keepdims=True))
        part = levels.part[:, self.parties]
        return np.where(blocked, part.dtype.type(far_below(part.dtype)), part)

    def _right(self, part: Any, wide: NDArray[np.bool_]) -> tuple[Any, NDArray[np.bool_]]:
        """Each signatory's utility of every right row, (N, P, R), and which right rows nobody refuses, (N, R)."""
        far = far_below(part.dtype)
        right = self.halves.right.sums(part)
        for i, add, columns in self.geometry.right_added:
            right[:, i, columns] += add
        for c, i, columns in self.geometry.right_refused:
            right[np.ix_(np.flatnonzero(wide[:, c]), np.array([i]), np.flatnonzero(columns))] = far
        alive = np.asarray((right > far / 2).all(axis=1))
        if self.quorum.everybody:
            right = np.where(alive[:, None], right, right.dtype.type(far))
        return right, alive

    def _accepted(
        self, need: Any, right: Any, rows: NDArray[np.intp], refusals: Sequence[tuple[int, Rectangle]]
    ) -> NDArray[np.bool_]:
        """Which packages of some left rows are agreed to, (rows, R), whatever crosses the halves."""
        answers = [self._answer(i, need[i], right[i], rows) for i in range(len(self.parties))]
        for party, (inside, columns) in refusals:
            answers[party][np.ix_(inside[rows], columns)] = False
        return self.reach.agree(answers)

    def _answer(self, i: int, need: Any, right: Any, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which packages of some left rows one signatory accepts, with interaction terms across the halves."""
        level = np.broadcast_to(right, (len(rows), len(right)))
        for party, add, (inside, columns) in self.geometry.crossing_added:
            if party == i:
                level = level + np.where(inside[rows][:, None] & columns[None, :], add, 0).astype(right.dtype)
        found: NDArray[np.bool_] = level >= need[:, None]
        return found

    def _note(self, ok: NDArray[np.bool_], rows: NDArray[np.intp], number: int) -> None:
        """Add the answers of some left rows in one draw to the counts."""
        self.burst[rows] += ok.view(np.uint8)
        if not self.exists[number]:
            self.exists[number] = bool(ok.any() if self.allowed is None else (ok & self.allowed[rows]).any())

    def _make_room(self, draws: int) -> None:
        """Let the burst take that many more draws."""
        if self.in_burst + draws > BURST:
            self._flush()
        self.in_burst += draws

    def _flush(self) -> None:
        self.counts += self.burst
        self.burst.fill(0)
        self.in_burst = 0
