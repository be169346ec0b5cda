"""Pages from templates: everything from outside passes Jinja's autoescape and loses its control characters."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from zopa.briefing.page import clean, figure, safe_address
from zopa.briefing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page of the workbench.

    Every template has ``session``, ``menu`` (path and name of each entry the session may use), ``here`` (the path of
    the page) and ``case_title``; ``asset(name)``, ``link(path, **query)`` and ``safe_address(url)`` as functions;
    ``plain`` and ``figure`` as filters.
    """
    session = request.state.session
    known = {
        "session": session,
        "menu": [(entry.path, entry.name) for entry in request.app.state.menu if session.may(entry.role)],
        "here": request.url.path,
        "case_title": request.app.state.title(),
        "signing_in": request.app.state.access.accounts,
    }
    return HTMLResponse(environment().get_template(template).render(**{**known, **context}), status)


def link(path: str, query: Mapping[str, Any] | None = None, **more: Any) -> str:
    """A path with a query; what is empty or None is left out of it."""
    asked = {name: value for name, value in {**(query or {}), **more}.items() if value not in (None, "", [], ())}
    return f"{path}?{urlencode(asked, doseq=True)}" if asked else path


def local_path(address: str) -> str | None:
    """The address if it is a path of this workbench, with its query; None for any other, so that no form leads away."""
    if not address.startswith("/") or address.startswith("//") or not address.isprintable() or "\\" in address:
        return None
    return address


@cache
def asset(name: str) -> str:
    """The address of one of our own files; it names the content, so that a browser may keep it."""
    content = resources.files("zopa.workbench").joinpath("static", name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(content).hexdigest()[:12]}"


@cache
def environment() -> Environment:
    """The templates of the workbench, and those of the briefing: the shapes of the stances are drawn once."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("zopa.workbench"), PackageLoader("zopa.briefing")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    made.filters |= {"plain": plain, "figure": figure}
    made.globals |= {"asset": asset, "link": link, "safe_address": safe_address}
    return made
