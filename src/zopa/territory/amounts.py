"""Amounts of ground in words: an area, a share, or all, most and none of it, with the hedge put on them.

Rules are about the English of news writing in general; none knows a place or a party.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from zopa.positions.numerals import number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.positions.words import Token

Unit = Literal["km2", "share"]
Hedge = Literal["about", "only", "almost", "less", "more", "least", "most"]

KM2 = {"kilometre": 1.0, "kilometer": 1.0, "km": 1.0, "mile": 2.589988110336, "mi": 2.589988110336}
PLAIN_UNITS = {"hectare": 0.01, "ha": 0.01, "acre": 0.0040468564224, "km²": 1.0, "sqkm": 1.0}
SQUARE = frozenset({"square", "sq"})
PER_CENT = frozenset({"%", "percent", "percentage"})

FRACTIONS = {
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "seventh": 1 / 7, "eighth": 0.125,
    "ninth": 1 / 9, "tenth": 0.1,
}  # fmt: skip
_ONES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "nine": 9}
COMMON = tuple(sorted({top / bottom for bottom in (2, 3, 4, 5, 10) for top in range(1, bottom)} | {0.0, 1.0}))
"""The fractions people round to: halves, thirds, quarters, fifths and tenths."""

_HEDGE_WORDS: dict[Hedge, str] = {
    "about": "about|around|roughly|approximately|some|an estimated|close to|more or less",
    "almost": "almost|nearly|virtually|practically|just under|just short of",
    "less": "less than|under|fewer than|below",
    "more": "more than|over|above|just over|upwards of|exceeding",
    "least": "at least|no less than|a minimum of",
    "most": "at most|up to|no more than|as much as",
    "only": "only|just|a mere|merely",
}
_WHOLE_WORDS = "all of|the whole of|the entirety of|the entire|the whole|every inch of|every part of"


def _phrases(words: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in words.split("|"))


_HEDGES = {hedge: _phrases(words) for hedge, words in _HEDGE_WORDS.items()}
_WHOLE = _phrases(_WHOLE_WORDS)
_FULLY = frozenset({"fully", "entirely", "completely", "wholly", "totally"})
_MOST = _phrases("most of|the bulk of|the majority of|the greater part of")
_SOME = _phrases(
    "parts of|part of|a part of|large parts of|some parts of|sections of|areas of|swathes of|pockets of|chunks of"
)

ALMOST_ALL, MOST_FROM, SOME = 0.9, 0.5, 0.0005


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at tokens ``first`` to ``last``: from ``low`` to ``high`` in its unit, km2 or a share 0 to 1.

    ``value`` is the number as said; ``rounding`` is how far the truth may lie from it and still be said so. ``begin``
    is the first token of its hedges.
    """

    unit: Unit
    value: float
    low: float
    high: float
    rounding: float
    hedges: tuple[Hedge, ...]
    first: int
    last: int
    begin: int = 0


def amounts_in(tokens: Sequence[Token]) -> list[Amount]:
    """The amounts of ground in a token sequence, in order; an area in brackets that repeats the one before is left out.

    Cost: linear in the tokens.
    """
    found: list[Amount] = []
    index = 0
    while index < len(tokens):
        amount = _whole_at(tokens, index) or _fraction_at(tokens, index) or _number_at(tokens, index)
        if amount is None:
            index += 1
            continue
        if not (found and _converts(tokens, found[-1], amount)):
            found.append(amount)
        index = amount.last + 1
    return found


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text.lower() if 0 <= index < len(tokens) else ""


def _phrase(tokens: Sequence[Token], index: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many tokens of one of the phrases begin at a token; 0 for none."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if all(_word(tokens, index + step) == word for step, word in enumerate(phrase)):
            return len(phrase)
    return 0


def _number_at(tokens: Sequence[Token], index: int) -> Amount | None:
    read = number_at(list(tokens), index)
    if read is None:
        return None
    number, last = read
    factor, end = _area_unit(tokens, last + 1)
    if factor is not None:
        rounding = _rounding(tokens, index, number) * factor
        return _hedged(tokens, Amount("km2", number * factor, 0, 0, rounding, (), index, end))
    sign = _per_cent(tokens, last + 1)
    if sign is None or not 0 <= number <= 100:
        return None
    return _hedged(tokens, Amount("share", number / 100, 0, 0, _share_rounding(tokens, index, number), (), index, sign))


def _share_rounding(tokens: Sequence[Token], index: int, number: float) -> float:
    """How far a share in per cent is rounded: people round to tens and fives, a quarter of either each way."""
    if number > 0 and number % 5 == 0:
        return 0.025 if number % 10 == 0 else 0.0125
    return _rounding(tokens, index, number) / 100


def _area_unit(tokens: Sequence[Token], index: int) -> tuple[float | None, int]:
    word = _word(tokens, index)
    if word in SQUARE:
        index += 1 + (_word(tokens, index + 1) == ".")
        return KM2.get(_word(tokens, index).rstrip("s")), index
    if word == "km" and _word(tokens, index + 1) == "2":
        return 1.0, index + 1
    return PLAIN_UNITS.get(word, PLAIN_UNITS.get(word.rstrip("s"))), index


def _per_cent(tokens: Sequence[Token], index: int) -> int | None:
    if _word(tokens, index) in PER_CENT:
        return index
    return index + 1 if (_word(tokens, index), _word(tokens, index + 1)) == ("per", "cent") else None


def _rounding(tokens: Sequence[Token], index: int, number: float) -> float:
    """Half a unit of the last digit that is not a trailing zero: 50 for 9,100, 0.5 for 75; for a word, half of one."""
    digits = tokens[index].text.replace(",", "")
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.partition(".")[2])
    whole = f"{number:.0f}"
    return 0.5 * 10.0 ** (len(whole) - len(whole.rstrip("0"))) if number >= 1 else 0.5


def _fraction_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """*A fifth of*, *two thirds of*, *half of*, *three-quarters of*."""
    top, place = _ONES.get(_word(tokens, index)), index + 1
    word = _word(tokens, place).removesuffix("s") if top else _word(tokens, index)
    if top is None:
        if word != "half":
            return None
        top, place = 1, index
    if word == "halve" or word not in FRACTIONS or _word(tokens, place + 1) not in ("of", "the"):
        return None
    value = top * FRACTIONS[word]
    if value > 1:
        return None
    return _hedged(tokens, Amount("share", value, 0, 0, _to_the_next(value), (), index, place))


def _to_the_next(value: float) -> float:
    """Half the way from a fraction to the nearest other one that people would have said."""
    return min(abs(value - other) for other in COMMON if abs(value - other) > 1e-9) / 2


def _whole_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """*All of*, *the entire*, *most of*, *parts of*; *fully controls* is the same said of the verb."""
    length = _phrase(tokens, index, _WHOLE) or (1 if _word(tokens, index) in _FULLY else 0)
    if length:
        hedged = _hedged(tokens, Amount("share", 1.0, 1.0, 1.0, 0.01, (), index, index + length - 1))
        low = ALMOST_ALL if "almost" in hedged.hedges else 1.0
        return replace(hedged, low=low, high=1.0, rounding=0.01)
    for phrases, low, high in ((_MOST, MOST_FROM, 1.0), (_SOME, SOME, 1 - SOME)):
        length = _phrase(tokens, index, phrases)
        if length:
            return Amount("share", low, low, high, 0.0, (), index, index + length - 1, index)
    return None


def _hedged(tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount with the hedges before it, and the interval that they leave."""
    hedges: list[Hedge] = []
    end = amount.first
    while (found := _hedge_before(tokens, end)) is not None:
        hedges.append(found[0])
        end -= found[1]
    top = 1.0 if amount.unit == "share" else float("inf")
    rounding = amount.rounding * (2 if {"about", "almost"} & set(hedges) else 1)
    low, high = amount.value, amount.value
    for hedge in hedges:
        if hedge in ("less", "most"):
            low = 0.0
        elif hedge in ("more", "least"):
            high = top
        elif hedge == "almost":
            low = max(0.0, amount.value - rounding)
    return Amount(amount.unit, amount.value, low, high, rounding, tuple(hedges), amount.first, amount.last, end)


def _hedge_before(tokens: Sequence[Token], end: int) -> tuple[Hedge, int] | None:
    """The hedge that ends right before a token, the longest first, and how many tokens it has."""
    ending = [
        (hedge, len(phrase))
        for hedge, phrases in _HEDGES.items()
        for phrase in phrases
        if end >= len(phrase) and _phrase(tokens, end - len(phrase), (phrase,))
    ]
    return max(ending, key=lambda pair: pair[1], default=None)


def _converts(tokens: Sequence[Token], before: Amount, amount: Amount) -> bool:
    """Whether an area in brackets says the one before it again in another unit."""
    between = [token.text for token in tokens[before.last + 1 : amount.first]]
    return before.unit == amount.unit == "km2" and "(" in between[:1] and abs(amount.value / before.value - 1) < 0.1


def nearest_fraction(share: float) -> float:
    """The common fraction a share is nearest to."""
    return min(COMMON, key=lambda fraction: abs(fraction - share))
