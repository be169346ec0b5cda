"""Statements that the reader missed and a reviewer marked in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.ledger import find_quote
from zopa.statements import Statement
from zopa.statements.statement import statement_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from zopa.case import Case
    from zopa.coverage import Article, Span
    from zopa.ledger import Review
    from zopa.statements.statement import SpeakerKind


def added_statements(
    reviews: Iterable[Review], articles: Mapping[str, Article], known: Collection[str], case: Case
) -> tuple[Statement, ...]:
    """The statements that standing reviews say were missed, in their order, each once.

    Left out is one that the reader finds by now (``known`` are the ids of what it finds) and one whose words have no
    sure place in their article any more: that review is shown as having none.
    """
    found: dict[str, Statement] = {}
    for review in reviews:
        article = articles.get(review.target.article)
        if review.decision != "statement" or article is None:
            continue
        spans = [find_quote(quote, article.text) for quote in review.target.quotes]
        if not spans or None in spans:
            continue
        made = marked_statement(article, [span for span in spans if span], review.target.speaker, case)
        if made.id not in known:
            found.setdefault(made.id, made)
    return tuple(found.values())


def marked_statement(article: Article, content: Iterable[Span], speaker: str, case: Case) -> Statement:
    """The statement in words that a person marked: its day is unknown, and nobody doubts that it was made."""
    spans = tuple(content)
    return Statement(
        id=statement_id(article.id, spans),
        article=article.id,
        speaker=speaker,
        speaker_kind=_kind(speaker, case),
        relayed_via=(),
        anonymous=None,
        quote_type="indirect",
        content=spans,
        cue=(),
        source=(),
        said_on=None,
        said_on_exact=False,
        confidence=1.0,
    )


def _kind(speaker: str, case: Case) -> SpeakerKind:
    """A party of the case speaks as a group; anybody else is taken for a person."""
    names = {name.casefold() for party in case.parties for name in (party.id, party.name, *party.aliases)}
    return "group" if speaker.casefold() in names else "person"
