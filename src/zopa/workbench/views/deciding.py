"""A decision that came from the browser: what it is about, whether that is still what was shown, where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from zopa.casework.codings import in_words, is_day_or_month, places_of, told
from zopa.casework.reviewing import matter_of
from zopa.casework.sitting import next_undecided
from zopa.coverage import Span
from zopa.errors import UsageError
from zopa.positions import STANCES, STRENGTHS, Coding
from zopa.workbench.answers import text_of
from zopa.workbench.pages import link
from zopa.workbench.views.asked import asked_in, item_id, shown_id
from zopa.workbench.views.marked import spans_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from zopa.casework.reviewing import Desk, Item
    from zopa.ledger import Decision
    from zopa.positions import Matter
    from zopa.workbench.views.asked import Asked
    from zopa.workbench.workspace import Workspace

SINGLE: tuple[Decision, ...] = ("accept", "reject", "unsure", "edit", "add", "note")


def decided_on(request: Request, form: FormData, workspace: Workspace) -> str:
    """Store what a form decides, and give the address to go on at. UsageError says what is wrong with it."""
    session, sessions, asked = request.state.session, request.state.sessions, asked_in(form)
    decision, by = text_of(form, "decision", 20), session.by
    with workspace.desk() as desk:
        if decision == "undo":
            said, there = _undone(desk, asked, by, workspace)
        elif decision == "accept_shown":
            said, there = _accepted(desk, form, asked, by)
        elif decision == "statement":
            said, there = _statement(desk, form, asked, by, workspace)
        elif decision in SINGLE:
            said, there = _decided(desk, form, asked, by, decision)
        else:
            raise UsageError("Choose what to decide: accept, reject, unsure, edit, add or note.")
    sessions.say(session, said)
    return there


def _decided(desk: Desk, form: FormData, asked: Asked, by: str, decision: Decision) -> tuple[str, str]:
    item = _item(desk, text_of(form, "item", 40))
    listed = [matter_of(one) for one in asked.items(desk, by)]
    if shown_id(item) != text_of(form, "shown", 40):
        return "This coding has changed since it was shown; look again.", _at(asked, item)
    if decision == "note":
        note = text_of(form, "note", 2_000)
        if not note:
            raise UsageError("The note is empty.")
        desk.decide(item, "note", by, note=note)
        return "stored: the note", _at(asked, item)
    after: Coding | None = None
    words: tuple[Span, ...] = ()
    if decision in ("edit", "add"):
        after, words = _coding(form, desk), _words(form, item)
        taken = {matter_of(one) for one in desk.items}
        if decision == "add" and (item.statement.id, after.key) in taken:
            raise UsageError(f"{in_words(after)}: that is coded already; edit it instead.")
        if decision == "edit" and item.coding is None:
            decision = "add"
    review = desk.decide(item, decision, by, after=after, words=words, note=text_of(form, "note", 2_000))
    return f"stored: {told(review)}", _onward(desk, asked, by, matter_of(item), listed)


def _onward(desk: Desk, asked: Asked, by: str, matter: Matter, listed: Sequence[Matter]) -> str:
    """To the next item of the list, as it was before the decision, that is still there and not decided."""
    items = {matter_of(item): item for item in desk.items}
    there = [one for one in listed if one in items]
    place = there.index(matter) if matter in there else -1
    found = next_undecided(there, place, desk.decisions(by))
    return link("/review", asked.query) if found is None else _at(asked, items[there[found]])


def _undone(desk: Desk, asked: Asked, by: str, workspace: Workspace) -> tuple[str, str]:
    places = {placed.review.id: placed for placed in desk.placed}
    review = desk.undo(by)
    if review is None:
        return "There is nothing left to take back.", link("/review", asked.query)
    if review.decision == "statement":
        workspace.clear_desk()
        return f"taken back: {told(review)}", link("/review", asked.query)
    coding, placed = review.before or review.after, places.get(review.id)
    matter = (placed.statement or "", coding.key if coding else None) if placed else None
    item = next((item for item in desk.items if matter_of(item) == matter), None)
    return f"taken back: {told(review)}", _at(asked, item) if item else link("/review", asked.query)


def _accepted(desk: Desk, form: FormData, asked: Asked, by: str) -> tuple[str, str]:
    """Accept the items that were shown, as they were shown; what has changed since is left as it is."""
    shown = {value for value in form.getlist("shown") if isinstance(value, str)}
    items = [item for item in desk.items if item.coding is not None and shown_id(item) in shown]
    count = desk.accept_all(items, by)
    left = len(shown) - len(items)
    said = f"stored: accepted {count}" + (f"; {left} changed since they were shown and were left" if left else "")
    back = text_of(form, "back", 20)
    return said, link("/review/list" if back == "list" else "/review", asked.query)


def _statement(desk: Desk, form: FormData, asked: Asked, by: str, workspace: Workspace) -> tuple[str, str]:
    article = desk.articles.get(text_of(form, "article", 40))
    if article is None:
        raise UsageError("This article is not in the ledger.")
    content = [Span(*pair) for pair in spans_in(text_of(form, "spans", 400), len(article.text))]
    made = desk.add_statement(article.id, content, text_of(form, "speaker", 200), by)
    workspace.clear_desk()
    with workspace.desk() as fresh:
        item = next(item for item in fresh.items if item.statement.id == made.id)
    return "stored: a statement. Now decide what it says.", _at(asked, item)


def _coding(form: FormData, desk: Desk) -> Coding:
    issue, _, option = text_of(form, "option", 500).partition("=")
    stance, strength = text_of(form, "stance", 20), text_of(form, "strength", 20)
    said_on = text_of(form, "said_on", 10)
    if stance not in STANCES or strength not in STRENGTHS:
        raise UsageError("Choose a stance and a strength.")
    if said_on and not is_day_or_month(said_on):
        raise UsageError(f"{said_on} is no day or month. Write it as 2026-03-30 or 2026-03.")
    return Coding(
        text_of(form, "whose", 200),
        issue,
        option,
        stance,
        strength,
        text_of(form, "condition", 1_000) or None,
        said_on or None,
    )


def _words(form: FormData, item: Item) -> tuple[Span, ...]:
    """The words that support a coding: those selected, or those typed; none where neither was given."""
    pairs = spans_in(text_of(form, "spans", 400), len(item.article.text))
    if pairs:
        return tuple(Span(*pair) for pair in pairs)
    typed = text_of(form, "support", 2_000)
    found = places_of(typed, item) if typed else []
    if typed and len(found) != 1:
        many = f"stand there {len(found)} times; give more of them" if found else "do not stand in this paragraph"
        raise UsageError(f"These words {many}.")
    return tuple(found)


def _item(desk: Desk, id: str) -> Item:
    found = next((item for item in desk.items if item_id(item) == id), None)
    if found is None:
        raise HTTPException(404, "There is no such item to decide any more. Go back to the review.")
    return found


def _at(asked: Asked, item: Item) -> str:
    return link("/review", asked.query, item=item_id(item))
