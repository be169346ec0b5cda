"""Denials: what turns the words of a stance around, takes them back or denies them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.subjects import sentence_start
from zopa.positions.words import stem, stems

if TYPE_CHECKING:
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance
    from zopa.positions.words import Term

_FORSWEARING = frozenset(stem(word) for word in cues.FORSWEARING)
_TURNING = _FORSWEARING | {"not", "never"}
_CLOSE, _ONE_MORE = 3, 4
_LET_WITHIN = 4
_MANDATED = stems("authorised mandate empowered entitled authority instruction")
_SHORT = stems("enough insufficient inadequate short lack")
_LET_GO = frozenset(
    (stem(first), stem(then))
    for first, then in (
        ("take", "back"),
        ("give", "up"),
        ("back", "away"),
        ("back", "off"),
        ("walk", "away"),
        ("step", "back"),
    )
)
_SOFTENING = stems("soften ease relax temper")
_STOPPING = stems("stop cease quit")
_TURN = 6
_NONE = stems("no nobody")
_RIGHT_BEFORE = 2
_FAR = 8
_SHUTTING = stems("rule reject refuse dismiss exclude shut close")
_STANDING_IN_THE_WAY = stems("oppose object resist block veto fight mind against hostile averse way")
_NOT_SOMETHING = frozenset(
    tuple(stem(word) for word in pair.split())
    for pair in ("not something", "not anything", "rather than", "sooner than")
)
_NO_WAY = frozenset(
    (stem("no"), stem(word)) for word in ("way", "circumstances", "case", "chance", "question", "prospect")
)


def not_refused(passage: Passage, cue: Term) -> Stance | None:
    """What it means not to refuse: *has not ruled out* leaves open, *would not oppose* goes along."""
    said = {token.stem for token in passage.tokens[cue.first : cue.last + 1]}
    if said & _SHUTTING:
        return "undecided"
    return "accepts" if said & _STANDING_IN_THE_WAY else None


def denied(passage: Passage, cue: Term) -> bool:
    """Whether somebody denies an attitude: *denied that it had ever agreed*, *is not something it could accept*,
    *rather than accept*."""
    start = sentence_start(passage, cue.first)
    before = [token.stem for token in passage.tokens[max(start, cue.first - _FAR) : cue.first]]
    return "deny" in before or any(pair in _NOT_SOMETHING | _NO_WAY for pair in pairwise(before))


def dropped(passage: Passage, cue: Term) -> bool:
    """Whether a demand is given up: *has dropped its demand for*, *took back its offer of*, *stopped asking for*."""
    before = [token.stem for token in passage.tokens[max(0, cue.first - _LET_WITHIN) : cue.first]]
    if any(pair in _LET_GO for pair in pairwise(before)):
        return True
    stopped = before[-1:] and before[-1] in _STOPPING and passage.tokens[cue.first].text.lower().endswith("ing")
    return bool(stopped) or not _FORSWEARING.isdisjoint(before[-_CLOSE:])


def softened(passage: Passage, cue: Term) -> bool:
    """Whether an opposition is only less than before: *has softened its opposition to*."""
    before = passage.tokens[max(0, cue.first - _CLOSE) : cue.first]
    return any(token.stem in _SOFTENING for token in before)


def turned(passage: Passage, match: Match, cue: Term) -> bool:
    """Whether what stands between a cue and the option turns it around: *promised not to*, *to refrain from*."""
    places = match.consumed or match.words
    if match.option.negative or match.limit or min(places) < cue.first:
        return False
    between = range(cue.last + 1, min(places))
    near = [place for place in between if place not in match.words and place >= min(places) - _TURN]
    if any(passage.tokens[place].stem in _NONE for place in near[-_RIGHT_BEFORE:]):
        return True
    return any(passage.tokens[place].stem in _TURNING for place in near)


def reach_of_denial(passage: Passage, cue: Term) -> int:
    """How many words before a cue deny it: one more for *not in a position to accept*, not for *not decided to*."""
    led = cue.first > 0 and passage.tokens[cue.first - 1].stem == "to"
    return (
        _ONE_MORE if led and not any(0 < cue.first - each.first <= _ONE_MORE for each in passage.attitudes) else _CLOSE
    )


def unauthorised(passage: Passage, cue: Term) -> bool:
    """Whether somebody only may not: *is not authorised to accept*, *had no mandate to agree*."""
    before = passage.tokens[max(0, cue.first - _CLOSE) : cue.first]
    return any(token.stem in _MANDATED for token in before)


def too_little(passage: Passage, match: Match, cue: Term) -> bool:
    """Whether a number is said to fall short: *three is not enough*; not *the offer is not enough: six it must be*."""
    words = {token.stem for token in passage.tokens[cue.first : cue.last + 1]}
    measured = any(each.first in match.words for each in passage.quantities)
    return measured and max(match.words) < cue.first and not words.isdisjoint(_SHORT)
