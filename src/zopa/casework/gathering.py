"""From the ledger to positions: a pure function of readings, case, reviews and date (law 1 of the house)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from zopa.case import load_case
from zopa.casework.added import added_statements
from zopa.coverage import about_days
from zopa.errors import NothingReadable
from zopa.ledger import Ledger, place_reviews, standing
from zopa.positions import (
    Evidence,
    apply_learning,
    apply_reviews,
    code_positions,
    learn,
    lessons_of,
    stands_on,
    with_people,
)
from zopa.statements import READER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.case import Case
    from zopa.casework.folder import CaseFolder
    from zopa.coverage import Article
    from zopa.ledger import Placed, Review
    from zopa.statements import Statement


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything known about a case as of a date. ``articles`` are by id; ``evidence`` is not yet cut at ``as_of``.

    ``coded`` is what the coder found, with what it learned from reviews of other statements; ``evidence`` is what the
    reviews themselves made of it; ``reviews`` are those that stand, each with
    its place among today's statements.
    """

    case: Case
    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    evidence: tuple[Evidence, ...]
    as_of: date
    coded: tuple[Evidence, ...] = ()
    reviews: tuple[Placed, ...] = ()

    @property
    def known(self) -> Gathered:
        """The part of it that was known on the day ``as_of``: articles published by then, and what was said by then.

        What carries no date at all cannot be placed in time and is kept.
        """
        articles = {id: found for id, found in self.articles.items() if (found.published or self.as_of) <= self.as_of}
        evidence = (found for found in self.evidence if found.article.id in articles)
        return replace(
            self,
            articles=articles,
            statements=tuple(found for found in self.statements if found.article in articles),
            evidence=tuple(found for found in evidence if (stands_on(found) or self.as_of) <= self.as_of),
        )


@dataclass(frozen=True, slots=True)
class Coded:
    """What the coder finds in the readings of a case before it has learned from any review: the costly part."""

    case: Case
    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    evidence: tuple[Evidence, ...]
    read_on: Mapping[str, date]


def gather(folder: CaseFolder, as_of: date | None = None, case: Case | None = None) -> Gathered:
    """Case, articles, statements and positions of a case, as the ledger holds them.

    To the people of the case are added those its articles introduce as speaking for one of its parties. ``case`` is the
    case where it has been loaded already.

    Errors: CaseError, LedgerError; NothingReadable where nothing has been read yet.
    """
    case = load_case(folder.path) if case is None else case
    articles, statements, read_on, reviews = _stored(folder)
    return reviewed(code(case, articles, statements, read_on), reviews, as_of)


def code(
    case: Case, articles: Mapping[str, Article], statements: tuple[Statement, ...], read_on: Mapping[str, date]
) -> Coded:
    """Code the statements of a case; the people its articles introduce are added to those of the case."""
    case = with_people(case, articles.values())
    return Coded(case, articles, statements, _coded(statements, articles, case), read_on)


def _coded(statements: Iterable[Statement], articles: Mapping[str, Article], case: Case) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(position, statement, articles[statement.article])
        for statement in statements
        for position in code_positions(statement, articles[statement.article], case)
    )


def reviewed(found: Coded, reviews: Sequence[Review], as_of: date | None = None) -> Gathered:
    """What the reviews of a ledger make of what was coded: learning first, then the decisions themselves."""
    found, stands = _with_added(found, reviews), standing(reviews)
    case, articles, statements, coded = found.case, found.articles, found.statements, found.evidence
    placed = place_reviews(stands, articles, statements)
    verdicts = [verdict for review in placed if (verdict := review.verdict) is not None]
    by_id = {statement.id: (statement, articles[statement.article]) for statement in statements}
    learned = learn(lessons_of(verdicts, coded, by_id, case))
    coded = apply_learning(coded, by_id, learned, case)
    evidence = apply_reviews(coded, verdicts, by_id, case) if verdicts else coded
    about = about_days(articles.values())
    evidence = tuple(
        replace(item, read_on=found.read_on.get(item.article.id), about=about.get(item.article.id)) for item in evidence
    )
    return Gathered(
        case, articles, statements, evidence, as_of or case.as_of or _latest(articles.values()), coded, placed
    )


def _with_added(found: Coded, reviews: Sequence[Review]) -> Coded:
    """With the statements that reviewers say were missed, each after those of its article."""
    known = {statement.id for statement in found.statements}
    added = added_statements(standing(reviews), found.articles, known, found.case)
    if not added:
        return found
    places = {id: place for place, id in enumerate(found.articles)}
    more = _coded(added, found.articles, found.case)
    return replace(
        found,
        statements=tuple(sorted((*found.statements, *added), key=lambda one: places[one.article])),
        evidence=tuple(sorted((*found.evidence, *more), key=lambda one: places[one.article.id])),
    )


Readings = tuple[dict[str, "Article"], tuple["Statement", ...], dict[str, "date"]]
"""Articles by id, statements, and the day each article without a date was first read."""


def stored_readings(ledger: Ledger) -> Readings:
    """The articles of a ledger, and the statements of the reading that counts for each."""
    articles = {article.id: article for article in ledger.articles()}
    statements = tuple(found for id in articles for found in ledger.statements_of(id, READER))
    undated = [id for id, article in articles.items() if article.published is None]
    read_on = {id: min(one.read_at for one in found).date() for id in undated if (found := ledger.readings_of(id))}
    return articles, statements, read_on


def _stored(
    folder: CaseFolder,
) -> tuple[dict[str, Article], tuple[Statement, ...], dict[str, date], tuple[Review, ...]]:
    if not folder.ledger.exists():
        raise NothingReadable(f"Nothing has been read for {folder.path} yet. Read it with: zopa read {folder.path}")
    with Ledger.open(folder.ledger) as ledger:
        return *stored_readings(ledger), ledger.reviews()


def _latest(articles: Iterable[Article]) -> date:
    """The day of the newest article; today where no article carries a date."""
    return max((article.published for article in articles if article.published), default=date.today())
