"""Names in a text: runs of capitalised words, told apart into people, organisations, states and outlets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.statements.lexicon import word_list, word_set
from zopa.statements.roles import ANONYMOUS_NOUNS, GROUP_NOUNS, NAME_PARTICLES, ORGANISATION_NOUNS, OUTLET_NOUNS, TITLES
from zopa.statements.words import (
    ABBREVIATIONS,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.tokens import Token

NameKind = Literal["person", "organisation", "state", "outlet"]

_NOT_NAMES = (
    ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | POSSESSIVES | PREPOSITIONS | PRONOUNS | SUBORDINATORS
    | WEEKDAYS | frozenset(MONTHS) | word_set("photo read share image file video updated posted")
    | word_set("one two three four five six seven eight nine ten")
)  # fmt: skip
_SEVERAL = frozenset(word for word in ANONYMOUS_NOUNS | GROUP_NOUNS if word.endswith("s") or word == "people")
LONGEST_NAME = 12  # Tokens: text in capitals throughout is not one long name.
_POSSESSIVE_END = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text: tokens ``start`` to ``end`` of a token list, titles before it left out.

    ``words`` is the name without a possessive ending; ``office`` the titles and nationality that stand before it.
    """

    start: int
    end: int
    words: str
    office: str | None
    kind: NameKind


def bare(word: str) -> str:
    """A word without its possessive ending."""
    return _POSSESSIVE_END.sub("", word)


def names_in(text: str, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> list[Name]:
    """The names among tokens ``start`` to ``end``, in order."""
    found: list[Name] = []
    limit = len(tokens) if end is None else end
    index = start
    while index < limit:
        if not _may_begin(tokens[index]):
            index += 1
            continue
        stop = _run_end(text, tokens, index, limit)
        name = _name(text, tokens, index, stop)
        if name is not None:
            found.append(name)
        index = stop
    return found


def _may_begin(token: Token) -> bool:
    return token.capital and token.is_word and token.word not in _NOT_NAMES


def _run_end(text: str, tokens: Sequence[Token], start: int, limit: int) -> int:
    index = start + 1
    limit = min(limit, start + LONGEST_NAME)
    while index < limit and not tokens[index - 1].word.endswith(("'s", "s'")):
        token = tokens[index]
        joins = token.word == "." and index + 1 < limit and tokens[index + 1].capital
        joins = joins and token.start == tokens[index - 1].end and _is_shortened(text, tokens[index - 1])
        particle = token.word in NAME_PARTICLES | {"of", "for", "and", "the"} and _continues(tokens, index, limit)
        if not (joins or particle or (token.capital and token.is_word and token.word not in _NOT_NAMES - {"of"})):
            break
        index += 1
    return index


def _is_shortened(text: str, token: Token) -> bool:
    """Whether a word before a full stop is a title or an initial (``Dr.``, ``F.``) and ends no sentence."""
    if token.word in TITLES:
        return len(token.word) <= 4
    return token.word in ABBREVIATIONS or (len(token.word) == 1 and text[token.start].isupper())


def _continues(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """``of`` and ``for`` belong to a name only after an organisation's or office's noun: ``Secretary of State``."""
    after = index + 1
    while after < limit and tokens[after].word in NAME_PARTICLES | {"the"}:
        after += 1
    if after >= limit or not tokens[after].capital or tokens[after].word in _NOT_NAMES:
        return False
    if tokens[index].word in NAME_PARTICLES:
        return True
    return tokens[index - 1].word in ORGANISATION_NOUNS | TITLES and tokens[index].word in ("of", "for")


def _name(text: str, tokens: Sequence[Token], start: int, stop: int) -> Name | None:
    """The name in a run: what follows its last title; a run of titles alone names nobody."""
    whole = bare(text[tokens[start].start : tokens[stop - 1].end])
    if name_kind(whole) in ("state", "outlet"):
        return Name(start, stop, whole, None, name_kind(whole))
    begin = start
    for index in range(start, stop):
        word = bare(tokens[index].word)
        if word in TITLES or (index == start and word in word_list("nationalities") and stop - start > 1):
            begin = index + 1
            if tokens[index].word.endswith("'s"):
                continue
            while begin < stop and tokens[begin].word in (".", "of", "for", "the", "and"):
                begin += 1
    if begin >= stop:
        return None
    while begin == start and start > 0 and tokens[start - 1].word in NAME_PARTICLES - {"la", "el", "le"}:
        begin = start = start - 1
    words = bare(text[tokens[begin].start : tokens[stop - 1].end])
    kind = name_kind(words)
    if kind == "organisation" and begin > start and begin == stop - 1 and words.isupper():
        kind = "person"  # ``MR. ITO`` in a transcript
    if kind != "person":
        return Name(start, stop, bare(text[tokens[start].start : tokens[stop - 1].end]), None, kind)
    office = text[tokens[start].start : tokens[begin].start].strip() or None
    return Name(begin, stop, words, office, kind)


def name_kind(words: str) -> NameKind:
    """What bears a name: known states and outlets by list, organisations by their nouns, everything else a person."""
    small = words.lower()
    if small in word_list("states"):
        return "state"
    parts = small.replace("’", "'").split()
    if (
        small in word_list("outlets")
        or (parts[-1] in OUTLET_NOUNS and len(parts) > 1)
        or small in word_list("platforms")
    ):
        return "outlet"
    if small in word_list("nationalities") or (small.endswith(("crats", "icans", "ans")) and len(parts) == 1):
        return "organisation"
    if parts[-1] in _SEVERAL:
        return "organisation"  # ``Delegates said``, ``Harbour Workers``
    if any(part in ORGANISATION_NOUNS for part in parts) or (words.isupper() and len(parts) == 1 and len(words) < 7):
        return "organisation"
    return "person"
