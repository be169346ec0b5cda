"""Why a file that is well-formed YAML cannot be read as data: keys that stand twice, dates that do not exist.

The parser stops at the first such thing without saying which party or option it is; here all of them are found.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from zopa.case.codes import CODES
from zopa.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Steps = tuple[str, ...]
Problem = tuple[str, str, int]
"""Code, message and line."""


def why_unparsable(path: Path) -> tuple[Diagnostic, ...]:
    """One diagnostic for each repeated key and each impossible date; none where the file is broken in another way.

    A repeated party, issue or option has the code it would have in a list (ZP013 to ZP015), any other key ZP008.
    """
    try:
        root = YAML(typ="rt", pure=True).compose(path.read_text("utf-8-sig"))
        found = sorted(_problems(root, (), set()), key=lambda problem: problem[2])
    except (OSError, UnicodeDecodeError, YAMLError, RecursionError):
        return ()
    return tuple(Diagnostic(code, "error", message, CODES[code].fix, str(path), line) for code, message, line in found)


def _problems(node: Node, steps: Steps, seen: set[int]) -> Iterator[Problem]:
    # What an alias repeats is looked at once: it may contain itself, or be repeated without end.
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, ScalarNode):
        yield from _impossible_date(node)
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from _problems(child, (*steps, "*"), seen)
    elif isinstance(node, MappingNode):
        yield from _repeats(node, steps)
        for key, child in node.value:
            yield from _problems(child, (*steps, _name(key)), seen)


def _repeats(node: MappingNode, steps: Steps) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for key, _ in node.value:
        name, line = _name(key), key.start_mark.line + 1
        if name in first and name not in ("", "<<"):
            code, what = _code_of(steps)
            yield code, f"The {what} {name!r} is already declared on line {first[name]}.", line
        first.setdefault(name, line)


def _impossible_date(node: ScalarNode) -> Iterator[Problem]:
    match = re.match(r"(\d{4})-(\d\d?)-(\d\d?)(?:$|[Tt\s])", node.value)
    if match is None or node.style:
        return
    try:
        date(*(int(part) for part in match.groups()))
    except ValueError:
        yield "ZP031", f"{node.value!r} is not a date.", node.start_mark.line + 1


def _name(key: Node) -> str:
    return str(key.value) if isinstance(key, ScalarNode) else ""


def _code_of(steps: Steps) -> tuple[str, str]:
    if steps == ("parties",):
        return "ZP013", "party"
    if steps == ("issues",):
        return "ZP014", "issue"
    if steps[:1] == ("issues",) and steps[-1] == "options":
        return "ZP015", "option"
    return "ZP008", "key"
