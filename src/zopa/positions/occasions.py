"""Occasions: whether two articles pass on one and the same statement, said once, or two statements.

A public statement travels through many outlets, in its own words or in others'; an unnamed voice is known only through
the outlet it told. So named voices are followed from article to article, and unnamed ones inside one report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import words_of
from zopa.positions.claims import meanings_of
from zopa.positions.evidence import said_on_of
from zopa.positions.quantities import quantities_in
from zopa.positions.speakers import party_of
from zopa.positions.voice_names import known_people, person_named, voice_of_person
from zopa.positions.words import stems, tokens_of

if TYPE_CHECKING:
    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement

DAYS = 7
"""The most days between two tellings of one statement where nothing dates it in so many words."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of meanings in common, of the shorter statement's, from where on two statements are the same."""

    in_one_report: float = 0.3
    between_reports: float = 0.3


SHARES = Shares()

_DOCUMENTS = stems(
    "accord communique declaration document draft letter memo memorandum note outline paper plan proposal statement "
    "text treaty"
)
_QUOTED = re.compile(r"[“\"]([^”\"]{3,400})[”\"]")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its article, and the (party, issue, option, stance) it was coded as, if any."""

    statement: Statement
    article: Article
    coded: frozenset[tuple[str, str, str, str]] = frozenset()

    @property
    def words(self) -> str:
        """What was said."""
        return words_of(self.statement.content, self.article.text, " ")


def same_statement(one: Said, other: Said, case: Case, *, one_report: bool, shares: Shares = SHARES) -> bool:
    """Whether two statements of different articles are one, passed on twice. ``one_report``: so are the articles.

    1. Two people with different names, or two figures of one unit that differ, are two statements.
    2. In copies and rewrites of one report: the same where the words, or what they were coded as, are in common.
    3. Else a named voice is needed, of a person or of a document of one party: the same where both name it, within
       ``DAYS`` days, and quotation, words or coding are in common. What unnamed voices tell two outlets stays apart,
       and so does what two outlets say themselves.

    Cost: linear in the words.
    """
    if _figures_differ(one, other):
        return False
    people, others = voices(one.statement, case), voices(other.statement, case)
    if one_report:
        if people and others and not people & others:
            return False
        return _in_common(one, other, shares.in_one_report)
    if not _near(one, other):
        return False
    if people & others:
        return _in_common(one, other, shares.between_reports) or _same_quotation(one, other)
    return _one_document(one, other, case) and _in_common(one, other, shares.between_reports)


def voices(statement: Statement, case: Case) -> frozenset[str]:
    """The people a statement comes from or through: the speaker, and whoever passed it on, if named."""
    people = known_people(case)
    names = [statement.speaker] if statement.speaker_kind in ("person", "group") else []
    found = {person_named(name, people) for name in (*names, *statement.relayed_via)}
    if statement.speaker_kind == "person":
        found.add(voice_of_person(statement.speaker, people))
    return frozenset(name for name in found if name)


def _in_common(one: Said, other: Said, share: float) -> bool:
    """Whether what was said is in common: an option of one party, or enough of the meanings of the words."""
    if {key[:3] for key in one.coded} & {key[:3] for key in other.coded}:
        return True
    mine, theirs = meanings_of(one.words), meanings_of(other.words)
    shared = len(mine & theirs)
    return shared >= 2 and shared >= share * min(len(mine), len(theirs))


def _same_quotation(one: Said, other: Said) -> bool:
    """Whether both quote the same words."""
    mine, theirs = _quoted(one), _quoted(other)
    return bool(mine & theirs)


def _quoted(said: Said) -> frozenset[str]:
    whole = [said.words] if said.statement.quote_type == "direct" else []
    parts = (*whole, *_QUOTED.findall(said.words))
    return frozenset(" ".join(token.text.lower() for token in tokens_of(part) if token.is_word) for part in parts)


def _figures_differ(one: Said, other: Said) -> bool:
    """Whether both give figures of one unit, and none of them agrees."""
    mine, theirs = _figures(one.words), _figures(other.words)
    return any(not mine[unit] & theirs[unit] for unit in mine.keys() & theirs.keys())


def _figures(words: str) -> dict[str, set[float]]:
    """The figures that have a unit or a noun to count, by it. A duration ago is no claim of the statement."""
    found: dict[str, set[float]] = {}
    for quantity in quantities_in(tokens_of(words)):
        unit = quantity.kind or (quantity.nouns[0] if quantity.nouns else None)
        if unit is not None and not quantity.past:
            found.setdefault(unit, set()).add(quantity.value)
    return found


def _near(one: Said, other: Said) -> bool:
    days = [said_on_of(said.statement, said.article) for said in (one, other)]
    if days[0] is None or days[1] is None:
        return True
    return abs((days[0] - days[1]).days) <= DAYS


def _one_document(one: Said, other: Said, case: Case) -> bool:
    """Whether both are read from a document, and no two parties' documents."""
    if not (_is_document(one.statement) and _is_document(other.statement)):
        return False
    owners = {party for said in (one, other) if (party := party_of(said.statement, said.article, case)) is not None}
    return len(owners) <= 1


def _is_document(statement: Statement) -> bool:
    if statement.speaker_kind == "document":
        return True
    words = [token.stem for token in tokens_of(statement.speaker) if token.is_word]
    return statement.speaker_kind == "group" and words != [] and words[-1] in _DOCUMENTS
