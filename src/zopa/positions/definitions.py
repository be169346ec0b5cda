"""Definitions: what the words of one option say, as its case file puts it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.bearers import borne
from zopa.positions.concepts import OWNED, TOPICAL
from zopa.positions.lexicon import OPENNESS
from zopa.positions.terms import GENERIC_STEMS, terms_of
from zopa.positions.units import measure_of, quantity_name
from zopa.positions.words import Term, Token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case.case import Issue, Option
    from zopa.positions.parties import Mention, PartyNames

_NUMBER = re.compile(r"\d")
_IN_ID = 1.5
_SHARED_WITH_NAME, _SHARED_IN_PASSING = 0.3, 0.25
"""What a term of the issue's name weighs for the one option that has it: in its id, and else too little to tell it."""
_DENIED = 0.5
_GENERIC = 0.25
_DENIERS = frozenset({"no", "not", "without", "neither", "never", "except"})
_EXCEPT = "except"
_DENIAL_ENDS = frozenset({"or", "and", "but", ",", ";", ":"})
_NEGATIVE = re.compile(r"(?:no|not|none|never|nobody|nothing|without)\b", re.IGNORECASE)
_WITHOUT = frozenset({"without", "excluding"})

PERSON = "person|"
"""What the term of a named person begins with."""


@dataclass(frozen=True, slots=True)
class OptionWords:
    """What points to one option: weighted terms, the numbers it names, the parties it seats, and its character.

    ``open_`` marks the option to code when the words leave open which one is meant; ``negative`` one defined by what
    is not to be (``no limits``); ``conditional`` one whose definition itself has an *if*.
    """

    id: str
    terms: Mapping[str, float]
    numbers: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    shut_out: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    open_: bool = False
    negative: bool = False
    conditional: bool = False
    value: float | None = None


def option_words(issue: Issue, option: Option, terms: Mapping[str, float], parties: PartyNames) -> OptionWords:
    """Reads one option: its weighted terms, the numbers and parties it names, and what kind of definition it has."""
    text = option.definition.lower()
    tokens = tokens_of(option.definition)
    seated, shut_out = _seats(tokens, parties)
    numbers = {name for name in terms if _NUMBER.match(name)}
    if option.value is not None:
        numbers.add(scale_number(option.value, issue.unit))
    return OptionWords(
        id=option.id,
        terms=dict(terms),
        numbers=frozenset(numbers),
        parties=seated,
        shut_out=shut_out,
        open_=any(phrase in text or phrase in as_words(option.id) for phrase in OPENNESS),
        negative=_is_negative(option),
        doers=_doers(tokens, parties),
        denied=_denied(option, parties),
        conditional=bool(re.search(r"\bif\b", text)),
        value=option.value,
    )


def option_weights(
    option: Option, terms: set[str], telling: Mapping[str, float], own: set[str], parties: PartyNames
) -> dict[str, float]:
    """Weights of an option's terms: half as much again in its id; a term of the issue's name tells options apart only
    where no other option has it, and little then; outside of the id only beside others.
    """
    in_id = term_names(as_words(option.id), parties)
    denied = _denied(option, parties)
    weights = {}
    for name in terms:
        weight = telling[name] * (_IN_ID if name in in_id else 1.0)
        if name in denied:
            weight = _DENIED
        elif name in own and is_topical(name):
            shared = _SHARED_WITH_NAME if name in in_id else _SHARED_IN_PASSING
            weight = shared * telling[name] if telling[name] == 1 else 0.0
        weights[name] = weight * (_GENERIC if name in GENERIC_STEMS else 1.0)
    return weights


def option_terms(option: Option, parties: PartyNames) -> set[str]:
    """The terms of a definition and an id. What a definition denies (``without legal recognition``) is no term of it,
    unless the denial is all it says (``no limits``).
    """
    tokens = tokens_of(f"{option.definition} ; {as_words(option.id)}")
    if _is_negative(option):
        return {term.name for term in case_terms(tokens, parties)}
    denied: set[int] = set()
    denying = False
    for index, token in enumerate(tokens):
        denying = token.stem in _DENIERS or (denying and token.text not in _DENIAL_ENDS)
        if denying:
            denied.add(index)
    denied -= {index for index, token in enumerate(tokens) if token.stem == _EXCEPT}
    return {term.name for term in case_terms(tokens, parties) if term.first not in denied}


def _denied(option: Option, parties: PartyNames) -> frozenset[str]:
    """What a negative definition denies, its id set aside: night and shift in ``abolished: no more night shifts``."""
    if not _is_negative(option):
        return frozenset()
    words = as_words(option.id)
    affirmed = set() if _NEGATIVE.match(words) else term_names(words, parties)
    return frozenset(term_names(option.definition, parties) - affirmed)


def _is_negative(option: Option) -> bool:
    return bool(_NEGATIVE.match(option.definition))


def _seats(tokens: list[Token], parties: PartyNames) -> tuple[frozenset[str], frozenset[str]]:
    """The parties a definition names, and those it names after *without*."""
    seated: set[str] = set()
    shut_out: set[str] = set()
    for mention in parties.mentions(tokens):
        before = tokens[mention.first - 1].stem if mention.first else ""
        (shut_out if before in _WITHOUT else seated).add(mention.party)
    return frozenset(seated), frozenset(shut_out)


def _doers(tokens: list[Token], parties: PartyNames) -> frozenset[str]:
    """The party that acts in a definition: *the rebels withdraw*, when its very first words name it."""
    first = next(iter(parties.mentions(tokens)), None)
    if (
        first is None
        or first.first > 1
        or first.last + 1 >= len(tokens)
        or not tokens[first.last + 1].text[0].islower()
    ):
        return frozenset()
    return frozenset({first.party})


def is_topical(name: str) -> bool:
    """Whether a term can say which issue is meant: a topical concept, or a stem that is not a general word."""
    if "|" in name:
        return not name.startswith(PERSON)
    if name.isupper():
        return name in TOPICAL
    return not _NUMBER.match(name) and name not in GENERIC_STEMS


def case_terms(tokens: list[Token], parties: PartyNames, mentions: Sequence[Mention] | None = None) -> list[Term]:
    """The terms of a token sequence without the names of parties; ``EU goods`` is one term, ``EU|GOODS``, and who is
    named with a party is one, ``person|berger``: it tells options apart that name people, and no issue.

    ``mentions`` are those of the tokens, where they are known already.
    """
    mentions = list(parties.mentions(tokens)) if mentions is None else mentions
    named = {index: mention.party for mention in mentions for index in range(mention.first, mention.last + 1)}
    terms = [term for term in terms_of(tokens) if term.first not in named and not parties.is_name(term.name)]
    owned = [
        Term(f"{named[term.first - step]}|{term.name}", term.first, term.last)
        for term in terms
        if term.name in OWNED
        for step in (1, 2, 3)
        if term.first - step in named and not any(place in named for place in range(term.first - step + 1, term.first))
        if all(tokens[index].text not in ".;:," for index in range(term.first - step, term.first))
    ]
    people = [Term(f"{PERSON}{tokens[each.last].stem}", each.first, each.last) for each in mentions if each.person]
    return [*terms, *owned, *people, *borne(tokens, terms, mentions)]


def term_names(text: str, parties: PartyNames) -> set[str]:
    """The names of the terms of a text."""
    return {term.name for term in case_terms(tokens_of(text), parties)}


def scale_number(value: float, unit: str | None) -> str:
    """A place on a scale as the term it has in a text: ``8%``, ``36 month`` for three years, ``30 pupil``."""
    kind, factor = measure_of(unit)
    return quantity_name(value * factor, kind)


def as_words(identifier: str) -> str:
    """An id as words: ``cede_full`` is *cede full*."""
    return re.sub(r"[_\-.]+", " ", identifier)
