"""What is found wrong while a case file is read, each thing with its line; and the form of lists and mappings in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zopa.case.codes import CODES, WARNINGS
from zopa.case.names import nearest
from zopa.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Collection

    from zopa.lined_yaml import Key, LinedDocument

Place = tuple["Key", ...]
"""The keys and indexes that lead to a value of the file."""

SLIP_LIKENESS = 0.76
"""How like a known key an unknown one must be to count as a slip: 'partys' is one, 'base' for 'case' is not."""


@dataclass(slots=True)
class Findings:
    """Collects diagnostics of one file; nothing is raised, so that all problems are reported together."""

    file: str
    document: LinedDocument
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, place: Place, message: str, fix: str = "", severity: Severity | None = None) -> None:
        """Add one diagnostic. ``fix`` and ``severity`` default to those of the code."""
        severity = severity or ("warning" if code in WARNINGS else "error")
        line = self.line_of(place)
        self.diagnostics.append(Diagnostic(code, severity, message, fix or CODES[code].fix, self.file, line))

    def line_of(self, place: Place) -> int | None:
        """The line of a value of the file, counted from 1; of what holds it where it came through a merge key."""
        try:
            return self.document.line_of(place)
        except (KeyError, TypeError):
            return self.line_of(place[:-1])

    def wrong_kind(self, place: Place, what: str, expected: str, value: Any) -> None:
        """Report a value of the wrong kind (ZP005)."""
        self.report("ZP005", place, f"{what} is {kind_of(value)}; expected {expected}.")

    def check_keys(self, mapping: dict[Any, Any], known: Collection[str], place: Place, what: str) -> None:
        """Report keys nobody reads (ZP003): an error where one looks like a slip for a known key, else a warning."""
        for key in mapping:
            if key in known:
                continue
            guess = nearest(str(key), known, SLIP_LIKENESS)
            if guess is not None and guess not in mapping:
                message = f"The key {key!r} of {what} is unknown."
                self.report("ZP003", (*place, key), message, f"Did you mean {guess!r}?")
            else:
                keys = ", ".join(sorted(known))
                fix = f"Remove it, or use one of: {keys}."
                self.report("ZP003", (*place, key), f"Nobody reads the key {key!r} of {what}.", fix, "warning")

    @property
    def broken(self) -> bool:
        """Whether an error, not only a warning, has been found."""
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All diagnostics by line, those found first first within a line."""
        return tuple(sorted(self.diagnostics, key=lambda diagnostic: diagnostic.line or 0))


def kind_of(value: Any) -> str:
    """The kind of a YAML value in plain words."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"the single value {str(value)!r}" if len(str(value)) <= 40 else "a text"
