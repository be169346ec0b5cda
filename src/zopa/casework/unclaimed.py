"""Speakers no party claims: who they are, so that the analyst can add those who speak for one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.casework.listing import Document

_MOST = 5


def unclaimed_speakers(documents: Iterable[Document]) -> list[tuple[str, int]]:
    """People named in the articles who belong to no party, with how many statements they made, the busiest first."""
    counts = Counter(
        statement.speaker
        for document in documents
        for statement, party in zip(document.statements, document.parties, strict=True)
        if party is None and statement.named
    )
    return counts.most_common()


def unclaimed_note(documents: Iterable[Document]) -> str | None:
    """One line that names them and says what to do; None where every named speaker belongs to a party."""
    speakers = unclaimed_speakers(documents)
    if not speakers:
        return None
    named = ", ".join(f"{name} ({count})" for name, count in speakers[:_MOST])
    more = f" and {len(speakers) - _MOST} more" if len(speakers) > _MOST else ""
    return (
        f"No party claims {named}{more}: what they say of their own is nobody's position. "
        "Add those who speak for a party to its people in case.yaml."
    )
