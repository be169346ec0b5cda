"""The space of packages as left half times right half, so that the product is never gone through issue by issue.

The issues are split into two parts, called halves: a right one of a few hundred combinations, which are compared all
at once, and a left one with the rest. Whatever links issues (rules, red lines over several issues, interaction terms)
is kept inside one half where that is possible; what is left over crosses the halves as rectangles: a set of left rows
times a set of right rows. A package is then a pair (row of the left half, row of the right half), and its address
left * R + right.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isqrt, prod
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from zopa.settlements.uncertain.arrays import Match, broken_by, matches
from zopa.settlements.uncertain.clauses import refusals_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.model import NegotiationModel
    from zopa.settlements.uncertain.arrays import Layout

LARGEST_GROUP = 8.0
WIDTH = 400

Number = TypeVar("Number", np.int32, np.float64)

Rectangle = tuple["NDArray[np.bool_]", "NDArray[np.bool_]"]
"""Packages whose left row is in the first mask (L,) and whose right row is in the second (R,)."""


@dataclass(frozen=True)
class Half:
    """One half: its issues, and every combination of their options that no rule inside the half forbids.

    ``choices`` is (rows, issues of the half), option positions, the last issue changing fastest. ``kept`` says which
    of all combinations the rows are, None where they are all.
    """

    layout: Layout
    issues: tuple[int, ...]
    choices: NDArray[np.uint16]
    kept: NDArray[np.intp] | None = None

    @property
    def rows(self) -> int:
        """How many combinations are kept."""
        return len(self.choices)

    @property
    def combinations(self) -> int:
        """How many combinations there are, kept or not."""
        return prod(self.layout.sizes[j] for j in self.issues)

    def some(self, rows: NDArray[np.intp]) -> Half:
        """Some of the rows."""
        return Half(self.layout, self.issues, self.choices[rows], rows if self.kept is None else self.kept[rows])

    def mask(self, match: Match) -> NDArray[np.bool_]:
        """Which rows match the part of a description that speaks of this half's issues."""
        at = {j: position for position, j in enumerate(self.issues)}
        return matches({at[j]: mask for j, mask in match.items() if j in at}, self.choices)

    def sums(self, part: NDArray[Number]) -> NDArray[Number]:
        """The sum over this half's issues of ``part`` (N, P, O), for each row: (N, P, rows).

        Issue by issue, each sum so far with each option of the next, so that a row costs little more than one addition.
        """
        total: NDArray[Number] = np.zeros((*part.shape[:-1], 1), part.dtype)
        for j in self.issues:
            options = part[..., self.layout.slices[j]]
            total = (total[..., :, None] + options[..., None, :]).reshape(*part.shape[:-1], -1)
        return total if self.kept is None else total[..., self.kept]

    def row(self, choice: NDArray[np.intp]) -> int:
        """Which row has the options of a package, (issues,) positions in the order of the layout, that it must have."""
        at = 0
        for j in self.issues:
            at = at * self.layout.sizes[j] + int(choice[j])
        return at if self.kept is None else int(np.searchsorted(self.kept, at))

    def fits(self, alive: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which rows have nothing but options that are alive, (N, rows), from ``alive`` (N, O).

        From the last issue to the first, so that the longer axis is the inner one.
        """
        found = np.ones((len(alive), 1), dtype=bool)
        for j in reversed(self.issues):
            options = alive[:, self.layout.slices[j]]
            found = (options[:, :, None] & found[:, None, :]).reshape(len(alive), -1)
        return found if self.kept is None else found[:, self.kept]


@dataclass(frozen=True)
class Halves:
    """Both halves of a model's space, and the packages that rules across the halves forbid, (L, R), or None."""

    layout: Layout
    left: Half
    right: Half
    forbidden: NDArray[np.bool_] | None

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows each half has."""
        return self.left.rows, self.right.rows

    @cached_property
    def feasible(self) -> int:
        """How many packages break no rule."""
        crossing = 0 if self.forbidden is None else int(self.forbidden.sum())
        return self.left.rows * self.right.rows - crossing

    @cached_property
    def allowed(self) -> NDArray[np.bool_] | None:
        """The packages that no rule across the halves forbids, (L, R), or None where there is no such rule."""
        return None if self.forbidden is None else ~self.forbidden

    def rectangles(self, when: Match, unless: Match | None) -> tuple[Rectangle, ...]:
        """The packages that match ``when`` and not ``unless``, as at most two rectangles."""
        inside = self.left.mask(when), self.right.mask(when)
        if unless is None:
            found: Iterable[Rectangle] = [inside]
        else:
            exempt = self.left.mask(unless), self.right.mask(unless)
            found = [(inside[0] & ~exempt[0], inside[1]), (inside[0] & exempt[0], inside[1] & ~exempt[1])]
        return tuple(pair for pair in found if pair[0].any() and pair[1].any())

    def within(self, match: Match) -> tuple[Halves, NDArray[np.intp]]:
        """Only the packages that match, and the addresses they have here, (left rows, right rows)."""
        rows, columns = (np.flatnonzero(half.mask(match)) for half in (self.left, self.right))
        forbidden = None if self.forbidden is None else self.forbidden[np.ix_(rows, columns)]
        inside = Halves(self.layout, self.left.some(rows), self.right.some(columns), forbidden)
        return inside, rows[:, None] * self.right.rows + columns[None, :]

    def choices(self, addresses: NDArray[np.intp]) -> NDArray[np.intp]:
        """Option positions, (packages, issues), of packages given by address."""
        rows = np.divmod(np.asarray(addresses, dtype=np.intp), self.right.rows)
        found = np.empty((len(addresses), len(self.layout.issues)), dtype=np.intp)
        for half, row in zip((self.left, self.right), rows, strict=True):
            found[:, list(half.issues)] = half.choices[row]
        return found

    def address(self, choice: NDArray[np.intp]) -> int:
        """The address of a feasible package, (issues,) option positions."""
        return self.left.row(choice) * self.right.rows + self.right.row(choice)


def no_halves(layout: Layout) -> Halves:
    """No packages at all, for spaces too large to be listed."""
    none = Half(layout, (), np.zeros((0, 0), dtype=np.uint16))
    return Halves(layout, none, none, None)


def halves_of(model: NegotiationModel, layout: Layout) -> Halves:
    """Split a model's space. Cost: the square root of the space, where nothing ties the issues together."""
    left, right = split(layout, _links(model, layout), _refused_share(model, layout))
    rules = [broken_by(rule, layout) for rule in model.rules]
    halves = Halves(layout, _half(layout, left, rules), _half(layout, right, rules), None)
    return Halves(layout, halves.left, halves.right, _crossing(halves, rules))


def split(
    layout: Layout, links: Sequence[frozenset[int]], refused: Sequence[float]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Which issues go left and which right, in the order in which their options are to be listed.

    1. Issues that are linked form groups; a group of more combinations than ``LARGEST_GROUP`` times the root of the
       space is taken apart, as hardly anything would be left for the other half.
    2. The groups on which least is refused go right, as long as that has at most ``WIDTH`` rows. Left rows are looked
       for by branch and bound, so that what is refused most is on the left, and first.
    """
    width = min(WIDTH, max(2, isqrt(layout.space)))
    limit = LARGEST_GROUP * layout.space**0.5
    groups = [group for group in _grouped(layout, links) if prod(layout.sizes[j] for j in group) <= limit]
    placed = {j for group in groups for j in group}
    groups += [(j,) for j in range(len(layout.issues)) if j not in placed]
    groups.sort(key=lambda group: (max(refused[j] for j in group), len(group), group))
    right: list[int] = []
    for group in groups:
        if prod(layout.sizes[j] for j in (*right, *group)) <= width:
            right.extend(group)
    left = sorted(set(range(len(layout.issues))) - set(right), key=lambda j: (-refused[j], j))
    return tuple(left), tuple(sorted(right))


def _grouped(layout: Layout, links: Sequence[frozenset[int]]) -> list[tuple[int, ...]]:
    """Issues joined by links, directly or through others."""
    group = {j: {j} for j in range(len(layout.issues))}
    for link in links:
        joined = set().union(*(group[j] for j in link)) if link else set()
        for j in joined:
            group[j] = joined
    return sorted({tuple(sorted(members)) for members in group.values()})


def _links(model: NegotiationModel, layout: Layout) -> list[frozenset[int]]:
    """The sets of issues that a rule, a refusal or an interaction ties together."""
    found = []
    for first, second in (broken_by(rule, layout) for rule in model.rules):
        found.append(frozenset(first) | frozenset(second or ()))
    for refusal in refusals_of(model, layout):
        found.append(frozenset(refusal.when) | frozenset(refusal.unless or ()))
    for interaction in model.interactions:
        found.append(frozenset(layout.match(interaction.when)))
    return [link for link in found if len(link) > 1]


def _refused_share(model: NegotiationModel, layout: Layout) -> list[float]:
    """Per issue, roughly how many of its options somebody refuses: the sum of the chances, over its options."""
    found = [0.0] * len(layout.issues)
    for refusal in refusals_of(model, layout):
        if refusal.atom is not None:
            chances = [claim.alpha * claim.veto for claim in refusal.claims]
            chances += [model.red_lines[at].p for at in refusal.red_lines]
            found[refusal.atom[0]] += max(chances) / layout.sizes[refusal.atom[0]]
    return found


def _half(layout: Layout, issues: tuple[int, ...], rules: Sequence[tuple[Match, Match | None]]) -> Half:
    """Every combination of the half's issues that no rule speaking only of them forbids."""
    sizes = [layout.sizes[j] for j in issues]
    grid = np.indices(sizes, dtype=np.uint16).reshape(len(sizes), -1).T if sizes else np.zeros((1, 0), np.uint16)
    half = Half(layout, issues, np.ascontiguousarray(grid))
    keep = np.ones(half.rows, dtype=bool)
    for when, unless in rules:
        if {*when, *(unless or ())} <= set(issues):
            broken = half.mask(when)
            keep &= ~broken if unless is None else ~(broken & ~half.mask(unless))
    return half if keep.all() else Half(layout, issues, half.choices[keep], np.flatnonzero(keep))


def _crossing(halves: Halves, rules: Sequence[tuple[Match, Match | None]]) -> NDArray[np.bool_] | None:
    """The packages that rules speaking of both halves forbid, (L, R), or None where there are none."""
    forbidden: NDArray[np.bool_] | None = None
    for when, unless in rules:
        named = {*when, *(unless or ())}
        if named <= set(halves.left.issues) or named <= set(halves.right.issues):
            continue
        for left, right in halves.rectangles(when, unless):
            if forbidden is None:
                forbidden = np.zeros(halves.shape, dtype=bool)
            forbidden[np.ix_(left, right)] = True
    return forbidden
