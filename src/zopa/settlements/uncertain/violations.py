"""In one draw: which sets of clauses the packages of the space violate."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.kernels.violating import combinations_of, usable
from zopa.settlements.uncertain.clauses import hidden_clause, reservation_clause

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.settlements.result import Clause
    from zopa.settlements.uncertain.engine import Engine, Levels
    from zopa.settlements.uncertain.halves import Half, Rectangle
    from zopa.settlements.uncertain.work import Work

BLOCK = 1 << 20
TABLE = 1 << 25
WORD = 8


def violated_sets(work: Work, n: int, cap: int | None, described: dict[str, Clause]) -> set[frozenset[str]]:
    """The distinct sets of clauses (by id) that feasible packages violate in draw ``n``, of at most ``cap`` clauses.

    1. Left rows that violate the same clauses form a group, and so do right rows.
    2. What depends on both halves (reservations, and refusals across them) is one bit each; a package's set is its
       two groups and its bits, and each such combination that occurs is noted once.

    ``described`` takes up every clause met, by its id. Cost: packages times parties.
    """
    engine = work.engine
    clauses, left, right, crossing = _clauses(work, n)
    described.update({clause.id: clause for clause in clauses})
    both = [reservation_clause(engine.layout.parties[i]) for i in engine.quorum.signatories]
    both += [clause for clause, _ in crossing]
    described.update({clause.id: clause for clause in both})
    left_groups, left_of = _groups(left)
    right_groups, right_of = _groups(right)
    seen = _seen(work, n, (left_groups, left_of), (right_groups, right_of), crossing, cap)
    rest, bits = np.divmod(seen, 1 << len(both))
    a, b = np.divmod(rest, len(right_groups))
    sizes = (left_groups[a] | right_groups[b]).sum(axis=1) + _ones(bits, len(both))
    kept = np.arange(len(seen)) if cap is None else np.flatnonzero(sizes <= cap)
    on_left, on_right = (_names(clauses, groups) for groups in (left_groups, right_groups))
    across = {bit: _named(both, bit) for bit in set(bits[kept].tolist())}
    of_kept = zip(a[kept].tolist(), b[kept].tolist(), bits[kept].tolist(), strict=True)
    return {on_left[one] | on_right[other] | across[bit] for one, other, bit in of_kept}


def _names(clauses: list[Clause], groups: NDArray[np.bool_]) -> list[frozenset[str]]:
    """The ids of the clauses that each group violates."""
    ids = [clause.id for clause in clauses]
    return [frozenset(compress(ids, group)) for group in groups.tolist()]


def _named(clauses: list[Clause], bits: int) -> frozenset[str]:
    """The ids of the clauses whose bits are set."""
    return frozenset(clause.id for position, clause in enumerate(clauses) if bits >> position & 1)


def _ones(bits: NDArray[np.intp], width: int) -> NDArray[np.intp]:
    """How many of the lowest ``width`` bits of each number are set."""
    return sum(((bits >> position) & 1 for position in range(width)), start=np.zeros_like(bits))


def _seen(
    work: Work, n: int, left: tuple[NDArray[np.bool_], NDArray[np.intp]],
    right: tuple[NDArray[np.bool_], NDArray[np.intp]], crossing: list[tuple[Clause, list[Rectangle]]],
    cap: int | None,
) -> NDArray[np.intp]:  # fmt: skip
    """Which combinations of left group, right group and bits occur among feasible packages, each as one number.

    Groups that violate more than ``cap`` clauses by themselves are left out.
    """
    engine, halves = work.engine, work.engine.halves
    signing = list(engine.quorum.signatories)
    levels = work.levels.some(slice(n, n + 1))
    width = len(signing) + len(crossing)
    if not engine.interactions and usable(width, levels.part.dtype):
        return _seen_at_once(work, levels, left, right, crossing, cap)
    size = (len(left[0]) * len(right[0])) << width
    seen = _Seen(size)
    kind: Any = np.int32 if size < 1 << 31 else np.int64
    small: Any = np.uint8 if width <= 8 else np.uint16 if width <= 16 else np.int64
    most = np.inf if cap is None else cap
    rows = np.flatnonzero(left[0].sum(axis=1)[left[1]] <= most)
    columns = np.flatnonzero(right[0].sum(axis=1)[right[1]] <= most)
    level_left, level_right = (half.sums(levels.part[:, signing])[0] for half in (halves.left, halves.right))
    step = max(1, BLOCK // max(1, len(columns)))
    for start in range(0, len(rows), step):
        chosen = rows[start : start + step]
        bits = np.zeros((len(chosen), len(columns)), dtype=small)
        for position, i in enumerate(signing):
            need = (levels.threshold[0, i] - level_left[position, chosen])[:, None]
            need = need - _added(engine, i, levels.scale[i], chosen, columns, need.dtype)
            bits |= (level_right[position, columns][None, :] < need).astype(small) << position
        for position, (_, rectangles) in enumerate(crossing, start=len(signing)):
            for inside, beside in rectangles:
                bits |= (inside[chosen][:, None] & beside[columns][None, :]).astype(small) << position
        groups = left[1][chosen].astype(kind) * len(right[0])
        keys = (groups << width)[:, None] + (right[1][columns].astype(kind) << width)[None, :]
        keys |= bits
        seen.add(keys.ravel() if halves.forbidden is None else keys[~halves.forbidden[np.ix_(chosen, columns)]])
    return seen.keys()


def _seen_at_once(
    work: Work, levels: Levels, left: tuple[NDArray[np.bool_], NDArray[np.intp]],
    right: tuple[NDArray[np.bool_], NDArray[np.intp]], crossing: list[tuple[Clause, list[Rectangle]]],
    cap: int | None,
) -> NDArray[np.intp]:  # fmt: skip
    """The same in C, of a draw that is ``levels``."""
    halves, signing = work.engine.halves, list(work.engine.quorum.signatories)
    level_left, level_right = (half.sums(levels.part[:, signing])[0] for half in (halves.left, halves.right))
    flat = [(pair, bit) for bit, (_, pairs) in enumerate(crossing, start=len(signing)) for pair in pairs]
    inside = np.array([pair[0] for pair, _ in flat], dtype=bool).reshape(len(flat), halves.left.rows)
    beside = np.array([pair[1] for pair, _ in flat], dtype=bool).reshape(len(flat), halves.right.rows)
    rectangles = inside, beside, np.array([bit for _, bit in flat], dtype=np.int64)
    few = left[0].sum(axis=1) <= (np.inf if cap is None else cap)
    met = combinations_of(
        levels.threshold[0, signing][:, None] - level_left,
        level_right,
        rectangles,
        halves.allowed,
        np.flatnonzero(few[left[1]]),
        (left[1], right[1], (len(left[0]), len(right[0]))),
    )
    bits = np.arange(1 << (len(signing) + len(crossing)), dtype=np.uint64)
    return np.flatnonzero((met[:, :, None] >> bits) & np.uint64(1))


class _Seen:
    """The numbers below ``size`` that were added: a table of marks where that is small, else a sorted set."""

    def __init__(self, size: int) -> None:
        self.table = np.zeros(size, dtype=bool) if size <= TABLE else None
        self.sorted: list[NDArray[np.intp]] = [np.zeros(0, dtype=np.intp)]

    def add(self, keys: NDArray[np.intp]) -> None:
        """Add some numbers."""
        if self.table is None:
            self.sorted.append(np.unique(keys))
        else:
            self.table[keys] = True

    def keys(self) -> NDArray[np.intp]:
        """All numbers added, ascending."""
        return np.unique(np.concatenate(self.sorted)) if self.table is None else np.flatnonzero(self.table)


def _added(
    engine: Engine, party: int, scale: float, rows: NDArray[np.intp], columns: NDArray[np.intp],
    dtype: np.dtype[np.generic],
) -> NDArray[np.generic]:  # fmt: skip
    """What interaction terms add to a party's utility on a block of packages; (1, 1) zeros where there are none."""
    mine = [(match, add) for owner, match, add in engine.interactions if owner == party]
    if not mine:
        return np.zeros((1, 1), dtype=dtype)
    total = np.zeros((len(rows), len(columns)))
    for match, add in mine:
        inside, beside = engine.halves.left.mask(match)[rows], engine.halves.right.mask(match)[columns]
        scaled = add * scale if dtype == np.float64 else np.rint(add * scale)
        total += np.where(inside[:, None] & beside[None, :], scaled, 0.0)
    return total.astype(dtype)


def _clauses(
    work: Work, n: int
) -> tuple[list[Clause], NDArray[np.bool_], NDArray[np.bool_], list[tuple[Clause, list[Rectangle]]]]:
    """The clauses that bind in a draw: those of one half, with the rows that violate them, and those across both.

    Rows are (left rows, clauses) and (right rows, clauses).
    """
    engine, halves = work.engine, work.engine.halves
    binding = work.draws.some(slice(n, n + 1)).binding(work.assumed.posture)[0]
    clauses: list[Clause] = []
    left: list[NDArray[np.bool_]] = []
    right: list[NDArray[np.bool_]] = []
    crossing: list[tuple[Clause, list[Rectangle]]] = []
    stated = set()
    for c in np.flatnonzero(binding):
        refusal = engine.refusals[c]
        if refusal.party not in engine.quorum.signatories:
            continue
        rectangles = list(halves.rectangles(refusal.when, refusal.unless))
        if refusal.atom is not None:
            stated.add((refusal.party, *refusal.atom))
        if any(not pair[0].all() and not pair[1].all() for pair in rectangles):
            crossing.append((refusal.clause, rectangles))
            continue
        clauses.append(refusal.clause)
        left.append(_any([pair[0] for pair in rectangles if pair[1].all()], halves.left))
        right.append(_any([pair[1] for pair in rectangles if pair[0].all() and not pair[1].all()], halves.right))
    for i, j, k in _hidden(work, n, stated):
        party, issue, option = engine.layout.parties[i], engine.layout.issues[j], engine.layout.options[j][k]
        clauses.append(hidden_clause(party, issue, option))
        mask = np.arange(engine.layout.sizes[j]) == k
        for side, half in ((left, halves.left), (right, halves.right)):
            side.append(half.mask({j: mask}) if j in half.issues else np.zeros(half.rows, dtype=bool))
    return clauses, _table(left, halves.left), _table(right, halves.right), crossing


def _hidden(work: Work, n: int, stated: set[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The hidden red lines of a draw that no stated one covers: (party, issue, option)."""
    layout = work.engine.layout
    found = []
    for i in work.engine.quorum.signatories:
        for at in np.flatnonzero(work.draws.hidden[n, i] < work.assumed.hidden):
            j = int(np.searchsorted(layout.starts, at, side="right")) - 1
            if (i, j, int(at) - layout.starts[j]) not in stated:
                found.append((i, j, int(at) - layout.starts[j]))
    return found


def _any(masks: list[NDArray[np.bool_]], half: Half) -> NDArray[np.bool_]:
    """The rows in any of the masks."""
    return np.asarray(np.any([np.zeros(half.rows, dtype=bool), *masks], axis=0))


def _table(columns: list[NDArray[np.bool_]], half: Half) -> NDArray[np.bool_]:
    """Columns side by side, (rows, clauses)."""
    return np.stack(columns, axis=1) if columns else np.zeros((half.rows, 0), dtype=bool)


def _groups(rows: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """The distinct rows, and which of them each row is."""
    if rows.shape[1] == 0:
        return np.zeros((1, 0), dtype=bool), np.zeros(len(rows), dtype=np.intp)
    packed = np.packbits(rows, axis=1)
    if packed.shape[1] <= WORD:
        # One number a row is put in order many times faster than a row of bytes.
        whole = np.zeros((len(packed), WORD), dtype=np.uint8)
        whole[:, : packed.shape[1]] = packed
        _, first, group = np.unique(whole.view(np.uint64).ravel(), return_index=True, return_inverse=True)
    else:
        _, first, group = np.unique(packed, axis=0, return_index=True, return_inverse=True)
    return rows[first], group.ravel()
