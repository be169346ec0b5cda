"""The case editor: the case file in forms and as text, with what is wrong with it said as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.casework.caseediting import (
    add_entry,
    add_item,
    edited,
    remove_entry,
    remove_item,
    set_in_entry,
    set_option,
    set_value,
)
from zopa.casework.casefile import check_text, read_case_text
from zopa.errors import UsageError
from zopa.workbench.views.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.case import Rule
    from zopa.casework.caseediting import Edit
    from zopa.casework.casefile import CaseText
    from zopa.casework.folder import CaseFolder
    from zopa.workbench.views.page import Ask, Row


def editor(folder: CaseFolder, ask: Ask, *, given: CaseText | None = None, problem: str = "") -> Page:
    """The case file: parties, issues, options and rules in forms, the whole as text, and what is wrong with it."""
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
        "stored": stored,
        "stored_count": len(check_text(stored.text, folder).diagnostics),
        "as_text": ask.get("as") == "text" or case is None or given is not None,
        "lines": text.text.count("\n") + 1,
        "rules": [_rule_words(rule) for rule in case.rules] if case else [],
    }
    rows: list[Row] = [found.as_dict() for found in checked.diagnostics]
    return Page("editor.html", "Case file", data, rows)


def diagnosed(folder: CaseFolder, text: str) -> Page:
    """What is wrong with a text that is being written, line by line."""
    checked = check_text(text, folder)
    rows: list[Row] = [found.as_dict() for found in checked.diagnostics]
    data = {"diagnostics": rows, "usable": checked.usable}
    return Page("diagnostics.html", "What is wrong", data, rows, part="diagnostics.html")


def with_edit(text: str, fields: Mapping[str, str]) -> str:
    """The case file with one form's change made. Raises UsageError for a change that cannot be made."""
    return edited(text, [_edit(fields)])


def _edit(fields: Mapping[str, str]) -> Edit:
    what = fields.get("what", "")
    id = " ".join(fields.get("id", "").split())
    remove = fields.get("remove") == "yes"
    if what == "case":
        return _of_case(fields)
    if what in ("parties", "issues"):
        return remove_entry(what, id) if remove else _of_entry(what, id, fields)
    if what == "option":
        return set_option(fields.get("issue", ""), id, None if remove else _line(fields.get("definition", "")))
    if what == "rule":
        return remove_item("rules", _place(fields)) if remove else add_item("rules", _rule(fields))
    if what == "red_line":
        return remove_item("red_lines", _place(fields)) if remove else add_item("red_lines", _red_line(fields))
    raise UsageError("The form asks for a change nobody knows. Load the page again.")


def _of_case(fields: Mapping[str, str]) -> Edit:
    key = fields.get("key", "")
    if key not in ("title", "question", "as_of", "signatories", "ratifiers"):
        raise UsageError("The form asks for a change nobody knows. Load the page again.")
    value = fields.get("value", "")
    return set_value([key], _names(value) if key in ("signatories", "ratifiers") else _line(value))


def _of_entry(section: str, id: str, fields: Mapping[str, str]) -> Edit:
    values: dict[str, object] = {"name": _line(fields.get("name", ""))}
    if section == "parties":
        values["aliases"] = _names(fields.get("aliases", ""))
    elif fields.get("new") == "yes":
        values["options"] = _definitions(fields.get("options", ""))
    else:
        values["kind"] = "procedure" if fields.get("kind") == "procedure" else None
    return add_entry(section, id, values) if fields.get("new") == "yes" else set_in_entry(section, id, values)


def _definitions(text: str) -> dict[str, str]:
    """``id: definition`` line by line. Raises UsageError for a line without an id."""
    found = {}
    for line in text.splitlines():
        if line.strip():
            id, colon, definition = line.partition(":")
            if not colon or not id.strip() or not definition.strip():
                raise UsageError(f"Write each option as 'id: what would happen', not {line.strip()!r}.")
            found[id.strip()] = _line(definition)
    if len(found) < 2:
        raise UsageError("An issue has at least two options, one a line: 'id: what would happen'.")
    return found


def _rule(fields: Mapping[str, str]) -> dict[str, object]:
    rule: dict[str, object] = {}
    for key in ("if", "then", "never"):
        if fields.get(key, "").strip():
            rule[key] = _when(fields[key])
    if set(rule) not in ({"if", "then"}, {"never"}):
        raise UsageError("A rule says either 'if ... then ...' or 'never ...'.")
    if fields.get("because", "").strip():
        rule["because"] = _line(fields["because"])
    return rule


def _red_line(fields: Mapping[str, str]) -> dict[str, object]:
    reason = _line(fields.get("reason", ""))
    if not reason:
        raise UsageError("A red line that the analyst asserts needs its reason.")
    line: dict[str, object] = {
        "party": fields.get("party", ""),
        "when": _when(fields.get("when", "")),
        "reason": reason,
    }
    chance = fields.get("p", "").strip()
    if chance:
        try:
            line["p"] = float(chance)
        except ValueError as error:
            raise UsageError(f"{chance!r} is no probability.") from error
    return line


def _when(text: str) -> dict[str, object]:
    """``wage=6|7, term=24`` as a partial description of packages. Raises UsageError."""
    found: dict[str, object] = {}
    for part in text.split(","):
        issue, equals, options = part.partition("=")
        names = [option.strip() for option in options.split("|") if option.strip()]
        if not equals or not issue.strip() or not names:
            raise UsageError(f"Write what is meant as issue=option, issue=option|option; not {text.strip()!r}.")
        found[issue.strip()] = names[0] if len(names) == 1 else names
    return found


def _rule_words(rule: Rule) -> str:
    if rule.never:
        return f"never {_matching(rule.never)}"
    return f"if {_matching(rule.if_)} then {_matching(rule.then)}"


def _matching(when: Mapping[str, tuple[str, ...]]) -> str:
    return ", ".join(f"{issue}={'|'.join(options)}" for issue, options in when.items())


def _place(fields: Mapping[str, str]) -> int:
    text = fields.get("place", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1


def _names(text: str) -> list[str]:
    """Names separated by commas or lines, each once."""
    return list(dict.fromkeys(" ".join(name.split()) for name in text.replace("\n", ",").split(",") if name.strip()))


def _line(text: str) -> str:
    return " ".join(text.split())
