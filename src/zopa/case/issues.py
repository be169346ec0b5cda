"""Reading the issues and their options, ordered ones among them."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any, Literal

from zopa.case.case import Issue, Option
from zopa.case.entries import Entry, entries, text, usable, word
from zopa.case.findings import kind_of
from zopa.case.keys import ISSUE_KEYS, OPTION_KEYS
from zopa.case.names import Names

if TYPE_CHECKING:
    from zopa.case.findings import Findings, Place
    from zopa.case.zone_references import GroundReferences


def read_issues(ground: GroundReferences, value: Any, place: Place) -> tuple[Issue, ...]:
    """The issues under ``place``, in the order of the file; issues that cannot be used are reported and left out.

    ``ground`` looks up the zones and parties that the transfers of options name.
    """
    findings = ground.findings
    found = entries(findings, value, place, "issue", ("id", "name"), ISSUE_KEYS.keys())
    issues = tuple(_issue(ground, entry) for entry in usable(findings, found, "issue", "ZP014"))
    if issues and all(issue.kind == "procedure" for issue in issues):
        findings.report("ZP032", place, "No issue is one of substance.")
    return issues


def _issue(ground: GroundReferences, entry: Entry) -> Issue:
    findings = ground.findings
    details = _details(findings, entry)
    findings.check_keys(details, ISSUE_KEYS, entry.place, f"issue {entry.id!r}")
    options = _options(ground, entry, details)
    if len(options) < 2 and (options or "scale" not in details):
        how_many = "one option" if options else "no option"
        findings.report("ZP016", entry.place, f"The issue {entry.id!r} has {how_many}.")
    _report_thin_definitions(findings, entry, options)
    return Issue(
        id=entry.id,
        name=text(findings, details.get("name"), (*entry.place, "name"), "The name of an issue", entry.id),
        kind=_kind(findings, details.get("kind"), (*entry.place, "kind")),
        options=options,
        unit=text(findings, details.get("unit"), (*entry.place, "unit"), "A unit") or None,
        divisible=_flag(findings, details.get("divisible"), (*entry.place, "divisible")),
    )


def _details(findings: Findings, entry: Entry) -> dict[str, Any]:
    if isinstance(entry.details, dict):
        return entry.details
    if isinstance(entry.details, list):
        return {"options": entry.details}
    if entry.details is not None:
        findings.wrong_kind(entry.place, f"What is said of issue {entry.id!r}", "a mapping with options", entry.details)
    return {}


def _kind(findings: Findings, value: Any, place: Place) -> Literal["substance", "procedure"]:
    if value in (None, "substance"):
        return "substance"
    if value != "procedure":
        findings.report("ZP005", place, f"The kind of an issue is {kind_of(value)}; expected procedure or substance.")
    return "procedure"


def _flag(findings: Findings, value: Any, place: Place) -> bool:
    if isinstance(value, bool) or value is None:
        return bool(value)
    findings.wrong_kind(place, "'divisible'", "true or false", value)
    return False


def _options(ground: GroundReferences, issue: Entry, details: dict[str, Any]) -> tuple[Option, ...]:
    findings = ground.findings
    if "scale" in details:
        return _scale_options(ground, issue, details)
    if details.get("options") is None:
        return ()
    place: Place = (*issue.place, "options") if isinstance(issue.details, dict) else issue.place
    options = tuple(option for _, option in _declared(ground, details["options"], place))
    values = [option.value for option in options if option.value is not None]
    if values and (len(values) < len(options) or not _increasing(values)):
        findings.report("ZP029", place, f"The values of issue {issue.id!r} do not increase from option to option.")
    return options


def _scale_options(ground: GroundReferences, issue: Entry, details: dict[str, Any]) -> tuple[Option, ...]:
    """The options of an ordered issue are the values of its scale; definitions may stand beside them."""
    findings = ground.findings
    place: Place = (*issue.place, "scale")
    values = details["scale"]
    if not isinstance(values, list):
        findings.wrong_kind(place, f"The scale of {issue.id!r}", "a list of numbers or dates", values)
        return ()
    ids, places_on_scale = [word(value) or "" for value in values], [_number(value) for value in values]
    if not _one_kind(values) or not _increasing([number for number in places_on_scale if number is not None]):
        message = f"The scale of issue {issue.id!r} is not an increasing list of numbers or of dates."
        findings.report("ZP029", place, message)
        return ()
    names, described = Names.of(ids), {}
    beside = details.get("options")
    for entry, option in _declared(ground, beside, (*issue.place, "options")) if beside is not None else ():
        found = names.find(entry.id)
        if found is None:
            message = f"{entry.id!r} is not on the scale of issue {issue.id!r}."
            findings.report("ZP012", entry.place, message, names.suggestion(entry.id))
        else:
            described[found] = option
    scale = zip(ids, places_on_scale, strict=True)
    return tuple(described.get(id, Option(id=id)).model_copy(update={"id": id, "value": at}) for id, at in scale)


def _declared(ground: GroundReferences, value: Any, place: Place) -> list[tuple[Entry, Option]]:
    found = entries(ground.findings, value, place, "option", ("id", "name"), OPTION_KEYS.keys())
    return [(entry, _option(ground, entry)) for entry in usable(ground.findings, found, "option", "ZP015")]


def _option(ground: GroundReferences, entry: Entry) -> Option:
    findings, details = ground.findings, entry.details
    if not isinstance(details, dict):
        definition = text(findings, details, entry.place, f"The definition of option {entry.id!r}")
        return Option(id=entry.id, definition=definition)
    findings.check_keys(details, OPTION_KEYS, entry.place, f"option {entry.id!r}")
    key = next((key for key in ("definition", "description") if key in details), "name")
    definition = text(findings, details.get(key), (*entry.place, key), f"The definition of option {entry.id!r}")
    if key == "name" and definition == entry.id:
        definition = ""
    value = details.get("value")
    if value is not None and _number(value) is None:
        findings.wrong_kind((*entry.place, "value"), f"The value of option {entry.id!r}", "a number or a date", value)
    transfer = ground.transfers(details.get("transfer"), (*entry.place, "transfer"))
    return Option(id=entry.id, definition=definition, value=_number(value), transfer=transfer)


def _number(value: Any) -> float | None:
    """A place on a scale: a finite number as it is, a date as its day number."""
    if isinstance(value, date):
        return float(value.toordinal())
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e15 or value != value:
        return None
    return float(value)


def _one_kind(values: list[Any]) -> bool:
    dates = [isinstance(value, date) for value in values]
    return all(_number(value) is not None for value in values) and (all(dates) or not any(dates))


def _increasing(values: list[float]) -> bool:
    return all(left < right for left, right in pairwise(values))


def _report_thin_definitions(findings: Findings, issue: Entry, options: tuple[Option, ...]) -> None:
    """Report options the coder can hardly recognise (ZP026) and pairs it cannot tell apart (ZP027, ZP034)."""
    thin = [option.id for option in options if option.value is None and len(option.definition.split()) < 2]
    if thin:
        message = f"Issue {issue.id!r}: no definition, or one of a single word, for {', '.join(thin)}."
        findings.report("ZP026", issue.place, message)
    first: dict[frozenset[str], str] = {}
    for option in options:
        other = first.setdefault(_words(option.definition), option.id)
        if option.definition and other != option.id:
            message = f"Issue {issue.id!r}: options {other!r} and {option.id!r} are defined in the same words."
            findings.report("ZP027", issue.place, message)
    for narrow, wide in permutations(options, 2):
        if narrow.value is None and _stands_in(narrow.definition, wide.definition):
            message = f"Issue {issue.id!r}: the definition of {wide.id!r} holds that of {narrow.id!r}."
            findings.report("ZP034", issue.place, message)


def _stands_in(short: str, long: str) -> bool:
    """Whether a definition of two words or more stands, word for word, within a longer one."""
    words, others = _in_order(short), _in_order(long)
    return words.count(" ") > 2 and words != others and words in others


def _in_order(definition: str) -> str:
    """The words of a definition, each between spaces."""
    return "".join(f" {word} " for word in re.findall(r"[\w%]+(?:[.,]\d+)?", definition.casefold()))


def _words(definition: str) -> frozenset[str]:
    """The words of a definition without regard to order, case and articles: all that tells options apart."""
    return frozenset(re.findall(r"[\w%]+(?:[.,]\d+)?", definition.casefold())) - {"the", "a", "an"}
