"""Numerals: numbers in digits and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.units import DIGITS, FRACTIONS, MULTIPLIERS, TENS
from zopa.positions.words import plain_number

if TYPE_CHECKING:
    from zopa.positions.words import Token


def number_at(tokens: list[Token], index: int) -> tuple[float, int] | None:
    """A number that begins at a token, and its last token."""
    token = tokens[index]
    if token.text[0].isdigit():
        try:
            return _multiplied(tokens, float(plain_number(token.text)), index)
        except ValueError:
            return None
    word = token.text.lower()
    if word in ("a", "an", "half") and _is_multiplier(tokens, index + 1):
        return _multiplied(tokens, 0.5 if word == "half" else 1.0, index)
    if word == "half" and index + 2 < len(tokens) and tokens[index + 1].stem in ("a", "an"):
        return _multiplied(tokens, 0.5, index + 1) if _is_multiplier(tokens, index + 2) else None
    return _words_at(tokens, index) if word in DIGITS or word in TENS else None


def _words_at(tokens: list[Token], index: int) -> tuple[float, int]:
    """A number in words: *twenty-five*, *a hundred and twenty*, *seven and a half*."""
    return _multiplied(tokens, *_simple(tokens, index))


def _simple(tokens: list[Token], index: int) -> tuple[float, int]:
    """A number below a hundred in words, and its last token, which is before ``index`` if there is none."""
    total, last = 0.0, index - 1
    for place in range(index, min(index + 2, len(tokens))):
        word = tokens[place].text.lower()
        if word in DIGITS and (last < index or total % 10 == 0):
            return total + DIGITS[word], place
        if word not in TENS or total:
            break
        total, last = TENS[word], place
    return total, last


def _multiplied(tokens: list[Token], value: float, last: int) -> tuple[float, int]:
    while _is_multiplier(tokens, last + 1):
        last += 1
        value *= MULTIPLIERS[tokens[last].text.lower()]
    following = [token.text.lower() for token in tokens[last + 1 : last + 4]]
    if following[:2] == ["and", "a"] and following[2:] and following[2] in FRACTIONS:
        return value + FRACTIONS[following[2]], last + 3
    if following[:1] == ["and"] and value >= 100 and tokens[last].text.lower() in MULTIPLIERS:
        rest, end = _simple(tokens, last + 2)
        if end >= last + 2:
            return _multiplied(tokens, value + rest, end)
    return value, last


def _is_multiplier(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text.lower() in MULTIPLIERS
