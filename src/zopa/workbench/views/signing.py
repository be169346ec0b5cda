"""Signing in and out, where the workbench has accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from zopa.workbench.answers import Entry, action, text_of
from zopa.workbench.pages import local_path, render

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from zopa.workbench.workspace import Workspace

MENU: tuple[Entry, ...] = ()


def routes(workspace: Workspace) -> list[BaseRoute]:
    """The routes of signing in and out; they are open to everybody."""
    from starlette.routing import Route

    def page(request: Request) -> Response:
        _only_with_accounts(request)
        there = local_path(request.query_params.get("next", "")) or "/"
        return render(request, "sign_in.html", next=there, fault="")

    def sign_in(request: Request, form: FormData) -> Response:
        _only_with_accounts(request)
        name, there = text_of(form, "name", 100), local_path(text_of(form, "next", 2_000)) or "/"
        password = form.get("password", "")
        accounts, patience = request.app.state.accounts, request.app.state.patience
        address = request.client.host if request.client else ""
        if patience.exhausted(name, address):
            fault = "Too many wrong passwords. Wait five minutes and try again."
            return render(request, "sign_in.html", 429, next=there, fault=fault)
        account = accounts.check(name, password if isinstance(password, str) else "")
        if account is None:
            patience.failed(name, address)
            return render(
                request, "sign_in.html", 401, next=there, fault="This name and password do not belong together."
            )
        request.state.session = request.state.sessions.sign_in(account.name, account.role)
        return RedirectResponse(there, 303)

    def sign_out(request: Request, _: FormData) -> Response:
        request.state.sessions.sign_out(request.state.session)
        return RedirectResponse("/sign-in" if request.app.state.access.accounts else "/", 303)

    return [
        Route("/sign-in", page, methods=["GET"]),
        *action("/sign-in", sign_in, None),
        *action("/sign-out", sign_out, None),
    ]


def _only_with_accounts(request: Request) -> None:
    if not request.app.state.access.accounts:
        raise HTTPException(404, "Nobody signs in here: this workbench is reached from this computer alone.")
