"""Words: tokens with their places in the text, light stems, and the general concepts they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.positions.lexicon import DEEDS, IRREGULAR, SPELLING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’](?!ll\b|ve\b|re\b|d\b)[^\W\d_]+)?|['’](?:ll|ve|re|d)\b|%|[,;:—–…()\"“”‘.!?€$£]",
)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?$")
_WIDEST_GAP = 5


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark, with its place in the text it was cut from and its stem."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Term:
    """Something that can match: a concept in capitals, a stem, a number with its unit, or a party's noun.

    ``first`` and ``last`` are the indices of its first and last token; ``solid`` is False for a phrase with a gap.
    """

    name: str
    first: int
    last: int
    solid: bool = True


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``; their offsets count from the beginning of ``text``."""
    stop = len(text) if end is None else end
    return [_token(match) for match in _TOKEN.finditer(text, start, stop)]


def _token(match: re.Match[str]) -> Token:
    raw = match.group()
    plain = raw.replace(".", "") if len(raw) > 1 and raw[1] == "." and _INITIALS.fullmatch(raw) else raw
    return Token(plain, stem(plain), match.start(), match.end())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A light stem: lower case, British spelling, a deed's verb for its noun, no possessive, plural, -ing or -ed, no
    final e or doubled letter.

    It only has to send the forms of one word to one string; the string itself is never shown.
    """
    lower = _POSSESSIVE.sub("", word.lower().lstrip("'’")) or word.lower()
    lower = SPELLING.get(lower, lower)
    lower = IRREGULAR.get(lower, lower)
    lower = DEEDS.get(lower, lower)
    lower = re.sub(r"iz(e[sd]?|ing)$", r"is\1", lower)
    return _trim(_without_suffix(lower))


def _without_suffix(word: str) -> str:
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y" if len(word) > 4 else word
    if word.endswith("es") and word[-3:-2] in "sxz" and len(word) > 4:
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for suffix in ("ing", "ed"):
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= 3 and re.search(r"[aeiouy]", rest):
            return rest
    return word


def _trim(word: str) -> str:
    while len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word


def stems(words: str) -> frozenset[str]:
    """The stems of the words of a text."""
    return frozenset(stem(word) for word in words.split())


PhraseTable = dict[str, list[tuple[tuple[str, ...], str]]]
"""Phrases as stems, with what they stand for, by their first stem."""


def phrase_table(lexicon: Mapping[str, Iterable[str]]) -> PhraseTable:
    """A lexicon ready for matching. Cost: one pass."""
    table: PhraseTable = {}
    for concept, phrases in lexicon.items():
        for phrase in phrases:
            stems = tuple(part if part == "_" else stem(part) for part in phrase.replace("-", " ").split())
            table.setdefault(stems[0], []).append((stems, concept))
    return table


def phrases_at(tokens: list[Token], index: int, table: PhraseTable) -> list[tuple[Term, bool]]:
    """The longest phrases of a table that start at a token, each with whether it has no gap."""
    phrases = table.get(tokens[index].stem)
    if phrases is None:
        return []
    found = []
    for stems, name in phrases:
        last = _match(tokens, index, stems)
        if last is not None:
            found.append((Term(name, index, last, "_" not in stems), "_" not in stems))
    longest = max((term.last for term, _ in found), default=0)
    found.sort(key=lambda match: not match[1])
    return list(dict.fromkeys(match for match in found if match[0].last == longest))


def phrases_in(tokens: list[Token], table: PhraseTable) -> list[Term]:
    """Phrases of a table, left to right, none inside another."""
    found: list[Term] = []
    for index, token in enumerate(tokens):
        if token.stem not in table:
            continue
        if found and (index <= found[-1].last if found[-1].solid else index == found[-1].last):
            continue
        found.extend(term for term, _ in phrases_at(tokens, index, table)[:1])
    return found


def _match(tokens: list[Token], index: int, stems: tuple[str, ...]) -> int | None:
    """The last token of a phrase that starts at ``index``; ``_`` in it stands for up to four words."""
    for offset, part in enumerate(stems):
        if part == "_":
            rest = stems[offset + 1 :]
            for gap in range(_WIDEST_GAP + 1):
                words = tokens[index : index + gap]
                if len(words) < gap or not all(word.is_word for word in words):
                    return None
                last = _match(tokens, index + gap, rest)
                if last is not None:
                    return last
            return None
        if index >= len(tokens) or tokens[index].stem != part:
            return None
        index += 1
    return index - 1


def plain_number(text: str) -> str:
    """A number in one spelling: ``600,000`` and ``600000``, ``27.5`` and ``27.50``."""
    digits = text.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text) else text.replace(",", ".")
    try:
        return f"{float(digits):g}" if float(digits) < 1e5 else str(int(float(digits)))
    except ValueError:
        return text
