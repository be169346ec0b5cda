"""Positions as plain rows: the shape of ``zopa positions --json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.coverage.article import words_of
from zopa.positions.evidence import is_dated, said_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.positions.evidence import Evidence


def positions_as_rows(evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    """One dictionary a position, in the order given.

    ``said_on`` is the date in the words, a day or a month, or else the day of publication; ``said_on_from`` says which
    (``words``, ``published`` or ``unknown``). ``content`` is the statement's words, ``condition`` a text or None.
    """
    return [_row(item) for item in evidence]


def _row(item: Evidence) -> dict[str, object]:
    position, statement, article = item.position, item.statement, item.article
    day = said_on(item)
    return {
        "party": position.party,
        "issue": position.issue,
        "option": position.option,
        "stance": position.stance,
        "strength": position.strength,
        "condition": position.condition.text if position.condition else None,
        "content": words_of(statement.content, article.text),
        "doc": article.doc,
        "speaker": statement.speaker,
        "relayed_via": list(statement.relayed_via),
        "said_on": statement.said_on or (day.isoformat() if day else None),
        "said_on_from": "words" if is_dated(item) else "published" if day else "unknown",
        "confidence": position.confidence,
        "coder": position.coder,
        "statement": statement.id,
        "counted": position.counted,
    }
