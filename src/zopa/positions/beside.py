"""Beside: attitudes of others that the same words express, next to the one that governs an option."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.subjects import sentence_start
from zopa.positions.voices import AS_STANCE, EXPLICIT, OWN, Attitude, holders, tone
from zopa.positions.words import stem, stems

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.parties import Mention
    from zopa.positions.passage import Passage
    from zopa.positions.voices import Voice
    from zopa.positions.words import Term

_PLANS = frozenset(stem(word) for word in cues.PLANS)
_ASKED = stems("demand claim request condition insistence call")
_JUDGING = frozenset({"rejects", "accepts"})
_BEHIND, _PREDICATE_WITHIN = 4, 5
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_SUBJECT_WITHIN = 3
_CLAIMING = frozenset({"demands", "offers", "proposes"})
_ON = stems("is was are were will would be has have had and but as for in at")
_OWNER_WITHIN = 2


def others(passage: Passage, clause: Clause, match: Match, voice: Voice, cue: Term) -> list[Attitude]:
    """What others think of an option that a cue governs.

    1. A plan refused or taken as a whole is refused or taken part by part, softly (*rejected a plan that calls for*).
    2. Whoever put forward what is refused or taken (*the Nordhaven proposal*, *the port's promise*) offers it, or
       demands it if it is a demand.
    3. What is said of it behind is a judgement too (*the demand for six was rejected by the port*).
    4. A relative clause judges or claims it for its own subject (*a rise of 3 %, which the union called too low*).
    """
    found = [*_package(passage, clause, voice, cue), *_author(passage, clause, match, cue)]
    found += _relative(passage, match) + _verdict(passage, clause, match, voice, cue)
    return found + claimed(passage, match, cue)


def claimed(passage: Passage, match: Match, cue: Term | None = None) -> list[Attitude]:
    """Who asked for an option or proposed it, as told right behind it: *the 5 per cent proposed by the union*, *the 8
    per cent the union has demanded*. Nothing where that cue governs the option anyway.
    """
    if match.limit in ("beyond", "over_most"):
        return []
    last = max(match.words)
    for each in passage.attitudes:
        if each == cue or each.name not in _CLAIMING or not last < each.first <= last + _BEHIND + 1:
            continue
        party = _by(passage, each, last) or _who(passage, each, last)
        if party is not None:
            stance = AS_STANCE["demands" if each.name == "demands" else "offers"]
            return [Attitude(party, stance, "firm", EXPLICIT, named=True)]
    return []


def _by(passage: Passage, cue: Term, last: int) -> str | None:
    """The party behind *by* behind a participle that follows an option: *the rise proposed by the union*."""
    place = cue.last if passage.tokens[cue.last].stem == "by" else cue.last + 1
    participle = passage.tokens[cue.first].text.lower().endswith(("ed", "sought"))
    if not participle or [token.stem for token in passage.tokens[place : place + 1]] != ["by"]:
        return None
    if not all(token.is_word for token in passage.tokens[last + 1 : cue.first]):
        return None
    near = range(place + 1, place + 3)
    return next((mention.party for mention in passage.mentions if mention.first in near), None)


def _who(passage: Passage, cue: Term, last: int) -> str | None:
    """The party that stands right behind an option and right before a cue without an object of its own."""
    following = passage.tokens[cue.last + 1 : cue.last + 2]
    ends = not following or not following[0].is_word or following[0].stem in _ON
    named = (
        mention.party
        for mention in passage.mentions
        if mention.first - last in (1, 2) and 0 < cue.first - mention.last <= _SUBJECT_WITHIN
    )
    return next(named, None) if ends else None


def _package(passage: Passage, clause: Clause, voice: Voice, cue: Term) -> list[Attitude]:
    if clause.role == "exchange":
        return []
    for earlier in passage.attitudes:
        if earlier.first >= cue.first or earlier.name not in _JUDGING:
            continue
        between = passage.tokens[earlier.last + 1 : cue.last + 1]
        if any(mark.name == "main" and earlier.last < mark.first < cue.first for mark in passage.marks):
            continue
        if sentence_start(passage, cue.first) <= earlier.first and any(token.stem in _PLANS for token in between):
            parties, certainty = holders(passage, earlier, voice)
            refused = (earlier.name == "rejects") != passage.negated(earlier.first)
            return [
                Attitude(party, "rejects" if refused else "accepts", "soft", certainty, certainty == EXPLICIT)
                for party in parties
            ]
    return []


def _author(passage: Passage, clause: Clause, match: Match, cue: Term) -> list[Attitude]:
    """The party whose proposal a judging cue is about, when it stands between the cue and the option."""
    if cue.name not in _JUDGING | {"undecided"} or match.limit in ("beyond", "over_most"):
        return []
    end = min(match.consumed or match.words)
    for place in range(cue.last + 1, end):
        token = passage.tokens[place]
        owner = _owner(passage, place, cue.first)
        if token.stem in _PLANS and clause.holds(place) and owner is not None:
            stance = AS_STANCE["demands" if token.stem in _ASKED else "offers"]
            return [Attitude(owner.party, stance, "firm", EXPLICIT, named=True)]
    return []


def _owner(passage: Passage, plan: int, after: int) -> Mention | None:
    """The mention right before a plan: *the Nordhaven proposal*; or right behind *by*: *a demand by the ministry*."""
    for mention in passage.mentions:
        if after < mention.first and 0 < plan - mention.last <= _OWNER_WITHIN:
            return mention
        by = {token.stem for token in passage.tokens[plan + 1 : plan + 2]} & {"by", "from"}
        if by and 0 < mention.first - plan <= _OWNER_WITHIN + 1:
            return mention
    return None


def _relative(passage: Passage, match: Match) -> list[Attitude]:
    """The attitude of a relative clause behind the option's words, with a subject and a cue of its own."""
    last = max(match.words)
    for place in range(last + 1, min(last + 1 + _BEHIND, len(passage.tokens) - 1)):
        if not (_takes_up(passage, place) and passage.tokens[place - 1].text == ",") and not _that(
            passage, place, last
        ):
            continue
        start = sentence_start(passage, place)
        subject = next((m for m in passage.mentions if 0 < m.first - place <= _SUBJECT_WITHIN), None)
        stop = next(
            (i for i in range(place, len(passage.tokens)) if passage.tokens[i].text in ",.;"), len(passage.tokens)
        )
        cues_there = [c for c in passage.attitudes if subject and subject.last < c.first < stop]
        cue = cues_there[-1] if cues_there else None
        if subject is None or cue is None or sentence_start(passage, cue.first) != start:
            return []
        if cue.name not in ("rejects", "accepts", "offers", "demands") or passage.negated(cue.first):
            return []
        red = any(found.name == "red_line" and found.first >= place for found in passage.tones)
        return [Attitude(subject.party, AS_STANCE[cue.name], "red_line" if red else "firm", EXPLICIT, named=True)]
    return []


def _that(passage: Passage, place: int, last: int) -> bool:
    """Whether *that* right behind the option begins a clause of a party's: *the 20 % that Arvenia asked*."""
    named = any(mention.first - place in (1, 2) for mention in passage.mentions)
    return place == last + 1 and passage.tokens[place].stem == "that" and named


def _verdict(passage: Passage, clause: Clause, match: Match, voice: Voice, cue: Term) -> list[Attitude]:
    """The judgement behind an option that another cue governs: *the demand for six was rejected by the port*."""
    last = max(match.words)
    for verdict in passage.attitudes:
        between = [token.stem for token in passage.tokens[last + 1 : verdict.first] if token.is_word]
        behind = clause.holds(verdict.first) and verdict.first > max(last, cue.last)
        if not behind or verdict.name not in _JUDGING or len(between) > _PREDICATE_WITHIN or _BEING.isdisjoint(between):
            continue
        named, certainty = holders(passage, verdict, replace(voice, parties=()))
        by = tuple(party for party in named if _stands_behind(passage, party, verdict))
        if passage.negated(verdict.first) or not (by or voice.parties):
            return []
        stance = AS_STANCE[verdict.name]
        strength = tone(passage, clause, verdict)
        return [
            Attitude(party, stance, strength, certainty if by else OWN, named=bool(by)) for party in by or voice.parties
        ]
    return []


def _stands_behind(passage: Passage, party: str, verdict: Term) -> bool:
    return any(each.party == party and each.first > verdict.last for each in passage.mentions)


def _takes_up(passage: Passage, place: int) -> bool:
    """Whether a token begins a clause about what was just named: *which the union*, *an idea the union*."""
    token, following = passage.tokens[place], passage.tokens[place + 1 : place + 2]
    return token.stem == "which" or (token.stem in ("a", "an") and bool(following) and following[0].stem in _PLANS)
