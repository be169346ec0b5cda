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


_REGION = frozenset({"region", "province", "territory", "oblast", "district", "peninsula", "county"})


@dataclass(frozen=True, slots=True)
class Place:
    """Ground named at tokens ``first`` to ``last``: a zone of the case, all land of a party, or an asset."""

    zone: str | None
    land_of: str | None
    first: int
    last: int
    asset: str | None = None


class ZoneNames:
    """The names of a case's zones and assets, ready to be found in token sequences.

    A name two zones claim is no name. A name that a zone and a city share is the zone's, but where it is said to be a
    town's: *the city of Senn*.
    """

    def __init__(self, territory: Territory) -> None:
        claims: dict[tuple[str, ...], set[str]] = {}
        for zone in territory.zones:
            for name in (zone.name, *zone.aliases):
                claims.setdefault(_key(name), set()).add(zone.id)
        self._zones = {key: ids.pop() for key, ids in claims.items() if key and len(ids) == 1}
        self._assets = {_key(asset.name): asset.name for zone in territory.zones for asset in zone.assets}
        self._longest = max((len(key) for key in (*self._zones, *self._assets)), default=0)

    def places(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Place]:
        """The ground named in a token sequence whose mentions of parties are known, in order, longest names first.

        *The region* is the one last named, be it by its town.
        """
        found: list[Place] = []
        index, region = 0, None
        while index < len(tokens):
            named = self._named_at(tokens, index)
            region = (named[0] or region) if named else region
            place = named[1] if named else _land_at(tokens, index, mentions) or _region_at(tokens, index, region)
            if place is not None:
                found.append(place)
                index = place.last
            index += 1
        return found

    def _named_at(self, tokens: Sequence[Token], index: int) -> tuple[str | None, Place | None] | None:
        """The zone that a name at a token is, or is the town of, and the place it means; None for no name."""
        if not tokens[index].text[0].isupper():
            return None
        for length in range(min(self._longest, len(tokens) - index), 0, -1):
            key = tuple(token.stem for token in tokens[index : index + length])
            zone, asset, last = self._zones.get(key), self._assets.get(key), index + length - 1
            if zone is not None and not _is_town(tokens, index, last + 1):
                return zone, Place(zone, None, index, last)
            if asset is not None:
                return zone, Place(None, None, index, last, asset)
            if zone is not None:
                return zone, None
        return None


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokens_of(name) if token.is_word)


def _region_at(tokens: Sequence[Token], index: int, region: str | None) -> Place | None:
    """*The region*, where one has been named before in the sentence."""
    before = tokens[index - 1].text.lower() if index else ""
    named = region is not None and before == "the" and tokens[index].text.lower() in _REGION
    return Place(region, None, index, index) if named else None


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
