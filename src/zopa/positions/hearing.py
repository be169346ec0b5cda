"""Hearing: a statement opened up for coding, with its words, what stands around them, and whose voice it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.positions.documents import is_shared
from zopa.positions.passage import read_passage
from zopa.positions.pronouns import taken_up
from zopa.positions.sentences import sentence_before, sentence_of
from zopa.positions.speakers import names_of, parties_of
from zopa.positions.subjects import sentence_start, subjects_before
from zopa.positions.vocabulary import CaseWords, vocabulary
from zopa.positions.voices import Voice, ends_in_condition
from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.parties import PartyNames
    from zopa.positions.passage import Passage
    from zopa.statements.statement import Statement

_JOINT = re.compile(r"\b(?:joint|common|agreement|treaty|communiqu[eé]|accord|deal)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|two) sides\b", re.IGNORECASE)
_OFFERED = re.compile(r"\boffer\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:[\w'’-]+\s+){0,2}[\w'’-]+")
"""The words of a content that may end the phrase that its cue begins."""
_CACHED_CASES = 8
_LOOK_BACK, _SIDES = 4, 2


@lru_cache(maxsize=64)
def most_named(text: str, names: PartyNames) -> tuple[str, ...]:
    """The two parties that an article names most; empty where the second is no more named than a third.

    Cost: linear in the article, once.
    """
    counts = Counter(mention.party for mention in names.mentions(tokens_of(text)))
    (*first, third) = [*counts.most_common(3), *[("", 0)] * 3][:3]
    return tuple(party for party, _ in first) if first[1][1] > third[1] else ()


@dataclass(frozen=True, slots=True)
class Hearing:
    """A statement's words, the sentences before them, the names of the terms around them, and whose voice it is.

    ``whole`` is the statement's sentence, ``before`` the one before it, if there is one. ``conditioned`` where the
    sentence goes on with a condition behind the words that say who spoke: *Company X could live with 5 per cent, she
    said, provided that the strike ends*.
    """

    passage: Passage
    earlier: Callable[[], Iterator[Passage]]
    context: frozenset[str]
    voice: Voice
    whole: Passage
    before: Passage | None = None
    conditioned: bool = False


def hear(statement: Statement, article: Article, case: Case, words: CaseWords) -> Hearing:
    """Opens a statement up. Cost: linear in the words of its sentence and the sentence before."""
    sentence = sentence_of(statement, article.text)
    earlier = sentence_before(sentence, article.text)
    before = read_passage(article.text, (earlier,), words.parties) if earlier else None
    whole = read_passage(article.text, (sentence,), words.parties)
    context = frozenset(term.name for passage in (before, whole) if passage for term in passage.terms)
    passage = read_passage(article.text, statement.content, words.parties)
    head = Span(sentence.start, max(sentence.start, statement.content[0].start))
    earlier_sentences = partial(_earlier, article.text, head, before, earlier, words)
    voice = _voice(statement, article, case, words, sentence)
    if statement.speaker_kind == "narrator" or not (voice.parties or voice.joint):
        passage = taken_up(passage, earlier_sentences())
        whole = taken_up(whole, islice(earlier_sentences(), 1, None))
    others = tuple(party.id for party in case.parties if party.id not in voice.parties)
    if not voice.parties and not voice.joint:
        opening = read_passage(article.text, (head,), words.parties)
        fragment = article.text[statement.content[0].start].islower()
        voice = _of_opening(opening, passage, fragment) or voice
    if _BOTH.search(article.text, sentence.start, sentence.end) and len(case.parties) > _SIDES:
        voice = replace(voice, sides=most_named(article.text, words.parties))
    tail = Span(min(statement.content[-1].end, sentence.end), sentence.end)
    conditioned = ends_in_condition(read_passage(article.text, (tail,), words.parties))
    return Hearing(passage, earlier_sentences, context, replace(voice, others=others), whole, before, conditioned)


def _of_opening(opening: Passage, passage: Passage, fragment: bool) -> Voice | None:
    """The voice of the subject whose cue a fragment depends on (*the port has suggested 3 per cent and* [*a
    bonus for nights*]), or whose verb of stance it begins with: *the union will* [*ask for 5 per cent*].
    """
    if not fragment:
        return None
    if not opening.attitudes:
        begun = bool(opening.modals) and any(cue.first == 0 for cue in passage.attitudes)
        subjects = tuple(subjects_before(opening, 0, len(opening.tokens))) if begun else ()
        return Voice(subjects) if subjects else None
    cue = opening.attitudes[-1]
    holders = tuple(subjects_before(opening, sentence_start(opening, cue.first), cue.first))
    if not holders:
        return None
    tones = frozenset(found.name for found in opening.tones)
    return Voice(holders, outer=cue.name, outer_negated=opening.negated(cue.first), outer_tones=tones)


def _earlier(text: str, head: Span, before: Passage | None, place: Span | None, words: CaseWords) -> Iterator[Passage]:
    """What stands before a statement: its sentence's beginning, then the sentences before, read as far as asked for."""
    yield read_passage(text, (head,), words.parties)
    if before is None or place is None:
        return
    yield before
    for _ in range(_LOOK_BACK - 1):
        place = sentence_before(place, text)
        if place is None:
            return
        yield read_passage(text, (place,), words.parties)


def _voice(statement: Statement, article: Article, case: Case, words: CaseWords, sentence: Span) -> Voice:
    """Whose voice it is, with the attitude that stands outside the content: *he refused* [*to sign*]."""
    parties = tuple(parties_of(statement, article, case))
    document = statement.speaker_kind == "document"
    shared = _JOINT.search(statement.speaker) or is_shared(statement.speaker, article.text)
    if document and len(parties) != 1 and shared:
        return Voice(parties, document, joint=True)
    if not parties:
        return Voice(parties, document)
    start = statement.content[0].start
    spans = statement.cue or ((Span(sentence.start, start),) if sentence.start < start else ())
    if spans and statement.content[0].start - spans[-1].end in (
        0,
        1,
    ):  # *is planning* [*to answer*], *sees* [*no need*]
        opening = _OPENING.match(article.text, start, statement.content[0].end)
        spans = (*spans, Span(start, opening.end() if opening else start))
    outside = read_passage(article.text, spans, words.parties)
    attitudes = [cue for cue in outside.attitudes if outside.tokens[cue.first].start < start]
    if not attitudes:
        return Voice(parties, document, offer=document and bool(_OFFERED.search(statement.speaker)))
    cue = attitudes[-1]
    tones = frozenset(found.name for found in outside.tones)
    return Voice(parties, document, outer=cue.name, outer_negated=outside.negated(cue.first), outer_tones=tones)


_CACHE: dict[int, tuple[Case, CaseWords]] = {}


def words_of_case(case: Case) -> CaseWords:
    """The vocabulary of a case, built once per case object."""
    kept = _CACHE.get(id(case))
    if kept is None or kept[0] is not case:
        if len(_CACHE) >= _CACHED_CASES:
            _CACHE.clear()
        kept = _CACHE[id(case)] = (case, vocabulary(case, names_of(case)))
    return kept[1]
