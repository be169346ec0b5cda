"""The evidence from its sides: people, outlets, origins, contradictions and changes of position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.casework.contradictions import KINDS, contradictions_in
from zopa.casework.voices import people_in, reports_in, sources_in
from zopa.workbench.views.page import Page

if TYPE_CHECKING:
    from zopa.briefing.lookup import Lookup
    from zopa.casework.state import CaseState
    from zopa.workbench.views.page import Ask, Row


def people(state: CaseState, ask: Ask) -> Page:
    """Who speaks in the coverage, for whom, how often, and with which grade."""
    moment = ask.moment(state)
    rows = people_in(moment.known)
    asked = ask.get("party")
    if asked:
        rows = [row for row in rows if (row["party"] or "nobody") == asked]
    data = {"rows": rows, "look": moment.look, "moment": moment, "asked": asked, "parties": state.case.parties}
    return Page("people.html", "People", data, [_without(row, "ids") for row in rows])


def sources(state: CaseState, ask: Ask) -> Page:
    """Which outlets carry the coverage, how much of it is copied, and with which grade; copies clustered."""
    moment = ask.moment(state)
    rows = sources_in(moment.known)
    data = {
        "rows": rows,
        "reports": reports_in(moment.known),
        "articles": moment.known.articles,
        "moment": moment,
        "look": moment.look,
    }
    return Page("sources.html", "Outlets", data, [_without(row, "ids") for row in rows])


def origins(state: CaseState, ask: Ask) -> Page:
    """Whose word each position rests on, and every article that repeats it."""
    moment = ask.moment(state)
    rows = state.origins_at(moment)
    party, issue = ask.get("party"), ask.get("issue")
    rows = [row for row in rows if party in ("", row["party"]) and issue in ("", row["issue"])]
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["party"], row["issue"]), []).append(row)
    data = {"groups": groups, "rows": rows, "look": moment.look, "moment": moment, "party": party, "issue": issue}
    return Page("origins.html", "Origins", data, rows)


def contradictions(state: CaseState, ask: Ask) -> Page:
    """What cannot both hold, side by side with the words on either side."""
    moment = ask.moment(state)
    found = contradictions_in(moment.known)
    grouped = {kind: [one for one in found if one.kind == kind] for kind in KINDS}
    data = {"grouped": grouped, "kinds": KINDS, "look": moment.look, "moment": moment, "count": len(found)}
    return Page("contradictions.html", "Contradictions", data, [one.as_row() for one in found])


def changes(state: CaseState, ask: Ask) -> Page:
    """How positions moved: first words, reversals, softenings, hardenings, and what stayed the same."""
    moment = ask.moment(state)
    rows = state.changes_at(moment)
    kind, party = ask.get("kind"), ask.get("party")
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    rows = [row for row in rows if kind in ("", row["kind"]) and party in ("", row["party"])]
    data = {
        "moves": newest_first(rows, moment.look),
        "look": moment.look,
        "moment": moment,
        "kind": kind,
        "kinds": kinds,
        "party": party,
        "parties": state.case.parties,
    }
    return Page("changes.html", "Changes", data, rows)


def newest_first(rows: list[Row], look: Lookup) -> list[Row]:
    """Changes for a reader: newest first, undated ones last, options by their names."""
    dated = sorted((row for row in rows if row["on"]), key=lambda row: str(row["on"]), reverse=True)
    listed = [*dated, *(row for row in rows if not row["on"])]
    return [{**row, **{end: _named(row[end], row["issue"], look) for end in ("before", "after")}} for row in listed]


def _named(stances: str, issue: str, look: Lookup) -> str:
    """``demands cede_east; offers freeze`` with the names of the options."""
    said = []
    for part in stances.split("; "):
        stance, space, option = part.partition(" ")
        words = {name: word for name, word in wording.STANCE_WORDS.items() if name == stance}
        said.append(f"{words[stance]} {look.option(issue, option)}" if stance in words and space else part)
    return " and ".join(said)


def _without(row: Row, *keys: str) -> Row:
    return {key: value for key, value in row.items() if key not in keys}
