"""Coded diagnostics: what is wrong with a user's file, where, and what to do.

A code never changes its meaning. ``CODES`` holds every code with the text of its documentation page, so that a code
without a page cannot exist. Codes are grouped by the room that reports them: ZP0xx case files, ZP1xx coverage,
ZP2xx MODEL files, ZP4xx the ground of a case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong with a file.

    ``line`` counts from 1; it is None where no single line is at fault. ``fix`` says what to do, in the imperative.
    """

    code: str
    severity: Severity
    message: str
    fix: str
    file: str
    line: int | None = None

    def __str__(self) -> str:
        """``case.yaml:12: ZP003 error: message. fix`` on one line."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.code} {self.severity}: {self.message} {self.fix}"

    def as_dict(self) -> dict[str, str | int | None]:
        """Plain data, for ``--json``."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "fix": self.fix,
            "file": self.file,
            "line": self.line,
        }


@dataclass(frozen=True, slots=True)
class Code:
    """The documentation of one diagnostic code: a short title, why it matters, what to do, and an example."""

    title: str
    why: str
    fix: str
    example: str = ""
