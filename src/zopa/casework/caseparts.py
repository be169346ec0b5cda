"""The edits a form makes inside a party or an issue: who speaks for a party, and the scale of an issue."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from zopa.case.entries import word
from zopa.casework.caseediting import Edit
from zopa.casework.casenodes import entry_of, ids_of, on_one_line, put
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
_DETAILS = frozenset({"name", "id", "aliases", "office", "role"})


def add_person(party: str, values: Mapping[str, Any]) -> Edit:
    """Let a person speak for a party; ``values`` are name, aliases and office. Raises UsageError for a name taken."""

    def change(document: CommentedMap) -> None:
        entry = entry_of(document, "parties", party)
        name = _name(values)
        if entry.get("people") is None:
            entry["people"] = CommentedSeq()
        people = _people(entry, party)
        if name in _names(people):
            raise UsageError(f"{name!r} speaks for {party!r} already.")
        details = {key: value for key, value in values.items() if value not in ("", [], None)}
        if isinstance(people, CommentedMap):
            people[name] = on_one_line({key: value for key, value in details.items() if key != "name"})
        else:
            people.append(on_one_line(details))

    return Edit(change)


def set_person(party: str, name: str, values: Mapping[str, Any]) -> Edit:
    """Change name, aliases and office of a person who speaks for a party. Raises UsageError where there is none."""

    def change(document: CommentedMap) -> None:
        entry = entry_of(document, "parties", party)
        people, new = _people(entry, party), _name(values)
        place = _place(people, name, party)
        if new != name and new in _names(people):
            raise UsageError(f"{new!r} speaks for {party!r} already.")
        if isinstance(people, CommentedMap):
            key, details = list(people)[place], _details(list(people.values())[place])
            _fill(details, values, named=False)
            if new != name:
                del people[key]
                people.insert(place, new, details)
            else:
                people[key] = details
            return
        item = people[place]
        if not isinstance(item, CommentedMap):
            item = on_one_line({"name": name})
        elif not _DETAILS.intersection(item):
            item = on_one_line({"name": name, **_details(next(iter(item.values())))})
        _fill(item, values, named=True)
        people[place] = item

    return Edit(change)


def remove_person(party: str, name: str) -> Edit:
    """Let a person speak for a party no more. Raises UsageError where there is none of that name."""

    def change(document: CommentedMap) -> None:
        entry = entry_of(document, "parties", party)
        people = _people(entry, party)
        place = _place(people, name, party)
        del people[list(people)[place] if isinstance(people, CommentedMap) else place]
        if not people:
            del entry["people"]

    return Edit(change)


def set_scale(issue: str, values: Sequence[float | date], unit: str, divisible: bool) -> Edit:
    """Give an issue the values of its scale, its unit, and whether what lies between them is possible too.

    What is said of a value that goes, goes with it. Raises UsageError for an issue whose options are no values yet.
    """

    def change(document: CommentedMap) -> None:
        entry = entry_of(document, "issues", issue)
        options, ids = entry.get("options"), [word(value) or "" for value in values]
        gone = [id for id in ids_of(options) if id not in ids]
        if gone and "scale" not in entry:
            named = ", ".join(repr(id) for id in gone)
            raise UsageError(f"Every option has to be a value of the scale; {named} would be none. Remove it first.")
        for id in gone:
            del options[
                next(key for key in options if word(key) == id)
                if isinstance(options, CommentedMap)
                else ids_of(options).index(id)
            ]
        if not options:
            entry.pop("options", None)
        put(entry, "scale", list(values))
        put(entry, "unit", unit)
        put(entry, "divisible", True if divisible else None)

    return Edit(change)


def set_places(issue: str, values: Sequence[float | date]) -> Edit:
    """Give each option of an issue, in their order, its place on a scale; no values take the places away.

    Raises UsageError where there are not as many values as options.
    """

    def change(document: CommentedMap) -> None:
        options = entry_of(document, "issues", issue).get("options")
        ids = ids_of(options)
        if values and len(values) != len(ids):
            raise UsageError(f"The issue {issue!r} has {len(ids)} options, and these are {len(values)} places.")
        for place in range(len(ids)):
            _set_place(options, place, values[place] if values else None)

    return Edit(change)


def set_place(issue: str, id: str, value: float | date) -> Edit:
    """Give one option of an issue its place on a scale. Raises UsageError where the issue has no such option."""

    def change(document: CommentedMap) -> None:
        options = entry_of(document, "issues", issue).get("options")
        if id not in ids_of(options):
            raise UsageError(f"The issue {issue!r} has no option {id!r}.")
        _set_place(options, ids_of(options).index(id), value)

    return Edit(change)


def scale_values(text: str) -> list[float | date]:
    """``2, 4, 7.5`` or ``2026-01-01, 2026-06-01`` as values. Raises UsageError for anything else."""
    found = [scale_value(part) for part in re.split(r"[,;\s]+", text) if part]
    if len(found) < 2:
        raise UsageError("A scale has at least two values, such as: 2, 4, 6")
    return found


def scale_value(text: str) -> float | date:
    """``2``, ``7.5`` or ``2026-01-31`` as a value. Raises UsageError for anything else."""
    try:
        if not _NUMBER.fullmatch(text):
            return date.fromisoformat(text)
        value = float(text) if "." in text else int(text)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"A scale has numbers or dates (2026-01-31), not {text!r}.") from error
    if not isfinite(value):
        raise UsageError(f"{text!r} is too large for a scale.")
    return value


def _set_place(options: CommentedMap | CommentedSeq, place: int, value: float | date | None) -> None:
    key = list(options)[place] if isinstance(options, CommentedMap) else place
    said = options[key]
    if isinstance(said, CommentedMap):
        put(said, "value", value)
    elif value is not None:
        about = "definition" if isinstance(options, CommentedMap) else "id"
        options[key] = on_one_line(({} if said is None else {about: said}) | {"value": value})


def _name(values: Mapping[str, Any]) -> str:
    name = str(values.get("name", ""))
    if not name:
        raise UsageError("A person needs a name.")
    return name


def _people(entry: CommentedMap, party: str) -> CommentedMap | CommentedSeq:
    people = entry.get("people")
    if not isinstance(people, CommentedMap | CommentedSeq):
        raise UsageError(f"The people of {party!r} are written in a way that forms do not know. Edit them as text.")
    return people


def _names(people: CommentedMap | CommentedSeq) -> list[str]:
    """The names, in any of the ways to write them: as an id of its own, as a key, or in a mapping."""
    found = map(word, people) if isinstance(people, CommentedMap) else map(_named, people)
    return [" ".join((name or "").split()) for name in found]


def _named(item: Any) -> str | None:
    if not isinstance(item, CommentedMap):
        return word(item)
    if "name" in item or "id" in item:
        return word(item.get("name", item.get("id")))
    return word(next(iter(item), None))


def _place(people: CommentedMap | CommentedSeq, name: str, party: str) -> int:
    names = _names(people)
    if name not in names:
        raise UsageError(f"Nobody called {name!r} speaks for {party!r}.")
    return names.index(name)


def _details(said: Any) -> CommentedMap:
    """What the short forms say of a person, as a mapping: aliases as a list, or the office alone."""
    if isinstance(said, CommentedMap):
        return said
    made: CommentedMap
    if isinstance(said, CommentedSeq):
        made = on_one_line({"aliases": list(said)})
    else:
        made = on_one_line({} if said is None else {"office": said})
    return made


def _fill(item: CommentedMap, values: Mapping[str, Any], *, named: bool) -> None:
    if named:
        put(item, "id" if "id" in item and "name" not in item else "name", values["name"])
    put(item, "aliases", values.get("aliases"))
    put(item, "role" if "role" in item and "office" not in item else "office", values.get("office"))
