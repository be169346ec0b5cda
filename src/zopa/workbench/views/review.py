"""Review: one statement at a time in its article, the suggested coding beside it, decided with single keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.casework.reviewing import matter_of
from zopa.coverage import words_of
from zopa.workbench.answers import Answer, Entry, view

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from zopa.workbench.workspace import Workspace

MENU = (Entry("/review", "Review"),)


def routes(workspace: Workspace) -> list[BaseRoute]:
    """The routes of the review."""

    def review(request: Request) -> Answer:
        with workspace.desk() as desk:
            items, decided = desk.items, desk.decisions(request.state.session.by)
        rows: list[dict[str, Any]] = [
            {
                "statement": item.statement.id,
                "doc": item.article.doc,
                "speaker": item.statement.speaker,
                "words": words_of(item.words, item.article.text),
                "decided": matter_of(item) in decided,
            }
            for item in items
        ]
        return Answer("review.html", rows)

    return [*view("/review", review)]
