"""Where cues may be: runs of words the tagger gives a fair chance, which the linker then accepts or refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.statements.tagging.roles import CUE, beginning, inside

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIKELY = 0.15
"""Chance from which a word may be part of a cue: low, since the linker refuses what does not hold."""
OF_PEAK = 0.5
"""A word belongs to a candidate from this share of the candidate's likeliest word on."""
LONGEST_CUE = 12


def cue_candidates(chances: NDArray[np.float32], paragraphs: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Candidate cues as (first word, last word), in order; ``chances`` is the tagger's [words, 7]."""
    begins, goes_on = chances[:, beginning(CUE)], chances[:, inside(CUE)]
    either = begins + goes_on
    likely = np.flatnonzero(either >= LIKELY)
    runs: list[list[int]] = []
    for word in likely.tolist():
        joined = runs and runs[-1][-1] == word - 1 and paragraphs[word] == paragraphs[word - 1]
        if joined and begins[word] <= goes_on[word] and len(runs[-1]) < LONGEST_CUE:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_narrowed(run, either) for run in runs]


def _narrowed(run: list[int], either: NDArray[np.float32]) -> tuple[int, int]:
    """The run without the unlikely words at its edges."""
    floor = OF_PEAK * max(either[word] for word in run)
    kept = [word for word in run if either[word] >= floor]
    return kept[0], kept[-1]
