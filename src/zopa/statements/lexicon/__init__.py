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


@cache
def word_table(name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of ``name.txt`` as written: columns parted by ``|``, the entries of a column by commas."""
    text = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(_entries(column) for column in line.split("|")) for line in lines)


def _entries(column: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in column.split(",") if entry.strip())
