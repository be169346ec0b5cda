"""Filing: about when an article without a day was published, by its place among the dated records of one file.

Exports of news archives list articles in the order of their days. Where the dated records of a file plainly do so, one
without a day was published between its neighbours. The guess orders such an article; it is never shown as its day.
"""

from __future__ import annotations

import itertools
import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from zopa.coverage.article import Article

FEWEST_DAYS = 5
"""Different days that a file's records must have for their order to say anything."""

IN_ORDER = 0.9
"""The share of the neighbouring dated records, days apart, that must stand in order."""

_DAY = timedelta(days=1)
_RECORD = re.compile(r"^(?P<file>.+):(?P<line>\d+)$")


def about_days(articles: Iterable[Article]) -> dict[str, date]:
    """About when the undated among the articles were published, by their ids; nothing for those that cannot be told.

    1. Records are put side by side file by file, in the order of their lines; a file with fewer than ``FEWEST_DAYS``
       different days is left out.
    2. The file is in order when at least ``IN_ORDER`` of the pairs of dated neighbours with different days go the same
       way, forward or back.
    3. An undated record was published halfway between the dated ones before and after it; at an end of the file, the
       day before or after the one neighbour it has.

    Cost: n log n in the articles.
    """
    files: dict[str, list[tuple[int, Article]]] = {}
    for article in articles:
        record = _RECORD.match(article.source)
        if record:
            files.setdefault(record["file"], []).append((int(record["line"]), article))
    found: dict[str, date] = {}
    for records in files.values():
        ordered = [article for _, article in sorted(records, key=lambda record: record[0])]
        forward = _forward([article.published for article in ordered if article.published is not None])
        if forward is not None:
            found |= dict(_placed(ordered if forward else ordered[::-1]))
    return found


def _forward(days: Sequence[date]) -> bool | None:
    """Whether days go forward, or back; None where they do neither."""
    steps = [after > before for before, after in itertools.pairwise(days) if after != before]
    if len(set(days)) < FEWEST_DAYS:
        return None
    share = sum(steps) / len(steps)
    return share >= IN_ORDER if share >= IN_ORDER or share <= 1 - IN_ORDER else None


def _placed(articles: Sequence[Article]) -> Iterator[tuple[str, date]]:
    """Ids and days of the undated among articles whose days go forward."""
    before = _last_days(articles)
    after = _last_days(articles[::-1])[::-1]
    for article, earlier, later in zip(articles, before, after, strict=True):
        if article.published is not None:
            continue
        if earlier is not None and later is not None:
            yield article.id, earlier + (later - earlier) / 2
        elif earlier is not None:
            yield article.id, earlier + _DAY
        elif later is not None:
            yield article.id, later - _DAY


def _last_days(articles: Sequence[Article]) -> list[date | None]:
    """For each article the day of the last dated one up to it."""
    found: list[date | None] = []
    last: date | None = None
    for article in articles:
        last = article.published or last
        found.append(last)
    return found
