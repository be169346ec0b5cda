"""From chances to attributions: the likeliest tags of each cue's words, and no word said by two cues."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from zopa.statements.tagging.roles import CONTENT, CUE, LINK_TAGS, OUTSIDE, SOURCE, first, last, middle, only
from zopa.statements.tagging.snapping import snapped

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from zopa.statements.tagging.chances import CueReading, WindowReading

Range = tuple[int, int]
NEVER = -1e4
LIKELY_SOURCE = 0.35
"""Chance of its likeliest word from which a cue gets a source although every one of its spans is unsure."""
SOURCE_TAGS = [first(SOURCE), middle(SOURCE), last(SOURCE), only(SOURCE)]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Chosen on articles kept from learning."""

    accept: float = 0.4
    """Confidence from which an attribution is given out."""


@cache
def load_thresholds(folder: Path, prefix: str = "") -> Thresholds:
    """The thresholds in a folder of weights, read once; ``prefix`` as for the network."""
    return Thresholds(**json.loads((folder / f"{prefix}thresholds.json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as half-open ranges of a window's words."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float


def _transitions() -> NDArray[np.float64]:
    """0 where a tag may follow another, else `NEVER`: a span once begun goes on to its last word."""
    allowed = np.zeros((LINK_TAGS, LINK_TAGS))
    for role in (SOURCE, CUE, CONTENT):
        allowed[:, [middle(role), last(role)]] = NEVER
        allowed[[first(role), middle(role)], :] = NEVER
        for before in (first(role), middle(role)):
            allowed[before, [middle(role), last(role)]] = 0
    return allowed


TRANSITIONS = _transitions()
ENDINGS = TRANSITIONS[:, OUTSIDE]


def best_tags(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """The likeliest allowed tags of one stretch of words, given log chances [words, 13] (Viterbi 1967)."""
    total = scores[0] + TRANSITIONS[OUTSIDE]
    back = np.zeros(scores.shape, dtype=np.int64)
    for word in range(1, len(scores)):
        paths = total[:, None] + TRANSITIONS
        back[word] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[word]
    tags = [int((total + ENDINGS).argmax())]
    for word in range(len(scores) - 1, 0, -1):
        tags.append(int(back[word, tags[-1]]))
    return np.array(tags[::-1])


def ranges_of(tags: NDArray[np.int64], role: int) -> list[Range]:
    """The spans of a role in a row of tags."""
    found: list[Range] = []
    for word, tag in enumerate(tags.tolist()):
        if tag in (first(role), only(role)):
            found.append((word, word + 1))
        elif tag in (middle(role), last(role)):
            found[-1] = (found[-1][0], word + 1)
    return found


def decoded(cue: CueReading) -> Found | None:
    """What one cue attributes to whom; None where it attributes nothing."""
    scores = np.log(cue.chances.astype(np.float64) + 1e-6)
    tags = best_tags(scores)
    content = ranges_of(tags, CONTENT)
    if not content:
        return None
    sources = ranges_of(tags, SOURCE) or _likely_source(cue, scores)
    own = [found for found in ranges_of(tags, CUE) if found[0] + cue.low <= cue.last and found[1] + cue.low > cue.first]
    source = max(sources, key=lambda found: _mean(cue, SOURCE, found)) if sources else None
    confidence = cue.accepted * float(np.mean([_mean(cue, CONTENT, found) for found in content]))
    return Found(
        source=(_shifted(source, cue.low),) if source else (),
        cue=tuple(_shifted(found, cue.low) for found in own[:1]) or ((cue.first, cue.last + 1),),
        content=tuple(_shifted(found, cue.low) for found in content),
        confidence=confidence,
    )


def _likely_source(cue: CueReading, scores: NDArray[np.float64]) -> list[Range]:
    """The source around the word most likely in one, where that is likely enough though its edges are unsure."""
    chances = cue.chances[:, SOURCE_TAGS].sum(axis=1)
    word = int(chances.argmax())
    if chances[word] < LIKELY_SOURCE:
        return []
    forced = scores.copy()
    forced[word] += np.where(np.isin(np.arange(LINK_TAGS), SOURCE_TAGS), 0, NEVER)
    return [found for found in ranges_of(best_tags(forced), SOURCE) if found[0] <= word < found[1]]


def _mean(cue: CueReading, role: int, found: Range) -> float:
    part = cue.chances[found[0] : found[1]]
    return float(part[:, first(role) : only(role) + 1].sum(axis=1).mean())


def _shifted(found: Range, by: int) -> Range:
    return found[0] + by, found[1] + by


def attributions_of(reading: WindowReading, thresholds: Thresholds) -> list[Found]:
    """The attributions of one window in order of their cues; of two that claim the same words the surer keeps them."""
    found = [decoded(cue) for cue in reading.cues]
    sure = [item for item in found if item is not None and item.confidence >= thresholds.accept]
    taken = np.zeros(len(reading.window.starts), dtype=bool)
    kept = []
    for item in sorted(sure, key=lambda item: (-item.confidence, item.cue)):
        free = _untaken(item, taken)
        if free is not None:
            kept.append(free)
            for low, high in (*free.content, *free.cue):
                taken[low:high] = True
    return snapped(sorted(kept, key=lambda item: item.cue), reading.window)


def _untaken(item: Found, taken: NDArray[np.bool_]) -> Found | None:
    """The attribution without content spans that are mostly taken; None where its cue or all its content is."""
    if any(taken[low:high].any() for low, high in item.cue):
        return None
    content = tuple(span for span in (_longest_free(low, high, taken) for low, high in item.content) if span)
    return Found(item.source, item.cue, content, item.confidence) if content else None


def _longest_free(low: int, high: int, taken: NDArray[np.bool_]) -> Range | None:
    """The longest stretch of a range that is not taken; None where that is less than half."""
    best, start = (low, low), low
    for word in range(low, high + 1):
        if word == high or taken[word]:
            if word - start > best[1] - best[0]:
                best = (start, word)
            start = word + 1
    return best if 2 * (best[1] - best[0]) > high - low else None
