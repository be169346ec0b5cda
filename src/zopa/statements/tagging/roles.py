"""The seven tags of a word: outside, or the beginning or inside of a source, a cue or a content."""

from __future__ import annotations

OUTSIDE = 0
SOURCE, CUE, CONTENT = 0, 1, 2
ROLES = ("source", "cue", "content")
TAGS = 7


def beginning(role: int) -> int:
    """The tag of the first word of a span of the role."""
    return 1 + 2 * role


def inside(role: int) -> int:
    """The tag of a further word of a span of the role."""
    return 2 + 2 * role
