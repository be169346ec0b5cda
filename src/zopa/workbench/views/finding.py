"""Finding: search over everything with facets and counts, one statement, one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.casework.catalogue import FACETS
from zopa.coverage import Span
from zopa.workbench.views.page import NotThere, Page

if TYPE_CHECKING:
    from zopa.casework.state import CaseState
    from zopa.workbench.views.page import Ask, Row

ON_A_PAGE = 50
SHOWN_VALUES = 8
LABELS = {
    "kind": "Kind",
    "party": "Party",
    "issue": "Issue",
    "stance": "Stance",
    "speaker": "Speaker",
    "source": "Outlet",
    "month": "Month",
    "review": "Review",
}
EVERYTHING = 1_000_000


def search(state: CaseState, ask: Ask) -> Page:
    """Statements, articles and notes that hold all the words, with facets and exact counts."""
    return _found(state, ask, {})


def statements(state: CaseState, ask: Ask) -> Page:
    """Every statement, newest first, by party, issue, stance, speaker, outlet, month and review."""
    return _found(state, ask, {"kind": ["statement"]})


def _found(state: CaseState, ask: Ask, fixed: dict[str, list[str]]) -> Page:
    words = ask.get("q")[:400]
    chosen = {name: ask.every(name) for name in FACETS if ask.every(name)} | fixed
    first = ON_A_PAGE * (ask.number("page", 1, 1, EVERYTHING) - 1)
    found = state.search.find(
        words, chosen, first=0 if ask.whole else first, limit=EVERYTHING if ask.whole else ON_A_PAGE
    )
    shown = [name for name in FACETS if name not in fixed and len(found.counts[name]) > 1 - bool(chosen.get(name))]
    data: dict[str, Any] = {
        "found": found,
        "words": words,
        "chosen": chosen,
        "facets": [{"name": name, "label": LABELS[name], "values": found.counts[name]} for name in shown],
        "fixed": bool(fixed),
        "most": SHOWN_VALUES,
        "first": first,
        "last": min(found.total, first + ON_A_PAGE),
        "page": first // ON_A_PAGE + 1,
        "pages": max(1, -(-found.total // ON_A_PAGE)),
        "ask": ask,
        "action": "/statements" if fixed else "/search",
    }
    rows = [{key: value for key, value in row.items() if key != "pieces"} for row in found.rows]
    address = data["action"] + ask.with_()
    title = "Statements" if fixed else "Search"
    return Page("search.html", title, data, rows, found.total, "search_part.html", address)


def statement(state: CaseState, ask: Ask) -> Page:
    """One statement in its sentences: who said it through whom, what it was coded as, and what rests on it."""
    id = ask.path["statement"]
    moment = ask.moment(state)
    if id not in moment.look.statements:
        moment = state.end
    look = moment.look
    entry = look.statements.get(id)
    if entry is None:
        raise NotThere("There is no such statement in the case.")
    article = state.gathered.articles[entry.article]
    origins = [row for row in state.origins_at(moment) if id in row["statements"]]
    reviews = [placed for placed in state.gathered.reviews if placed.statement == id]
    data = {
        "about": f"statement:{id}",
        "entry": entry,
        "look": look,
        "article": article,
        "origins": origins,
        "reviews": reviews,
    }
    row: Row = {
        "statement": entry.id,
        "article": entry.article,
        "speaker": entry.speaker,
        "outlet": entry.outlet,
        "said_on": entry.said_on,
        "words": entry.excerpt.words,
        "codings": [look.coding(coding) for coding in entry.codings],
    }
    return Page("statement.html", f"{entry.speaker}: a statement", data, [row])


def article(state: CaseState, ask: Ask) -> Page:
    """One article with everything that was read as a statement marked in its text."""
    found = state.gathered.articles.get(ask.path["article"])
    if found is None:
        raise NotThere("There is no such article in the case.")
    inside = [one for one in state.gathered.statements if one.article == found.id]
    marked = sorted((span.start, span.end, one.id) for one in inside for span in one.content)
    pieces: list[tuple[str, str]] = []
    at = 0
    for start, end, id in marked:
        if start >= at and end <= len(found.text):
            pieces += [(found.text[at:start], ""), (Span(start, end).of(found.text), id)]
            at = end
    pieces.append((found.text[at:], ""))
    data = {"article": found, "pieces": [piece for piece in pieces if piece[0]], "statements": inside}
    rows = [{"statement": one.id, "speaker": one.speaker, "said_on": one.said_on} for one in inside]
    return Page("article.html", found.title or found.doc, data, rows)
