"""Copies and rewrites: which articles carry the same text or retell one report, so that what they share counts once.

Word shingles as in Broder (1997), *On the resemblance and containment of documents*. Containment is used, because a
copy is often trimmed; what is quoted is left out, because independent reports quote the same public words. A retelling
in other words is known by the report it credits and by the claims it has in common with it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from zopa.positions.claims import share_of_claims, unquoted
from zopa.positions.reporting import own_names, reports_named
from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.coverage.article import Article

Relation = Literal["copy", "rewrite", "independent"]

SHINGLE = 3
"""Words in a shingle."""

FEWEST = 20
"""Shingles that a text has at least if its wording is to be compared."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From where on two articles are one report; shares are of the shorter article's."""

    copied: float = 0.6
    """Shingles in common that make a copy: the same text but for chrome and trimming."""

    reworded: float = 0.2
    """Shingles in common that make a rewrite, whoever is credited."""

    claims_reworded: float = 0.25
    """Claims in common that such a rewrite must have, too: stock phrases make none."""

    claims_credited: float = 0.1
    """Claims in common that make a rewrite where both credit the same report, or one credits the other's outlet."""

    days: int = 7
    """The most days between two tellings of one report."""


BOUNDS = Bounds()


def relation_of(one: Article, other: Article, bounds: Bounds = BOUNDS) -> Relation:
    """How two articles are related: a copy, a rewrite of one report, or independent.

    1. Published more than ``days`` apart: independent. An article without a day can be of any day.
    2. Most of the shorter article's runs of three words, quotations left out, stand in the other: a copy.
    3. Enough of them do, and claims are in common: a rewrite.
    4. Both credit the same outlet with the report, or one credits the other's, and claims are in common: a rewrite.

    Cost: the product of the two numbers of sentences; linear in the words where nothing links the two.
    """
    if not _same_days(one, other, bounds.days):
        return "independent"
    wording = _wording(one, other)
    if wording >= bounds.copied:
        return "copy"
    credited = credits_same(one, other)
    if wording < bounds.reworded and not credited:
        return "independent"
    claims = share_of_claims(one, other)
    reworded = wording >= bounds.reworded and claims >= bounds.claims_reworded
    return "rewrite" if reworded or (credited and claims >= bounds.claims_credited) else "independent"


def credits_same(one: Article, other: Article) -> bool:
    """Whether both credit the same outlet with what they report, or one credits the outlet of the other."""
    named, others = reports_named(one), reports_named(other)
    return bool(named & others) or _credits(named, other) or _credits(others, one)


def copy_groups(articles: Iterable[Article], bounds: Bounds = BOUNDS) -> dict[str, str]:
    """For every article's id, the id that stands for all copies and rewrites of its report (its own, if there is none).

    1. Pairs that share a shingle, or a credited report, are looked at with :func:`relation_of`.
    2. Copies and rewrites of one report are one group, and so are theirs; the first article in the order given stands
       for it.

    Cost: linear in the words, plus the pairs that share something.
    """
    known = {article.id: article for article in articles}
    first = {id_: id_ for id_ in known}
    order = {id_: place for place, id_ in enumerate(known)}
    for one, other in _linked(known, bounds):
        if relation_of(known[one], known[other], bounds) != "independent":
            a, b = sorted((_root(first, one), _root(first, other)), key=order.__getitem__)
            first[b] = a
    return {id_: _root(first, id_) for id_ in known}


def _linked(known: Mapping[str, Article], bounds: Bounds) -> Iterator[tuple[str, str]]:
    """The pairs that share enough shingles, or a report: credited by both, or by one and published by the other."""
    index: dict[int | str, list[str]] = {}
    for id_, article in known.items():
        own = shingles(unquoted(article))
        shared = Counter(other for shingle in own for other in index.get(shingle, ()))
        names = reports_named(article) | own_names(article)
        near = {other for other, count in shared.items() if count >= bounds.reworded * _smaller(known[other], own)}
        near |= {other for name in names for other in index.get(name, ())}
        yield from ((other, id_) for other in sorted(near))
        for shingle in own:
            index.setdefault(shingle, []).append(id_)
        for name in names:
            index.setdefault(name, []).append(id_)


def _smaller(article: Article, own: frozenset[int]) -> int:
    return min(len(shingles(unquoted(article))), len(own))


def _wording(one: Article, other: Article) -> float:
    a, b = shingles(unquoted(one)), shingles(unquoted(other))
    fewer = min(len(a), len(b))
    return len(a & b) / fewer if fewer >= FEWEST else 0.0


def _same_days(one: Article, other: Article, days: int) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= days


def _credits(named: Iterable[str], article: Article) -> bool:
    """Whether one of the names is that of the article's outlet."""
    own = own_names(article)
    return any(name in own for name in named)


@lru_cache(maxsize=2048)
def shingles(text: str) -> frozenset[int]:
    """The hashes of all runs of three words, in lower case, marks left out."""
    words = [token.text.lower() for token in tokens_of(text) if token.is_word]
    runs = (" ".join(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def _root(first: dict[str, str], id_: str) -> str:
    while first[id_] != id_:
        id_ = first[id_]
    return id_
