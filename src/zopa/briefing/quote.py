"""A statement in its place: the exact words of the article, its sentence and one to either side.

What is shown is cut from ``article.text`` and nothing else. A statement whose spans or article no longer fit the text
is shown as broken; its place is never guessed.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.briefing.briefing import Excerpt, Mark, Piece
from zopa.coverage.article import Span, article_id, words_of
from zopa.statements.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement

_AROUND = 1


def sentences_of(article: Article) -> tuple[Span, ...]:
    """Split the article's own paragraphs into sentences. Linear in the length of the text."""
    found: list[Span] = []
    for paragraph in article.paragraphs:
        found.extend(sentences(article.text, paragraph))
    return tuple(found)


def quote(article: Article | None, statement: Statement, known: Sequence[Span] | None = None) -> Excerpt:
    """The statement's words in their sentence with one sentence to either side.

    Every piece's text equals ``article.text[piece.start:piece.end]``. Where the sentences of one statement lie apart,
    the pieces in between are left out. Returns a broken excerpt, with the reason, where the anchor does not fit.
    """
    broken = broken_anchor(article, statement)
    if article is None or broken is not None:
        return Excerpt((), "", broken)
    ranges = _shown(article, statement, sentences_of(article) if known is None else known)
    pieces = tuple(piece for shown in ranges for piece in cut(article.text, shown, _marked(statement)))
    return Excerpt(pieces, words_of(statement.content, article.text))


def broken_anchor(article: Article | None, statement: Statement) -> str | None:
    """Why the statement's spans cannot be shown in this article, or None where they can."""
    if article is None:
        return "its article is not among the articles of this briefing"
    if article.id != statement.article:
        return "it belongs to another article"
    if article_id(article.text) != article.id:
        return "the text of its article has changed since it was read"
    if not statement.content:
        return "it has no words"
    spans = (*statement.content, *statement.cue, *statement.source)
    if any(not 0 <= span.start < span.end <= len(article.text) for span in spans):
        return "its words lie outside the text of its article"
    return None


def cut(text: str, shown: Span, marked: Sequence[tuple[Mark, Span]]) -> Iterator[Piece]:
    """Cut ``text[shown]`` wherever a mark begins or ends; the pieces together are that text, without a gap."""
    edges = {shown.start, shown.end}
    for _, span in marked:
        edges |= {edge for edge in span if shown.start < edge < shown.end}
    for start, end in pairwise(sorted(edges)):
        marks = tuple(mark for mark, span in marked if span.start <= start and end <= span.end)
        yield Piece(text[start:end], start, end, tuple(dict.fromkeys(marks)))


def _marked(statement: Statement) -> list[tuple[Mark, Span]]:
    marked: list[tuple[Mark, Span]] = [("content", span) for span in statement.content]
    marked += [("cue", span) for span in statement.cue]
    return marked + [("source", span) for span in statement.source]


def _shown(article: Article, statement: Statement, known: Sequence[Span]) -> list[Span]:
    """The stretches of text to show, in order and apart from one another."""
    chosen: list[Span] = []
    for _, span in _marked(statement):
        chosen.append(span)
        touched = [place for place, sentence in enumerate(known) if sentence.overlaps(span)]
        if touched:
            chosen += known[max(0, touched[0] - _AROUND) : touched[-1] + _AROUND + 1]
        else:
            chosen.append(_line(article.text, span))
    return _merged(article.text, chosen)


def _line(text: str, span: Span) -> Span:
    """The line the words stand on, where they lie outside the article's body."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """Join stretches that overlap or have nothing but white space between them."""
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
