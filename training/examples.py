"""Training examples: windows with a tag for every word, and for every cue the roles of the words around it."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from corpus import word_range

from zopa.statements.tagging.roles import (
    CONTENT,
    CUE,
    OUTSIDE,
    ROLES,
    SOURCE,
    beginning,
    first,
    inside,
    last,
    middle,
    only,
)
from zopa.statements.tagging.windows import LONGEST_WINDOW, Window, region, window_of
from zopa.statements.tagging.words import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus import Document
    from numpy.typing import NDArray

    from zopa.statements.tagging.words import Unit

LENGTHS = (128, 192, LONGEST_WINDOW, LONGEST_WINDOW)
NO_CASE = 0.08
"""Share of windows shown without their capitals, as in headlines and text without case."""


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution within a window: word ranges (half open) of each role."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its gold tags, one a word, and its gold attributions."""

    window: Window
    tags: NDArray[np.int64]
    links: tuple[Link, ...]


def random_windows(document: Document, classify: int, separate: int, chance: random.Random) -> Iterator[Window]:
    """The article cut into windows of a random length, from a random place on, so that no two epochs agree."""
    longest = chance.choice(LENGTHS)
    limit = chance.randint(longest // 3, longest)
    group: list[Unit] = []
    length = 1
    for unit in document.units:
        more = len(unit.pieces) + 1
        if group and length + more > limit:
            yield window_of(group, classify, separate)
            group, length, limit = [], 1, longest
        group.append(unit)
        length += more
    if group:
        yield window_of(group, classify, separate)


def example(window: Window, document: Document, chance: random.Random | None = None) -> Example:
    """The window's gold: what of each attribution lies in it, where its cue does."""
    tags = np.full(len(window.starts), OUTSIDE, dtype=np.int64)
    links = []
    for item in document.gold:
        ranges = {role: _ranges(window, item[role]) for role in ROLES}
        for role, name in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content")):
            _mark(tags, ranges[name], role)
        if ranges["cue"]:
            links.append(Link(ranges["source"], ranges["cue"][0], ranges["content"]))
    if chance is not None and chance.random() < NO_CASE:
        quoted = np.where(window.kinds > QUOTED, QUOTED + 1, np.minimum(window.kinds, 1))
        window = replace(window, kinds=quoted)
    return Example(window, tags, tuple(links))


def _ranges(window: Window, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found = (word_range(window.starts, window.ends, span) for span in spans)
    return tuple(span for span in found if span[0] < span[1])


def _mark(tags: NDArray[np.int64], ranges: tuple[tuple[int, int], ...], role: int) -> None:
    for low, high in ranges:
        tags[low] = beginning(role)
        tags[low + 1 : high] = inside(role)


def link_tags(link: Link | None, low: int, high: int) -> NDArray[np.int64]:
    """Gold tags of the words ``low`` to ``high`` for one cue; all outside where there is no attribution."""
    tags = np.full(high - low, OUTSIDE, dtype=np.int64)
    if link is not None:
        for role, ranges in ((SOURCE, link.source), (CUE, (link.cue,)), (CONTENT, link.content)):
            inner = tuple((max(a, low) - low, min(b, high) - low) for a, b in ranges if a < high and b > low)
            _mark_with_ends(tags, inner, role)
    return tags


def _mark_with_ends(tags: NDArray[np.int64], ranges: tuple[tuple[int, int], ...], role: int) -> None:
    for low, high in ranges:
        tags[low + 1 : high] = middle(role)
        tags[low], tags[high - 1] = first(role), last(role)
        if high - low == 1:
            tags[low] = only(role)


def surroundings(window: Window, cue: tuple[int, int]) -> tuple[int, int]:
    """The region of a cue given as a half-open range of words."""
    return region(window, cue[0], cue[1] - 1)
