"""The case editor's addresses: the file in forms and as text, checked as it is written, saved over what was read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from zopa.casework.casefile import CaseChanged, CaseText, read_case_text, save_case_text
from zopa.errors import UsageError
from zopa.workbench.answers import Entry, action, text_of, view
from zopa.workbench.pages import render
from zopa.workbench.views.caseforms import with_edit
from zopa.workbench.views.editor import diagnosed, editor, form_diagnosed
from zopa.workbench.views.explore import answer_of, ask_of
from zopa.workbench.views.page import Ask

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.routing import Route

    from zopa.casework.folder import CaseFolder
    from zopa.workbench.answers import Answer
    from zopa.workbench.workspace import Workspace

MENU = (Entry("/case", "Case file"),)

LARGEST = 5_500_000
"""Bytes of a form that carries the whole text of a case file."""

LARGER = {"/case/text": LARGEST, "/case/check": LARGEST}


def routes(workspace: Workspace) -> list[Route]:
    """The routes of the case editor. Readers and reviewers see the file; only an editor changes it."""
    folder = workspace.folder
    return [
        *view("/case", partial(_shown, folder)),
        *action("/case/check", partial(_check, folder), "reader"),
        *action("/case/text", partial(_save_text, folder), "editor"),
        *action("/case/edit", partial(_edit, folder), "editor"),
    ]


def _shown(folder: CaseFolder, request: Request) -> Answer:
    """The case file: parties, issues, options and rules in forms, the whole as text, and what is wrong with it."""
    page = editor(folder, ask_of(request))
    return answer_of(page, request, may_edit=request.state.session.may("editor"), given_conflict=False)


def _check(folder: CaseFolder, request: Request, form: FormData) -> Response:
    """What is wrong with a text, or with what a form would make of the file, while it is written; nothing is saved."""
    page = form_diagnosed(folder, _fields(form)) if "what" in form else diagnosed(folder, _text(form))
    answer = answer_of(page, request)
    return render(request, page.template, **answer.context)


def _save_text(folder: CaseFolder, request: Request, form: FormData) -> Response:
    """Replace the case file by a text, unless the file was changed since it was read or the text holds no case."""
    text = _text(form)
    try:
        save_case_text(folder, text, text_of(form, "version"))
    except CaseChanged as error:
        return _again(folder, request, text, str(error), 409, conflict=True)
    except UsageError as error:
        return _again(folder, request, text, str(error), 422)
    return RedirectResponse("/case?as=text", 303)


def _edit(folder: CaseFolder, request: Request, form: FormData) -> Response:
    """Make one form's change in the case file, unless the file was changed since it was read."""
    fields = _fields(form)
    version = fields.get("version", "")
    stored = read_case_text(folder)
    try:
        if stored.version != version:
            raise CaseChanged(stored)
        save_case_text(folder, with_edit(stored.text, fields), version)
    except UsageError as error:
        status = 409 if isinstance(error, CaseChanged) else 422
        page = editor(folder, Ask(), typed=fields, problem=str(error))
        return render(request, page.template, status, **_context(page, request, conflict=False))
    return RedirectResponse("/case", 303)


def _again(
    folder: CaseFolder, request: Request, text: str, problem: str, status: int, *, conflict: bool = False
) -> Response:
    """The editor with the text that was not saved, and why."""
    page = editor(folder, Ask(), given=CaseText(text, ""), problem=problem)
    return render(request, page.template, status, **_context(page, request, conflict=conflict))


def _context(page: object, request: Request, *, conflict: bool) -> dict[str, object]:
    from zopa.workbench.views.page import Page

    assert isinstance(page, Page)
    return dict(answer_of(page, request, may_edit=True, given_conflict=conflict).context)


def _fields(form: FormData) -> dict[str, str]:
    return {key: value for key, value in form.items() if isinstance(value, str)}


def _text(form: FormData) -> str:
    found = form.get("text", "")
    if not isinstance(found, str):
        raise HTTPException(422, "The text of the case file is missing.")
    return found.replace("\r\n", "\n")
