"""Present: the terms that a clause holds, without what it names only to change it or to set it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.positions.clauses import Clause
    from zopa.positions.passage import Passage
    from zopa.positions.words import Term

_WAYS = {
    "INCREASE": stems("more higher bigger larger extra additional"),
    "REDUCE": stems("less lower smaller fewer reduced"),
}
_CHANGING = frozenset({"REDUCE", "LIFT", "INCREASE", "SUSPEND"})
_TOWARDS = stems("to at by of least most")
_BOUNDS = stems("than above over below under beyond")
_NEAR = 3
_ASIDE = 3
_SETTING_ASIDE = frozenset({("instead", "of"), ("rather", "than")})


def present_in(passage: Passage, clause: Clause) -> dict[str, list[int]]:
    """The terms of a clause with their tokens, without what is to change and what is named only to be set aside."""
    present: dict[str, list[int]] = {}
    for term in passage.within(passage.terms, clause):
        if not _is_former(passage, term) and not _is_contrast(passage, clause, term):
            present.setdefault(term.name, []).extend(range(term.first, term.last + 1))
    for way, place in _comparatives(passage, clause):
        present.setdefault(way, []).append(place)
    return present


def _comparatives(passage: Passage, clause: Clause) -> Iterator[tuple[str, int]]:
    """What is to be more or less of something, by its place: *more subsidy*, *a lower fee*; not *more than*."""
    for place in range(clause.first, clause.last):
        ways = [way for way, words in _WAYS.items() if passage.tokens[place].stem in words]
        if ways and any(term.first == place + 1 and term.name[0].isalpha() for term in passage.terms):
            yield ways[0], place


def _is_contrast(passage: Passage, clause: Clause, term: Term) -> bool:
    """Whether a term is what is not meant: *in stages, not all at once*, *cameras instead of observers*."""
    for place in range(max(clause.first + 1, term.first - _ASIDE), term.first):
        token, before = passage.tokens[place], passage.tokens[place - 1]
        if token.stem == "not" and before.text == ",":
            return True
        if (before.stem, token.stem) in _SETTING_ASIDE:
            return True
    return False


def present_nearby(passage: Passage, clause: Clause) -> frozenset[str]:
    """The terms of the statement's other clauses; what is given in exchange says nothing of what it is given for."""
    return frozenset(
        term.name
        for other in passage.clauses
        if other.role != "exchange" or clause.role == "exchange"
        for term in passage.within(passage.terms, other)
    )


def _is_former(passage: Passage, term: Term) -> bool:
    """Whether a number is not the one wanted: *lower its 27.5% tariff* and *higher than 80*, not *lower it to 15%*."""
    before = passage.tokens[term.first - 1].stem if term.first else ""
    if not term.name[0].isdigit() or before in _TOWARDS:
        return False
    if before in _BOUNDS:
        return True
    return any(other.name in _CHANGING and 0 < term.first - other.last <= _NEAR for other in passage.terms)
