"""Whether a text is one the reader can read: English, told by its commonest words, and in ordinary letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.statements.words import STOP_WORDS

if TYPE_CHECKING:
    from zopa.coverage.article import Article

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_JUDGED = 40  # Letters: a shorter text is not judged by its capitals.
LEAST_SHARE = 0.16
MOST_CAPITALS = 0.8


def language_problem(article: Article) -> str | None:
    """Why an article cannot be read, or not read well, in words for a listing; None where nothing is wrong.

    ``not in English, no statements read`` and ``no words in it, no statements read`` mean that the reader gives none;
    ``in capital letters throughout, …`` that it reads on but misses speakers, whom it knows by their capitals.
    """
    if _WORD.search(article.text) is None:
        return "no words in it, no statements read"
    if not looks_english(article.text):
        return "not in English, no statements read"
    if in_capitals(article.text):
        return "in capital letters throughout, speakers may be missed"
    return None


def looks_english(text: str) -> bool:
    """Whether at least 16 % of the words (of the first 20,000 characters) are common English words.

    English news has 35 to 50 %, other European languages under 10 %. Texts of fewer than four words are not judged.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < 4:
        return bool(words) and text.isascii()
    return sum(word in STOP_WORDS for word in words) >= LEAST_SHARE * len(words)


def in_capitals(text: str) -> bool:
    """Whether more than 80 % of the letters (of the first 20,000 characters, at least 40) are capitals."""
    letters = [character for character in text[:_SAMPLE] if character.isalpha()]
    return len(letters) >= _JUDGED and sum(map(str.isupper, letters)) > MOST_CAPITALS * len(letters)
