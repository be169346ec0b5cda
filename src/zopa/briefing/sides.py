"""What a package gives each party and what it asks of it, by the party's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing.cells import distinct
from zopa.briefing.computed import SideEntry, TermEntry
from zopa.briefing.wording import held, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.briefing.briefing import CellEntry, Chosen, StanceEntry
    from zopa.briefing.names import Names

_WANTS = frozenset({"demands", "accepts", "offers", "conditions"})


def side_entries(
    package: Chosen, parties: Sequence[str], cells: Mapping[tuple[str, str], CellEntry], names: Names
) -> tuple[SideEntry, ...]:
    """One entry a party: each term of the package that its words speak for or against.

    A term can be in both lists where a party contradicts itself; what it has been silent on is in neither.
    """
    return tuple(_side(party, package, cells, names) for party in parties)


def _side(party: str, package: Chosen, cells: Mapping[tuple[str, str], CellEntry], names: Names) -> SideEntry:
    gains, swallows = [], []
    for issue, option in package:
        cell = cells.get((party, issue))
        if cell is None:
            continue
        wanted = [one for one in cell.entries if one.option == option and one.stance in _WANTS]
        refused = [one for one in cell.entries if one.option == option and one.stance == "rejects"]
        instead = [one for one in cell.entries if one.option != option and one.stance == "demands"]
        if wanted:
            gains.append(_term(issue, option, wanted, names))
        if refused or (instead and not wanted):
            swallows.append(_term(issue, option, [*refused, *instead], names))
    return SideEntry(party, tuple(gains), tuple(swallows))


def _term(issue: str, option: str, entries: Sequence[StanceEntry], names: Names) -> TermEntry:
    phrases = dict.fromkeys(held(one.stance, names.option(issue, one.option), one.strength) for one in entries)
    return TermEntry(issue, option, listed(list(phrases)), distinct(id for one in entries for id in one.statements))
