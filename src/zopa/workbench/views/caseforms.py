"""The case editor's forms: what their fields ask for, as an edit of the case file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.entries import word
from zopa.casework.caseediting import edited
from zopa.casework.caseentries import (
    add_entry,
    add_item,
    remove_entry,
    remove_item,
    set_in_entry,
    set_item,
    set_option,
    set_value,
)
from zopa.casework.caseparts import (
    add_person,
    remove_person,
    scale_value,
    scale_values,
    set_person,
    set_place,
    set_places,
    set_scale,
)
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.casework.caseediting import Edit


def with_edit(text: str, fields: Mapping[str, str]) -> str:
    """The case file with one form's change made. Raises UsageError for a change that cannot be made."""
    return edited(text, _edits(fields))


def _edits(fields: Mapping[str, str]) -> list[Edit]:
    what, id = fields.get("what", ""), _line(fields.get("id", ""))
    remove = fields.get("remove") == "yes"
    if what == "case":
        return [_of_case(fields)]
    if what in ("parties", "issues"):
        return [remove_entry(what, id) if remove else _of_entry(what, id, fields)]
    if what == "person":
        return [_of_person(fields, remove=remove)]
    if what == "option":
        return _of_option(id, fields, remove=remove)
    if what == "scale":
        values, unit = scale_values(fields.get("scale", "")), _line(fields.get("unit", ""))
        return [set_scale(id, values, unit, fields.get("divisible") == "yes")]
    if what == "places":
        places = fields.get("places", "").strip()
        return [set_places(id, scale_values(places) if places else [])]
    if what in ("rule", "red_line"):
        return [_of_item(what, fields, remove=remove)]
    raise UsageError("The form asks for a change nobody knows. Load the page again.")


def _of_item(what: str, fields: Mapping[str, str], *, remove: bool) -> Edit:
    """A rule or a red line is added, or the one at a place changed or removed."""
    section = f"{what}s"
    if remove:
        return remove_item(section, _place(fields))
    value = _rule(fields) if what == "rule" else _red_line(fields)
    if "place" not in fields:
        return add_item(section, value)
    keys = ("never", "if", "then", "because") if what == "rule" else ("party", "when", "reason", "because", "p")
    return set_item(section, _place(fields), {key: value.get(key) for key in keys})


def _of_person(fields: Mapping[str, str], *, remove: bool) -> Edit:
    party, known = fields.get("party", ""), _line(fields.get("person", ""))
    if remove:
        return remove_person(party, known)
    values = {
        "name": _line(fields.get("name", "")),
        "aliases": _names(fields.get("aliases", "")),
        "office": _line(fields.get("office", "")),
    }
    return set_person(party, known, values) if known else add_person(party, values)


def _of_option(id: str, fields: Mapping[str, str], *, remove: bool) -> list[Edit]:
    issue = fields.get("issue", "")
    if remove:
        return [set_option(issue, id, None)]
    place = fields.get("value", "").strip()
    edits = [set_option(issue, id, _line(fields.get("definition", "")))]
    return [*edits, set_place(issue, id, scale_value(place))] if place else edits


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
        scale = fields.get("scale", "").strip()
        values["scale"] = scale_values(scale) if scale else None
        values["unit"] = _line(fields.get("unit", ""))
        values["options"] = _definitions(fields.get("options", ""), fewest=0 if scale else 2)
    else:
        values["kind"] = "procedure" if fields.get("kind") == "procedure" else None
    return add_entry(section, id, values) if fields.get("new") == "yes" else set_in_entry(section, id, values)


def _definitions(text: str, fewest: int) -> dict[str, str]:
    """``id: definition`` line by line. Raises UsageError for a line without an id."""
    found = {}
    for line in text.splitlines():
        if line.strip():
            id, colon, definition = line.partition(":")
            if not colon or not id.strip() or not definition.strip():
                raise UsageError(f"Write each option as 'id: what would happen', not {line.strip()!r}.")
            found[id.strip()] = _line(definition)
    if len(found) < fewest:
        raise UsageError("An issue without a scale has at least two options, one a line: 'id: what would happen'.")
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
        names = [_option(option.strip()) for option in options.split("|") if option.strip()]
        if not equals or not issue.strip() or not names:
            raise UsageError(f"Write what is meant as issue=option, issue=option|option; not {text.strip()!r}.")
        found[issue.strip()] = names[0] if len(names) == 1 else names
    return found


def _option(text: str) -> object:
    """An option as the file has it: a value of a scale is written as a number or a date, not as a quoted word."""
    try:
        value = scale_value(text)
    except UsageError:
        return text
    return value if word(value) == text else text


def _place(fields: Mapping[str, str]) -> int:
    text = fields.get("place", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1


def _names(text: str) -> list[str]:
    """Names separated by commas or lines, each once."""
    return list(dict.fromkeys(" ".join(name.split()) for name in text.replace("\n", ",").split(",") if name.strip()))


def _line(text: str) -> str:
    return " ".join(text.split())
