"""Terms: what can match in a text, as concepts, quantities, and the stems of the other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.concepts import CONCEPTS
from zopa.positions.lexicon import COMMON, GENERIC, STOP_WORDS
from zopa.positions.quantities import quantity_terms
from zopa.positions.words import Term, phrase_table, phrases_at, stem

if TYPE_CHECKING:
    from zopa.positions.words import Token

_PHRASES = phrase_table(CONCEPTS)
_STOP_STEMS = frozenset(stem(word) for word in STOP_WORDS)
GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)
"""The stems that cannot say by themselves which issue is meant, and hardly which option."""
COMMON_STEMS = frozenset(stem(word) for word in COMMON)
"""The stems that say which option is meant and not, by themselves, which issue."""


def terms_of(tokens: list[Token]) -> list[Term]:
    """The concepts of a token sequence, numbers with their unit, and the stems of the words no concept covers.

    Concepts may overlap (``remove`` is about lifting and about ousting); stop words are left out. Cost: linear in the
    tokens times the phrases that share a first word.
    """
    starts = (index for index in range(len(tokens)) if not _is_name(tokens, index) and not _is_good(tokens[index]))
    concepts = _outermost([match for index in starts for match in phrases_at(tokens, index, _PHRASES)])
    covered = {index for term in concepts for index in (term.first, term.last)}
    plain = [
        Term(token.stem, index, index)
        for index, token in enumerate(tokens)
        if index not in covered and token.text[0].isalpha() and token.stem not in _STOP_STEMS and len(token.stem) > 1
    ]
    return sorted(concepts + plain + quantity_terms(tokens), key=lambda term: (term.first, term.last, term.name))


def _is_good(token: Token) -> bool:
    """Whether a word is *good* and no *goods*: *for good*, *a good deal*."""
    return token.text.lower() == "good"


def _is_name(tokens: list[Token], index: int) -> bool:
    """Whether a token is part of a name: a capital where no sentence begins (the *Northern Pass* adopts nothing)."""
    return (
        index > 0 and tokens[index].text[0].isupper() and (tokens[index - 1].is_word or tokens[index - 1].text == ",")
    )


def _outermost(matches: list[tuple[Term, bool]]) -> list[Term]:
    """Drops what lies inside a longer phrase without a gap (*army* in *neither army*)."""
    solid = [term for term, whole in matches if whole and term.last > term.first]
    return [
        term
        for term, _ in matches
        if not any(
            other.first <= term.first
            and term.last <= other.last
            and (other.first, other.last) != (term.first, term.last)
            for other in solid
        )
    ]
