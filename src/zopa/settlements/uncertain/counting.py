"""In how many draws is each package accepted: every package of the space, exactly, draw by draw.

Per draw (docs: mathematics, the route at its end):

1. Each party's utility of every left row and of every right row; an option it refuses counts as far below anything.
2. Left rows from which some needed party cannot reach its threshold with its best right row are skipped.
3. For the others each party's threshold less the left utility is compared with the vector of right utilities; the
   parties' answers are joined, and added to the count of the packages.

Where in a draw every party accepts whatever it does not refuse, its packages are simply rows times columns; such
draws are counted together as one matrix product; once a chunk of draws has none of them they are no longer looked for.
Cost: draws times packages in the worst case, with one comparison
for each party; memory: five bytes a package.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.uncertain.engine import Engine, Levels
    from zopa.settlements.uncertain.halves import Rectangle

BLOCK = 1 << 17
CHUNK = 32
BURST = 255
FAR = 1 << 26


@dataclass(frozen=True)
class Tally:
    """``counts`` (L, R): in how many of ``draws`` each package is accepted. ``exists`` (draws,): whether some is."""

    draws: int
    counts: NDArray[np.uint32]
    exists: NDArray[np.bool_]


@dataclass(frozen=True)
class _Geometry:
    """Refusals over several options, (refusal, signatory, rectangle), and interaction terms, (signatory, what is added,
    rectangle).
    """

    refused: tuple[tuple[int, int, Rectangle], ...]
    added: tuple[tuple[int, Any, Rectangle], ...]


def count_accepted(engine: Engine, levels: Levels, go_on: Callable[[int], bool] | None = None) -> Tally:
    """Count the draws in which each package is accepted.

    ``go_on`` is told after every chunk how many draws it had; when it says no, the count ends there.
    """
    counter = _Counter(engine, levels)
    done = 0
    while done < levels.count:
        chunk = levels.some(slice(done, done + CHUNK))
        counter.add(chunk, done)
        done += chunk.count
        if go_on is not None and not go_on(chunk.count):
            break
    return counter.result(done)


class _Counter:
    """The running counts of one pass over the draws."""

    def __init__(self, engine: Engine, levels: Levels) -> None:
        self.halves = engine.halves
        self.quorum = engine.quorum
        self.parties = np.array(engine.quorum.signatories)
        self.inside, self.crossing = _geometry(engine, levels)
        self.allowed = None if engine.halves.forbidden is None else ~engine.halves.forbidden
        shape = self.halves.shape
        self.counts = np.zeros(shape, dtype=np.uint32)
        self.burst = np.zeros(shape, dtype=np.uint8)
        self.in_burst = 0
        self.products = self.quorum.everybody and not self.crossing.added
        self.exists = np.zeros(levels.count, dtype=bool)
        self.block = max(1, BLOCK // max(1, shape[1]))
        self.ok = np.empty((self.block, shape[1]), dtype=bool)
        self.other = np.empty((self.block, shape[1]), dtype=bool)

    def add(self, levels: Levels, start: int) -> None:
        """Count one chunk of draws, the first of which is draw number ``start``."""
        if not all(self.halves.shape):
            return
        left, right = self._utilities(levels)
        simple: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]] = []
        for n in range(levels.count):
            need = levels.threshold[n, self.parties][:, None] - left[n]
            refusals = self._crossing_refusals(levels.wide[n])
            product = self._as_product(need, right[n]) if self.products and not refusals else None
            if product is None:
                self.exists[start + n] = self._count(need, right[n], refusals)
            elif product[0].any() and product[1].any():
                simple.append(product)
                self.exists[start + n] = self._allowed_any(product)
        self.products = bool(simple)
        if simple:
            rows = np.array([product[0] for product in simple], dtype=np.float32)
            columns = np.array([product[1] for product in simple], dtype=np.float32)
            self.counts += (rows.T @ columns).astype(np.uint32)

    def result(self, done: int) -> Tally:
        """The counts of the first ``done`` draws; packages that rules forbid count nothing."""
        self._flush()
        if self.allowed is not None:
            self.counts[~self.allowed] = 0
        return Tally(done, self.counts, self.exists[:done])

    def _utilities(self, levels: Levels) -> tuple[Any, Any]:
        """Each signatory's utility of every left and right row, (draws, P, rows); refused rows far below anything."""
        part = levels.part[:, self.parties]
        far = -np.inf if part.dtype == np.float64 else -FAR
        part = np.where(levels.blocked[:, self.parties], part.dtype.type(far), part)
        left, right = self.halves.left.sums(part), self.halves.right.sums(part)
        for c, party, (rows, columns) in self.inside.refused:
            hit = np.flatnonzero(levels.wide[:, c])
            side, mask = (left, rows) if columns.all() else (right, columns)
            side[np.ix_(hit, np.array([party]), np.flatnonzero(mask))] = far
        for party, add, (rows, columns) in self.inside.added:
            side, mask = (left, rows) if columns.all() else (right, columns)
            side[:, party, mask] += add
        return left, right

    def _as_product(self, need: Any, right: Any) -> tuple[NDArray[np.bool_], NDArray[np.bool_]] | None:
        """The rows and columns of a draw in which every party accepts whatever it does not refuse, else None."""
        rows = (need <= right.max(axis=1, keepdims=True)).all(axis=0)
        columns = (right > -FAR // 2).all(axis=0)
        if not rows.any() or not columns.any():
            return np.zeros_like(rows), columns
        if (need[:, rows].max(axis=1) <= right[:, columns].min(axis=1)).all():
            return rows, columns
        return None

    def _allowed_any(self, product: tuple[NDArray[np.bool_], NDArray[np.bool_]]) -> bool:
        """Whether the rules allow some package of a product of rows and columns."""
        return self.allowed is None or bool(self.allowed[np.ix_(*product)].any())

    def _crossing_refusals(self, wide: NDArray[np.bool_]) -> list[tuple[int, Rectangle]]:
        """The refusals that bind in a draw and cross the halves: (signatory, rectangle)."""
        return [(party, pair) for c, party, pair in self.crossing.refused if wide[c]]

    def _count(self, need: Any, right: Any, refusals: Sequence[tuple[int, Rectangle]]) -> bool:
        """Count one draw block by block; whether it has a package that is accepted."""
        best = right.max(axis=1) + self._most_added(right.dtype)
        rows = np.flatnonzero(self._agree(list(need <= best[:, None])))
        exists = False
        for at in range(0, len(rows), self.block):
            chosen = rows[at : at + self.block]
            ok = self._accepted(need[:, chosen], right, chosen, refusals)
            self.burst[chosen] += ok.view(np.uint8)
            if not exists:
                exists = bool(ok.any() if self.allowed is None else (ok & self.allowed[chosen]).any())
        self.in_burst += 1
        if self.in_burst == BURST:
            self._flush()
        return exists

    def _most_added(self, dtype: Any) -> Any:
        """Per signatory, the most that interaction terms across the halves can add."""
        most = np.zeros(len(self.parties), dtype=dtype)
        for party, add, _ in self.crossing.added:
            most[party] += max(add, dtype.type(0))
        return most

    def _accepted(
        self, need: Any, right: Any, chosen: NDArray[np.intp], refusals: Sequence[tuple[int, Rectangle]]
    ) -> NDArray[np.bool_]:
        """Which packages of some left rows are agreed to, (rows, R)."""
        if self.quorum.everybody and not self.crossing.added and not refusals:
            ok, other = self.ok[: len(chosen)], self.other[: len(chosen)]
            np.greater_equal(right[0][None, :], need[0][:, None], out=ok)
            for i in range(1, len(self.parties)):
                np.greater_equal(right[i][None, :], need[i][:, None], out=other)
                np.logical_and(ok, other, out=ok)
            return ok
        answers = [self._answer(i, need[i], right[i], chosen) for i in range(len(self.parties))]
        for party, (rows, columns) in refusals:
            answers[party][np.ix_(rows[chosen], columns)] = False
        return self._agree(answers)

    def _answer(self, i: int, need: Any, right: Any, chosen: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which packages of some left rows one signatory accepts, with interaction terms across the halves."""
        level = np.broadcast_to(right, (len(chosen), len(right)))
        for party, add, (rows, columns) in self.crossing.added:
            if party == i:
                level = level + np.where(rows[chosen][:, None] & columns[None, :], add, 0).astype(right.dtype)
        found: NDArray[np.bool_] = level >= need[:, None]
        return found

    def _agree(self, answers: Sequence[NDArray[np.bool_]]) -> NDArray[np.bool_]:
        """Whether enough signatories say yes, from the answer of each."""
        if self.quorum.everybody:
            return np.asarray(np.logical_and.reduce(answers))
        yes = np.add.reduce(np.stack(answers), axis=0, dtype=np.uint8)
        ok: NDArray[np.bool_] = np.asarray(yes >= self.quorum.at_least)
        for party in self.quorum.always:
            ok &= answers[self.quorum.signatories.index(party)]
        return ok

    def _flush(self) -> None:
        self.counts += self.burst
        self.burst.fill(0)
        self.in_burst = 0


def _geometry(engine: Engine, levels: Levels) -> tuple[_Geometry, _Geometry]:
    """What lies inside one of the halves, and what crosses them."""
    at = {party: position for position, party in enumerate(engine.quorum.signatories)}
    refused = [
        (c, at[refusal.party], pair)
        for c, refusal in enumerate(engine.refusals)
        if refusal.atom is None and refusal.party in at
        for pair in engine.halves.rectangles(refusal.when, refusal.unless)
    ]
    added = [
        (at[party], _whole(add * levels.scale[party], levels), pair)
        for party, match, add in engine.interactions
        if party in at
        for pair in engine.halves.rectangles(match, None)
    ]
    inside = _Geometry(
        tuple(entry for entry in refused if _one_sided(entry[2])),
        tuple(entry for entry in added if _one_sided(entry[2])),
    )
    crossing = _Geometry(
        tuple(entry for entry in refused if not _one_sided(entry[2])),
        tuple(entry for entry in added if not _one_sided(entry[2])),
    )
    return inside, crossing


def _whole(value: float, levels: Levels) -> Any:
    """A utility in the type of the levels: rounded where they are whole numbers."""
    return np.float64(value) if levels.part.dtype == np.float64 else np.int32(np.rint(value))


def _one_sided(pair: Rectangle) -> bool:
    """Whether a rectangle takes all of one half."""
    return bool(pair[0].all() or pair[1].all())
