"""Likeness: how much two statements say alike, by what their words mean and by the words themselves."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.positions.encoder import encode, unit
from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.positions.encoder import Floats

BY_MEANING = 0.7
"""What likeness of meaning counts; likeness of the words themselves counts the rest. Chosen on the articles of
development (``docs/explanation/learning.md``)."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Known texts to which others are compared.

    ``meanings`` [known, 384] are their vectors seen from their ``centre``; ``words`` [known, stems] their stems, each
    weighed by how rare it is among them; ``columns`` says which stem stands where, ``rarity`` what each weighs, and
    ``unheard`` what a stem weighs that none of them has.
    """

    centre: Floats
    meanings: Floats
    columns: Mapping[str, int]
    rarity: Floats
    unheard: float
    words: Floats

    def to(self, texts: Sequence[str]) -> Floats:
        """Likeness of texts to the known ones, [texts, known]: 1 for the same words, about 0 for unrelated ones.

        Cost: texts times known texts, and linear in the words.
        """
        meanings = unit(encode(texts) - self.centre)
        words = _weighed([_stems(text) for text in texts], self.columns, self.rarity, self.unheard)
        return BY_MEANING * meanings @ self.meanings.T + (1 - BY_MEANING) * words @ self.words.T


def likeness(texts: Sequence[str]) -> Likeness:
    """Prepares texts for comparison. A stem in n of N texts weighs log((N + 1) / n)."""
    stems = [_stems(text) for text in texts]
    counts = Counter(stem for each in stems for stem in each)
    columns = {stem: column for column, stem in enumerate(sorted(counts))}
    rarity = np.array([math.log((len(texts) + 1) / counts[stem]) for stem in columns])
    unheard = math.log(len(texts) + 1)
    meanings = encode(texts)
    centre = meanings.mean(axis=0) if len(texts) else np.zeros(meanings.shape[1])
    words = _weighed(stems, columns, rarity, unheard)
    return Likeness(centre, unit(meanings - centre), columns, rarity, unheard, words)


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokens_of(text) if token.is_word}


def _weighed(texts: Sequence[set[str]], columns: Mapping[str, int], rarity: Floats, unheard: float) -> Floats:
    """Stems as rows of length at most 1; what none of the known texts has only takes from that length."""
    rows = np.zeros((len(texts), len(columns)))
    for row, stems in zip(rows, texts, strict=True):
        known = sorted(columns[stem] for stem in stems if stem in columns)
        row[known] = rarity[known]
        length = math.sqrt(float(row @ row) + (len(stems) - len(known)) * unheard**2)
        row /= length or 1.0
    return rows
