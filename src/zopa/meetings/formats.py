"""Who must be in the room for which package, and what it changes who agrees first: the engine's formats in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case.case import Case
    from zopa.settlements import Settlement
    from zopa.settlements.further import Format

_TELLING = 2.0
"""Standard errors a difference must have to be told as one."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who must be in the room, or be asked, for a package, and as what."""

    who: str
    role: Literal["signatory", "ratifier", "consent"]
    because: str


@dataclass(frozen=True, slots=True)
class Sequencing:
    """Two agree first and the others are asked afterwards, beside all agreeing at once.

    ``two`` is how often both accept the package they choose; ``others`` how often each further party then accepts it;
    ``at_once`` how often all accept the package chosen for all. ``says`` explains the difference.
    """

    first: tuple[str, str]
    two: float
    others: Mapping[str, float]
    at_once: float
    change: float
    se: float
    says: str


def seats(package: Mapping[str, str], case: Case) -> tuple[Seat, ...]:
    """Who must be in the room for a package: those who sign, those who ratify, and whose consent it needs."""
    found = [Seat(party, "signatory", "must say yes to any package") for party in case.signatories]
    found += [Seat(party, "ratifier", "must say yes afterwards") for party in case.ratifiers]
    for need in case.talks.authority:
        if all(package.get(issue) in options for issue, options in need.when.items()):
            found.append(Seat(need.by or need.needs, "consent", f"{need.party} needs it ({need.needs}): {need.reason}"))
    return tuple(found)


def bilateral_first(settlement: Settlement, case: Case, pair: Sequence[str] = ()) -> tuple[Sequencing, ...]:
    """What 'two first, then the others' would give, for each pair or for one, by the engine's format analysis.

    The two choose the package both accept most often; the others answer yes or no to it. Where a package suits two and
    not the third, what the two gain by leaving the third out is what the third then refuses.
    """
    names = {party.id: party.name for party in case.parties}
    wanted = [
        one for one in settlement.formats if one.kind == "bilateral" and (not pair or set(one.parties) == set(pair))
    ]
    return tuple(_sequence(one, settlement, case, names) for one in wanted)


def _sequence(one: Format, settlement: Settlement, case: Case, names: Mapping[str, str]) -> Sequencing:
    head = settlement.headline
    a, b = (names.get(party, party) for party in one.parties)
    says = [
        f"If {a} and {b} agree first, the package they accept most often suits both in {one.point:.0%} of the draws."
    ]
    told = [
        f"{names.get(party, party)} in {share:.0%}" for party, share in sorted(one.others.items(), key=lambda x: x[1])
    ]
    if told:
        says.append(f"Where it does, the others accept it too: {', '.join(told)}.")
    says.append(f"One package for all at once is acceptable to all in {head.point:.0%}.")
    if abs(one.change) <= _TELLING * one.change_se:
        says.append("The two differ by no more than the draws can tell.")
    elif one.others:
        hardest = min(one.others, key=lambda party: one.others[party])
        issues = [i for i in case.substantive if head.package and one.package.get(i.id) != head.package.get(i.id)]
        apart = ", ".join(issue.name for issue in issues[:3])
        says.append(
            f"The difference is what is left out: two find common ground more easily, and "
            f"{names.get(hardest, hardest)} is then "
            f"asked about a package made without it"
            + (f"; it differs from the one for all on {apart}." if apart else ".")
        )
    first = (one.parties[0], one.parties[1])
    return Sequencing(first, one.point, dict(one.others), head.point, one.change, one.change_se, " ".join(says))
