"""Reading what binds: logical rules, red lines, stakes and orders of importance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.case.case import RedLine, Rule
from zopa.case.entries import items_of, text
from zopa.case.keys import RED_LINE_KEYS, RULE_KEYS

if TYPE_CHECKING:
    from zopa.case.findings import Findings, Place
    from zopa.case.references import References


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A rule and where in the file it stands."""

    rule: Rule
    place: Place


def read_rules(references: References, value: Any, place: Place) -> tuple[tuple[PlacedRule, ...], tuple[str, ...]]:
    """The logical rules under ``place``, and the sentences among them, which are coding notes (ZP023)."""
    rules: list[PlacedRule] = []
    notes: dict[Place, str] = {}
    for item, item_place in _list(references.findings, value, place, "'rules'"):
        if isinstance(item, str):
            notes[item_place] = " ".join(item.split())
        elif isinstance(item, dict):
            rule = _rule(references, item, item_place)
            rules += [] if rule is None else [PlacedRule(rule, item_place)]
        else:
            references.findings.wrong_kind(item_place, "This rule", "a mapping with 'if' and 'then', or 'never'", item)
    if notes:
        how_many = "1 rule is a sentence" if len(notes) == 1 else f"{len(notes)} rules are sentences"
        references.findings.report("ZP023", next(iter(notes)), f"{how_many}, read as coding notes and not as logic.")
    return tuple(rules), tuple(notes.values())


def _rule(references: References, item: dict[Any, Any], place: Place) -> Rule | None:
    findings = references.findings
    findings.check_keys(item, RULE_KEYS, place, "a rule")
    clauses = {key for key in ("if", "then", "never") if key in item}
    if clauses not in ({"if", "then"}, {"never"}):
        findings.report("ZP022", place, f"This rule has {' and '.join(sorted(clauses)) or 'no condition'}.")
        return None
    read = {key: references.partial(item[key], (*place, key), f"{key!r} of a rule") for key in sorted(clauses)}
    if any(partial is None for partial in read.values()):
        return None
    because = text(findings, item.get("because"), (*place, "because"), "'because'") or None
    return Rule(if_=read.get("if") or {}, then=read.get("then") or {}, never=read.get("never") or {}, because=because)


def read_red_lines(references: References, value: Any, place: Place) -> tuple[RedLine, ...]:
    """The red lines the analyst asserts; those that cannot be used are reported and left out."""
    findings = references.findings
    read: list[RedLine | None] = []
    for item, item_place in _list(findings, value, place, "'red_lines'"):
        if isinstance(item, dict):
            read.append(_red_line(references, item, item_place))
        else:
            findings.wrong_kind(item_place, "This red line", "a mapping with party, when and reason", item)
    return tuple(line for line in read if line is not None)


def _red_line(references: References, item: dict[Any, Any], place: Place) -> RedLine | None:
    findings = references.findings
    findings.check_keys(item, RED_LINE_KEYS, place, "a red line")
    missing = [key for key in ("party", "when") if item.get(key) is None]
    for key in missing:
        findings.report("ZP004", place, f"This red line has no {key!r}.")
    reason_key = "reason" if "reason" in item else "because"
    reason = text(findings, item.get(reason_key), (*place, reason_key), "The reason of a red line")
    if not reason:
        findings.report("ZP028", place, "This red line has no reason.")
    p = probability(findings, item.get("p", 1.0), (*place, "p"), "The probability of a red line")
    if missing:
        return None
    party = references.party(item["party"], (*place, "party"))
    when = references.partial(item["when"], (*place, "when"), "'when' of a red line")
    if party is None or when is None:
        return None
    return RedLine(party=party, when=when, reason=reason, p=p)


def read_issue_lists(references: References, value: Any, place: Place, what: str) -> dict[str, tuple[str, ...]]:
    """A mapping from party to issues, as under ``stakes`` and ``order``."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        references.findings.wrong_kind(place, what, "a mapping from party to a list of issues", value)
        return {}
    read: dict[str, tuple[str, ...]] = {}
    for key, issues in value.items():
        party = references.party(key, (*place, key))
        listed = references.issue_list(issues, (*place, key))
        if party is not None and listed:
            read[party] = listed
    return read


def probability(findings: Findings, value: Any, place: Place, what: str) -> float:
    """A number from 0 to 1; anything else is reported (ZP005, ZP030) and read as 1."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        findings.wrong_kind(place, what, "a number from 0 to 1", value)
        return 1.0
    if not 0 <= value <= 1:
        findings.report("ZP030", place, f"{what} is {value}, which is not between 0 and 1.")
        return 1.0
    return float(value)


def _list(findings: Findings, value: Any, place: Place, what: str) -> list[tuple[Any, Place]]:
    """The items of a list with their places; a single mapping or sentence may stand without the list."""
    if isinstance(value, list | dict | str | None):
        return items_of(value, place)
    findings.wrong_kind(place, what, "a list", value)
    return []
