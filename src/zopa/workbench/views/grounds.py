"""The ground: the map over its dates, and what transfers chosen here would change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.briefing import ground_lines, ground_page
from zopa.errors import UsageError
from zopa.workbench.views.page import NotThere, Page, Parameter

if TYPE_CHECKING:
    from zopa.casework.state import CaseState
    from zopa.workbench.views.page import Ask

TRANSFER = Parameter("transfer", "Ground that changes hands: ZONE:PARTY. The rows are then what moves.", many=True)
ZONE = Parameter("zone", "One transfer more, in two keys: the zone …")
TO = Parameter("to", "… and the party it goes to.")


def ground(state: CaseState, ask: Ask) -> Page:
    """Who holds what ground on a day, as a map and as figures, and what transfers would change."""
    # Imported here because geometry is slow to load, and most cases have none.
    from zopa.casework.ground_entries import consequence_entry, option_stops
    from zopa.casework.grounds import parsed_transfers
    from zopa.casework.maps import drawing_of
    from zopa.casework.territory import consequence_data, zone_rows

    moment = ask.moment(state)
    found, entry = state.grounds_at(moment), state.ground_at(moment)
    if found is None or entry is None:
        raise NotThere("This case has no zones. Add them under 'zones' in its file.")
    asked = list(dict.fromkeys([*ask.every("transfer"), *_added(ask)]))
    problem = ""
    try:
        transfers = parsed_transfers(found.case, asked)
    except UsageError as error:
        problem, transfers = str(error).replace("--transfer takes", "A transfer is"), ()
    moved = found.consequences(transfers) if transfers else None
    drawing, rows = entry.map, zone_rows(found)
    if moved is not None:
        drawing = drawing_of(found, [*option_stops(found), ("with the transfers chosen", transfers)])
        drawing = replace(drawing, shown=len(drawing.states) - 1)
        rows = consequence_data(found, moved)["moved"]
    names = {zone.id: zone.name for zone in found.case.territory.zones}
    chosen = list(dict.fromkeys(str(one) for one in transfers))
    data = {
        "moment": moment,
        "look": moment.look,
        "ground": entry,
        "drawing": drawing,
        "problem": problem,
        "chosen": [(str(one), f"{names[one.zone]} to {moment.look.party(one.party)}") for one in transfers],
        "moved": None if moved is None else consequence_entry(found, moved),
        "zones": [(id, names[id]) for id in found.ground.plots if id in names],
        "parties": state.case.parties,
        "as_of": ask.get("as_of"),
        "query": ask.with_(transfer=chosen, zone=None, to=None),
        **ground_page.GLOBALS,
        "on_ground": ground_lines,
    }
    return Page("ground_view.html", "Ground", data, rows, part="ground_part.html", address=f"/ground{data['query']}")


def _added(ask: Ask) -> list[str]:
    """The transfer that the two fields of the form add."""
    zone, party = ask.get("zone"), ask.get("to")
    return [f"{zone}:{party}"] if zone and party else []
