"""Dates of publication as pages print them: a small grammar of whole days, in words or figures.

A date counts only if it names a day, a month and a year. In figures the day comes first (25.04.2025, 03/04/2025)
unless that is impossible (04/25/2025) or the year comes first (2025-04-25).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from dateutil import parser as dateutil_parser

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<![\w.]){form}(?!\.?\d)", re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:\s+of)?[\s\-]+{_MONTH},?[\s\-]+{_YEAR}",
        rf"{_MONTH}[\s\-]+{_DAY},?[\s\-]+{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)",
    )
)
_URL_FORMS = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})(?=[/\-_.?]|$)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<=[/\-_])(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=[/\-_.]|$)"),
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_BESIDE_A_DATE = re.compile(
    rf"{_WEEKDAY}|\b(?:(?:first|last)\s+)?(?:published|updated?|posted|modified|released?|issued|filed|created|date|on|at|by"
    r"|as of|am|pm|a\.m|p\.m|local time|hours?|hrs|gmt|utc|c?es?t|e[ds]t|p[ds]t|bst|ist|msk|eet|eest"
    r"|\d{1,3}[ -]min(?:ute)?s?(?: read)?)\b"
    r"|\d{1,2}[:.h]\d\d(?::\d\d)?(?:[ap]m\b)?|[\W_]|\d{4}",
    re.IGNORECASE,
)


def find_date(text: str) -> date | None:
    """The first whole day named in a text, or None."""
    found = [(match.start(), day) for form in _FORMS for match in form.finditer(text) if (day := _day(match))]
    return min(found, default=(0, None))[1]


def is_date_line(line: str) -> bool:
    """Whether a line says nothing but a date of publication: ``Posted June 2, 2025 8:33 am.``."""
    if find_date(line) is None:
        return False
    rest = line
    for form in _FORMS:
        rest = form.sub(" ", rest)
    return not _BESIDE_A_DATE.sub("", rest)


def date_in_url(url: str) -> date | None:
    """The day an address names in its path (``/2025/08/09/``, ``/20250809/``, ``2025-08-09``), or None."""
    for form in _URL_FORMS:
        for match in form.finditer(url.lower()):
            if day := _day(match):
                return day
    return None


def date_near_top(lines: Iterable[str]) -> date | None:
    """The first date of publication among the lines above a body: a line that says nothing else, or a dateline."""
    return next((day for line in lines if is_date_line(line) and (day := find_date(line))), None)


def parse_date(value: object) -> date | None:
    """The day a field of a record or of a page's metadata stands for, or None if it cannot be understood.

    Takes a date, a datetime, an ISO 8601 string, and what ``find_date`` or an e-mail header (through dateutil) reads.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    return _iso(value.strip()) or find_date(value) or _loose(value)


def _iso(value: str) -> date | None:
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _loose(value: str) -> date | None:
    if not re.search(r"(?:19|20)\d\d", value):
        return None
    # Two different defaults: what the string does not say would come out differently, and is then refused.
    try:
        first, second = (
            dateutil_parser.parse(value, dayfirst=True, default=default, ignoretz=True).date()
            for default in (datetime(2000, 1, 1), datetime(2001, 2, 2))
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return first if first == second else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        return _date(year, second, first) or _date(year, first, second)
    return _date(year, _month(parts["month"]), int(parts["day"]))


def _month(value: str) -> int:
    if value.isdigit():
        return int(value)
    name = value[:3].lower()
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
