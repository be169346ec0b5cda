"""Finding what was said: where the content after a cue begins and ends, and the content that stands before one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.cues import CUE_VERBS, CueKind
from zopa.statements.lexicon import word_set
from zopa.statements.scene import BREAKS, DASHES, QUOTE_MARKS
from zopa.statements.subjects import is_adverb
from zopa.statements.words import (
    AUXILIARIES,
    CONJUNCTIONS,
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
        elif word in _ADJUNCT_PREPOSITIONS and (after := _after_phrase(scene, index)) > index:
            index = after
        else:
            break
    return index


def behind_citation(scene: Scene, comma: int) -> int:
    """The comma that closes ``, citing two officials,`` where such words open at ``comma``; else ``comma`` itself."""
    if scene.word(comma) != "," or scene.word(comma + 1) not in ("citing", "quoting"):
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


def forward_end(scene: Scene, start: int) -> int:
    """Where content that begins at ``start`` ends: the sentence, or the next attribution in it, whichever is first."""
    index = start
    while index < scene.body_end:
        if not scene.quoted(index) and index > start and _ends_content(scene, index):
            return _without_tail(scene, start, index)
        index += 1
    return _without_tail(scene, start, scene.body_end)


def _ends_content(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    if word == "according" and scene.word(index + 1) == "to":
        return True
    if word == ",":
        return _opens_another(scene, index + 1)
    if word in ("and", "but") and not scene.quoted(index + 1):
        return _is_speech_verb(scene, index + 1, ("ed",)) or _is_said_again(scene, index + 1)
    return False


def _opens_another(scene: Scene, index: int) -> bool:
    """Whether a new attribution opens at ``index``, just behind a comma."""
    word = scene.word(index)
    if word in ("though", "although"):
        return _is_said_by_another(scene, index + 1)
    if word in ("and", "but", "then", "while"):
        return _is_speech_verb(scene, index + 1, ("ed", "ing")) or _is_said_by_another(scene, index + 1)
    if word == "according" or _is_speech_verb(scene, index, ("ing",)):
        return True
    if word == "as" and _is_speech_verb(scene, index + 1, ("ed",)):
        return True
    return closes_with_caption(scene, index) or _comments(scene, index)


def _comments(scene: Scene, index: int) -> bool:
    """Whether an afterthought opens that is the writer's own: ``, which seemed to …``, ``, a concession that …``."""
    word = scene.word(index)
    if word == "which":
        return scene.word(index + 1) in _WRITERS_VERBS
    if word in ("a", "an"):
        return any(scene.word(place) in ("that", "which") for place in range(index + 2, min(index + 4, scene.body_end)))
    return False


_WRITERS_VERBS = word_set(
    """
    seemed seems appeared appears would could might suggests suggested implies implied
    """
)


def _is_said_again(scene: Scene, index: int) -> bool:
    return scene.word(index) in ("he", "she", "they") and _is_speech_verb(scene, index + 1, ("ed", "s"))


def _is_said_by_another(scene: Scene, index: int) -> bool:
    """Whether a short subject and a verb of saying follow: ``, and three-quarters said``."""
    for place in range(index, min(index + 8, scene.body_end)):
        word = scene.word(place)
        if scene.quoted(place) or word in BREAKS or word in AUXILIARIES or word in SUBORDINATORS:
            return False
        if place > index and word in ("said", "says", "told", "added", "wrote", "argued", "denied", "insisted"):
            return True
    return False


def _is_speech_verb(scene: Scene, index: int, endings: tuple[str, ...]) -> bool:
    while is_adverb(scene.word(index)):
        index += 1
    readings = CUE_VERBS.get(scene.word(index), ())
    return any(one.kind in (CueKind.SPEECH, CueKind.ADDRESS) and one.ending in endings for one in readings)


def closes_with_caption(scene: Scene, index: int) -> bool:
    """Whether the sentence ends with a name and a verb of saying: ``…, the statement said.``"""
    last = scene.body_end - 1
    return (
        last - index < 10
        and last > index
        and _is_speech_verb(scene, last, ("ed", "s"))
        and not _has_comma(scene, index)
    )


def _has_comma(scene: Scene, index: int) -> bool:
    return any(scene.word(place) == "," for place in range(index, scene.body_end))


def _without_tail(scene: Scene, start: int, end: int) -> int:
    while end > start and not scene.quoted(end - 1):
        if scene.word(end - 1) in BREAKS - {")", "]"} or scene.word(end - 1) in CONJUNCTIONS:
            end -= 1
        else:
            break
    return end


def thing_end(scene: Scene, start: int) -> int:
    """Where a thing said or rejected ends: at a comma that does not continue a list, or at a clause of circumstance."""
    index = start
    while index < scene.body_end:
        word = scene.word(index)
        if not scene.quoted(index) and index > start:
            if word in DASHES or word in (";", ":", "(") or word in ("because", "while", "although", "though", "when"):
                break
            if word == "according" or (word == "," and not _continues_list(scene, index)):
                break
            if (word in ("and", "but") and _is_any_cue(scene, index + 1)) or _is_occasion(scene, index):
                break
        index += 1
    return _without_tail(scene, start, index)


_OCCASIONS = word_set(
    """
    statement statements message post posts interview interviews speech letter address briefing tweet video
    broadcast email press remarks comments
    """
)


def _is_occasion(scene: Scene, index: int) -> bool:
    """Whether words follow that tell where something was said: ``in a message posted on …``."""
    if scene.word(index) not in ("in", "at", "during") or scene.word(index + 1) not in DETERMINERS | POSSESSIVES:
        return False
    return any(scene.word(place) in _OCCASIONS for place in range(index + 2, index + 4))


def _continues_list(scene: Scene, comma: int) -> bool:
    """A list goes on where ``and`` follows within a few words and another comma or the end closes it."""
    for index in range(comma + 1, min(comma + 9, scene.body_end)):
        if scene.word(index) in ("and", "or"):
            return index > comma + 1 or not _is_any_cue(scene, index + 1)
        if scene.word(index) in SUBORDINATORS or scene.word(index) in AUXILIARIES:
            return False
    return False


def _is_any_cue(scene: Scene, index: int) -> bool:
    while is_adverb(scene.word(index)):
        index += 1
    return any(one.ending in ("ed", "s") for one in CUE_VERBS.get(scene.word(index), ()))


def content_spans(scene: Scene, start: int, end: int) -> tuple[Span, ...]:
    """The tokens ``start`` to ``end`` as content: a whole quotation loses its marks, a clause keeps those inside it."""
    while start < end and scene.word(start) in {",", ":", ";", "…"} | DASHES and not scene.quoted(start):
        start += 1
    if start >= end or not scene.has_word(start, end):
        return ()
    if scene.quoted(start) and all(scene.quote_of[index] == scene.quote_of[start] for index in range(start, end)):
        while start < end and scene.word(start) in QUOTE_MARKS:
            start += 1
        while end > start and scene.word(end - 1) in QUOTE_MARKS:
            end -= 1
    return (scene.span_of(start, end),) if start < end else ()
