"""Stances: whose attitude governs an option in a clause, what it is, and how firm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.governing import Governed, governing
from zopa.positions.subjects import actors_in, sentence_start, subjects_before
from zopa.positions.words import stem, stems

if TYPE_CHECKING:
    from zopa.positions.matching import Candidate
    from zopa.positions.passage import Clause, Passage
    from zopa.positions.position import Stance, Strength
    from zopa.positions.words import Term

_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "his", "its", "their", "our"})
_PLANS = frozenset(stem(word) for word in cues.PLANS)

_STRICT = stems("only unless provided condition conditional hinge depend contingent")

EXPLICIT, OWN, LISTED, DIRECTED, ANNOUNCED = 0.9, 0.8, 0.75, 0.75, 0.6
"""How sure a reading is: holder named; holder is the speaker; a document's list; must; would."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the parties spoken for, the kind of text, and the attitude that stands outside the words themselves.

    ``joint`` marks a text several parties share: what it lists, they have accepted.
    """

    parties: tuple[str, ...]
    document: bool = False
    joint: bool = False
    outer: str | None = None
    outer_negated: bool = False
    outer_tones: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Attitude:
    """One party's stance towards one option, with how sure the reading is."""

    party: str
    stance: Stance
    strength: Strength
    certainty: float


def attitudes(passage: Passage, clause: Clause, candidate: Candidate, voice: Voice) -> list[Attitude]:
    """The attitudes the words express towards a candidate; empty where no words say whose, or which.

    1. The cue that governs the candidate, and its holder: the nearest party before it that is no object of a
       preposition; a pronoun or nobody means the speaker.
    2. Without a cue, a speaker who belongs to a party may lay down (must), announce (would) or, in a document, list.
    3. A plan refused or taken as a whole is refused or taken part by part, softly.
    """
    governed = governing(passage, clause, candidate)
    if governed is None:
        return _from_speaker(passage, clause, candidate, voice)
    return _from_cue(passage, clause, candidate, voice, governed) + _package(
        passage, clause, candidate, voice, governed.cue
    )


def holders(passage: Passage, cue: Term, voice: Voice) -> tuple[tuple[str, ...], float]:
    """Whose attitude a cue expresses, and how sure that is."""
    start = sentence_start(passage, cue.first)
    close = range(max(start, cue.first - 3), cue.first)
    pronoun = any(passage.tokens[place].stem in _PRONOUNS for place in close)
    named_close = any(mention.first in close for mention in passage.mentions)
    if pronoun and voice.parties and not named_close:
        return voice.parties, OWN
    named = subjects_before(passage, start, cue.first)
    if not named and cue.name == "undecided":
        named = actors_in(passage, cue.last + 1, len(passage.tokens))[:1]
    return (tuple(named), EXPLICIT) if named else (voice.parties, OWN)


def _from_cue(
    passage: Passage, clause: Clause, candidate: Candidate, voice: Voice, governed: Governed
) -> list[Attitude]:
    parties, certainty = ((governed.owner,), EXPLICIT) if governed.owner else holders(passage, governed.holder, voice)
    strength = tone(passage, clause, governed.cue)
    found = []
    for party in parties:
        stance = _stance(passage, clause, candidate, governed, party)
        if voice.joint and stance in ("demands", "offers"):
            stance = "accepts"
        if stance is not None:
            found.append(Attitude(party, stance, "soft" if stance == "undecided" else strength, certainty))
    return found


def _stance(passage: Passage, clause: Clause, candidate: Candidate, governed: Governed, party: str) -> Stance | None:
    cue, negated = governed.cue, passage.negated(governed.cue.first)
    if governed.kind == "conditions":
        return "demands" if min(candidate.words) > cue.first else "conditions"
    if governed.kind == "undecided":
        return None if negated else "undecided"
    if candidate.option.conditional and any(other.role == "condition" for other in passage.clauses):
        return "conditions"
    stance = _plain(passage, candidate, governed, party, negated)
    if stance in ("accepts", "offers") and clause.role == "main" and _strictly_conditioned(passage, clause):
        return "conditions"
    if stance == "demands" and clause.role == "exchange" and not clause.holds(cue.first):
        return "offers"
    if stance == "offers" and clause.role != "main" and not clause.holds(cue.first) and governed.kind == "offers":
        return "demands"
    return stance


def _strictly_conditioned(passage: Passage, clause: Clause) -> bool:
    """Whether *only if*, *unless*, *provided* or the like follows the clause in its sentence."""
    start = sentence_start(passage, clause.first)
    return any(
        mark.name == "condition"
        and mark.first > clause.first
        and sentence_start(passage, mark.first) == start
        and passage.tokens[mark.first].stem in _STRICT
        for mark in passage.marks
    )


def _plain(passage: Passage, candidate: Candidate, governed: Governed, party: str, negated: bool) -> Stance | None:
    kind = governed.kind
    if kind == "proposes":
        if negated:
            return None
        actor = actors_in(passage, governed.cue.last + 1, max(candidate.words))
        return "demands" if actor and party not in actor else "offers"
    if negated:
        return "rejects" if kind in ("accepts", "offers") else None
    return kind  # type: ignore[return-value]


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
            return [Attitude(party, "rejects" if refused else "accepts", "soft", certainty) for party in parties]
    return []


def tone(passage: Passage, clause: Clause, cue: Term | None) -> Strength:
    """The strength of the words around a cue, within its sentence."""
    start = sentence_start(passage, cue.first if cue else clause.first)
    tones = {
        tone.name for tone in passage.tones if tone.first >= start and sentence_start(passage, tone.first) == start
    }
    return "red_line" if "red_line" in tones else "soft" if "soft" in tones else "firm"


def _from_speaker(passage: Passage, clause: Clause, candidate: Candidate, voice: Voice) -> list[Attitude]:
    strength = tone(passage, clause, None)
    if "red_line" in voice.outer_tones:
        strength = "red_line"
    elif "soft" in voice.outer_tones and strength == "firm":
        strength = "soft"
    if voice.joint:
        subject = actors_in(passage, clause.first, max(clause.first, min(candidate.words) - 1))
        return [Attitude(party, "accepts", strength, LISTED) for party in subject[:1]]
    found = []
    for party in voice.parties:
        stance, certainty = _spoken(passage, clause, candidate, voice, party)
        if stance is not None:
            found.append(Attitude(party, stance, strength, certainty))
    return found


def _spoken(
    passage: Passage, clause: Clause, candidate: Candidate, voice: Voice, party: str
) -> tuple[Stance | None, float]:
    """A stance without a cue among the words: from the cue outside, a directive, a modal, or a document's list."""
    first = min(candidate.words)
    subject = actors_in(passage, clause.first, max(clause.first, first - 1))
    negated = not candidate.option.negative and passage.negated(first, reach=5)
    if voice.outer is not None:
        return _outer(voice, subject, party, negated, clause.role), OWN
    modals = {modal.name for modal in passage.within(passage.modals, clause)}
    if negated and (modals or voice.document):
        return "rejects", 0.7
    if "directive" in modals:
        return _directed(passage, clause, party), DIRECTED
    if voice.document or "future" in modals or clause.role in ("exchange", "condition"):
        stance = _announced(passage, clause, candidate, subject, party)
        return stance, LISTED if voice.document else ANNOUNCED
    return None, 0.0


def _outer(voice: Voice, subject: list[str], party: str, negated: bool, role: str) -> Stance | None:
    kind = voice.outer
    if kind in ("undecided", "conditions"):
        return kind  # type: ignore[return-value]
    if kind == "proposes":
        kind = "demands" if subject and party not in subject else "offers"
    if voice.outer_negated:
        kind = {"accepts": "rejects", "offers": "rejects"}.get(kind or "")
    if negated:
        kind = "rejects"
    if role == "exchange" and kind in ("demands", "offers"):
        kind = "offers" if kind == "demands" else "demands"
    return kind  # type: ignore[return-value]


def _directed(passage: Passage, clause: Clause, party: str) -> Stance:
    """What *must* or *should* be: a compromise when asked of both sides, or of two others; else a demand."""
    others = {mention.party for mention in passage.mentions if clause.holds(mention.first)} - {party}
    return "offers" if _mutual(passage, clause) or len(others) > 1 else "demands"


def _mutual(passage: Passage, clause: Clause) -> bool:
    return any(tone.name == "mutual" for tone in passage.within(passage.tones, clause))


def _announced(passage: Passage, clause: Clause, candidate: Candidate, subject: list[str], party: str) -> Stance:
    """What *would* be, or is listed: given by the party itself, or for what another is to do first, it is an offer."""
    if candidate.option.conditional and any(other.role == "condition" for other in passage.clauses):
        return "conditions"
    if clause.role in ("exchange", "condition"):
        return "offers" if party in subject else "demands"
    if _mutual(passage, clause) or party in subject or _for_something(passage, clause, party):
        return "offers"
    return "demands"


def _for_something(passage: Passage, clause: Clause, party: str) -> bool:
    """Whether a clause of condition with another party as its actor follows: *would stop once they leave*."""
    return any(
        other.role == "condition" and set(actors_in(passage, other.first, other.last)) - {party}
        for other in passage.clauses
        if other.first > clause.last and sentence_start(passage, other.first) == sentence_start(passage, clause.first)
    )
