"""Batches: examples padded into arrays, and the cues a step trains the linker on."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from examples import Example, Link, example, link_tags, random_windows, surroundings

from zopa.statements.tagging.cues import cue_candidates
from zopa.statements.tagging.windows import REACH, distances

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus import Document
    from numpy.typing import NDArray
    from torch import Tensor

LONGEST_CUE = 12
STEP = 32
"""Lengths are rounded up to this: the processor's matrix library prepares itself anew for every shape it meets."""
GROUPS = (64, 128, 2 * REACH + LONGEST_CUE)
"""Cues are linked together by how many words their regions hold, up to each of these."""
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side. ``rows`` and ``places`` find each word's first piece; words follow one another."""

    examples: tuple[Example, ...]
    pieces: Tensor
    kinds: Tensor
    mask: Tensor
    rows: Tensor
    places: Tensor
    tags: Tensor
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LinkBatch:
    """Cues side by side: where each finds its words among the batch's words, and what they are to it."""

    words: Tensor
    distances: Tensor
    mask: Tensor
    cue_words: Tensor
    cue_mask: Tensor
    tags: Tensor
    accepted: Tensor


def epoch(
    documents: Sequence[Sequence[Document]], marks: tuple[int, int], size: int, chance: random.Random
) -> Iterator[Batch]:
    """One pass in random order; of an article's variants (its first is the original) one is drawn each time."""
    found = []
    for variants in documents:
        document = variants[0] if chance.random() < 0.75 else chance.choice(variants)
        found += [example(window, document, chance) for window in random_windows(document, *marks, chance)]
    chance.shuffle(found)
    pool = size * 10
    groups = []
    for start in range(0, len(found), pool):
        part = sorted(found[start : start + pool], key=lambda item: len(item.window.pieces))
        groups += [part[low : low + size] for low in range(0, len(part), size)]
    chance.shuffle(groups)
    for group in groups:
        yield batch_of(group)


def batch_of(found: Sequence[Example]) -> Batch:
    """Examples padded to the longest."""
    windows = [item.window for item in found]
    words = [len(window.starts) for window in windows]
    pieces, mask = padded([window.pieces for window in windows])
    kinds, _ = padded([window.kinds for window in windows])
    return Batch(
        examples=tuple(found),
        pieces=pieces,
        kinds=kinds,
        mask=mask,
        rows=torch.from_numpy(np.repeat(np.arange(len(windows)), words)),
        places=torch.from_numpy(np.concatenate([window.first for window in windows])),
        tags=torch.from_numpy(np.concatenate([item.tags for item in found])),
        offsets=tuple(np.cumsum([0, *words]).tolist()),
    )


def padded(rows: Sequence[NDArray[np.int64]], fill: int = 0) -> tuple[Tensor, Tensor]:
    """Rows of different length as one array, and where it holds something."""
    length = -(-max(map(len, rows)) // STEP) * STEP
    array = np.full((len(rows), length), fill, dtype=np.int64)
    mask = np.zeros(array.shape, dtype=bool)
    for number, row in enumerate(rows):
        array[number, : len(row)] = row
        mask[number, : len(row)] = True
    return torch.from_numpy(array), torch.from_numpy(mask)


def training_cues(
    item: Example, chances: NDArray[np.float32], chance: random.Random
) -> list[tuple[tuple[int, int], Link | None]]:
    """Cues to learn from: gold ones, some with the edges the tagger gives them, and candidates that are none."""
    guesses = [(first, last + 1) for first, last in cue_candidates(chances, item.window.paragraphs)]
    found: list[tuple[tuple[int, int], Link | None]] = []
    for link in item.links:
        near = [guess for guess in guesses if guess[0] < link.cue[1] and guess[1] > link.cue[0]]
        own = link.cue if not near or chance.random() < 0.6 else chance.choice(near)
        found.append((own if own[1] - own[0] <= LONGEST_CUE else (own[0], own[0] + LONGEST_CUE), link))
    wrong = [
        guess for guess in guesses if not any(guess[0] < link.cue[1] and guess[1] > link.cue[0] for link in item.links)
    ]
    chance.shuffle(wrong)
    return found + [(guess, None) for guess in wrong[: 1 + len(item.links)]]


def link_batches(batch: Batch, chances: NDArray[np.float32], chance: random.Random) -> Iterator[LinkBatch]:
    """The cues of a batch, those with few words around them apart from those with many.

    ``chances`` is the tagger's present [words, 7].
    """
    cues = []
    for item, start, end in zip(batch.examples, batch.offsets, batch.offsets[1:], strict=False):
        for cue, link in training_cues(item, chances[start:end], chance):
            low, high = surroundings(item.window, cue)
            cues.append(_Cue(start, low, high, cue, link_tags(link, low, high), link is not None))
    for shortest, longest in zip((0, *GROUPS), GROUPS, strict=False):
        group = [cue for cue in cues if shortest < cue.high - cue.low <= longest]
        if group:
            yield _side_by_side(group)


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    low: int
    high: int
    cue: tuple[int, int]
    tags: NDArray[np.int64]
    accepted: bool


def _side_by_side(cues: list[_Cue]) -> LinkBatch:
    words = [np.arange(cue.low, cue.high) + cue.start for cue in cues]
    kinds = [distances(cue.low, cue.high, cue.cue[0], cue.cue[1] - 1) for cue in cues]
    cue_words = [np.arange(*cue.cue) + cue.start for cue in cues]
    tags = [cue.tags for cue in cues]
    for _ in range(-len(cues) % STEP):
        words.append(np.zeros(1, dtype=np.int64))
        kinds.append(np.zeros(1, dtype=np.int64))
        cue_words.append(np.zeros(1, dtype=np.int64))
        tags.append(np.full(1, IGNORED))
    numbers, mask = padded(words)
    cue_numbers, cue_mask = padded(cue_words)
    return LinkBatch(
        words=numbers,
        distances=padded(kinds)[0],
        mask=mask,
        cue_words=cue_numbers,
        cue_mask=cue_mask,
        tags=padded(tags, IGNORED)[0],
        accepted=torch.tensor([float(cue.accepted) for cue in cues]),
    )
