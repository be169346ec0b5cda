"""Voices and attitudes: who speaks in a statement, and what the words say a party thinks of an option."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.kinds import ORGANISATIONS
from zopa.positions.position import STANCES
from zopa.positions.subjects import actors_in, sentence_start, subjects_before
from zopa.positions.words import stem, stems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.positions.clauses import Clause
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance, Strength
    from zopa.positions.words import Term

AS_STANCE: Mapping[str, Stance] = {stance: stance for stance in STANCES}
"""What a cue does, as a stance; *proposes* is none before its object is known."""

_WEIGHING = stems("consider weigh mull examine explore imagine contemplate ponder study")
_OWNER_WITHIN = 2
_OWNED_NOUNS = stems(
    "insistence refusal rejection acceptance willingness readiness opposition objection reluctance resistance"
)
_PART, _CONDITION, _CONDITIONALLY = stem("part"), stem("conditions"), stem("conditionally")
_UNTOLD = stems("certain some strict under with specific several")
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "his", "its", "their", "our"})
_VERDICTS = stems(
    """
    acceptable unacceptable tolerable intolerable palatable unthinkable enough insufficient inadequate short long high
    low late early much little far must precondition prerequisite priority line impossible fair reasonable unfair
    unreasonable starter negotiable goal aim condition question
    """
)
_AS_LONG_AS = 2
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_SIDES = ORGANISATIONS | stems("side party country capital neighbour firm camp delegation negotiator")
_NOT_STRICT = frozenset({"even", "as", "see"})
_STRICT = stems("if only once unless provided on condition conditional hinge depend contingent")

EXPLICIT, OWN, DENIED, LISTED, DIRECTED, ANNOUNCED = 0.9, 0.8, 0.8, 0.75, 0.75, 0.7
"""How sure a reading is: holder named; holder is the speaker; plainly denied; a document's list; must; would."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the parties spoken for, the kind of text, and the attitude that stands outside the words themselves.

    ``joint`` marks a text several parties share: what it lists, they have accepted.
    ``others`` are the parties of the case that do not speak. ``offer`` marks a document that is called one.
    ``sides`` are the two that *both sides* are, where the case has more parties.
    """

    parties: tuple[str, ...]
    document: bool = False
    joint: bool = False
    outer: str | None = None
    outer_negated: bool = False
    outer_tones: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    offer: bool = False
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attitude:
    """One party's stance towards one option, with how sure the reading is; ``named`` when the words name the party."""

    party: str
    stance: Stance
    strength: Strength
    certainty: float
    named: bool = False


def holders(passage: Passage, cue: Term, voice: Voice) -> tuple[tuple[str, ...], float]:
    """Whose attitude a cue expresses, and how sure that is."""
    start = sentence_start(passage, cue.first)
    by = _by_whom(passage, cue) or _to_whom(passage, cue) or _accused(passage, cue)
    if by:
        return (by,), EXPLICIT
    owner = _whose(passage, cue)
    if owner:
        return (owner,), EXPLICIT
    close = range(max(start, cue.first - 3), cue.last)  # *beyond our means* holds its own
    pronoun = any(
        passage.tokens[place].stem in _PRONOUNS and passage.tokens[place + 1].stem != _PART for place in close
    )
    named_close = any(mention.first in close for mention in passage.mentions)
    number = 0 if subjects_before(passage, start, cue.first) else _how_many(passage, start, cue)
    if number and len(voice.others) == number:
        return voice.others, EXPLICIT
    if number and len(voice.sides) == number and cue.name == "accepts":
        return voice.sides, EXPLICIT
    if pronoun and voice.parties and not named_close:
        return voice.parties, OWN
    named = subjects_before(passage, start, cue.first)
    weighing = bool(voice.parties) and passage.tokens[cue.first].stem in _WEIGHING
    if not named and cue.name == "undecided" and not weighing:
        named = actors_in(passage, cue.last + 1, len(passage.tokens))[:1]
    return (tuple(named), EXPLICIT) if named else (voice.parties, OWN)


def _whose(passage: Passage, cue: Term) -> str | None:
    """The party whose refusal or insistence a noun is: *over the rebels' insistence on*."""
    owners = (mention for mention in passage.mentions if 0 < cue.first - mention.last <= _OWNER_WITHIN)
    noun = passage.tokens[cue.first].stem in _OWNED_NOUNS
    return next((each.party for each in owners), None) if noun else None


def _how_many(passage: Passage, start: int, cue: Term) -> int:
    """How many sides are the subject of a cue, where no party is: *both provinces*, *neither*, *the three parties*."""
    words = [token.stem for token in passage.tokens[start : cue.first]]
    number, following = (2, words[1:2]) if words[:1] in (["both"], ["neither"]) else (0, [])
    if len(words) > 1 and words[0] in ("the", "all"):
        number, following = _NUMBERS.get(words[1], 0), words[2:3]
    return number if _SIDES.intersection(following) else 0


def _by_whom(passage: Passage, cue: Term) -> str | None:
    """The party right after *by* or *from* behind a cue: *an offer by the rebels*, *rejected by Nordhaven*."""
    place = cue.last if passage.tokens[cue.last].stem == "by" else cue.last + 1
    if place >= len(passage.tokens) or passage.tokens[place].stem not in ("by", "from"):
        return None
    near = range(place + 1, place + 3)
    return next((mention.party for mention in passage.mentions if mention.first in near), None)


def _to_whom(passage: Passage, cue: Term) -> str | None:
    """The party to whom or for whom something is acceptable, too little or a red line."""
    after = passage.tokens[cue.last + 1 : cue.last + 2]
    if not after or after[0].stem not in ("to", "for") or passage.tokens[cue.last].stem not in _VERDICTS:
        return None
    near = range(cue.last + 2, cue.last + 4)
    return next((mention.party for mention in passage.mentions if mention.first in near), None)


def _accused(passage: Passage, cue: Term) -> str | None:
    """The party of whom something is said: *accused the port of wanting*."""
    if not cue.first or passage.tokens[cue.first - 1].stem != "of":
        return None
    return next((mention.party for mention in passage.mentions if mention.last == cue.first - 2), None)


def tone(passage: Passage, clause: Clause, cue: Term | None) -> Strength:
    """The strength of the words around a cue, within its sentence."""
    start = sentence_start(passage, cue.first if cue else clause.first)
    tones = {
        tone.name for tone in passage.tones if tone.first >= start and sentence_start(passage, tone.first) == start
    }
    return "red_line" if "red_line" in tones else "soft" if "soft" in tones else "firm"


def strictly_conditioned(passage: Passage, clause: Clause) -> bool:
    """Whether *only if*, *unless*, *provided* or the like stands in the sentence of a clause: behind it, or where the
    sentence begins (*If the rent falls, the tenants would agree*).
    """
    start = sentence_start(passage, clause.first)
    turns = [mark for mark in passage.marks if mark.name == "main" and mark.first > clause.first]
    turn = next((mark.first for mark in turns if not _leads_into(passage, mark)), None)
    if _opens_with_condition(passage, clause, start) or _on_conditions(passage, clause):
        return True
    return any(
        mark.name == "condition"
        and mark.first > clause.first
        and (turn is None or mark.first < turn)
        and sentence_start(passage, mark.first) == start
        and _is_strict(passage, mark)
        for mark in passage.marks
    )


def _on_conditions(passage: Passage, clause: Clause) -> bool:
    """Whether conditions are spoken of and not told: *under certain conditions*, *with conditions*, *conditionally*."""
    words = [token.stem for token in passage.tokens[clause.first : clause.last + 1]]
    return _CONDITIONALLY in words or any(
        word == _CONDITION and not _UNTOLD.isdisjoint(words[max(0, place - 2) : place])
        for place, word in enumerate(words)
    )


def _opens_with_condition(passage: Passage, clause: Clause, start: int) -> bool:
    """Whether the sentence opens with a strict condition right before the clause: *If they pay, we would accept it*."""
    return any(
        mark.name == "condition"
        and mark.first == start
        and mark.last < clause.first
        and _is_strict(passage, mark)
        and any(each.role == "condition" and each.last == clause.first - 1 for each in passage.clauses)
        for mark in passage.marks
    )


def ends_in_condition(tail: Passage) -> bool:
    """Whether what follows a statement in its sentence holds a strict condition: *provided*, *only if*, *unless*."""
    return any(mark.name == "condition" and _is_strict(tail, mark) for mark in tail.marks)


def _is_strict(passage: Passage, mark: Term) -> bool:
    if mark.first and passage.tokens[mark.first - 1].stem in _NOT_STRICT:
        return False
    return passage.tokens[mark.first].stem in _STRICT or mark.last - mark.first >= _AS_LONG_AS


def _leads_into(passage: Passage, turn: Term) -> bool:
    """Whether *but* only leads into the condition: *4 per cent, but only if*."""
    return any(mark.name == "condition" and mark.first == turn.last + 1 for mark in passage.marks)
