"""Who wants what: the matrix as of a day, and one cell of it with the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.workbench.views.page import NotThere, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.briefing import Briefing
    from zopa.briefing.briefing import CellEntry
    from zopa.casework.state import CaseState, Moment
    from zopa.workbench.views.page import Ask, Row


def matrix(state: CaseState, ask: Ask) -> Page:
    """Party by issue as of a day, unknown shown as unknown."""
    moment = ask.moment(state)
    data = {
        "moment": moment,
        "look": moment.look,
        "briefing": moment.briefing,
        "days": state.days,
        "place": _place(state, moment),
    }
    rows = [_cell_row(cell, moment) for cell in moment.briefing.cells]
    address = f"/matrix?as_of={moment.known.as_of.isoformat()}"
    return Page("matrix.html", "Who wants what", data, rows, part="matrix_part.html", address=address)


def cell(state: CaseState, ask: Ask) -> Page:
    """One party on one issue: what it holds, what contradicts it, and every statement side by side."""
    moment = ask.moment(state)
    party, issue = ask.path["party"], ask.path["issue"]
    found = moment.look.cell(party, issue)
    if found is None:
        raise NotThere("There is no such party or issue in the case.")
    look = moment.look
    statements = [look.statements[id] for id in found.statements if id in look.statements]
    sides = [_side(found, moment, option) for option in _options(moment.briefing, issue)]
    data = {
        "moment": moment,
        "look": look,
        "cell": found,
        "about": f"cell:{party}/{issue}",
        "statements": statements,
        "sides": [side for side in sides if side["statements"]],
        "neighbours": _neighbours(moment.briefing, found),
    }
    rows = [_statement_row(one.id, moment) for one in statements]
    return Page("cell.html", f"{look.party(party)} on {look.issue(issue)}", data, rows)


def _place(state: CaseState, moment: Moment) -> int:
    """Where the day stands on the slider: the last of its days that is not later."""
    earlier = [place for place, day in enumerate(state.days) if day <= moment.known.as_of]
    return earlier[-1] if earlier else 0


def _cell_row(cell: CellEntry, moment: Moment) -> Row:
    look = moment.look
    seen = [day for one in cell.entries for day in (one.first_seen, one.last_seen) if day]
    return {
        "party": cell.party,
        "issue": cell.issue,
        "stances": "; ".join(
            f"{one.stance} {one.option} ({wording.STRENGTH_WORDS[one.strength]}, {wording.independent(one.origins)})"
            for one in cell.entries
        )
        or "unknown",
        "says": "; ".join(look.stance(cell, one) for one in cell.entries) or wording.UNKNOWN,
        "conflicts": [f"{one} and {other} cannot both hold" for one, other in cell.conflicts],
        "first_seen": min(seen).isoformat() if seen else None,
        "last_seen": max(seen).isoformat() if seen else None,
        "statements": list(cell.statements),
    }


def _options(briefing: Briefing, issue: str) -> list[str]:
    return [option.id for one in briefing.issues if one.id == issue for option in one.options]


def _side(cell: CellEntry, moment: Moment, option: str) -> Row:
    """One option of the cell's issue with the statements about it, oldest first."""
    look = moment.look
    holding = [one for one in cell.entries if one.option == option]
    earlier = [one for one in cell.earlier if one.option == option]
    about = [
        look.statements[id]
        for id in cell.statements
        if id in look.statements
        and any(
            (coding.party, coding.issue, coding.option) == (cell.party, cell.issue, option)
            for coding in look.statements[id].codings
        )
    ]
    return {
        "option": option,
        "name": look.option(cell.issue, option),
        "holding": holding,
        "earlier": earlier,
        "statements": sorted(about, key=lambda one: (one.said_on or str(one.published or "9999"), one.number)),
    }


def _neighbours(briefing: Briefing, cell: CellEntry) -> dict[str, CellEntry | None]:
    """The known cells before and after this one, row by row, so that a reader can walk through the matrix."""
    known = list(_known(briefing))
    at = next((place for place, one in enumerate(known) if one is cell), None)
    if at is None:
        return {"before": None, "after": None}
    return {"before": known[at - 1] if at else None, "after": known[at + 1] if at + 1 < len(known) else None}


def _known(briefing: Briefing) -> Iterator[CellEntry]:
    cells = {(one.party, one.issue): one for one in briefing.cells}
    for issue in briefing.issues:
        for party in briefing.parties:
            found = cells[party.id, issue.id]
            if found.statements:
                yield found


def _statement_row(id: str, moment: Moment) -> Row:
    """One statement as a row, its codings in words."""
    entry = moment.look.statements[id]
    return {
        "statement": entry.id,
        "speaker": entry.speaker,
        "outlet": entry.outlet,
        "said_on": entry.said_on or (entry.published.isoformat() if entry.published else None),
        "words": entry.excerpt.words,
        "codings": [moment.look.coding(coding) for coding in entry.codings],
    }
