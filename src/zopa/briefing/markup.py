"""Markdown as characters: escaping, tables and marked excerpts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.briefing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.briefing.briefing import StatementEntry

_SPECIAL = re.compile(r"[\\`*_\[\]#|~<>&$]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]|(?<=^\d{4})[.)]")
_BARE_LINK = re.compile(r"(?i)\b(https?|ftp|www)([:.])")


def escape(text: str) -> str:
    """Text that Markdown shows as it is: on one line, with every character that could start markup escaped."""
    escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}", plain(text))
    return _BARE_LINK.sub(lambda found: f"{found[1]}&#{ord(found[2])};", escaped)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table whose cells are Markdown already."""
    yield ""
    yield f"| {' | '.join(headings)} |"
    yield f"|{' --- |' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def excerpt(statement: StatementEntry) -> str:
    """A statement in its sentences, its content in bold."""
    shown, end = "", None
    for piece in statement.excerpt.pieces:
        inner = escape(piece.text)
        gap = " … " if end is not None and piece.start > end else " " * piece.text[:1].isspace()
        shown = shown.rstrip() + gap if gap else shown
        shown += f"**{inner}**" if "content" in piece.marks and inner else inner
        shown += " " * (bool(inner) and piece.text[-1:].isspace())
        end = piece.end
    return shown.strip()
