"""Documents: whose text it is that an article goes on to quote as *the memorandum*, *the outline*, *the statement*.

A reporter says once who brought a text, or who agreed on it, and then lets the text speak by its noun alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.positions.words import stems, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.positions.parties import Mention, PartyNames
    from zopa.positions.words import Token

_TEXTS = stems(
    """
    memorandum memo draft proposal plan outline paper terms offer text document letter note list programme statement
    framework package blueprint manifesto
    """
)
_BRINGING = stems(
    """
    hand deliver present submit table circulate publish issue send pass put give unveil release outline draw write
    set propose offer list
    """
)
_SETTLING = stems("sign agree strike reach settle conclude negotiate adopt seal announce accept approve publish")
_SHARED = stems("deal agreement accord treaty pact communique")
_NOT_YET = stems("draft proposed planned possible")
_ENDS = frozenset(".?!;\n")
_BEFORE_VERB, _BEHIND_VERB = 6, 10


def owners_of(noun: str, text: str, names: PartyNames) -> tuple[str, ...]:
    """The parties whose text a bare noun such as *the memorandum* stands for; empty where the article does not say.

    1. What several parties agree on by its nature (*the deal*, *a joint statement*): the parties that one sentence
       names as having settled it.
    2. Else the one party whose name stands right before the noun anywhere (*the Nordhaven memorandum*).
    3. Else the one party, or its envoy, that some sentence has bring such a text (*Nordhaven handed over its terms*).

    Cost: linear in the article, once for each noun.
    """
    return _owners(_noun_of(noun), text, names, is_shared(noun, text))


def is_shared(noun: str, text: str) -> bool:
    """Whether a text is one that several parties share: a deal by its noun, a statement the article calls joint."""
    word = _noun_of(noun)
    if any(token.stem in _NOT_YET for token in tokens_of(noun)):
        return False
    return word in _SHARED or (word in _TEXTS and _is_joint(noun.split()[-1], text))


@lru_cache(maxsize=256)
def _is_joint(word: str, text: str) -> bool:
    return re.search(rf"\bjoint\s+{re.escape(word)}", text) is not None


def _noun_of(noun: str) -> str:
    words = [token.stem for token in tokens_of(noun) if token.is_word]
    return words[-1] if words else ""


@lru_cache(maxsize=256)
def _owners(noun: str, text: str, names: PartyNames, shared: bool) -> tuple[str, ...]:
    if noun not in _TEXTS | _SHARED:
        return ()
    sentences = list(_sentences(tokens_of(text)))
    mentioned = [(tokens, names.mentions(tokens)) for tokens in sentences]
    if shared:
        return next(filter(None, (_settlers(tokens, mentions, noun) for tokens, mentions in mentioned)), ())
    owned = {mention.party for tokens, mentions in mentioned for mention in mentions if _owns(tokens, mention, noun)}
    if len(owned) == 1:
        return tuple(owned)
    brought = {party for tokens, mentions in mentioned for party in _bringers(tokens, mentions)}
    return tuple(brought) if len(brought) == 1 else ()


def _sentences(tokens: list[Token]) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in _ENDS:
            found.append([])
        else:
            found[-1].append(token)
    return found


def _settlers(tokens: list[Token], mentions: list[Mention], noun: str) -> tuple[str, ...]:
    """The parties of a sentence in which a text of this noun is settled, where there are at least two."""
    said = {token.stem for token in tokens}
    parties = tuple(dict.fromkeys(mention.party for mention in mentions))
    if len(parties) < len(("one", "other")) or noun not in said or said.isdisjoint(_SETTLING):
        return ()
    return parties


def _owns(tokens: list[Token], mention: Mention, noun: str) -> bool:
    """Whether a mention stands right before the noun: *the Nordhaven peace memorandum*, *Nordhaven's memorandum*."""
    behind = [token.stem for token in tokens[mention.last + 1 : mention.last + 3]]
    return noun in behind


def _bringers(tokens: list[Token], mentions: list[Mention]) -> Iterator[str]:
    """The parties right before a verb of bringing in a sentence that names a text."""
    for place, token in enumerate(tokens):
        if token.stem not in _BRINGING or not token.text[0].islower():
            continue
        before = [mention for mention in mentions if 0 < place - mention.last <= _BEFORE_VERB]
        near = tokens[max(0, place - _BEFORE_VERB) : place + _BEHIND_VERB]
        if before and any(each.stem in _TEXTS and each is not token for each in near):
            yield before[-1].party
