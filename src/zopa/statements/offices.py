"""What stands around a name: the office in front of it, and office and affiliation in the apposition behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_list
from zopa.statements.names import Name, bare
from zopa.statements.roles import TITLES
from zopa.statements.words import AUXILIARIES, PREPOSITIONS

if TYPE_CHECKING:
    from zopa.statements.tokens import Token

LONGEST_APPOSITION = 16


def office_before(text: str, tokens: list[Token], name: Name) -> str | None:
    """The office in front of a name, back to its nationality or owner: ``Smith's envoy``."""
    start = name.start
    while start > 0 and name.start - start < 6 and _belongs_to_office(tokens, start - 1):
        start -= 1
    if start == name.start:
        return None
    if not any(bare(token.word) in TITLES for token in tokens[start : name.start]):
        return None
    return text[tokens[start].start : tokens[name.start - 1].end]


def _belongs_to_office(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    word = bare(token.word)
    if word in ("of", "for"):
        return tokens[index + 1].capital and index > 0 and tokens[index - 1].word in TITLES
    return word in TITLES or (
        token.capital and token.is_word and (word in word_list("nationalities") or _before_title(tokens, index))
    )


def _before_title(tokens: list[Token], index: int) -> bool:
    return index + 1 < len(tokens) and (tokens[index + 1].word in TITLES or tokens[index + 1].word == "of")


def apposition(text: str, tokens: list[Token], end: int) -> tuple[str | None, str | None]:
    """Office and affiliation from ``, a senior fellow at the Carnegie Endowment,`` behind a name."""
    if end + 1 >= len(tokens) or tokens[end].word != ",":
        return None, None
    if tokens[end + 1].word not in ("a", "an", "the", "who") and tokens[end + 1].word not in TITLES:
        return None, None
    stop = end + 1
    while (
        stop < len(tokens)
        and stop - end < LONGEST_APPOSITION
        and tokens[stop].word not in (",", ".", ";", "“", "—", ")")
    ):
        stop += 1
    words = tokens[end + 1 : stop]
    if not words or tokens[end + 1].word == "who" or not any(bare(token.word) in TITLES for token in words):
        return None, None
    if any(token.word in CUE_VERBS or token.word in AUXILIARIES for token in words):
        return None, None
    start = 1 if words[0].word in ("a", "an", "the") else 0
    split = next((i for i, token in enumerate(words) if i > start and token.word in PREPOSITIONS), len(words))
    if split <= start:
        return None, None
    office = text[words[start].start : words[split - 1].end]
    affiliation = _affiliation(text, words, start, split)
    return office, affiliation


def _affiliation(text: str, words: list[Token], start: int, split: int) -> str | None:
    if split + 1 < len(words):
        begin = split + 2 if words[split + 1].word == "the" and split + 2 < len(words) else split + 1
        return text[words[begin].start : words[-1].end]
    owners = [token for token in words[start:split] if token.capital]
    return text[owners[0].start : owners[-1].end] if owners else None
