"""Words as the tagger counts them: runs of word characters or single marks, with what their spelling alone tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

WORD = re.compile(r"\w+|[^\w\s]")
LONGEST_UNIT = 250
"""Word pieces of one unit at most: with the two marks around it a unit always fits a window."""
LONGEST_SLICE = 20_000
"""Characters handed to the tokenizer at once: bounds the memory one endless paragraph can take."""
SENTENCE_ENDS = frozenset(".!?")
CLOSERS = frozenset("\"'”’)]")
QUOTED = 3
"""Added to a word's case kind (0 lower or no letters, 1 capitalised, 2 capitals) between double quotation marks."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or as much of a long one as fits a window.

    Per word: ``starts`` and ``ends`` (code points of the article's text), ``kinds`` (case kind, plus `QUOTED`) and
    ``first`` (the word's first piece). Per piece: ``pieces`` (ids of the vocabulary) and ``owners`` (its word).
    """

    paragraph: int
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    kinds: NDArray[np.int64]
    first: NDArray[np.int64]
    pieces: NDArray[np.int64]
    owners: NDArray[np.int64]
    ends_with_colon: bool = False


def case_kind(word: str) -> int:
    """0 for lower case, digits and marks, 1 for a capital first letter, 2 for capitals throughout."""
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def quoted_flags(words: list[str]) -> list[bool]:
    """Which words of one paragraph lie between double quotation marks, the marks included.

    A mark left open holds to the end of the paragraph: a quotation that runs on does not close its paragraphs.
    Two single marks in a row count as one double mark.
    """
    flags, inside = [], False
    for position, word in enumerate(words):
        twin = word == "'" and words[position + 1 : position + 2] == ["'"]
        if word == "“" or (word == '"' and not inside) or (twin and not inside):
            inside = True
            flags.append(True)
        elif word in ("”", '"') or twin:
            flags.append(True)
            inside = False
        else:
            flags.append(inside)
    return flags


def slices(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range cut into stretches of at most `LONGEST_SLICE` characters, at white space where there is any."""
    while end - start > LONGEST_SLICE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SLICE)
        cut = cut if cut > start else start + LONGEST_SLICE
        yield start, cut
        start = cut
    yield start, end


def units_of(text: str, start: int, end: int, paragraph: int, tokenizer: Tokenizer) -> Iterator[Unit]:
    """The units of one paragraph, ``text[start:end]``; nothing where it has no word the vocabulary can spell."""
    for low, high in slices(text, start, end):
        unit = _tokenized(text, low, high, paragraph, tokenizer)
        if unit is not None:
            yield from _cut(unit, text)


def _tokenized(text: str, start: int, end: int, paragraph: int, tokenizer: Tokenizer) -> Unit | None:
    """Words and pieces of a slice. A word the tokenizer drops (control characters) is dropped with it."""
    matches = [match.span() for match in WORD.finditer(text, start, end)]
    flags = quoted_flags([text[low:high] for low, high in matches])
    encoding = tokenizer.encode(_clean(text[start:end]), add_special_tokens=False)
    if not encoding.ids or not matches:
        return None
    word_starts = np.array([low for low, _ in matches], dtype=np.int64)
    piece_starts = np.array([low for low, _ in encoding.offsets], dtype=np.int64) + start
    owners = np.maximum(np.searchsorted(word_starts, piece_starts, side="right") - 1, 0)
    kept, first, owners = np.unique(owners, return_index=True, return_inverse=True)
    kinds = [case_kind(text[low:high]) + QUOTED * flag for (low, high), flag in zip(matches, flags, strict=True)]
    return Unit(
        paragraph=paragraph,
        starts=word_starts[kept],
        ends=np.array([high for _, high in matches], dtype=np.int64)[kept],
        kinds=np.array(kinds, dtype=np.int64)[kept],
        first=first.astype(np.int64),
        pieces=np.array(encoding.ids, dtype=np.int64),
        owners=owners.astype(np.int64),
        ends_with_colon=text[matches[-1][0]] == ":",
    )


def _clean(text: str) -> str:
    """Lone surrogates replaced one for one, since the tokenizer takes only what UTF-8 can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _has_surrogates(text) else text


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _cut(unit: Unit, text: str) -> Iterator[Unit]:
    """The unit in parts of at most `LONGEST_UNIT` pieces, ending with a sentence where one ends in the second half."""
    words, low = len(unit.starts), 0
    bounds = np.append(unit.first, len(unit.pieces))
    while low < words:
        high = int(np.searchsorted(bounds, bounds[low] + LONGEST_UNIT, side="right")) - 1
        high = max(high, low + 1)
        if high < words:
            high = _sentence_end(unit, text, (low + high) // 2, high)
        yield _part(unit, low, high, int(bounds[low]), int(bounds[high]))
        low = high


def _sentence_end(unit: Unit, text: str, low: int, high: int) -> int:
    for position in range(high - 1, low, -1):
        if text[unit.starts[position]] in SENTENCE_ENDS:
            after = position + 1
            while after < high and text[unit.starts[after]] in CLOSERS:
                after += 1
            return after
    return high


def _part(unit: Unit, low: int, high: int, piece_low: int, piece_high: int) -> Unit:
    if low == 0 and high == len(unit.starts):
        return unit
    return Unit(
        paragraph=unit.paragraph,
        starts=unit.starts[low:high],
        ends=unit.ends[low:high],
        kinds=unit.kinds[low:high],
        first=unit.first[low:high] - piece_low,
        pieces=unit.pieces[piece_low:piece_high],
        owners=unit.owners[piece_low:piece_high] - low,
        ends_with_colon=unit.ends_with_colon and high == len(unit.starts),
    )
