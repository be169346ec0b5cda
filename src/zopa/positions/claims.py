"""Claims: what a text says, sentence by sentence, as the stems of its content words and its figures.

What stands between quotation marks is left out: two articles that quote one public statement need not know each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.positions.lexicon import STOP_WORDS
from zopa.positions.terms import terms_of
from zopa.positions.words import plain_number, stem, tokens_of

if TYPE_CHECKING:
    from zopa.coverage.article import Article

FEWEST = 4
"""Content words that a claim has at least, and that two claims must share."""

SHARED = 0.5
"""The share of the shorter claim's content words that makes two claims one."""

_STOPS = frozenset(stem(word) for word in STOP_WORDS)
_END = re.compile(r"(?<=[.!?])[\"”’)\]\d]*\s+(?=[\"“‘(]?[A-Z\d])|\n+")
_QUOTED = re.compile(r"[“\"][^”\"]{1,800}[”\"]")


def content_stems(text: str) -> frozenset[str]:
    """The stems of a text's content words, and its figures in one spelling."""
    words = (token for token in tokens_of(text) if token.is_word and token.stem not in _STOPS)
    return frozenset(plain_number(token.text) if token.text[0].isdigit() else token.stem for token in words)


@lru_cache(maxsize=4096)
def meanings_of(text: str) -> frozenset[str]:
    """The general concepts a text's words stand for (*truce*, *ceasefire*), and the stems of the words without one."""
    return frozenset(term.name for term in terms_of(tokens_of(text)))


@lru_cache(maxsize=2048)
def unquoted(article: Article) -> str:
    """An article's body without what stands between quotation marks, one paragraph a line."""
    return _QUOTED.sub(" ", "\n".join(span.of(article.text) for span in article.paragraphs))


def sentences_of(article: Article) -> list[str]:
    """The sentences of an article's body, in order, without quotations."""
    return [sentence for sentence in _END.split(unquoted(article)) if sentence.strip()]


@lru_cache(maxsize=2048)
def claims_of(article: Article) -> tuple[frozenset[str], ...]:
    """The claims of an article: the content words of each sentence that has enough of them."""
    found = (content_stems(sentence) for sentence in sentences_of(article))
    return tuple(claim for claim in found if len(claim) >= FEWEST)


def share_of_claims(one: Article, other: Article) -> float:
    """The share of the shorter article's claims that the other one makes, too; 0 where either makes none.

    Cost: the product of the two numbers of sentences.
    """
    fewer, more = sorted((claims_of(one), claims_of(other)), key=len)
    return sum(any(_same(claim, second) for second in more) for claim in fewer) / len(fewer) if fewer else 0.0


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= FEWEST and shared >= SHARED * min(len(one), len(other))
