"""Inclusion-minimal sets, and the minimal sets that hit every one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 2000
"""More minimal hitting sets than this are not kept while they are built."""


def minimal_sets(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The sets that contain no other of the sets, smaller ones first. Cost: sets times minimal sets."""
    bits: dict[str, int] = {}
    coded = {sum(1 << bits.setdefault(name, len(bits)) for name in sorted(names)): names for names in set(sets)}
    kept: list[int] = []
    for code in sorted(coded, key=lambda code: (code.bit_count(), sorted(coded[code]))):
        if not any(code & small == small for small in kept):
            kept.append(code)
    return tuple(coded[code] for code in kept)


def minimal_hitting_sets(sets: Sequence[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The inclusion-minimal sets that share a member with each of ``sets`` (Berge's algorithm).

    One after another, each set is hit by what is kept already or by adding one of its members, and what is not minimal
    is dropped. An empty set among ``sets`` cannot be hit: then there is no hitting set. Where more than ``MOST`` are
    open at once the smallest are kept: what is returned still hits every set, but some minimal sets are missing.
    """
    found: list[frozenset[str]] = [frozenset()]
    for names in sets:
        hit = [kept for kept in found if kept & names]
        extended = [kept | {name} for kept in found if not kept & names for name in sorted(names)]
        found = list(minimal_sets([*hit, *extended]))[:MOST]
    return tuple(found)
