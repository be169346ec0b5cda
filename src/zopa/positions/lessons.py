"""Lessons: what people decided about statements, in the form from which the rest of a case can learn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from zopa.positions.coding import Coding, coding_of
from zopa.positions.reviewed import in_case, rulings
from zopa.positions.speakers import party_of
from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zopa.case.case import Case, Issue
    from zopa.coverage.article import Article
    from zopa.positions.evidence import Evidence
    from zopa.positions.position import Stance
    from zopa.positions.reviewed import Verdict
    from zopa.statements.statement import Statement

Claim = tuple[str, str, str, "Stance"]
"""(party, issue, option, stance)."""


_PLAIN = ("accepted", "rejected")


def claim_of(coding: Coding) -> Claim:
    """What a coding says, without how firmly."""
    return coding.party, coding.issue, coding.option, coding.stance


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was decided about one statement.

    ``words`` are the statement's own; ``article`` is whatever tells articles apart; ``party`` is whose statement it is,
    if anybody's. ``right`` are the codings that hold. ``shown`` are the claims of the coder that were decided about,
    each with its confidence: those not among the right ones were rejected.
    """

    article: str
    words: str
    party: str | None
    right: tuple[Coding, ...]
    shown: tuple[tuple[Claim, float], ...] = ()
    claims: frozenset[Claim] = field(init=False)

    def __post_init__(self) -> None:
        """Keeps the right claims ready."""
        object.__setattr__(self, "claims", frozenset(claim_of(coding) for coding in self.right))


def lessons_of(
    verdicts: Iterable[Verdict],
    coded: Iterable[Evidence],
    statements: Mapping[str, tuple[Statement, Article]],
    case: Case,
) -> tuple[Lesson, ...]:
    """The lessons in the decisions about a case, in the order of its statements.

    A statement gives a lesson once something was accepted or rejected in it. What people differ about, or are unsure
    of, teaches nothing. ``statements`` are those of today's readings, with their articles, by id. Cost: linear.
    """
    right: dict[str, list[Coding]] = defaultdict(list)
    decided: set[str] = set()
    ruled = {matter: ruling for matter, ruling in rulings(verdicts).items() if ruling.outcome in _PLAIN}
    for (id, _), ruling in ruled.items():
        decided.add(id)
        after = ruling.verdicts[-1].after
        if ruling.outcome == "accepted" and after is not None and in_case(after, case):
            right[id].append(after)
    shown: dict[str, list[tuple[Claim, float]]] = defaultdict(list)
    for item in coded:
        id, coding = item.statement.id, coding_of(item.position)
        if (id, coding.key) in ruled or (id, None) in ruled:
            shown[id].append((claim_of(coding), item.position.confidence))
    return tuple(
        Lesson(
            article=article.id,
            words=words_of(statement, article),
            party=party_of(statement, article, case),
            right=tuple(right[id]),
            shown=tuple(shown[id]),
        )
        for id, (statement, article) in statements.items()
        if id in decided
    )


def words_of(statement: Statement, article: Article) -> str:
    """The statement's own words."""
    return " ".join(article.text[span.start : span.end] for span in statement.content)


def carried(lessons: Iterable[Lesson], source: Case, case: Case) -> tuple[Lesson, ...]:
    """Lessons of another case, in the terms of this one.

    Issues and options are the same where their ids or, failing that, their names or definitions are (case, marks and
    spacing set aside); parties where their ids are. What this case does not have is left out of the lessons, and a
    lesson about nothing it has is left out whole. The articles stay apart from this case's own.
    """
    options = _options(source, case)

    def ours(claim: Claim) -> Claim | None:
        party, issue, option, stance = claim
        found = options.get((issue, option))
        return (party, *found, stance) if found and party in {each.id for each in case.parties} else None

    moved = []
    for lesson in lessons:
        right = [
            replace(coding, issue=found[1], option=found[2])
            for coding in lesson.right
            if (found := ours(claim_of(coding))) is not None
        ]
        shown = [(found, sure) for claim, sure in lesson.shown if (found := ours(claim)) is not None]
        if right or shown:
            moved.append(
                Lesson(f"{source.id}/{lesson.article}", lesson.words, lesson.party, tuple(right), tuple(shown))
            )
    return tuple(moved)


def _options(source: Case, case: Case) -> dict[tuple[str, str], tuple[str, str]]:
    """Each option of one case that another has too, with its place there."""
    found = {}
    for theirs in source.issues:
        issue = _same_issue(theirs, case.issues)
        if issue is None:
            continue
        by_id = {option.id: option.id for option in issue.options}
        by_words = {_plain(option.definition): option.id for option in issue.options if option.definition}
        for option in theirs.options:
            match = by_id.get(option.id) or by_words.get(_plain(option.definition))
            if match is not None:
                found[theirs.id, option.id] = (issue.id, match)
    return found


def _same_issue(theirs: Issue, issues: Iterable[Issue]) -> Issue | None:
    ours = tuple(issues)
    same = [issue for issue in ours if issue.id == theirs.id] or [
        issue for issue in ours if _plain(issue.name) == _plain(theirs.name)
    ]
    return same[0] if same else None


def _plain(text: str) -> str:
    return " ".join(token.stem for token in tokens_of(text) if token.is_word)
