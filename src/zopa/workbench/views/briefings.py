"""The briefing within the workbench: to be read here, and to be taken along as a page, as Markdown, text or data."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from html import unescape
from importlib.metadata import version
from typing import TYPE_CHECKING, get_args

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from zopa.casework.briefs import Form, brief, render
from zopa.errors import UsageError
from zopa.workbench.answers import Answer, Entry, page_only
from zopa.workbench.openapi import openapi
from zopa.workbench.views import explore

if TYPE_CHECKING:
    from starlette.requests import Request

    from zopa.briefing import Briefing
    from zopa.workbench.workspace import Workspace

MENU = (Entry("/briefing", "Briefing"),)

KINDS: dict[Form, tuple[str, str, str]] = {
    "html": ("text/html; charset=utf-8", "html", "One page that needs nothing else: to be mailed, printed, kept"),
    "md": ("text/markdown; charset=utf-8", "md", "Markdown"),
    "text": ("text/plain; charset=utf-8", "txt", "Text for a terminal"),
    "json": ("application/json", "json", "Everything in it as data"),
}
"""The forms of a briefing: content type, ending of its file, and what it is good for."""

_OWN_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
"""The policy that the page itself carries: it names its style and script by their hashes, and nothing else runs."""


def routes(workspace: Workspace) -> list[Route]:
    """The routes of the briefing, and the description of all routes."""
    return [
        *page_only("/briefing", partial(_chosen, workspace)),
        *page_only("/briefing/{form}", partial(_briefing, workspace)),
        Route("/openapi.json", _described, methods=["GET"]),
    ]


def _chosen(workspace: Workspace, request: Request) -> Answer:
    """The briefing in the forms in which it can be read and taken along."""
    page = {"kinds": KINDS, "as_of": _day(request), "case": workspace.case(), "title": "Briefing"}
    return Answer("briefing_choice.html", context={**explore.SHARED, **page})


def _briefing(workspace: Workspace, request: Request) -> Response:
    """The briefing as html, md, text or json; with ``download`` as a file to be kept."""
    form = request.path_params["form"]
    if form not in get_args(Form):
        raise HTTPException(404, "There is no such form of a briefing.")
    as_of = _day(request)
    found: Briefing = workspace.cached(
        ("briefing", workspace.revision(), as_of), lambda: brief(workspace.folder.path, as_of=as_of)
    )
    kind, ending, _ = KINDS[form]
    headers = {}
    if "download" in request.query_params:
        name = f"{_ascii(workspace.case().id)}-{found.as_of.isoformat()}.{ending}"
        headers["content-disposition"] = f'attachment; filename="{name}"'
    text = render(found, form)
    own = _OWN_POLICY.search(text) if form == "html" else None
    if own is not None:
        headers["content-security-policy"] = f"{unescape(own[1])}; frame-ancestors 'none'"
    return Response(text, media_type=kind, headers=headers)


async def _described(request: Request) -> JSONResponse:
    """What the workbench answers, as an OpenAPI description."""
    return JSONResponse(openapi(request.app.routes, explore.VIEWS, "zopa workbench", version("zopa")))


def _day(request: Request) -> date | None:
    asked = request.query_params.get("as_of")
    if not asked:
        return None
    try:
        return date.fromisoformat(asked)
    except ValueError as error:
        raise UsageError(f"{asked!r} is no day. Write it as 2031-03-09.") from error


def _ascii(id: str) -> str:
    return "".join(character if character.isascii() and character.isalnum() else "-" for character in id)
