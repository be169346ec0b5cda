"""Copies: which articles carry the same text, so that what they share counts once.

Word shingles as in Broder (1997), *On the resemblance and containment of documents*. Containment is used, because a
copy is often trimmed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.coverage.article import Article

SHINGLE = 5
"""Words in a shingle."""

COPIED = 0.5
"""The share of the shorter article's shingles that makes two articles copies."""

_FEWEST = 20


def copy_groups(articles: Iterable[Article]) -> dict[str, str]:
    """For every article's id, the id of the first article that carries the same text (itself, where there is none).

    1. Each article becomes the set of hashes of its runs of five words, in lower case, marks left out.
    2. Shared shingles are counted through an index from shingle to articles.
    3. Two articles are copies when at least half of the smaller set is shared; copies of copies are copies.

    Cost: linear in the words, plus the pairs that share a shingle.
    """
    known = {article.id: article for article in articles}
    sets = {id_: shingles(article.text) for id_, article in known.items()}
    first = {id_: id_ for id_ in known}
    index: dict[int, list[str]] = {}
    for id_, own in sets.items():
        shared = Counter(other for shingle in own for other in index.get(shingle, ()))
        for other, count in shared.items():
            smaller = min(len(own), len(sets[other]))
            if smaller >= _FEWEST and count >= COPIED * smaller:
                _join(first, id_, other)
        for shingle in own:
            index.setdefault(shingle, []).append(id_)
    return {id_: _root(first, id_) for id_ in known}


@lru_cache(maxsize=512)
def shingles(text: str) -> frozenset[int]:
    """The hashes of all runs of five words."""
    words = [token.text.lower() for token in tokens_of(text) if token.is_word]
    runs = (" ".join(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def _root(first: dict[str, str], id_: str) -> str:
    while first[id_] != id_:
        id_ = first[id_]
    return id_


def _join(first: dict[str, str], one: str, other: str) -> None:
    """Puts two articles into one group, under the one that came first."""
    a, b = _root(first, one), _root(first, other)
    order = list(first)
    keep, move = sorted((a, b), key=order.index)
    first[move] = keep
