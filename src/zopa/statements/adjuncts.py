"""What may stand between a cue and its content: times, places, occasions, a person addressed, a source cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.lexicon import word_set
from zopa.statements.noun_phrases import is_adverb
from zopa.statements.scene import BREAKS
from zopa.statements.words import (
    AUXILIARIES,
    DETERMINERS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from zopa.statements.scene import Scene

_ADJUNCT_PREPOSITIONS = word_set(
    """
    on in at during to after via through by with from before for about of following
    """
)
_TIME_WORDS = (
    WEEKDAYS | frozenset(MONTHS) | word_set("today yesterday tonight early late earlier later week month year")
)
_PERIODS = word_set("day week month year hour minute decade")
_LONGEST_ADJUNCT = 14


def after_adjuncts(scene: Scene, start: int, *, address: bool = False) -> int:
    """Step over what may stand between a cue and its content: times, places, occasions and, with ``address``, a person.

    Returns the index of the first token behind them; ``start`` where there are none.
    """
    index = start
    if address:
        index = _after_person(scene, index)
    while index < scene.end and not scene.quoted(index):
        word = scene.word(index)
        if word in _TIME_WORDS or is_adverb(word) or (word.isdigit() and scene.word(index - 1) in MONTHS):
            index += 1
        elif word in ("last", "this", "next") and scene.word(index + 1) in _TIME_WORDS | {"weekend"}:
            index += 2
        elif scene.word(index + 2) in ("ago", "earlier") and scene.word(index + 1).rstrip("s") in _PERIODS:
            index += 3
        elif word in _ADJUNCT_PREPOSITIONS and (after := _after_phrase(scene, index)) > index:
            index = after
        else:
            break
    return index


def behind_citation(scene: Scene, comma: int) -> int:
    """The comma that closes ``, citing two officials,`` where such words open at ``comma``; else ``comma`` itself.

    -1 stands for the beginning of the sentence.
    """
    opens = comma == -1 or scene.word(comma) == ","
    if not opens or scene.word(comma + 1) not in ("citing", "quoting"):
        return comma
    for index in range(comma + 2, min(comma + _LONGEST_ADJUNCT, scene.end)):
        if scene.word(index) == "," and not scene.quoted(index):
            return index
    return comma


def _after_person(scene: Scene, start: int) -> int:
    """Behind the person addressed: ``told reporters``, ``told CNN's Jake Tapper``, ``informed the two envoys``."""
    index = start
    while index < scene.end and index - start < 10 and not scene.quoted(index):
        word = scene.word(index)
        ended = word in BREAKS or word in SUBORDINATORS or word in AUXILIARIES or word in PREPOSITIONS - {"of"}
        if ended or word == "." or (index > start and (word in PRONOUNS or word in DETERMINERS or word in _TIME_WORDS)):
            break
        index += 1
        if word in ("him", "her", "them", "me", "us", "reporters", "journalists", "supporters", "voters", "lawmakers"):
            break
    return index


def _after_phrase(scene: Scene, preposition: int) -> int:
    index = preposition + 1
    if scene.word(index) in DETERMINERS or scene.word(index) in POSSESSIVES:
        index += 1
    first = index
    while index < scene.end and index - preposition < _LONGEST_ADJUNCT and not scene.quoted(index):
        word = scene.word(index)
        if word in BREAKS or word == "." or word in SUBORDINATORS or word in PRONOUNS or word in AUXILIARIES:
            break
        if word in PREPOSITIONS or (index > first and (word in DETERMINERS or word in POSSESSIVES)):
            break
        index += 1
        if word in _TIME_WORDS:
            break
    return index if index > preposition + 1 else preposition


def that_after(scene: Scene, start: int) -> int | None:
    """The index of the ``that`` which opens the content after a cue, if one follows the adjuncts from ``start``."""
    for index in (start, start + 1):
        if scene.word(index) == "that" and not scene.quoted(index) and (index == start or scene.word(start) == ","):
            return index
    return None
