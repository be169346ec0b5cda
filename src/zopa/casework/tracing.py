"""Where positions come from and how they moved, as plain rows: origins and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.briefing.wording import day
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.coverage.article import words_of
from zopa.positions import all_changes, find_origins
from zopa.positions.voice_names import plain_words
from zopa.preferences import weight_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from zopa.case import Case
    from zopa.casework.gathering import Gathered
    from zopa.positions import Change, Origin


def origin_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row an origin of a counted position, as of a date: see :func:`origins_in`."""
    return origins_in(gather(case_folder(path), as_of))


def origins_in(gathered: Gathered) -> list[dict[str, Any]]:
    """One row an origin of a counted position, in the order of the case's parties, issues and options.

    ``origins`` is the number of independent origins of the same position; ``copies`` lists, by name, the articles among
    ``articles`` that copy or retell one report; ``weight`` is the strongest evidence weight (alpha) among them.
    """
    case = gathered.case
    counted = [found for found in gathered.known.evidence if found.position.counted]
    origins = find_origins(counted, case)
    alike: dict[tuple[str, ...], int] = {}
    for origin in origins:
        alike[_position(origin)] = alike.get(_position(origin), 0) + 1
    order = _order(case)
    listed = sorted(origins, key=lambda origin: order.get(_position(origin)[:3], (len(order),)))
    return [_origin_row(origin, alike[_position(origin)], gathered) for origin in listed]


def _position(origin: Origin) -> tuple[str, str, str, str]:
    return origin.party, origin.issue, origin.option, origin.stance


def _order(case: Case) -> dict[tuple[str, ...], tuple[int, ...]]:
    return {
        (party.id, issue.id, option.id): (p, i, o)
        for p, party in enumerate(case.parties)
        for i, issue in enumerate(case.issues)
        for o, option in enumerate(issue.options)
    }


def _origin_row(origin: Origin, alike: int, gathered: Gathered) -> dict[str, Any]:
    docs = {article.id: article.doc for article in origin.articles}
    first = origin.evidence[0]
    days = [day.isoformat() for day in origin.seen]
    return {
        "speaker": _speaker(origin, gathered.case),
        "party": origin.party,
        "issue": origin.issue,
        "option": origin.option,
        "stance": origin.stance,
        "count": len(docs),
        "articles": list(docs.values()),
        "copies": [[docs[id] for id in report] for report in origin.reports if len(report) > 1],
        "relayed_via": list(origin.relayed_via),
        "first_seen": days[0] if days else None,
        "last_seen": days[-1] if days else None,
        "origins": alike,
        "weight": max(weight_of(item, gathered.case, gathered.as_of) for item in origin.evidence),
        "words": " ".join(words_of(first.statement.content, first.article.text).split()),
        "statements": list(dict.fromkeys(item.statement.id for item in origin.evidence)),
        "origin": origin.key,
    }


def _speaker(origin: Origin, case: Case) -> str:
    """The full name of a person of the case, else the fullest of the names or descriptions the articles give."""
    known = (person.name for party in case.parties for person in party.people)
    full = next((name for name in known if plain_words(name) == origin.speaker), None)
    return full or max((item.statement.speaker for item in origin.evidence), key=len)


def change_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row a change of position, as of a date: see :func:`changes_in`."""
    return changes_in(gather(case_folder(path), as_of))


def changes_in(gathered: Gathered) -> list[dict[str, Any]]:
    """One row a change of position, and one a position that was repeated unchanged, oldest first.

    ``kind`` is new, reversal, softening, hardening or constancy; ``since`` is the day of the earlier end, ``on`` that
    of the later one; ``words_before`` and ``words_after`` are what was said at the two ends. A sentence that tells both
    ends by itself stands at both; where it only tells what was given up, ``after`` says so.
    """
    known, case = gathered.known, gathered.case
    said = [(statement, known.articles[statement.article]) for statement in known.statements]
    words = {statement.id: " ".join(words_of(statement.content, article.text).split()) for statement, article in said}
    found = all_changes(said, known.evidence, case)
    ordered = sorted(found, key=lambda change: (change.on is None, change.on or gathered.as_of))
    return [_change_row(change, words, case) for change in ordered]


def moves_in(known: Gathered) -> list[Change]:
    """The changes of position in what was known, constancies left out, in the order in which they are found."""
    said = [(statement, known.articles[statement.article]) for statement in known.statements]
    return [one for one in all_changes(said, known.evidence, known.case) if one.kind != "constancy"]


def _change_row(change: Change, words: Mapping[str, str], case: Case) -> dict[str, Any]:
    before = _stances(change.before) or "nothing known"
    after = _stances(change.after) or "given up"
    return {
        "party": change.party,
        "issue": change.issue,
        "on": change.on.isoformat() if change.on else None,
        "kind": change.kind,
        "before": before,
        "after": after,
        "since": change.since.isoformat() if change.since else None,
        "says": _in_words(change, before, after, case),
        "words_before": words[change.earlier[-1]] if change.earlier else None,
        "words_after": words[change.later[-1]],
        "statements": list(change.statements),
    }


def _in_words(change: Change, before: str, after: str, case: Case) -> str:
    """``Union on wage rise: demands 8 -> accepts 5, 9 Mar 2031``; ``unchanged since`` where it was repeated."""
    party = next(found.name for found in case.parties if found.id == change.party)
    what = f"{party} on {case.issue(change.issue).name}"
    on = day(change.on) if change.on else "day unknown"
    if change.kind == "constancy" and not change.since:
        return f"{what}: {after}, said to be unchanged, {on}"
    if change.kind == "constancy" and change.since:
        return f"{what}: {after}, unchanged since {day(change.since)}, said again {on}"
    if change.kind == "new":
        return f"{what}: first words, {after}, {on}"
    return f"{what}: {before} -> {after}, {on}"


def _stances(pairs: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{stance} {option}" for option, stance in pairs)
