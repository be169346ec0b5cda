"""Windows: consecutive paragraphs packed to the length the encoder reads at once, and each cue's surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np

from zopa.statements.tagging.words import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from zopa.statements.tagging.words import Unit

LONGEST_WINDOW = 256
"""Word pieces of one window at most, the marks between paragraphs included."""
READ_WINDOW = 192
"""Word pieces that the reader packs a window to: one of the lengths learned from (128, 192, 256), taken after a sweep
on held-back and development articles together. A longer paragraph has a window of its own, up to `LONGEST_WINDOW`."""
REACH = 96
"""Words on either side of a cue that its linker reads, within the cue's own paragraph."""
EXACT_DISTANCE = 16
DISTANCES = 26
"""Kinds of distance on one side of the cue: 1 to 16 words one by one, then ever wider bands."""
KINDS = 7
"""Kinds of piece: 0 for the marks around paragraphs, else 1 + the word's own kind."""


@dataclass(frozen=True, slots=True)
class Window:
    """Paragraphs the encoder reads together. Per piece: ``pieces``, ``kinds``; per word: the rest."""

    pieces: NDArray[np.int64]
    kinds: NDArray[np.int64]
    first: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    paragraphs: NDArray[np.int64]
    runs_on: NDArray[np.bool_]
    """Whether a statement in the word's paragraph may go on in the next: it ends with a colon, or a quotation opens."""


def pack(units: Iterable[Unit], classify: int, separate: int, longest: int = READ_WINDOW) -> Iterator[Window]:
    """Units in order, as many to a window as fit; lazily, so that a long article never lies in memory whole.

    A window does not end where a statement may go on in the next paragraph, if the two fit a window: they then open
    the next one together.
    """
    group: list[Unit] = []
    length = 1
    for unit in units:
        more = len(unit.pieces) + 1
        if group and length + more > longest:
            kept = group[-1:] if _stay_together(group, unit, longest) else []
            yield window_of(group[: len(group) - len(kept)], classify, separate)
            group, length = kept, 1 + sum(len(one.pieces) + 1 for one in kept)
        group.append(unit)
        length += more
    if group:
        yield window_of(group, classify, separate)


def _stay_together(group: list[Unit], unit: Unit, longest: int) -> bool:
    fit = len(group[-1].pieces) + len(unit.pieces) + 3 <= longest
    return len(group) > 1 and fit and _runs_on(group[-1], unit)


def window_of(units: list[Unit], classify: int, separate: int) -> Window:
    """One window: [CLS] paragraph [SEP] paragraph [SEP] ..."""
    pieces, kinds, first = [np.array([classify])], [np.array([0])], []
    offset = 1
    for unit in units:
        pieces += [unit.pieces, np.array([separate])]
        kinds += [unit.kinds[unit.owners] + 1, np.array([0])]
        first.append(unit.first + offset)
        offset += len(unit.pieces) + 1
    return Window(
        pieces=np.concatenate(pieces),
        kinds=np.concatenate(kinds),
        first=np.concatenate(first),
        starts=np.concatenate([unit.starts for unit in units]),
        ends=np.concatenate([unit.ends for unit in units]),
        paragraphs=np.concatenate([np.full(len(unit.starts), unit.paragraph) for unit in units]),
        runs_on=np.concatenate(
            [np.full(len(unit.starts), _runs_on(unit, after)) for unit, after in zip_longest(units, units[1:])]
        ),
    )


def _runs_on(unit: Unit, after: Unit | None) -> bool:
    if after is None or after.paragraph == unit.paragraph:
        return False
    return unit.ends_with_colon or bool(after.kinds[0] >= QUOTED)


def region(window: Window, first: int, last: int) -> tuple[int, int]:
    """The half-open range of words around a cue (words ``first`` to ``last``) that its linker reads.

    Its own paragraph, and the next where a statement may go on there, up to `REACH` words away.
    """
    paragraphs = window.paragraphs
    low = int(np.searchsorted(paragraphs, paragraphs[first], side="left"))
    high = int(np.searchsorted(paragraphs, paragraphs[last], side="right"))
    if window.runs_on[last] and high < len(paragraphs):
        high = int(np.searchsorted(paragraphs, paragraphs[high], side="right"))
    return max(low, first - REACH), min(high, last + 1 + REACH)


def distances(low: int, high: int, first: int, last: int) -> NDArray[np.int64]:
    """Kind of distance to the cue for the words ``low`` to ``high``: 0 in the cue, then after it, then before it."""
    positions = np.arange(low, high)
    after = _band(positions - last)
    before = _band(first - positions)
    return np.where(positions > last, after, np.where(positions < first, before + DISTANCES, 0))


def _band(words: NDArray[np.int64]) -> NDArray[np.int64]:
    """1 to 16 as they are; beyond, one band for each step of about a fifth."""
    far = np.maximum(words, 1)
    wide = EXACT_DISTANCE + np.floor(np.log(far / EXACT_DISTANCE) / np.log(1.2)).astype(np.int64)
    return np.minimum(np.where(far <= EXACT_DISTANCE, far, wide), DISTANCES)
