"""Adjusted Winner: divide issues between two parties so that neither envies the other (Brams and Taylor 1996)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

Points = dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class Division:
    """Who gets how much of each issue, and what that is worth.

    ``shares[party][issue]`` is the part of the issue the party wins, ``utility`` its points for all of it. ``split`` is
    the one issue that has to be divided, None where none has.
    """

    shares: dict[str, dict[str, Fraction]]
    utility: dict[str, Fraction]
    split: str | None


def adjusted_winner(points: Mapping[str, Mapping[str, float | Fraction]]) -> Division:
    """Divide issues between two parties that have each spread the same total of points over them.

    1. Every issue goes to the party that gives it more points.
    2. From the party that is ahead issues move to the other, those first whose points differ least in proportion, until
       both have equally many points; the last one to move is divided.

    The result is efficient, equitable and free of envy, in exact fractions; at most one issue is divided. Cost:
    O(issues * log issues). Raises UsageError for anything but two parties with equal totals of points of 0 or more.
    """
    first, second = _checked(points)
    one, other = points
    held = {issue: Fraction(1 if first[issue] >= second[issue] else 0) for issue in first}
    ahead = _worth(first, held) - _worth(second, _rest(held))
    rich, poor = (first, second) if ahead >= 0 else (second, first)
    winner = Fraction(1 if ahead >= 0 else 0)
    movable = [issue for issue in held if held[issue] == winner and rich[issue] > 0]
    split = None
    for issue in sorted(movable, key=lambda issue: (_ratio(rich[issue], poor[issue]), issue)):
        gap = abs(_worth(first, held) - _worth(second, _rest(held)))
        if gap == 0:
            break
        part = min(Fraction(1), gap / (rich[issue] + poor[issue]))
        held[issue] = abs(winner - part)
        split = issue if part < 1 else None
        if part < 1:
            break
    return Division(
        {one: held, other: _rest(held)}, {one: _worth(first, held), other: _worth(second, _rest(held))}, split
    )


def _checked(points: Mapping[str, Mapping[str, float | Fraction]]) -> tuple[Points, Points]:
    if len(points) != 2:
        raise UsageError(f"Adjusted Winner divides between two parties, not {len(points)}.")
    first, second = ({issue: Fraction(str(p)) for issue, p in row.items()} for row in points.values())
    if first.keys() != second.keys():
        raise UsageError("Both parties must give points to the same issues; give 0 where an issue does not matter.")
    if min(*first.values(), *second.values()) < 0 or sum(first.values()) != sum(second.values()):
        raise UsageError("Both parties must spread the same total of points, none of them negative.")
    return first, second


def _rest(held: Points) -> Points:
    return {issue: 1 - share for issue, share in held.items()}


def _worth(points: Points, held: Points) -> Fraction:
    return sum((points[issue] * share for issue, share in held.items()), Fraction(0))


def _ratio(rich: Fraction, poor: Fraction) -> tuple[bool, Fraction]:
    return (True, rich) if poor == 0 else (False, rich / poor)
