"""Whose statement it is: from the speaker's words to a party of the case, or to none.

The rule is conservative. A person belongs to the party that lists them, or to the party whose office the article gives
them in so many words; a group or an unnamed source only when its description is an office word with one party's name
(``a senior European official``); a document to the party whose name it carries, or to all that are
said to have signed it. Analysts, mediators, media and unnamed
sources without a party belong to nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.positions.descriptions import is_outsider, of_description, of_office
from zopa.positions.documents import is_shared, owners_of
from zopa.positions.introductions import introduced_as
from zopa.positions.parties import PartyNames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case.case import Case, Party
    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement


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
        named = names.parties_in(_as_titles(statement.speaker)) or _signers(statement, article, names)
        return named or list(owners_of(statement.speaker, article.text, names)) or _both(statement, article, case)
    description = statement.anonymous.description if statement.anonymous else statement.speaker
    return of_description(description, names)


_SIGNED = re.compile(
    r"^\s+(?:that\s+(?:was|were)\s+|which\s+(?:was|were)\s+)?(?:settled|agreed|signed|struck|reached|negotiated|concluded|"
    r"accepted|announced|approved)\b(?:\s+[\w-]+){0,3}?\s+(?:by|between)\s+(?P<who>[^,;.]{3,120})",
    re.IGNORECASE,
)


def _signers(statement: Statement, article: Article, names: PartyNames) -> list[str]:
    """The parties that the words behind a document name as having agreed on it: *the terms signed by X and Y*."""
    if not statement.source:
        return []
    match = _SIGNED.match(article.text[statement.source[-1].end : statement.source[-1].end + 200])
    found = names.parties_in(match["who"]) if match else []
    return found if len(found) > 1 else []


def _both(statement: Statement, article: Article, case: Case) -> list[str]:
    """The two signatories of a case that has two, for a text that parties share: no others can have agreed on it."""
    pair = list(case.signatories)
    return pair if len(pair) == _PAIR and is_shared(statement.speaker, article.text) else []


_PAIR = 2
_CACHE: dict[int, tuple[Sequence[Party], PartyNames]] = {}
_CACHED_CASES = 8


def names_of(case: Case) -> PartyNames:
    """The party names of a case, built once for all cases that share its parties, such as those of a replay."""
    parties = case.parties
    kept = _CACHE.get(id(parties))
    if kept is None or kept[0] is not parties:
        if len(_CACHE) >= _CACHED_CASES:
            _CACHE.clear()
        kept = _CACHE[id(parties)] = (parties, PartyNames(case))
    return kept[1]


def _of_person(statement: Statement, article: Article, names: PartyNames) -> list[str]:
    listed = names.parties_in(statement.speaker)
    if listed:
        return listed[:1]
    for words in (statement.affiliation, statement.office):
        if words and not is_outsider(words):
            described = names.parties_in(words) or of_office(words, names)
            if len(described) == 1:
                return described
    return list(_of_introduction(statement.speaker, article.text, names))


@lru_cache(maxsize=256)
def _of_introduction(speaker: str, text: str, names: PartyNames) -> tuple[str, ...]:
    """The party in the words that introduce a person, where the text first names them."""
    place = text.find(speaker)
    if place < 0 or not speaker.strip():
        return ()
    return tuple(introduced_as(text, place, place + len(speaker), names))


def _as_titles(words: str) -> str:
    return words[:1].upper() + words[1:]
