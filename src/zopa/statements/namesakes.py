"""Names and the people behind them: when two full names with one surname mean one person, and when two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT_FORMS = {
    "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert", "dick": "richard", "rick": "richard",
    "ted": "edward", "ned": "edward", "peggy": "margaret", "jack": "john", "betsy": "elizabeth", "liz": "elizabeth",
    "betty": "elizabeth", "beth": "elizabeth", "hank": "henry", "harry": "henry", "chuck": "charles", "tony": "anthony",
    "sandy": "alexander", "sasha": "alexander", "tina": "christina", "fred": "alfred", "gerry": "jeremy",
    "volodya": "vladimir", "misha": "mikhail", "kolya": "nikolai", "pepe": "jose", "nacho": "ignacio",
}  # fmt: skip

_PARTICLE = "von"  # ``Van``, ``De`` and ``Ben`` begin first names and the names of bodies, too.


def surname_of(words: str) -> str:
    """The last word of a name, in small letters."""
    return words.lower().split()[-1]


def first_name_of(words: str) -> str | None:
    """The first word of a name of several words, in small letters and written out; an initial or one word: None.

    A particle is no first name: ``Von der Leyen`` at the head of a sentence is a surname alone.
    """
    parts = words.lower().split()
    if parts[0] == _PARTICLE:
        return None
    if len(parts) < 2 or len(parts[0].rstrip(".")) < 2:
        return None
    return _SHORT_FORMS.get(parts[0], parts[0])


def shared_surnames(names: Iterable[str]) -> frozenset[str]:
    """The surnames that two different people of a text bear: their first names begin with different letters.

    Spellings of one name (``Volodymyr``, ``Vladimir``) begin alike, and so do most short forms; the others are listed.
    """
    firsts: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if (first := first_name_of(name)) is not None:
            firsts[surname_of(name)].add(first[0])
    return frozenset(surname for surname, initials in firsts.items() if len(initials) > 1)


def key_of(words: str, shared: frozenset[str]) -> str:
    """What people are filed under: the surname, and before a shared one the first letter of the first name."""
    surname = surname_of(words)
    first = first_name_of(words) if surname in shared else None
    return f"{first[0]} {surname}" if first else surname
