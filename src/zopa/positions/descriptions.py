"""Descriptions: which party the words for a person, a group or an unnamed source make them speak for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.positions.kinds import TITLES
from zopa.positions.words import stems, tokens_of

if TYPE_CHECKING:
    from zopa.positions.parties import PartyNames

OFFICES = stems(
    """
    official officials president premier chancellor minister secretary envoy spokesman spokeswoman
    spokesperson aide adviser advisor ambassador diplomat diplomats negotiator negotiators
    delegation delegate leader leaders chief commissioner representative chairman chairwoman chair
    director lawmaker government side team administration authorities ministry commission cabinet
    general commander king queen prince speaker allies ally union management employers board
    executive members army military counterpart deputy senator head boss founder mayor governor
    curator trustee treasurer provost dean rector bishop captain admiral banker counsel attorney
    organiser manager lawyer lawyers premier
    """
)
"""Words for people and bodies that speak for a party."""

OUTSIDERS = stems(
    """
    analyst analysts expert experts professor fellow researcher institute university think historian
    economist journalist correspondent reporter newspaper channel blogger commentator former ex
    centre media resident voter observer mediator broadcaster agency magazine outlet
    """
)
"""Words for people and bodies that speak about a party and not for it."""


_IN_A_PLACE = re.compile(r"\s+(?:in|near|across|around|outside|over)\s+(?:the\s+)?[A-Z]\w+(?:an|ish|ese|i)\s+[a-z]\w+")
"""A place named by whose it is, which tells of nobody: *gunmen in the Arvenian highlands*."""


def of_description(description: str, names: PartyNames) -> list[str]:
    """The parties of a described group: each named one, if the words are of office or nothing but the party's name."""
    if is_outsider(description) or re.search(r"\b(?:close to|familiar with|briefed on|on|about)\b", description):
        return []
    title = _IN_A_PLACE.sub("", description[:1].upper() + description[1:])
    parties = names.parties_in(title)
    first = _named_first(title, names)
    if first is not None and " and " not in title:
        return [first]
    if not parties or not (has_office(title) or _is_bare_name(title, names)):
        return []
    return parties


def _named_first(title: str, names: PartyNames) -> str | None:
    """The party whose common noun begins a description: *armed group holding the crew*, *union of the dockers*."""
    begun = tokens_of(f"the {title[:1].lower()}{title[1:]}")
    return next((each.party for each in names.mentions(begun) if each.first == 0 and each.last > 0), None)


def has_office(words: str) -> bool:
    """Whether a description has a word of office."""
    return any(token.stem in OFFICES for token in tokens_of(words))


def is_outsider(words: str) -> bool:
    """Whether a description is of somebody who speaks about parties and for none."""
    return any(token.stem in OUTSIDERS for token in tokens_of(words))


def _is_bare_name(words: str, names: PartyNames) -> bool:
    """Whether the words are names of parties and nothing else: ``the union``, ``Arvenians and Deltans``."""
    tokens = tokens_of(words)
    named = {index for mention in names.mentions(tokens) for index in range(mention.first, mention.last + 1)}
    return all(index in named or token.stem in {"the", "and", "both"} for index, token in enumerate(tokens))


def of_office(words: str, names: PartyNames) -> list[str]:
    """The party whose kind alone has an office: *the interior minister* where one party is a government.

    Words with another name in them (*the Arvenian interior minister*) say nothing of it.
    """
    tokens = [token for token in tokens_of(words) if token.is_word]
    if is_outsider(words) or any(t.text[0].isupper() and t.stem not in TITLES for t in tokens):
        return []
    parties = {names.holder_of(token.stem) for token in tokens} - {None}
    return [party for party in parties if party is not None] if len(parties) == 1 else []
