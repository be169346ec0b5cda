"""Deeds: what a party has done about an option, told by the outlet without a word of stance.

*The bloc put off its countermeasures* takes the option of putting them off; *the port raised its fee* asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.subjects import acts, is_object
from zopa.positions.voices import LISTED, Attitude
from zopa.positions.words import stems

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance, Strength
    from zopa.positions.words import Term

GIVING = frozenset({"SUSPEND", "LIFT", "REDUCE", "EXTEND", "RELEASE", "RETURN", "FREEZE", "ABANDON", "CEDE"})
"""What gives ground."""
_TAKING = frozenset({"INCREASE", "RETALIATE", "EXCLUDE"})
_GONE = frozenset({"LIFT", "ABANDON", "EXCLUDE"})
_HELPING = stems("have has had also since then already now recently just meanwhile duly on at once")
_PAST = frozenset(["put", "cut", "let", "set", "hit", "froze", "withdrew", "gave", "took", "pulled", "handed", "shut"])
_APART = 4


def deed(passage: Passage, clause: Clause, match: Match, strength: Strength) -> list[Attitude]:
    """The stance of the party whose deed a clause tells; empty where it tells none.

    The subject stands right before a verb in the past, the verb is a word of the option, and nothing denies or foresees
    it: giving ground is taken, taking ground is demanded.
    """
    if clause.role != "main" or passage.within(passage.modals, clause):
        return []
    for term in passage.within(passage.terms, clause):
        stance = _stance(term)
        if stance is None or term.first not in match.consumed or not _is_past(passage, term.first):
            continue
        party = _subject(passage, clause, term)
        if party is not None and not passage.negated(term.first):
            return [Attitude(party, stance, strength, LISTED, named=True)]
    return []


def does_away(passage: Passage, match: Match) -> bool:
    """Whether the words for an option of nothing are a verb of doing away with it: *abolish night shifts*."""
    return any(term.name in _GONE and term.first in match.words for term in passage.terms)


def _stance(term: Term) -> Stance | None:
    return "accepts" if term.name in GIVING else "demands" if term.name in _TAKING else None


def _is_past(passage: Passage, place: int) -> bool:
    word = passage.tokens[place].text.lower()
    return word.endswith("ed") or word in _PAST


def _subject(passage: Passage, clause: Clause, verb: Term) -> str | None:
    """The party right before a verb, with nothing but helping words between them."""
    for mention in passage.mentions:
        between = passage.tokens[mention.last + 1 : verb.first]
        if mention.first < clause.first or mention.last >= verb.first or len(between) > _APART:
            continue
        if is_object(passage, mention.first, clause.first) or not acts(passage, mention):
            continue
        if all(token.stem in _HELPING or token.text.lower().endswith("ly") for token in between):
            return mention.party
    return None
