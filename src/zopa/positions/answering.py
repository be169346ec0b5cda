"""Answering: what somebody else has done or threatens and a party only answers, *to counter (the levy) with another*.

It is told, and not wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.cues import ANSWERING
from zopa.positions.words import phrase_table, phrases_at

if TYPE_CHECKING:
    from zopa.positions.passage import Passage

_ANSWERING = phrase_table({"answering": ANSWERING})
_ENDS = frozenset(".,;:—–?!")
_ANSWER = frozenset({"with", "by"})


def answered(passage: Passage) -> frozenset[int]:
    """The tokens of what is answered: after the words for answering, up to *with*, *by* or the end of the clause."""
    found: set[int] = set()
    marks = [mark for at in range(len(passage.tokens)) for mark, _ in phrases_at(passage.tokens, at, _ANSWERING)]
    for mark in marks:
        for place in range(mark.last + 1, len(passage.tokens)):
            if passage.tokens[place].stem in _ANSWER or passage.tokens[place].text in _ENDS:
                break
            found.add(place)
    return frozenset(found)
