"""Codings as people read and write them, in the terminal and in the browser."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from zopa.coverage import Span

if TYPE_CHECKING:
    from zopa.casework.reviewing import Item
    from zopa.ledger import Review
    from zopa.positions import Coding

DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "unsure": "unsure",
    "edit": "edited",
    "add": "added",
    "note": "noted",
    "statement": "statement added",
}
"""Decisions as they are told."""


def told(review: Review) -> str:
    """A decision in one line."""
    line = DONE.get(review.decision, review.decision)
    if review.decision in ("edit", "add") and review.after:
        line += f": {in_words(review.after)}"
    return f"{line} ({review.note})" if review.note else line


def in_words(coding: Coding) -> str:
    """A coding in one line."""
    line = f"{coding.party} {coding.stance} {coding.issue}: {coding.option} ({coding.strength.replace('_', ' ')})"
    line += f", if {coding.condition}" if coding.condition else ""
    return line + (f", said on {coding.said_on}" if coding.said_on else "")


def is_day_or_month(typed: str) -> bool:
    """Whether this is a day (``2026-03-30``) or a month (``2026-03``) of the calendar."""
    try:
        date.fromisoformat(typed if len(typed) > len("2026-03") else f"{typed}-01")
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d(-\d\d)?", typed, re.ASCII) is not None


def places_of(typed: str, item: Item) -> list[Span]:
    """Where words stand in the paragraphs of an item's statement, whatever the white space between them."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in typed.split()))
    paragraphs = [
        span for span in item.article.paragraphs if any(span.overlaps(held) for held in item.statement.content)
    ]
    return [
        Span(*match.span())
        for span in paragraphs
        for match in pattern.finditer(item.article.text, span.start, span.end)
        if match.end() > match.start()
    ]
