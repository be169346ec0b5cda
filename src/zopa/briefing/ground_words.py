"""How the ground is put into words: areas, shares, residents, what is said of it and what the figures say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing.wording import counted, day, listed, number, per_cent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

SCHEMATIC = "Schematic: a line inside a zone is a straight cut of the size given, not a front line."
RESIDENTS = "Residents are those last counted there, not those there now."
NOBODY = "nobody named"
_MILE2 = 2.589988110336
_DIGITS = 3


def rounded(value: float) -> float:
    """A number to three digits: what simplified outlines allow to be said."""
    return float(f"{value:.{_DIGITS}g}")


def area(km2: float) -> str:
    """``6,630 km²``; small areas with their decimals."""
    return f"{number(rounded(km2), ',.0f' if km2 >= 100 else 'g')} km²"


def signed_area(km2: float) -> str:
    """``+6,630 km²``, ``−240 km²``."""
    return f"{'+' if km2 >= 0 else '−'}{area(abs(km2))}"


def share(part: float) -> str:
    """``75 %``; near the ends with what sets it apart from nothing and from all."""
    if 0 < part < 0.005 or 0.995 < part < 0.9995:
        return per_cent(f"{100 * part:.1f}")
    return per_cent(f"{100 * part:.0f}")


def held(holder: str | None, part: float, *, schematic: bool) -> str:
    """``Arvenia 75 % ~``."""
    return f"{holder or NOBODY} {share(part)}{' ~' if schematic else ''}"


def figure(holder: str, part: float | None, km2: float | None, on: date, source: str) -> str:
    """``Arvenia 75 % (The Herald, 3 March 2031)``."""
    size = share(part) if part is not None else area(km2) if km2 is not None else "as drawn"
    return f"{holder} {size} ({source}, {day(on)})"


def people(least: int, most: int | None, counted_when: str) -> str:
    """``186,000 to 1,290,000 residents (1 January 2030, the registry)``; ``at least`` where the total is unknown."""
    when = f" ({counted_when})" if counted_when else ""
    if most is None:
        return f"at least {_people(least)} residents{when}" if least else "residents unknown"
    if least == most:
        return f"{_people(least)} residents{when}"
    return f"{_people(least)} to {_people(most)} residents{when}"


def _people(count: int) -> str:
    return number(rounded(count), ",.0f")


def settlements(count: int, largest: Sequence[str]) -> str:
    """``22 listed settlements: Aven, Bor, Cole and more``; ``no listed settlement``."""
    if not count:
        return "no listed settlement"
    return f"{counted(count, 'listed settlement')}: {', '.join(largest)}{' and more' if count > len(largest) else ''}"


def corridor(name: str, *, whole: bool, by_land: bool, cut_by: Sequence[str]) -> str:
    """``Coast road: whole; cut if Senn is lost``."""
    if not whole:
        return f"{name}: cut"
    how = "whole over land" if by_land else "over a crossing only, not over land"
    lost = f"; each alone would cut it: {', '.join(cut_by)}" if cut_by else "; no single zone cuts it"
    return f"{name}: {how}{lost}"


def line(parties: Sequence[str], before: float, after: float) -> str:
    """``The line between A and B: 1,170 km before, 1,160 km after``."""
    return f"The line between {listed(parties)}: {_km(before)} before, {_km(after)} after"


def ranges(ranks: Sequence[int]) -> str:
    """Ranks with runs of them drawn together: ``1 to 3, 6``."""
    runs: list[list[int]] = []
    for rank in ranks:
        if runs and rank == runs[-1][-1] + 1:
            runs[-1].append(rank)
        else:
            runs.append([rank])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _km(length: float) -> str:
    return f"{number(rounded(length), ',.0f')} km"


def said(holder: str, deed: str, amount: str, ground: str, asset: str | None = None) -> str:
    """``Arvenia holds about 75 per cent of the north``; ``Arvenia holds Cape light``."""
    return f"{holder} {deed} {asset}" if asset else f"{holder} {deed} {amount} of {ground}"


def asset_finding(verdict: str) -> str:
    """Whose ground an asset stands on, by the figures of the case."""
    where = {"agrees": "it stands on ground of that party", "disagrees": "it stands on ground of another"}
    return f"{verdict}: by the case’s figures {where[verdict]}" if verdict in where else "not measured"


def off_official(outline: float, official: float) -> str:
    """``26,500 km² (−0.1 %)``: an official area, and how far the outline is off it."""
    off = round(100 * (outline / official - 1), 1)
    return f"{area(official)} ({'+' if off > 0 else '−' if off < 0 else ''}{per_cent(f'{abs(off):.1f}')})"


def finding(verdict: str, unit: str, measured: Sequence[float] | None, by: float | None, boundary: float | None) -> str:
    """``rounded: measured 74.6 %; 0.4 points less than said``, and what the boundary alone changes."""
    if measured is None or by is None:
        return "not measured: the case has no figure of another source for that time"
    low, high = measured
    size = _measured(unit, low) if abs(high - low) < 1e-9 else f"{_measured(unit, low)} to {_measured(unit, high)}"
    parts = [f"{verdict}: measured {size}"]
    if by:
        parts.append(f"{_off(unit, abs(by))} {'more' if by > 0 else 'less'} than said")
    if boundary:
        parts.append(f"the choice of boundary alone changes it by {_off(unit, boundary)}")
    return "; ".join(parts)


def _measured(unit: str, value: float) -> str:
    return (
        f"{area(value)} ({number(rounded(value / _MILE2), ',g')} square miles)"
        if unit == "km2"
        else per_cent(f"{100 * value:.1f}")
    )


def _off(unit: str, value: float) -> str:
    return area(value) if unit == "km2" else f"{number(100 * value, '.1f')} points"
