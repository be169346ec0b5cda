"""Finding the source of a cue: the noun phrase before a verb, or after it where the order is inverted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_set
from zopa.statements.scene import BREAKS, QUOTE_MARKS
from zopa.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    PERSONAL_SUBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from zopa.statements.scene import Scene

LONGEST_PHRASE = 24
_NEVER_LAST = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | SUBORDINATORS - {"who"} | AUXILIARIES
_LEAD = 3
_TAKE_TO = word_set("close privy party adviser advisor advisers aide envoy ambassador secretary assistant")
_RAISING = word_set("not to seemed seems appeared appears")
_PLURAL_WORDS = word_set(
    """
    they we i you who people many some others most both several few men women media
    """
)


class Range(NamedTuple):
    """Tokens ``start`` to ``end``, exclusive."""

    start: int
    end: int


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb without being either."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def verb_group_start(scene: Scene, verb: int) -> int:
    """The index where the verb group that ends with ``verb`` begins: auxiliaries, negations and adverbs included."""
    index = verb
    while index > 0 and not scene.quoted(index - 1):
        word = scene.word(index - 1)
        if not (word in AUXILIARIES or word in _RAISING or is_adverb(word)):
            break
        index -= 1
    while index < verb and scene.word(index) in ("both", "all", "first", "so", "then", "today", "yesterday"):
        index += 1
    return index


def subject_before(scene: Scene, verb: int) -> Range | None:
    """The subject that stands before a verb.

    1. Step over the verb's auxiliaries and adverbs.
    2. A comma there closes an apposition or a relative clause: the subject is what the inserted words follow.
    3. ``who`` stands for the noun phrase before it.
    4. Otherwise the subject is the noun phrase that ends there.

    Linear in the length of the sentence.
    """
    end = verb_group_start(scene, verb)
    before = scene.word(end - 1)
    if end <= 0 or scene.quoted(end - 1):
        return None
    if before == ",":
        return _before_insertion(scene, end - 1)
    if before in (")", "]"):
        return _before_bracket(scene, end - 1)
    if before in ("who", "which", "that"):
        return _before_relative(scene, end - 1)
    found = noun_phrase_before(scene, end)
    if found is not None and scene.word(found.start - 1) == "who":
        head = _before_relative(scene, found.start - 1)
        found = Range(head.start, end) if head else found
    return _checked(scene, found)


def _before_insertion(scene: Scene, comma: int) -> Range | None:
    opening = comma - 1
    while opening > 0 and comma - opening < LONGEST_PHRASE:
        if scene.word(opening) == "," or (scene.quoted(opening) and scene.word(opening) in QUOTE_MARKS):
            break
        opening -= 1
    if opening <= 0 or scene.word(opening) != ",":
        return None
    head = _checked(scene, noun_phrase_before(scene, opening))
    if head is None or not _names_somebody(scene, head):
        return None
    return Range(_with_joined(scene, head.start), comma)


def _with_joined(scene: Scene, start: int) -> int:
    """Where a subject begins of which the part from ``start`` on is the last of several: ``X, a chair, and Y``."""
    if scene.word(start - 1) != "and" or scene.word(start - 2) != ",":
        return start
    earlier = _before_insertion(scene, start - 2)
    return earlier.start if earlier else start


def _before_bracket(scene: Scene, closing: int) -> Range | None:
    opening = closing
    while opening > 0 and scene.word(opening) not in ("(", "["):
        opening -= 1
    head = _checked(scene, noun_phrase_before(scene, opening)) if opening else None
    return Range(head.start, closing + 1) if head else None


def _before_relative(scene: Scene, relative: int) -> Range | None:
    """What ``who`` stands for: the noun phrase before it, without the verb and preposition that govern it."""
    end = relative - 1 if scene.word(relative - 1) == "," else relative
    found = noun_phrase_before(scene, end)
    if found is None or scene.capital(found.start) or scene.word(found.start) in DETERMINERS:
        return _checked(scene, found)
    for index in range(found.end - 1, found.start, -1):
        if scene.word(index) in PREPOSITIONS and scene.word(index) != "of":
            return _checked(scene, Range(index + 1, found.end))
    return _checked(scene, found)


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
    if word in BREAKS or word in AUXILIARIES or word in SUBORDINATORS or word in _RAISING - {"not", "to"}:
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


def _checked(scene: Scene, found: Range | None) -> Range | None:
    if found is None or not scene.has_word(*found) or scene.word(found.end - 1) in _NEVER_LAST:
        return None
    if scene.word(found.start) in PREPOSITIONS - {"about", "over", "around"} and not scene.capital(found.start):
        return None
    return found


def _names_somebody(scene: Scene, found: Range) -> bool:
    first = scene.word(found.start)
    return (
        scene.capital(found.end - 1)
        or scene.capital(found.start)
        or first in DETERMINERS
        or first in POSSESSIVES
        or first in PERSONAL_SUBJECTS
    )


def is_plural(scene: Scene, found: Range) -> bool:
    """Whether a subject can go with a verb without -s: ``officials say``, ``they believe``, ``A and B want``."""
    words = [scene.word(index) for index in range(found.start, found.end)]
    if any(word in _PLURAL_WORDS for word in words) or "and" in words:
        return True
    return any(word.endswith("s") and not word.endswith(("'s", "ss", "us", "is")) for word in words)


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
