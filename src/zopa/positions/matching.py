"""Matching: which issues a clause is about, and which of their options it points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.scales import fitting, reached
from zopa.positions.scoring import Scene, choose
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from zopa.positions.definitions import OptionWords
    from zopa.positions.passage import Clause, Passage
    from zopa.positions.quantities import Quantity
    from zopa.positions.scales import Limit, Scale
    from zopa.positions.vocabulary import CaseWords, IssueWords
    from zopa.positions.words import Term

MEASURED = 0.95
"""The quality of an option that a number with its unit names."""

ANCHOR_NEEDED = 0.55
"""The least weight of an issue's anchors in a clause for the issue to be considered."""

CARRIED = 0.5
"""What the quality of a match keeps where only the words around a clause say which issue it is about."""

TELLING, MARGIN, TOLD_QUALITY = 0.9, 0.7, 0.7
"""The least weight of an option's own words where no anchor stands, its lead over others, and the quality then."""

_AROUND = 0.5
_CARRIED_LEAST = 0.7
_AT_ALL = stems("any no")
_TWO_DIGITS = 10
_NUMBER_AFTER = stems("at to for on than of with below above under over from beyond")
_CHANGING = frozenset({"REDUCE", "LIFT", "INCREASE", "SUSPEND"})
_TOWARDS = stems("to at by of least most")
_BOUNDS = stems("than above over below under beyond")
_NEAR = 3
_ASIDE = 3
_SETTING_ASIDE = frozenset({("instead", "of"), ("rather", "than")})


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
    present = _present(passage, clause)
    nearby = _nearby(passage, clause)
    scene = Scene(passage, clause, present, nearby, context, tuple(speakers))
    anchored = _anchored(scene, words)
    found = []
    for issue in words.issues:
        if issue.id not in anchored:
            continue
        measured = _measured(issue, anchored[issue.id], scene)
        found.extend(measured)
        choice = None if measured or _is_measured(issue, scene) else choose(issue, anchored[issue.id], scene)
        if choice is not None:
            option, quality, matched = choice
            places = tuple(sorted({*anchored[issue.id], *matched}))
            found.append(Match(issue.id, option, quality, places, frozenset(matched)))
    return found if anchored else _telling(scene, words) or _carried(scene, words)


def _telling(scene: Scene, words: CaseWords) -> list[Match]:
    """The option whose own words a clause says, though none of them alone tells the issue: *freed all at once*.

    The words of the option, and with less weight those around it, must weigh more than those of any option of another
    issue, and of any sister, by a margin.
    """
    weighed = sorted(
        (
            (_weight(option, scene) + _AROUND * _said(issue, scene.context), issue, option)
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
    places = {place for name in option.terms if name in scene.present for place in scene.present[name]}
    return [Match(issue.id, option, TOLD_QUALITY, tuple(sorted(places)), frozenset(places))]


def _weight(option: OptionWords, scene: Scene) -> float:
    """What the option's words in the clause weigh."""
    return sum(weight for name, weight in option.terms.items() if name in scene.present)


def _carried(scene: Scene, words: CaseWords) -> list[Match]:
    """The option a clause without any anchor points to within the one issue that the words around it are about.

    *Would the league agree to larger classes? It would, if notice were given*: what is spoken of goes on.
    """
    around = {issue.id: _said(issue, scene.context) for issue in words.issues if not issue.residual}
    most = max(around.values(), default=0.0)
    spoken_of = [issue for issue in words.issues if around.get(issue.id, 0.0) == most]
    if most < ANCHOR_NEEDED or len(spoken_of) != 1:
        return []
    choice = choose(spoken_of[0], [], scene)
    if choice is None or not choice[2] or choice[1] < _CARRIED_LEAST:
        return []
    option, quality, matched = choice
    return [Match(spoken_of[0].id, option, quality * CARRIED, tuple(sorted(set(matched))), frozenset(matched))]


def _is_measured(issue: IssueWords, scene: Scene) -> bool:
    """Whether a declared scale decides: a number of its kind stands in the clause, even one that no option has."""
    scale = issue.scale
    return scale is not None and scale.declared and bool(fitting(scene.passage, scene.clause, scale, bare=False))


def _measured(issue: IssueWords, anchors: list[int], scene: Scene) -> list[Match]:
    """The options of an ordered issue that the quantities of a clause stand for."""
    if issue.scale is None:
        return []
    by_id = {option.id: option for option in issue.options}
    found: dict[str, Match] = {}
    bare = _by_words(issue, scene) or (issue.scale.declared and bool(_unnamed(issue.scale, scene)))
    for reach in reached(scene.passage, scene.clause, issue.scale, bare=bare):
        places = range(reach.first, reach.last + 1)
        words = tuple(sorted({*anchors, *places}))
        match = Match(issue.id, by_id[reach.option], MEASURED, words, frozenset(places), reach.limit)
        found.setdefault(reach.option, match)
    return list(found.values()) or _of_any(issue, anchors, scene)


def _of_any(issue: IssueWords, anchors: list[int], scene: Scene) -> list[Match]:
    """Every option above zero where words speak of *any payment* or *no payment* at all, and zero as what is left."""
    scale = issue.scale
    if scale is None or not scale.declared or fitting(scene.passage, scene.clause, scale, bare=False):
        return []
    places = [place for place in anchors if place and scene.passage.tokens[place - 1].stem in _AT_ALL]
    if not places or not any(0 in values for values in scale.values.values()):
        return []
    words = tuple(sorted(anchors))
    return [
        Match(issue.id, option, MEASURED, words, frozenset(places), "nothing" if option.value == 0 else "beyond")
        for option in issue.options
    ]


def _by_words(issue: IssueWords, scene: Scene) -> bool:
    """Whether words, and not numbers alone, say that a clause is about an issue."""
    return _said(issue, scene.present.keys()) >= ANCHOR_NEEDED


def _said(issue: IssueWords, names: Set[str]) -> float:
    """What the anchors among some terms weigh, numbers set aside."""
    return sum(weight for name, weight in issue.anchors.items() if name in names and not name[0].isdigit())


def _present(passage: Passage, clause: Clause) -> dict[str, list[int]]:
    """The terms of a clause with their tokens, without what is to change and what is named only to be set aside."""
    present: dict[str, list[int]] = {}
    for term in passage.within(passage.terms, clause):
        if not _is_former(passage, term) and not _is_contrast(passage, clause, term):
            present.setdefault(term.name, []).extend(range(term.first, term.last + 1))
    return present


def _is_contrast(passage: Passage, clause: Clause, term: Term) -> bool:
    """Whether a term is what is not meant: *in stages, not all at once*, *cameras instead of observers*."""
    for place in range(max(clause.first + 1, term.first - _ASIDE), term.first):
        token, before = passage.tokens[place], passage.tokens[place - 1]
        if token.stem == "not" and before.text == ",":
            return True
        if (before.stem, token.stem) in _SETTING_ASIDE:
            return True
    return False


def _nearby(passage: Passage, clause: Clause) -> frozenset[str]:
    """The terms of the statement's other clauses; what is given in exchange says nothing of what it is given for."""
    return frozenset(
        term.name
        for other in passage.clauses
        if other.role != "exchange" or clause.role == "exchange"
        for term in passage.within(passage.terms, other)
    )


def _is_former(passage: Passage, term: Term) -> bool:
    """Whether a number is not the one wanted: *lower its 27.5% tariff* and *higher than 80*, not *lower it to 15%*."""
    before = passage.tokens[term.first - 1].stem if term.first else ""
    if not term.name[0].isdigit() or before in _TOWARDS:
        return False
    if before in _BOUNDS:
        return True
    return any(other.name in _CHANGING and 0 < term.first - other.last <= _NEAR for other in passage.terms)


def _anchored(scene: Scene, words: CaseWords) -> dict[str, list[int]]:
    """The issues a clause is about, with the tokens that say so."""
    aliased = {issue: name for name, issues in words.aliases.items() if name in scene.present for issue in issues}
    hits = {issue.id: {name for name in issue.anchors if name in scene.present} for issue in words.issues}
    kept: dict[str, list[int]] = {}
    for issue in words.issues:
        places = _places(issue, aliased, hits, scene, words)
        if places:
            kept[issue.id] = places
    named = any(issue.id in aliased or issue.named & hits[issue.id] for issue in words.issues if issue.id in kept)
    return {issue.id: kept[issue.id] for issue in words.issues if issue.id in kept and not (issue.residual and named)}


def _places(
    issue: IssueWords, aliased: dict[str, str], hits: dict[str, set[str]], scene: Scene, words: CaseWords
) -> list[int]:
    """The tokens that make a clause be about an issue; empty where it is not."""
    if issue.id in aliased:
        return list(scene.present[aliased[issue.id]])
    mine = {name for name in hits[issue.id] if not _better_elsewhere(name, issue, hits, words)}
    if sum(issue.anchors[name] for name in mine) >= ANCHOR_NEEDED:
        return [place for name in mine for place in scene.present[name]]
    if _alone_measured(issue, scene, words) or _alone_named(issue, scene, words):
        return _quantity_places(issue, scene)
    return _left_out(scene) if "MEETING" in issue.anchors else []


def _alone_measured(issue: IssueWords, scene: Scene, words: CaseWords) -> bool:
    """Whether a quantity alone points to an issue's scale: *anything above 4 per cent*.

    It does where no other issue of its kind of measure is named in the clause, and either no other scale is of that
    kind, or this one's words alone stand in the sentence or its neighbours.
    """
    scale = issue.scale
    if scale is None or not scale.declared or scale.kind is None:
        return False
    if not fitting(scene.passage, scene.clause, scale, bare=False):
        return False
    alike = [other for other in words.issues if other.scale is not None and other.scale.kind == scale.kind]
    if any(_by_words(other, scene) for other in alike if other.id != issue.id):
        return False
    declared = [other for other in alike if other.scale is not None and other.scale.declared]
    around = [other.id for other in declared if _said(other, scene.context) >= ANCHOR_NEEDED]
    return len(declared) == 1 or around == [issue.id]


def _alone_named(issue: IssueWords, scene: Scene, words: CaseWords) -> bool:
    """Whether a number without a unit is an option of this issue's scale and of no other: *would sign at 45*."""
    if issue.scale is None or not issue.scale.declared or not _unnamed(issue.scale, scene):
        return False
    scales = [other.scale for other in words.issues if other.scale is not None and other.scale.declared]
    return sum(bool(_unnamed(scale, scene)) for scale in scales) == 1


def _unnamed(scale: Scale, scene: Scene) -> list[Quantity]:
    """The numbers of two digits or more without a unit that are values of a scale, after *at*, *to* and the like."""
    values = {value for found in scale.values.values() for value in found}
    return [
        each
        for each in scene.passage.quantities
        if scene.clause.holds(each.first) and each.kind is None and not each.nouns and not each.past
        if each.value >= _TWO_DIGITS and each.value in values
        if each.first and scene.passage.tokens[each.first - 1].stem in _NUMBER_AFTER
    ]


def _quantity_places(issue: IssueWords, scene: Scene) -> list[int]:
    if issue.scale is None:
        return []
    found = fitting(scene.passage, scene.clause, issue.scale, bare=False) or _unnamed(issue.scale, scene)
    return [place for each in found for place in range(each.first, each.last + 1)]


def _left_out(scene: Scene) -> list[int]:
    """The tokens of *without* and a party: who is left out is said of a meeting."""
    return [
        place
        for mention in scene.passage.mentions
        if scene.clause.holds(mention.first) and mention.first
        if scene.passage.tokens[mention.first - 1].stem == "without"
        for place in range(mention.first - 1, mention.last + 1)
    ]


def _better_elsewhere(name: str, issue: IssueWords, hits: dict[str, set[str]], words: CaseWords) -> bool:
    """Whether another issue with the same anchor has more of its own anchors present."""
    mine = _fullness(issue, hits)
    rivals = (other for other in words.issues if other.id != issue.id and name in other.anchors)
    return any(_fullness(other, hits) > mine for other in rivals)


def _fullness(issue: IssueWords, hits: dict[str, set[str]]) -> float:
    total = sum(issue.anchors.values())
    return sum(issue.anchors[name] for name in hits[issue.id]) / total if total else 0.0
