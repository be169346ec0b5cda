"""The tags of words. The tagger marks beginnings and insides of spans; the linker marks their last words as well."""

from __future__ import annotations

OUTSIDE = 0
SOURCE, CUE, CONTENT = 0, 1, 2
ROLES = ("source", "cue", "content")
TAGS = 7
"""Tags of the tagger: outside, and two for each role."""
LINK_TAGS = 13
"""Tags of the linker: outside, and four for each role."""


def beginning(role: int) -> int:
    """The tagger's tag of the first word of a span of the role."""
    return 1 + 2 * role


def inside(role: int) -> int:
    """The tagger's tag of a further word of a span of the role."""
    return 2 + 2 * role


def first(role: int) -> int:
    """The linker's tag of the first of several words of a span of the role."""
    return 1 + 4 * role


def middle(role: int) -> int:
    """The linker's tag of a word with words of the same span on both sides."""
    return 2 + 4 * role


def last(role: int) -> int:
    """The linker's tag of the last of several words."""
    return 3 + 4 * role


def only(role: int) -> int:
    """The linker's tag of a span of one word."""
    return 4 + 4 * role
