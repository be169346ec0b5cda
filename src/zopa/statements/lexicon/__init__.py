"""Word lists, one entry a line, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of ``name.txt`` in small letters; lines that begin with ``#`` are comments."""
    text = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def word_set(listed: str) -> frozenset[str]:
    """The words of a string, parted at white space."""
    return frozenset(listed.split())
