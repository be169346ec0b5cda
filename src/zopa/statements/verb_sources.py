"""Whose verb it is: the source of a cue that is a verb, also where the subject stands in another clause."""

from __future__ import annotations

from zopa.statements.cues import CUE_VERBS, CueVerb
from zopa.statements.lexicon import word_set
from zopa.statements.noun_phrases import Range, noun_phrase_before
from zopa.statements.scene import Scene
from zopa.statements.subjects import is_plural, subject_before, verb_group_start
from zopa.statements.words import AUXILIARIES, MODALS, NEGATIONS, PREPOSITIONS, SUBORDINATORS

SEEMING = word_set("seemed seems appeared appears")


def cue_range(scene: Scene, verb: int) -> Range:
    """A verb with its auxiliaries and adverbs: ``has repeatedly said``."""
    return Range(verb_group_start(scene, verb), verb + 1)


def source_for(scene: Scene, verb: int, reading: CueVerb) -> Range | None:
    """The subject of a verb: before it, or, for a participle or second verb, that of the clause it hangs on."""
    before = scene.word(verb_group_start(scene, verb) - 1)
    if reading.ending == "ing" and before not in AUXILIARIES and not _is_progressive(scene, verb):
        return _own_subject(scene, verb) or main_subject(scene, verb)
    if before in ("and", "but", "or", "then"):
        earlier = main_subject(scene, verb)
        if reading.ending == "base":
            return None
        if earlier is not None:
            return earlier
    source = subject_before(scene, verb)
    if source is not None and reading.ending == "base" and not _agrees(scene, verb, source):
        return None
    return source


def _own_subject(scene: Scene, verb: int) -> Range | None:
    """The subject of a participle of its own: ``with Smith saying …``."""
    found = noun_phrase_before(scene, verb_group_start(scene, verb))
    if found is not None and scene.word(found.start) == "with" and found.end - found.start > 1:
        return Range(found.start + 1, found.end)
    return None


def _is_progressive(scene: Scene, verb: int) -> bool:
    return any(scene.word(index) in AUXILIARIES for index in range(verb_group_start(scene, verb), verb))


def _agrees(scene: Scene, verb: int, source: Range) -> bool:
    group = range(verb_group_start(scene, verb), verb)
    return is_plural(scene, source) or any(
        scene.word(index) in MODALS | SEEMING | NEGATIONS | {"did", "does", "do"} for index in group
    )


def main_subject(scene: Scene, verb: int) -> Range | None:
    """The subject of the first verb of the sentence that has one; failing that, the name the sentence begins with."""
    for index in range(1, verb):
        if scene.quoted(index):
            continue
        word = scene.word(index)
        if word in CUE_VERBS or word in AUXILIARIES or (word.endswith("ed") and not scene.capital(index)):
            source = subject_before(scene, index)
            if source is not None and source.start != index:
                return source
    return _first_name(scene, verb)


def _first_name(scene: Scene, limit: int) -> Range | None:
    index = 0
    while index < limit and not _begins_name(scene, index):
        index += 1
    end = index
    while end < limit and scene.capital(end) and not scene.quoted(end):
        end += 1
    return Range(index, end) if end > index else None


def _begins_name(scene: Scene, index: int) -> bool:
    if not scene.capital(index) or not scene.tokens[index].is_word or scene.quoted(index):
        return False
    return index > 0 or scene.word(index) not in PREPOSITIONS | SUBORDINATORS | {"according"}


def is_passive(scene: Scene, verb: int, reading: CueVerb) -> bool:
    """Whether a verb stands in the passive: its subject is then not its source."""
    if reading.ending != "ed":
        return False
    group = [scene.word(index) for index in range(verb_group_start(scene, verb), verb)]
    return any(word in ("is", "are", "was", "were", "been", "be", "being") for word in group)
