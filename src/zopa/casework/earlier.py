"""The briefing that a new one is compared with: what was known on a day, or a briefing kept as a JSON file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zopa.briefing.json_text import FORMAT
from zopa.briefing.since import Earlier
from zopa.errors import UsageError
from zopa.positions.position import STANCES, STRENGTHS

if TYPE_CHECKING:
    from zopa.briefing.briefing import Chosen
    from zopa.case import Case


def since_of(value: str) -> date | Path:
    """What ``--since`` names: a day (YYYY-MM-DD) or a briefing in JSON. Raises UsageError for neither."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    path = Path(value)
    if not path.is_file():
        raise UsageError(f"--since {value} is neither a day (YYYY-MM-DD) nor a file with an earlier briefing in JSON.")
    return path


def read_earlier(path: Path, case: Case) -> Earlier:
    """The briefing in a JSON file, as far as it is compared. Raises UsageError where it is none, or of another case."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        name = path.with_suffix(".json").name
        raise UsageError(f"{path} cannot be read as JSON. Make one with: zopa brief CASE -o {name}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UsageError(f"{path} is not a briefing in JSON. Make one with: zopa brief CASE -o briefing.json")
    try:
        found = _earlier(data)
        parties = {str(one["id"]) for one in data["parties"]}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{path} is a briefing whose parts do not fit together; it may have been edited.") from error
    if not parties & {party.id for party in case.parties}:
        raise UsageError(
            f"{path} is a briefing of another case: it has none of the parties of {case.title or case.id}."
        )
    return found


def _earlier(data: dict[str, Any]) -> Earlier:
    head, made = data["headline"] or {}, data["method"]
    fixed = {"Version": made["version"], "Reader": made["reader"], "Coder": made["coder"]}
    run = {"Seed": made["seed"], "Draws": made["draws"]}
    settings = {str(one["name"]): str(one["value"]) for one in made["settings"]}
    package = head.get("package")
    return Earlier(
        as_of=date.fromisoformat(data["as_of"]),
        point=float(head["point"]) if package is not None and data["articles"] else None,
        se=float(head.get("se", 0.0)),
        package=_chosen(package or {}),
        articles=frozenset(str(one["id"]) for one in data["articles"]),
        cells={
            (str(cell["party"]), str(cell["issue"])): frozenset(
                (str(one["option"]), one["stance"], one["strength"])
                for one in cell["entries"]
                if one["stance"] in STANCES and one["strength"] in STRENGTHS
            )
            for cell in data["cells"]
        },
        obstacles=tuple((str(one["party"]), str(one["label"])) for one in data["obstacles"]),
        proposals=frozenset(
            (str(one["proposer"]), str(one["on"] or ""), _chosen(one["package"])) for one in data["proposals"]
        ),
        made={name: str(value) for name, value in (fixed | run).items()} | settings,
    )


def _chosen(package: dict[str, Any]) -> Chosen:
    return tuple((str(issue), str(option)) for issue, option in package.items())
