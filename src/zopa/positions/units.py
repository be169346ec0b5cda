"""Number words and units of measure, as data."""

from __future__ import annotations

from zopa.positions.lexicon import listed
from zopa.positions.words import plain_number, stem

DIGITS: dict[str, float] = {
    word: float(value)
    for value, word in enumerate(
        listed(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen
            """
        )
    )
}
TENS: dict[str, float] = {
    word: 10.0 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
MULTIPLIERS: dict[str, float] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
SHORT_MULTIPLIERS: dict[str, float] = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
"""Letters after a sum of money: *$5m*, *3bn euros*."""

FRACTIONS: dict[str, float] = {"half": 0.5, "quarter": 0.25}

CURRENCIES: dict[str, str] = {"$": "dollar", "€": "euro", "£": "pound"}

_KINDS: dict[str, dict[str, float]] = {
    "%": {"%": 1, "percent": 1},
    "month": {"month": 1, "year": 12},
    "day": {"hour": 1 / 24, "day": 1, "night": 1, "week": 7, "fortnight": 14},
    "dollar": {"dollar": 1, "usd": 1, "cent": 0.01},
    "euro": {"euro": 1, "eur": 1},
    "pound": {"pound": 1, "sterling": 1, "gbp": 1},
    "tonne": {"tonne": 1, "ton": 1, "kilogram": 1e-3, "kg": 1e-3},
    "metre": {"metre": 1, "meter": 1, "kilometre": 1e3, "kilometer": 1e3, "km": 1e3},
    "mile": {"mile": 1},
    "hectare": {"hectare": 1, "acre": 0.4047},
    "megawatt": {"megawatt": 1, "mw": 1, "gigawatt": 1e3, "gw": 1e3},
}

UNITS: dict[str, tuple[str, float]] = {
    stem(word): (kind, factor) for kind, words in _KINDS.items() for word, factor in words.items()
}
"""Stems of units with the kind of measure they belong to and how many of its first unit one of them is."""


SPANS = frozenset({"month", "day"})
"""Kinds of measure for lengths of time: *over 24 months* is no more than a length."""

MONEY_WORDS = frozenset({"us", "canadian", "australian", "swiss"})
"""Words that may stand between a sum and its currency."""


def measure_of(unit: str | None) -> tuple[str | None, float]:
    """A case file's unit as a kind of measure and a factor: ``thousand tonnes`` is (``tonne``, 1000)."""
    if not unit:
        return None, 1.0
    if unit.strip().lower() in ("%", "per cent", "percent"):
        return "%", 1.0
    factor, kind = 1.0, None
    for word in unit.lower().split():
        name = stem(word)
        if word in MULTIPLIERS or name in MULTIPLIERS:
            factor *= MULTIPLIERS.get(word, MULTIPLIERS.get(name, 1.0))
        elif word in CURRENCIES or name in UNITS:
            known, scale = (CURRENCIES[word], 1.0) if word in CURRENCIES else UNITS[name]
            return known, factor * scale
        elif kind is None:
            kind = name
    return kind, factor


def quantity_name(value: float, kind: str | None) -> str:
    """A quantity as the term it has: ``8%``, ``36 month``, ``600000``."""
    number = plain_number(f"{value:.10g}")
    return number if kind is None else f"{number}%" if kind == "%" else f"{number} {kind}"
