"""Review: one statement at a time in its article, the suggested coding beside it, decided with single keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from zopa.casework.codings import in_words, told
from zopa.casework.keys import ACTIONS, keys_of, save_keys
from zopa.casework.reviewing import matter_of
from zopa.casework.sitting import next_undecided, where_stopped
from zopa.coverage import words_of
from zopa.errors import UsageError
from zopa.workbench.answers import Answer, Entry, action, page_only, said, text_of, view
from zopa.workbench.pages import link
from zopa.workbench.views.asked import FILTERS, asked_in, item_id, shown_id
from zopa.workbench.views.comments import thread_about
from zopa.workbench.views.deciding import decided_on
from zopa.workbench.views.marked import pieces_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from zopa.case import Case
    from zopa.casework.reviewing import Item
    from zopa.ledger import Review
    from zopa.positions import Matter
    from zopa.workbench.views.asked import Asked
    from zopa.workbench.workspace import Workspace

MENU = (Entry("/review", "Review"),)

A_PAGE = 50
"""Items on one page of the list: what is accepted at once is never more than what one can look at."""


def routes(workspace: Workspace) -> list[BaseRoute]:
    """The routes of the review."""

    def one(request: Request) -> Answer:
        return _one(request, workspace)

    def many(request: Request) -> Answer:
        return _many(request, workspace)

    def decide(request: Request, form: FormData) -> Response:
        return RedirectResponse(decided_on(request, form, workspace), 303)

    def keys(request: Request) -> Answer:
        placed = {action: key for key, action in keys_of(request.state.session.account).items()}
        rows = [{"action": name, "key": placed[name], "does": does} for name, (_, does) in ACTIONS.items()]
        return Answer("keys.html", rows)

    def move(request: Request, form: FormData) -> Response:
        own = {name: text_of(form, name, 20) or ACTIONS[name][0] for name in ACTIONS}
        save_keys(own, request.state.session.account)
        request.state.sessions.say(request.state.session, "The keys are stored.")
        return RedirectResponse("/review/keys", 303)

    def rename(request: Request, form: FormData) -> Response:
        if request.app.state.access.accounts:
            raise HTTPException(403, "Reviews are stored under the name of your account.")
        by = " ".join(text_of(form, "by", 100).split())
        if not by:
            raise UsageError("Say who reviews: the name is empty.")
        request.state.session = request.state.sessions.rename(request.state.session, by)
        return RedirectResponse("/review", 303)

    return [
        *page_only("/review/keys", keys),
        *action("/review/keys", move),
        *action("/review/decide", decide),
        *action("/review/by", rename),
        *view("/review/list", many),
        *view("/review", one),
    ]


def _one(request: Request, workspace: Workspace) -> Answer:
    session, asked = request.state.session, asked_in(request.query_params)
    with workspace.desk() as desk:
        items, mine, case = asked.items(desk, session.by), desk.decisions(session.by), desk.case
        every = desk.items
    wanted = request.query_params.get("item", "")
    rows = [item_row(item, mine) for item in items]
    if wanted and wanted not in {row["item"] for row in rows}:  # asked for by its address, whatever the filters say
        items = [*(item for item in every if item_id(item) == wanted), *items]
    matters = [matter_of(item) for item in items]
    place = _place(items, matters, mine, wanted)
    context: dict[str, Any] = {"asked": asked, "switches": FILTERS, "known": _known(workspace), "item": None}
    context |= {"said": said(request), "open": sum(one not in mine for one in matters)}
    context |= {"keys": {name: key for key, name in keys_of(session.account).items()}, "case": case}
    if place is not None:
        item = items[place]
        siblings = [one for one in every if one.statement.id == item.statement.id and one is not item]
        context |= _shown(item, siblings, case, mine) | {
            "place": place,
            "listed": len(items),
            "before": _at(asked, items, (place - 1) % len(items)),
            "after": _at(asked, items, (place + 1) % len(items)),
            "thread": thread_about(workspace, f"statement:{item.statement.id}"),
        }
    return Answer("review.html", rows, {"filters": asked.query, "by": session.by}, context)


def _many(request: Request, workspace: Workspace) -> Answer:
    session, asked = request.state.session, asked_in(request.query_params)
    with workspace.desk() as desk:
        items, mine = asked.items(desk, session.by), desk.decisions(session.by)
    page = request.query_params.get("page", "1")
    last = max(1, -(-len(items) // A_PAGE))
    number = min(max(int(page), 1), last) if page.isascii() and page.isdigit() and len(page) < 8 else 1
    every = request.url.path.endswith((".json", ".csv"))
    shown = items if every else items[(number - 1) * A_PAGE : number * A_PAGE]
    context = {"asked": asked, "switches": FILTERS, "known": _known(workspace), "number": number, "last": last}
    context |= {"said": said(request)}
    rows = [item_row(item, mine) for item in shown]
    return Answer("review_list.html", rows, {"filters": asked.query, "by": session.by}, context, total=len(items))


def item_row(item: Item, mine: Mapping[Matter, Review]) -> dict[str, Any]:
    """An item as plain data: whose words, where, how it is coded, and what this reviewer decided."""
    statement, article, coding, position = item.statement, item.article, item.coding, item.position
    review = mine.get(matter_of(item))
    return {
        "item": item_id(item),
        "shown": shown_id(item),
        "statement": statement.id,
        "doc": article.doc,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "speaker": statement.speaker,
        "said_on": statement.said_on,
        "words": " ".join(words_of(statement.content, article.text).split()),
        "party": coding.party if coding else None,
        "issue": coding.issue if coding else None,
        "option": coding.option if coding else None,
        "stance": coding.stance if coding else None,
        "strength": coding.strength if coding else None,
        "condition": coding.condition if coding else None,
        "confidence": position.confidence if position else None,
        "counted": position.counted if position else None,
        "decision": review.decision if review else None,
    }


def _place(items: Sequence[Item], matters: Sequence[Matter], mine: Mapping[Matter, Review], wanted: str) -> int | None:
    """The place of the item asked for; where none is, that where this reviewer stopped; None where all is decided."""
    if wanted:
        found = next((place for place, item in enumerate(items) if item_id(item) == wanted), None)
        if found is not None:
            return found
    if not items or next_undecided(matters, -1, mine) is None:
        return None
    return where_stopped(matters, list(mine))


def _at(asked: Asked, items: Sequence[Item], place: int) -> str:
    return link("/review", asked.query, item=item_id(items[place]))


def _shown(item: Item, siblings: Sequence[Item], case: Case, mine: Mapping[Matter, Review]) -> dict[str, Any]:
    """What the page says of one item."""
    statement, article = item.statement, item.article
    marks = [("content", span) for span in statement.content] + [("cue", span) for span in statement.cue]
    marks += [("source", span) for span in statement.source]
    if item.coding:
        marks += [("support", span) for span in item.words]
    issue = case.issue(item.coding.issue) if item.coding else None
    option = (
        next((one for one in issue.options if item.coding and one.id == item.coding.option), None) if issue else None
    )
    review = mine.get(matter_of(item))
    return {
        "item": item,
        "id": item_id(item),
        "shown": shown_id(item),
        "issue": issue,
        "option": option,
        "pieces": pieces_of(article.text, marks),
        "siblings": [
            {"id": item_id(one), "line": in_words(one.coding), "shown": shown_id(one)} for one in siblings if one.coding
        ],
        "mine": told(review) if review else "",
        "start": (review.after if review and review.after else item.coding),
    }


def _known(workspace: Workspace) -> dict[str, Any]:
    """What the filters can be set to."""
    found = workspace.coded()
    outlets = sorted({article.outlet for article in found.articles.values() if article.outlet})
    return {"parties": found.case.parties, "issues": found.case.issues, "sources": outlets}
