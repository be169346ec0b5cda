"""YAML 1.2 as plain data that still knows on which line each thing stands.

Used by every reader of hand-written files (case files, MODEL files, sidecars), so that a diagnostic can name a line.
JSON is read by the same function: it is a subset of YAML.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MOST_VALUES = 1_000_000
"""Values a document may hold, each alias counted as often as it is used; more is a mistake or an attack."""

Key = str | int | float
"""A step into the document: a mapping's key or a sequence's index."""


class YamlProblem(Exception):
    """The text is not YAML that can be used: ``reason`` in words, ``line`` counted from 1 where it is known."""

    def __init__(self, reason: str, line: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class LinedDocument:
    """Plain data and the tree it came from."""

    data: Any
    tree: Any

    def line_of(self, path: Sequence[Key]) -> int | None:
        """The line (from 1) of what ``path`` leads to, or of the nearest thing above it that exists."""
        line: int | None = 1
        node = self.tree
        for key in path:
            found = _line_of_child(node, key)
            if found is None:
                return line
            line, node = found
        return line


def read_lined(path: Path) -> LinedDocument:
    """Read a YAML file. Raises YamlProblem for what is not YAML, OSError for what cannot be opened."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlProblem("it is not text in UTF-8", None) from error
    return parse_lined(text)


def parse_lined(text: str) -> LinedDocument:
    """Read YAML from a string. Raises YamlProblem."""
    try:
        tree = YAML(typ="rt", pure=True).load(text)
        return LinedDocument(_plain(tree, count(1)), tree)
    except DuplicateKeyError as error:
        raise YamlProblem(_first_line(error.problem), _line(error)) from error
    except MarkedYAMLError as error:
        raise YamlProblem(_first_line(error.problem or error.context), _line(error)) from error
    except RecursionError as error:
        raise YamlProblem("it contains itself, or is nested too deeply", None) from error
    except (YAMLError, ValueError) as error:
        raise YamlProblem(_first_line(str(error)), None) from error


def _plain(node: Any, values: Iterator[int]) -> Any:
    if next(values) > MOST_VALUES:
        raise YamlProblem(f"it holds more than {MOST_VALUES:,} values, aliases written out", None)
    if isinstance(node, dict):
        return {_plain(key, values): _plain(value, values) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value, values) for value in node]
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node


def _line_of_child(node: Any, key: Key) -> tuple[int, Any] | None:
    known = isinstance(node, (CommentedMap, CommentedSeq)) and key in (node.lc.data or {})
    # A key that came in through a merge (``<<``) stands in another mapping and has no line of its own here.
    return (node.lc.data[key][0] + 1, node[key]) if known else None


def _line(error: MarkedYAMLError) -> int | None:
    mark = error.problem_mark or error.context_mark
    return None if mark is None else mark.line + 1


def _first_line(text: str | None) -> str:
    return (text or "it is not YAML").strip().splitlines()[0]
