"""A question: everything the judge is told of a statement, as arrays; training and use make it by the same code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.positions.judging.features import of_options, of_parties, of_rules, of_statement
from zopa.positions.judging.wording import pieces_of, stance_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.coverage.article import Article
    from zopa.positions.candidates import Candidate
    from zopa.positions.closeness import Near
    from zopa.positions.hearing import Hearing
    from zopa.positions.judging.features import Option
    from zopa.positions.judging.wording import Pieces
    from zopa.positions.vocabulary import CaseWords
    from zopa.statements.statement import Statement

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

MOST_PARTIES = 4
"""Parties that a statement is asked about at most: those it speaks for first, then those named, in order."""

OTHER, THIS = 2, 1


@dataclass(frozen=True, slots=True)
class Question:
    """A statement before the judge; ``parties`` and ``options`` are what its answers are about.

    ``pieces`` and ``kinds`` [pieces] are the words read; ``named`` [parties, pieces] says where this party (1) or
    another (2) is named. The rest are measures: ``of_parties`` [parties, 10], ``of_statement`` [34], ``of_options``
    [options, 10], ``of_rules`` [parties, options, 14]. ``words`` may tell the stance.
    """

    parties: tuple[str, ...]
    options: tuple[Option, ...]
    pieces: Integers
    kinds: Integers
    named: Integers
    of_parties: Floats
    of_statement: Floats
    of_options: Floats
    of_rules: Floats
    words: tuple[str, ...]


def question(
    statement: Statement,
    article: Article,
    words: CaseWords,
    hearing: Hearing,
    near: Sequence[Near],
    told: Sequence[Candidate],
) -> Question | None:
    """The question that a statement poses; None where it speaks for no party and names none.

    ``near`` and ``told`` are what the rules found. Cost: linear in the words of two sentences, and in parties times
    options.
    """
    parties = parties_asked(hearing)
    if not parties:
        return None
    options = tuple((issue.id, option.id) for issue in words.issues for option in issue.options)
    read = pieces_of(statement, article, hearing)
    return Question(
        parties=parties,
        options=options,
        pieces=read.pieces,
        kinds=read.kinds,
        named=_named(parties, hearing, read),
        of_parties=of_parties(parties, statement, hearing),
        of_statement=of_statement(statement, hearing, len(parties)),
        of_options=of_options(options, near, told),
        of_rules=of_rules(parties, options, told),
        words=stance_words(statement, article, hearing),
    )


def parties_asked(hearing: Hearing) -> tuple[str, ...]:
    """The parties a statement may hold a position of: those it speaks for, those that it or the words around name."""
    passages = (hearing.whole, hearing.before)
    named = (mention.party for passage in passages if passage for mention in passage.mentions)
    return tuple(dict.fromkeys((*hearing.voice.parties, *named)))[:MOST_PARTIES]


def _named(parties: Sequence[str], hearing: Hearing, read: Pieces) -> Integers:
    """Where which party is named, by piece."""
    found = np.zeros((len(parties), len(read.starts)), dtype=np.int64)
    for passage in filter(None, (hearing.whole, hearing.before)):
        for mention in passage.mentions:
            first, last = passage.tokens[mention.first].start, passage.tokens[mention.last].end
            inside = (read.starts >= first) & (read.starts < last)
            for row, party in zip(found, parties, strict=True):
                row[inside] = THIS if mention.party == party else OTHER
    return found
