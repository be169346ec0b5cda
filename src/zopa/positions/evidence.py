"""Evidence: a position with the statement and the article it was read from, and what follows from the three."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zopa.positions.speakers import parties_of

if TYPE_CHECKING:
    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.position import Position
    from zopa.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Evidence:
    """One coded position and where it comes from.

    ``about`` is about when an article without a day was published, as far as its place among dated ones tells, and
    ``read_on`` the day it was first read: both order and age what has no date of its own, and neither is its date.
    """

    position: Position
    statement: Statement
    article: Article
    read_on: date | None = None
    about: date | None = None


def said_on(evidence: Evidence) -> date | None:
    """The day the evidence's statement counts from: see :func:`said_on_of`."""
    return said_on_of(evidence.statement, evidence.article)


def stands_on(evidence: Evidence) -> date | None:
    """The day by which evidence is put in order: that of :func:`said_on`, else about when its article was published."""
    return said_on(evidence) or evidence.about


def said_on_of(statement: Statement, article: Article) -> date | None:
    """The day a statement counts from.

    1. The statement's own date. A month stands for its last day, because nothing said within it is later; but a
       statement cannot be younger than the article that reports it, so the day of publication caps it.
    2. Else the day the article was published.
    3. Else None: the caller must flag it.
    """
    stated, published = statement.said_on, article.published
    if stated is None:
        return published
    day = _last_day(stated)
    if day is None or published is None:
        return day or published
    return min(day, published) if _is_month(stated) else day


def is_dated(evidence: Evidence) -> bool:
    """Whether the day of :func:`said_on` is stated in the words, and not taken from the publication or missing."""
    stated = evidence.statement.said_on
    return stated is not None and evidence.statement.said_on_from != "published" and _last_day(stated) is not None


def spoken_for_party(evidence: Evidence, case: Case) -> bool:
    """Whether the speaker speaks for the party the position is coded under.

    So does a text that several parties signed for each of them. False for an analyst, a rival, an unnamed source or the
    outlet itself: such a report counts as one relay more.
    """
    return evidence.position.party in parties_of(evidence.statement, evidence.article, case)


def relays(evidence: Evidence, case: Case) -> int:
    """How many relays the words went through (docs: mathematics, step 2): one a link, one for a second-hand voice."""
    return len(evidence.statement.relayed_via) + (not spoken_for_party(evidence, case))


def _is_month(text: str) -> bool:
    return len(text) == len("2025-04")


def _last_day(text: str) -> date | None:
    try:
        if not _is_month(text):
            return date.fromisoformat(text)
        year, month = int(text[:4]), int(text[5:7])
        return date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:
        return None
