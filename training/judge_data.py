"""What the judge learns from: coded statements as the questions the coder will pose, with their right answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from benchmarks.passages import PASSAGES, UNSEEN, read_passages
from benchmarks.positions import introduced, invented, statement_from

from zopa.positions.assessments import is_judgement
from zopa.positions.candidates import by_rules
from zopa.positions.hearing import words_of_case
from zopa.positions.judging.question import question
from zopa.positions.position import STANCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.judging.question import Question
    from zopa.statements.statement import Statement

IDIOMS = Path(__file__).with_name("stances.txt")
ALONGSIDE = ("exchange", "river", "freighter", "schools", "ferries", "tariffs")
"""Invented negotiations with whole articles, on which the gauge is fitted besides the passages; no weights are."""

Positions = dict[tuple[str, str, str], str]


@dataclass(frozen=True, slots=True)
class Taught:
    """A statement as a question, and the positions that it holds.

    ``answer`` [parties, options] is 0 for none, else 1 + the stance; ``told`` where the coder was told whom the speaker
    speaks for; ``understood`` are the issues the judge is not asked about, None where it is not asked at all.
    """

    negotiation: str
    statement: str
    case: Case
    question: Question
    positions: Positions
    answer: NDArray[np.int64]
    told: bool
    understood: frozenset[str] | None


def passages() -> Iterator[Taught]:
    """Every coded statement of the passages, twice: as it stands, and with the speaker's party told."""
    for path in sorted(each for each in PASSAGES.glob("*.json") if each.stem not in UNSEEN):
        for coded in read_passages(path):
            for told in (False, True):
                statement = coded.statement
                if told and coded.speaks_for and statement.speaker_kind != "narrator":
                    statement = replace(statement, affiliation=coded.speaks_for)
                found = _taught(path.stem, statement, coded.article, coded.case, dict(coded.positions), told)
                if found is not None:
                    yield found


def alongside(names: Sequence[str] = ALONGSIDE) -> Iterator[Taught]:
    """The annotated statements of invented negotiations with whole articles."""
    for document in introduced(invented(names)):
        for row in document.gold:
            positions = {
                (p["party"], p["issue"], p["option"]): p["stance"]
                for p in row["positions"]
                if p["party"] not in ("other", "none")
            }
            statement = statement_from(row, document.article)
            found = _taught(document.case.id, statement, document.article, document.case, positions, told=True)
            if found is not None:
                yield found


def _taught(
    name: str, statement: Statement, article: Article, case: Case, positions: Positions, told: bool
) -> Taught | None:
    words = words_of_case(case)
    rules = by_rules(statement, article, case)
    asked = question(statement, article, words, rules.hearing, rules.near, rules.told)
    unasked = rules.withheld or is_judgement(rules.hearing)
    if asked is None:
        return None
    answer = np.zeros((len(asked.parties), len(asked.options)), dtype=np.int64)
    for (party, issue, option), stance in positions.items():
        if party in asked.parties:
            answer[asked.parties.index(party), asked.options.index((issue, option))] = 1 + STANCES.index(stance)
    return Taught(name, statement.id, case, asked, positions, answer, told, None if unasked else rules.understood)


def idioms() -> list[tuple[str, int]]:
    """Turns of phrase with their stance, as places in ``STANCES``."""
    rows = (line.split("|", 1) for line in IDIOMS.read_text("utf-8").splitlines() if line)
    return [(text, STANCES.index(stance)) for stance, text in rows]
