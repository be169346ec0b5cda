"""Scenarios kept by name in ``scenarios.yaml`` of the case folder: settings of the analyst's, no evidence."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from threading import Lock
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from zopa.casework.output import write
from zopa.casework.scenarios import scenario_from, scenario_query
from zopa.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case import Case
    from zopa.casework.folder import CaseFolder
    from zopa.casework.scenarios import Scenario

MOST = 200
LONGEST = 80
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Saved:
    """A scenario with its name. ``scenario`` is None, and ``why`` says what is wrong, where the case has moved on."""

    name: str
    query: str
    scenario: Scenario | None
    why: str = ""


def saved_scenarios(folder: CaseFolder, case: Case) -> tuple[Saved, ...]:
    """The scenarios kept for a case, in the order in which they were saved. Raises UsageError for an unusable file."""
    return tuple(_read(name, query, case) for name, query in _kept(folder).items())


def save_scenario(folder: CaseFolder, name: str, scenario: Scenario) -> None:
    """Keep a scenario under a name; one of that name is replaced. The file appears whole or not at all.

    Raises UsageError for an empty or too long name, and where ``MOST`` are kept already; OutputError where the file
    cannot be written.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise UsageError(f"A scenario needs a name of 1 to {LONGEST} characters.")
    with _LOCK:
        kept = _kept(folder)
        if name not in kept and len(kept) >= MOST:
            raise UsageError(f"{MOST} scenarios are kept already. Remove one first.")
        _write(folder, {**kept, name: scenario_query(scenario)})


def remove_scenario(folder: CaseFolder, name: str) -> bool:
    """Forget a scenario; False where none of that name is kept."""
    with _LOCK:
        kept = _kept(folder)
        if name not in kept:
            return False
        del kept[name]
        _write(folder, kept)
        return True


def _read(name: str, query: str, case: Case) -> Saved:
    try:
        return Saved(name, query, scenario_from(query, case))
    except UsageError as error:
        return Saved(name, query, None, str(error))


def _file(folder: CaseFolder) -> Path:
    return folder.path / "scenarios.yaml"


def _kept(folder: CaseFolder) -> dict[str, str]:
    path = _file(folder)
    if not path.exists():
        return {}
    try:
        found = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError, YAMLError) as error:  # a date of no calendar is a ValueError
        raise UsageError(f"{path} cannot be read as scenarios. Mend it or move it away.") from error
    scenarios = found.get("scenarios") if isinstance(found, dict) else found
    if scenarios is None:
        return {}
    if not isinstance(scenarios, dict) or not all(isinstance(query, str) for query in scenarios.values()):
        raise UsageError(f"{path} holds no scenarios. It is a mapping of names to queries; mend it or move it away.")
    return {str(name): query for name, query in scenarios.items()}


def _write(folder: CaseFolder, kept: dict[str, str]) -> None:
    yaml, text = YAML(), StringIO()
    yaml.width = 4096
    yaml.dump({"scenarios": kept}, text)
    write(_file(folder), text.getvalue())
