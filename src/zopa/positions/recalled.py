"""Recalled: numbers that a statement takes up from what was said before.

*He threatened the 50 per cent rate* is about the tariff that was to be 50 per cent three sentences ago, and *it is hard
to ask for less* comes to terms with the number that was named last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.matching import Match, matches
from zopa.positions.voices import OWN, Attitude
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zopa.positions.clauses import Clause
    from zopa.positions.passage import Passage
    from zopa.positions.quantities import Quantity
    from zopa.positions.vocabulary import CaseWords
    from zopa.positions.voices import Voice

QUALITY = 0.8
"""How sure it is that a number named again is of the issue it was of before."""

_POINTING = stems("the that this")
_HOPELESS = stems("hard harder difficult impossible pointless useless futile unrealistic hopeless point")
_ASKING = stems("push press ask argue hold fight bargain demand negotiate get obtain hope")
_BETTER = stems("less more better lower higher")
_REACH = 6


def taken_up_again(
    passage: Passage, clause: Clause, earlier: Callable[[], Iterator[Passage]], words: CaseWords
) -> list[Match]:
    """The option that a number with *the* was said of before, where nothing in its clause tells of what it is now.

    1. A number with a unit right behind *the*, *that* or *this*, in a clause that points to no option by itself.
    2. The nearest earlier passage (four sentences at most) in which the same number, with its unit, tells an option.

    Cost: that of matching up to five passages.
    """
    named = [each for each in passage.quantities if clause.holds(each.first) and _is_definite(passage, each)]
    for each in named:
        for before in earlier():
            for match in _told(before, words):
                if any(_is_same(each, other) for other in before.quantities if other.first in match.words):
                    places = tuple(range(each.first, each.last + 1))
                    return [Match(match.issue, match.option, QUALITY, places, frozenset(places), "exactly")]
    return []


def come_to_terms(
    passage: Passage, earlier: Callable[[], Iterator[Passage]], words: CaseWords, voice: Voice
) -> Iterator[tuple[Match, Attitude, tuple[int, ...]]]:
    """Who finds it hard to ask for less comes to terms with the number named last before: *accepts*, softly."""
    places = _hopeless(passage)
    if not places or not voice.parties:
        return
    for before in earlier():
        told = [match for match in _told(before, words) if match.limit is not None]
        if told:
            match = max(told, key=lambda each: max(each.words))
            for party in voice.parties:
                yield match, Attitude(party, "accepts", "soft", OWN), places
            return


def _told(passage: Passage, words: CaseWords) -> Iterable[Match]:
    return (match for clause in passage.clauses for match in matches(passage, clause, words, frozenset(), ()))


def _is_definite(passage: Passage, each: Quantity) -> bool:
    before = passage.tokens[each.first - 1].stem if each.first else ""
    return each.kind is not None and before in _POINTING and not each.past


def _is_same(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.kind) == (other.value, other.kind)


def _hopeless(passage: Passage) -> tuple[int, ...]:
    """The tokens of *hard to push for less* and its like; not of *less than 5 per cent*, which names a number."""
    for place, token in enumerate(passage.tokens):
        if token.stem not in _BETTER or place < 1 or passage.tokens[place - 1].stem != "for":
            continue
        if any(following.stem == "than" for following in passage.tokens[place + 1 : place + 2]):
            continue
        first = max(0, place - _REACH)
        before = [each.stem for each in passage.tokens[first:place]]
        if not _ASKING.isdisjoint(before) and not _HOPELESS.isdisjoint(before):
            return tuple(range(first, place + 1))
    return ()
