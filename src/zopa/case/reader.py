"""Reading ``case.yaml``: every short form into one shape, every problem of the file reported together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from zopa.case.case import Case
from zopa.case.clauses import PlacedRule, read_issue_lists, read_red_lines, read_rules
from zopa.case.codes import CODES
from zopa.case.dates import read_date
from zopa.case.entries import ID_FORBIDDEN, text, texts, word
from zopa.case.feasibility import blamed, excluded
from zopa.case.findings import Findings
from zopa.case.issues import read_issues
from zopa.case.keys import CASE_KEYS
from zopa.case.parties import read_parties
from zopa.case.placeholders import report_placeholders
from zopa.case.references import References
from zopa.case.settings import read_settings
from zopa.case.talk_reading import read_talks
from zopa.case.unparsable import why_unparsable
from zopa.case.zone_reading import read_territory
from zopa.diagnostics import Diagnostic
from zopa.errors import CaseError
from zopa.lined_yaml import LinedDocument, YamlProblem, read_lined

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case.case import Issue

CASE_FILE = "case.yaml"
"""The name of the file that makes a folder a case."""

LARGEST_CASE_FILE = 5_000_000
"""Bytes; a larger file is no case file (ZP009)."""


def load_case(folder: Path) -> Case:
    """The case of a folder.

    Raises CaseError where it has errors: its message names the first and counts the rest, its ``diagnostics`` hold all
    of them, warnings included.
    """
    case, diagnostics = check_case(folder)
    if case is not None:
        return case
    first, *rest = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    more = f" (and {len(rest)} more; 'zopa check' lists them)" if rest else ""
    raise CaseError(f"{first}{more}", diagnostics)


def check_case(folder: Path) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    """The case of a folder, or None where it cannot be used, and everything that is wrong with it in order of lines.

    ``folder`` may also name the case file itself. Nothing is raised for what is wrong with the file.
    """
    path = folder if folder.suffix in (".yaml", ".yml") and not folder.is_dir() else folder / CASE_FILE
    document, problems = _open(path)
    if document is None:
        return None, problems
    findings = Findings(str(path), document)
    case = _read(findings, document.data, path.absolute().parent.name)
    return (None if findings.broken else case), findings.in_order()


def _open(path: Path) -> tuple[LinedDocument | None, tuple[Diagnostic, ...]]:
    """The document, or what keeps it from being read at all."""

    def problem(code: str, message: str, line: int | None = None) -> tuple[None, tuple[Diagnostic, ...]]:
        return None, (Diagnostic(code, "error", message, CODES[code].fix, str(path), line),)

    try:
        if path.stat().st_size > LARGEST_CASE_FILE:
            return problem("ZP009", f"The file has {path.stat().st_size:,} bytes.")
        document = read_lined(path)
    except FileNotFoundError:
        return problem("ZP001", "There is no case.yaml here.")
    except OSError as error:
        return problem("ZP001", f"The file cannot be opened: {error.strerror}.")
    except YamlProblem as error:
        return None, why_unparsable(path) or problem("ZP002", f"This is not YAML: {error.reason}.", error.line)[1]
    except RecursionError:
        return problem("ZP002", "This is not YAML that can be used: it is nested too deeply or contains itself.")
    if document.data in (None, "", {}, []):
        return problem("ZP006", "The file is empty.")
    if not isinstance(document.data, dict):
        kind = "a list" if isinstance(document.data, list) else "a single value"
        return problem("ZP007", f"The file is {kind}.", 1)
    return document, ()


def _read(findings: Findings, data: dict[Any, Any], folder: str) -> Case | None:
    findings.check_keys(data, CASE_KEYS, (), "a case")
    for key in ("parties", "issues"):
        if data.get(key) in (None, [], {}):
            findings.report("ZP004", (key,) if key in data else (), f"The case has no {key}.")
    parties = read_parties(findings, data["parties"], ("parties",)) if data.get("parties") is not None else ()
    territory, ground = read_territory(findings, data, parties)
    issues = read_issues(ground, data["issues"], ("issues",)) if data.get("issues") is not None else ()
    references = References.of(findings, parties, issues)
    rules, prose = read_rules(references, data.get("rules"), ("rules",))
    ratifiers = references.party_list(data.get("ratifiers"), ("ratifiers",))
    others = tuple(party.id for party in parties if party.id not in ratifiers)
    id = _id(findings, data, folder)
    fields = {
        "id": id,
        "title": text(findings, data.get("title"), ("title",), "'title'", id),
        "question": text(findings, data.get("question"), ("question",), "'question'"),
        "as_of": read_date(findings, data.get("as_of"), ("as_of",)),
        "parties": parties,
        "issues": issues,
        "signatories": references.party_list(data.get("signatories"), ("signatories",)) or others,
        "ratifiers": ratifiers,
        "rules": tuple(placed.rule for placed in rules),
        "red_lines": read_red_lines(references, data.get("red_lines"), ("red_lines",)),
        "stakes": read_issue_lists(references, data.get("stakes"), ("stakes",), "'stakes'"),
        "order": read_issue_lists(references, data.get("order"), ("order",), "'order'"),
        "coding_notes": (*_notes(findings, data, "coding_notes"), *prose, *_notes(findings, data, "not_coded")),
        "stances": _wordings(findings, data.get("stances"), ("stances",)),
        "strengths": _wordings(findings, data.get("strengths"), ("strengths",)),
        "settings": read_settings(findings, data.get("settings"), ("settings",)),
        "territory": territory,
        "talks": read_talks(references, data, parties),
    }
    _report_rules(findings, rules, issues)
    report_placeholders(findings, parties, issues)
    return None if findings.broken else Case.model_validate(fields)


def _id(findings: Findings, data: dict[Any, Any], folder: str) -> str:
    """The id of the case; left out, the folder's name without what an id may not hold."""
    key = "case" if data.get("case") is not None else "id"
    given = text(findings, data.get(key), (key,), "The id of the case")
    if any(character in given for character in ID_FORBIDDEN):
        findings.report("ZP017", (key,), f"{given!r} cannot be the id of a case.")
    return given or re.sub(rf"[\s{re.escape(ID_FORBIDDEN)}]+", "-", folder).strip("-") or "case"


def _notes(findings: Findings, data: dict[Any, Any], key: str) -> tuple[str, ...]:
    return texts(findings, data.get(key), (key,), f"A line of {key!r}")


def _wordings(findings: Findings, value: Any, place: tuple[str, ...]) -> dict[str, str]:
    """A mapping from a word to its meaning; a list of words gives no meanings."""
    if isinstance(value, list):
        return dict.fromkeys(texts(findings, value, place, "A word of the list"), "")
    if value is not None and not isinstance(value, dict):
        findings.wrong_kind(place, f"{place[-1]!r}", "a mapping from word to meaning", value)
        return {}
    return {word(key) or "": text(findings, item, (*place, key), "A meaning") for key, item in (value or {}).items()}


def _report_rules(findings: Findings, placed: tuple[PlacedRule, ...], issues: tuple[Issue, ...]) -> None:
    """Report rules that leave no package (ZP020), else the options they exclude altogether (ZP021)."""
    domains = {issue.id: frozenset(option.id for option in issue.options) for issue in issues}
    if not placed or not all(domains.values()):
        return
    rules = [rule.rule for rule in placed]
    guilty = blamed(rules, domains)
    if guilty:
        where = _lines(findings, [placed[index] for index in guilty])
        findings.report("ZP020", placed[guilty[0]].place, f"No package keeps {where}.")
    for issue, option in excluded(rules, domains):
        guilty = blamed(rules, {**domains, issue: frozenset({option})})
        where = _lines(findings, [placed[index] for index in guilty])
        message = f"{where[0].upper()}{where[1:]} exclude{'s' if len(guilty) == 1 else ''} {issue}={option} altogether."
        findings.report("ZP021", placed[guilty[0]].place, message)


def _lines(findings: Findings, rules: list[PlacedRule]) -> str:
    lines = [str(findings.line_of(rule.place)) for rule in rules]
    if len(lines) == 1:
        return f"the rule on line {lines[0]}"
    return f"the rules on lines {', '.join(lines[:-1])} and {lines[-1]} together"
