"""The edits a form makes in a case file: a value, a party, an issue, an option, a rule, a red line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from zopa.case.entries import word
from zopa.casework.caseediting import Edit
from zopa.casework.casenodes import entry_of, ids_of, on_one_line, put
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def set_value(path: Sequence[str], value: Any) -> Edit:
    """Set a key of the document, or of a mapping inside it; an empty value takes the key away."""

    def change(document: CommentedMap) -> None:
        *above, last = path
        holder = document
        for key in above:
            holder = holder.setdefault(key, CommentedMap())
        put(holder, last, value)

    return Edit(change)


def set_in_entry(section: str, id: str, values: Mapping[str, Any]) -> Edit:
    """Set keys of the party or issue with an id. Raises UsageError where there is none."""

    def change(document: CommentedMap) -> None:
        entry = entry_of(document, section, id)
        for key, value in values.items():
            put(entry, key, value)

    return Edit(change)


def add_entry(section: str, id: str, values: Mapping[str, Any]) -> Edit:
    """Add a party or an issue at the end of its section. Raises UsageError where the id is taken or empty."""

    def change(document: CommentedMap) -> None:
        if not id:
            raise UsageError("Give it an id: a short name without : = , and /.")
        if document.get(section) is None:
            document[section] = CommentedSeq()
        entries = document[section]
        if id in ids_of(entries):
            raise UsageError(f"There is {id!r} among the {section} already.")
        filled = {
            key: on_one_line(value) if isinstance(value, list) else value
            for key, value in values.items()
            if value not in (None, "", [], {})
        }
        if isinstance(entries, CommentedMap):
            entries[id] = CommentedMap(filled)
        else:
            entries.append(CommentedMap({"id": id, **filled}))

    return Edit(change)


def remove_entry(section: str, id: str) -> Edit:
    """Remove a party or an issue. Raises UsageError where there is none."""

    def change(document: CommentedMap) -> None:
        entries = document.get(section)
        if isinstance(entries, CommentedMap) and id in ids_of(entries):
            del entries[next(key for key in entries if str(key) == id)]
        else:
            entry_of(document, section, id)
            del entries[ids_of(entries).index(id)]

    return Edit(change)


def set_option(issue: str, id: str, definition: str | None) -> Edit:
    """Give an option of an issue a definition, adding it where it is new; None removes the option."""

    def change(document: CommentedMap) -> None:
        entry = entry_of(document, "issues", issue)
        if "scale" in entry and id not in map(word, entry["scale"]):
            raise UsageError("The options of an ordered issue are its scale. Add the value there.")
        options = entry.setdefault("options", CommentedMap())
        if isinstance(options, CommentedSeq):
            _set_in_list(options, id, definition)
            return
        key = next((key for key in options if word(key) == id), id)
        if definition is None:
            if key not in options:
                raise UsageError(f"The issue {issue!r} has no option {id!r}.")
            del options[key]
        elif isinstance(options.get(key), CommentedMap):
            _define(options[key], definition)
        else:
            options[key] = definition

    return Edit(change)


def add_item(section: str, value: Mapping[str, Any]) -> Edit:
    """Add a rule or a red line at the end of its list."""

    def change(document: CommentedMap) -> None:
        if document.get(section) is None:
            document[section] = CommentedSeq()
        if not isinstance(document[section], CommentedSeq):
            raise UsageError(f"{section!r} is no list in the file. Edit it as text.")
        document[section].append(CommentedMap(value))

    return Edit(change)


def set_item(section: str, place: int, values: Mapping[str, Any]) -> Edit:
    """Give the rule or red line at a place, counted from 0, other values; what is empty goes. Raises UsageError."""

    def change(document: CommentedMap) -> None:
        item = _item(document, section, place)
        if not isinstance(item, CommentedMap):
            raise UsageError(f"Entry {place + 1} under {section!r} is a sentence. Edit it as text.")
        for key, value in values.items():
            put(item, key, _in_layout(item.get(key), value))

    return Edit(change)


def remove_item(section: str, place: int) -> Edit:
    """Remove the rule or red line at a place, counted from 0. Raises UsageError where there is none."""

    def change(document: CommentedMap) -> None:
        _item(document, section, place)
        del document[section][place]

    return Edit(change)


def _item(document: CommentedMap, section: str, place: int) -> Any:
    items = document.get(section)
    if not isinstance(items, CommentedSeq) or not 0 <= place < len(items):
        raise UsageError(f"There is no entry {place + 1} under {section!r}.")
    return items[place]


def _in_layout(there: Any, value: Any) -> Any:
    """A mapping to be set: the one that is there with its keys changed, so that its layout and comments stay."""
    if not isinstance(there, CommentedMap) or not isinstance(value, dict):
        return value
    for key in [key for key in there if word(key) not in map(word, value)]:
        del there[key]
    for key, options in value.items():
        known = next((old for old in there if word(old) == word(key)), key)
        if _words(there.get(known)) != _words(options):
            put(there, known, options)
    return there


def _words(options: Any) -> list[str]:
    """Options of a rule, one or several, as words: ``2`` in the file and "2" from a form are the same."""
    return [word(one) or "" for one in (options if isinstance(options, list) else [options])]


def _set_in_list(options: CommentedSeq, id: str, definition: str | None) -> None:
    ids = ids_of(options)
    if definition is None:
        if id not in ids:
            raise UsageError(f"There is no option {id!r}.")
        del options[ids.index(id)]
    elif id not in ids:
        options.append(CommentedMap({"id": id, "definition": definition}))
    elif isinstance(options[ids.index(id)], CommentedMap):
        _define(options[ids.index(id)], definition)
    else:
        options[ids.index(id)] = CommentedMap({"id": id, "definition": definition})


def _define(option: CommentedMap, definition: str) -> None:
    option["description" if "description" in option and "definition" not in option else "definition"] = definition
