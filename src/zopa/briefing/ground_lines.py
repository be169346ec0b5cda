"""The ground in sentences, the same in every rendering; names of parties are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import ground_words as say
from zopa.briefing.lookup import TEXT_KIND_WORDS
from zopa.briefing.wording import day, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.briefing.ground import (
        ClaimEntry,
        ConsequenceEntry,
        CorridorEntry,
        ExtentEntry,
        FigureEntry,
        GroundEntry,
        HeldEntry,
        MovedEntry,
        ZoneEntry,
    )
    from zopa.briefing.lookup import Lookup


def disputed(ground: GroundEntry) -> list[ZoneEntry]:
    """The zones with figures, or with claims of more than one party."""
    return [zone for zone in ground.zones if zone.figures or len({claim.party for claim in zone.claims}) > 1]


def size(zone: ZoneEntry) -> str:
    """``26,500 km², officially 26,500 km² (−0.1 %)``."""
    official = f", officially {say.off_official(zone.km2, zone.official_km2)}" if zone.official_km2 else ""
    return f"{say.area(zone.km2)}{official}"


def held(look: Lookup, one: HeldEntry) -> str:
    """``Arvenia 75 % ~``."""
    return say.held(look.party(one.holder) if one.holder else None, one.share, schematic=one.schematic)


def figure(look: Lookup, one: FigureEntry) -> str:
    """``Arvenia 75 % (The Herald, 3 March 2031)``."""
    return say.figure(look.party(one.holder), one.share, one.km2, one.on, plain(one.source))


def claim(look: Lookup, one: ClaimEntry) -> str:
    """``Arvenia since 3 March 2031: treaty of Senn``."""
    since = f" since {day(one.since)}" if one.since else ""
    return f"{look.party(one.party)}{since}{': ' if one.by else ''}{plain(one.by)}"


def claimed_alike(look: Lookup, ground: GroundEntry) -> list[tuple[str, list[str]]]:
    """Zones that more than one party claims, those claimed alike together: their names, and each claim."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for zone in ground.zones:
        if len({one.party for one in zone.claims}) > 1:
            alike.setdefault(tuple(claim(look, one) for one in zone.claims), []).append(plain(zone.name))
    return [(", ".join(names), list(claims)) for claims, names in alike.items()]


def corridor(one: CorridorEntry) -> str:
    """Whether a corridor is whole, and what would cut it."""
    return say.corridor(
        plain(one.name), whole=one.whole, by_land=one.by_land, cut_by=[plain(zone) for zone in one.cut_by]
    )


def moved(look: Lookup, one: MovedEntry) -> str:
    """``Senn region: 6,630 km², 25 % of it, from A to B ~``."""
    giver = look.party(one.giver) if one.giver else say.NOBODY
    mark = " ~" if one.schematic else ""
    size = f"{say.area(one.km2)}, {say.share(one.share)} of it"
    return f"{plain(one.zone)}: {size}, from {giver} to {look.party(one.taker)}{mark}"


def people(one: MovedEntry) -> str:
    """Residents, settlements and assets of moved ground."""
    places = say.settlements(one.settlements, [plain(name) for name in one.largest])
    assets = f"; assets: {', '.join(plain(name) for name in one.assets)}" if one.assets else ""
    return f"{say.people(one.least, one.most, plain(one.counted))}; {places}{assets}"


def effects(look: Lookup, found: ConsequenceEntry) -> Iterator[str]:
    """What each party gains, the line between them, and corridors that change, one sentence each."""
    if found.changes:
        yield "; ".join(f"{look.party(party)} {say.signed_area(change)}" for party, change in found.changes)
    for one in found.lines:
        yield say.line([look.party(party) for party in one.parties], one.before, one.after)
    before = look.briefing.territory.corridors if look.briefing.territory else ()
    changed = [one for one in found.corridors if one not in before]
    yield from (corridor(one) for one in changed)
    if found.corridors and not changed:
        yield f"Unchanged: {', '.join(plain(one.name) for one in found.corridors)}"


def packages(look: Lookup, ground: GroundEntry) -> list[str]:
    """``The headline package and packages 1 to 3: A −6,630 km², B +6,630 km²``; those that move alike on one line."""
    alike: dict[str, list[int]] = {}
    for one in ground.packages:
        changes = one.consequences.changes if one.consequences is not None else ()
        moved = "; ".join(f"{look.party(party)} {say.signed_area(km2)}" for party, km2 in changes)
        alike.setdefault(moved or "no ground", []).append(one.rank)
    return [f"{_named(ranks)}: {moved}" for moved, ranks in alike.items()]


def _named(ranks: list[int]) -> str:
    listed = [rank for rank in ranks if rank]
    numbered = f"{'package' if len(listed) == 1 else 'packages'} {say.ranges(listed)}" if listed else ""
    if 0 not in ranks:
        return numbered[:1].upper() + numbered[1:]
    return f"The headline package and {numbered}" if numbered else "The headline package"


def option(look: Lookup, issue: str, chosen: str) -> str:
    """``“Senn region: it goes to B” would move``."""
    return f"“{look.short(issue)}: {look.option(issue, chosen)}” would move"


def extent(look: Lookup, one: ExtentEntry) -> str:
    """What was said, what the figures say, and who says otherwise."""
    article = look.articles.get(one.article)
    where = plain(article.outlet) if article else one.article
    others = [plain(look.articles[id].outlet) for id in one.contradicts if id in look.articles]
    contradicts = f"; contradicts {', '.join(dict.fromkeys(others))}" if others else ""
    kind = TEXT_KIND_WORDS[article.text_kind] if article else ""
    source = ", ".join([where, *([day(one.on)] if one.on else []), *([kind] if kind else [])])
    return f"{plain(one.says)} ({source}). {one.finds[:1].upper()}{one.finds[1:]}{contradicts}"


def notes(ground: GroundEntry) -> Iterator[str]:
    """What a reader of the map and the figures must know."""
    yield f"Outlines: {'; '.join(plain(one) for one in ground.boundaries)}."
    yield from (f"{plain(view)}." for view in ground.views)
    if ground.schematic:
        yield f"~ {say.SCHEMATIC}"
    if ground.options:
        yield say.RESIDENTS
