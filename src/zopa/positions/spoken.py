"""Spoken: what a speaker's plain words say of an option, where no cue among them governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.subjects import actors_in, sentence_start
from zopa.positions.voices import (
    ANNOUNCED,
    AS_STANCE,
    DIRECTED,
    LISTED,
    OWN,
    Attitude,
    Voice,
    strictly_conditioned,
    tone,
)

if TYPE_CHECKING:
    from zopa.positions.matching import Candidate
    from zopa.positions.passage import Clause, Passage
    from zopa.positions.position import Stance, Strength

_SELF = frozenset({"he", "she", "we", "i", "our", "my", "they"})


def from_speaker(passage: Passage, clause: Clause, candidate: Candidate, voice: Voice) -> list[Attitude]:
    """The attitudes of whoever speaks towards a candidate that no cue among the words governs."""
    strength = tone(passage, clause, None)
    if "red_line" in voice.outer_tones:
        strength = "red_line"
    elif "soft" in voice.outer_tones and strength == "firm":
        strength = "soft"
    if voice.joint:
        subject = actors_in(passage, clause.first, max(clause.first, min(candidate.words) - 1))
        return [Attitude(party, "accepts", strength, LISTED, named=True) for party in subject[:1]]
    if not voice.parties:
        return _bargain(passage, clause, candidate, strength)
    found = []
    for party in voice.parties:
        stance, certainty = _spoken(passage, clause, candidate, voice, party)
        if stance is not None:
            found.append(Attitude(party, stance, strength, certainty))
    return found


def _bargain(passage: Passage, clause: Clause, candidate: Candidate, strength: Strength) -> list[Attitude]:
    """A bargain told by an outsider: *In return for access, the port would lift its fee* demands one and offers one."""
    start = sentence_start(passage, clause.first)
    same = [other for other in passage.clauses if sentence_start(passage, other.first) == start]
    main = next((other for other in same if other.role == "main"), None)
    if main is None or not any(other.role == "exchange" for other in same):
        return []
    givers = actors_in(passage, main.first, main.last)[:1]
    if not any(modal.name == "future" for modal in passage.within(passage.modals, main)):
        return []
    stance: Stance = "offers" if clause == main else "demands"
    return [Attitude(party, stance, strength, LISTED, named=True) for party in givers if clause.role != "condition"]


def _spoken(
    passage: Passage, clause: Clause, candidate: Candidate, voice: Voice, party: str
) -> tuple[Stance | None, float]:
    """A stance without a cue among the words: from the cue outside, a directive, a modal, or a document's list."""
    first = min(candidate.words)
    subject = actors_in(passage, clause.first, max(clause.first, first - 1))
    if _begins_with_pronoun(passage, clause):
        subject = [party, *subject]
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


def _begins_with_pronoun(passage: Passage, clause: Clause) -> bool:
    """Whether the clause's subject is the speaker, as in *he would* or *our side will*."""
    words = [token for token in passage.tokens[clause.first : clause.last + 1] if token.is_word]
    return bool(words) and words[0].text.lower() in _SELF


def _outer(voice: Voice, subject: list[str], party: str, negated: bool, role: str) -> Stance | None:
    kind = voice.outer
    if kind in ("undecided", "conditions"):
        return AS_STANCE[kind]
    if kind == "proposes":
        kind = "demands" if subject and party not in subject else "offers"
    if voice.outer_negated:
        kind = {"accepts": "rejects", "offers": "rejects"}.get(kind or "")
    if negated:
        kind = "rejects"
    if role == "exchange" and kind in ("demands", "offers"):
        kind = "offers" if kind == "demands" else "demands"
    return AS_STANCE.get(kind or "")


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
    if party in subject and strictly_conditioned(passage, clause):
        return "conditions"
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
