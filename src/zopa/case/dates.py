"""Reading a day of a case file."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from zopa.case.entries import word

if TYPE_CHECKING:
    from zopa.case.findings import Findings, Place


def read_date(findings: Findings, value: Any, place: Place) -> date | None:
    """The day at a place of the file, None where nothing stands there; what is no day is reported (ZP031)."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = word(value) or ""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            raise ValueError(written)
        return date.fromisoformat(written)
    except ValueError:
        findings.report("ZP031", place, f"{written or value!r} is not a date.")
        return None
