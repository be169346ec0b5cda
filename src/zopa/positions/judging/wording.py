"""The words a judge reads: a statement's sentence and the one before as pieces, and the words that tell a stance."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from zopa.positions.words import tokens_of
from zopa.statements.tagger import WEIGHTS
from zopa.statements.tagging.network import boundary_ids, load_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from zopa.coverage.article import Article
    from zopa.positions.hearing import Hearing
    from zopa.positions.passage import Passage
    from zopa.statements.statement import Statement

    Integers = NDArray[np.int64]

MARK, BEFORE, AROUND, CONTENT = range(4)
"""Kinds of piece: a mark between sentences, the sentence before, the statement's sentence, the statement itself."""

LONGEST, LONGEST_BEFORE, LEAD = 120, 40, 30
"""Pieces read of the statement's sentence, of the one before, and before the statement in a longer sentence."""

_OPENING = 3
_KEPT = 64


class Pieces(NamedTuple):
    """Word pieces with their kinds and their first characters in the article (-1 for marks), each [pieces]."""

    pieces: Integers
    kinds: Integers
    starts: Integers


def pieces_of(statement: Statement, article: Article, hearing: Hearing) -> Pieces:
    """[CLS] the sentence before [SEP] the statement's own [SEP], cut to what is read. Cost: linear in the words."""
    classify, separate = boundary_ids(load_tokenizer(WEIGHTS))
    found = [(classify, MARK, -1)]
    before = _extent(hearing.before)
    if before is not None:
        places = _encoded(article.text[before[0] : before[1]])[-LONGEST_BEFORE:]
        found += [(piece, BEFORE, before[0] + start) for piece, start in places]
        found.append((separate, MARK, -1))
    first, last = _extent(hearing.whole) or (statement.content[0].start, statement.content[-1].end)
    sentence = []
    for piece, start in _encoded(article.text[first:last]):
        inside = any(span.start <= first + start < span.end for span in statement.content)
        sentence.append((piece, CONTENT if inside else AROUND, first + start))
    opens = next((place for place, (_, kind, _) in enumerate(sentence) if kind == CONTENT), 0)
    skipped = max(0, opens - LEAD) if len(sentence) > LONGEST else 0
    found += [*sentence[skipped : skipped + LONGEST], (separate, MARK, -1)]
    pieces, kinds, starts = (np.array(column, dtype=np.int64) for column in zip(*found, strict=True))
    return Pieces(pieces, kinds, starts)


@lru_cache(_KEPT)
def _encoded(text: str) -> tuple[tuple[int, int], ...]:
    """The pieces of a text with their first characters; kept, since neighbouring statements share their sentences."""
    encoded = load_tokenizer(WEIGHTS).encode(text)
    return tuple((piece, start) for piece, (start, _) in zip(encoded.ids, encoded.offsets, strict=True))


def _extent(passage: Passage | None) -> tuple[int, int] | None:
    """The first and last character of a passage; None where it has no words."""
    return (passage.tokens[0].start, passage.tokens[-1].end) if passage and passage.tokens else None


def stance_words(statement: Statement, article: Article, hearing: Hearing) -> tuple[str, ...]:
    """Whatever may tell a stance, each once: cues, clauses, the stems said and their pairs, those around them."""
    passage, voice = hearing.passage, hearing.voice
    cues = [_cue(term.name, negated=passage.negated(term.first)) for term in passage.attitudes]
    found = [f"cue {cue}" for cue in cues]
    if cues:
        found += [f"first cue {cues[0]}", f"last cue {cues[-1]}"]
    if voice.outer:
        found.append(f"outer {_cue(voice.outer, negated=voice.outer_negated)}")
    start, end = statement.content[0].start, statement.content[-1].end
    stems = _stems(article, start, end)
    found += [f"said {stem}" for stem in stems]
    found += [f"said {first} {second}" for first, second in pairwise(stems)]
    found += [f"opens {stem}" for stem in stems[:_OPENING]]
    first, last = _extent(hearing.whole) or (start, end)
    found += [f"around {stem}" for stem in (*_stems(article, first, start), *_stems(article, end, last))]
    found += [f"clause of {clause.role}" for clause in passage.clauses]
    return tuple(dict.fromkeys(found))


def _stems(article: Article, start: int, end: int) -> list[str]:
    return [token.stem for token in tokens_of(article.text, start, end) if token.is_word] if start < end else []


def _cue(name: str, *, negated: bool) -> str:
    return f"not {name}" if negated else name


def option_wordings(names: Iterator[tuple[str, str, str]]) -> tuple[Integers, NDArray[np.bool_]]:
    """Options as word pieces [options, pieces] with a mask, from (issue, option, definition) in words."""
    tokenizer = load_tokenizer(WEIGHTS)
    classify, separate = boundary_ids(tokenizer)
    rows = [
        [classify, *tokenizer.encode(f"{issue}: {option}. {definition}").ids[:LONGEST_BEFORE], separate]
        for issue, option, definition in names
    ]
    pieces = np.zeros((len(rows), max(map(len, rows), default=0)), dtype=np.int64)
    mask = np.zeros(pieces.shape, dtype=np.bool_)
    for place, row in enumerate(rows):
        pieces[place, : len(row)], mask[place, : len(row)] = row, True
    return pieces, mask
