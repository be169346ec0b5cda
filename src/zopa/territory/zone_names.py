"""Where a text names a zone of the case, or the land of a party: *the north*, *Arvenian territory*, *of Arvenia*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Territory
    from zopa.positions.parties import Mention
    from zopa.positions.words import Token

_LAND = frozenset({"land", "lands", "territory", "territories", "soil", "ground"})
_BETWEEN = 3
_TOWN = frozenset({"city", "town", "port"})


@dataclass(frozen=True, slots=True)
class Place:
    """Ground named at tokens ``first`` to ``last``: a zone of the case, or all land of a party."""

    zone: str | None
    land_of: str | None
    first: int
    last: int


class ZoneNames:
    """The names of a case's zones, ready to be found in token sequences. A name two zones claim is no name."""

    def __init__(self, territory: Territory) -> None:
        claims: dict[tuple[str, ...], set[str]] = {}
        for zone in territory.zones:
            for name in {zone.name, *zone.aliases}:
                key = tuple(token.stem for token in tokens_of(name) if token.is_word)
                if key:
                    claims.setdefault(key, set()).add(zone.id)
        self._names = {key: ids.pop() for key, ids in claims.items() if len(ids) == 1}
        self._longest = max((len(key) for key in self._names), default=0)

    def places(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Place]:
        """The ground named in a token sequence whose mentions of parties are known, in order, longest names first."""
        found: list[Place] = []
        index = 0
        while index < len(tokens):
            place = self._zone_at(tokens, index) or _land_at(tokens, index, mentions)
            if place is None:
                index += 1
            else:
                found.append(place)
                index = place.last + 1
        return found

    def _zone_at(self, tokens: Sequence[Token], index: int) -> Place | None:
        if not tokens[index].text[0].isupper():
            return None
        for length in range(min(self._longest, len(tokens) - index), 0, -1):
            zone = self._names.get(tuple(token.stem for token in tokens[index : index + length]))
            if zone is not None and not _is_town(tokens, index, index + length):
                return Place(zone, None, index, index + length - 1)
        return None


def _is_town(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether a name is that of a town: *the city of Senn*, *Senn city*."""
    before = [token.text.lower() for token in tokens[max(0, first - 2) : first]]
    following = tokens[after].text.lower() if after < len(tokens) else ""
    return following in _TOWN or (len(before) == 2 and before[0] in _TOWN and before[1] == "of")


def _land_at(tokens: Sequence[Token], index: int, mentions: Sequence[Mention]) -> Place | None:
    mention = next((one for one in mentions if one.first == index and not one.person), None)
    if mention is None:
        return None
    for step in range(mention.last + 1, min(mention.last + 1 + _BETWEEN, len(tokens))):
        if tokens[step].text.lower() in _LAND:
            return Place(None, mention.party, mention.first, step)
        if not tokens[step].is_word:
            break
    before = tokens[index - 1].text.lower() if index else ""
    possessive = tokens[mention.last].text.endswith(("'s", "’s"))
    return Place(None, mention.party, mention.first, mention.last) if before == "of" and not possessive else None
