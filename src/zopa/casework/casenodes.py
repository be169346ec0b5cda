"""The nodes of a case file being edited: found, filled and extended so that comments stay with what they are about."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from zopa.case.entries import word
from zopa.errors import UsageError

_SIGNS = frozenset("?:-")


def put(holder: Any, key: str, value: Any) -> None:
    """Set a key; an empty value takes it away. A list that is there is changed item by item, so that what is written
    beside its items stays; a new one is written on one line."""
    if value in (None, "", [], {}):
        holder.pop(key, None)
    elif holder.get(key) != value:
        if isinstance(value, list) and isinstance(holder.get(key), CommentedSeq):
            _revise(holder[key], value)
        else:
            holder[key] = on_one_line(value)


def on_one_line(value: Any) -> Any:
    """A list or mapping, with what is in it, to be written on one line; any other value as it is, but for words that
    begin with a sign of the file's own, which are put into quotation marks (*?0* inside braces is no plain word).
    """
    if isinstance(value, str) and value[:1] in _SIGNS:
        return DoubleQuotedScalarString(value)
    if isinstance(value, list):
        made: Any = CommentedSeq([on_one_line(one) for one in value])
    elif isinstance(value, dict):
        made = CommentedMap({key: on_one_line(one) for key, one in value.items()})
    else:
        return value
    made.fa.set_flow_style()
    return made


def entry_of(document: CommentedMap, section: str, id: str) -> CommentedMap:
    """The mapping of a party or an issue. One written as a bare id becomes a mapping. Raises UsageError where there is
    none, or one in a shape that forms do not know."""
    entries = document.get(section)
    ids = ids_of(entries)
    if id in ids:
        place = next(key for key in entries if str(key) == id) if isinstance(entries, CommentedMap) else ids.index(id)
        if isinstance(entries, CommentedSeq) and isinstance(entries[place], str):
            entries[place] = CommentedMap({"id": id})
        elif entries[place] is None:
            entries[place] = CommentedMap()
        found = entries[place]
        if isinstance(found, CommentedMap):
            return found
    raise UsageError(f"There is no {id!r} among the {section} that a form can edit. Edit it as text.")


def ids_of(entries: Any) -> list[str]:
    """The ids of parties, issues, options or people, in a mapping or in a list."""
    if isinstance(entries, CommentedMap):
        return [word(key) or "" for key in entries]
    return [
        word(found.get("id", found.get("name"))) or "" if isinstance(found, CommentedMap) else word(found) or ""
        for found in (entries if isinstance(entries, CommentedSeq) else [])
    ]


def _revise(items: CommentedSeq, wanted: list[Any]) -> None:
    for place in reversed(range(len(items))):
        if items[place] not in wanted:
            del items[place]
    for place, value in enumerate(wanted):
        if value in items[place:]:
            for _ in range(list(items[place:]).index(value)):
                del items[place]
        else:
            items.insert(place, value)
    del items[len(wanted) :]
