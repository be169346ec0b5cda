"""The coder: from one statement to the positions its words support."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.positions.antecedents import pointed
from zopa.positions.matching import Candidate, candidates
from zopa.positions.passage import read_passage
from zopa.positions.position import Condition, Position
from zopa.positions.sentences import sentence_before, sentence_of
from zopa.positions.speakers import names_of, parties_of
from zopa.positions.stances import attitudes
from zopa.positions.vocabulary import CaseWords, vocabulary
from zopa.positions.voices import Attitude, Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.passage import Passage
    from zopa.statements.statement import Statement

CODER = "rules-3"
"""The version of this coder; it changes whenever the coder may give other answers."""

COUNTED_FROM = 0.5
"""The least confidence of a position that counts; below it stands a suggestion."""

SHOWN_FROM = 0.25
"""The least confidence of a suggestion."""

_JOINT = re.compile(r"\b(?:joint|common|agreement|treaty|communiqu[eé]|accord|deal)\b", re.IGNORECASE)
_CACHED_CASES = 8
_LOOK_BACK = 4

_UNHEARD = 0.6
"""What a position of the speaker's own keeps when the reader is not sure at all who speaks."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A statement opened up: its words, the sentences before them, the terms around them, and whose voice it is."""

    passage: Passage
    earlier: Callable[[], Iterator[Passage]]
    context: frozenset[str]
    voice: Voice


def code_positions(statement: Statement, article: Article, case: Case) -> list[Position]:
    """The positions a statement supports, in the order of the case's issues and options.

    1. The content is cut into clauses; its parties, the case's terms and the cues of stance are found in it.
    2. For every clause but those of reason, the options its words point to (:mod:`~zopa.positions.matching`).
    3. For every option, whose attitude governs it and what that is (:mod:`~zopa.positions.stances`); where the words
       only point (*such notions*), the option is looked for just before (:mod:`~zopa.positions.antecedents`).
    4. Confidence = quality of the match times certainty of the stance; where the party is the speaker's and not named
       in the words, also times 0.6 + 0.4 times the reader's confidence in the speaker. From ``COUNTED_FROM`` on a
       position counts, from ``SHOWN_FROM`` on it is a suggestion, below it is dropped. Of several stances of a party
       on an option the surest stays.

    Cost: linear in the words of the statement and its neighbours, times the issues of the case.
    """
    words = words_of_case(case)
    reading = _read(statement, article, case, words)
    found: dict[tuple[str, str, str], Position] = {}
    for candidate, attitude, places in _attitudes(reading, words):
        position = _position(statement, reading.passage, candidate, attitude, places)
        key = (position.party, position.issue, position.option)
        if position.confidence >= SHOWN_FROM and (key not in found or found[key].confidence < position.confidence):
            found[key] = position
    options = [(issue.id, option.id) for issue in case.issues for option in issue.options]
    order = {option: place for place, option in enumerate(options)}
    return sorted(found.values(), key=lambda position: (order[position.issue, position.option], position.party))


def _read(statement: Statement, article: Article, case: Case, words: CaseWords) -> _Reading:
    sentence = sentence_of(statement, article.text)
    earlier = sentence_before(sentence, article.text)
    before = read_passage(article.text, (earlier,), words.parties) if earlier else None
    whole = read_passage(article.text, (sentence,), words.parties)
    context = frozenset(term.name for passage in (before, whole) if passage for term in passage.terms)
    passage = read_passage(article.text, statement.content, words.parties)
    head = Span(sentence.start, max(sentence.start, statement.content[0].start))
    earlier_sentences = partial(_earlier, article.text, head, before, earlier, words)
    return _Reading(passage, earlier_sentences, context, _voice(statement, article, case, words, sentence))


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


def _attitudes(reading: _Reading, words: CaseWords) -> Iterator[tuple[Candidate, Attitude, tuple[int, ...]]]:
    passage, voice = reading.passage, reading.voice
    for clause in passage.clauses:
        if clause.role == "reason":
            continue
        for candidate in candidates(passage, clause, words, reading.context, voice.parties):
            for attitude in attitudes(passage, clause, candidate, voice):
                yield candidate, attitude, candidate.words
    yield from pointed(passage, reading.earlier, words, voice)


def _position(
    statement: Statement, passage: Passage, candidate: Candidate, attitude: Attitude, places: tuple[int, ...]
) -> Position:
    heard = 1.0 if attitude.named else _UNHEARD + (1 - _UNHEARD) * statement.confidence
    confidence = round(candidate.quality * attitude.certainty * heard, 3)
    return Position(
        statement=statement.id,
        party=attitude.party,
        issue=candidate.issue,
        option=candidate.option.id,
        stance=attitude.stance,
        strength=attitude.strength,
        words=_spans(passage, places),
        coder=CODER,
        confidence=confidence,
        condition=_condition(passage) if attitude.stance == "conditions" else None,
        counted=confidence >= COUNTED_FROM,
    )


def _spans(passage: Passage, places: tuple[int, ...]) -> tuple[Span, ...]:
    """Matched tokens as spans, neighbours joined."""
    spans: list[Span] = []
    last = -2
    for place in places:
        token = passage.tokens[place]
        if place == last + 1:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
        last = place
    return tuple(spans)


def _condition(passage: Passage) -> Condition | None:
    """The words of the first clause of condition."""
    for clause in passage.clauses:
        if clause.role == "condition":
            tokens = passage.tokens[clause.first : clause.last + 1]
            return Condition(" ".join(token.text for token in tokens if token.is_word))
    return None


def _voice(statement: Statement, article: Article, case: Case, words: CaseWords, sentence: Span) -> Voice:
    """Whose voice it is, with the attitude that stands outside the content: *he refused* [*to sign*]."""
    parties = tuple(parties_of(statement, article, case))
    document = statement.speaker_kind == "document"
    if document and len(parties) != 1 and _JOINT.search(statement.speaker):
        return Voice(parties, document, joint=True)
    if not parties:
        return Voice(parties, document)
    start = statement.content[0].start
    spans = statement.cue or ((Span(sentence.start, start),) if sentence.start < start else ())
    outside = read_passage(article.text, spans, words.parties)
    if not outside.attitudes:
        return Voice(parties, document)
    cue = outside.attitudes[-1]
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
