"""The application: routes gathered from the view modules, the layers every request passes, errors as pages."""

from __future__ import annotations

import hashlib
import logging
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from zopa.errors import CaseError, LedgerError, NothingReadable, UsageError, ZopaError
from zopa.workbench.accounts import Patience
from zopa.workbench.answers import json_error
from zopa.workbench.pages import render
from zopa.workbench.safety import HEADERS, BodyTooLarge, Safety, loopback
from zopa.workbench.sessions import Session, Sessions, WithSession

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from zopa.workbench.accounts import Accounts
    from zopa.workbench.answers import Entry
    from zopa.workbench.safety import Access
    from zopa.workbench.workspace import Workspace

VIEWS = ("explore", "review", "differing", "decisions", "comments", "articles", "signing", "caseeditor", "briefings")
"""The modules of :mod:`zopa.workbench.views`, in the order of the menu.

Each has ``routes(workspace)``, its routes; ``MENU``, the entries it has in the menu; and, where it takes larger bodies
than a form, ``LARGER``, the paths with their limits in bytes.
"""

_LOG = logging.getLogger("zopa.workbench")

STATUS: dict[type[ZopaError], int] = {UsageError: 400, NothingReadable: 409, CaseError: 409, LedgerError: 503}
"""The HTTP status of what a view raises; 500 for the rest."""


def create_app(
    workspace: Workspace, *, access: Access | None = None, accounts: Accounts | None = None, by: str = "reviewer"
) -> Starlette:
    """The workbench of one case as an ASGI application.

    ``access`` says how it is reached (by default from this computer, on port 8470); ``by`` is the name reviews are
    stored under where nobody signs in; ``accounts`` are needed where ``access`` says that one does.
    """
    access = access or loopback(8470)
    sessions = Sessions(by=by, accounts=accounts, secure=access.secure, name=_cookie_name(workspace))
    modules = [import_module(f"zopa.workbench.views.{name}") for name in VIEWS]
    routes: list[BaseRoute] = [route for module in modules for route in module.routes(workspace)]
    menu: list[Entry] = [entry for module in modules for entry in module.MENU]
    if not any(isinstance(route, Route) and route.path == "/" for route in routes):
        routes.append(Route("/", lambda _: RedirectResponse(menu[0].path, 303)))
    static = StaticFiles(directory=Path(str(resources.files("zopa.workbench").joinpath("static"))))
    larger = {path: limit for module in modules for path, limit in getattr(module, "LARGER", {}).items()}
    app = Starlette(
        routes=[*routes, Mount("/static", static)],
        middleware=[Middleware(Safety, access, larger), Middleware(WithSession, sessions)],
        exception_handlers={HTTPException: _http_error, ZopaError: _zopa_error, BodyTooLarge: _too_large, 500: _broken},
    )
    app.state.workspace, app.state.access, app.state.sessions, app.state.menu = workspace, access, sessions, menu
    app.state.accounts, app.state.patience = accounts, Patience()
    app.state.title = lambda: _title(workspace)
    return app


def _cookie_name(workspace: Workspace) -> str:
    """Cookies do not tell ports apart, so two cases served on one computer need two names."""
    return "zopa_" + hashlib.sha256(str(workspace.folder.path).encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _title(workspace: Workspace) -> str:
    """The case's title; its folder's name where the file cannot be used."""
    try:
        case = workspace.case()
    except (ZopaError, OSError):
        return workspace.folder.path.name
    return case.title or case.id


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    known = {404: "There is no such page.", 405: "This address takes no such request."}
    told = error.detail if error.detail and error.status_code not in known else known.get(error.status_code, "")
    return _told(request, error.status_code, told or error.detail)


def _zopa_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ZopaError)
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)
    diagnostics = getattr(error, "diagnostics", ())
    plain = request.url.path.endswith((".json", ".csv"))
    told = str(error) if plain or not diagnostics else "The case cannot be used as it stands: mend what is named below."
    return _told(request, status, told, diagnostics)


def _too_large(request: Request, error: Exception) -> Response:
    return _told(request, 413, str(error))


def _broken(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    told = "Something went wrong here. What was decided before is stored; the terminal says more."
    reply = _told(request, 500, told)
    reply.headers.update(HEADERS)  # Starlette answers this outside every layer of ours
    return reply


def _told(request: Request, status: int, message: str, diagnostics: Any = ()) -> Response:
    """One clear message, as a page or as data."""
    if request.url.path.endswith((".json", ".csv")):
        return json_error(status, message)
    if not hasattr(request.state, "session"):
        request.state.session = Session("", "", "", "reader")
    shown = [str(diagnostic) for diagnostic in diagnostics]
    return render(request, "error.html", status, message=message, diagnostics=shown, number=status)
