"""Whose statement it is: from the speaker's words to a party of the case, or to none.

The rule is conservative. A person belongs to the party that lists them, or to the party whose office the article gives
them in so many words; a group or an unnamed source only when its description is an office word with one party's name
(``a senior European official``); a document to the party whose name it carries. Analysts, mediators, media and unnamed
sources without a party belong to nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.positions.parties import PartyNames
from zopa.positions.words import stems, tokens_of

if TYPE_CHECKING:
    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement

OFFICES = stems(
    """
    official officials president premier chancellor minister secretary envoy spokesman spokeswoman
    spokesperson aide adviser advisor ambassador diplomat diplomats negotiator negotiators
    delegation delegate leader leaders chief commissioner representative chairman chairwoman chair
    director lawmaker government side team administration authorities ministry commission cabinet
    general commander king queen prince speaker allies ally union management employers board
    executive members army military counterpart deputy senator
    """
)
"""Words for people and bodies that speak for a party."""

OUTSIDERS = stems(
    """
    analyst analysts expert experts professor fellow researcher institute university think historian
    economist journalist correspondent reporter newspaper channel blogger commentator former ex
    centre media resident voter observer mediator broadcaster agency magazine outlet
    """
)
"""Words for people and bodies that speak about a party and not for it."""

_NEAR = 60


def party_of(statement: Statement, article: Article, case: Case) -> str | None:
    """The id of the party whose statement it is; None where the case is silent or names several."""
    parties = parties_of(statement, article, case)
    return parties[0] if len(parties) == 1 else None


def parties_of(statement: Statement, article: Article, case: Case) -> list[str]:
    """The parties a statement speaks for: several where a description joins them (``dockers and shippers``)."""
    names = names_of(case)
    if statement.speaker_kind == "narrator":
        return []
    if statement.speaker_kind == "person":
        return _of_person(statement, article, names)
    if statement.speaker_kind == "document":
        return names.parties_in(_as_titles(statement.speaker))
    description = statement.anonymous.description if statement.anonymous else statement.speaker
    return _of_description(description, names)


_CACHE: dict[int, tuple[Case, PartyNames]] = {}
_CACHED_CASES = 8


def names_of(case: Case) -> PartyNames:
    """The party names of a case, built once per case object."""
    kept = _CACHE.get(id(case))
    if kept is None or kept[0] is not case:
        if len(_CACHE) >= _CACHED_CASES:
            _CACHE.clear()
        kept = _CACHE[id(case)] = (case, PartyNames(case))
    return kept[1]


def _of_person(statement: Statement, article: Article, names: PartyNames) -> list[str]:
    listed = names.parties_in(statement.speaker)
    if listed:
        return listed[:1]
    for words in (statement.affiliation, statement.office):
        if words and not _is_outsider(words):
            described = names.parties_in(words)
            if len(described) == 1:
                return described
    return _of_introduction(statement.speaker, article, names)


def _of_introduction(speaker: str, article: Article, names: PartyNames) -> list[str]:
    """The party in the words that introduce a person: ``an Arvenian official`` after the name, or before it."""
    place = article.text.find(speaker)
    if place < 0 or not speaker.strip():
        return []
    before = re.split(r"[.;:!?,\n]", article.text[max(0, place - _NEAR) : place])[-1]
    after = article.text[place + len(speaker) : place + len(speaker) + _NEAR]
    apposition = re.match(r"\s*,\s*(?:an?|the)?\s*([^,.;:!?\n]+)", after)
    for words in (apposition.group(1) if apposition else "", before):
        described = _of_description(words, names) if _has_office(words) else []
        if len(described) == 1:
            return described
    return []


def _of_description(description: str, names: PartyNames) -> list[str]:
    """The parties of a described group: each named one, if the words are of office or nothing but the party's name."""
    if _is_outsider(description) or re.search(r"\b(?:close to|familiar with|briefed on|on|about)\b", description):
        return []
    title = description[:1].upper() + description[1:]
    parties = names.parties_in(title)
    if not parties or not (_has_office(title) or _is_bare_name(title, names)):
        return []
    return parties


def _has_office(words: str) -> bool:
    return any(token.stem in OFFICES for token in tokens_of(words))


def _is_outsider(words: str) -> bool:
    return any(token.stem in OUTSIDERS for token in tokens_of(words))


def _is_bare_name(words: str, names: PartyNames) -> bool:
    """Whether the words are names of parties and nothing else: ``the union``, ``Arvenians and Deltans``."""
    tokens = tokens_of(words)
    named = {index for mention in names.mentions(tokens) for index in range(mention.first, mention.last + 1)}
    return all(index in named or token.stem in {"the", "and", "both"} for index, token in enumerate(tokens))


def _as_titles(words: str) -> str:
    return words[:1].upper() + words[1:]
