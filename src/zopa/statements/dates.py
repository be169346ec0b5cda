"""When something was said: a small grammar of the times news writing uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.statements.relative_dates import counted_from_day_told, counted_from_publication
from zopa.statements.words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.statement import DayBasis

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "(?P<month>" + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)) + r")\.?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}")
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?!\w){_YEAR}")
_IN_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Ll]ast|[Tt]his|[Bb]y)\s+(?:early\s+|late\s+|mid-)?{_MONTH}(?!\w)(?!\s+\d{{1,2}}\b){_YEAR}"
)
_WEEKDAY = re.compile(
    r"\b(?P<last>last\s+)?(?P<name>" + "|".join(name.capitalize() for name in sorted(WEEKDAYS)) + r")\b(?!['’]s)"
)
_AHEAD = timedelta(days=180)
_NOT_ABOUT_SAYING = re.compile(
    r"\b(?:until|by|before|after|since|from|next|for|through|till|due|of)\s+(?:early\s+|late\s+)?$|"
    r"\b(?:ahead of|before|until|since|scheduled|planned|due|set|expected)\s+(?:[\w’'-]+\s+){0,6}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class SaidOn:
    """An ISO day or month, whether the words give it exactly, and where it was found.

    ``basis`` is ``words`` where the statement's own sentence tells the time, ``context`` where it was carried over from
    a sentence near it or from the lead, ``published`` where it is the day of publication.
    """

    when: str
    exact: bool
    basis: DayBasis = "words"


def said_on(words: str, published: date | None) -> SaidOn | None:
    """The time that attributive words (a sentence without its content) give for the saying; None where they give none.

    A weekday is the latest such day not after publication; a month or a day without a year is the latest one that had
    begun by then. Without a day of publication only a date with its year can be resolved.
    """
    for find in (_full_date, _weekday, _month, _relative):
        found = find(words, published)
        if found is not None:
            return found
    return None


def _full_date(words: str, published: date | None) -> SaidOn | None:
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for match in pattern.finditer(words):
            if _NOT_ABOUT_SAYING.search(words[: match.start()]):
                continue
            year = _year(match, published)
            day = _valid(year, MONTHS[match.group("month").lower()], int(match.group("day"))) if year else None
            if day is None or _is_to_come(day, match, published):
                continue
            if published is not None and match.group("year") is None and day > published:
                if day - published < _AHEAD:
                    continue  # Something still to come, not the time of saying.
                day = _valid(day.year - 1, day.month, day.day) or day
            return SaidOn(day.isoformat(), exact=match.group("year") is not None or published is not None)
    return None


def _is_to_come(day: date, match: re.Match[str], published: date | None) -> bool:
    """Whether a day that is given with its year had not come when the article was published."""
    return published is not None and match.group("year") is not None and day > published


def _year(match: re.Match[str], published: date | None) -> int | None:
    if match.group("year"):
        return int(match.group("year"))
    return published.year if published else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(words: str, published: date | None) -> SaidOn | None:
    if published is None:
        return None
    for match in _WEEKDAY.finditer(words):
        if _NOT_ABOUT_SAYING.search(words[: match.start()]):
            continue
        back = (published.weekday() - _DAY_NAMES.index(match.group("name").lower())) % 7
        if match.group("last") and back == 0:
            back = 7
        if back == 6 and words[: match.start()].lower().endswith("early "):
            back = -1  # Written on the eve and brought up to date overnight.
        return SaidOn((published - timedelta(days=back)).isoformat(), exact=True)
    return None


def _relative(words: str, published: date | None) -> SaidOn | None:
    counted = counted_from_publication(words, published) if published else None
    return SaidOn(counted, exact=False) if counted else None


def _month(words: str, published: date | None) -> SaidOn | None:
    for match in _IN_MONTH.finditer(words):
        year = _year(match, published)
        if year is None or (match.group("year") is None and _EXPECTED.search(words)):
            continue
        month = MONTHS[match.group("month").lower()]
        if published is not None and (year, month) > (published.year, published.month):
            if match.group("year"):
                continue
            year -= 1
        return SaidOn(f"{year:04d}-{month:02d}", exact=False)
    return None


_EXPECTED = re.compile(r"\b(?:expects?|hopes?|plans?|will|at the (?:earliest|latest))\b", re.IGNORECASE)
_STILL_TO_COME = re.compile(r"\b(?:will|would|set to|scheduled|is to|are to|due to|next|plans? to|expected)\b", re.I)
_FRESH = timedelta(days=2)


def lead_day(sentences: Sequence[str], published: date | None) -> SaidOn | None:
    """The day a report is about: the first exact day in its first sentences, if it is past and fresh at publication.

    A lead that looks ahead ("are set to meet on Friday") gives none. The day is a guess for whatever is reported
    without a time of its own, so it is never exact.
    """
    if published is None:
        return None
    for words in sentences:
        found = None if _STILL_TO_COME.search(words) else said_on(words, published)
        if found is not None and found.exact and timedelta(0) <= published - date.fromisoformat(found.when) <= _FRESH:
            return SaidOn(found.when, exact=False, basis="context")
    return None


def from_day_told(words: str, told: SaidOn | None, published: date | None) -> SaidOn | None:
    """The day that ``two days later`` or ``the previous day`` counts from a day told before; None for other words."""
    if told is None or len(told.when) != len("2025-03-14"):
        return None
    counted = counted_from_day_told(words, date.fromisoformat(told.when), published)
    return SaidOn(counted, exact=False) if counted else None


def names_a_day(words: str) -> bool:
    """Whether a weekday or a day of a month stands in some words, be it the time of saying or of something else."""
    return any(pattern.search(words) is not None for pattern in (_WEEKDAY, _MONTH_DAY, _DAY_MONTH))


def tells_no_day(sentences: Sequence[str], published: date) -> bool:
    """Whether sentences that do not look ahead leave open on which day, or in which month, what they tell happened."""
    return all(_STILL_TO_COME.search(words) or said_on(words, published) is None for words in sentences)
