"""Edits inside the entries of a case file: who speaks for a party, the scale of an issue, one rule or red line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from zopa.casework.caseediting import Edit, append, entry_of, ids_of, put
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def set_person(party: str, name: str, *, called: str = "", aliases: Sequence[str] = (), office: str = "") -> Edit:
    """Say who speaks for a party: somebody new, or ``called`` otherwise, with other aliases or another office.

    Raises UsageError where the party is none, and for a person without a name.
    """

    def change(document: CommentedMap) -> None:
        wanted = called or name
        if not wanted:
            raise UsageError("A person needs a name.")
        holder = entry_of(document, "parties", party)
        if not holder.get("people"):
            holder["people"] = CommentedSeq()
        people = holder["people"]
        entry = _person(people, name)
        if entry is None and name and called:
            raise UsageError(f"{party} has no person {name!r}.")
        if entry is None:
            entry = CommentedMap({"name": wanted})
            entry.fa.set_flow_style()
            _add(people, wanted, entry)
        elif wanted != name:
            _rename(people, name, entry, wanted)
        put(entry, "aliases", list(aliases))
        put(entry, "role" if "role" in entry else "office", office)

    return Edit(change)


def remove_person(party: str, name: str) -> Edit:
    """Somebody no longer speaks for a party. Raises UsageError where there is no such party or person."""

    def change(document: CommentedMap) -> None:
        holder = entry_of(document, "parties", party)
        people = holder.get("people")
        if name not in ids_of(people):
            raise UsageError(f"{party} has no person {name!r}.")
        del people[_key(people, name)]
        if not people:
            del holder["people"]

    return Edit(change)


def set_scale(issue: str, scale: Sequence[object], unit: str) -> Edit:
    """Change the scale of an issue that has one. Raises UsageError for any other issue."""

    def change(document: CommentedMap) -> None:
        entry = entry_of(document, "issues", issue)
        if "scale" not in entry:
            raise UsageError(f"The options of {issue!r} are described one by one. Edit them one by one, or as text.")
        put(entry, "scale", list(scale))
        put(entry, "unit", unit)

    return Edit(change)


def set_item(section: str, place: int, values: Mapping[str, Any]) -> Edit:
    """Change the rule or red line at a place, counted from 0; what is not among ``values`` is taken away.

    What a rule or red line says of packages stays written as it is where it says the same. Raises UsageError where
    there is none.
    """

    def change(document: CommentedMap) -> None:
        items = document.get(section)
        if not isinstance(items, CommentedSeq) or not 0 <= place < len(items):
            raise UsageError(f"There is no entry {place + 1} under {section!r}.")
        item = items[place]
        if not isinstance(item, CommentedMap):
            raise UsageError(f"The entry {place + 1} under {section!r} is none that a form can edit. Edit it as text.")
        for key in [key for key in item if key not in values]:
            del item[key]
        for key, value in values.items():
            if not isinstance(value, dict):
                put(item, key, value)
            elif _plainly(item.get(key)) != _plainly(value):
                item[key] = _like(item.get(key), value)

    return Edit(change)


def _person(people: Any, name: str) -> CommentedMap | None:
    """The entry of a person as a mapping, made one where the file has a short form; None where there is none."""
    if name not in ids_of(people):
        return None
    key = _key(people, name)
    found = people[key]
    if not isinstance(found, CommentedMap):
        short = CommentedMap({"name": name} if isinstance(people, CommentedSeq) else {})
        if isinstance(people, CommentedMap) and found is not None:
            short["aliases" if isinstance(found, CommentedSeq) else "office"] = found
        short.fa.set_flow_style()
        people[key] = short
    entry = people[key]
    assert isinstance(entry, CommentedMap)
    return entry


def _key(people: Any, name: str) -> Any:
    """Where a person stands among the people of a party."""
    if isinstance(people, CommentedMap):
        return next(key for key in people if str(key) == name)
    return ids_of(people).index(name)


def _add(people: Any, name: str, entry: CommentedMap) -> None:
    if isinstance(people, CommentedMap):
        del entry["name"]
        people[name] = entry
    else:
        append(people, entry)


def _rename(people: Any, name: str, entry: CommentedMap, wanted: str) -> None:
    if wanted in ids_of(people):
        raise UsageError(f"There is {wanted!r} among the people already.")
    if isinstance(people, CommentedMap):
        place = [str(key) for key in people].index(name)
        del people[_key(people, name)]
        people.insert(place, wanted, entry)
    else:
        entry["id" if "name" not in entry else "name"] = wanted


def _plainly(when: Any) -> Any:
    """A description of packages with every option as text in a list."""
    if not isinstance(when, dict):
        return when
    listed = {issue: says if isinstance(says, list) else [says] for issue, says in when.items()}
    return {str(issue): [str(one) for one in says] for issue, says in listed.items()}


def _like(before: Any, value: Mapping[str, Any]) -> CommentedMap:
    """A mapping laid out as the one that stood there."""
    made = CommentedMap(value)
    for key, says in value.items():
        if isinstance(says, list):
            made[key] = CommentedSeq(says)
            made[key].fa.set_flow_style()
    if not isinstance(before, CommentedMap) or before.fa.flow_style():
        made.fa.set_flow_style()
    return made
