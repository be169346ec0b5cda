"""Rules for cues that are phrases or nouns: ``according to``, ``in X's view``, ``X's claim that``, ``NAME:``."""

from __future__ import annotations

from zopa.statements.adjuncts import behind_citation
from zopa.statements.contents import content_spans, forward_end, thing_end
from zopa.statements.cues import BE_FORMS, CUE_VERBS, SAYING_NOUNS, VIEW_NOUNS
from zopa.statements.lexicon import word_list
from zopa.statements.noun_phrases import Range, noun_phrase_after, noun_phrase_before
from zopa.statements.roles import DOCUMENT_NOUNS, DOCUMENT_VERBS, TERMS_NOUNS
from zopa.statements.rules import Finding, content_before
from zopa.statements.scene import QUOTE_MARKS, Scene
from zopa.statements.subjects import subject_before
from zopa.statements.words import DETERMINERS, POSSESSIVES, PREPOSITIONS


def by_phrase(scene: Scene, index: int) -> Finding | None:
    """What the phrase rules find at the token at ``index``: at most one rule applies to a word."""
    word = scene.word(index)
    if word == "according" and scene.word(index + 1) == "to":
        return _according_to(scene, Range(index, index + 2))
    if word in VIEW_NOUNS and [scene.word(place) for place in (index - 2, index - 1, index + 1)] == ["in", "the", "of"]:
        return _according_to(scene, Range(index - 2, index + 2))
    if word == "as" and scene.word(index + 1) == "saying":
        return _quoted_as_saying(scene, index)
    if word == "as" and scene.word(index + 2) == "by":
        return _as_noted_by(scene, index)
    if word in SAYING_NOUNS and scene.word(index + 1) == "that":
        return _noun_that(scene, index)
    if word in SAYING_NOUNS and scene.word(index + 1) in BE_FORMS and scene.word(index + 2) == "that":
        return _noun_was_that(scene, index, index + 1)
    if word in SAYING_NOUNS and scene.word(index + 1) == "," and (verb := _behind_inserted(scene, index + 1)):
        return _noun_was_that(scene, index, verb)
    return _near_the_start(scene, index, word) if index < _START else None


_START = 12


def _near_the_start(scene: Scene, index: int, word: str) -> Finding | None:
    """Rules for what opens a sentence: a view, a document, a name and a colon."""
    if word in VIEW_NOUNS:
        return _in_somebodys_view(scene, index)
    if word in DOCUMENT_VERBS and _document_opens(scene, index):
        return _document_sets(scene, index)
    if word in DOCUMENT_NOUNS:
        return _in_document(scene, index)
    return _transcript(scene, index) if word == ":" else None


def _according_to(scene: Scene, cue: Range) -> Finding | None:
    """``According to X, …``, ``…, in the opinion of X``."""
    source = noun_phrase_after(scene, cue.end)
    if source is None:
        return None
    source = _with_relative(scene, source)
    if cue.start <= 1:
        comma = behind_citation(scene, source.end)
        start = comma + 1 if scene.word(comma) == "," else comma
        content = content_spans(scene, start, forward_end(scene, start))
    else:
        content = content_before(scene, cue.start)
    return Finding("according", source, cue, content, 0.9)


def _quoted_as_saying(scene: Scene, place: int) -> Finding | None:
    """``The agency quoted X as saying that …`` and ``“…,” it quoted X as saying``: X speaks."""
    verb = next((index for index in range(place - 1, max(0, place - 12), -1) if scene.word(index) in _QUOTED), None)
    if verb is None or verb + 1 >= place:
        return None
    behind = place + 3 if scene.word(place + 2) == "that" else place + 2
    content = content_spans(scene, behind, forward_end(scene, behind)) if behind < scene.body_end else ()
    if not content:
        quoter = subject_before(scene, verb)
        content = content_before(scene, quoter.start) if quoter and quoter.start else ()
    return Finding("quoted as saying", Range(verb + 1, place), Range(verb, place + 2), content, 0.95)


_QUOTED = frozenset(("quoted", "quotes", "cited", "cites"))


def _with_relative(scene: Scene, source: Range) -> Range:
    """``according to officials who were briefed on it``, ``a letter sent to members``: take in what says which."""
    if scene.word(source.end) not in ("who", "that", "which", "with", "in", "at", "on", "by", "to", "from"):
        return source
    end = source.end
    while end < scene.body_end and not scene.quoted(end) and scene.word(end) != ",":
        end += 1
    return Range(source.start, end)


def _as_noted_by(scene: Scene, index: int) -> Finding | None:
    if not any(one.ending == "ed" for one in CUE_VERBS.get(scene.word(index + 1), ())):
        return None
    source = noun_phrase_after(scene, index + 3)
    if source is None or index == 0 or any(scene.word(place) == "according" for place in range(index)):
        return None
    content = content_before(scene, index)
    return Finding("as noted by", source, Range(index, index + 3), content, 0.85)


def _noun_that(scene: Scene, noun: int) -> Finding | None:
    """``Trump's claim that …``, ``their belief that …``."""
    owner = _owner(scene, noun)
    if owner is None:
        return None
    content = content_spans(scene, noun + 2, thing_end(scene, noun + 2))
    return Finding("noun that", owner, Range(noun, noun + 1), content, 0.6)


def _noun_was_that(scene: Scene, noun: int, verb: int) -> Finding | None:
    """``X's impression was that …``, ``X's reply, through an aide, was that …``."""
    owner = _owner(scene, noun)
    if owner is None:
        return None
    content = content_spans(scene, verb + 2, forward_end(scene, verb + 2))
    return Finding("noun was that", owner, Range(noun, verb + 1), content, 0.8)


_LONGEST_INSERTION = 9


def _behind_inserted(scene: Scene, comma: int) -> int | None:
    """The ``was`` of ``, through an aide, was that``: behind words inserted between two commas."""
    for index in range(comma + 2, min(comma + _LONGEST_INSERTION, scene.end - 2)):
        if scene.word(index) == ",":
            is_verb = scene.word(index + 1) in BE_FORMS and scene.word(index + 2) == "that"
            return index + 1 if is_verb else None
    return None


def _owner(scene: Scene, noun: int) -> Range | None:
    """The owner of a noun of saying: ``Trump's (own) claim``, ``his claim``."""
    for index in range(noun - 1, max(-1, noun - 4), -1):
        word = scene.word(index)
        if word in POSSESSIVES:
            return Range(index, index + 1)
        if word.endswith(("'s", "s'")):
            return noun_phrase_before(scene, index + 1)
    return None


def _in_somebodys_view(scene: Scene, noun: int) -> Finding | None:
    """``In X's view, …``, ``By the EU's account, …``."""
    if scene.word(0) not in ("in", "by", "to") or noun < 2:
        return None
    owner = _owner(scene, noun)
    if owner is None:
        return None
    owner = Range(max(owner.start, 1), owner.end)
    start = noun + 1
    if scene.word(start) == "," and (second := _after_insertion(scene, start)):
        start = second
    content = content_spans(scene, start, forward_end(scene, start))
    return Finding("in view", owner, Range(0, 1), content, 0.8)


def _in_document(scene: Scene, noun: int) -> Finding | None:
    """``In the joint statement, …``, ``Under the plan there is …``: a document speaks."""
    if scene.word(0) not in ("in", "under", "per") or noun < 2 or scene.word(1) not in DETERMINERS | POSSESSIVES:
        return None
    if any(scene.word(index) in PREPOSITIONS | {","} for index in range(1, noun)):
        return None
    if scene.word(noun + 1) == ",":
        start = _after_insertion(scene, noun + 1) or noun + 2
    elif scene.word(0) == "under":
        start = 0
    else:
        return None
    content = content_spans(scene, start, forward_end(scene, start))
    return Finding("in document", Range(1, noun + 1), Range(0, 1), content, 0.7)


def _document_opens(scene: Scene, verb: int) -> bool:
    """Whether a sentence begins with a document and what is told of it before the verb: ``A paper, dated …, lists``."""
    if scene.word(0) not in DETERMINERS | {"its", "their", "his", "her"}:
        return False
    noun = next((index for index in range(1, min(verb, 5)) if scene.word(index) in TERMS_NOUNS), None)
    if noun is None:
        return False
    return noun == verb - 1 or scene.word(noun + 1) in _OPENS_RELATIVE or scene.word(noun + 1).endswith("ed")


_OPENS_RELATIVE = frozenset((",", "that", "which", "drawn", "sent", "put"))


def _document_sets(scene: Scene, verb: int) -> Finding | None:
    """``The document names a ceasefire as …``: terms told with a verb that says nothing of itself."""
    start = verb + 2 if scene.word(verb + 1) == "that" else verb + 1
    content = content_spans(scene, start, forward_end(scene, start))
    return Finding("document sets", Range(0, verb), Range(verb, verb + 1), content, 0.6)


def _after_insertion(scene: Scene, comma: int) -> int | None:
    """Behind ``, given to reporters,`` or ``, a copy of which was leaked,``: what is inserted between two commas."""
    opening = scene.word(comma + 1)
    copy = opening == "a" and scene.word(comma + 2) in ("copy", "version", "draft")
    if not opening.endswith(("en", "ed")) and opening != "which" and not copy:
        return None
    for index in range(comma + 2, min(comma + 12, scene.end)):
        if scene.word(index) == ",":
            return index + 1
    return None


def _transcript(scene: Scene, colon: int) -> Finding | None:
    """``WALLACE: Good evening.``: a name in capitals, or one of few words before a quotation, and a colon."""
    label = scene.text[scene.tokens[0].start : scene.tokens[colon].start].strip()
    if label.lower() in word_list("states"):
        return None  # A dateline.
    follows_quotation = scene.quoted(colon + 1) and scene.word(colon + 1) in QUOTE_MARKS
    if not (label.isupper() and len(label) > 2) and not (follows_quotation and label.istitle()):
        return None
    content = content_spans(scene, colon + 1, scene.body_end)
    return Finding("transcript", Range(0, colon), Range(colon, colon + 1), content, 0.7)
