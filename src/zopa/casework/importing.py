"""Exported files back into a ledger: what fits is kept, and for everything else it is said why not."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from zopa.case import load_case
from zopa.casework.folder import case_folder
from zopa.casework.parcels import Entry, Parcel, open_parcel
from zopa.coverage import Article, Page, article_id
from zopa.errors import NothingReadable, UsageError
from zopa.ledger import Ledger, Reading, Review, place_reviews
from zopa.ledger.rows import dict_to_article, dict_to_comment, dict_to_reading, dict_to_review
from zopa.positions import in_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from zopa.case import Case
    from zopa.ledger import Comment

Made = TypeVar("Made")

_WRONG = (KeyError, TypeError, ValueError, AttributeError, binascii.Error)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not brought in: a file, or one entry of it, and why."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(slots=True)
class ImportReport:
    """What an import brought in: how much was new, how much was there already, and what was left out, with reasons."""

    reviews: int = 0
    readings: int = 0
    articles: int = 0
    comments: int = 0
    known: int = 0
    skipped: list[LeftOut] = field(default_factory=list)

    def __str__(self) -> str:
        """One line."""
        new = f"{self.reviews} reviews, {self.readings} readings and {self.articles} articles are new"
        new += f", and {self.comments} comments" if self.comments else ""
        return f"{new}; {self.known} were there already, {len(self.skipped)} left out"


def import_reviews(path: Path | str, files: Sequence[Path], *, other_case: bool = False) -> ImportReport:
    """Bring exported files into the ledger of a case: reviews, comments, and the articles and readings a file carries.

    A review is kept if its words stand in an article of the ledger (or of the file), its coding is one the case has,
    and what it takes back is known. Everything else is reported entry by entry, and the rest is kept. Bringing the same
    file in again changes nothing. ``other_case`` allows files exported from another case.

    Errors: UsageError for a file of another case, or one a newer zopa wrote; NothingReadable where no file holds
    anything; CaseError, LedgerError. Then nothing was brought in.
    """
    folder = case_folder(path)
    case = load_case(folder.path)
    report = ImportReport()
    parcels = [parcel for file in files if (parcel := _opened(file, report)) is not None]
    if not parcels:
        raise NothingReadable(" ".join(str(skipped) for skipped in report.skipped))
    for parcel in parcels:
        _check(parcel, case, other_case)
    with Ledger.open(folder.ledger) as ledger:
        for parcel in parcels:
            _bring_in(parcel, ledger, case, report)
    return report


def _opened(file: Path, report: ImportReport) -> Parcel | None:
    try:
        return open_parcel(file)
    except NothingReadable as error:
        report.skipped.append(LeftOut(str(file), str(error)))
        return None


def _check(parcel: Parcel, case: Case, other_case: bool) -> None:
    if parcel.entries and parcel.case != case.id and not other_case:
        raise UsageError(
            f"{parcel.name} was exported from the case {parcel.case!r}, and this is {case.id!r}. "
            "If that is meant, add --other-case."
        )


def _bring_in(parcel: Parcel, ledger: Ledger, case: Case, report: ImportReport) -> None:
    for page in _pages(parcel, report):
        if ledger.add_page(page):
            report.articles += 1
        else:
            report.known += 1
    stored = {article.id: article for article in ledger.articles()}
    readings = []
    for where, reading in _readings(parcel, report):
        if reading.article in stored:
            readings.append(reading)
        else:
            report.skipped.append(LeftOut(where, f"it reads an article that is not here ({reading.article})"))
    added = ledger.add_readings(readings)
    report.readings += added
    report.known += len(readings) - added
    reviews = list(_fitting(list(_reviews(parcel, report)), ledger, case, report))
    added = ledger.add_reviews(reviews)
    report.reviews += added
    report.known += len(reviews) - added
    for comment in _comments(parcel, report):
        if ledger.add_comment(comment):
            report.comments += 1
        else:
            report.known += 1


def _fitting(found: Sequence[tuple[str, Review]], ledger: Ledger, case: Case, report: ImportReport) -> Iterator[Review]:
    """The reviews that fit this ledger and this case; for every other it is reported why not."""
    articles = {article.id: article for article in ledger.articles()}
    placed = place_reviews([review for _, review in found], articles, ())
    known = {review.id for review in ledger.reviews()} | {review.id for _, review in found}
    for (where, review), place in zip(found, placed, strict=True):
        unknown = [id for id in review.supersedes if id not in known]
        foreign = [coding for coding in (review.before, review.after) if coding and not in_case(coding, case)]
        if review.target.article not in articles and place.standing == "broken":
            report.skipped.append(LeftOut(where, place.why))
        elif foreign:
            coding = foreign[0]
            what = f"{coding.party}, {coding.issue}: {coding.option}"
            report.skipped.append(LeftOut(where, f"the case has no such party, issue or option ({what})"))
        elif unknown:
            report.skipped.append(LeftOut(where, f"it takes the place of a review that is not here ({unknown[0]})"))
        else:
            yield review


def _pages(parcel: Parcel, report: ImportReport) -> Iterator[Page]:
    for entry in parcel.entries:
        if entry.kind == "article" and "text" in entry.values:
            page = _understood(entry, report, _page)
            if page is not None:
                yield page


def _readings(parcel: Parcel, report: ImportReport) -> Iterator[tuple[str, Reading]]:
    for entry in parcel.entries:
        if entry.kind == "reading":
            reading = _understood(entry, report, dict_to_reading)
            if reading is not None:
                yield entry.where, reading


def _reviews(parcel: Parcel, report: ImportReport) -> Iterator[tuple[str, Review]]:
    for entry in parcel.entries:
        if entry.kind == "review":
            review = _understood(entry, report, _review)
            if review is not None:
                yield entry.where, review
        elif entry.kind not in ("article", "reading", "comment"):
            why = entry.problem or "it is none of article, reading, review and comment"
            report.skipped.append(LeftOut(entry.where, why))


def _comments(parcel: Parcel, report: ImportReport) -> Iterator[Comment]:
    for entry in parcel.entries:
        if entry.kind == "comment":
            comment = _understood(entry, report, _comment)
            if comment is not None:
                yield comment


def _understood(entry: Entry, report: ImportReport, make: Callable[[Mapping[str, Any]], Made]) -> Made | None:
    try:
        return make(entry.values)
    except _WRONG as error:
        report.skipped.append(LeftOut(entry.where, f"it is no {entry.kind} ({_reason(error)})"))
        return None


def _reason(error: Exception) -> str:
    return f"it has no {error}" if isinstance(error, KeyError) else str(error).splitlines()[0]


def _review(values: Mapping[str, Any]) -> Review:
    review = dict_to_review(values)
    if not review.by.strip():
        raise ValueError("it does not say who decided")
    return review


def _comment(values: Mapping[str, Any]) -> Comment:
    comment = dict_to_comment(values)
    if not comment.by.strip() or not comment.text.strip():
        raise ValueError("it says nothing, or not who says it")
    return comment


def _page(values: Mapping[str, Any]) -> Page:
    article: Article = dict_to_article(values)
    if article_id(article.text) != article.id:
        raise ValueError("its text is not the one its id names")
    return Page(article, base64.b64decode(values["raw"], validate=True))
