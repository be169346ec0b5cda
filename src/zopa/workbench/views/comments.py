"""Comments: threads on statements and on cells of the matrix. They decide nothing and are never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse

from zopa.errors import UsageError
from zopa.ledger import Cell, Comment, anchor_of
from zopa.ledger.comment import LONGEST
from zopa.workbench.answers import Answer, Entry, action, text_of, view
from zopa.workbench.pages import local_path

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from zopa.ledger import Anchor
    from zopa.workbench.workspace import Workspace

MENU = (Entry("/comments", "Comments"),)


def routes(workspace: Workspace) -> list[BaseRoute]:
    """The routes of the comments."""

    def every(request: Request) -> Answer:
        about = request.query_params.get("about", "")
        threads = workspace.comments()
        rows = [comment_row(one) for subject, found in threads.items() if about in ("", subject) for one in found]
        return Answer("comments.html", rows, {"about": about}, {"label": lambda subject: _label(workspace, subject)})

    def add(request: Request, form: FormData) -> Response:
        text = text_of(form, "text", LONGEST)
        if not text:
            raise UsageError("The comment is empty.")
        about = _about(workspace, text_of(form, "about", 500))
        reply_to = text_of(form, "reply_to", 40)
        comment = Comment(about, request.state.session.by, datetime.now(UTC), text, reply_to)
        if reply_to and reply_to not in {one.id for one in workspace.comments().get(comment.subject, ())}:
            raise UsageError("The comment this answers is not here.")
        workspace.ledger.add_comment(comment)
        request.state.sessions.say(request.state.session, "stored: the comment")
        return RedirectResponse(local_path(text_of(form, "next", 2_000)) or "/comments", 303)

    return [*view("/comments", every), *action("/comments", add)]


def comment_row(comment: Comment) -> dict[str, Any]:
    """A comment as plain data."""
    return {
        "id": comment.id,
        "about": comment.subject,
        "by": comment.by,
        "at": comment.at.isoformat(timespec="seconds"),
        "text": comment.text,
        "reply_to": comment.reply_to or None,
    }


def thread_about(workspace: Workspace, subject: str) -> list[dict[str, Any]]:
    """The comments on a subject, each answer after what it answers, with its ``depth``."""
    rows = [comment_row(one) for one in workspace.comments().get(subject, ())]
    answers: dict[str | None, list[dict[str, Any]]] = {}
    for row in rows:
        answers.setdefault(row["reply_to"], []).append(row)
    ordered: list[dict[str, Any]] = []
    waiting = [(row, 0) for row in reversed(answers.get(None, ()))]
    while waiting:
        row, depth = waiting.pop()
        ordered.append({**row, "depth": min(depth, 4)})
        waiting += [(answer, depth + 1) for answer in reversed(answers.get(row["id"], ()))]
    return ordered


def _about(workspace: Workspace, subject: str) -> Anchor | Cell:
    """What a comment is about. Raises UsageError for what is not in the case."""
    kind, _, name = subject.partition(":")
    found = workspace.gathered()
    if kind == "cell":
        party, _, issue = name.partition("/")
        if party in {one.id for one in found.case.parties} and issue in {one.id for one in found.case.issues}:
            return Cell(party, issue)
    if kind == "statement":
        statement = next((one for one in found.statements if one.id == name), None)
        if statement is not None:
            return anchor_of(statement, found.articles[statement.article])
    raise UsageError("There is no such statement or cell to comment on any more.")


def _label(workspace: Workspace, subject: str) -> str:
    """What a subject is called: the speaker of a statement, or party and issue."""
    kind, _, name = subject.partition(":")
    if kind == "cell":
        return name.replace("/", " on ", 1)
    found = next((one for one in workspace.gathered().statements if one.id == name), None)
    return (
        f"{found.speaker}, {workspace.gathered().articles[found.article].doc}" if found else "a statement that is gone"
    )
