"""Words and marks of a text with their places: the only view of language the rules have."""

from __future__ import annotations

import re
from typing import NamedTuple

from zopa.coverage.article import Span

_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                    # U.S., D.C.
    | \d+(?:[.,:]\d+)*%?                  # 27.5%, 1,000, 11:40
    | \w+(?:[-'’]\w+)*                    # three-way, Trump's, O’Grady
    | --+ | \.\.+ | '' | `` | [^\w\s]
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word or a mark: its place, and the word in small letters with straight apostrophes."""

    start: int
    end: int
    word: str
    capital: bool

    @property
    def span(self) -> Span:
        """The token's place in the text."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or number rather than a mark."""
        return self.word[0].isalnum() or self.word[0] == "_"


def tokens_in(text: str, span: Span) -> list[Token]:
    """The tokens of ``text`` within ``span``, in order. Linear in the span's length."""
    return [
        Token(match.start(), match.end(), match.group().lower().replace("’", "'"), _is_capital(match.group()))
        for match in _TOKEN.finditer(text, span.start, span.end)
    ]


_PARTICLE = re.compile(r"(?:al|el|ul|as|ash|bin|ibn|abu|ben|ter|d|l)[-'’](?=[^\W\d_])", re.IGNORECASE)


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter, a small particle of a name aside: ``al-Sulaiti``, ``d'Estaing``."""
    return word[0].isupper() or (len(word) > 3 and _PARTICLE.sub("", word, count=1)[:1].isupper())


def trimmed(text: str, span: Span) -> Span:
    """The span without white space (and control characters) at its ends; empty where nothing is left."""
    start, end = span
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return Span(start, end)


def _is_blank(character: str) -> bool:
    return character.isspace() or not character.isprintable()
