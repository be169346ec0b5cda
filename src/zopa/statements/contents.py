"""Finding what was said: where the content after a cue begins and ends, and the content that stands before one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.cues import CUE_VERBS, CueKind
from zopa.statements.lexicon import word_set
from zopa.statements.noun_phrases import is_adverb
from zopa.statements.scene import BREAKS, DASHES, QUOTE_MARKS
from zopa.statements.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from zopa.statements.scene import Scene


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
