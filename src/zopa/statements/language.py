"""Whether a text is English: the share of its words that are among the commonest of the language."""

from __future__ import annotations

import re

from zopa.statements.words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
LEAST_SHARE = 0.16


def looks_english(text: str) -> bool:
    """Whether at least 16 % of the words (of the first 20,000 characters) are common English words.

    English news has 35 to 50 %, other European languages under 10 %. Texts of fewer than four words are not judged.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < 4:
        return bool(words) and text.isascii()
    return sum(word in STOP_WORDS for word in words) >= LEAST_SHARE * len(words)
