"""The grammar of holding: who holds, or took, how much of which ground, by the words of one sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from zopa.territory.amounts import Amount
from zopa.territory.extent_words import HANDS, HOLDING, NEGATED, NOT_SO, OF, SUPPOSED, TAKING
from zopa.territory.zone_names import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.positions.parties import Mention
    from zopa.positions.words import Token

Deed = Literal["holds", "took"]
"""Whether the words tell what is held, or what was taken at some time."""

_NEAR, _FAR, _RIGHT_BEHIND = 10, 24, 5


def held_in(
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


def asset_held_in(
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
