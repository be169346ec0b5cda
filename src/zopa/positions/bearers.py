"""Bearers: whose goods a duty falls on, where only the party is named that would pay it.

*A tariff on the Union*, *the Union would face a tariff*: both are duties on the Union's goods. Where the words go on to
say on which goods, those are meant and not all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.words import Term, stems
from zopa.statements.lexicon import word_set
from zopa.statements.words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.positions.parties import Mention
    from zopa.positions.words import Token

DUTY, GOODS = "TARIFF", "GOODS"
_BEARING = stems("face pay bear shoulder confront")
_STRUCK = stems("hit slapped charged threatened punished burdened")
_UPON = frozenset({"on", "against", "for"})
_ENDS = frozenset({".", ";", ":", "\n"})
_TIMES = frozenset({*WEEKDAYS, *MONTHS, "top"})
_FOLLOWING = word_set(
    """
    from at in by if unless until when once and but or that would will to after before as while next this last starting
    on
    """
)
_SOON = 6
_FAR = 7


def borne(tokens: Sequence[Token], terms: Sequence[Term], mentions: Sequence[Mention]) -> Iterator[Term]:
    """For each party that a duty in the words falls on, its goods as a term at its name. Linear in words and names."""
    for duty in terms:
        if duty.name == DUTY and not _on_some_goods(tokens, duty.last + 1, mentions):
            for mention in mentions:
                if _falls_on(tokens, duty, mention) or _would_bear(tokens, mention, duty):
                    yield Term(f"{mention.party}|{GOODS}", mention.first, mention.last)


def _falls_on(tokens: Sequence[Token], duty: Term, mention: Mention) -> bool:
    """*Tariffs on the Union*, its name being all that follows *on*."""
    between = [token.stem for token in tokens[duty.last + 1 : mention.first]]
    if not between or between[0] not in _UPON or len(between) > 2:
        return False
    after = tokens[mention.last + 1 : mention.last + 2]
    return not after or not after[0].is_word or after[0].text.lower() in _FOLLOWING


def _would_bear(tokens: Sequence[Token], mention: Mention, duty: Term) -> bool:
    """*The Union would face a tariff*, *would be hit with tariffs*."""
    between = tokens[mention.last + 1 : duty.first]
    if not 1 <= len(between) <= _FAR or any(token.text in _ENDS for token in between):
        return False
    return any(token.stem in _BEARING or token.stem in _STRUCK for token in between[:4])


def _on_some_goods(tokens: Sequence[Token], start: int, mentions: Sequence[Mention]) -> bool:
    """Whether *on* something that is neither a day nor a party follows soon."""
    named = {place for mention in mentions for place in range(mention.first, mention.last + 1)}
    for place in range(start, min(start + _SOON, len(tokens) - 1)):
        if tokens[place].text in _ENDS:
            return False
        if tokens[place].stem == "on":
            then = range(place + 1, min(place + 3, len(tokens)))
            return not any(at in named or _is_time(tokens[at]) for at in then)
    return False


def _is_time(token: Token) -> bool:
    return token.text[0].isdigit() or token.text.lower() in _TIMES
