"""Who speaks in the coverage, and which outlets carry it: as plain rows with counts, days and grades."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from zopa.positions import party_of
from zopa.positions.copies import copy_groups
from zopa.positions.evidence import said_on_of
from zopa.positions.voice_names import known_people, person_named, plain_words
from zopa.preferences.weights import DEFAULT_GRADES, grade_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case import Case
    from zopa.casework.gathering import Gathered
    from zopa.coverage import Article
    from zopa.preferences.weights import Kind
    from zopa.statements import Statement


@dataclass
class _Voice:
    """What is counted of one speaker."""

    kind: str
    parties: Counter[str] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    statements: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    days: list[date] = field(default_factory=list)


def people_in(gathered: Gathered) -> list[dict[str, Any]]:
    """One row a speaker as of the date, the busiest first.

    A person of the case counts under the full name, whatever an article calls them. ``party`` is the party that most of
    the statements are of, None for a speaker nobody claims; ``listed`` says whether the case file names the person;
    ``grade`` is the one that the case gives the speaker, else that of the kind of source.
    """
    known = gathered.known
    listed = full_names(known.case)
    voices: dict[str, _Voice] = {}
    for statement in known.statements:
        article = known.articles[statement.article]
        voice = voices.setdefault(speaker_name(statement, known.case, listed), _Voice(statement.speaker_kind))
        party = party_of(statement, article, known.case)
        voice.parties.update([party] if party else [])
        voice.offices.update([statement.office] if statement.office else [])
        voice.statements.append(statement.id)
        voice.articles.add(article.id)
        voice.outlets.add(article.outlet or "")
        day = said_on_of(statement, article)
        voice.days += [day] if day else []
    offices = {person.name: person.office for party in known.case.parties for person in party.people}
    rows = [_person_row(name, voice, known.case, offices) for name, voice in voices.items()]
    return sorted(rows, key=lambda row: (-row["statements"], row["name"]))


def sources_in(gathered: Gathered) -> list[dict[str, Any]]:
    """One row an outlet as of the date, the one with most statements first.

    ``copies`` counts its articles that copy or retell a report another outlet had first; ``grade`` is the case's own
    grade for the outlet, None where the case gives none and the kinds of sources decide.
    """
    known = gathered.known
    ordered = sorted(known.articles.values(), key=_by_day)
    stands_for = copy_groups(ordered)
    statements = Counter(known.articles[found.article].outlet for found in known.statements)
    by_outlet: dict[str | None, list[Article]] = {}
    for article in known.articles.values():
        by_outlet.setdefault(article.outlet, []).append(article)
    graded = {name.casefold(): grade for name, grade in known.case.settings.grades.items()}
    rows = []
    for outlet, articles in by_outlet.items():
        grade = graded.get((outlet or "").casefold())
        days = sorted(found.published.isoformat() for found in articles if found.published)
        rows.append(
            {
                "outlet": outlet,
                "articles": len(articles),
                "statements": statements[outlet],
                "copies": sum(stands_for[found.id] != found.id for found in articles),
                "grade": f"{grade.source}{grade.information}" if grade else None,
                "weight": grade_number(grade) if grade else None,
                "first": days[0] if days else None,
                "last": days[-1] if days else None,
                "docs": [found.doc for found in articles],
                "ids": [found.id for found in articles],
            }
        )
    return sorted(rows, key=lambda row: (-row["statements"], -row["articles"], row["outlet"] or ""))


def reports_in(gathered: Gathered) -> list[dict[str, Any]]:
    """One row a report that several articles copy or retell as of the date, the one carried most first.

    ``first`` is the article that stands for the others: the earliest.
    """
    known = gathered.known
    ordered = sorted(known.articles.values(), key=_by_day)
    groups: dict[str, list[Article]] = {}
    for id, first in copy_groups(ordered).items():
        groups.setdefault(first, []).append(known.articles[id])
    rows: list[dict[str, Any]] = [
        {
            "first": known.articles[first].doc,
            "title": known.articles[first].title,
            "count": len(articles),
            "articles": [
                {
                    "id": found.id,
                    "doc": found.doc,
                    "outlet": found.outlet,
                    "published": found.published.isoformat() if found.published else None,
                }
                for found in articles
            ],
        }
        for first, articles in groups.items()
        if len(articles) > 1
    ]
    return sorted(rows, key=lambda row: (-row["count"], row["first"]))


def full_names(case: Case) -> Mapping[str, str]:
    """The full name of every person of the case by its plain form."""
    return {plain_words(person.name): person.name for party in case.parties for person in party.people}


def _by_day(article: Article) -> tuple[date, str]:
    return article.published or date.max, article.id


def speaker_name(statement: Statement, case: Case, listed: Mapping[str, str]) -> str:
    """The full name of a person of the case, else what the article calls the speaker."""
    if statement.speaker_kind == "person":
        found = person_named(statement.speaker, known_people(case))
        if found is not None:
            return listed.get(found, statement.speaker)
    return statement.speaker


def _person_row(name: str, voice: _Voice, case: Case, offices: Mapping[str, str | None]) -> dict[str, Any]:
    party = voice.parties.most_common(1)[0][0] if voice.parties else None
    kind = _kind(voice.kind, party)
    own = {given.casefold(): grade for given, grade in case.settings.grades.items()}
    grade = own.get(name.casefold()) or own.get(kind) or DEFAULT_GRADES[kind]
    days = sorted(voice.days)
    return {
        "name": name,
        "kind": voice.kind,
        "party": party,
        "office": offices.get(name) or _first(voice.offices),
        "listed": name in offices,
        "statements": len(voice.statements),
        "articles": len(voice.articles),
        "outlets": len(voice.outlets),
        "grade": f"{grade.source}{grade.information}",
        "weight": grade_number(grade),
        "first": days[0].isoformat() if days else None,
        "last": days[-1].isoformat() if days else None,
        "ids": voice.statements,
    }


def _kind(speaker: str, party: str | None) -> Kind:
    """The kind of source that grades go by, for a speaker as a whole."""
    kinds: dict[str, Kind] = {"narrator": "narrator", "document": "document", "anonymous": "anonymous"}
    return kinds.get(speaker, "spokesperson" if party else "third party")


def _first(counted: Counter[str]) -> str | None:
    return next((name for name, _ in counted.most_common(1)), None)
