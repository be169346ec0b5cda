"""Candidate options of an issue: the values on its scale, or groups of statements that say different things."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from zopa.positions.drafting.actors import quotation
from zopa.positions.drafting.draft import DraftOption, Ground, file_of
from zopa.positions.lexicon import STOP_WORDS
from zopa.positions.units import UNITS
from zopa.positions.words import stem, stems, tokens_of
from zopa.statements.words import AUXILIARIES, DETERMINERS, MONTHS, POSSESSIVES, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from zopa.positions.drafting.gists import Gist
    from zopa.positions.quantities import Quantity

MOST_OPTIONS = 4
_ALIKE = 0.34
"""Of two statements' distinct words, the share in common that makes them one option."""

_DEFINITION = 18
_LEAST_CLAUSE = 6
_LEAST_WORDS = 4
_NAMING = 3
_LINKS = frozenset({"but", "because", "and", "who", "which", "while", "since", "so", "as", "although"})
_STOPS = frozenset(stem(word) for word in (*STOP_WORDS, *AUXILIARIES))
_NO_UNITS = frozenset(stem(month) for month in MONTHS) | stems("time people day and more percent")
_MONTHS = 12
_MEASURES = frozenset(kind for kind, _ in UNITS.values() if kind.isalpha())
_YEARS = range(1800, 2100)


def scale_options(gists: Sequence[Gist], form: Mapping[str, str]) -> tuple[str | None, tuple[DraftOption, ...]]:
    """The unit that half the statements name with two values or more, and the values in increasing order."""
    found: dict[str, dict[float, Gist]] = {}
    naming: Counter[str] = Counter()
    for gist in gists:
        values = [(unit, quantity.value) for quantity in gist.quantities if (unit := _unit(quantity)) is not None]
        naming.update({unit for unit, _ in values})
        for unit, value in values:
            found.setdefault(unit, {}).setdefault(value, gist)
    units = [unit for unit, count in naming.most_common() if 2 * count >= len(gists) and len(found[unit]) > 1]
    if not units:
        return None, ()
    unit, factor = _as_written(units[0], found[units[0]], form)
    options = tuple(
        DraftOption(f"{value / factor:.15g}", "", _ground(gist), value / factor)
        for value, gist in sorted(found[units[0]].items(), key=_value)
    )
    return unit, options


def _as_written(unit: str, values: Collection[float], form: Mapping[str, str]) -> tuple[str, float]:
    """A unit in the plural, and what one of it is in units of measure: whole years are not counted in months."""
    if unit == "month" and all(value % _MONTHS == 0 for value in values):
        return "years", float(_MONTHS)
    return (f"{unit}s" if unit in _MEASURES else form.get(unit, unit)), 1.0


def _unit(quantity: Quantity) -> str | None:
    """The unit of a number, or the noun it counts; None for what was, for dates and for years."""
    if quantity.past or quantity.bound == "from":
        return None
    if quantity.kind is not None:
        return quantity.kind
    noun = quantity.nouns[0] if quantity.nouns else None
    return None if noun is None or noun in _NO_UNITS or quantity.number in _YEARS else noun


def _value(item: tuple[float, Gist]) -> float:
    return item[0]


def options_of(topic: Collection[str], gists: Sequence[Gist], word: str) -> tuple[DraftOption, ...]:
    """The groups of statements that share words beyond the topic, largest first; a lone one gets its opposite.

    1. Each statement joins the first group with which it shares a third of its words, else founds one (single pass).
    2. A group is named by its most typical words and defined by its shortest statement.

    Cost: statements times groups.
    """
    groups: list[list[Gist]] = []
    for gist in sorted(gists, key=lambda gist: (-len(gist.terms), gist.words)):
        rest = gist.terms - set(topic)
        best = max(groups, key=lambda group: _likeness(rest, group, topic), default=None)
        if best is not None and _likeness(rest, best, topic) >= _ALIKE:
            best.append(gist)
        else:
            groups.append([gist])
    groups.sort(key=lambda group: -len(group))
    options: list[DraftOption] = []
    for group in groups:
        option = _option(group, topic, {option.id for option in options})
        if len(options) < MOST_OPTIONS and option.definition not in {other.definition for other in options}:
            options.append(option)
    if len(options) == 1:
        doubt = "nobody is quoted with it; the opposite of the other option"
        options.append(DraftOption(f"no_{word}", f"no {word}: nothing of the kind", None, unsure=doubt))
    return tuple(options)


def _likeness(terms: Collection[str], group: Sequence[Gist], topic: Collection[str]) -> float:
    best = 0.0
    for gist in group:
        other = gist.terms - set(topic)
        union = len(set(terms) | other)
        best = max(best, len(set(terms) & other) / union if union else 1.0)
    return best


def _option(group: Sequence[Gist], topic: Collection[str], used: set[str]) -> DraftOption:
    counted = Counter(term for gist in group for term in sorted(gist.terms) if term not in topic)
    shortest = min(group, key=lambda gist: (len(gist.words.split()) < _LEAST_WORDS, len(gist.words)))
    definition = _definition(shortest.words)
    base = "_".join(_telling(definition, topic, counted)) or "as_said"
    numbered = (f"{base}_{number}" for number in count(2))
    id = base if base not in used else next(name for name in numbered if name not in used)
    return DraftOption(id, definition, _ground(shortest))


def _telling(definition: str, topic: Collection[str], counted: Mapping[str, int]) -> list[str]:
    """The three words of a definition that are most typical of its group, in the order in which they stand."""
    words: dict[str, str] = {}
    for token in tokens_of(definition):
        word = token.text.removesuffix("'s").removesuffix("’s")
        if word.isalpha() and token.stem not in _STOPS and token.stem not in topic:
            words.setdefault(token.stem, word if word[0].isupper() else word.lower())
    best = sorted(words, key=lambda stem: -counted.get(stem, 0))[:_NAMING]
    return [word for stem, word in words.items() if stem in best]


def _definition(words: str) -> str:
    """The words of a statement as a definition: without quotation marks, cut at a clause's end where it is long."""
    plain = " ".join(words.translate(str.maketrans("", "", '“”"')).split()).replace(" … ", " ").strip(" ,.;:")
    parts = plain.split()
    if len(parts) <= _DEFINITION:
        return plain
    ends = [n for n in range(_LEAST_CLAUSE, _DEFINITION) if parts[n - 1][-1] in ",;:–—" or parts[n].lower() in _LINKS]
    parts = parts[: ends[-1] if ends else _DEFINITION]
    while len(parts) > 1 and parts[-1].lower() in PREPOSITIONS | DETERMINERS | AUXILIARIES | POSSESSIVES | {"than"}:
        parts.pop()
    return " ".join(parts).strip(" ,.;:–—")


def _ground(gist: Gist) -> Ground:
    return Ground(file_of(gist.article), quotation(gist.words))
