"""Meetings and circumstances of a case: read anew from the articles each time, nothing of them is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.meetings import (
    Circumstance,
    Flag,
    Meeting,
    check_meeting,
    merge_meetings,
    noted_meetings,
    read_circumstances,
    read_meetings,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from zopa.casework.gathering import Gathered
    from zopa.coverage import Article
    from zopa.meetings import Attendee, Report, Time, Words
    from zopa.statements import Statement


@dataclass(frozen=True, slots=True)
class Checked:
    """A meeting with what the checks say about it."""

    meeting: Meeting
    flags: tuple[Flag, ...]


def meetings_of(gathered: Gathered) -> list[Checked]:
    """Every meeting known on the day, those of coverage by their days and then those of the case file, each checked."""
    known = gathered.known
    own = _by_article(known)
    reports = [
        one for article in known.articles.values() for one in read_meetings(article, known.case, own[article.id])
    ]
    found = [*merge_meetings(reports), *noted_meetings(known.case)]
    return [Checked(meeting, check_meeting(meeting, known.case, known.as_of)) for meeting in found]


def circumstances_of(gathered: Gathered) -> list[Circumstance]:
    """What coverage known on the day tells of law, happenings, and what each side holds."""
    known = gathered.known
    own = _by_article(known)
    articles = sorted(
        known.articles.values(), key=lambda article: (article.published is None, article.published or known.as_of)
    )
    return [one for article in articles for one in read_circumstances(article, known.case, own[article.id])]


def _by_article(known: Gathered) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {id: [] for id in known.articles}
    for statement in known.statements:
        found[statement.article].append(statement)
    return found


def meeting_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row a meeting, by day; those without one last, those of the case file behind the others."""
    return meeting_rows_in(gather(case_folder(path), as_of))


def meeting_rows_in(gathered: Gathered) -> list[dict[str, Any]]:
    """One row a meeting of what was gathered."""
    docs = {id: article.doc for id, article in gathered.articles.items()}
    return [_row(found, docs) for found in meetings_of(gathered)]


def _row(found: Checked, docs: Mapping[str, str]) -> dict[str, Any]:
    meeting = found.meeting
    return {
        "who": [one.name for one in meeting.attendees if one.role in ("attends", "hosts", "mediates")],
        "others": [
            f"{one.name}: {one.role}" for one in meeting.attendees if one.role not in ("attends", "hosts", "mediates")
        ],
        "attendees": [_attendee(one, docs) for one in meeting.attendees],
        "parties": list(meeting.parties),
        "where": meeting.venue.name if meeting.venue else None,
        "state": meeting.venue.state if meeting.venue else None,
        "suggested": [
            {"where": one.name, "state": one.state, "words": _words(one.words, docs)} for one in meeting.suggested
        ],
        "when": in_days(meeting.time),
        "from": meeting.time.start.isoformat() if meeting.time and meeting.time.start else None,
        "to": meeting.time.end.isoformat() if meeting.time and meeting.time.end else None,
        "precision": meeting.time.precision if meeting.time else None,
        "format": meeting.format,
        "status": meeting.status,
        "preconditions": _all("preconditions", meeting, docs),
        "purposes": _all("purposes", meeting, docs),
        "durations": _all("durations", meeting, docs),
        "outcomes": _all("outcomes", meeting, docs),
        "conflicts": [
            {
                "what": one.what,
                "values": [{"value": told.value, "words": _words(told.words, docs)} for told in one.values],
            }
            for one in meeting.conflicts
        ],
        "flags": [_flag(one) for one in found.flags],
        "told_by": "the analyst" if meeting.asserted else "coverage",
        "note": meeting.note,
        "source": meeting.source,
        "articles": [docs[id] for id in meeting.articles],
        "reports": [_report(one, docs) for one in meeting.reports],
        "statements": list(meeting.statements),
        "meeting": meeting.id,
    }


def in_days(time: Time | None) -> str:
    """A time as a reader sees it: a day, a range of days, or the words where they cannot be placed."""
    if time is None:
        return ""
    if time.start is None:
        return f"“{time.words.text}”" if time.words.text else ""
    return time.start.isoformat() if time.start == time.end else f"{time.start} to {time.end}"


def _words(words: Words, docs: Mapping[str, str]) -> dict[str, Any]:
    return {"doc": docs.get(words.article), "spans": [list(span) for span in words.spans], "words": words.text}


def _attendee(one: Attendee, docs: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": one.name,
        "party": one.party,
        "person": one.person,
        "role": one.role,
        "words": _words(one.words, docs),
    }


def _all(what: str, meeting: Meeting, docs: Mapping[str, str]) -> list[dict[str, Any]]:
    return [_words(words, docs) for report in meeting.reports for words in getattr(report, what)]


def _report(report: Report, docs: Mapping[str, str]) -> dict[str, Any]:
    return {
        "doc": docs[report.article],
        "published": report.published.isoformat() if report.published else None,
        "sentence": list(report.sentence),
        "told": _words(report.told, docs),
        "status": report.status,
        "status_words": [_words(told.words, docs) for told in report.statuses],
        "statements": list(report.statements),
    }


def _flag(one: Flag) -> dict[str, Any]:
    return {
        "matter": one.matter,
        "finding": one.finding,
        "about": one.about,
        "place": one.place or None,
        "state": one.state,
        "day": one.day.isoformat(),
        "day_told": one.told,
        "says": one.says,
        "sources": list(one.sources),
    }


def told_by(one: Circumstance, article: Article) -> str:
    """Who tells a circumstance: a speaker, else the outlet."""
    return one.speaker or article.outlet or "the outlet"


def circumstance_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row a circumstance, oldest article first. None of them is in any figure."""
    return circumstance_rows_in(gather(case_folder(path), as_of))


def circumstance_rows_in(gathered: Gathered) -> list[dict[str, Any]]:
    """One row a circumstance of what was gathered."""
    articles = gathered.articles
    return [
        {
            "kind": one.kind,
            "about": list(one.about),
            "parties": list(one.parties),
            "when": in_days(one.time),
            "words": one.words.text,
            "subject": one.subject,
            "matter": one.matter.text if one.matter else None,
            "cue": one.cue.text,
            "speaker": told_by(one, articles[one.article]),
            "doc": articles[one.article].doc,
            "sentence": list(one.sentence),
            "cue_spans": [list(span) for span in one.cue.spans],
            "statements": list(one.statements),
        }
        for one in circumstances_of(gathered)
    ]
