"""Priorities as plain rows: a guess from each side's own words, and what it says in so many words; in no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.coverage.article import words_of
from zopa.positions import party_of
from zopa.positions.comparisons import comparisons_in, issue_words
from zopa.positions.priorities import priorities

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from zopa.casework.gathering import Gathered
    from zopa.positions.comparisons import Comparison

LEAST_ISSUES = 2
"""A guess is made only about a party whose own words name at least so many issues."""


def priority_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row a comparison that a party states, one guess a party, in the order of the case's parties.

    ``order`` goes from the most to the least cared for and holds only issues that the party speaks of; ``basis`` is
    "stated" or "guess", ``confidence`` the probability of the whole order (a guess) or None.
    """
    known = gather(case_folder(path), as_of).known
    stated = [
        found
        for statement in known.statements
        for found in comparisons_in(statement, known.articles[statement.article], known.case)
    ]
    spoken = _own_words(known)
    rows = []
    for party in known.case.parties:
        rows += [_stated(one, known) for one in stated if one.party == party.id]
        rows += _guessed(party.id, spoken.get(party.id, []), known)
    return rows


def _own_words(known: Gathered) -> dict[str, list[str]]:
    """What each party's people are quoted as saying, or say in a transcript, in text order."""
    found: dict[str, list[str]] = {}
    for statement in known.statements:
        article = known.articles[statement.article]
        if statement.quote_type != "direct" and article.text_kind != "transcript":
            continue
        party = party_of(statement, article, known.case)
        if party is not None:
            found.setdefault(party, []).append(" ".join(words_of(statement.content, article.text, " ").split()))
    return found


def _guessed(party: str, utterances: list[str], known: Gathered) -> list[dict[str, Any]]:
    said = " ".join(utterances).lower()
    names = {issue: words for issue, words in issue_words(known.case).items() if any(word in said for word in words)}
    if len(names) < LEAST_ISSUES:
        return []
    found = priorities(utterances, names)
    return [
        {
            "party": party,
            "basis": "guess",
            "order": list(found.order),
            "confidence": found.confidence,
            "utterances": len(utterances),
            "words": None,
            "statement": None,
        }
    ]


def _stated(one: Comparison, known: Gathered) -> dict[str, Any]:
    statement = next(found for found in known.statements if found.id == one.statement)
    words = words_of(statement.content, known.articles[statement.article].text, " ")
    return {
        "party": one.party,
        "basis": "stated",
        "order": [one.more, one.less],
        "confidence": None,
        "utterances": 1,
        "words": " ".join(words.split()),
        "statement": one.statement,
    }
