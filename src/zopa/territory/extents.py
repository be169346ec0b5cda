"""Extents: what a text says of how much ground a party holds, sentence by sentence, with the words it says it in.

Read from attributed statements and from the outlet's own voice alike. A rule reads who holds (the party before a verb
of holding, or after *by*, *under*, *in the hands of*), how much (:mod:`~zopa.territory.amounts`), of which zone, when.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from zopa.positions.parties import PartyNames
from zopa.positions.words import tokens_of
from zopa.statements.dates import said_on
from zopa.statements.sentences import sentences
from zopa.territory.amounts import Amount, amounts_in
from zopa.territory.extent_words import HANDS, HOLDING, NEGATED, NOT_SO, OF, SUPPOSED, TAKING
from zopa.territory.zone_names import Place, ZoneNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.case import Case
    from zopa.coverage import Article
    from zopa.coverage.article import Span
    from zopa.positions.parties import Mention
    from zopa.positions.words import Token
    from zopa.statements import Statement

Deed = Literal["holds", "took"]
"""Whether the words tell what is held, or what was taken at some time."""

_NEAR, _FAR, _RIGHT_BEHIND = 10, 24, 5
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
        found = [_read(tokens, amount, end, mentions, places) for amount, end in zip(amounts, ends, strict=False)]
        found += [_asset_held(tokens, place, mentions, places) for place in places if place.asset is not None]
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


def _read(
    tokens: Sequence[Token], amount: Amount, until: int, mentions: Sequence[Mention], places: Sequence[Place]
) -> tuple[str, Place, Deed, Amount] | None:
    """Who holds how much of what by an amount's place in its sentence; None where the words do not say."""
    held = _holder_before(tokens, amount, mentions, places) or _holder_behind(tokens, amount, until, mentions)
    if held is None:
        return None
    holder, deed, first, last = held
    between = {token.text.lower() for token in tokens[first : max(last, amount.first)]}
    place = _place(tokens, amount, until, mentions, places, deed)
    if place is None or between & NOT_SO or holder == place.land_of:
        return None
    if between & NEGATED or any(token.text.lower().endswith(("n't", "n’t")) for token in tokens[first : amount.first]):
        if amount.low < 1.0 or amount.unit != "share":
            return None
        amount = replace(amount, low=0.0, high=0.999, hedges=("less",))
    return holder, place, deed, amount


def _asset_held(
    tokens: Sequence[Token], place: Place, mentions: Sequence[Mention], places: Sequence[Place]
) -> tuple[str, Place, Deed, Amount] | None:
    """*Arvenia controls the power station*: an asset right behind a verb of holding, wholly."""
    whole = Amount("share", 1.0, 1.0, 1.0, 0.0, (), place.first, place.last, place.first)
    held = _holder_before(tokens, whole, mentions, places)
    if held is None or place.first - held[3] > _RIGHT_BEHIND:
        return None
    between = {token.text.lower() for token in tokens[held[2] : place.first]}
    return None if between & (NOT_SO | NEGATED) else (held[0], place, held[1], whole)


def _holder_before(
    tokens: Sequence[Token], amount: Amount, mentions: Sequence[Mention], places: Sequence[Place]
) -> tuple[str, Deed, int, int] | None:
    """*Arvenia occupies a fifth*, *fully controls the north*: the party before the verb, and where both stand."""
    window = [*range(min(amount.last + 2, len(tokens) - 1), amount.last, -1), *range(amount.first - 1, -1, -1)]
    for index in window:
        word = tokens[index].text.lower()
        if word in (";", "—") or amount.first - index > _FAR:
            return None
        if word not in HOLDING | TAKING:
            continue
        if index > amount.last and not _adverb(tokens, amount):
            continue
        subject = _subject(tokens, index, mentions, places)
        if subject is None or SUPPOSED & {token.text.lower() for token in tokens[max(0, subject.first - 3) : index]}:
            return None
        perfect = {token.text.lower() for token in tokens[subject.last + 1 : index]} & {"has", "have", "had", "already"}
        taking = word in TAKING and not (perfect and amount.unit == "share")
        return subject.party, "took" if taking else "holds", subject.last + 1, index
    return None


def _adverb(tokens: Sequence[Token], amount: Amount) -> bool:
    return tokens[amount.last].text.lower().endswith("ly")


def _subject(
    tokens: Sequence[Token], verb: int, mentions: Sequence[Mention], places: Sequence[Place]
) -> Mention | None:
    """The nearest party before a verb that is not itself the ground spoken of."""
    ground = {place.first for place in places if _is_said_of(tokens, place)}
    before = [one for one in mentions if one.last < verb and one.first not in ground]
    return before[-1] if before else None


def _holder_behind(
    tokens: Sequence[Token], amount: Amount, until: int, mentions: Sequence[Mention]
) -> tuple[str, Deed, int, int] | None:
    """*A fifth is under Arvenian control*, *in the hands of*, *held by*, *that A holds*: the party after the amount."""
    for mention in mentions:
        if not amount.last < mention.first < min(until, amount.last + _FAR):
            continue
        before = [token.text.lower() for token in tokens[max(amount.last, mention.first - 4) : mention.first]]
        after = [token.text.lower() for token in tokens[mention.last + 1 : mention.last + 4]]
        held_by = "by" in before and {"held", "controlled", "occupied", "ruled", "administered"} & set(before)
        in_hands = {"under", "in"} & set(before) and (HANDS & set(after[:2]) or "hands" in before)
        relative = {"that", "which"} & set(before[-1:]) and HOLDING & set(after)
        if held_by or in_hands or relative:
            return mention.party, "holds", mention.last + 1, mention.last + 1
    return None


def _place(
    tokens: Sequence[Token],
    amount: Amount,
    until: int,
    mentions: Sequence[Mention],
    places: Sequence[Place],
    deed: Deed,
) -> Place | None:
    """The ground an amount is of: named after it (the narrowest of *of A's land in B*), else before it."""
    places = [place for place in places if place.asset is None]
    behind = [place for place in places if amount.last < place.first < until and place.first - amount.last <= _NEAR + 4]
    if behind:
        inner = [place for place in behind[1:] if _is_within(tokens, behind[0], place)]
        return inner[0] if behind[0].zone is None and inner else behind[0]
    if deed == "took":
        for mention in mentions:
            if amount.last < mention.first < until and tokens[mention.first - 1].text.lower() == "from":
                return Place(None, mention.party, mention.first, mention.last)
    near = [place for place in places if place.zone is not None and 0 < amount.first - place.last <= _NEAR]
    before = [place for place in near if _is_said_of(tokens, place) or _is_said_by(tokens, place, amount)]
    return before[-1] if before else None


def _is_within(tokens: Sequence[Token], land: Place, place: Place) -> bool:
    """Whether a zone is named as the place of a land: *of A's land in the north*, not *of A, including the north*."""
    between = tokens[land.last + 1 : place.first]
    return place.zone is not None and all(token.is_word for token in between) and _is_said_of(tokens, place)


def _is_said_by(tokens: Sequence[Token], place: Place, amount: Amount) -> bool:
    """Whether an adverb says it of a place right before: *The north is almost entirely in A's hands*."""
    between = {token.text.lower() for token in tokens[place.last + 1 : amount.begin]}
    return _adverb(tokens, amount) and bool(between & {"is", "are", "was", "remains", "remain"}) and len(between) <= 2


def _is_said_of(tokens: Sequence[Token], place: Place) -> bool:
    """Whether a preposition stands before a place: *In the north, A holds half*, *in the western fells*."""
    before = [token.text.lower() for token in tokens[max(0, place.first - 3) : place.first]]
    while before and before[-1] not in OF and (before[-1] == "the" or before[-1].endswith("ern")):
        before.pop()
    return bool(before) and before[-1] in OF


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
