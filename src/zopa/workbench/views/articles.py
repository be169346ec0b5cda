"""Articles: what the ledger holds, and reading new ones in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from zopa.errors import NothingReadable, UsageError
from zopa.workbench.answers import Answer, Entry, action, said, view
from zopa.workbench.background import Reading
from zopa.workbench.uploads import LARGEST_UPLOAD, MOST_FILES, store_all

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from zopa.workbench.workspace import Workspace

MENU = (Entry("/articles", "Articles"),)

LARGER = {"/articles/upload": LARGEST_UPLOAD}


def routes(workspace: Workspace) -> list[BaseRoute]:
    """The routes of the articles and of reading."""
    reading = Reading(workspace.folder)

    def articles(request: Request) -> Answer:
        context = {"now": reading.now.as_dict(), "said": said(request)}
        return Answer("articles.html", article_rows(workspace), {}, context)

    def progress(_: Request) -> Answer:
        now = reading.now.as_dict()
        return Answer("progress_page.html", [now], {}, {"now": now}, part="progress.html")

    def upload(request: Request, form: FormData) -> Response:
        files = [one for one in form.getlist("articles") if isinstance(one, UploadFile) and one.filename]
        if not files:
            raise UsageError("Choose at least one file.")
        found = store_all(workspace.folder, [(one.filename or "", one.file) for one in files])
        stored = [path.name for path in found]
        request.state.sessions.say(request.state.session, f"stored: {', '.join(stored)}")
        if not reading.now.running:
            reading.start(request.state.session.by)
        return RedirectResponse("/articles", 303)

    def read(request: Request, _: FormData) -> Response:
        reading.start(request.state.session.by)
        return RedirectResponse("/articles", 303)

    def stop(_: Request, __: FormData) -> Response:
        reading.stop()
        return RedirectResponse("/articles", 303)

    return [
        *view("/articles/progress", progress),
        *action("/articles/upload", upload, "editor", files=MOST_FILES),
        *action("/articles/read", read, "editor"),
        *action("/articles/stop", stop, "editor"),
        *view("/articles", articles),
    ]


def article_rows(workspace: Workspace) -> list[dict[str, Any]]:
    """One row an article, newest first; none where nothing has been read yet."""
    try:
        found = workspace.coded()
    except NothingReadable:
        return []
    counts: dict[str, int] = {}
    for statement in found.statements:
        counts[statement.article] = counts.get(statement.article, 0) + 1
    rows = [
        {
            "id": article.id,
            "doc": article.doc,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published.isoformat() if article.published else None,
            "text_kind": article.text_kind,
            "url": article.url,
            "statements": counts.get(article.id, 0),
        }
        for article in found.articles.values()
    ]
    return sorted(rows, key=lambda row: str(row["published"] or ""), reverse=True)
