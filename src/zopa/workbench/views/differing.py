"""What reviewers decided differently, side by side, to be settled; what was settled, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse

from zopa.casework.codings import in_words, told
from zopa.casework.differing import differences, settle_difference
from zopa.errors import UsageError
from zopa.ledger import standing
from zopa.workbench.answers import Answer, action, said, text_of, view
from zopa.workbench.views.asked import item_id

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from zopa.casework.differing import Difference
    from zopa.ledger import Review
    from zopa.workbench.answers import Entry
    from zopa.workbench.workspace import Workspace

MENU: tuple[Entry, ...] = ()

HERE = "/review/differences"
UNSURE = "unsure"
"""What is sent where none of the decisions is to hold."""


def routes(workspace: Workspace) -> list[BaseRoute]:
    """The routes of the differences; who may review may settle, as in the terminal."""

    def listed(request: Request) -> Answer:
        """What reviewers decided differently, side by side, and what was settled by whom."""
        return _listed(request, workspace)

    def settle(request: Request, form: FormData) -> Response:
        """Settle a difference: one of the decisions holds, or it stays unsure; who settled it is stored."""
        return _settle(request, form, workspace)

    return [*view(HERE, listed), *action("/review/settle", settle)]


def _listed(request: Request, workspace: Workspace) -> Answer:
    with workspace.desk() as desk:
        found = differences(desk)
    shown = [
        {
            "row": _row(one),
            "item": one.item,
            "address": f"/review?item={item_id(one.item)}",
            "reviews": [(review, told(review)) for review in one.reviews],
        }
        for one in found
    ]
    context = {"shown": shown, "settled": _settled(workspace), "said": said(request), "unsure": UNSURE}
    return Answer("differences.html", [_row(one) for one in found], {}, context)


def _row(one: Difference) -> dict[str, Any]:
    item = one.item
    return {
        "item": item_id(item),
        "statement": item.statement.id,
        "speaker": item.statement.speaker,
        "doc": item.article.doc,
        "words": " … ".join(" ".join(span.of(item.article.text).split()) for span in item.statement.content),
        "coding": in_words(item.coding) if item.coding else None,
        "decisions": [
            {"review": review.id, "by": review.by, "at": review.at.isoformat(timespec="seconds"), "says": told(review)}
            for review in one.reviews
        ],
    }


def _settled(workspace: Workspace) -> list[dict[str, Any]]:
    """What was settled and stands, the newest first: by whom, and whose decisions it took the place of."""
    reviews = workspace.ledger.reviews()
    known = {review.id: review for review in reviews}
    return [
        {
            "review": review,
            "says": told(review),
            "on": in_words(review.before) if review.before else "the statement as a whole",
            "instead": [(known[id].by, told(known[id])) for id in review.supersedes if id in known],
        }
        for review in reversed(standing(reviews))
        if review.supersedes and review.decision != "undo"
    ]


def _settle(request: Request, form: FormData, workspace: Workspace) -> Response:
    session, sessions, holds = request.state.session, request.state.sessions, text_of(form, "holds", 40)
    shown = {value for value in form.getlist("review") if isinstance(value, str)}
    with workspace.desk() as desk:
        found = next((one for one in differences(desk) if {review.id for review in one.reviews} == shown), None)
        if found is None:
            sessions.say(session, "This difference has changed since it was shown, or is settled; look again.")
        else:
            review = settle_difference(desk, found, _chosen(found, holds), session.by)
            sessions.say(session, f"settled by {session.by}: {told(review)}")
    return RedirectResponse(HERE, 303)


def _chosen(found: Difference, holds: str) -> Review | None:
    if holds == UNSURE:
        return None
    for review in found.reviews:
        if review.id == holds:
            return review
    raise UsageError("Choose which decision holds.")
