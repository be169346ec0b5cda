"""Matching: which issues a clause is about, and which of their options it points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.anchoring import ANCHOR_NEEDED, anchored, are_bare, by_words, said, small, unnamed
from zopa.positions.concepts import MANNER
from zopa.positions.present import present_in, present_nearby
from zopa.positions.scales import fitting, is_undone, reached
from zopa.positions.scoring import Scene, choose, ends
from zopa.positions.subjects import sentence_start
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from zopa.positions.clauses import Clause
    from zopa.positions.definitions import OptionWords
    from zopa.positions.passage import Passage
    from zopa.positions.quantities import Quantity
    from zopa.positions.scales import Limit
    from zopa.positions.vocabulary import CaseWords, IssueWords

MEASURED = 0.95
"""The quality of an option that a number with its unit names."""

CARRIED = 0.5
"""What the quality of a match keeps where only the words around a clause say which issue it is about."""

JOINED = 0.8
"""What it keeps where they stand in the same sentence and *and* joins the clause to them."""

TELLING, MARGIN, TOLD_QUALITY = 1.2, 1.0, 0.7
"""The least weight of an option's own words where no anchor stands, its lead over others, and the quality then."""

OF_ITS_KIND = 0.7
"""The quality of an option of which only the thing is named that another option denies."""

_PLAINLY = 1.0
_AROUND = 0.5
_CARRIED_LEAST = 0.7
_AT_ALL = stems("any no")
_COUNTED_OUT = stems("all the these those our their")
_CHARGES = stems("tariff duty levy tax toll fee charge surcharge fine rent royalty")


@dataclass(frozen=True, slots=True)
class Match:
    """An option that words of a clause point to. ``quality`` in [0, 1]; ``words`` are the indices of the tokens that
    matched, ``consumed`` those among them that matched the option; ``limit`` how a quantity stands for the option.
    """

    issue: str
    option: OptionWords
    quality: float
    words: tuple[int, ...]
    consumed: frozenset[int] = frozenset()
    limit: Limit | None = None


def matches(
    passage: Passage, clause: Clause, words: CaseWords, context: frozenset[str], speakers: Sequence[str]
) -> list[Match]:
    """The options a clause points to, one for each issue at most, in the order of the case.

    1. An issue is considered when its anchors in the clause weigh enough; aliases stand for anchors.
    2. An anchor that several issues share goes to the issue whose anchors are most nearly all there.
    3. A residual issue yields to any issue with a proper name.
    4. The option is chosen by :func:`~zopa.positions.scoring.choose`.
    5. A clause without any anchor is about the option whose own words it says, where they lead clearly; else it goes on
       about the one issue that the sentence and the one before are about most.

    Cost: issues times anchors, and for the issues considered options times terms.
    """
    present = present_in(passage, clause)
    nearby = present_nearby(passage, clause)
    scene = Scene(passage, clause, present, nearby, context, tuple(speakers))
    about = anchored(scene, words)
    found = []
    for issue in words.issues:
        if issue.id not in about:
            continue
        measured = _measured(issue, about[issue.id], scene)
        found.extend(measured)
        choice = None if measured or _is_measured(issue, scene) else choose(issue, about[issue.id], scene)
        if choice is not None:
            option, quality, matched = choice
            places = tuple(sorted({*about[issue.id], *matched}))
            found.append(Match(issue.id, option, quality, places, frozenset(matched)))
        elif not measured:
            found.extend(_of_its_kind(issue, about[issue.id], scene))
    return found if about else _telling(scene, words) or _carried(scene, words)


def _telling(scene: Scene, words: CaseWords) -> list[Match]:
    """The option whose own words a clause says, though none of them alone tells the issue: *freed all at once*.

    The words of the option, and with less weight those around it, must weigh more than those of any option of another
    issue, and of any sister, by a margin.
    """
    weighed = sorted(
        (
            (_weight(option, scene) + _AROUND * said(issue, scene.context), issue, option)
            for issue in words.issues
            if not issue.residual
            for option in issue.options
        ),
        key=lambda each: -each[0],
    )
    if not weighed or len(weighed) < 2:
        return []
    (best, issue, option), (second, _, _) = weighed[0], weighed[1]
    if _weight(option, scene) < TELLING or best - second < MARGIN:
        return []
    telling = option.terms.keys() & scene.present.keys() - MANNER
    if are_bare(telling, issue) and _are_people(telling, scene):
        return []
    places = {place for name in option.terms if name in scene.present for place in scene.present[name]}
    return [Match(issue.id, option, TOLD_QUALITY, tuple(sorted(places)), frozenset(places))]


def _are_people(numbers: Set[str], scene: Scene) -> bool:
    """Whether numbers count those spoken of: *all twelve*, *the twelve*."""
    places = [place for number in numbers for place in scene.present[number]]
    return any(place and scene.passage.tokens[place - 1].stem in _COUNTED_OUT for place in places)


def _weight(option: OptionWords, scene: Scene) -> float:
    """What the option's words in the clause weigh; *all*, *first* and their like only beside another."""
    weights = {name: weight for name, weight in option.terms.items() if name in scene.present}
    return sum(weights.values()) if weights.keys() - MANNER else 0.0


def _carried(scene: Scene, words: CaseWords) -> list[Match]:
    """The option a clause without any anchor points to within the one issue that the words around it are about.

    *Would the league agree to larger classes? It would, if notice were given*: what is spoken of goes on.
    """
    joined = _joined_to(scene)
    around = {issue.id: said(issue, joined or scene.context) for issue in words.issues if not issue.residual}
    most = max(around.values(), default=0.0)
    spoken_of = [issue for issue in words.issues if around.get(issue.id, 0.0) == most]
    if most < ANCHOR_NEEDED or len(spoken_of) != 1:
        return []
    choice = choose(spoken_of[0], [], scene)
    if choice is None or not choice[2] or choice[1] < _CARRIED_LEAST:
        return []
    option, quality, matched = choice
    kept = JOINED if joined else CARRIED
    return [Match(spoken_of[0].id, option, quality * kept, tuple(sorted(set(matched))), frozenset(matched))]


def _joined_to(scene: Scene) -> frozenset[str]:
    """The terms of the same sentence before a clause that *and* joins to it: *rejected eight and demanded less*."""
    passage, first = scene.passage, scene.clause.first
    if passage.tokens[first].stem != "and":
        return frozenset()
    start = sentence_start(passage, first)
    return frozenset(term.name for term in passage.terms if start <= term.first < first)


def _is_measured(issue: IssueWords, scene: Scene) -> bool:
    """Whether a scale decides: where it is declared by any number of its kind in the clause, even one that no option
    has; else by a number that is to go, which is no option's.
    """
    if issue.scale is None:
        return False
    found = fitting(scene.passage, scene.clause, issue.scale, bare=False)
    return bool(found) if issue.scale.declared else any(is_undone(scene.passage, each) for each in found)


def _measured(issue: IssueWords, anchors: list[int], scene: Scene) -> list[Match]:
    """The options of an ordered issue that the quantities of a clause stand for."""
    if issue.scale is None:
        return []
    by_id = {option.id: option for option in issue.options}
    found: dict[str, Match] = {}
    alone = issue.scale.declared and (unnamed(issue.scale, scene) or small(issue.scale, scene))
    bare = by_words(issue, scene) or bool(alone)
    for reach in reached(scene.passage, scene.clause, issue.scale, bare=bare):
        places = range(reach.first, reach.last + 1)
        words = tuple(sorted({*anchors, *places}))
        match = Match(issue.id, by_id[reach.option], MEASURED, words, frozenset(places), reach.limit)
        found.setdefault(reach.option, match)
    return list(found.values()) or _lifted(issue, anchors, scene) or _of_any(issue, anchors, scene)


def _lifted(issue: IssueWords, anchors: list[int], scene: Scene) -> list[Match]:
    """Zero of a declared scale, where a charge is to go (*the duty is to be scrapped*) or what it denies is to end."""
    if issue.scale is None or not issue.scale.declared:
        return []
    zero = next((option for option in issue.options if option.value == 0), None)
    if zero is not None and zero.negative and anchors and ends(scene, anchors):
        return [Match(issue.id, zero, MEASURED, tuple(sorted(anchors)), frozenset(anchors))]
    if "LIFT" not in scene.present:
        return []
    charged = any(scene.passage.tokens[place].stem in _CHARGES for place in anchors)
    measured = fitting(scene.passage, scene.clause, issue.scale, bare=False)
    if zero is None or not charged or not all(is_undone(scene.passage, each) for each in measured):
        return []
    gone = scene.present["LIFT"]
    return [Match(issue.id, zero, MEASURED, tuple(sorted({*anchors, *gone})), frozenset(gone))]


def _of_any(issue: IssueWords, anchors: list[int], scene: Scene) -> list[Match]:
    """Every option above zero where words speak of *any payment* or *no payment* at all, and zero as what is left."""
    scale = issue.scale
    if scale is None or not scale.declared:
        return []
    said_of = fitting(scene.passage, scene.clause, scale, bare=False)
    if said_of and not all(_is_not_one(scene.passage, each) for each in said_of):
        return []
    places = [each.first for each in said_of] or [
        place for place in anchors if place and scene.passage.tokens[place - 1].stem in _AT_ALL
    ]
    if not places or not any(0 in values for values in scale.values.values()):
        return []
    words = tuple(sorted(anchors))
    return [
        Match(issue.id, option, MEASURED, words, frozenset(places), "nothing" if option.value == 0 else "beyond")
        for option in issue.options
    ]


def _of_its_kind(issue: IssueWords, anchors: list[int], scene: Scene) -> list[Match]:
    """What words say of a thing as such that one option denies: *opposes any closed season* wants none of it.

    Where there is but one other option, *wants compensation* speaks of that.
    """
    denying = [option for option in issue.options if option.negative]
    if len(denying) != 1 or scene.clause.role not in ("main", "exchange"):
        return []
    words = [name for name in denying[0].denied if name in scene.present]
    if not words or len(words) < len(denying[0].denied) or said(issue, scene.present.keys()) < _PLAINLY:
        return []
    places = tuple(sorted({*anchors, *(place for name in words for place in scene.present[name])}))
    others = [option for option in issue.options if option is not denying[0]]
    if len(others) == 1:
        return [Match(issue.id, others[0], OF_ITS_KIND, places)]
    return [Match(issue.id, denying[0], OF_ITS_KIND, places, limit="nothing")]


def _is_not_one(passage: Passage, each: Quantity) -> bool:
    """Whether words deny the very first of something: *not paying one crown*, *not a single euro*."""
    return each.number == 1 and passage.negated(each.first)
