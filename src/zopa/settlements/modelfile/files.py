"""MODEL files, the engine's own input: read, check, write (docs/reference/model-file.md has every key)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.diagnostics import Diagnostic
from zopa.errors import ModelError
from zopa.lined_yaml import YamlProblem, parse_lined
from zopa.settlements.modelfile.checks import check_meaning
from zopa.settlements.modelfile.parse import parse_model
from zopa.settlements.modelfile.sheet import Sheet
from zopa.settlements.modelfile.write import write_model

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.settlements.model import NegotiationModel

__all__ = ["check_model", "parse_text", "read_model", "write_model"]


def read_model(path: Path) -> NegotiationModel:
    """Read a MODEL file, YAML or JSON.

    Raises ModelError, whose ``diagnostics`` name code, line and remedy, where the file cannot be read or contradicts
    itself. Warnings alone do not raise; ``check_model`` shows them.
    """
    return _usable(*_examine(path))


def parse_text(text: str, file: str = "MODEL") -> NegotiationModel:
    """Read a MODEL from text; ``file`` is the name used in diagnostics. Raises ModelError."""
    return _usable(*_parse(text, file))


def check_model(path: Path) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a MODEL file, errors and warnings, in the order of its lines. Never raises."""
    return _examine(path)[1]


def _usable(model: NegotiationModel | None, found: tuple[Diagnostic, ...]) -> NegotiationModel:
    errors = [each for each in found if each.severity == "error"]
    if model is None or errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise ModelError(f"{errors[0]}{more}", found)
    return model


def _examine(path: Path) -> tuple[NegotiationModel | None, tuple[Diagnostic, ...]]:
    file = str(path)
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return None, (_unreadable(file, "it is not text in UTF-8"),)
    except OSError as error:
        return None, (_unreadable(file, error.strerror or "it cannot be opened"),)
    return _parse(text, file)


def _parse(text: str, file: str) -> tuple[NegotiationModel | None, tuple[Diagnostic, ...]]:
    try:
        document = parse_lined(_without_json_tabs(text))
    except YamlProblem as problem:
        return None, (_unreadable(file, problem.reason, problem.line),)
    sheet = Sheet(document, file)
    model = parse_model(sheet)
    if model is not None and not any(each.severity == "error" for each in sheet.found):
        check_meaning(sheet, model)
    return model, tuple(sorted(sheet.found, key=lambda each: (each.line or 0, each.code)))


def _without_json_tabs(text: str) -> str:
    """JSON may be indented by tabs, YAML may not; a JSON string never holds a raw line break, so this is safe."""
    if not text.lstrip().startswith("{"):
        return text
    return re.sub(r"(?m)^[ \t]+", lambda indent: " " * len(indent[0]), text)


def _unreadable(file: str, reason: str, line: int | None = None) -> Diagnostic:
    fix = "Write it as YAML or JSON, in UTF-8."
    duplicate = "duplicate key" in reason
    if duplicate:
        return Diagnostic("ZP209", "error", f"{reason}.", "Remove one of the two.", file, line)
    return Diagnostic("ZP201", "error", f"The MODEL cannot be read: {reason}.", fix, file, line)
