"""The case editor: the case file in forms and as text, with what is wrong with it said as it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.casework.casefile import check_text, read_case_text
from zopa.casework.casewritten import written
from zopa.errors import UsageError
from zopa.workbench.views.caseforms import with_edit
from zopa.workbench.views.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.casework.casefile import CaseText
    from zopa.casework.folder import CaseFolder
    from zopa.workbench.views.page import Ask, Row


def editor(
    folder: CaseFolder,
    ask: Ask,
    *,
    given: CaseText | None = None,
    typed: Mapping[str, str] | None = None,
    problem: str = "",
) -> Page:
    """The case file: parties, issues, options and rules in forms, the whole as text, and what is wrong with it.

    ``given`` is a text and ``typed`` are the fields of a form that were not saved because of the ``problem``.
    """
    stored = read_case_text(folder)
    text = given or stored
    checked = check_text(text.text, folder)
    case = checked.case or check_text(stored.text, folder).case
    data = {
        "text": text.text,
        "version": text.version,
        "case": case,
        "diagnostics": [found.as_dict() for found in checked.diagnostics],
        "usable": checked.usable,
        "problem": problem,
        "typed": {name: value for name, value in (typed or {}).items() if name not in ("token", "version", "remove")},
        "pending": False,
        "impossible": "",
        "stored": stored,
        "stored_count": len(check_text(stored.text, folder).diagnostics),
        "as_text": ask.get("as") == "text" or case is None or given is not None,
        "lines": text.text.count("\n") + 1,
        "written": written(text.text),
    }
    rows: list[Row] = [found.as_dict() for found in checked.diagnostics]
    return Page("editor.html", "Case file", data, rows)


def diagnosed(folder: CaseFolder, text: str) -> Page:
    """What is wrong with a text that is being written, line by line."""
    checked = check_text(text, folder)
    rows: list[Row] = [found.as_dict() for found in checked.diagnostics]
    data = {"diagnostics": rows, "usable": checked.usable, "pending": False, "impossible": ""}
    return Page("diagnostics.html", "What is wrong", data, rows, part="diagnostics.html")


def form_diagnosed(folder: CaseFolder, fields: Mapping[str, str]) -> Page:
    """What would be wrong with the case file with a form's change made; nothing is saved."""
    text, impossible = read_case_text(folder).text, ""
    try:
        text = with_edit(text, fields)
    except UsageError as error:
        impossible = str(error)
    page = diagnosed(folder, text)
    return replace(page, data={**page.data, "pending": True, "impossible": impossible})
