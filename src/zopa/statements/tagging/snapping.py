"""Contents drawn out to the quotation marks they lie between, since people mark quotations whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.statements.tagging.words import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.statements.tagging.decoding import Found, Range
    from zopa.statements.tagging.windows import Window

ENOUGH = 0.2
"""Share of a quotation's words a content must hold already to be given the rest."""
NOBODY, NO_CONTENT = -1, -2


def snapped(found: Sequence[Found], window: Window) -> list[Found]:
    """The attributions with each content that begins or ends within a quotation drawn out to the quotation's edge.

    Only over words that no attribution of the window uses, in any role.
    """
    quotations = quotation_numbers(window)
    owners = np.full(len(quotations), NOBODY)
    for number, item in enumerate(found):
        for low, high in (*item.source, *item.cue):
            owners[low:high] = NO_CONTENT
        for low, high in item.content:
            owners[low:high] = number
    return [
        replace(item, content=_joined([_drawn_out(span, quotations, owners, number) for span in item.content]))
        for number, item in enumerate(found)
    ]


def quotation_numbers(window: Window) -> NDArray[np.int64]:
    """For each word of a window the number of the quotation it lies in, marks included, or -1."""
    quoted = window.kinds[window.first] > QUOTED
    begins = quoted.copy()
    begins[1:] &= ~(quoted[:-1] & (window.paragraphs[1:] == window.paragraphs[:-1]))
    return np.where(quoted, np.cumsum(begins) - 1, NOBODY)


def _drawn_out(span: Range, quotations: NDArray[np.int64], owners: NDArray[np.int64], number: int) -> Range:
    low, high = span
    start, end = _edges(quotations, high - 1)
    if high < end and _may_take(span, (start, end), (high, end), owners, number):
        high = end
    start, end = _edges(quotations, low)
    if start < low and _may_take(span, (start, end), (start, low), owners, number):
        low = start
    return low, high


def _edges(quotations: NDArray[np.int64], word: int) -> Range:
    """The range of the quotation a word lies in; the word alone outside quotations."""
    if quotations[word] == NOBODY:
        return word, word + 1
    inside = np.flatnonzero(quotations == quotations[word])
    return int(inside[0]), int(inside[-1]) + 1


def _may_take(span: Range, quotation: Range, rest: Range, owners: NDArray[np.int64], number: int) -> bool:
    shared = min(span[1], quotation[1]) - max(span[0], quotation[0])
    free = np.isin(owners[rest[0] : rest[1]], (NOBODY, number)).all()
    return bool(free) and shared >= ENOUGH * (quotation[1] - quotation[0])


def _joined(spans: list[Range]) -> tuple[Range, ...]:
    """The spans in order, those that now overlap made one."""
    joined: list[Range] = []
    for low, high in sorted(spans):
        if joined and low < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)
