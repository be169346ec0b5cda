"""Noun phrases: the one that ends at a place in a sentence, and the one that begins there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_set
from zopa.statements.scene import BREAKS
from zopa.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from zopa.statements.scene import Scene


LONGEST_PHRASE = 24


_LEAD = 3


_TAKE_TO = word_set("close privy party adviser advisor advisers aide envoy ambassador secretary assistant")


RAISING = word_set("not to seemed seems appeared appears")


class Range(NamedTuple):
    """Tokens ``start`` to ``end``, exclusive."""

    start: int
    end: int


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb without being either."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def noun_phrase_before(scene: Scene, end: int) -> Range | None:
    """The noun phrase whose last token is the one before ``end``: back to the nearest clause boundary."""
    start = end
    while start > 0 and end - start < LONGEST_PHRASE and not _bounds(scene, start - 1, end):
        start -= 1
    start = _without_lead(scene, start, end)
    return Range(start, end) if start < end else None


def _bounds(scene: Scene, index: int, end: int) -> bool:
    """Whether a noun phrase that ends before ``end`` cannot reach back over the token at ``index``."""
    word = scene.word(index)
    if scene.quoted(index):
        return True
    if word in BREAKS or word in AUXILIARIES or word in SUBORDINATORS or word in RAISING - {"not", "to"}:
        return True
    if word in PRONOUNS and index + 1 < end:
        return word not in ("you", "it")
    if word in CONJUNCTIONS:
        return word != "and" or not _joins_names(scene, index)
    return _is_finite_cue(scene, index) and index + 1 < end


def _joins_names(scene: Scene, conjunction: int) -> bool:
    before = conjunction - 1
    while before >= 0 and scene.word(before) not in BREAKS:
        word = scene.word(before)
        if word in AUXILIARIES or _is_finite_cue(scene, before):
            return False
        before -= 1
    return conjunction > 0 and (before < 0 or conjunction - before < 8)


def _is_finite_cue(scene: Scene, index: int) -> bool:
    readings = CUE_VERBS.get(scene.word(index), ())
    return not scene.capital(index) and any(reading.ending == "ed" for reading in readings)


def _without_lead(scene: Scene, start: int, end: int) -> int:
    """Drop what precedes a subject without belonging to it: conjunctions, adverbs, ``On Thursday``."""
    while start < end:
        word = scene.word(start)
        if (
            not scene.tokens[start].is_word
            or word in CONJUNCTIONS
            or word in ("as", "when", "while", "that")
            or _is_lead_adverb(word)
        ):
            start += 1
        elif word in PREPOSITIONS and (after := _after_time(scene, start, end)):
            start = after
        else:
            break
    return start


def _is_lead_adverb(word: str) -> bool:
    return is_adverb(word) and word not in ("both", "all", "first", "last", "even", "only")


def _after_time(scene: Scene, start: int, end: int) -> int | None:
    for index in range(start + 1, min(start + 6, end)):
        word = scene.word(index)
        if word in WEEKDAYS or word in MONTHS or (word.isdigit() and index + 1 < end):
            return index + 1
    return None


def noun_phrase_after(scene: Scene, start: int, *, limit: int = LONGEST_PHRASE) -> Range | None:
    """The noun phrase that begins at ``start``: a name with what is said of its bearer, up to the end of the clause."""
    index = start
    while index < scene.end and index - start < limit and not _stops_after(scene, index, start):
        index += 1
    index = _with_apposition(scene, start, index)
    while index > start and not scene.tokens[index - 1].is_word and scene.word(index - 1) != ")":
        index -= 1
    return Range(start, index) if index > start and scene.has_word(start, index) else None


def _stops_after(scene: Scene, index: int, start: int) -> bool:
    word = scene.word(index)
    if word == "." and index > start and _is_initial(scene, index):
        return False
    if scene.quoted(index) or word in BREAKS - {"(", ")"} or word == "." or word in AUXILIARIES:
        return True
    if word == "to" and scene.word(index - 1) in _TAKE_TO:
        return False
    if word in SUBORDINATORS or (word in ("in", "on", "at", "during", "by", "after", "to") and index > start):
        return True
    return index > start and (word in WEEKDAYS or word in ("but",))


def _is_initial(scene: Scene, stop: int) -> bool:
    """Whether a full stop closes an initial or a title within a name: ``John F. Smith``, ``Sen. Smith``."""
    return (
        scene.capital(stop - 1)
        and len(scene.word(stop - 1)) <= 4
        and scene.capital(stop + 1)
        and not scene.quoted(stop + 1)
    )


def _with_apposition(scene: Scene, start: int, index: int) -> int:
    """Take in ``, a senior fellow at the centre`` after a name: it begins with a small word and ends the clause."""
    if scene.word(index) != "," or index + 1 >= scene.end or scene.quoted(index + 1) or index == start:
        return index
    follows = scene.word(index + 1)
    if not (follows in ("a", "an", "the", "who", "one", "another") or follows.isdigit() or _is_role(scene, index + 1)):
        return index
    end = index + 1
    while end < scene.end and not scene.quoted(end) and scene.word(end) not in (",", ".", ";", ":", "—", "–", "--"):
        end += 1
    leads = start < _LEAD and end >= scene.body_end  # ``According to X, the plan …``: what follows is the content.
    return index if leads else end


def _is_role(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    return not scene.capital(index) and word not in PREPOSITIONS | CONJUNCTIONS | PRONOUNS and not word.endswith("ing")
