"""Threats: what a refusal or a threat hangs on.

*We will not sign as long as the fee stays* and *they will strike if the fee stays* reject that it stays; *no deal if
the drivers do not return* demands that they return.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.denials import not_refused
from zopa.positions.subjects import actors_in, sentence_start
from zopa.positions.voices import DENIED, EXPLICIT, Attitude, tone
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.voices import Voice

_OPENING = stems("if as so should were")
_NO = stems("no not never nobody cannot nothing neither")
_THREATS = stems("strike walk quit resign boycott retaliate sue veto escalate appeal")
_NO_REFUSAL = stems(
    "object mind oppose block quarrel objection objections problem problems difficulty doubt need reason longer"
)
_LED = stems("will would to could may might must shall ll not again also immediately")
_ENDS = frozenset(".;?!")


def threatened(passage: Passage, clause: Clause, match: Match, voice: Voice) -> list[Attitude]:
    """The attitude to what a refusal or a threat hangs on; empty where a clause is no condition of one.

    1. The clause begins with *if*, *as long as* and the like; *unless*, *until* and *only if* ask for what they say.
    2. The rest of its sentence refuses (*no deal*, *will not sign*) or threatens (*will strike*), not both.
    3. What it hangs on is rejected by whoever refuses; where the condition is denied (*if they do not return*) it is
       demanded.
    """
    if clause.role != "condition" or passage.tokens[clause.first].stem not in _OPENING:
        return []
    rest = _rest(passage, clause, match)
    if not rest or "only" in {passage.tokens[place].stem for place in rest}:
        return []
    refused = any(_refuses(passage, place) for place in rest)
    if refused == _threatens(passage, rest):
        return []
    inside = range(clause.first, min(max(match.words), clause.last) + 1)
    denied = any(_refuses(passage, place) for place in inside if place not in match.consumed)
    named = tuple(actors_in(passage, min(rest), max(rest))[:1])
    strength = tone(passage, clause, None)
    return [
        Attitude(party, "demands" if denied else "rejects", strength, EXPLICIT if named else DENIED, named=bool(named))
        for party in named or voice.parties
    ]


def _rest(passage: Passage, clause: Clause, match: Match) -> list[int]:
    """The words of the sentence outside of the condition; where nothing parts the two, those behind the option's."""
    start = sentence_start(passage, clause.first)
    end = next((i for i in range(clause.first, len(passage.tokens)) if passage.tokens[i].text in _ENDS), None)
    stop = len(passage.tokens) if end is None else end
    outside = [place for place in range(start, stop) if not clause.holds(place)]
    return outside or list(range(max(match.words) + 1, stop))


def _refuses(passage: Passage, place: int) -> bool:
    """Whether a token denies what follows, and what it denies is no refusal: not *would not oppose*."""
    token = passage.tokens[place]
    if token.stem not in _NO and not token.text.lower().endswith(("n't", "n’t")):
        return False
    if any(after.stem in _NO_REFUSAL for after in passage.tokens[place + 1 : place + 2]):
        return False
    behind = [
        cue for cue in passage.attitudes if cue.name == "rejects" and cue.first <= place + 2 and cue.last >= place
    ]
    return all(not_refused(passage, cue) is None for cue in behind)


def _threatens(passage: Passage, rest: Sequence[int]) -> bool:
    """Whether a threat is spoken, or denied: *will strike*, *no strike*."""
    return any(
        passage.tokens[place].stem in _THREATS and place and passage.tokens[place - 1].stem in _LED | _NO
        for place in rest
    )
