"""Party words: the names a text may use for a party that its case file does not list.

What follows from id and name alone: for a state its adjectives, capital and seats of government; initials; the noun
at the head of the name (*the league*); a plural in small letters (*dockers*); the common noun of its kind (*the union*,
*the company*, *the government*) where no other party is of that kind.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from zopa.positions.gazetteer import state_named
from zopa.positions.kinds import KINDS, ORGANISATIONS, kinds_of
from zopa.positions.terms import GENERIC_STEMS
from zopa.positions.words import stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.case.case import Case

_STATE_OF = re.compile(
    r"(?:the )?(?:Kingdom|Republic|State|Government|City|Province|Emirate|Duchy|Principality|Commonwealth|Federation"
    r"|Region|Territory|Sultanate|County|Town|Islands?) of (?:the )?(?P<place>[A-Z]\S+(?: [A-Z]\S+)*)"
)
_FIRMS = stems(
    "broadcasting media television tv radio network press news air airways systems pictures water power oil gas cement"
    " chemicals pharma capital partners ventures insurance telecom mobile software freight transit shipping"
)
_QUALIFYING = stems(
    """
    upper lower north south east west northern southern eastern western central national united free new old royal
    general federal public first great international global world european american people democratic popular
    grand united joint inner outer
    """
)
_PLACES = {
    "regional": "region", "provincial": "province", "municipal": "city", "city": "city", "town": "town",
    "county": "county", "state": "state", "federal": "federation", "national": "country", "cantonal": "canton",
    "district": "district", "island": "island", "islands": "islands", "territorial": "territory",
}  # fmt: skip
_RULERS = stems("government council authority administration assembly parliament executive board")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "a"})
_PLURAL = re.compile(r"[A-Za-z]{3,}(?:[^s]s|men|people)")
_PLURAL_OWNER = re.compile(r"([A-Za-z]{3,}s)['’]")


def derived_names(case: Case) -> Iterator[tuple[str, str]]:
    """(party id, name) for every name that follows from a party's own id and name."""
    for party in case.parties:
        for name in (party.id.replace("_", " "), party.name):
            yield from ((party.id, each) for each in _from_name(name))


def kind_names(case: Case) -> Iterator[tuple[str, str]]:
    """(party id, name) for the common nouns of each party's kind."""
    for party, kind in kinds_of(case).items():
        yield from ((party, noun) for noun in KINDS[kind].nouns)


def _from_name(name: str) -> Iterator[str]:
    state = state_named(name)
    if state is not None:
        yield from state.words
        return
    words = name.split()
    place = _STATE_OF.fullmatch(name)
    if place:
        yield place["place"]
    if _is_firm(words):
        yield words[0]
    capitals = [word for word in words if word[:1].isupper()]
    if len(capitals) > 1 and len(capitals) == len([word for word in words if word.lower() not in _SMALL]):
        yield "".join(word[0] for word in capitals)
    head = _head(words)
    if head and stem(head) in ORGANISATIONS:
        yield f"the {head.lower()}"
    if head and _PLURAL.fullmatch(head):
        yield f"the {head.lower()}"
    yield from _ruled(words)
    for owner in _PLURAL_OWNER.findall(name):
        yield f"the {owner.lower()}"


def _ruled(words: list[str]) -> Iterator[str]:
    """The place that a government, council or authority is called by: Tarn regional government, *the region*."""
    for adjective, body in itertools.pairwise(words):
        if adjective.lower() in _PLACES and stem(body) in _RULERS:
            yield f"the {_PLACES[adjective.lower()]}"


def _is_firm(words: list[str]) -> bool:
    """Whether a name is called by its first word: Meridian Broadcasting, *Meridian*; not Upper Senn, Harrow Museum."""
    first, head = stem(words[0]), stem(words[-1])
    return (
        len(words) > 1
        and all(word[:1].isupper() for word in words)
        and first not in _QUALIFYING | ORGANISATIONS | GENERIC_STEMS
        and not words[0].endswith(("'s", "’s", "s'", "s’"))
        and head in KINDS["employer"].signs | _FIRMS
    )


def _head(words: list[str]) -> str:
    """The noun a name is about: *Ministry* of Education, Free Highland *Movement*."""
    for place, word in enumerate(words):
        if word.lower() in ("of", "for") and place:
            return words[place - 1]
    return words[-1] if words else ""
