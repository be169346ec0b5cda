"""Spoken: what a speaker's plain words say of an option, where no cue among them governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.announcing import announced
from zopa.positions.deeds import deed, does_away
from zopa.positions.effects import SELF, has_effect, nobody_would
from zopa.positions.subjects import actors_in, sentence_start
from zopa.positions.voices import (
    ANNOUNCED,
    AS_STANCE,
    DENIED,
    DIRECTED,
    LISTED,
    OWN,
    Attitude,
    Voice,
    strictly_conditioned,
    tone,
)
from zopa.positions.words import stems

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance, Strength

_OPENING = 6
_GIFTS = stems("give put contribute provide lend fund donate grant spend invest")
_UNDER = frozenset({"under", "in", "accord"})
_TEXTS = stems("draft proposal plan text paper memorandum offer outline")
_REFUSING = frozenset({"no", "not", "never"})
_ARTICLES = frozenset({"a", "an", "the", "another", "“", '"'})
_EXCHANGES = stems("exchange swap")


def from_speaker(passage: Passage, clause: Clause, match: Match, voice: Voice) -> list[Attitude]:
    """The attitudes of whoever speaks towards a match that no cue among the words governs.

    A sentence that says what an act would bring (*leaving the pact would cost us dear*) says nobody's wish.
    """
    if _tells_consequences(passage, clause):
        return []
    strength = tone(passage, clause, None)
    if "red_line" in voice.outer_tones:
        strength = "red_line"
    elif "soft" in voice.outer_tones and strength == "firm":
        strength = "soft"
    if voice.joint:
        start = sentence_start(passage, clause.first) if clause.role == "condition" else clause.first
        actors = actors_in(passage, start, max(start, min(match.words) - 1))
        subject = [party for party in actors if not _only_owns(passage, party, start)]
        return [Attitude(party, "accepts", strength, LISTED, named=True) for party in subject[:1] or voice.parties]
    if not voice.parties:
        told = _bargain(passage, clause, match, strength) or _by_draft(passage, clause, strength)
        return told or deed(passage, clause, match, strength) or announced(passage, clause, match, strength)
    told = _bargain_of_another(passage, clause, match, voice, strength)
    if told:
        return told
    found = []
    for party in voice.parties:
        stance, certainty = _spoken(passage, clause, match, voice, party)
        if stance in ("accepts", "offers") and clause.role == "main" and strictly_conditioned(passage, clause):
            stance = "conditions"
        if stance is not None:
            found.append(Attitude(party, stance, strength, certainty))
    return found


def _only_owns(passage: Passage, party: str, start: int) -> bool:
    """Whether every mention of a party from a token on only says whose something is: *a US tariff*."""
    owners = {term.first - 1 for term in passage.terms if "|" in term.name}
    return all(
        mention.last in owners for mention in passage.mentions if mention.party == party and mention.first >= start
    )


def _tells_consequences(passage: Passage, clause: Clause) -> bool:
    """Whether the sentence begins with an act and goes on with *would*."""
    start = sentence_start(passage, clause.first)
    acts = passage.tokens[start].text.lower().endswith("ing")
    return acts and any(modal.name == "future" for modal in passage.within(passage.modals, clause))


def _bargain(passage: Passage, clause: Clause, match: Match, strength: Strength) -> list[Attitude]:
    """A bargain told by an outsider: *In return for access, the port would lift its fee* demands one and offers one,
    and *would lift its fee only if it gets access* makes one a condition of the other."""
    start = sentence_start(passage, clause.first)
    same = [other for other in passage.clauses if sentence_start(passage, other.first) == start]
    main = next((other for other in same if other.role == "main"), None)
    conditioned = main is not None and strictly_conditioned(passage, main)
    if main is None or not (conditioned or any(other.role == "exchange" for other in same)):
        return []
    givers = actors_in(passage, main.first, main.last)[:1]
    if not any(modal.name == "future" for modal in passage.within(passage.modals, main)):
        return []
    stance: Stance = "demands" if clause != main else "conditions" if conditioned else "offers"
    return [
        Attitude(party, stance, strength, LISTED, named=True)
        for party in givers
        if conditioned or clause.role != "condition"
    ]


def _bargain_of_another(
    passage: Passage, clause: Clause, match: Match, voice: Voice, strength: Strength
) -> list[Attitude]:
    """The bargain that a speaker says another would strike: *Velmar would stop if it could keep its halls*."""
    if clause.role != "condition" or passage.tokens[clause.first].stem not in ("if", "provid"):
        return []
    told = _bargain(passage, clause, match, strength)
    return [each for each in told if each.party not in voice.parties]


def _by_draft(passage: Passage, clause: Clause, strength: Strength) -> list[Attitude]:
    """What a party's text would bring: *Under the Nordhaven draft, the fee would be lifted* is offered by Nordhaven."""
    opening = passage.tokens[clause.first : clause.first + _OPENING]
    if (
        clause.role != "main"
        or not opening
        or opening[0].stem not in _UNDER
        or not passage.within(passage.modals, clause)
    ):
        return []
    for mention in passage.mentions:
        following = passage.tokens[mention.last + 1 : mention.last + 3]
        if clause.first < mention.first < clause.first + _OPENING and any(t.stem in _TEXTS for t in following):
            return [Attitude(mention.party, "offers", strength, LISTED, named=True)]
    return []


def _spoken(passage: Passage, clause: Clause, match: Match, voice: Voice, party: str) -> tuple[Stance | None, float]:
    """A stance without a cue among the words: from the cue outside, a directive, a modal, or a document's list."""
    first = min(match.words)
    if voice.outer is None and has_effect(passage, clause, match):
        return None, 0.0
    subject = actors_in(passage, clause.first, max(clause.first, first - 1))
    if _begins_with_pronoun(passage, clause):
        subject = [party, *subject]
    denied = (
        passage.negated(first, reach=5)
        or _denied_before(passage, clause, first)
        or _negated_inside(passage, clause, match)
        or nobody_would(passage, clause)
    )
    nothing = match.option.negative and not does_away(passage, match)
    negated = denied and not nothing and match.limit != "most"  # *no more than 10* denies what lies over it
    if voice.outer is not None:
        return _outer(voice, subject, party, negated, clause.role), OWN
    modals = {modal.name for modal in passage.within(passage.modals, clause)}
    if denied and modals and nothing:
        return "demands", DENIED
    if negated and (modals or voice.document or _bare_refusal(passage, clause)):
        return "rejects", DENIED
    if "directive" in modals:
        return _directed(passage, clause, match, party), DIRECTED
    if voice.document or "future" in modals or clause.role in ("exchange", "condition"):
        stance = _announced(passage, clause, match, subject, party)
        if voice.offer and stance == "demands" and clause.role == "main":
            stance = "offers"
        return stance, LISTED if voice.document else ANNOUNCED
    return None, 0.0


def _bare_refusal(passage: Passage, clause: Clause) -> bool:
    """Whether a speaker refuses without a modal: *No soldiers in uniform*, *We are not paying a crown*."""
    words = [token.text.lower() for token in passage.tokens[clause.first : clause.last + 1] if token.is_word]
    return bool(words) and (words[0] in _REFUSING or words[0] in ("we", "i"))


def _negated_inside(passage: Passage, clause: Clause, match: Match) -> bool:
    """Whether a modal after or among the option's words is denied: *a sum we would not pay*, *must not be built*."""
    first, last = min(match.words), max(match.words)
    modals = [modal for modal in passage.within(passage.modals, clause) if modal.first > first]
    return any(
        passage.tokens[modal.last + 1 : modal.last + 2] and _is_negator(passage, modal.last + 1)
        for modal in modals
        if modal.last + 1 not in match.consumed
        if modal.first > last or modal == modals[0]
    )


def _denied_before(passage: Passage, clause: Clause, first: int) -> bool:
    """Whether the last modal before the option's words is denied: *would not join a government that raised the age*."""
    modals = [
        modal for modal in passage.within(passage.modals, clause) if modal.last < first and modal.name == "future"
    ]
    return bool(modals) and modals[-1].last + 1 < first and _is_negator(passage, modals[-1].last + 1)


def _is_negator(passage: Passage, place: int) -> bool:
    return passage.tokens[place].stem in ("not", "never") or passage.tokens[place - 1].stem == "cannot"


def _begins_with_pronoun(passage: Passage, clause: Clause) -> bool:
    """Whether a clause's subject is the speaker, as in *he would*, *our side will* or, left out, *could begin with*."""
    words = [token for token in passage.tokens[clause.first : clause.last + 1] if token.is_word]
    first = passage.tokens[clause.first : clause.first + 1]
    elliptic = bool(first) and any(modal.first == clause.first for modal in passage.modals)
    return bool(words) and (words[0].text.lower() in SELF or elliptic)


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
    if role in ("exchange", "condition") and kind in ("accepts", "offers") and not negated:
        return "offers" if party in subject and role == "exchange" else "demands"
    if role == "exchange" and kind in ("demands", "offers"):
        kind = "offers" if kind == "demands" else "demands"
    return AS_STANCE.get(kind or "")


def _directed(passage: Passage, clause: Clause, match: Match, party: str) -> Stance:
    """What *must* or *should* be: a compromise when asked of both sides, or of two others; else a demand."""
    others = {mention.party for mention in passage.mentions if clause.holds(mention.first)} - {party}
    return "offers" if _mutual(passage, clause, match) or len(others) > 1 else "demands"


def _mutual(passage: Passage, clause: Clause, match: Match) -> bool:
    """Whether something is asked of both sides; an exchange only where it is what is asked for."""
    return any(
        tone.name == "mutual" and (passage.tokens[tone.first].stem not in _EXCHANGES or tone.first in match.words)
        for tone in passage.within(passage.tones, clause)
    )


def _announced(passage: Passage, clause: Clause, match: Match, subject: list[str], party: str) -> Stance | None:
    """What *would* be, or is listed: given by the party itself, or for what another is to do first, it is an offer."""
    if match.option.conditional and any(other.role == "condition" for other in passage.clauses):
        return "conditions"
    tones = {tone.name for tone in passage.within(passage.tones, clause)}
    if not _mutual(passage, clause, match) and _judged(passage, clause, match):
        return None
    modals = [modal for modal in passage.within(passage.modals, clause) if modal.name == "future"]
    if clause.role == "condition" and match.option.shut_out and passage.tokens[clause.first].text.lower() == "unless":
        return "rejects"  # *no peace unless we take part* is about the meeting that leaves us out
    if clause.role in ("exchange", "condition"):
        return "offers" if party in subject else "demands"
    if modals and strictly_conditioned(passage, clause):
        return "conditions"
    if _mutual(passage, clause, match) or party in subject or _for_something(passage, clause, party):
        held = any(
            passage.tokens[modal.last + 1 : modal.last + 2] and _keeps(passage, modal.last + 1) for modal in modals
        )
        return "demands" if "red_line" in tones or held else "offers"
    if not subject and all(passage.tokens[modal.first].stem in cues.POSSIBLES for modal in modals) and modals:
        return "offers"
    return "offers" if any(_gives(passage, modal.last + 1) for modal in modals) else "demands"


def _gives(passage: Passage, place: int) -> bool:
    """Whether what is announced is a gift: *a charity would put 12 million into clinics*; not *must pay*."""
    return passage.tokens[place : place + 1] != [] and passage.tokens[place].stem in _GIFTS


def _judged(passage: Passage, clause: Clause, match: Match) -> bool:
    """Whether an option is only said to be something: *a lower wall would be another conversation*."""
    for modal in passage.within(passage.modals, clause):
        after = [token.text.lower() for token in passage.tokens[modal.last + 1 : modal.last + 3]]
        if passage.tokens[modal.first].stem in cues.POSSIBLES:
            continue
        if modal.first > max(match.words) and after[:1] == ["be"] and (after[1:] or [""])[0] in _ARTICLES:
            return True
    return False


def _keeps(passage: Passage, place: int) -> bool:
    """Whether what is announced is to keep something, which gives nobody anything: *would keep its harbours closed*."""
    return any(term.name == "KEEP" and term.first == place for term in passage.terms)


def _for_something(passage: Passage, clause: Clause, party: str) -> bool:
    """Whether a clause of condition with another party as its actor follows: *would stop once they leave*."""
    return any(
        other.role == "condition" and set(actors_in(passage, other.first, other.last)) - {party}
        for other in passage.clauses
        if other.first > clause.last and sentence_start(passage, other.first) == sentence_start(passage, clause.first)
    )
