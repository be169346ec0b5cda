"""Candidate options of an issue: the values on its scale, or groups of statements that say different things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zopa.positions.drafting.actors import quotation
from zopa.positions.drafting.draft import DraftOption, Ground

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from zopa.positions.drafting.gists import Gist

MOST_OPTIONS = 4
_ALIKE = 0.34
"""Of two statements' distinct words, the share in common that makes them one option."""

_LEAST_VALUES = 2
_DEFINITION = 14


def scale_options(gists: Sequence[Gist]) -> tuple[str | None, tuple[DraftOption, ...]]:
    """The values of the commonest unit, in increasing order, where statements name two or more; and the unit."""
    found = [
        (quantity.kind or (quantity.nouns[0] if quantity.nouns else None), quantity.value, gist)
        for gist in gists
        for quantity in gist.quantities
        if not quantity.past
    ]
    kinds = Counter(kind for kind in {(kind, value) for kind, value, _ in found if kind} for kind in kind[:1])
    if not kinds or kinds.most_common(1)[0][1] < _LEAST_VALUES:
        return None, ()
    unit = kinds.most_common(1)[0][0]
    by_value = {value: gist for kind, value, gist in reversed(found) if kind == unit}
    if 2 * sum(any(q.kind == unit or unit in q.nouns[:1] for q in gist.quantities) for gist in gists) < len(gists):
        return None, ()
    options = tuple(
        DraftOption(f"{value:g}", "", _ground(gist), value) for value, gist in sorted(by_value.items(), key=lambda v: v[0])
    )
    return unit, options


def options_of(
    topic: Collection[str], gists: Sequence[Gist], form: Mapping[str, str], word: str
) -> tuple[DraftOption, ...]:
    """The groups of statements that share words beyond the topic, largest first; a lone one gets its opposite.

    1. Each statement joins the first group with which it shares a third of its words, else founds one (single pass).
    2. A group is named by its two most typical words and defined by its shortest statement.

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
        option = _option(group, topic, form, {option.id for option in options})
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


def _option(group: Sequence[Gist], topic: Collection[str], form: Mapping[str, str], used: set[str]) -> DraftOption:
    counted = Counter(term for gist in group for term in sorted(gist.terms) if term not in topic)
    words = [form.get(term, term) for term, _ in counted.most_common(2)]
    id = "_".join(words) or "otherwise"
    number = 2
    while id in used:
        id, number = f"{id.removesuffix(f'_{number - 1}')}_{number}", number + 1
    shortest = min(group, key=lambda gist: (len(gist.words.split()) < _LEAST_WORDS, len(gist.words)))
    return DraftOption(id, _definition(shortest.words), _ground(shortest))


_LEAST_WORDS = 4


def _definition(words: str) -> str:
    """The words of a statement as a definition: without quotation marks, cut where they grow long."""
    plain = words.translate(str.maketrans("", "", "“”\"")).replace(" … ", " ").strip(" ,.;:")
    parts = plain.split()
    return " ".join(parts[:_DEFINITION]).strip(" ,.;:")


def _ground(gist: Gist) -> Ground:
    return Ground(gist.article.doc, quotation(gist.words))
