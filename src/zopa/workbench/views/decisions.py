"""Decisions: who decided what and when, with what was taken back since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.casework.codings import in_words, told
from zopa.ledger import standing
from zopa.workbench.answers import Answer, Entry, view

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from zopa.workbench.workspace import Workspace

MENU = (Entry("/decisions", "Decisions"),)

A_PAGE = 100


def routes(workspace: Workspace) -> list[BaseRoute]:
    """The routes of the decisions."""

    def decisions(request: Request) -> Answer:
        by, page = request.query_params.get("by", ""), request.query_params.get("page", "1")
        every = decision_rows(workspace)
        rows = [row for row in every if by in ("", row["by"])]
        last = max(1, -(-len(rows) // A_PAGE))
        number = min(max(int(page), 1), last) if page.isascii() and page.isdigit() and len(page) < 8 else 1
        whole = request.url.path.endswith((".json", ".csv"))
        shown = rows if whole else rows[(number - 1) * A_PAGE : number * A_PAGE]
        people: dict[str, int] = {}
        for row in every:
            people[row["by"]] = people.get(row["by"], 0) + 1
        context = {"people": sorted(people.items()), "number": number, "last": last}
        return Answer("decisions.html", shown, {"by": by}, context, total=len(rows))

    return [*view("/decisions", decisions)]


def decision_rows(workspace: Workspace) -> list[dict[str, Any]]:
    """One row a review of the ledger, newest first; ``stands`` is False where it was taken back or replaced."""

    def make() -> list[dict[str, Any]]:
        reviews = workspace.ledger.reviews()
        stands = {review.id for review in standing(reviews)}
        docs = {id: article.doc for id, article in workspace.coded().articles.items()}
        return [
            {
                "id": review.id,
                "at": review.at.isoformat(timespec="seconds"),
                "by": review.by,
                "decision": review.decision,
                "says": "taken back" if review.decision == "undo" else told(review),
                "on": in_words(review.before) if review.before else None,
                "speaker": review.target.speaker,
                "words": " … ".join(" ".join(quote.exact.split()) for quote in review.target.quotes),
                "doc": docs.get(review.target.article),
                "note": review.note or None,
                "stands": review.id in stands,
            }
            for review in reversed(reviews)
        ]

    return workspace.cached(("decisions", workspace.revision()), make)
