"""What stands around a name: the office in front of it, and office and affiliation in the apposition behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_list, word_set
from zopa.statements.names import Name, bare
from zopa.statements.roles import TITLES
from zopa.statements.words import ADVERBS, AUXILIARIES, CONJUNCTIONS, POSSESSIVES, PREPOSITIONS, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.tokens import Token

LONGEST_APPOSITION = 16
_LONGEST_BEFORE = 9  # Tokens from ``the`` to the comma in ``the Shetland fleet's chief negotiator, Ana Lopez``.
_CLOSERS = frozenset((",", ".", ";", "“", "”", "—", ")"))
_OF_OFFICE = word_set("staff state defence defense mission parliament police government cabinet delegation")
_LEADS = word_set("runs ran leads led heads headed chairs chaired represents represented commands commanded directs "
                  "directed works worked")  # fmt: skip
_OPENERS = POSSESSIVES | {"the", "a", "an"}
_TIMES = word_set("day week month year morning afternoon evening night time moment hour end way event meantime")


class Role(NamedTuple):
    """What an article says of somebody in one place; None where it says nothing."""

    office: str | None = None
    affiliation: str | None = None


def office_before(text: str, tokens: list[Token], name: Name) -> str | None:
    """The office in front of a name, back to its nationality or owner: ``Smith's envoy``."""
    start = name.start
    if start and tokens[start - 1].word in ("of", "for"):
        return None  # ``chief executive of Acme``: what follows is a body.
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


def apposed_before(text: str, tokens: list[Token], name: Name) -> Role:
    """Office and affiliation from ``The union's lead negotiator, `` in front of a full name.

    The words begin with ``the``, a possessive or an owner, and hold an office; without one (``The landlord, ``) they
    count only at the beginning of a sentence. ``The next day, `` is a time.
    """
    comma = name.start - 1
    if name.end < len(tokens) and tokens[name.end].word not in _CLOSERS:
        return Role()  # ``After a talk with the minister, Doe said``
    if comma < 2 or tokens[comma].word != "," or len(name.words.split()) < 2:
        return Role()
    start = comma
    while start > 0 and comma - start < _LONGEST_BEFORE and _may_describe(tokens[start - 1]):
        start -= 1
        if tokens[start].word in _OPENERS and not _is_owned(tokens, start - 1):
            break
    words = tokens[start:comma]
    if not words or words[-1].word in _TIMES or words[-1].capital or not _opens(words):
        return Role()
    first = start == 0 or tokens[start - 1].word in (".", "”", ":") or words[0].word in POSSESSIVES
    if not (any(bare(token.word) in TITLES for token in words) or first):
        return Role()
    return _role(text, words[1:] if words[0].word in _OPENERS else words)


def _may_describe(token: Token) -> bool:
    word = token.word
    return token.is_word and word not in PREPOSITIONS | AUXILIARIES | {"and"} and word not in CUE_VERBS


def _is_owned(tokens: list[Token], index: int) -> bool:
    return index >= 0 and tokens[index].word.endswith(("'s", "s'"))


def _opens(words: Sequence[Token]) -> bool:
    return words[0].word in _OPENERS or any(token.word.endswith(("'s", "s'")) for token in words[:-1])


def said_behind(text: str, tokens: list[Token], end: int) -> Role:
    """Office and affiliation behind a name: ``, a fellow at the Harbour Institute``, ``, who runs the Acme ports``."""
    if end + 1 < len(tokens) and tokens[end].word == "of" and tokens[end + 1].capital:
        return Role(None, text[tokens[end + 1].start : tokens[_capitals_end(tokens, end + 1) - 1].end])
    if end + 1 >= len(tokens) or tokens[end].word != ",":
        return Role()
    stop = end + 1
    while stop < len(tokens) and stop - end < LONGEST_APPOSITION and tokens[stop].word not in _CLOSERS:
        if tokens[stop].word == "who" and stop > end + 1:
            break
        stop += 1
    words = tokens[end + 1 : stop]
    if not words or words[0].word == "who":
        return _in_clause(text, words)
    if words[0].word not in _OPENERS and not _begins_office(words):
        return Role()
    if not any(bare(token.word) in TITLES for token in words):
        return Role()
    if any(token.word in CUE_VERBS or token.word in AUXILIARIES for token in words):
        return Role()
    return _role(text, words[1:] if words[0].word in _OPENERS else words)


def _begins_office(words: Sequence[Token]) -> bool:
    """Whether words without an article are an office: ``lead negotiator``; not ``and Judge Doe``, ``Judge Doe``."""
    first = words[0]
    if first.word in CONJUNCTIONS | PREPOSITIONS | SUBORDINATORS | ADVERBS or not first.is_word:
        return False
    name_follows = len(words) > 1 and words[1].capital and bare(words[1].word) not in TITLES
    if first.capital and (name_follows or bare(first.word) not in TITLES):
        return False
    return any(bare(one.word) in TITLES for one in words[:3])


def _capitals_end(tokens: list[Token], start: int) -> int:
    end = start
    while end < len(tokens) and tokens[end].capital:
        end += 1
    return end


def _in_clause(text: str, words: Sequence[Token]) -> Role:
    """The affiliation in ``who runs labour relations at Acme`` and ``who leads the Tarsian delegation``."""
    if len(words) < 3 or words[1].word not in _LEADS:
        return Role()
    place = next((i for i, token in enumerate(words) if token.word in ("at", "for") and i + 1 < len(words)), None)
    rest = list(words[place + 1 :] if place else words[2:])
    while rest and rest[0].word in ("the", "a", "an", "as"):
        rest.pop(0)
    end = next((i for i, token in enumerate(rest) if token.word in PREPOSITIONS and token.word != "of"), len(rest))
    capitals = [token for token in rest[:end] if token.capital]
    return Role(None, text[rest[0].start : rest[end - 1].end]) if capitals else Role()


def _role(text: str, words: Sequence[Token]) -> Role:
    """Office and affiliation of ``union's lead negotiator`` and ``fellow at the Harbour Institute``."""
    owner = next((i for i, token in enumerate(words[:-1]) if token.word.endswith(("'s", "s'"))), None)
    if owner is not None:
        affiliation = bare(text[words[0].start : words[owner].end])
        return Role(_office(text, words[owner + 1 :]), affiliation)
    split = _split(words)
    if split == 0:
        return Role()
    return Role(text[words[0].start : words[split - 1].end], _affiliation(text, words, split))


def _office(text: str, words: Sequence[Token]) -> str | None:
    split = _split(words)
    return text[words[0].start : words[split - 1].end] if split else None


def _split(words: Sequence[Token]) -> int:
    """Where an office ends: at the first preposition that is no part of it (``chief of staff``)."""
    for index, token in enumerate(words):
        if token.word in PREPOSITIONS and not (index + 1 < len(words) and words[index + 1].word in _OF_OFFICE):
            return index
    return len(words)


def _affiliation(text: str, words: Sequence[Token], split: int) -> str | None:
    if split + 1 < len(words):
        begin = split + 2 if words[split + 1].word == "the" and split + 2 < len(words) else split + 1
        return text[words[begin].start : words[-1].end]
    owners = [token for token in words[:split] if token.capital]
    return text[owners[0].start : owners[-1].end] if owners else None
