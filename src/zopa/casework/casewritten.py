"""What a case file says of rules, red lines and scales, as it is written, entry by entry: what a form changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.comments import CommentedMap

from zopa.case.entries import word
from zopa.casework.casenodes import ids_of
from zopa.lined_yaml import YamlProblem, parse_lined


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """A rule or a red line: its place in the list of the file, and its keys as a form shows them.

    A sentence among the rules has its words as ``note`` and no keys; ``editable`` says whether forms know its shape.
    """

    place: int
    keys: dict[str, str]
    note: str = ""
    editable: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """The rules and the red lines of a file, the scale of each issue that has one, and the values its options have
    besides (``values[issue][option]``), all as words."""

    rules: tuple[WrittenItem, ...] = ()
    red_lines: tuple[WrittenItem, ...] = ()
    scales: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)


def written(text: str) -> Written:
    """What stands in the text of a case file; nothing where it is no case."""
    try:
        tree = parse_lined(text).tree
    except YamlProblem:
        return Written()
    if not isinstance(tree, CommentedMap):
        return Written()
    issues = tree.get("issues")
    named = dict(
        zip(ids_of(issues), issues.values() if isinstance(issues, CommentedMap) else issues or [], strict=False)
    )
    mappings = {id: issue for id, issue in named.items() if isinstance(issue, CommentedMap)}
    return Written(
        rules=_items(tree.get("rules"), {"never", "if", "then"}),
        red_lines=_items(tree.get("red_lines"), {"when"}),
        scales={id: _words(issue["scale"], ", ") for id, issue in mappings.items() if "scale" in issue},
        values={id: _values(issue.get("options")) for id, issue in mappings.items()},
    )


def _items(value: Any, partial: set[str]) -> tuple[WrittenItem, ...]:
    return tuple(_item(place, item, partial) for place, item in enumerate(value if isinstance(value, list) else []))


def _item(place: int, item: Any, partial: set[str]) -> WrittenItem:
    if not isinstance(item, CommentedMap):
        return WrittenItem(place, {}, word(item) or "", editable=False)
    known = all(isinstance(item[key], CommentedMap) for key in partial if item.get(key) is not None)
    keys = {str(key): _partial(value) if key in partial else word(value) or "" for key, value in item.items()}
    return WrittenItem(place, keys, editable=known)


def _partial(value: Any) -> str:
    if not isinstance(value, CommentedMap):
        return word(value) or ""
    return ", ".join(f"{word(issue)}={_words(options, '|')}" for issue, options in value.items())


def _words(value: Any, between: str) -> str:
    return between.join(word(one) or "" for one in (value if isinstance(value, list) else [value]))


def _values(options: Any) -> dict[str, str]:
    found = list(options.values()) if isinstance(options, CommentedMap) else options
    said = found if isinstance(found, list) else []
    return {
        id: word(one["value"]) or ""
        for id, one in zip(ids_of(options), said, strict=False)
        if isinstance(one, CommentedMap) and one.get("value") is not None
    }
