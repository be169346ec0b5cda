"""Doubts: codings of the rules that rest on few words, where the judge finds quite another issue spoken of.

*Had to give up fee-paying patients* shares a word with the on-call fee, and is about private practice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.positions.judging.features import Option
    from zopa.positions.passage import Passage
    from zopa.positions.vocabulary import CaseWords

UNLIKELY_ISSUE, LIKELY_ISSUE = 0.05, 0.5
"""The judge's chance of the issue the rules told, at most, and of another, at least, from which on there is doubt."""

FEW_WORDS = 2.5
"""What the words of an issue and of its option weigh that may be an accident; a telling word weighs 1."""


def doubted(option: Option, passage: Passage, words: CaseWords, near: Mapping[Option, float]) -> bool:
    """Whether the rules' option of an issue is in doubt; ``near`` are the judge's chances of every option.

    A number on a scale is never in doubt, since its unit says what it is of. The bounds were chosen on passages that
    the judge had not learned from, where most codings in doubt were wrong. Cost: linear in the options.
    """
    chances: dict[str, float] = {}
    for (issue, _), chance in near.items():
        chances[issue] = chances.get(issue, 0.0) + chance
    own = chances.pop(option[0], 0.0)
    if own >= UNLIKELY_ISSUE or max(chances.values(), default=0.0) < LIKELY_ISSUE:
        return False
    about = next(issue for issue in words.issues if issue.id == option[0])
    meant = next(each for each in about.options if each.id == option[1])
    heard = {term.name for term in passage.terms}
    weight = sum(weight for terms in (about.anchors, meant.terms) for name, weight in terms.items() if name in heard)
    return about.scale is None and weight < FEW_WORDS
