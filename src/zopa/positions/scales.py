"""Scales: which options of an ordered issue the quantities of a clause stand for.

An issue is measured when its case file gives a scale, or when the definitions of at least two options hold numbers of
one kind (``10%``, ``15%``; ``two-week tours``, ``four-week tours``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from zopa.positions.answering import answered
from zopa.positions.quantities import quantities_in
from zopa.positions.units import measure_of
from zopa.positions.words import stem, stems, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zopa.case.case import Issue, Option
    from zopa.positions.clauses import Clause
    from zopa.positions.passage import Passage
    from zopa.positions.quantities import Quantity

Limit = Literal["exactly", "within", "most", "over_most", "beyond", "least", "nothing"]
"""What a quantity says of an option: it is it, it lies between two, it is the most (or what lies over that), or it lies
beyond a number that is itself not meant (*anything above 4*), or is the number below which the rest lies; or it is zero
where *any* of it is spoken of."""

_TOLERANCE = 1e-6
_FEWEST = 2
_REACH = 6
_NEGATORS = stems("no not never nothing nobody none cannot")
_NOT_THIS = (("instead", "of"), ("rather", "than"))
_HELD_NOW = stems("its their the his her current present existing today")
_AGAINST, _NOTHING = stem("against"), stem("nothing")
_CHANGING = frozenset({"REDUCE", "LIFT", "INCREASE", "SUSPEND"})
_NEAR = 3
_LARGE = 10_000


@dataclass(frozen=True, slots=True)
class Scale:
    """The kind of measure of an issue and the values of its options. ``declared`` where the case file has the scale."""

    kind: str | None
    values: Mapping[str, frozenset[float]]
    declared: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """An option a quantity stands for, how it does, and the tokens of the quantity."""

    option: str
    limit: Limit
    first: int
    last: int


def scale_of(issue: Issue) -> Scale | None:
    """The scale of an issue; None where its options are told apart by words."""
    if any(option.value is not None for option in issue.options):
        kind, factor = measure_of(issue.unit)
        values = {o.id: frozenset({round(o.value * factor, 6)}) for o in issue.options if o.value is not None}
        return Scale(kind, values, declared=True)
    read = {option.id: _defined(option) or _counted(option, issue.unit) for option in issue.options}
    kinds = [kind for found in read.values() for kind in {each.kind for each in found}]
    kind = next((kind for kind in dict.fromkeys(kinds) if kind is not None and kinds.count(kind) >= _FEWEST), None)
    values = {id_: frozenset(each.value for each in found if each.kind == kind) for id_, found in read.items()}
    apart = len({found for found in values.values() if found}) == sum(bool(found) for found in values.values())
    return Scale(kind, {id_: found for id_, found in values.items() if found}, False) if kind and apart else None


def _defined(option: Option) -> list[Quantity]:
    """The quantities with a unit that name an option: those of its id, else those of its definition."""
    in_id = [each for each in quantities_in(tokens_of(option.id.replace("_", " "))) if each.kind is not None]
    return in_id or [each for each in quantities_in(tokens_of(option.definition)) if each.kind is not None]


def _counted(option: Option, unit: str | None) -> list[Quantity]:
    """The one bare number of a definition as a quantity of the issue's unit: *9,000*, *about 5,000* machines."""
    kind, factor = measure_of(unit)
    bare = [each for each in quantities_in(tokens_of(option.definition)) if each.kind is None]
    if kind is None or len(bare) != 1:
        return []
    return [replace(bare[0], kind=kind, value=round(bare[0].value * factor, 6))]


def fitting(passage: Passage, clause: Clause, scale: Scale, bare: bool) -> list[Quantity]:
    """The quantities of a clause that are of a scale's kind; those without a unit too if ``bare``."""
    inside = [each for each in passage.quantities if clause.holds(each.first) and not each.past]
    named = [
        each for each in inside if (each.kind == scale.kind if each.kind is not None else scale.kind in each.nouns)
    ]
    return [
        each
        for each in inside
        if each in named
        or (
            each.kind is None
            and not each.nouns
            and (bare or _is_sum(each, scale) or (named and _is_value(each, scale)))
        )
    ]


def _is_value(each: Quantity, scale: Scale) -> bool:
    """Whether a bare number is an option's value, beside another with its unit: *eight per cent, and now six*."""
    return any(abs(each.value - value) < _TOLERANCE for found in scale.values.values() for value in found)


def _is_sum(each: Quantity, scale: Scale) -> bool:
    """Whether a bare number is so large that its being an option's value is no accident: *eight million*."""
    return each.value >= _LARGE and any(
        abs(each.value - value) < 1 for found in scale.values.values() for value in found
    )


def reached(passage: Passage, clause: Clause, scale: Scale, bare: bool) -> Iterator[Reach]:
    """The options the quantities of a clause stand for. Cost: quantities times options."""
    found = fitting(passage, clause, scale, bare)
    for place, each in enumerate(found):
        following = found[place + 1 : place + 2]
        if each.bound == "between" and following:
            for option in _options(scale, each.value, following[0].value):
                yield Reach(option, "within", each.first, following[0].last)
        elif place and found[place - 1].bound == "between":
            continue
        elif each.bound is None and _is_alternative(passage, found, place):
            yield from (Reach(o, "within", each.first, each.last) for o in _options(scale, each.value, each.value))
        elif each.bound != "from" and not _is_former(passage, each):
            yield from _reach(passage, clause, scale, each)
        else:
            yield from _next_to(passage, scale, each)


def _next_to(passage: Passage, scale: Scale, each: Quantity) -> Iterator[Reach]:
    """The one option that a number on its way down or up can come to: *lower its 27.5 per cent duty*, where 15 per cent
    is the only option below that is more than nothing.
    """
    changing = {term.name for term in passage.terms if 0 < each.first - term.last <= _NEAR} & {"REDUCE", "INCREASE"}
    if len(changing) != 1:
        return
    over, under = scale_beyond(scale, each.value)
    left = over if changing == {"INCREASE"} else [option for option in under if min(scale.values[option]) > 0]
    if len(left) == 1:
        yield Reach(left[0], "exactly", each.first, each.last)


def _reach(passage: Passage, clause: Clause, scale: Scale, each: Quantity) -> Iterator[Reach]:
    """The options one quantity stands for.

    1. A number stands for the option with its value, with *at least* too; a number no option has stands for none.
    2. *At most* stands for its option, and for those over it as what is shut out.
    3. *Above* and *below* stand for what lies beyond, *below* also for the least itself; *no class of more than 24*,
       *nothing below 5* are limits again.
    """
    over, under = scale_beyond(scale, each.value)
    bound = each.bound
    if bound in ("above", "below") and _denied_limit(passage, clause, each):
        bound = "at_most" if bound == "above" else "at_least"
    if bound in ("above", "below"):
        yield from (Reach(option, "beyond", each.first, each.last) for option in (over if bound == "above" else under))
        if bound == "below":
            yield from (Reach(o, "least", each.first, each.last) for o in _options(scale, each.value, each.value))
        return
    limit: Limit = "most" if bound == "at_most" else "exactly"
    yield from (Reach(option, limit, each.first, each.last) for option in _options(scale, each.value, each.value))
    if bound == "at_most":
        yield from (Reach(option, "over_most", each.first, each.last) for option in over)


def scale_beyond(scale: Scale, value: float) -> tuple[list[str], list[str]]:
    """The options that lie above a value, and those that lie below it."""
    over = [option for option, values in scale.values.items() if min(values) > value + _TOLERANCE]
    under = [option for option, values in scale.values.items() if max(values) < value - _TOLERANCE]
    return over, under


def _options(scale: Scale, low: float, high: float) -> list[str]:
    return [
        option
        for option, values in scale.values.items()
        if any(low - _TOLERANCE <= value <= high + _TOLERANCE for value in values)
    ]


def _is_alternative(passage: Passage, found: list[Quantity], place: int) -> bool:
    """Whether *or* alone stands between a number and its neighbour: *5 or 8 per cent*."""
    pairs = [(found[i], found[i + 1]) for i in (place - 1, place) if i >= 0 and i + 1 < len(found)]
    return any([t.stem for t in passage.tokens[one.last + 1 : other.first]] == ["or"] for one, other in pairs)


def _denied_limit(passage: Passage, clause: Clause, each: Quantity) -> bool:
    """Whether *no* or *nothing* stands before *more than* and after the last cue: *wants no class of more than 24*."""
    cues = [
        cue.last
        for cue in passage.attitudes
        if clause.holds(cue.first) and cue.first < each.first and passage.tokens[cue.first].stem != _NOTHING
    ]
    start = max([clause.first, each.first - _REACH, *(last + 1 for last in cues)])
    if not cues:
        return any(passage.tokens[place].stem in ("no", "nothing") for place in range(start, each.first))
    return any(passage.tokens[place].stem in _NEGATORS for place in range(start, each.first))


def _is_former(passage: Passage, each: Quantity) -> bool:
    """Whether a number is only what is to change, what is not meant, or what is answered: *lower its 27.5% tariff*,
    *instead of 4*, *to answer a 30% tariff*."""
    before = [token.stem for token in passage.tokens[max(0, each.first - 2) : each.first]]
    refused = any(each.first - 2 <= cue.last < each.first for cue in passage.attitudes if cue.name == "rejects")
    against = _AGAINST in before and not refused  # *voted against 4* is about 4, *a duty against the 4* is not
    if tuple(before) in _NOT_THIS or before[-1:] == ["not"] or against or each.first in answered(passage):
        return True
    changed = any(term.name in _CHANGING and 0 < each.first - term.last <= _NEAR for term in passage.terms)
    return (changed and bool(_HELD_NOW.intersection(before))) or is_undone(passage, each)


def is_undone(passage: Passage, each: Quantity) -> bool:
    """Whether the number is of what is to go: *wants the 25 per cent duty on its beef scrapped*."""
    if passage.tokens[max(0, each.first - 1)].stem not in _HELD_NOW | {"that", "this"}:
        return False
    ends = (place for place in range(each.last, len(passage.tokens)) if not passage.tokens[place].is_word)
    end = next(ends, len(passage.tokens))
    gone = (term for term in passage.terms if term.name == "LIFT" and each.last < term.first < end)
    return any(passage.tokens[term.first].text.endswith("ed") for term in gone)
