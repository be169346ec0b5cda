"""Reading one MODEL file piece by piece: every helper returns the piece, or reports a diagnostic and returns None."""

from __future__ import annotations

import difflib
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zopa.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.lined_yaml import Key, LinedDocument
    from zopa.settlements.model import Band, Issue, When

Path = tuple["Key", ...]
"""The keys and indices that lead from the top of the file to a place in it."""


def name_of(raw: object) -> str | None:
    """The one name of a party, issue or option: 20, 20.0 and '20' are all '20'. None for what is no name."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    return str(raw) if isinstance(raw, int | str) and str(raw) != "" else None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, if any is much like it."""
    by_lower = {each.lower(): each for each in known}
    found = difflib.get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


@dataclass(slots=True)
class Sheet:
    """A MODEL file while it is being read: its content, the names declared so far, and what was found wrong."""

    document: LinedDocument
    file: str
    parties: tuple[str, ...] = ()
    issues: dict[str, Issue] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, path: Path, message: str, fix: str, severity: Severity = "error") -> None:
        """Add a diagnostic at the line ``path`` leads to."""
        self.found.append(Diagnostic(code, severity, message, fix, self.file, self.document.line_of(path)))

    def mapping(self, raw: object, path: Path, what: str, keys: tuple[str, ...] | None = None) -> dict[Any, Any]:
        """A mapping (empty where left out or wrong); with ``keys``, unknown ones are reported."""
        if raw is None:
            return {}
        if not isinstance(raw, dict):
            self.report("ZP205", path, f"{what} should be a mapping.", "Write it as 'key: value' pairs.")
            return {}
        if keys is not None:
            for key in raw:
                if key not in keys:
                    self._unknown("ZP203", "key", key, keys, (*path, key), what)
        return raw

    def sequence(self, raw: object, path: Path, what: str) -> list[Any]:
        """A list (empty where left out or wrong)."""
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.report("ZP205", path, f"{what} should be a list.", "Put it in square brackets.")
            return []
        return raw

    def number(self, raw: object, path: Path, what: str) -> float | None:
        """A finite number."""
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            self.report("ZP205", path, f"{what} should be a number, not {raw!r}.", "Write a number.")
            return None
        try:
            number = float(raw)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            self.report("ZP210", path, f"{what} is {raw}.", "Write a finite number.")
            return None
        return number

    def band(self, raw: object, path: Path, what: str) -> Band | None:
        """A number or a pair [low, high]."""
        if not isinstance(raw, list):
            number = self.number(raw, path, what)
            return None if number is None else (number, number)
        if len(raw) != 2:
            self.report("ZP205", path, f"{what} should be a number or a pair.", "Write [low, high].")
            return None
        low, high = (self.number(raw[k], (*path, k), what) for k in (0, 1))
        if low is None or high is None:
            return None
        if low > high:
            self.report("ZP211", path, f"{what} runs from {low:g} down to {high:g}.", "Write [low, high].")
            return None
        return low, high

    def unit_band(self, raw: object, path: Path, what: str, code: str) -> Band | None:
        """A band inside [0, 1]; ``code`` is reported where it is not."""
        band = self.band(raw, path, what)
        if band is not None and not 0 <= band[0] <= band[1] <= 1:
            self.report(code, path, f"{what} is outside [0, 1].", "Write a number between 0 and 1.")
            return None
        return band

    def probability(self, raw: object, path: Path, what: str) -> float | None:
        """A number in [0, 1]."""
        number = self.number(raw, path, what)
        if number is not None and not 0 <= number <= 1:
            self.report("ZP219", path, f"{what} is {number:g}.", "Write a number between 0 and 1.")
            return None
        return number

    def text(self, raw: object, path: Path, what: str) -> str | None:
        """A text; None where left out."""
        if raw is None or isinstance(raw, str):
            return raw
        self.report("ZP205", path, f"{what} should be a text.", "Put it in quotation marks.")
        return None

    def texts(self, raw: object, path: Path, what: str) -> tuple[str, ...]:
        """A list of texts."""
        entries = self.sequence(raw, path, what)
        return tuple(str(entry) for entry in entries)

    def new_names(self, raw: object, path: Path, what: str) -> tuple[str, ...]:
        """A list of names that are declared here, each once."""
        names: dict[str, None] = {}
        for index, entry in enumerate(self.sequence(raw, path, what)):
            name = name_of(entry)
            if name is None:
                self.report("ZP205", (*path, index), f"{entry!r} is not a name.", "Write a name.")
            elif name in names:
                self.report("ZP209", (*path, index), f"'{name}' is listed twice in {what}.", "Remove one.")
            else:
                names[name] = None
        return tuple(names)

    def party(self, raw: object, path: Path) -> str | None:
        """The name of a declared party."""
        name = name_of(raw)
        if name in self.parties:
            return name
        self._unknown("ZP206", "party", raw, self.parties, path)
        return None

    def issue(self, raw: object, path: Path) -> str | None:
        """The id of a declared issue."""
        name = name_of(raw)
        if name in self.issues:
            return name
        self._unknown("ZP207", "issue", raw, self.issues, path)
        return None

    def option(self, issue: str, raw: object, path: Path) -> str | None:
        """The id of an option of ``issue``; numbers match by value where the text does not."""
        options = self.issues[issue].options
        name = name_of(raw)
        if name in options:
            return name
        same = [option for option in options if name is not None and _same_number(option, name)]
        if len(same) == 1:
            return same[0]
        self._unknown("ZP208", f"option of '{issue}'", raw, options, path)
        return None

    def known(self, raw: object, path: Path, what: str, kind: str) -> tuple[str, ...]:
        """A list of declared parties or issues (``kind``), each once."""
        names: dict[str, None] = {}
        for index, entry in enumerate(self.sequence(raw, path, what)):
            here = (*path, index)
            name = self.party(entry, here) if kind == "party" else self.issue(entry, here)
            if name in names:
                self.report("ZP209", here, f"'{name}' is listed twice in {what}.", "Remove one.")
            elif name is not None:
                names[name] = None
        return tuple(names)

    def when(self, raw: object, path: Path, what: str) -> When:
        """A partial package: issue to option, or to a list of options that are alternatives."""
        pairs: dict[str, tuple[str, ...]] = {}
        for key, chosen in self.mapping(raw, path, what).items():
            issue = self.issue(key, (*path, key))
            if issue is None:
                continue
            if issue in pairs:
                self.report("ZP209", (*path, key), f"'{issue}' stands twice in {what}.", "Remove one.")
            options = self._options(issue, chosen, (*path, key))
            if options:
                pairs[issue] = options
        if raw is None or (isinstance(raw, dict) and (not raw or [] in raw.values())):
            self.report("ZP220", path, f"{what} is empty.", "Name at least one issue with at least one option.")
        return tuple(pairs.items())

    def _options(self, issue: str, raw: object, path: Path) -> tuple[str, ...]:
        entries = raw if isinstance(raw, list) else [raw]
        places = [(*path, k) if isinstance(raw, list) else path for k in range(len(entries))]
        names = (self.option(issue, entry, place) for entry, place in zip(entries, places, strict=True))
        return tuple(dict.fromkeys(name for name in names if name is not None))

    def _unknown(self, code: str, kind: str, raw: object, known: Iterable[str], path: Path, where: str = "") -> None:
        names = list(known)
        like = nearest(str(raw), names)
        listed = ", ".join(names[:8]) + (" ..." if len(names) > 8 else "")
        fix = f"Did you mean '{like}'?" if like is not None else f"Known: {listed}."
        self.report(code, path, f"'{raw}' is not a known {kind}{' of ' + where if where else ''}.", fix)


def _same_number(left: str, right: str) -> bool:
    try:
        return float(left) == float(right)
    except ValueError:
        return False
