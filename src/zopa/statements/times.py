"""When something happens: the times that news writing names, past and to come, as days with a precision.

``dates.py`` reads when something was *said*, which is never after publication. This reads every time a passage names,
so that a meeting *next Friday* and an arrest *in 2023* can be placed as well.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from zopa.coverage.article import Span
from zopa.statements.relative_dates import counted_from_publication
from zopa.statements.words import MONTHS, WEEKDAYS

Precision = Literal["day", "week", "month", "season", "year", "open"]
Direction = Literal["past", "ahead", "unknown"]

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?P<month>" + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10}  # fmt: skip
_COUNT = r"(?P<count>an?|\d{1,2}|" + "|".join(sorted((word for word in _COUNTS if len(word) > 2), key=len)) + ")"
_WAY = re.compile(
    r"\b(?:will|would|could|(?-i:may)|might|shall|plans?|planned|scheduled|set to|due|is to|are to|expected|next|"
    r"upcoming|coming|tomorrow|prepar(?:e|ing)|intends?|proposed?|invited)\b",
    re.IGNORECASE,
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time named by the words at ``span``: its first and last day, both None where it cannot be placed.

    ``precision`` says how exact the words are; ``open`` is a time without an end that can be told (*in the coming
    days*) or one that needs a day of publication the article does not give.
    """

    span: Span
    start: date | None
    end: date | None
    precision: Precision


def direction_of(words: str) -> Direction:
    """Whether words look ahead. What does not is taken as past or present."""
    return "ahead" if _WAY.search(words) else "past"


def moments_in(text: str, span: Span, published: date | None, direction: Direction = "unknown") -> list[Moment]:
    """Every time named in a span, in order, none inside another.

    A weekday, a month or a day without a year is the latest one not after publication where the words look back, the
    first one not before it where they look ahead (``unknown``: told from the words themselves). Cost: linear.
    """
    way = direction_of(span.of(text)) if direction == "unknown" else direction
    found: list[Moment] = []
    for pattern, place in _GRAMMAR:
        for match in pattern.finditer(text, span.start, span.end):
            where = Span(match.start(), match.start() + len(match.group().rstrip(".")))
            if any(where.overlaps(other.span) for other in found):
                continue
            moment = place(match, where, published, way)
            if moment is not None:
                found.append(moment)
    return sorted(found, key=lambda moment: moment.span)


def _open(where: Span, precision: Precision = "open") -> Moment:
    return Moment(where, None, None, precision)


def _one_day(where: Span, day: date) -> Moment:
    return Moment(where, day, day, "day")


def _whole_month(where: Span, year: int, month: int) -> Moment:
    return Moment(where, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def _dated(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment | None:
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    try:
        if match["year"]:
            return _one_day(where, date(int(match["year"]), month, day))
        if published is None:
            return _open(where)
        days = [date(published.year + step, month, day) for step in (-1, 0, 1)]
    except ValueError:
        return None
    return _one_day(where, _nearest(days, published, way))


def _nearest(days: list[date], published: date, way: Direction) -> date:
    """The day meant: the first to come or the latest gone, unless the other is far nearer (within two months)."""
    ahead = [day for day in days if day >= published]
    gone = [day for day in days if day <= published]
    close = min(days, key=lambda day: abs((day - published).days))
    if abs((close - published).days) <= 60:
        return close
    return (ahead[0] if ahead else close) if way == "ahead" else (gone[-1] if gone else close)


def _iso(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment | None:
    try:
        return _one_day(where, date.fromisoformat(match.group()))
    except ValueError:
        return None


def _month_year(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment | None:
    month = MONTHS[match["month"].lower()]
    if match["year"]:
        return _whole_month(where, int(match["year"]), month)
    if published is None:
        return _open(where)
    year = published.year
    if way == "ahead" and match["lead"].lower() != "last":
        year += month < published.month
    else:
        year -= month > published.month or (match["lead"].lower() == "last" and month >= published.month)
    return _whole_month(where, year, month)


def _year(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    year = int(match["year"])
    return Moment(where, date(year, 1, 1), date(year, 12, 31), "year")


def _weekday(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    if published is None:
        return _open(where)
    number = _DAY_NAMES.index(match["name"].lower())
    lead = (match["lead"] or "").lower().strip()
    if lead == "next" or (way == "ahead" and lead != "last"):
        forward = (number - published.weekday()) % 7
        return _one_day(where, published + timedelta(days=forward or (7 if lead == "next" else 0)))
    back = (published.weekday() - number) % 7
    if back == 6 and lead == "early":
        back = -1  # Written on the eve and brought up to date overnight.
    return _one_day(where, published - timedelta(days=back or (7 if lead == "last" else 0)))


def _near_day(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    if published is None:
        return _open(where)
    return _one_day(where, published + timedelta(days={"tomorrow": 1, "yesterday": -1}.get(match["near"].lower(), 0)))


def _near_span(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    if published is None:
        return _open(where)
    step = {"next": 1, "the coming": 1, "the following": 1, "last": -1, "the past": -1}.get(match["lead"].lower(), 0)
    unit = match["unit"].lower()
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * step)
        return Moment(where, monday, monday + timedelta(days=6), "week")
    if unit == "weekend":
        saturday = published - timedelta(days=published.weekday()) + timedelta(days=5 + 7 * step)
        return Moment(where, saturday, saturday + timedelta(days=1), "week")
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
        return _whole_month(where, year, month + 1)
    return Moment(where, date(published.year + step, 1, 1), date(published.year + step, 12, 31), "year")


def _counted_ahead(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    if published is None:
        return _open(where)
    written = match["count"].lower()
    count = int(written) if written.isdigit() else _COUNTS[written]
    if match["unit"].lower() == "day":
        return _one_day(where, published + timedelta(days=count))
    if match["unit"].lower() == "week":
        day = published + timedelta(days=7 * count)
        return Moment(where, day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday()), "week")
    year, month = divmod(published.year * 12 + published.month - 1 + count, 12)
    return _whole_month(where, year, month + 1)


def _counted_back(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment | None:
    counted = counted_from_publication(match.group(), published) if published else None
    if counted is None:
        return _open(where)
    if len(counted) == len("2025-08"):
        return _whole_month(where, int(counted[:4]), int(counted[5:]))
    return _one_day(where, date.fromisoformat(counted))


def _years_back(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    if published is None:
        return _open(where)
    written = match["count"].lower()
    count = int(written) if written.isdigit() else _COUNTS[written]
    year = published.year - count
    return Moment(where, date(year, 1, 1), date(year, 12, 31), "year")


def _season(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    month = _SEASONS[match["season"].lower()]
    if match["year"] is None and published is None:
        return _open(where)
    year = int(match["year"]) if match["year"] else published.year if published else 0
    if match["year"] is None and published is not None and way != "ahead":
        year -= month > published.month or (month == published.month and match["lead"].lower() == "last")
    end_year, end_month = divmod(year * 12 + month + 1, 12)
    end = date(end_year, end_month + 1, calendar.monthrange(end_year, end_month + 1)[1])
    return Moment(where, date(year, month, 1), end, "season")


def _some_day(match: re.Match[str], where: Span, published: date | None, way: Direction) -> Moment:
    return _open(where)


_Placer = Callable[[re.Match[str], Span, date | None, Direction], Moment | None]
_GRAMMAR: tuple[tuple[re.Pattern[str], _Placer], ...] = (
    (re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b"), _iso),
    (re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>{_YEAR}))?"), _dated),
    (re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>{_YEAR}))?"), _dated),
    (
        re.compile(
            rf"\b(?P<lead>[Ii]n|[Ll]ast|[Tt]his|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]or|[Dd]uring|[Oo]f|[Nn]ext|[Tt]he)\s+"
            rf"(?:early\s+|late\s+|mid-)?{_MONTH}(?!\s+\d{{1,2}}\b)(?:,?\s+(?P<year>{_YEAR}))?"
        ),
        _month_year,
    ),
    (re.compile(rf"\b(?P<lead>){_MONTH},?\s+(?P<year>{_YEAR})\b"), _month_year),
    (
        re.compile(
            r"\b(?:(?P<lead>next|last|this|early|late)\s+)?(?P<name>"
            + "|".join(name.capitalize() for name in sorted(WEEKDAYS))
            + r")\b"
        ),
        _weekday,
    ),
    (re.compile(r"\b(?P<near>today|tonight|tomorrow|yesterday)\b", re.IGNORECASE), _near_day),
    (
        re.compile(
            r"\b(?P<lead>next|last|this|the coming|the following|the past)\s+(?P<unit>weekend|week|month|year)\b", re.I
        ),
        _near_span,
    ),
    (re.compile(rf"\b(?:in|within)\s+{_COUNT}\s+(?P<unit>day|week|month)s?(?:['’]s? time)?\b", re.I), _counted_ahead),
    (
        re.compile(
            rf"\b{_COUNT}\s+(?:day|week|month)s?\s+(?:ago|earlier)\b|\b(?:over|at) the weekend\b|"
            r"\b(?:earlier|later) in the day\b|\bthis (?:morning|afternoon|evening)\b",
            re.IGNORECASE,
        ),
        _counted_back,
    ),
    (re.compile(rf"\b{_COUNT}(?:½|\.5)?(?:\s+and a half)?\s+years?\s+ago\b", re.IGNORECASE), _years_back),
    (
        re.compile(rf"\b(?P<lead>in the|last|this|next|the)\s+(?P<season>spring|summer|autumn|winter)(?:\s+(?:of\s+)?"
                   rf"(?P<year>{_YEAR}))?\b", re.I),
        _season,
    ),
    (re.compile(rf"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Oo]f|[Dd]uring|[Ll]ate|[Ee]arly)\s+"
                rf"(?P<year>{_YEAR})\b"), _year),
    (
        re.compile(
            r"\b(?:in the (?:coming|next few|near) (?:days|weeks|months|future)|(?:as )?soon(?: as possible)?|"
            r"at a later date|recently|lately)\b",
            re.IGNORECASE,
        ),
        _some_day,
    ),
)  # fmt: skip
