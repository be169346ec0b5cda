"""What comes out of reading coverage: a page that was read, or a note that something was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.coverage.article import Article


@dataclass(frozen=True, slots=True)
class Page:
    """One article and the bytes it was read from.

    ``raw`` is the file as it was found; for one record of a JSON or JSONL file, the record's own bytes. ``notes`` say
    in plain words what had to be assumed (an encoding, a date that could not be understood).
    """

    article: Article
    raw: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read: where it stands, why, and what to do about it, in plain words.

    ``source`` is a path, or ``path:line`` for one record of a JSONL file. ``code`` names an entry of
    ``zopa.coverage.CODES``.
    """

    source: str
    reason: str
    code: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class Unreadable(Exception):
    """Raised inside this room for one file or record; ``read_coverage`` turns it into Skipped."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
