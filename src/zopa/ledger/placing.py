"""Where a review belongs today: its statement is found again by its words, or the review is shown as orphaned."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.ledger.anchor import find_quote
from zopa.positions.reviewed import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.coverage.article import Article, Span
    from zopa.ledger.anchor import Anchor, Quote
    from zopa.ledger.review import Review
    from zopa.positions.reviewed import Outcome
    from zopa.statements.statement import Statement

Standing = Literal["placed", "orphaned", "broken"]

_OUTCOMES: dict[str, Outcome] = {
    "accept": "accepted",
    "edit": "accepted",
    "add": "accepted",
    "reject": "rejected",
    "unsure": "unsure",
}

LEAST_OVERLAP = 0.5
"""The least share of words that a statement of another reading must have in common with the reviewed one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A review and where it belongs today.

    ``statement`` is the id of today's statement and ``words`` are the spans the reviewer marked. Where there is none,
    ``standing`` says whether the statement is gone (``orphaned``: its words still stand in the article) or the words
    are (``broken``), and ``why`` says it in words.
    """

    review: Review
    standing: Standing
    statement: str | None = None
    words: tuple[Span, ...] = ()
    why: str = ""

    @property
    def verdict(self) -> Verdict | None:
        """What it says about positions; None for a note and for a review that has no place."""
        review = self.review
        if self.statement is None or review.decision not in _OUTCOMES:
            return None
        outcome = _OUTCOMES[review.decision]
        return Verdict(self.statement, review.by, outcome, review.before, review.after, self.words)


def place_reviews(
    reviews: Iterable[Review], articles: Mapping[str, Article], statements: Iterable[Statement]
) -> tuple[Placed, ...]:
    """Place every review among today's statements, in the order given.

    1. A statement that still has the id it had (the same words of the same article) is the one.
    2. Else the words are looked for in the article, or, where the ledger has no such article, in every other
       (:func:`~zopa.ledger.anchor.find_quote`). Words found in no article, or in several, leave the review broken.
    3. The statement there that has most of its words in common is the one, if that is at least half of what both
       have together; between equals the one with the same speaker. Otherwise the review is orphaned.

    Nothing is guessed: what cannot be placed changes no position. Cost: linear in reviews and in the statements of
    their articles; step 2 in an unknown article is linear in all texts.
    """
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    known = {statement.id: statement for found in by_article.values() for statement in found}
    return tuple(_place(review, articles, by_article, known) for review in reviews)


def _place(
    review: Review,
    articles: Mapping[str, Article],
    by_article: Mapping[str, Sequence[Statement]],
    known: Mapping[str, Statement],
) -> Placed:
    target = review.target
    if target.statement in known and known[target.statement].article == target.article:
        return _with_words(review, target.statement, articles[target.article])
    found = _find_words(target, articles)
    if isinstance(found, str):
        return Placed(review, "broken", why=found)
    article, spans = found
    statement = _most_alike(target, spans, by_article.get(article.id, ()))
    if statement is None:
        return Placed(review, "orphaned", why=f"no statement read in {article.doc} has these words any more")
    return _with_words(review, statement.id, article)


def _with_words(review: Review, statement: str, article: Article) -> Placed:
    spans = _find_all(review.words, article.text)
    if spans is None:
        return Placed(review, "broken", why=f"the words that were marked do not stand in {article.doc}")
    return Placed(review, "placed", statement, spans)


def _find_words(target: Anchor, articles: Mapping[str, Article]) -> tuple[Article, tuple[Span, ...]] | str:
    """The article and the places of the reviewed words; or why there are none."""
    if not target.quotes:
        return "it does not say on which words it rests"
    own = articles.get(target.article)
    candidates = [own] if own is not None else list(articles.values())
    found = [(article, spans) for article in candidates if (spans := _find_all(target.quotes, article.text))]
    if len(found) == 1:
        return found[0]
    if found:
        return "its words stand in several articles"
    return f"its words do not stand in {own.doc} any more" if own else "its words stand in no article of this ledger"


def _find_all(quotes: Iterable[Quote], text: str) -> tuple[Span, ...] | None:
    spans = []
    for quote in quotes:
        span = find_quote(quote, text)
        if span is None:
            return None
        spans.append(span)
    return tuple(spans)


def _most_alike(target: Anchor, spans: Sequence[Span], statements: Sequence[Statement]) -> Statement | None:
    def likeness(statement: Statement) -> tuple[float, bool]:
        return _overlap(spans, statement.content), statement.speaker == target.speaker

    ranked = sorted(statements, key=likeness, reverse=True)
    if not ranked or likeness(ranked[0])[0] < LEAST_OVERLAP:
        return None
    if len(ranked) > 1 and likeness(ranked[0]) == likeness(ranked[1]):
        return None
    return ranked[0]


def _overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """How many characters two sets of spans have in common, as a share of what they cover together."""
    first = {place for span in one for place in range(*span)}
    second = {place for span in other for place in range(*span)}
    return len(first & second) / len(first | second) if first and second else 0.0
