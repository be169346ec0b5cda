"""Looking up the parties and zones that the ground of a case refers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.case.entries import items_of, word
from zopa.case.names import Names
from zopa.case.zones import Transfer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.case.case import Party
    from zopa.case.findings import Findings, Place


@dataclass(frozen=True, slots=True)
class GroundReferences:
    """Looks up parties and zones and reports what is not declared."""

    findings: Findings
    parties: Names
    zones: Names

    @classmethod
    def of(cls, findings: Findings, parties: Iterable[Party], zones: dict[str, str]) -> GroundReferences:
        """Lookups over the parties, and over the zones by id with the name of each."""
        return cls(findings, Names({party.id: party.name for party in parties}), Names(zones))

    def party(self, value: Any, place: Place) -> str | None:
        """The id of the party meant; reports ZP010."""
        return self._find(self.parties, "ZP010", "party", value, place)

    def zone(self, value: Any, place: Place) -> str | None:
        """The id of the zone meant; reports ZP041."""
        return self._find(self.zones, "ZP041", "zone", value, place)

    def zone_list(self, value: Any, place: Place) -> tuple[str, ...]:
        """The ids of the zones listed at a place of the file, each once."""
        found = [self.zone(item, item_place) for item, item_place in items_of(value, place)]
        return tuple(dict.fromkeys(id for id in found if id is not None))

    def transfers(self, value: Any, place: Place) -> tuple[Transfer, ...]:
        """The transfers listed at a place of the file, each ``ZONE:PARTY``; reports ZP049 for another form."""
        read = []
        for item, item_place in items_of(value, place):
            zone, colon, party = (word(item) or "").rpartition(":")
            if not (zone.strip() and colon and party.strip()):
                self.findings.report("ZP049", item_place, f"{item!r} is not of the form ZONE:PARTY.")
                continue
            found = self.zone(zone.strip(), item_place), self.party(party.strip(), item_place)
            if found[0] is not None and found[1] is not None:
                read.append(Transfer(zone=found[0], party=found[1], line=self.findings.line_of(item_place)))
        return tuple(read)

    def _find(self, names: Names, code: str, what: str, value: Any, place: Place) -> str | None:
        reference = word(value) or ""
        found = names.find(reference)
        if found is None:
            self.findings.report(code, place, f"There is no {what} {reference!r}.", names.suggestion(reference))
        return found
