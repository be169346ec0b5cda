"""Quantities: the numbers of a text, in digits or in words, with their units and the bounds put on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from zopa.positions.lexicon import STOP_WORDS
from zopa.positions.numerals import number_at
from zopa.positions.units import (
    CURRENCIES,
    MONEY_WORDS,
    SHORT_MULTIPLIERS,
    SPANS,
    UNITS,
    quantity_name,
)
from zopa.positions.words import Term, stem, stems

if TYPE_CHECKING:
    from zopa.positions.words import Token

Bound = Literal["above", "below", "at_least", "at_most", "between", "from"]
"""More than it, less than it, it or more, it or less, between it and the next number, and away from it."""

_LEAST_ALONE = 4
_WIDEST = 4
_MOVING, _STAYING = stems("budge move shift depart"), stems("not never refuse cannot")
_PHRASES: dict[Bound, str] = {
    "at_most": "no more than|not more than|no higher than|no longer than|at most|at the most|no larger than|not beyond"
    "|not above|not exceed",
    "at_least": "no less than|not less than|no fewer than|no lower than|at least|a minimum of|minimum of|floor of"
    "|not below|not under",
    "above": "more than|higher than|greater than|larger than|longer than|bigger than|above|over|beyond|exceed"
    "|in excess of",
    "below": "less than|lower than|fewer than|smaller than|shorter than|below|under|short of",
    "between": "between|anywhere between",
    "from": "from",
}
_LEADING: tuple[tuple[tuple[str, ...], Bound], ...] = tuple(
    (tuple(stem(word) for word in phrase.split()), bound)
    for bound, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
)
_TRAILING: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("or", "more"), "at_least"),
    (("or", stem("above")), "at_least"),
    (("at", "least"), "at_least"),
    (("or", stem("less")), "at_most"),
    (("or", stem("fewer")), "at_most"),
    (("at", "most"), "at_most"),
    (("at", "the", "most"), "at_most"),
    (("maximum",), "at_most"),
)
_FILLERS = stems("a an the some about around roughly nearly almost just only of even another")
_JOINING = stems("to and or") | {"–", "—", "-"}
_PAST = stems("ago earlier later old before after")
_STOPS = frozenset(stem(word) for word in STOP_WORDS)
_FURTHER = stems("more further additional extra")
_ANYTHING = stems("anything nothing everything something not no")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: tokens ``first`` to ``last``; ``kind`` of measure, or None; the nouns right after it.

    ``value`` counts in the first unit of its kind (months, days, tonnes). ``number`` is the number as it stands.
    """

    value: float
    number: float
    kind: str | None
    first: int
    last: int
    nouns: tuple[str, ...] = ()
    bound: Bound | None = None
    past: bool = False


def quantities_in(tokens: list[Token]) -> list[Quantity]:
    """The quantities of a token sequence, in order.

    1. Numbers in digits and words (*7.5*, *seven and a half*, *120 thousand*), each with the unit behind it, the
       currency before it, or the unit of the number it is joined to (*between 4 and 6 per cent*).
    2. The bound before or behind it (*no more than*, *or less*).

    Cost: linear in the tokens.
    """
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        read = number_at(tokens, index)
        if read is None:
            found.extend(_share_at(tokens, index))
            index += 1
        else:
            found.append(_with_unit(tokens, index, *read))
            index = found[-1].last + 1
    return [_bounded(tokens, quantity) for quantity in _sharing_units(tokens, found)]


def quantity_terms(tokens: list[Token]) -> list[Term]:
    """The quantities as terms: with their unit; without one, alone and with the noun behind them."""
    terms = []
    for found in quantities_in(tokens):
        if found.kind is not None:
            terms.append(Term(quantity_name(found.value, found.kind), found.first, found.last))
            continue
        if tokens[found.first].text[0].isdigit() or found.number >= _LEAST_ALONE:
            terms.append(Term(quantity_name(found.number, None), found.first, found.last))
        if found.nouns:
            terms.append(Term(quantity_name(found.number, found.nouns[0]), found.first, found.last + 1))
    return terms


def _share_at(tokens: list[Token], index: int) -> list[Quantity]:
    """*Half of* something, as 50 per cent."""
    whole = tokens[index].text.lower() == "half" and index + 1 < len(tokens) and tokens[index + 1].stem in ("of", "the")
    return [Quantity(50.0, 50.0, "%", index, index)] if whole else []


def _with_unit(tokens: list[Token], first: int, value: float, last: int) -> Quantity:
    """A number with the currency before it, or the unit or the nouns behind it."""
    if first and tokens[first - 1].text in CURRENCIES:
        following = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
        if following in SHORT_MULTIPLIERS:
            value, last = value * SHORT_MULTIPLIERS[following], last + 1
        return Quantity(value, value, CURRENCIES[tokens[first - 1].text], first - 1, last)
    if last + 1 < len(tokens) and tokens[last + 1].text in SHORT_MULTIPLIERS:
        nearest = _unit_at(tokens, last + 2)
        if nearest is not None and nearest[0] in CURRENCIES.values():
            amount = value * SHORT_MULTIPLIERS[tokens[last + 1].text]
            return Quantity(amount, amount, nearest[0], first, nearest[2])
    unit = _unit_at(tokens, last + 1) or (_unit_at(tokens, last + 2) if _is_more(tokens, last + 1) else None)
    if unit is not None:
        kind, factor, end = unit
        past = kind in SPANS and end + 1 < len(tokens) and tokens[end + 1].stem in _PAST
        return Quantity(round(value * factor, 6), value, kind, first, end, past=past)
    nouns = []
    for token in tokens[last + 1 : last + 3]:
        if not token.text[0].isalpha() or token.stem in _STOPS:
            break
        nouns.append(token.stem)
    return Quantity(value, value, None, first, last, tuple(nouns))


def _is_more(tokens: list[Token], index: int) -> bool:
    """Whether *more* or its like stands between a number and its unit: *ten more years*, *two extra days*."""
    return index < len(tokens) and tokens[index].stem in _FURTHER


def _unit_at(tokens: list[Token], index: int) -> tuple[str, float, int] | None:
    """The unit that begins at a token, with its factor and last token."""
    following = tokens[index : index + 2]
    if not following:
        return None
    if following[0].text.lower() == "per" and len(following) > 1 and following[1].text.lower() == "cent":
        end = index + 1
        return "%", 1.0, end
    if following[0].text.lower() in MONEY_WORDS and len(following) > 1 and following[1].stem in UNITS:
        kind, factor = UNITS[following[1].stem]
        return kind, factor, index + 1
    if following[0].stem in UNITS:
        kind, factor = UNITS[following[0].stem]
        return kind, factor, index
    return None


def _sharing_units(tokens: list[Token], found: list[Quantity]) -> list[Quantity]:
    """Gives a bare number the unit of the one it is joined to: *4 or 5 per cent*, *from 3 to 5 years*, *from seven
    days a week to five*.
    """
    shared = list(found)
    for place in range(len(shared) - 2, -1, -1):
        this, following = shared[place], shared[place + 1]
        between = tokens[this.last + 1 : following.first]
        if this.kind is None and following.kind is not None and len(between) == 1 and between[0].stem in _JOINING:
            factor = following.value / following.number if following.number else 1.0
            shared[place] = replace(this, value=this.number * factor, kind=following.kind)
        elif (
            this.kind is not None and following.kind is None and not following.nouns and _goes_on(tokens, this, between)
        ):
            factor = this.value / this.number if this.number else 1.0
            shared[place + 1] = replace(following, value=following.number * factor, kind=this.kind)
    return shared


def _goes_on(tokens: list[Token], this: Quantity, between: list[Token]) -> bool:
    """Whether *to* leads from one number to the next: *from seven days a week to five*."""
    led = this.first > 0 and tokens[this.first - 1].stem == "from"
    return led and bool(between) and between[-1].stem == "to" and len(between) <= _WIDEST


def _bounded(tokens: list[Token], found: Quantity) -> Quantity:
    """A quantity with the bound that stands before or behind it."""
    bound = _trailing(tokens, found.last + 1) or _leading(tokens, found)
    return replace(found, bound=bound)


def _trailing(tokens: list[Token], index: int) -> Bound | None:
    for skip in (0, 1):
        following = tuple(token.stem for token in tokens[index + skip : index + skip + 3])
        for phrase, bound in _TRAILING:
            if following[: len(phrase)] == phrase:
                return bound
        if not following or not tokens[index + skip].text[0].isalpha():
            break
    return None


def _leading(tokens: list[Token], found: Quantity) -> Bound | None:
    end = found.first
    for _ in range(3):
        for phrase, bound in _LEADING:
            start = end - len(phrase)
            if start >= 0 and tuple(token.stem for token in tokens[start:end]) == phrase:
                return None if _is_no_bound(tokens, start, found, phrase) else bound
        if end and tokens[end - 1].stem in _FILLERS:
            end -= 1
        else:
            return None
    return None


def _is_no_bound(tokens: list[Token], start: int, found: Quantity, phrase: tuple[str, ...]) -> bool:
    """Whether *over* only says how long (*over 24 months*; not *anything over 24 months*), or *from* that nobody moves
    (*refused to budge from 3 per cent*).
    """
    before = [token.stem for token in tokens[max(0, start - _WIDEST) : start]]
    if phrase == ("over",):
        return found.kind in SPANS and _ANYTHING.isdisjoint(before[-1:])
    return phrase == ("from",) and before[-1:] != [] and before[-1] in _MOVING and not _STAYING.isdisjoint(before)
