"""Small edits of a case file that leave its comments, its order and every line they do not touch as they are."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from io import StringIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_WIDE = 1 << 16


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: ``change`` is given the whole document and alters it; it raises UsageError where it cannot."""

    change: Callable[[CommentedMap], None]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made.

    1. The text is read with its comments (ruamel.yaml, round trip), edited, and written out again.
    2. Lines that writing alone would have laid out otherwise are taken from the text as it was: the difference between
       the document written before and after the edits is carried over to the text.

    Raises UsageError for a text that is no mapping in YAML and for an edit that cannot be made.
    """
    yaml = _yaml(text)
    try:
        document = yaml.load(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise UsageError("The file is not YAML as it stands. Mend it as text first.") from error
    if not isinstance(document, CommentedMap):
        raise UsageError("The file holds no case. Mend it as text first.")
    before = _dumped(yaml, document)
    for edit in edits:
        edit.change(document)
    after = _dumped(yaml, document)
    carried = _carried(text, before, after)
    return carried if _same(yaml, carried, after) else after


def set_value(path: Sequence[str], value: Any) -> Edit:
    """Set a key of the document, or of a mapping inside it; an empty value takes the key away."""

    def change(document: CommentedMap) -> None:
        *above, last = path
        holder = document
        for key in above:
            holder = holder.setdefault(key, CommentedMap())
        _put(holder, last, value)

    return Edit(change)


def set_in_entry(section: str, id: str, values: Mapping[str, Any]) -> Edit:
    """Set keys of the party or issue with an id. Raises UsageError where there is none."""

    def change(document: CommentedMap) -> None:
        entry = _entry(document, section, id)
        for key, value in values.items():
            _put(entry, key, value)

    return Edit(change)


def add_entry(section: str, id: str, values: Mapping[str, Any]) -> Edit:
    """Add a party or an issue at the end of its section. Raises UsageError where the id is taken or empty."""

    def change(document: CommentedMap) -> None:
        if not id:
            raise UsageError("Give it an id: a short name without : = , and /.")
        if document.get(section) is None:
            document[section] = CommentedSeq()
        entries = document[section]
        if id in _ids(entries):
            raise UsageError(f"There is {id!r} among the {section} already.")
        filled = {key: value for key, value in values.items() if value not in (None, "", [], {})}
        if isinstance(entries, CommentedMap):
            entries[id] = CommentedMap(filled)
        else:
            _append(entries, CommentedMap({"id": id, **filled}))

    return Edit(change)


def remove_entry(section: str, id: str) -> Edit:
    """Remove a party or an issue. Raises UsageError where there is none."""

    def change(document: CommentedMap) -> None:
        entries = document.get(section)
        if isinstance(entries, CommentedMap) and id in _ids(entries):
            del entries[next(key for key in entries if str(key) == id)]
        else:
            _entry(document, section, id)
            del entries[_ids(entries).index(id)]

    return Edit(change)


def set_option(issue: str, id: str, definition: str | None) -> Edit:
    """Give an option of an issue a definition, adding it where it is new; None removes the option."""

    def change(document: CommentedMap) -> None:
        entry = _entry(document, "issues", issue)
        if "scale" in entry and id not in [str(value) for value in entry["scale"]]:
            raise UsageError("The options of an ordered issue are its scale. Edit the scale as text.")
        options = entry.setdefault("options", CommentedMap())
        if isinstance(options, CommentedSeq):
            _set_in_list(options, id, definition)
            return
        key = next((key for key in options if str(key) == id), id)
        if definition is None:
            if key not in options:
                raise UsageError(f"The issue {issue!r} has no option {id!r}.")
            del options[key]
        elif isinstance(options.get(key), CommentedMap):
            options[key]["definition"] = definition
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
        _append(document[section], CommentedMap(value))

    return Edit(change)


def remove_item(section: str, place: int) -> Edit:
    """Remove the rule or red line at a place, counted from 0. Raises UsageError where there is none."""

    def change(document: CommentedMap) -> None:
        items = document.get(section)
        if not isinstance(items, CommentedSeq) or not 0 <= place < len(items):
            raise UsageError(f"There is no entry {place + 1} under {section!r}.")
        del items[place]

    return Edit(change)


def _put(holder: Any, key: str, value: Any) -> None:
    if value in (None, "", [], {}):
        holder.pop(key, None)
        return
    if isinstance(value, list) and isinstance(holder.get(key), CommentedSeq):
        if list(holder[key]) == value:
            return
        flow = holder[key].fa.flow_style()
    else:
        flow = True
    if holder.get(key) == value:
        return
    if isinstance(value, list):
        value = CommentedSeq(value)
        (value.fa.set_flow_style if flow else value.fa.set_block_style)()
    holder[key] = value


def _entry(document: CommentedMap, section: str, id: str) -> CommentedMap:
    entries = document.get(section)
    if isinstance(entries, CommentedMap):
        found = next((entries[key] for key in entries if str(key) == id), None)
    else:
        ids = _ids(entries)
        found = entries[ids.index(id)] if id in ids else None
    if not isinstance(found, CommentedMap):
        raise UsageError(f"There is no {id!r} among the {section} that a form can edit. Edit it as text.")
    return found


def _ids(entries: Any) -> list[str]:
    if isinstance(entries, CommentedMap):
        return [str(key) for key in entries]
    return [
        str(found.get("id", found.get("name"))) if isinstance(found, CommentedMap) else str(found)
        for found in entries or []
    ]


def _set_in_list(options: CommentedSeq, id: str, definition: str | None) -> None:
    ids = _ids(options)
    if definition is None:
        if id not in ids:
            raise UsageError(f"There is no option {id!r}.")
        del options[ids.index(id)]
    elif id not in ids:
        _append(options, CommentedMap({"id": id, "definition": definition}))
    elif isinstance(options[ids.index(id)], CommentedMap):
        options[ids.index(id)]["definition"] = definition
    else:
        options[ids.index(id)] = CommentedMap({"id": id, "definition": definition})


def _append(items: CommentedSeq, value: Any) -> None:
    """Add at the end. A comment that stands below the last item belongs to what follows, and stays below."""
    last = len(items) - 1
    items.append(value)
    below = items.ca.items.pop(last, None)
    if below is not None:
        items.ca.items[last + 1] = below
        return
    moved = _trailing(items[last]) if last >= 0 else None
    if moved is not None and isinstance(value, CommentedMap) and value:
        value.ca.items[list(value)[-1]] = moved


def _trailing(node: Any) -> Any:
    """Take away the comment behind the last value of a node, where it runs over several lines."""
    if isinstance(node, CommentedMap) and node:
        key = list(node)[-1]
        found = node.ca.items.get(key)
        if found is not None and any(token is not None and "\n" in getattr(token, "value", "")[1:] for token in found):
            return node.ca.items.pop(key)
        return _trailing(node[key])
    if isinstance(node, CommentedSeq) and node:
        found = node.ca.items.get(len(node) - 1)
        if found is not None and any(token is not None for token in found):
            node.ca.items.pop(len(node) - 1)
            # A list keeps its comment in the first place, a mapping in the third.
            return [None, None, found[0], None]
        return _trailing(node[-1])
    return None


def _yaml(text: str) -> YAML:
    """A writer that indents lists as the text does."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    lines = text.splitlines()
    follows = (line for above, line in pairwise(lines) if above.rstrip().endswith(":"))
    first = next((line for line in follows if line.lstrip().startswith("- ")), "  - ")
    offset = 2 if first.startswith(" ") else 0
    yaml.indent(mapping=2, sequence=2 + offset, offset=offset)
    return yaml


def _dumped(yaml: YAML, document: Any) -> str:
    stream = StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


def _same(yaml: YAML, one: str, other: str) -> bool:
    try:
        return bool(yaml.load(one) == yaml.load(other))
    except (YAMLError, ValueError):
        return False


def _carried(text: str, before: str, after: str) -> str:
    """The text with the lines changed that differ between ``before`` and ``after``, two layouts of its content."""
    own, old, new = (part.splitlines(keepends=True) for part in (text, before, after))
    place: dict[int, int] = {}
    for a, b, size in SequenceMatcher(None, old, own, autojunk=False).get_matching_blocks():
        place.update({a + step: b + step for step in range(size)})
    place[len(old)] = len(own)
    found: list[str] = []
    at = 0
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        begin, finish = _mapped(place, start, end)
        found += own[at:begin] + new[first:last]
        at = max(finish, begin)
    return "".join(found + own[at:])


def _mapped(place: Mapping[int, int], start: int, end: int) -> tuple[int, int]:
    """Where the old lines ``start`` to ``end`` stand in the text; what is laid out otherwise reaches its neighbours."""
    above = start - 1
    while above >= 0 and above not in place:
        above -= 1
    begin = place[start] if start in place else (place[above] + 1 if above >= 0 else 0)
    if end == start:
        return begin, begin
    if end - 1 in place:
        return begin, place[end - 1] + 1
    below = end
    while below not in place:
        below += 1
    return begin, place[below]
