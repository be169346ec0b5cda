"""Stances: whose attitude governs an option in a clause, what it is, and how firm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.governing import Governed, governing
from zopa.positions.spoken import from_speaker
from zopa.positions.subjects import actors_in, sentence_start
from zopa.positions.voices import AS_STANCE, EXPLICIT, Attitude, Voice, holders, strictly_conditioned, tone
from zopa.positions.words import stem

if TYPE_CHECKING:
    from zopa.positions.matching import Candidate
    from zopa.positions.passage import Clause, Passage
    from zopa.positions.position import Stance
    from zopa.positions.words import Term

_PLANS = frozenset(stem(word) for word in cues.PLANS)

_FORESEEN = 0.5


def attitudes(passage: Passage, clause: Clause, candidate: Candidate, voice: Voice) -> list[Attitude]:
    """The attitudes the words express towards a candidate; empty where no words say whose, or which.

    1. The cue that governs the candidate, and its holder: the nearest party before it that is no object of a
       preposition; a pronoun or nobody means the speaker.
    2. Without a cue, a speaker who belongs to a party may lay down (must), announce (would) or, in a document, list.
    3. A plan refused or taken as a whole is refused or taken part by part, softly.
    """
    governed = governing(passage, clause, candidate)
    if governed is None:
        return from_speaker(passage, clause, candidate, voice)
    return _from_cue(passage, clause, candidate, voice, governed) + _package(
        passage, clause, candidate, voice, governed.cue
    )


def _from_cue(
    passage: Passage, clause: Clause, candidate: Candidate, voice: Voice, governed: Governed
) -> list[Attitude]:
    parties, certainty = ((governed.owner,), EXPLICIT) if governed.owner else holders(passage, governed.holder, voice)
    named = certainty == EXPLICIT
    if governed.kind == "demands" and _foreseen(passage, governed.cue):
        certainty *= _FORESEEN
    strength = tone(passage, clause, governed.cue)
    found = []
    for party in parties:
        stance = _stance(passage, clause, candidate, governed, party)
        if voice.joint and stance in ("demands", "offers"):
            stance = "accepts"
        if stance is not None:
            found.append(Attitude(party, stance, "soft" if stance == "undecided" else strength, certainty, named))
    return found


def _foreseen(passage: Passage, cue: Term) -> bool:
    """Whether a demand is only expected: *would demand*, *may insist*."""
    before = passage.tokens[cue.first - 1].stem if cue.first else ""
    return before in cues.FUTURES and cue.first not in {
        modal.first for modal in passage.modals if modal.name == "directive"
    }


def _stance(passage: Passage, clause: Clause, candidate: Candidate, governed: Governed, party: str) -> Stance | None:
    cue, negated = governed.cue, passage.negated(governed.cue.first)
    if governed.kind == "conditions":
        return "demands" if min(candidate.words) > cue.first else "conditions"
    if governed.kind == "undecided":
        return None if negated else "undecided"
    if candidate.option.conditional and any(other.role == "condition" for other in passage.clauses):
        return "conditions"
    stance = _plain(passage, candidate, governed, party, negated)
    if stance in ("accepts", "offers") and clause.role == "main" and strictly_conditioned(passage, clause):
        return "conditions"
    if stance == "demands" and clause.role == "exchange" and not clause.holds(cue.first):
        return "offers"
    if stance in ("offers", "accepts") and clause.role != "main" and governed.kind in ("offers", "accepts"):
        return stance if clause.holds(cue.first) else "demands"
    return stance


def _plain(passage: Passage, candidate: Candidate, governed: Governed, party: str, negated: bool) -> Stance | None:
    kind = governed.kind
    if kind == "proposes":
        if negated:
            return None
        actor = actors_in(passage, governed.cue.last + 1, max(candidate.words))
        return "demands" if actor and party not in actor else "offers"
    if negated:
        return "rejects" if kind in ("accepts", "offers") else None
    return AS_STANCE.get(kind)


def _package(passage: Passage, clause: Clause, candidate: Candidate, voice: Voice, cue: Term) -> list[Attitude]:
    if clause.role == "exchange":
        return []
    for earlier in passage.attitudes:
        if earlier.first >= cue.first or earlier.name not in ("rejects", "accepts"):
            continue
        between = passage.tokens[earlier.last + 1 : cue.first]
        if sentence_start(passage, cue.first) <= earlier.first and any(token.stem in _PLANS for token in between):
            parties, certainty = holders(passage, earlier, voice)
            refused = (earlier.name == "rejects") != passage.negated(earlier.first)
            return [
                Attitude(party, "rejects" if refused else "accepts", "soft", certainty, certainty == EXPLICIT)
                for party in parties
            ]
    return []
