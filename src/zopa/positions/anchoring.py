"""Anchoring: which issues a clause is about, by the words and numbers that belong to them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.positions.scales import fitting
from zopa.positions.units import SPANS
from zopa.positions.vocabulary import has_term
from zopa.positions.words import stem, stems

if TYPE_CHECKING:
    from collections.abc import Set

    from zopa.positions.parties import Mention
    from zopa.positions.passage import Passage
    from zopa.positions.quantities import Quantity
    from zopa.positions.scales import Scale
    from zopa.positions.scoring import Scene
    from zopa.positions.vocabulary import CaseWords, IssueWords

ANCHOR_NEEDED = 0.55
"""The least weight of an issue's anchors in a clause for the issue to be considered."""

_TWO_DIGITS = 10
_TAKING_PART = 5
_UNLESS = stem("unless")
_PRESENT = frozenset(
    tuple(stem(word) for word in pair.split())
    for pair in (
        "takes part",
        "is present",
        "at the",
        "the table",
        "is involved",
        "is included",
        "is invited",
        "sits at",
    )
)
_PAY, _OBJECT_WITHIN = stem("pay"), 4
_NUMBER_AFTER = stems("at to for on than of with below above under over from beyond")


def anchored(scene: Scene, words: CaseWords) -> dict[str, list[int]]:
    """The issues a clause is about, with the tokens that say so."""
    aliased = {issue: name for name, issues in words.aliases.items() if name in scene.present for issue in issues}
    hits = {
        issue.id: {
            name for name in issue.anchors if name in scene.present and not _pays_another(name, issue, scene, words)
        }
        for issue in words.issues
    }
    kept: dict[str, list[int]] = {}
    for issue in words.issues:
        places = _places(issue, aliased, hits, scene, words)
        if places:
            kept[issue.id] = places
    named = any(issue.id in aliased or issue.named & hits[issue.id] for issue in words.issues if issue.id in kept)
    specific = [issue for issue in words.issues if issue.id in kept and not issue.residual]
    for issue in words.issues:
        if issue.residual and (named or issue.id not in kept):
            kept[issue.id] = _general_places(issue, specific, scene)
    return {issue.id: kept[issue.id] for issue in words.issues if kept.get(issue.id)}


def _pays_another(name: str, issue: IssueWords, scene: Scene, words: CaseWords) -> bool:
    """Whether a word is only the verb of a sum that is on another issue's scale: *pay 50 euros* is not of wages."""
    if name != "WAGE" or (issue.scale is not None and issue.scale.declared):
        return False
    sums = {
        each.first
        for other in words.issues
        if other.scale is not None and other.scale.declared
        for each in fitting(scene.passage, scene.clause, other.scale, bare=False)
    }
    verbs = [place for place in scene.present[name] if scene.passage.tokens[place].stem == _PAY]
    return bool(verbs) and all(any(0 < first - place <= _OBJECT_WITHIN for first in sums) for place in verbs)


def _general_places(issue: IssueWords, specific: list[IssueWords], scene: Scene) -> list[int]:
    """The tokens of concepts that tell a residual issue's option and none of an issue the clause is about."""
    names = [name for name in issue.general if name in scene.present]
    return [
        place for name in names if not any(has_term(each, name) for each in specific) for place in scene.present[name]
    ]


def _places(
    issue: IssueWords, aliased: dict[str, str], hits: dict[str, set[str]], scene: Scene, words: CaseWords
) -> list[int]:
    """The tokens that make a clause be about an issue; empty where it is not."""
    if issue.id in aliased:
        return list(scene.present[aliased[issue.id]])
    mine = {name for name in hits[issue.id] if not _better_elsewhere(name, issue, hits, words)}
    if weight_of(issue, mine) >= ANCHOR_NEEDED and not are_bare(mine, issue):
        return [place for name in mine for place in scene.present[name]]
    if _alone_measured(issue, scene, words) or _alone_named(issue, scene, words):
        return _quantity_places(issue, scene)
    return _left_out(scene) if "MEETING" in issue.anchors else []


def are_bare(names: Set[str], issue: IssueWords) -> bool:
    """Whether nothing but bare numbers of a declared scale stands there: *the twelve come home together*.

    Ages and years are said without a unit: *our members will not swallow 67*.
    """
    scale = issue.scale
    return scale is not None and scale.declared and scale.kind not in SPANS and all(map(str.isdigit, names))


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
    if any(by_words(other, scene) for other in alike if other.id != issue.id):
        return False
    declared = [other for other in alike if other.scale is not None and other.scale.declared]
    around = [other.id for other in declared if said(other, scene.context) >= ANCHOR_NEEDED]
    return len(declared) == 1 or around == [issue.id]


def _alone_named(issue: IssueWords, scene: Scene, words: CaseWords) -> bool:
    """Whether a number without a unit is an option of this issue's scale and of no other: *would sign at 45*."""
    if issue.scale is None or not issue.scale.declared:
        return False
    if not unnamed(issue.scale, scene):
        return _alone_spoken_of(issue, scene, words)
    scales = [other.scale for other in words.issues if other.scale is not None and other.scale.declared]
    return sum(bool(unnamed(scale, scene)) for scale in scales) == 1


def _alone_spoken_of(issue: IssueWords, scene: Scene, words: CaseWords) -> bool:
    """Whether a small number behind a cue is an option of this issue, of which alone the sentences around speak:
    *rooms of six writers* and then *could live with three*.
    """
    having = [other for other in words.issues if other.scale is not None and small(other.scale, scene)]
    around = [other.id for other in having if said(other, scene.context) >= ANCHOR_NEEDED]
    return around == [issue.id]


def by_words(issue: IssueWords, scene: Scene) -> bool:
    """Whether words, and not numbers alone, say that a clause is about an issue."""
    return said(issue, scene.present.keys()) >= ANCHOR_NEEDED


def said(issue: IssueWords, names: Set[str]) -> float:
    """What the anchors among some terms weigh, numbers set aside."""
    return sum(weight for name, weight in issue.anchors.items() if name in names and not name[0].isdigit())


def weight_of(issue: IssueWords, names: Set[str]) -> float:
    """What the anchors among some terms weigh."""
    return sum(weight for name, weight in issue.anchors.items() if name in names)


def unnamed(scale: Scale, scene: Scene) -> list[Quantity]:
    """The numbers of two digits or more without a unit that are values of a scale, after *at*, *to* and the like or a
    cue (*swallow 67*).
    """
    led = _led(scene)
    return [
        each
        for each in _values_named(scale, scene)
        if each.value >= _TWO_DIGITS and scene.passage.tokens[each.first - 1].stem in _NUMBER_AFTER | led
    ]


def small(scale: Scale, scene: Scene) -> list[Quantity]:
    """The numbers from two on, without a unit and right behind a cue, that are values of a scale: *live with three*."""
    led = _led(scene)
    return [
        each
        for each in _values_named(scale, scene)
        if each.value > 1 and scene.passage.tokens[each.first - 1].stem in led
    ]


def _led(scene: Scene) -> frozenset[str]:
    return frozenset(scene.passage.tokens[cue.last].stem for cue in scene.passage.attitudes)


def _values_named(scale: Scale, scene: Scene) -> list[Quantity]:
    """The numbers without a unit in a clause, not the first word, that are values of a scale."""
    values = {value for found in scale.values.values() for value in found}
    return [
        each
        for each in scene.passage.quantities
        if scene.clause.holds(each.first) and each.kind is None and not each.nouns and not each.past
        if each.first and each.value in values
    ]


def _quantity_places(issue: IssueWords, scene: Scene) -> list[int]:
    if issue.scale is None:
        return []
    found = (
        fitting(scene.passage, scene.clause, issue.scale, bare=False)
        or unnamed(issue.scale, scene)
        or small(issue.scale, scene)
    )
    return [place for each in found for place in range(each.first, each.last + 1)]


def _left_out(scene: Scene) -> list[int]:
    """The tokens of *without* or *unless* and a party: who is left out is said of a meeting."""
    return [
        place
        for mention in scene.passage.mentions
        if scene.clause.holds(mention.first) and is_left_out(scene.passage, mention)
        for place in range(mention.first - 1, mention.last + 1)
    ]


def is_left_out(passage: Passage, mention: Mention) -> bool:
    """Whether a party is spoken of as not at the table: *without Arvenia*, *unless Arvenia takes part*."""
    before = passage.tokens[mention.first - 1].stem if mention.first else ""
    if before == _UNLESS:
        behind = [token.stem for token in passage.tokens[mention.last + 1 : mention.last + 1 + _TAKING_PART]]
        return any(pair in _PRESENT for pair in pairwise(behind))
    return before == "without"


def _better_elsewhere(name: str, issue: IssueWords, hits: dict[str, set[str]], words: CaseWords) -> bool:
    """Whether another issue with the same anchor has a larger part of its own words present, numbers set aside."""
    mine = _fullness(issue, hits)
    rivals = (other for other in words.issues if other.id != issue.id and name in other.anchors)
    return any(_fullness(other, hits) > mine for other in rivals)


def _fullness(issue: IssueWords, hits: dict[str, set[str]]) -> float:
    words = {name: weight for name, weight in issue.anchors.items() if not name[0].isdigit()}
    total = sum(words.values())
    return sum(words.get(name, 0.0) for name in hits[issue.id]) / total if total else 0.0
