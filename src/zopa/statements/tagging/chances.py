"""Running the network: windows in batches to tag chances, and every likely cue to the roles of the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.statements.tagging.cues import cue_candidates
from zopa.statements.tagging.windows import distances, region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from zopa.statements.tagging.network import Encoded, Network
    from zopa.statements.tagging.windows import Window

TOGETHER = 4
"""Windows, and sixfold as many cues, that the network reads at once."""


@dataclass(frozen=True, slots=True)
class CueReading:
    """What the linker makes of one candidate cue (words ``first`` to ``last`` of its window).

    ``chances`` [words, 13] are those of the words from ``low`` on; ``accepted`` is the chance that it is a cue.
    """

    first: int
    last: int
    low: int
    chances: NDArray[np.float32]
    accepted: float


@dataclass(frozen=True, slots=True)
class WindowReading:
    """A window, the tagger's chances [words, 7], and its candidate cues as the linker reads them."""

    window: Window
    chances: NDArray[np.float32]
    cues: tuple[CueReading, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    window: int
    first: int
    last: int
    low: int
    high: int


def readings(windows: Sequence[Window], network: Network) -> Iterator[WindowReading]:
    """The readings of a few windows, run side by side and given back in order."""
    encoded = network.encode(
        padded([window.pieces for window in windows]),
        padded([window.kinds for window in windows]),
        padded([np.ones(len(window.pieces), dtype=np.int64) for window in windows]).astype(bool),
    )
    chances = [softmax(encoded.tags[row, window.first]) for row, window in enumerate(windows)]
    candidates = [
        _Candidate(row, first, last, *region(window, first, last))
        for row, window in enumerate(windows)
        for first, last in cue_candidates(chances[row], window.paragraphs)
    ]
    cues: list[list[CueReading]] = [[] for _ in windows]
    candidates.sort(key=lambda candidate: candidate.high - candidate.low)
    for start in range(0, len(candidates), 6 * TOGETHER):
        group = candidates[start : start + 6 * TOGETHER]
        for candidate, reading in zip(group, _linked(group, windows, encoded, network), strict=True):
            cues[candidate.window].append(reading)
    for window, own, found in zip(windows, chances, cues, strict=True):
        yield WindowReading(window, own, tuple(sorted(found, key=lambda cue: cue.first)))


def _linked(
    group: list[_Candidate], windows: Sequence[Window], encoded: Encoded, network: Network
) -> Iterator[CueReading]:
    lengths = [candidate.high - candidate.low for candidate in group]
    width = encoded.keys.shape[-1]
    keys = np.zeros((len(group), max(lengths), width), dtype=np.float32)
    queries = np.zeros((len(group), width), dtype=np.float32)
    for row, candidate in enumerate(group):
        first = windows[candidate.window].first
        keys[row, : lengths[row]] = encoded.keys[candidate.window, first[candidate.low : candidate.high]]
        queries[row] = encoded.cues[candidate.window, first[candidate.first : candidate.last + 1]].mean(axis=0)
    kinds = padded([distances(item.low, item.high, item.first, item.last) for item in group])
    mask = np.arange(max(lengths))[None, :] < np.array(lengths)[:, None]
    tags, accepts = network.link(keys, queries, kinds, mask)
    accepted = 1 / (1 + np.exp(-accepts.astype(np.float64)))
    for row, candidate in enumerate(group):
        yield CueReading(
            candidate.first, candidate.last, candidate.low, softmax(tags[row, : lengths[row]]), float(accepted[row])
        )


def padded(rows: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Rows of different length as one array, filled up with zeros."""
    array = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for number, row in enumerate(rows):
        array[number, : len(row)] = row
    return array


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Chances from scores, along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: NDArray[np.float32] = powers / powers.sum(axis=-1, keepdims=True)
    return result
