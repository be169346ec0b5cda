"""The vocabulary of a case: which words point to which issue, and which tell its options apart.

Everything comes from the case file: names, ids and definitions, and coding notes of the form
``"X" codes both A and B``. Weights are inverse document frequencies (Sparck Jones 1972) within the case, so a word that
every issue or every option shares counts for little: for a term in n of N documents, log((N + 1) / n) / log(N + 1),
which is 1 for a term of one document only.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from zopa.positions.concepts import LOCAL, TOPICAL
from zopa.positions.definitions import (
    OptionWords,
    as_words,
    is_topical,
    option_terms,
    option_weights,
    option_words,
    scale_number,
    term_names,
)
from zopa.positions.kinds import ORGANISATIONS
from zopa.positions.lexicon import RESIDUAL
from zopa.positions.scales import Scale, scale_of
from zopa.positions.terms import COMMON_STEMS, GENERIC_STEMS
from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from zopa.case.case import Case, Issue
    from zopa.positions.parties import PartyNames

_FROM_OPTIONS = 0.8
_SECONDARY = 0.7
_SEVERAL = 2
ANCHORING_NUMBER = 0.6
"""What a number with its unit weighs as an anchor where one issue alone has it: *23 %* with one wage scale."""


@dataclass(frozen=True, slots=True)
class IssueWords:
    """What points to one issue: weighted anchors, and its options.

    ``others`` are the terms of its options that are no anchors, each with the most that it weighs in one.
    ``residual`` issues yield to more specific ones; ``general`` are the concepts of a residual issue's options that
    options of at least two other issues have, too: said of none of these, they are said of the residual one.
    """

    id: str
    anchors: Mapping[str, float]
    options: tuple[OptionWords, ...]
    others: Mapping[str, float] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    residual: bool = False
    general: frozenset[str] = frozenset()
    scale: Scale | None = None


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
    own = {issue.id: term_names(f"{issue.name} {as_words(issue.id)}", parties) for issue in case.issues}
    options = {
        (issue.id, option.id): option_terms(option, parties) for issue in case.issues for option in issue.options
    }
    whole = {i.id: own[i.id].union(*(options[i.id, o.id] for o in i.options)) for i in case.issues}
    rarity = _rarity(whole.values())
    issues = tuple(_issue_words(issue, own[issue.id], options, rarity, parties) for issue in case.issues)
    general = tuple(replace(issue, general=_general(issue, issues)) if issue.residual else issue for issue in issues)
    return CaseWords(general, parties, _aliases(case))


def _issue_words(
    issue: Issue,
    own: set[str],
    options: Mapping[tuple[str, str], set[str]],
    rarity: Mapping[str, float],
    parties: PartyNames,
) -> IssueWords:
    sets = [options[issue.id, option.id] for option in issue.options]
    telling = _rarity(sets)
    core = _proper_names(issue.name, parties) | term_names(as_words(issue.id), parties)
    mine = {name for name in own if is_topical(name) and (name in core or name not in COMMON_STEMS)}
    anchors = {name: rarity[name] * _importance(name, core) for name in mine}
    for name in set().union(*sets) - own:
        if is_topical(name) and name not in COMMON_STEMS | ORGANISATIONS and rarity[name] == 1:
            common = sum(name in each for each in sets) > 1
            anchors[name] = _FROM_OPTIONS * (1.0 if common else _importance(name, core))
    anchors |= dict.fromkeys(_own_numbers(issue, rarity) | _telling_numbers(sets, rarity), ANCHORING_NUMBER)
    worded = tuple(
        option_words(issue, option, option_weights(option, terms, telling, own, parties), parties)
        for option, terms in zip(issue.options, sets, strict=True)
    )
    return IssueWords(
        id=issue.id,
        anchors=anchors,
        options=worded,
        others=_other_terms(worded, anchors.keys()),
        named=_proper_names(issue.name, parties),
        residual=any(phrase in issue.name.lower() for phrase in RESIDUAL),
        scale=scale_of(issue),
    )


def _other_terms(options: Iterable[OptionWords], anchors: Set[str]) -> dict[str, float]:
    """The terms of options that are no anchors, each with the most that it weighs in one."""
    others: dict[str, float] = {}
    for option in options:
        for name, weight in option.terms.items():
            if name not in anchors:
                others[name] = max(weight, others.get(name, 0.0))
    return others


def _general(residual: IssueWords, issues: Sequence[IssueWords]) -> frozenset[str]:
    """The concepts that tell options of a residual issue, and of two others besides."""
    concepts = {
        name
        for option in residual.options
        for name, weight in option.terms.items()
        if weight >= 1 and name.isupper() and name not in LOCAL
    }
    others = [issue for issue in issues if not issue.residual]
    return frozenset(name for name in concepts if sum(has_term(issue, name) for issue in others) >= _SEVERAL)


def has_term(issue: IssueWords, name: str) -> bool:
    """Whether a term is among those of an issue's options."""
    return any(name in option.terms for option in issue.options)


def _own_numbers(issue: Issue, rarity: Mapping[str, float]) -> set[str]:
    """The numbers with a unit that are options of this issue and stand in no other."""
    if not issue.unit:
        return set()
    numbers = {scale_number(option.value, issue.unit) for option in issue.options if option.value is not None}
    return {number for number in numbers if rarity.get(number, 1.0) == 1.0}


def _telling_numbers(sets: Iterable[set[str]], rarity: Mapping[str, float]) -> set[str]:
    """The numbers, of two digits or with what they count, that options of one issue alone name: *six months*."""
    names = set().union(*sets)
    return {name for name in names if name[0].isdigit() and rarity[name] == 1 and _TELLING.fullmatch(name)}


def _importance(name: str, core: frozenset[str] | set[str]) -> float:
    """1 for a topical concept, a proper name or a word of the issue's id; half for any other word."""
    return 1.0 if name in core or name in TOPICAL or "|" in name else _SECONDARY


def _proper_names(text: str, parties: PartyNames) -> frozenset[str]:
    """Stems of the capitalised words inside a name that are not parties: places, treaties, plants."""
    tokens = tokens_of(text)
    parts = {index for mention in parties.mentions(tokens) for index in range(mention.first, mention.last + 1)}
    return frozenset(
        token.stem
        for index, token in enumerate(tokens)
        if index not in parts and token.text[0].isupper() and (index > 0 or token.stem not in GENERIC_STEMS)
    )


def _rarity(documents: Iterable[set[str]]) -> dict[str, float]:
    sets = list(documents)
    counts: dict[str, int] = {}
    for terms in sets:
        for name in terms:
            counts[name] = counts.get(name, 0) + 1
    top = math.log(len(sets) + 1)
    return {name: math.log((len(sets) + 1) / count) / top for name, count in counts.items()}


_TELLING = re.compile(r"\d[\d.]*[^\d.].*|\d{2,}(?:\.\d+)?")
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
