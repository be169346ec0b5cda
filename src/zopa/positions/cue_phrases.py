"""Cue phrases: words of stance, and the marks that part clauses, found in tokens without what only looks like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.attitude_cues import ATTITUDES
from zopa.positions.lexicon import CALENDAR
from zopa.positions.words import Term, phrase_table, phrases_at, phrases_in, stem, stems

if TYPE_CHECKING:
    from zopa.positions.words import Token

STANCE_PHRASES = phrase_table(ATTITUDES)
MODAL_VERBS = stems("would will could can may might must should is are has have")
ENDS = frozenset(".;—–:?!")
"""The marks that end a clause."""

_MARKS = phrase_table(
    {
        "exchange": cues.EXCHANGE_MARKS,
        "condition": cues.CONDITION_MARKS,
        "reason": cues.REASON_MARKS,
        "main": cues.CONTRAST_MARKS,
    }
)
_SPEAKING = frozenset(stem(word) for word in cues.SPEAKING)
_NO_TALKS = (stem("refuse"), stem("discuss"))
_TAKE, _ONCE = stem("take"), stem("once")
_TAKEN_UP = stems(
    "effect place part time years months weeks days hours long longer until up over off on action steps "
    "measures note care account responsibility charge shape root"
)
_SINCE = stem("since")
_AWAY = stems("away off down out from")
_COME = stem("come")
_GO, _BACK, _BACKING = stem("go"), stem("back"), frozenset({"backed", "backs", "backing"})
_DOING, _SERVING, _ONLY = stems("do serve suit"), stems("for as to if well"), stem("only")
_OPEN, _STAYING = stem("open"), stems("remain stay keep kept")
_CONDITION, _QUOTING_WITHIN = stems("condition that"), 8
_QUOTING = stems("anonymity anonymous named identified quoted")
_CALENDAR = stems(" ".join(CALENDAR))
_TIMES = stems("a an per every each again more")
_INTERVALS = stems("year month week day quarter session term season decade")
_SOONER, _THAN = stem("sooner"), stem("than")
_PREFERRING = frozenset({_SOONER, stem("rather")})
_TAKING, _RIGHT_BEHIND = frozenset({"accepts", "offers"}), 2
HELPING = MODAL_VERBS | stems("was were had been also now instead then again")


def stances_in(tokens: list[Token], terms: list[Term]) -> list[Term]:
    """The cues of stance among tokens: not what is only a part of a longer phrase of the matter (``terms``), no refusal
    to speak, no turn of phrase. Cost: linear in the tokens.
    """
    found = (_shortened(tokens, each, terms) for each in phrases_in(tokens, STANCE_PHRASES))
    kept = [
        cue
        for cue in found
        if not _inside(cue, terms) and not _is_silence(tokens, cue) and not _is_turn_of_phrase(tokens, cue)
    ]
    return _preferring(tokens, kept)


def marks_in(tokens: list[Token]) -> list[Term]:
    """The words that begin an exchange, a condition, a reason or a contrast. Cost: linear in the tokens."""
    return [mark for mark in phrases_in(tokens, _MARKS) if not any(no(tokens, mark) for no in _NO_MARKS)]


def _shortened(tokens: list[Token], cue: Term, terms: list[Term]) -> Term:
    """A cue without its last word where that begins a phrase of the matter: *ready to* in *ready to take back*."""
    if cue.first == cue.last or not any(term.first == cue.last < term.last and term.name.isupper() for term in terms):
        return cue
    shorter = phrases_at(tokens[: cue.last], cue.first, STANCE_PHRASES)
    return shorter[0][0] if shorter else cue


def _inside(cue: Term, terms: list[Term]) -> bool:
    """Whether a cue is only a part of a longer phrase of the matter: *back* in *hand back*."""
    return any(
        (term.solid or cue.first == term.last)
        and term.first <= cue.first
        and cue.first <= term.last
        and term.last - term.first >= cue.last - cue.first
        and (term.first, term.last) != (cue.first, cue.last)
        for term in terms
    )


def _is_silence(tokens: list[Token], cue: Term) -> bool:
    """Whether a refusal is only one to speak: *declined to comment*; not *refused to discuss a ceasefire*."""
    following = [token.stem for token in tokens[cue.last + 1 : cue.last + 3]]
    silent = following[:1] == ["to"] and following[-1] in _SPEAKING
    return cue.name == "rejects" and silent and (tokens[cue.last].stem, following[-1]) != _NO_TALKS


def _is_turn_of_phrase(tokens: list[Token], cue: Term) -> bool:
    """Whether *would take* is not about taking what is offered: *would take effect*, *would take place*; or *would do*
    not about being good enough: *would do the offices*, *only six would do*.
    """
    following = tokens[cue.last + 1 : cue.last + 2]
    if tokens[cue.last].stem in _DOING and tokens[cue.first].stem in MODAL_VERBS:
        goes_on = bool(following) and following[0].is_word and following[0].stem not in _SERVING
        return goes_on or (bool(tokens) and tokens[0].stem == _ONLY)
    if cue.name == "offers" and tokens[cue.first].stem == _COME and tokens[cue.first].text.lower() != "came":
        return tokens[cue.first - 1].stem not in HELPING - MODAL_VERBS | {"has", "have"} if cue.first else True
    if tokens[cue.first].stem == _OPEN and cue.first and tokens[cue.first - 1].stem in _STAYING:
        return True
    if cue.first == cue.last and tokens[cue.first].stem == _BACK and following and following[0].stem in _AWAY:
        return True
    if cue.first == cue.last and tokens[cue.first].stem == _BACK:
        return tokens[cue.first].text.lower() not in _BACKING
    if tokens[cue.last].stem == _GO and cue.name == "rejects":
        return bool(following) and following[0].is_word
    return tokens[cue.last].stem == _TAKE and bool(following) and following[0].stem in _TAKEN_UP


def _preferring(tokens: list[Token], found: list[Term]) -> list[Term]:
    """Cues, but what something is done *sooner* or *rather than* is refused: *would sooner close the
    port than pay eight*, *would rather strike than accept five*. What is done sooner is often a figure of speech.
    """
    cues_found = list(found)
    for cue in found:
        if tokens[cue.last].stem not in _PREFERRING or cue.first == cue.last:
            continue
        following = range(cue.last + 1, len(tokens))
        end = next((place for place in following if tokens[place].text in ENDS), len(tokens))
        than = next((place for place in following if place < end and tokens[place].stem == _THAN), None)
        if than is None:
            continue
        yielding = [other for other in found if than < other.first <= than + _RIGHT_BEHIND and other.name in _TAKING]
        hidden = [*yielding, cue] if tokens[cue.last].stem == _SOONER else yielding
        cues_found = sorted(
            [*(other for other in cues_found if other not in hidden), Term("rejects", than, than)],
            key=lambda other: other.first,
        )
    return cues_found


def _is_at_once(tokens: list[Token], mark: Term) -> bool:
    """Whether *once* is no condition but part of *at once*, *for once*, *once a year*, *once again*."""
    before = tokens[mark.first - 1].stem if mark.first else ""
    alone = tokens[mark.first].stem == _ONCE and mark.first == mark.last
    often = any(token.stem in _TIMES for token in tokens[mark.last + 1 : mark.last + 2])
    return alone and (before in ("at", "for", "only") or (often and _is_interval(tokens, mark.last + 2)))


def _is_interval(tokens: list[Token], place: int) -> bool:
    """Whether *a year*, *per month* and their like stand there, or *once* is *once again*."""
    return tokens[place - 1].stem in ("again", "mor") or any(t.stem in _INTERVALS for t in tokens[place : place + 1])


def _is_of_time(tokens: list[Token], mark: Term) -> bool:
    """Whether *until* or *since* only says when: *until 1 July*, *since March*."""
    following = tokens[mark.last + 1 : mark.last + 2]
    dated = bool(following) and (following[0].text[0].isdigit() or following[0].stem in _CALENDAR)
    told = (mark.name == "condition" and tokens[mark.first].stem == "until") or tokens[mark.first].stem == _SINCE
    return told and dated


def _is_for_the_speaker(tokens: list[Token], mark: Term) -> bool:
    """Whether a condition is only how somebody may be quoted: *on condition of anonymity*, *that he not be named*."""
    following = tokens[mark.last + 1 : mark.last + 1 + _QUOTING_WITHIN]
    return tokens[mark.last].stem in _CONDITION and any(token.stem in _QUOTING for token in following)


_NO_MARKS = (_is_at_once, _is_of_time, _is_for_the_speaker)
