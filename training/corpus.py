"""PolNeAR as the tagger learns it: each article's units with the role of every word and the attribution it serves."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.statements.tagging.roles import ROLES
from zopa.statements.tagging.words import Unit, units_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

PARAGRAPH = re.compile(r"\n\s*\n")
HELD_BACK = 0.07
"""Share of the train split kept from learning, to choose thresholds and to watch for overfitting."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its units and, as ranges of code points without marks at their edges, its attributions."""

    doc: str
    text: str
    units: tuple[Unit, ...]
    gold: tuple[dict[str, list[tuple[int, int]]], ...]


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def is_held_back(doc: str) -> bool:
    """Whether a train article is kept from learning: chosen by a hash of its name, so the choice never moves."""
    return int(hashlib.sha256(doc.encode()).hexdigest()[:8], 16) / 16**8 < HELD_BACK


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text: what blank lines part."""
    start = 0
    for gap in PARAGRAPH.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and marks at its edges; a span of marks alone loses only its white space."""
    low, high = start, end
    while low < high and not (text[low].isalnum() or text[low] == "_"):
        low += 1
    while high > low and not (text[high - 1].isalnum() or text[high - 1] == "_"):
        high -= 1
    if low < high:
        return low, high
    stripped = text[start:end].strip()
    low = text.find(stripped, start) if stripped else start
    return low, low + len(stripped)


def document(record: dict[str, Any], tokenizer: Tokenizer, text: str | None = None) -> Document:
    """A record made ready. ``text`` may replace the record's own by one of the same length (other marks or case)."""
    own = record["text"]
    text = own if text is None else text
    units = [
        unit
        for number, (start, end) in enumerate(paragraphs_of(text))
        for unit in units_of(text, start, end, number, tokenizer)
    ]
    gold = [
        {role: [trimmed(own, start, end) for start, end in item.get(role) or []] for role in ROLES}
        for item in record["attributions"]
    ]
    return Document(doc=record["doc"], text=text, units=tuple(units), gold=tuple(gold))


def other_marks(text: str) -> str:
    """The same text with straight double quotation marks where it has curly ones, or the other way round."""
    if "“" in text or "”" in text:
        return text.replace("“", '"').replace("”", '"').replace("’", "'")
    opening, marks = True, []
    for position, character in enumerate(text):
        if text.startswith("\n\n", position):
            opening = True
        if character == '"':
            marks.append("“" if opening else "”")
            opening = not opening
        else:
            marks.append(character)
    return "".join(marks)


def word_range(starts: NDArray[np.int64], ends: NDArray[np.int64], span: tuple[int, int]) -> tuple[int, int]:
    """The half-open range of words that a span of code points touches."""
    return int(np.searchsorted(ends, span[0], side="right")), int(np.searchsorted(starts, span[1], side="left"))
