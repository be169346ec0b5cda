"""Which left rows can still be agreed to, in some draws at once: branch and bound over the issues of the left half.

1. Start from one empty row per draw. Take the issues of the half in order, those on which most is refused first.
2. Each row so far is extended by every option; a party's sum so far must be able to reach its threshold with its best
   options on all other issues. Rows that cannot are dropped, with all that would have followed from them.
3. What is left are rows of the half; those that a rule or a refusal inside the half forbids are dropped too.

Cost: the rows that survive, times options and parties.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.kernels.counting import reach, usable

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.uncertain.arrays import Quorum
    from zopa.settlements.uncertain.geometry import Geometry
    from zopa.settlements.uncertain.halves import Half

FAR = 1 << 26
"""A refused option counts so far below anything in whole numbers; at most 2^24 is ever made up for."""


def far_below(dtype: Any) -> Any:
    """What a refused option is worth in the type of the levels."""
    return -1e30 if dtype == np.float64 else -FAR


@dataclass(frozen=True)
class Reached:
    """Left rows of some draws: the draw (M,) ascending, the row (M,), and each party's utility of it (P, M)."""

    draw: NDArray[np.intp]
    row: NDArray[np.intp]
    total: NDArray[Any]

    def of(self, draws: int) -> NDArray[np.intp]:
        """Where the rows of each draw begin, and the end: (draws + 1,)."""
        return np.searchsorted(self.draw, np.arange(draws + 1))

    def some(self, keep: NDArray[Any]) -> Reached:
        """Some of the rows."""
        return Reached(self.draw[keep], self.row[keep], self.total[:, keep])


class Reach:
    """Branch and bound over one left half."""

    def __init__(self, half: Half, geometry: Geometry, quorum: Quorum) -> None:
        self.half, self.geometry, self.quorum = half, geometry, quorum
        self.present = [np.bincount(half.choices[:, at], minlength=half.layout.sizes[j]) > 0
                        for at, j in enumerate(half.issues)]  # fmt: skip
        self.place: NDArray[np.int64] | None = None
        if half.kept is not None:
            self.place = np.full(half.combinations, -1, dtype=np.int64)
            self.place[half.kept] = np.arange(half.rows)

    def rows(self, part: Any, wide: NDArray[np.bool_], goal: Any) -> Reached:
        """The rows of some draws that can reach ``goal`` (N, P), what the left half has to bring at least.

        ``part`` is (N, P, O), refused options far below anything; ``wide`` (N, C) says which wide refusals bind.
        """
        far = far_below(part.dtype)
        options = [
            np.where(present, part[:, :, self.half.layout.slices[j]], far).transpose(1, 0, 2)
            for j, present in zip(self.half.issues, self.present, strict=True)
        ]
        best = [values.max(axis=2) for values in options]
        must = goal.T.astype(np.promote_types(part.dtype, np.int64))
        must = must - self.geometry.most(self.geometry.left_added, part.dtype)[:, None] - sum(best)
        least = []
        for top in best:
            must = must + top
            least.append(np.minimum(must, -16 * far).astype(part.dtype))
        if options and self.quorum.everybody and usable(part.shape[1], part.dtype):
            needed = np.stack(least).transpose(0, 2, 1)
            draw, row, total = reach([values.transpose(1, 0, 2) for values in options], needed, self.place)
        else:
            draw, row, total = self._allowed(*self._grown(part, options, least))
        return self._inside(draw, row, total, wide, goal)

    def _grown(self, part: Any, options: list[Any], least: list[Any]) -> tuple[NDArray[np.intp], NDArray[np.intp], Any]:
        """Steps 1 and 2 issue by issue: ``options`` (P, N, size) and ``least`` (P, N) of each; draw, row and sums."""
        draw = np.arange(len(part))
        row = np.zeros(len(part), dtype=np.intp)
        total = np.zeros((part.shape[1], len(part)), dtype=part.dtype)
        for values, lowest in zip(options, least, strict=True):
            longer = total[:, :, None] + values.take(draw, axis=1)
            needed = lowest.take(draw, axis=1)
            flat = np.flatnonzero(
                self.agree([mine >= goal[:, None] for mine, goal in zip(longer, needed, strict=True)])
            )
            at, option = np.divmod(flat, values.shape[2])
            total = longer.reshape(len(longer), -1).take(flat, axis=1)
            if not self.quorum.everybody:
                total = np.maximum(total, far_below(total.dtype))
            draw, row = draw[at], row[at] * values.shape[2] + option
        return draw, row, total

    def agree(self, answers: list[NDArray[np.bool_]]) -> NDArray[np.bool_]:
        """Whether enough signatories say yes, from the answer of each."""
        if self.quorum.everybody:
            return np.asarray(np.logical_and.reduce(answers))
        yes = np.add.reduce(np.stack(answers), axis=0, dtype=np.uint8)
        found: NDArray[np.bool_] = np.asarray(yes >= self.quorum.at_least)
        for party in self.quorum.always:
            found &= answers[self.quorum.signatories.index(party)]
        return found

    def _allowed(self, draw: Any, row: Any, total: Any) -> tuple[NDArray[np.intp], NDArray[np.intp], Any]:
        """Combinations as rows of the half, without those that a rule inside the half forbids."""
        if self.place is None:
            return draw, row, total
        row = self.place[row]
        kept = row >= 0
        return draw[kept], row[kept], total[:, kept]

    def _inside(self, draw: Any, row: Any, total: Any, wide: NDArray[np.bool_], goal: Any) -> Reached:
        """Refusals and interaction terms inside the half."""
        for i, add, rows in self.geometry.left_added:
            total[i, rows[row]] += add
        for c, i, rows in self.geometry.left_refused:
            total[i, wide[draw, c] & rows[row]] = far_below(total.dtype)
        found = Reached(draw, row, total)
        if not self.geometry.left_added and not self.geometry.left_refused:
            return found
        return found.some(self.agree(list(total >= goal[draw].T)))
