"""Finding the subject of a verb: the noun phrase before it, across insertions, brackets and relative clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.lexicon import word_set
from zopa.statements.noun_phrases import LONGEST_PHRASE, RAISING, Range, is_adverb, noun_phrase_before
from zopa.statements.scene import QUOTE_MARKS
from zopa.statements.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL_SUBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from zopa.statements.scene import Scene


_NEVER_LAST = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | SUBORDINATORS - {"who"} | AUXILIARIES


_PLURAL_WORDS = word_set(
    """
    they we i you who people many some others most both several few men women media
    """
)


def verb_group_start(scene: Scene, verb: int) -> int:
    """The index where the verb group that ends with ``verb`` begins: auxiliaries, negations and adverbs included."""
    index = verb
    while index > 0 and not scene.quoted(index - 1):
        word = scene.word(index - 1)
        if not (word in AUXILIARIES or word in RAISING or is_adverb(word)):
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
    if scene.word(end - 1) in ("both", "all") and end > 1 and scene.tokens[end - 2].is_word:
        end -= 1
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
    return _with_listed_names(scene, _checked(scene, found))


def _with_listed_names(scene: Scene, found: Range | None) -> Range | None:
    """Take in the names that stand in a list before the last two: ``X, Y and Z said``."""
    if found is None or "and" not in (scene.word(index) for index in range(*found)):
        return found
    start = found.start
    while scene.word(start - 1) == "," and not scene.quoted(start - 1) and scene.capital(start):
        first = start - 1
        while first > 0 and scene.capital(first - 1) and not scene.quoted(first - 1) and start - first < 5:
            first -= 1
        if start - 1 - first < 2 or (first > 0 and scene.word(first - 1) != ","):
            break
        start = first
    return Range(start, found.end)


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


def _checked(scene: Scene, found: Range | None) -> Range | None:
    if found is None or not scene.has_word(*found) or scene.word(found.end - 1) in _NEVER_LAST:
        return None
    preposition = scene.word(found.start) in PREPOSITIONS - {"about", "over", "around"}
    if preposition and (found.start == 0 or not scene.capital(found.start)):
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
