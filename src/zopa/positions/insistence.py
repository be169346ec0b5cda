"""Insistence: demands in the words of a refusal.

*No deal without a cap* and *without a cap there is no deal* demand the cap, *will settle for nothing below six* and
*refused any rate lower than six*
demand six, and *the floor of six is not negotiable* insists on six.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.subjects import actors_in, sentence_start, subjects_before
from zopa.positions.voices import EXPLICIT, OWN, Attitude, Voice, holders, tone
from zopa.positions.words import stems

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.words import Term

_REACH = 5
_NEAR = 4
_REFUSING = stems(
    "no not never nor nothing none nobody cannot hardly impossible refuse unwilling pointless unthinkable"
)
_NOTHING = stems("nothing no none")
_BELOW = stems("less below under short lower fewer smaller shorter but except other")
_STANDING = stems(
    """
    floor minimum ceiling maximum limit cap threshold demand insistence requirement right principle condition ban
    timetable date deadline guarantee abolition return release
    """
)
_THIS_ONE = frozenset({"the", "our", "its", "their", "his", "her", "this", "that"})
_CLOSED = stems("negotiable negotiation debate discussion")


def without(passage: Passage, clause: Clause, match: Match, voice: Voice) -> list[Attitude]:
    """The demand in *no deal without X*, *refuses to sign without X*; empty where the words are no such thing."""
    if match.option.negative:
        return []
    start = sentence_start(passage, clause.first)
    first = min(match.consumed or match.words)
    place = _word_before(passage, "without", first, start)
    refused = range(start, place) if place is not None and place > start else range(first, len(passage.tokens))
    if place is None or not any(_refuses(passage, index) for index in refused):
        return []
    cue = next((each for each in reversed(passage.attitudes) if start <= each.first < place), None)
    if cue is not None:
        parties, certainty = holders(passage, cue, voice)
    else:
        named = tuple(subjects_before(passage, start, place) or actors_in(passage, first, len(passage.tokens))[:1])
        parties, certainty = (named, EXPLICIT) if named else (voice.parties, OWN)
    strength = tone(passage, clause, cue)
    return [Attitude(party, "demands", strength, certainty, certainty == EXPLICIT) for party in parties]


def _word_before(passage: Passage, stem: str, first: int, start: int) -> int | None:
    """The place of a word at most five before a token, with no mark between them."""
    for place in range(first - 1, max(start, first - _REACH) - 1, -1):
        token = passage.tokens[place]
        if token.stem == stem:
            return place
        if not token.is_word:
            return None
    return None


def _refuses(passage: Passage, place: int) -> bool:
    token = passage.tokens[place]
    return token.stem in _REFUSING or token.text.lower().endswith(("n't", "n’t"))


def at_least(passage: Passage, cue: Term, match: Match) -> bool:
    """Whether *nothing below*, *no fewer than* and the like stand between a cue of taking and the option."""
    first = min(match.consumed or match.words)
    between = [token.stem for token in passage.tokens[cue.last + 1 : first]][-_NEAR:]
    return any(
        one in _NOTHING and not _BELOW.isdisjoint(between[place + 1 : place + 3]) for place, one in enumerate(between)
    )


def closed(passage: Passage, cue: Term) -> bool:
    """Whether a cue says that what stands is not up for negotiation: *the floor of six is not negotiable*, and not
    *abolishing nights is not negotiable*, *any cut is not negotiable*, which reject it.
    """
    words = {token.stem for token in passage.tokens[cue.first : cue.last + 1]}
    start = sentence_start(passage, cue.first)
    before = passage.tokens[start : cue.first]
    opening = passage.tokens[start].text.lower()
    standing = opening in _THIS_ONE or any(token.stem in _STANDING for token in before)
    return standing and not words.isdisjoint(_CLOSED) and not opening.endswith("ing")
