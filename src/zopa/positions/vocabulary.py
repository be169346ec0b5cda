"""The vocabulary of a case: which words point to which issue, and which tell its options apart.

Everything comes from the case file: names, ids and definitions, and coding notes of the form
``"X" codes both A and B``. Weights are inverse document frequencies within the case, so a word that every issue or every option shares counts for
little: for a term in n of N documents, log((N + 1) / n) / log(N + 1), which is 1 for a term of one document only.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.positions.lexicon import OPENNESS, OWNED, RESIDUAL, TOPICAL
from zopa.positions.parties import PartyNames
from zopa.positions.words import GENERIC_STEMS, Term, Token, plain_number, terms_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zopa.case.case import Case, Issue, Option

_NUMBER = re.compile(r"\d")
_FROM_OPTIONS = 0.7
_SECONDARY = 0.5
ANCHORING_NUMBER = 0.6
"""What a number with its unit weighs as an anchor where one issue alone has it: *23 %* in a case with one wage scale."""
_IN_ID = 1.5
_SHARED_WITH_NAME = 0.3
_DENIED = 0.5
_GENERIC = 0.4
_DENIERS = frozenset({"no", "not", "without", "neither", "never", "except"})
_DENIAL_ENDS = frozenset({"or", "and", "but", ",", ";", ":"})
_NEGATIVE = re.compile(r"(?:no|not|none|never|nobody|nothing|without)\b", re.IGNORECASE)
_WITHOUT = frozenset({"without", "excluding"})


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


@dataclass(frozen=True, slots=True)
class IssueWords:
    """What points to one issue: weighted anchors, and its options. ``residual`` issues yield to more specific ones."""

    id: str
    anchors: Mapping[str, float]
    options: tuple[OptionWords, ...]
    named: frozenset[str] = frozenset()
    residual: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class CaseWords:
    """The vocabulary of a whole case. ``aliases`` are words that stand for several issues at once."""

    issues: tuple[IssueWords, ...]
    parties: PartyNames
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def vocabulary(case: Case, parties: PartyNames) -> CaseWords:
    """Builds the vocabulary of a case.

    1. Terms of every issue's name and id, and of every option's definition and id (party names set aside).
    2. Weight of a term over issues; anchors are the topical ones among an issue's own terms, and those of its options
       that belong to no other issue, at seven tenths.
    3. Weight of a term over the options of an issue.
    """
    own = {issue.id: _term_names(f"{issue.name} {_as_words(issue.id)}", parties) for issue in case.issues}
    options = {
        (issue.id, option.id): _option_terms(option, parties) for issue in case.issues for option in issue.options
    }
    whole = {i.id: own[i.id].union(*(options[i.id, o.id] for o in i.options)) for i in case.issues}
    rarity = _rarity(whole.values())
    issues = tuple(_issue_words(issue, own[issue.id], options, rarity, parties) for issue in case.issues)
    return CaseWords(issues, parties, _aliases(case))


def _issue_words(
    issue: Issue,
    own: set[str],
    options: Mapping[tuple[str, str], set[str]],
    rarity: Mapping[str, float],
    parties: PartyNames,
) -> IssueWords:
    sets = [options[issue.id, option.id] for option in issue.options]
    telling = _rarity(sets)
    core = _proper_names(issue.name, parties) | _term_names(_as_words(issue.id), parties)
    anchors = {name: rarity[name] * _importance(name, core) for name in own if is_topical(name)}
    for name in set().union(*sets) - own:
        if is_topical(name) and rarity[name] == 1:
            anchors[name] = _FROM_OPTIONS * _importance(name, core)
    anchors |= dict.fromkeys(_own_numbers(issue, rarity), ANCHORING_NUMBER)
    return IssueWords(
        id=issue.id,
        anchors=anchors,
        options=tuple(
            _option_words(issue, option, _weights(option, terms, telling, own, parties), parties)
            for option, terms in zip(issue.options, sets, strict=True)
        ),
        named=_proper_names(issue.name, parties),
        residual=any(phrase in issue.name.lower() for phrase in RESIDUAL),
        unit=issue.unit,
    )


def _own_numbers(issue: Issue, rarity: Mapping[str, float]) -> set[str]:
    """The numbers with a unit that are options of this issue and stand in no other."""
    if not issue.unit:
        return set()
    numbers = {_scale_number(option.value, issue.unit) for option in issue.options if option.value is not None}
    return {number for number in numbers if rarity.get(number, 1.0) == 1.0 and not number[-1].isdigit()}


def _scale_number(value: float, unit: str | None) -> str:
    return plain_number(f"{value:.10g}") + ("%" if unit in ("%", "per cent", "percent") else "")


def _weights(
    option: Option, terms: set[str], telling: Mapping[str, float], own: set[str], parties: PartyNames
) -> dict[str, float]:
    """Weights of an option's terms: half as much again in its id; a term of the issue's name tells options apart only
    where no other option has it, and little then.
    """
    in_id = _term_names(_as_words(option.id), parties)
    denied = _denied(option, parties)
    weights = {}
    for name in terms:
        weight = telling[name] * (_IN_ID if name in in_id else 1.0)
        if name in denied:
            weight = _DENIED
        elif name in own and is_topical(name):
            weight = _SHARED_WITH_NAME * telling[name] if telling[name] == 1 else 0.0
        weights[name] = weight * (_GENERIC if name in GENERIC_STEMS else 1.0)
    return weights


def _option_terms(option: Option, parties: PartyNames) -> set[str]:
    """The terms of a definition and an id. What a definition denies (``without legal recognition``) is no term of it,
    unless the denial is all it says (``no limits``).
    """
    tokens = tokens_of(f"{option.definition} ; {_as_words(option.id)}")
    if _is_negative(option):
        return {term.name for term in case_terms(tokens, parties)}
    denied: set[int] = set()
    denying = False
    for index, token in enumerate(tokens):
        denying = token.stem in _DENIERS or (denying and token.text not in _DENIAL_ENDS)
        if denying:
            denied.add(index)
    return {term.name for term in case_terms(tokens, parties) if term.first not in denied}


def _denied(option: Option, parties: PartyNames) -> frozenset[str]:
    """What a negative definition denies, its id set aside: ``night`` and ``shift`` in ``abolished: no more night shifts``."""
    if not _is_negative(option):
        return frozenset()
    words = _as_words(option.id)
    affirmed = set() if _NEGATIVE.match(words) else _term_names(words, parties)
    return frozenset(_term_names(option.definition, parties) - affirmed)


def _is_negative(option: Option) -> bool:
    return bool(_NEGATIVE.match(option.definition))


def _option_words(issue: Issue, option: Option, terms: Mapping[str, float], parties: PartyNames) -> OptionWords:
    text = option.definition.lower()
    tokens = tokens_of(option.definition)
    seated, shut_out = _seats(tokens, parties)
    numbers = {name for name in terms if _NUMBER.match(name)}
    if option.value is not None:
        numbers.add(_scale_number(option.value, issue.unit))
    return OptionWords(
        id=option.id,
        terms=dict(terms),
        numbers=frozenset(numbers),
        parties=seated,
        shut_out=shut_out,
        open_=any(phrase in text or phrase in _as_words(option.id) for phrase in OPENNESS),
        negative=_is_negative(option),
        doers=_doers(tokens, parties),
        denied=_denied(option, parties),
        conditional=bool(re.search(r"\bif\b", text)),
        value=option.value,
    )


def _importance(name: str, core: frozenset[str] | set[str]) -> float:
    """1 for a topical concept, a proper name or a word of the issue's id; half for any other word."""
    return 1.0 if name in core or name in TOPICAL or "|" in name else _SECONDARY


def is_topical(name: str) -> bool:
    """Whether a term can say which issue is meant: a topical concept, or a stem that is not a general word."""
    if "|" in name:
        return True
    if name.isupper():
        return name in TOPICAL
    return not _NUMBER.match(name) and name not in GENERIC_STEMS


def case_terms(tokens: list[Token], parties: PartyNames) -> list[Term]:
    """The terms of a token sequence without the names of parties; ``EU goods`` is one term, ``EU|GOODS``."""
    mentions = parties.mentions(tokens)
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
    return terms + owned


def _term_names(text: str, parties: PartyNames) -> set[str]:
    return {term.name for term in case_terms(tokens_of(text), parties)}


def _proper_names(text: str, parties: PartyNames) -> frozenset[str]:
    """Stems of the capitalised words inside a name that are not parties: places, treaties, plants."""
    tokens = tokens_of(text)
    parts = {index for mention in parties.mentions(tokens) for index in range(mention.first, mention.last + 1)}
    return frozenset(
        token.stem
        for index, token in enumerate(tokens)
        if index not in parts and token.text[0].isupper() and (index > 0 or token.stem not in GENERIC_STEMS)
    )


def _seats(tokens: list[Token], parties: PartyNames) -> tuple[frozenset[str], frozenset[str]]:
    """The parties a definition names, and those it names after *without*."""
    seated: set[str] = set()
    shut_out: set[str] = set()
    for mention in parties.mentions(tokens):
        before = tokens[mention.first - 1].stem if mention.first else ""
        (shut_out if before in _WITHOUT else seated).add(mention.party)
    return frozenset(seated), frozenset(shut_out)


def _doers(tokens: list[Token], parties: PartyNames) -> frozenset[str]:
    """The party that acts in a definition: *Ukraine withdraws*, when its very first words name it."""
    first = next(iter(parties.mentions(tokens)), None)
    if (
        first is None
        or first.first > 1
        or first.last + 1 >= len(tokens)
        or not tokens[first.last + 1].text[0].islower()
    ):
        return frozenset()
    return frozenset({first.party})


def _rarity(documents: Iterable[set[str]]) -> dict[str, float]:
    sets = list(documents)
    counts: dict[str, int] = {}
    for terms in sets:
        for name in terms:
            counts[name] = counts.get(name, 0) + 1
    top = math.log(len(sets) + 1)
    return {name: math.log((len(sets) + 1) / count) / top for name, count in counts.items()}


def _as_words(identifier: str) -> str:
    return re.sub(r"[_\-.]+", " ", identifier)


_ALIAS = re.compile(r"[\"“](?P<word>[^\"”]+)[\"”]\s+(?:codes?|means|stands for)\s+(?:both\s+)?(?P<issues>[^.,;]+)")


def _aliases(case: Case) -> dict[str, tuple[str, ...]]:
    """Words that stand for issues, from notes such as ``"Northlands" codes both harbour and mine``. Keys are terms."""
    ids = {issue.id for issue in case.issues}
    found: dict[str, tuple[str, ...]] = {}
    for note in case.coding_notes:
        match = _ALIAS.search(note)
        if match is None:
            continue
        named = tuple(part for part in re.split(r"\s+and\s+|\s*\+\s*|\s+", match["issues"]) if part in ids)
        key = [token.stem for token in tokens_of(match["word"]) if token.is_word]
        if named and len(key) == 1:
            found[key[0]] = named
    return found
