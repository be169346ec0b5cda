"""Stances: whose attitude governs an option in a clause, what it is, and how firm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.beside import claimed, others
from zopa.positions.definitions import PERSON
from zopa.positions.denials import (
    denied,
    dropped,
    not_refused,
    reach_of_denial,
    softened,
    too_little,
    turned,
    unauthorised,
)
from zopa.positions.governing import STANCE_NOUNS, Governed, governing
from zopa.positions.insistence import at_least, closed, without
from zopa.positions.spoken import from_speaker
from zopa.positions.subjects import actors_in, sentence_start, subjects_before
from zopa.positions.threats import threatened
from zopa.positions.voices import (
    AS_STANCE,
    DIRECTED,
    EXPLICIT,
    OWN,
    Attitude,
    Voice,
    holders,
    strictly_conditioned,
    tone,
)
from zopa.positions.words import stem, stems

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance
    from zopa.positions.words import Term

_TURNED = frozenset({"demands", "offers", "accepts"})
_NEAR = 3
_MADE_TO = stems("conditional dependent contingent")
_WEIGHING = stems("consider weigh mull examine explore look think contemplate ponder could imagine study discuss")
_FORETELLING = frozenset(stem(word) for word in cues.FORETELLING)
_DIVIDED, _SEVERAL = stems("divided split"), stems("both two three four sides parties governments")
_OPPOSITION = stems("opposition resistance objection objections")
_PREFER = stem("prefer")
_FORESEEN = 0.5
_SENTENCE_ENDS = frozenset(".;?!")


def attitudes(passage: Passage, clause: Clause, match: Match, voice: Voice) -> list[Attitude]:
    """The attitudes the words express towards a match; empty where no words say whose, or which.

    0. A question holds none; *no deal without it* demands it (:mod:`~zopa.positions.insistence`), *no deal if it stays*
       rejects it (:mod:`~zopa.positions.threats`).
    1. The cue that governs the match, and its holder: the nearest party before it that is no object of a
       preposition; a pronoun or nobody means the speaker.
    2. Without a cue, a speaker who belongs to a party may lay down (must), announce (would) or, in a document, list.
    3. What others think of it, by the same words (:mod:`~zopa.positions.beside`).
    """
    if _is_asked(passage, clause):
        return []
    insisted = without(passage, clause, match, voice) or threatened(passage, clause, match, voice)
    if insisted:
        return insisted
    governed = governing(passage, clause, match)
    if governed is None:
        return limited(match, from_speaker(passage, clause, match, voice), led=False) + claimed(passage, match)
    if _left_unsaid(passage, governed):
        return []
    found = _from_cue(passage, clause, match, voice, governed)
    outright = governed.kind == "rejects" and passage.tokens[governed.cue.first].stem not in cues.NEGATORS
    judged = _judged_outside(passage, clause, governed, voice)
    beside = others(passage, clause, match, voice, governed.cue)
    offered = {each.party for each in beside if each.stance == "offers"}
    found = [replace(each, stance="accepts") if _is_taken(each, offered) else each for each in found]
    return limited(match, found + judged, led=True, refused=outright) + beside


def _is_taken(attitude: Attitude, offered: set[str]) -> bool:
    """Whether a demand is for what another has offered: *has come down to the 12 per cent the port offered*."""
    return attitude.stance == "demands" and bool(offered - {attitude.party})


def _judged_outside(passage: Passage, clause: Clause, governed: Governed, voice: Voice) -> list[Attitude]:
    """What the speaker thinks of a demand or an offer that is the whole of the words: [*the union's demand for six*]
    *was rejected by the port*.
    """
    outer = AS_STANCE.get(voice.outer or "")
    first = passage.tokens[governed.cue.first]
    if outer not in ("rejects", "accepts") or voice.outer_negated or first.stem not in STANCE_NOUNS:
        return []
    if governed.cue.first - clause.first > _NEAR or governed.owner in voice.parties:
        return []
    return [Attitude(party, outer, tone(passage, clause, None), OWN) for party in voice.parties]


def _is_asked(passage: Passage, clause: Clause) -> bool:
    """Whether the clause is of a question, which holds no stance."""
    end = next((token.text for token in passage.tokens[clause.first :] if token.text in _SENTENCE_ENDS), "")
    return end == "?"


def _left_unsaid(passage: Passage, governed: Governed) -> bool:
    """Whether the words only say that nothing was said: *did not say whether it would accept*."""
    start = sentence_start(passage, governed.cue.first)
    before = {token.stem for token in passage.tokens[start : governed.cue.first]}
    return governed.kind != "undecided" and "whether" in before


def limited(match: Match, found: list[Attitude], *, led: bool, refused: bool = False) -> list[Attitude]:
    """Attitudes towards an option that a quantity stands for by way of a limit.

    ``led`` where a cue governs them, ``refused`` where it is one of refusing.

    1. What lies beyond a number is only ever rejected (*would not accept less than 6*); to refuse anything lower than 6
       demands 6, to refuse any demands none.
    2. *At most 24* is what is wanted, offered or accepted; said without such a cue it is a limit alone, and the limit
       rejects what lies over it (*would sign for two years at most*). To accept a most is to reject more.
    3. An option between two numbers is accepted or rejected with them, but nothing says which is wanted.
    """
    if match.limit == "beyond":
        return [each for each in found if each.stance == "rejects"]
    if match.limit == "least" and not refused:
        return []
    if match.limit in ("nothing", "least"):
        return [replace(each, stance="demands") for each in found if each.stance == "rejects"]
    if match.limit == "most" and not led:
        return [each for each in found if each.stance == "demands"]
    if match.limit == "over_most":
        limits = {"accepts"} if led else {"offers", "rejects"}
        return [replace(each, stance="rejects") for each in found if each.stance in limits]
    if match.limit == "within":
        return [
            each
            if each.stance in ("accepts", "rejects", "undecided")
            else replace(each, certainty=each.certainty * _FORESEEN)
            for each in found
        ]
    return found


def _from_cue(passage: Passage, clause: Clause, match: Match, voice: Voice, governed: Governed) -> list[Attitude]:
    parties, certainty = ((governed.owner,), EXPLICIT) if governed.owner else holders(passage, governed.holder, voice)
    named = certainty == EXPLICIT
    if clause.role == "condition" and clause.holds(governed.cue.first) and governed.kind in ("accepts", "offers"):
        return _asked_of(passage, clause, parties, voice, certainty)
    given_up = governed.kind == "demands" and clause.role == "condition" and dropped(passage, governed.cue)
    if given_up and clause.holds(governed.cue.first):
        return [replace(each, stance="rejects") for each in _asked_of(passage, clause, parties, voice, certainty)]
    if clause.role == "exchange" and clause.holds(governed.cue.first) and governed.kind == "accepts":
        return _asked_for(passage, clause, voice, certainty)
    own = bool(parties) and set(parties) <= set(voice.parties)
    if governed.kind == "demands" and not own and _foreseen(passage, governed.cue):
        certainty *= _FORESEEN
    if governed.kind in ("accepts", "offers") and _obliged(passage, governed.cue) and named:
        parties = tuple(party for party in voice.parties if party not in parties)
        strength = tone(passage, clause, governed.cue)
        return [Attitude(party, "demands", strength, DIRECTED) for party in parties]
    if _foretold(passage, governed.cue):
        certainty = certainty * _FORESEEN if not set(parties) <= set(voice.parties) else certainty
    strength = tone(passage, clause, governed.cue)
    found = []
    for party in parties:
        stance = _stance(passage, clause, match, governed, party)
        if voice.joint and stance in ("demands", "offers"):
            stance = "accepts"
        if stance is not None:
            found.append(Attitude(party, stance, "soft" if stance == "undecided" else strength, certainty, named))
    return found


def _asked_of(
    passage: Passage, clause: Clause, parties: tuple[str, ...], voice: Voice, certainty: float
) -> list[Attitude]:
    """What another is to agree to, by a condition: *would pay only if the rebels agree to leave* demands it."""
    asking = tuple(subjects_before(passage, sentence_start(passage, clause.first), clause.first)) or voice.parties
    return [
        Attitude(party, "demands", tone(passage, clause, None), certainty, named=certainty == EXPLICIT)
        for party in asking
        if party not in parties
    ]


def _asked_for(passage: Passage, clause: Clause, voice: Voice, certainty: float) -> list[Attitude]:
    """What is asked in exchange is demanded by whoever gives: *would sell at cost in exchange for consent to a cap*."""
    start = sentence_start(passage, clause.first)
    behind = actors_in(passage, clause.last + 1, len(passage.tokens))[:1]
    giving = tuple(subjects_before(passage, start, clause.first) or behind) or voice.parties
    return [Attitude(party, "demands", tone(passage, clause, None), certainty, named=True) for party in giving]


def _obliged(passage: Passage, cue: Term) -> bool:
    """Whether somebody is to accept or give something: *the port has to accept*, *must agree to*."""
    start = sentence_start(passage, cue.first)
    return any(
        modal.name == "directive"
        and start <= modal.first
        and modal.first <= cue.first
        and all(token.stem == "be" for token in passage.tokens[modal.last + 1 : cue.first])
        for modal in passage.modals
    )


def _foreseen(passage: Passage, cue: Term) -> bool:
    """Whether a demand is only expected: *would demand*, *may insist*; *would prefer* is how one asks."""
    before = passage.tokens[cue.first - 1].stem if cue.first else ""
    return (
        before in cues.FUTURES
        and passage.tokens[cue.first].stem != _PREFER
        and cue.first not in {modal.first for modal in passage.modals if modal.name == "directive"}
    )


def _foretold(passage: Passage, cue: Term) -> bool:
    """Whether an attitude is only judged to be likely or not: *is unlikely to accept*, *would probably agree*."""
    return any(token.stem in _FORETELLING for token in passage.tokens[max(0, cue.first - _NEAR) : cue.first])


def _stance(passage: Passage, clause: Clause, match: Match, governed: Governed, party: str) -> Stance | None:
    cue = governed.cue
    negated = passage.negated(cue.first, reach_of_denial(passage, cue)) or denied(passage, cue)
    if governed.kind == "conditions":
        made = passage.tokens[cue.last].stem in _MADE_TO  # *made six conditional on free nights*
        return "demands" if min(match.words) > (cue.last if made else cue.first) else "conditions"
    if governed.kind == "undecided" and _apart(passage, governed.cue, party):
        return None
    if governed.kind == "undecided":
        return None if negated else _left_open(passage, clause, cue)
    if match.option.conditional and any(other.role == "condition" for other in passage.clauses):
        return "conditions"
    if governed.kind == "demands" and dropped(passage, governed.cue) and clause.role == "condition":
        return None if clause.holds(governed.cue.first) else "demands"  # *would drop its claim if nights were free*
    stance = _plain(passage, match, governed, party, negated)
    if _is_excepted(passage, clause) and not clause.holds(governed.cue.first):
        return "rejects" if stance in _TURNED else None
    if stance in ("accepts", "offers") and clause.role == "main" and strictly_conditioned(passage, clause):
        return "conditions"
    if stance == "accepts" and clause.role == "main" and _traded(passage, clause):
        return "conditions"
    if stance == "demands" and clause.role == "exchange" and not clause.holds(cue.first):
        return "offers"
    if stance in ("offers", "accepts") and clause.role != "main" and governed.kind in ("offers", "accepts", "proposes"):
        return stance if clause.holds(cue.first) else "demands"
    return stance


def _is_excepted(passage: Passage, clause: Clause) -> bool:
    """Whether a clause says what is left out: *could offer 5 per cent but not an end to night shifts*."""
    return [token.stem for token in passage.tokens[clause.first : clause.first + 2]] == ["but", "not"]


def _apart(passage: Passage, cue: Term, party: str) -> bool:
    """Whether it is several that are divided, each of whom may know what it wants: *both sides are split over*."""
    start = sentence_start(passage, cue.first)
    subjects = {each.party for each in passage.mentions if start <= each.first and each.last < cue.first}
    several = bool(subjects - {party}) or any(token.stem in _SEVERAL for token in passage.tokens[start : cue.first])
    return passage.tokens[cue.first].stem in _DIVIDED and several


def _left_open(passage: Passage, clause: Clause, cue: Term) -> Stance:
    """What is weighed is left open; weighed on a condition (*would consider six if nights were free*) it depends on
    that, and the condition is asked for.
    """
    if passage.tokens[cue.first].stem not in _WEIGHING:
        return "undecided"
    if clause.role == "condition" and not clause.holds(cue.first):
        return "demands"
    return "conditions" if clause.role == "main" and strictly_conditioned(passage, clause) else "undecided"


def _plain(passage: Passage, match: Match, governed: Governed, party: str, negated: bool) -> Stance | None:
    kind = governed.kind
    if kind == "demands" and not negated and too_little(passage, match, governed.cue):
        return "rejects"
    if kind in ("accepts", "offers") and not negated and at_least(passage, governed.cue, match):
        return "demands"
    if kind == "rejects" and not negated and max(match.words) < governed.cue.first and closed(passage, governed.cue):
        return "demands"
    if kind == "proposes":
        if negated:
            return None
        people = {term.last for term in passage.terms if term.name.startswith(PERSON)}  # words of the option themselves
        last = max((place for place in match.words if place not in people), default=governed.cue.last)
        actor = actors_in(passage, governed.cue.last + 1, last)
        return "demands" if actor and party not in actor else "offers"
    if negated and kind == "rejects":
        return not_refused(passage, governed.cue)
    if negated and unauthorised(passage, governed.cue):
        return None
    if negated:
        return "rejects" if kind in ("accepts", "offers") else None
    if kind == "demands" and dropped(passage, governed.cue):
        return None
    if kind in ("offers", "accepts") and dropped(passage, governed.cue):
        return "rejects"
    if kind == "rejects" and passage.tokens[governed.cue.first].stem in _OPPOSITION:
        if dropped(passage, governed.cue):
            return "accepts"
        if softened(passage, governed.cue):
            return None
    if kind in _TURNED and turned(passage, match, governed.cue):
        return "rejects"
    return AS_STANCE.get(kind)


def _traded(passage: Passage, clause: Clause) -> bool:
    """Whether something is asked for in exchange, in the same sentence."""
    start = sentence_start(passage, clause.first)
    return any(other.role == "exchange" and sentence_start(passage, other.first) == start for other in passage.clauses)
