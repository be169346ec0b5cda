"""Names of voices: one spelling for a person however an article names or spells them, and for an unnamed source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.case import Case

_MARKS = re.compile(r"[^\w\s]")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "president", "sir", "the", "a", "an"})
_LONG = 7
_CACHE: dict[int, tuple[Case, Mapping[str, str]]] = {}
_CACHED_CASES = 8


def known_people(case: Case) -> Mapping[str, str]:
    """Every name and surname of the case's people, plain, to the full name; none that two people share."""
    kept = _CACHE.get(id(case))
    if kept is None or kept[0] is not case:
        if len(_CACHE) >= _CACHED_CASES:
            _CACHE.clear()
        kept = _CACHE[id(case)] = (case, _people(case))
    return kept[1]


def _people(case: Case) -> Mapping[str, str]:
    names: dict[str, set[str]] = {}
    for party in case.parties:
        for person in party.people:
            for name in (person.name, *person.aliases, person.name.split()[-1]):
                names.setdefault(plain_words(name), set()).add(plain_words(person.name))
    return {name: next(iter(full)) for name, full in names.items() if len(full) == 1}


def person_named(name: str, people: Mapping[str, str]) -> str | None:
    """The full plain name of the person of the case that a name stands for; None where it stands for none of them.

    A surname may be spelled another way in one letter, if it is long (*Andreyevskiy*, *Andreyevskyy*).
    """
    plain = plain_words(name)
    if not plain:
        return None
    last = plain.split()[-1]
    found = people.get(plain) or people.get(last)
    if found is not None or len(last) < _LONG:
        return found
    alike = {full for known, full in people.items() if " " not in known and _one_letter_apart(last, known)}
    return next(iter(alike)) if len(alike) == 1 else None


def voice_of_person(name: str, people: Mapping[str, str]) -> str:
    """The full plain name of a person, known to the case or not."""
    return person_named(name, people) or plain_words(name)


def plain_words(name: str) -> str:
    """A name in small letters, without marks, titles and articles; as it is where nothing else is left."""
    words = _MARKS.sub(" ", name.casefold()).split()
    return " ".join(word for word in words if word not in _TITLES) or name.casefold()


def head_of(description: str) -> str:
    """The noun an unnamed source is described by, before *familiar with*, *close to* and the like: ``a source``."""
    plain = plain_words(description)
    head = re.split(r"\b(?:familiar|close|briefed|with|on|of|who|in|from|at)\b", plain)[0]
    return " ".join(token.stem for token in tokens_of(head) if token.stem != "senior") or plain


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two long names begin alike and differ in one letter, exchanged, added or left out."""
    if one[:4] != other[:4] or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    place = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[place + (len(short) == len(long)) :] == long[place + 1 :]
