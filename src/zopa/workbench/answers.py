"""An answer in three forms from the same plain data: a page, JSON and CSV; and requests that change something."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from zopa.workbench.pages import render
from zopa.workbench.sessions import Role, same_token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request

FORMS = ("", ".json", ".csv")
"""What may follow the address of a view."""

TOKEN = "token"
"""The name of the form's field that holds the session's token; the header is ``X-Zopa-Token``."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins with one of these for a formula."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu, and the least role that sees it."""

    path: str
    name: str
    role: Role = "reader"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a view has to say.

    ``rows`` are plain data, the rows of the CSV and of the JSON; ``about`` is what else the JSON says (the date, the
    filters); ``total`` says how many rows there are where ``rows`` are only one page of them. The page is ``template``
    with ``rows``, ``about``, ``count``, ``total`` and ``context``; a request by htmx gets ``part`` instead, where there
    is one.
    """

    template: str
    rows: Sequence[Mapping[str, Any]] = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)
    total: int | None = None
    part: str | None = None


def view(path: str, answer: Callable[[Request], Answer | Response], role: Role = "reader") -> list[Route]:
    """The routes of a view: its page at ``path``, the same data at ``path.json`` and ``path.csv``.

    ``answer`` runs in a thread; it may raise any ZopaError, which becomes a page with its message.
    """

    def route(form: str) -> Route:
        async def endpoint(request: Request) -> Response:
            if refused := _refused(request, role, form):
                return refused
            return await run_in_threadpool(_formed, request, answer, form)

        endpoint.__doc__ = _says(answer)
        return Route(path + form, endpoint, methods=["GET"], name=path.strip("/").replace("/", "_") + form)

    return [route(form) for form in reversed(FORMS)]


def page_only(path: str, answer: Callable[[Request], Answer | Response], role: Role = "reader") -> list[Route]:
    """The route of a page that has no data of its own, as a form."""

    async def endpoint(request: Request) -> Response:
        if refused := _refused(request, role, ""):
            return refused
        return await run_in_threadpool(_formed, request, answer, "")

    endpoint.__doc__ = _says(answer)
    return [Route(path, endpoint, methods=["GET"])]


def action(
    path: str,
    act: Callable[[Request, FormData], Response],
    role: Role | None = "reviewer",
    *,
    files: int = 0,
    fields: int = 200,
) -> list[Route]:
    """The route of a change: POST, only with the session's token, in a thread. ``files`` at most come with it.

    ``role`` None is for signing in and out, which anybody may do.
    """

    async def endpoint(request: Request) -> Response:
        if role is not None and (refused := _refused(request, role, "")):
            return refused
        async with request.form(max_files=files, max_fields=fields) as form:
            given = request.headers.get("x-zopa-token") or form.get(TOKEN)
            if not isinstance(given, str) or not same_token(request.state.session, given):
                raise HTTPException(403, "This page is from before the workbench was last started. Reload it.")
            return await run_in_threadpool(act, request, form)

    endpoint.__doc__ = _says(act)
    return [Route(path, endpoint, methods=["POST"])]


def _says(function: Callable[..., Any]) -> str:
    """What a function does, as its docstring says it; the description of the routes is made from it."""
    return getattr(function, "func", function).__doc__ or ""


def text_of(form: FormData, name: str, longest: int = 10_000) -> str:
    """A field of a form as text, stripped; empty where there is none. HTTPException 422 where it is too long."""
    value = form.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise HTTPException(422, f"The field {name} takes a text of at most {longest:,} characters.")
    return value.strip()


def said(request: Request) -> str:
    """What the session's last change wants said, once, on the next page; data leave it for that page."""
    if request.url.path.endswith(FORMS[1:]):
        return ""
    told: str = request.state.sessions.heard(request.state.session)
    return told


def as_json(answer: Answer) -> dict[str, Any]:
    """The data of an answer: how many rows are here and how many there are, what they are about, the rows."""
    count = len(answer.rows)
    return {
        "count": count,
        "total": count if answer.total is None else answer.total,
        **answer.about,
        "rows": list(answer.rows),
    }


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as CSV (RFC 4180) with a heading; lists become JSON, and no cell is a formula to a spreadsheet."""
    text = io.StringIO()
    keys = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.DictWriter(text, keys, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _refused(request: Request, role: Role, form: str) -> Response | None:
    """The reply to a session that may not do this; None where it may."""
    session = request.state.session
    if request.app.state.access.accounts and session.account is None:
        if form or request.method != "GET":
            raise HTTPException(401, "Sign in first.")
        there = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/sign-in?next={quote(there)}", 303)
    if not session.may(role):
        raise HTTPException(403, f"Your account is that of a {session.role}; this takes a {role}.")
    return None


def _formed(request: Request, answer: Callable[[Request], Answer | Response], form: str) -> Response:
    found = answer(request)
    if isinstance(found, Response):
        return found
    if form == ".json":
        # Through our own encoder: dates and spans become plain, and no half characters go out.
        text = json.dumps(as_json(found), ensure_ascii=True, default=str)
        return Response(text, media_type="application/json")
    if form == ".csv":
        total = len(found.rows) if found.total is None else found.total
        headers = {"x-zopa-count": str(len(found.rows)), "x-zopa-total": str(total)}
        content = as_csv(found.rows).encode("utf-8", "replace")
        return Response(content, media_type="text/csv; charset=utf-8; header=present", headers=headers)
    template = found.part if found.part and request.headers.get("hx-request") == "true" else found.template
    count = len(found.rows)
    total = count if found.total is None else found.total
    known = {"rows": found.rows, "about": found.about, "count": count, "total": total}
    return render(request, template, **{**known, **found.context})


def json_error(status: int, message: str) -> JSONResponse:
    """An error as data."""
    return JSONResponse({"error": message}, status)
