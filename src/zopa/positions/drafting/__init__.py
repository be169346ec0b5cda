"""Drafting a case from articles: parties, people and candidate issues, for the analyst to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.drafting.draft import Draft, DraftIssue, DraftOption, DraftParty, DraftPerson, Ground
from zopa.positions.drafting.issues import issues_from
from zopa.positions.drafting.parties import OBSERVER, parties_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement

__all__ = ["Draft", "DraftIssue", "DraftOption", "DraftParty", "DraftPerson", "Ground", "draft_case"]


def draft_case(articles: Sequence[Article], statements: Sequence[Statement]) -> Draft:
    """What articles suggest for a case file, from the reader's statements in them.

    What observers say (analysts, historians) makes no issue. Everything rests on words that are kept with it; nothing
    is proposed that only an outside source would know, except which adjectives and capitals belong to the states of
    the world. Every state and group is treated by the same rules.
    """
    parties, unplaced = parties_from(articles, statements)
    people = [person.name for party in parties for person in party.people] + [person.name for person in unplaced]
    names = [name for party in parties for name in (party.name, *party.aliases)] + people
    observers = {person.name for person in unplaced if person.unsure == OBSERVER}
    heard = [statement for statement in statements if statement.speaker not in observers]
    return Draft(parties, issues_from(articles, heard, names), unplaced)
