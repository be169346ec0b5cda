"""Extents: what a text says of how much ground a party holds, sentence by sentence, with the words it says it in.

Read from attributed statements and from the outlet's own voice alike. A rule reads who holds (the party before a verb
of holding, or after *by*, *under*, *in the hands of*), how much (:mod:`~zopa.territory.amounts`), of which zone, when.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zopa.positions.parties import PartyNames
from zopa.positions.words import tokens_of
from zopa.statements.dates import said_on
from zopa.statements.sentences import sentences
from zopa.territory.amounts import Amount, amounts_in
from zopa.territory.holding import Deed, asset_held_in, held_in
from zopa.territory.zone_names import ZoneNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.case import Case
    from zopa.coverage import Article
    from zopa.coverage.article import Span
    from zopa.positions.words import Token
    from zopa.statements import Statement

_YEAR = re.compile(r"\b[Ii]n (?:early |late |mid-)?((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much ground a party is said to hold, or to have taken.

    ``zone`` is a zone of the case, ``land_of`` a party whose land is meant, ``asset`` what stands on ground. ``words``
    is the sentence in the article's text; ``speaker`` is ``narrator`` for the outlet itself. ``said`` is the amount in
    its own words. ``on`` is the day it is about, ``exact`` whether a day is said.
    """

    article: str
    doc: str
    outlet: str
    speaker: str
    statement: str | None
    words: Span
    holder: str
    zone: str | None
    land_of: str | None
    amount: Amount
    said: str
    deed: Deed
    on: date | None
    exact: bool
    asset: str | None = None


class ExtentReader:
    """Finds extents in articles of a case."""

    def __init__(self, case: Case) -> None:
        self._parties = PartyNames(case)
        self._zones = ZoneNames(case.territory)

    def read(self, article: Article, statements: Iterable[Statement] = ()) -> Iterator[Extent]:
        """The extents of an article in order; ``statements`` are those of the article, to say who said what.

        Cost: linear in the text.
        """
        said = [one for one in statements if one.article == article.id]
        for paragraph in article.paragraphs:
            for sentence in sentences(article.text, paragraph):
                yield from self._in_sentence(article, sentence, said)

    def _in_sentence(self, article: Article, sentence: Span, said: Sequence[Statement]) -> Iterator[Extent]:
        tokens = tokens_of(article.text, *sentence)
        mentions = self._parties.mentions(tokens)
        if not mentions:
            return
        amounts, places = amounts_in(tokens), self._zones.places(tokens, mentions)
        ends = [amount.first for amount in amounts[1:]] + [len(tokens)]
        found = [held_in(tokens, amount, end, mentions, places) for amount, end in zip(amounts, ends, strict=False)]
        found += [asset_held_in(tokens, place, mentions, places) for place in places if place.asset is not None]
        for read in found:
            if read is None:
                continue
            holder, place, deed, amount = read
            statement = _said_in(said, tokens[amount.first].start)
            on, exact = _day(sentence.of(article.text), statement, article.published)
            yield Extent(
                article.id,
                article.doc,
                article.outlet or article.doc,
                statement.speaker if statement else "narrator",
                statement.id if statement else None,
                sentence,
                holder,
                place.zone,
                place.land_of,
                amount,
                _amount_said(article.text, tokens, amount),
                deed,
                on,
                exact,
                place.asset,
            )


def _amount_said(text: str, tokens: Sequence[Token], amount: Amount) -> str:
    """*About four square miles*, *a fifth*; *all*, *almost all*, *not all* and *most* in these words."""
    if amount.unit == "share" and amount.value == 1:
        return "not all" if amount.high < 1 else "almost all" if amount.low < 1 else "all"
    words = " ".join(text[tokens[amount.begin].start : tokens[amount.last].end].split())
    return words.removesuffix(" of").removeprefix("the remaining ")


def _said_in(said: Sequence[Statement], at: int) -> Statement | None:
    """The statement whose content holds a character; where two do, the one with the shorter content."""
    holding = [one for one in said if any(span.start <= at < span.end for span in one.content)]
    return min(holding, key=lambda one: one.content[-1].end - one.content[0].start, default=None)


def _day(sentence: str, statement: Statement | None, published: date | None) -> tuple[date | None, bool]:
    """The day an extent is about: what its sentence says, else when it was said, else when it was published."""
    told = said_on(sentence, published)
    year = _YEAR.search(sentence)
    if told is not None:
        return _last_day(told.when, published), told.exact
    if year is not None:
        return _last_day(year[1], published), False
    if statement is not None and statement.said_on is not None:
        return _last_day(statement.said_on, published), False
    return published, False


def _last_day(when: str, published: date | None) -> date:
    """The last day of a day, month or year, or the day of publication where that came first."""
    parts = [int(part) for part in when.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
    return min(day, published) if published is not None else day
