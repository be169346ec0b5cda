"""Times counted from another day: ``three days ago`` from publication, ``two days later`` from the day told before.

None of them names a day, so whatever is worked out here is never exact.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10}  # fmt: skip
_UNIT_DAYS = {"day": 1, "week": 7}
_COUNT = r"(?P<count>an?|\d{1,2}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")"
_BACK = re.compile(
    rf"\b{_COUNT}\s+(?P<unit>day|week|month)s?\s+(?P<way>ago|earlier|before|previously)\b", re.IGNORECASE
)
_ONWARD = re.compile(rf"\b{_COUNT}\s+(?P<unit>day|week)s?\s+(?P<way>later|afterwards?|after (?:that|this))\b", re.I)
_DAYS_BACK = (
    (
        re.compile(
            r"\b(?:today|tonight|overnight|(?:earlier|later) in the day|earlier today|"
            r"this (?:morning|afternoon|evening))\b",
            re.IGNORECASE,
        ),
        0,
    ),
    (re.compile(r"\b(?:yesterday|the (?:day before|previous day)|last night)\b", re.IGNORECASE), 1),
    (re.compile(r"\blast week\b", re.IGNORECASE), 7),
)
_WEEKEND = re.compile(r"\b(?:over|at|during) the weekend\b", re.IGNORECASE)
_MONTHS_BACK = (
    (re.compile(r"\b(?:earlier |later )?this month\b", re.IGNORECASE), 0),
    (re.compile(r"\blast month\b", re.IGNORECASE), 1),
)
_THIS_WEEK = re.compile(r"\b(?:(?:earlier|later) )?this week\b", re.IGNORECASE)
_FROM_THE_DAY_TOLD = (
    (re.compile(r"\bthe (?:next|following) day\b|\bthe day after\b", re.IGNORECASE), 1),
    (re.compile(r"\bthe (?:previous day|day before|night before)\b", re.IGNORECASE), -1),
    (
        re.compile(
            r"\b(?:the same (?:day|evening|morning|afternoon)|later (?:that|in the) day|"
            r"(?:hours|minutes|shortly|moments) (?:later|after(?:wards?)?|earlier|before(?:hand)?))\b",
            re.IGNORECASE,
        ),
        0,
    ),
)


def counted_from_publication(words: str, published: date) -> str | None:
    """The ISO day or month that words count from the day of publication, or None where they count nothing.

    ``last week`` is the day a week before, ``this week`` the month of publication if the week began in it, because no
    day of it is likelier than another.
    """
    for pattern, days in _DAYS_BACK:
        if pattern.search(words):
            return (published - timedelta(days=days)).isoformat()
    if match := _BACK.search(words):
        return _back(published, _count(match), match["unit"].lower())
    if _WEEKEND.search(words):
        return (published - timedelta(days=(published.weekday() - 6) % 7)).isoformat()
    for pattern, months in _MONTHS_BACK:
        if pattern.search(words):
            return _months_before(published, months)
    if _THIS_WEEK.search(words):
        began = published - timedelta(days=published.weekday())
        return _months_before(published, 0) if began.month == published.month else None
    return None


def counted_from_day_told(words: str, told: date, published: date | None) -> str | None:
    """The ISO day that words count from a day the article told of before; None where they count from no such day.

    ``Two days later``, ``the next day``, ``a week earlier``, ``the same day``. A day after publication is not given.
    """
    for pattern, days in _FROM_THE_DAY_TOLD:
        if pattern.search(words):
            return _not_after(told + timedelta(days=days), published)
    if match := _ONWARD.search(words):
        return _not_after(told + timedelta(days=_count(match) * _UNIT_DAYS[match["unit"].lower()]), published)
    match = _BACK.search(words)
    if match and match["way"].lower() in ("earlier", "before"):
        return _back(told, _count(match), match["unit"].lower())
    return None


def _count(match: re.Match[str]) -> int:
    count = match["count"].lower()
    return int(count) if count.isdigit() else _COUNTS[count]


def _back(day: date, count: int, unit: str) -> str:
    return (
        _months_before(day, count) if unit == "month" else (day - timedelta(days=count * _UNIT_DAYS[unit])).isoformat()
    )


def _months_before(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year:04d}-{month + 1:02d}"


def _not_after(day: date, published: date | None) -> str | None:
    return None if published is not None and day > published else day.isoformat()
