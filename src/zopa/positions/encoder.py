"""The encoder: what words mean, as vectors, so that statements in different words can be compared.

A text's vector is the weighted mean of its word pieces in the table the reader ships (from all-MiniLM-L6-v2, Wang et
al. 2020), rare pieces weighing more (smooth inverse frequency; Arora, Liang and Ma 2017). No network is run. On the
coded articles of development it came within a few points of running the whole network, at eighty times its speed
(``docs/explanation/learning.md``).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from zopa.statements.tagger import WEIGHTS
from zopa.statements.tagging.network import load_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

WIDTH = 384
"""Numbers in a vector."""

_SMOOTHING = 3e-4


class _Table(NamedTuple):
    rows: NDArray[np.int8]
    scales: NDArray[np.float32]
    weights: Floats


def encode(texts: Sequence[str]) -> Floats:
    """One row of length 1 a text, [texts, 384]; a text without a word gives a row of zeros.

    1. The text becomes word pieces.
    2. Each piece's row counts by a / (a + p), p being its frequency and a a small constant. The table is ordered by
       frequency, so Zipf's law stands in for counts: p = 1 / (rank log N).
    3. The sum is scaled to length 1.

    Cost: linear in the words. The same text always gives the same row.
    """
    table, tokenizer = _table(), load_tokenizer(WEIGHTS)
    vectors = np.zeros((len(texts), WIDTH))
    for place, text in enumerate(texts):
        pieces = np.array(tokenizer.encode(text).ids, dtype=np.int64)
        if len(pieces):
            counts = table.weights[pieces] * table.scales[pieces].reshape(-1)
            vectors[place] = counts @ table.rows[pieces].astype(np.float64)
    return unit(vectors)


def rows_of(pieces: NDArray[np.int64]) -> NDArray[np.float32]:
    """The table's rows of word pieces, [..., 384]."""
    table = _table()
    return table.rows[pieces] * table.scales[pieces].reshape(*pieces.shape, 1)


def unit(vectors: Floats) -> Floats:
    """Rows scaled to length 1; rows of zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1.0)


@cache
def _table() -> _Table:
    with np.load(WEIGHTS / "words.npz") as words:
        rows, scales = words["rows"], words["scales"]
    ranks = np.maximum(np.arange(len(rows)), 1)
    frequencies = 1 / (ranks * np.log(len(rows)))
    return _Table(rows, scales, _SMOOTHING / (_SMOOTHING + frequencies))
