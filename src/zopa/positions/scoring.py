"""Scoring: which option of an issue the words of a clause point to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.anchoring import is_left_out
from zopa.positions.concepts import LOCAL, MANNER
from zopa.positions.subjects import actors_in
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.positions.clauses import Clause
    from zopa.positions.definitions import OptionWords
    from zopa.positions.passage import Passage
    from zopa.positions.vocabulary import IssueWords

FROM_AFAR = 0.5
"""What a term counts for an option when it stands in another clause of the statement."""

FROM_CONTEXT = 0.25
"""What it counts when it stands in the sentence or its neighbour and not in the statement."""

NAMED_NUMBER = 2.0
"""What a number counts for the option that names it, beside its weight as a term."""

_DETERMINERS = frozenset({"no", "nobody", "none", "nothing"})
_LIGHT = 0.35
_DOER = 0.4
_CONDITION = 0.6
_BESIDE = 4
_TIE = 0.95
_ENDED = 1.0
_ALL_OF_IT = stems("to of the all any every such this these")
_GONE, _ENDING = frozenset({"EXCLUDE", "LIFT", "ABANDON"}), stems("end stop cease halt")
_WITHOUT = frozenset({"without", "no"})
_TOLD = 0.28
_UNSURE, _OPEN, _SURE = 0.4, 0.65, 0.7


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause in its passage: its terms with their tokens, those elsewhere in the statement, and those around."""

    passage: Passage
    clause: Clause
    present: Mapping[str, list[int]]
    nearby: frozenset[str]
    context: frozenset[str]
    speakers: tuple[str, ...]


def choose(issue: IssueWords, anchors: list[int], scene: Scene) -> tuple[OptionWords, float, list[int]] | None:
    """The option a clause points to, with a quality in [0, 1] and the tokens that say so; None where none is told.

    The option with the heaviest terms wins, the surer the farther ahead; a negative option yields to the one it denies
    (*not cede* rejects ceding). Without a winner the option marked as open is taken, if there is one. Two that tie, and
    one that only the context tells, are a guess: quality below a half.
    """
    inside = {option.id: told(issue, option, anchors, scene) for option in issue.options}
    some = any(value >= _TOLD for value in inside.values())
    scored = [
        (score(issue, option, anchors, scene) if inside[option.id] >= _TOLD or not some else 0.0, option)
        for option in issue.options
    ]
    ranked = sorted(scored, key=lambda pair: -pair[0])
    first = ranked[0][1]
    if first.negative and not _denied_outright(first, scene):
        ranked.sort(key=lambda pair: (not _denied_by(first, pair), -pair[0]))
    best, option = ranked[0]
    second = max((value for value, each in ranked[1:] if not _twin(each, option)), default=0.0)
    open_ = [each for value, each in ranked if each.open_ and (best <= 0 or value >= _TIE * best)]
    if best <= 0:
        return (open_[0], _OPEN, []) if open_ else None
    if not some:
        return (open_[0], _OPEN, []) if open_ else (option, _UNSURE, [])
    if second >= _TIE * best:
        chosen = open_[0] if open_ else option
        return chosen, _OPEN if open_ else _UNSURE, _matched(chosen, scene)
    return option, _SURE + (1 - _SURE) * max(0.0, best - max(second, 0.0)) / best, _matched(option, scene)


def _twin(negative: OptionWords, option: OptionWords) -> bool:
    """Whether one option is the denial of the other: then they do not compete, the stance tells them apart."""
    return negative.negative and bool(negative.denied & option.terms.keys())


def _denied_outright(negative: OptionWords, scene: Scene) -> bool:
    """Whether the words deny as the definition does: *no prisoner would be freed*, *promised not to storm*.

    *Will not cede* is no such denial: it rejects ceding.
    """
    tokens = scene.passage.tokens
    cues = {cue.last for cue in scene.passage.attitudes}
    for name in negative.denied & scene.present.keys():
        for place in range(max(scene.clause.first, scene.present[name][0] - 3), scene.present[name][0]):
            if tokens[place].stem in _DETERMINERS:
                return True
            if tokens[place].stem == "not" and place - 1 in cues:
                return True
    return False


def _denied_by(negative: OptionWords, scored: tuple[float, OptionWords]) -> bool:
    value, option = scored
    return value > 0 and not option.negative and _twin(negative, option)


def score(issue: IssueWords, option: OptionWords, anchors: list[int], scene: Scene) -> float:
    """How much of an option's vocabulary a clause holds.

    0. That what is spoken of is to end counts for an option that bans, lifts or gives up.
    1. Its terms in the clause count in full; full, partly and their like only beside a word of the matter.
    2. Its concepts in other clauses count half, in the sentence and its neighbour a quarter.
    3. A number it names counts twice over; an option known by its number alone needs the number.
    4. A definition that says who acts gains or loses by the nearest actor; one with an *if* gains by a condition.
    """
    inside = told(issue, option, anchors, scene)
    if "MEETING" in issue.anchors:
        return inside
    around = _concepts(option, scene.context - scene.nearby - scene.present.keys())
    return inside + FROM_CONTEXT * around + _doing(option, scene) * (inside > 0)


def told(issue: IssueWords, option: OptionWords, anchors: list[int], scene: Scene) -> float:
    """The part of :func:`score` that comes from the statement's own words: steps 1 to 3, and the condition of 4."""
    if "MEETING" in issue.anchors:
        return seating(option, scene) + _near(issue, option, anchors, scene)
    numbered = bool(option.numbers & scene.present.keys())
    if option.numbers and not numbered and not _telling(option, scene):
        return 0.0
    conditioned = option.conditional and any(clause.role == "condition" for clause in scene.passage.clauses)
    afar = _concepts(option, scene.nearby - scene.present.keys())
    endable = not _GONE.isdisjoint(option.terms) or (option.negative and bool(option.denied & scene.present.keys()))
    ended = _ENDED * (bool(anchors) and endable and ends(scene, anchors))
    return (
        ended
        + _near(issue, option, anchors, scene)
        + FROM_AFAR * afar
        + NAMED_NUMBER * numbered
        + _CONDITION * conditioned
    )


def ends(scene: Scene, anchors: list[int]) -> bool:
    """Whether what the anchors name is to end: *trawling must stop*, *an end to night work*."""
    tokens = scene.passage.tokens
    close = (place for place in range(scene.clause.first, scene.clause.last + 1) if tokens[place].stem in _ENDING)
    first = min(anchors)
    return any(
        0 < place - max(anchors) <= _BESIDE
        or (first - place > 0 and {token.stem for token in tokens[place + 1 : first]} <= _ALL_OF_IT)
        for place in close
    )


def _matched(option: OptionWords, scene: Scene) -> list[int]:
    """The tokens that matched an option; those of words its issue's options share only where there are no others."""
    heavy = [name for name, weight in option.terms.items() if name in scene.present and weight > _LIGHT]
    names = heavy or [name for name in option.terms if name in scene.present]
    return [place for name in names for place in scene.present[name]]


def _near(issue: IssueWords, option: OptionWords, anchors: list[int], scene: Scene) -> float:
    """The weight of an option's terms in the clause; what it denies counts only where the clause denies it too, what
    a sister denies only where the clause does not: *without a vote* is not *by vote*.
    """
    denied = frozenset() if _denies(option, scene) else option.denied
    if not option.negative:
        denied = frozenset(name for name in _left_to_sisters(issue, option) if _is_without(name, scene))
    matter = set(anchors).union(
        *(scene.present[name] for name in option.terms if name in scene.present and name not in MANNER)
    )
    return sum(
        weight
        for name, weight in option.terms.items()
        if name in scene.present and name not in denied and (name not in MANNER or _beside(scene.present[name], matter))
    )


def _left_to_sisters(issue: IssueWords, option: OptionWords) -> frozenset[str]:
    """The terms of an option that another option of its issue denies."""
    return frozenset(name for other in issue.options if other.negative for name in other.denied & option.terms.keys())


def _is_without(name: str, scene: Scene) -> bool:
    """Whether a term stands only behind *without* or *no*: *without a vote*."""
    tokens, places = scene.passage.tokens, scene.present.get(name, [])
    return bool(places) and all(
        any(token.stem in _WITHOUT for token in tokens[max(0, place - 2) : place]) for place in places
    )


def _beside(places: list[int], others: set[int]) -> bool:
    return any(abs(place - other) <= _BESIDE for place in places for other in others - set(places))


def _concepts(option: OptionWords, names: frozenset[str]) -> float:
    """The weight of an option's concepts among terms from elsewhere; plain words and manners say nothing from afar."""
    return sum(
        option.terms[name]
        for name in option.terms.keys() & names
        if name.isupper() and name not in LOCAL and name not in option.denied
    )


def _telling(option: OptionWords, scene: Scene) -> bool:
    """Whether a concept that only this option has is present."""
    return any(weight >= 1 and name.isupper() and name in scene.present for name, weight in option.terms.items())


def _denies(option: OptionWords, scene: Scene) -> bool:
    places = [scene.present[name][0] for name in option.denied if name in scene.present]
    return any(scene.passage.negated(place, reach=2) for place in places)


def _doing(option: OptionWords, scene: Scene) -> float:
    """For or against an option that says who acts: whether the nearest actor up to its words is that party."""
    places = _matched(option, scene)
    if not option.doers or not places:
        return 0.0
    actors = actors_in(scene.passage, scene.clause.first, max(places))
    return 0.0 if not actors else _DOER if actors[-1] in option.doers else -_DOER


def seating(option: OptionWords, scene: Scene) -> float:
    """How well the parties a clause brings together are those an option seats, or shuts out."""
    inside = [mention for mention in scene.passage.mentions if scene.clause.holds(mention.first)]
    before = {m.party: scene.passage.tokens[m.first - 1].stem if m.first else "" for m in inside}
    out = {mention.party for mention in inside if is_left_out(scene.passage, mention)}
    if out:
        return 2.0 if out & option.shut_out else -1.0
    if "THREE_WAY" in scene.present and len(option.parties) != 3:
        return -1.0
    if scene.present.keys() & {"TWO_WAY", "DIRECT"} and len(option.parties) != 2:
        return -1.0
    together = before.keys() | set(scene.speakers)
    return 1.0 if together == option.parties and len(together) > 1 else 0.0
