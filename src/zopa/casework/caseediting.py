"""Small edits of a case file that leave its comments, its order and every line they do not touch as they are."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from io import StringIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
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
       the document written before and after the edits is carried over to the text. Comments below what is taken away
       are those of what follows, and stay; what is added stands above them.

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
        if tag == "insert":
            above = _headings(own[at:begin], new[first])
            found += own[at : begin - above] + new[first:last] + own[begin - above : begin]
        else:
            below = _below(own[begin:finish])
            kept = [] if any(line in new[first:last] for line in below if line.strip()) else below
            found += own[at:begin] + new[first:last] + kept
        at = max(finish, begin)
    return "".join(found + own[at:])


def _below(lines: Sequence[str]) -> list[str]:
    """The comments at the end of lines taken away, no further in than the first: they are about what follows."""
    content = [line for line in lines if not _is_comment(line)]
    if not content:
        return []
    first, at = _indent(content[0]), len(lines)
    while at and _is_comment(lines[at - 1]) and (not lines[at - 1].strip() or _indent(lines[at - 1]) <= first):
        at -= 1
    return list(lines[at:])


def _headings(above: Sequence[str], line: str) -> int:
    """How many of the lines above an added one are comments no further in than it: they head what follows."""
    count = 0
    for one in reversed(above):
        if not _is_comment(one) or (one.strip() and _indent(one) > _indent(line)):
            break
        count += 1
    return count


def _is_comment(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


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
