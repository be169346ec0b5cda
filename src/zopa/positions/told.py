"""Told changes: moves that one sentence tells with both ends, or with the end that was given up, and told constancy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from zopa.positions.candidates import COUNTED_FROM, by_rules
from zopa.positions.changes import Change, detect_changes, find_constancies
from zopa.positions.coder import as_position
from zopa.positions.evidence import Evidence, said_on_of
from zopa.positions.moves import WANTS, kind_of_move
from zopa.positions.sentences import sentence_of
from zopa.positions.turns import told_as, turns_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.case.case import Case
    from zopa.coverage.article import Article, Span
    from zopa.positions.moves import Hold, Kind
    from zopa.positions.position import Position
    from zopa.statements.statement import Statement


def all_changes(
    statements: Sequence[tuple[Statement, Article]], evidence: Sequence[Evidence], case: Case
) -> list[Change]:
    """Moves and constancies: those between statements, and those that one statement tells, each once.

    A told move is left out where the same move was found between statements, a told constancy where its statement is an
    end of one. In the order of :func:`~zopa.positions.changes.detect_changes`.
    """
    found = [*detect_changes(evidence, case), *find_constancies(evidence, case)]
    told = [one for one in told_changes(statements, evidence, case) if not any(_is_same(one, other) for other in found)]
    parties, issues = [party.id for party in case.parties], [issue.id for issue in case.issues]
    return sorted(
        (*found, *told),
        key=lambda one: (one.on or date.max, parties.index(one.party), issues.index(one.issue)),
    )


def _is_same(told: Change, found: Change) -> bool:
    if (told.party, told.issue) != (found.party, found.issue):
        return False
    if told.kind == "constancy" or found.kind == "constancy":
        return told.kind == found.kind and told.later[0] in found.statements
    return set(told.before) <= set(found.before) and set(told.after) <= set(found.after)


def told_changes(
    statements: Iterable[tuple[Statement, Article]], evidence: Sequence[Evidence], case: Case
) -> list[Change]:
    """What statements tell by themselves of moves and constancy, in the order of the statements.

    1. A sentence that tells a stance as given up or past (:mod:`~zopa.positions.turns`) is coded as if it were still
       held; beside it stands what the same sentence says the party holds now, or nothing where it does not say.
    2. Giving up a demand or a refusal is softening, taking back an offer or an acceptance hardening; with two ends the
       kind is that of :func:`~zopa.positions.moves.kind_of_move`.
    3. Evidence whose sentence tells that the stance is the old one is a constancy without its beginning (``since`` is
       None).

    Cost: that of coding the sentences that tell a turn once more.
    """
    found: dict[tuple[object, ...], Change] = {}
    by_statement: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.position.counted:
            by_statement.setdefault(item.statement.id, []).append(item)
    for statement, article in statements:
        for change in (*_moves(statement, article, evidence, case), *_kept(by_statement.get(statement.id, ()))):
            found.setdefault((change.party, change.issue, change.before, change.after, change.on, change.kind), change)
    return list(found.values())


def _moves(statement: Statement, article: Article, evidence: Sequence[Evidence], case: Case) -> Iterator[Change]:
    sentence = sentence_of(statement, article.text)
    for turn in turns_in(article.text, sentence):
        beside = [
            item.position
            for item in evidence
            if item.article.id == article.id
            and item.position.counted
            and sentence.start <= item.statement.content[0].start < sentence.end
            and told_as(item) is None
        ]
        for position in _coded(statement, turn.held, article, case):
            if turn.told == "kept":
                yield _constancy(position, statement, article)
                continue
            after = [*beside, *_coded(statement, turn.after, article, case)]
            yield _change(position, after, statement, article, evidence, case)


def _coded(statement: Statement, spans: tuple[Span, ...], article: Article, case: Case) -> list[Position]:
    """What the rules would code a part of a sentence as by itself."""
    spans = tuple(span for span in spans if span.start < span.end)
    if not spans:
        return []
    part = replace(statement, content=spans, cue=(), source=())
    told = (as_position(part, each) for each in by_rules(part, article, case).told if each.score >= COUNTED_FROM)
    return [position for position in told if position is not None]


def _change(
    held: Position,
    after: Sequence[Position],
    statement: Statement,
    article: Article,
    evidence: Sequence[Evidence],
    case: Case,
) -> Change:
    before: Hold = (held.option, held.stance)
    same = [one for one in after if (one.party, one.issue) == (held.party, held.issue)]
    now: tuple[Hold, ...] = tuple(sorted({(one.option, one.stance) for one in same} - {before}))
    others = [
        item.position
        for item in evidence
        if item.position.counted and item.position.issue == held.issue and item.position.party != held.party
    ]
    kind: Kind = "hardening" if held.stance in ("offers", "accepts") else "softening"
    if now:
        wanted = [one.option for one in others if one.stance in WANTS]
        refused = {one.option for one in others if one.stance == "rejects"}
        kind = kind_of_move(case.issue(held.issue), before, now[0], wanted, refused)
    ids = (statement.id,)
    return Change(held.party, held.issue, (before,), now, said_on_of(statement, article), kind, None, ids, ids)


def _kept(items: Iterable[Evidence]) -> Iterator[Change]:
    return (_constancy(item.position, item.statement, item.article) for item in items if told_as(item) == "kept")


def _constancy(position: Position, statement: Statement, article: Article) -> Change:
    held: tuple[Hold, ...] = ((position.option, position.stance),)
    day = said_on_of(statement, article)
    return Change(position.party, position.issue, held, held, day, "constancy", None, (), (statement.id,))
