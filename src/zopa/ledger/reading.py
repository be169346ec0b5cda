"""A reading: what one version of the reader found in one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from zopa.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version of the reader found in one article, and when. The newest counts; older ones stay.

    ``article`` is the article's id, ``reader`` the reader's version, ``read_at`` carries a time zone.
    """

    article: str
    reader: str
    statements: tuple[Statement, ...]
    read_at: datetime
