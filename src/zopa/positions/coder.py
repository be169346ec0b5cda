"""The coder: from one statement to the positions its words support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.calibration import calibrated
from zopa.positions.candidates import COUNTED_FROM, SHOWN_FROM, coded
from zopa.positions.position import Position
from zopa.positions.provisos import with_proviso

if TYPE_CHECKING:
    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.candidates import Candidate
    from zopa.statements.statement import Statement

CODER = "judge-5"
"""The version of this coder; it changes whenever the coder may give other answers."""


def code_positions(statement: Statement, article: Article, case: Case) -> list[Position]:
    """The positions a statement supports, in the order of the case's issues and options.

    They are what rules and judge tell of it (:func:`~zopa.positions.candidates.coded`), where they tell whose it is.
    From the score ``COUNTED_FROM`` on a position counts, from ``SHOWN_FROM`` on it is a suggestion, below it is
    dropped. Its confidence is how often codings of that score were right (:mod:`~zopa.positions.calibration`), or of
    the judge's, readings like it (:mod:`~zopa.positions.judging.gauging`). What is accepted or offered with a condition
    in the sentence behind it is conditional on that (:mod:`~zopa.positions.provisos`).

    Cost: that of the candidates told.
    """
    shown = (candidate for candidate in coded(statement, article, case).told if candidate.score >= SHOWN_FROM)
    found = [position for position in (as_position(statement, each) for each in shown) if position is not None]
    options = [(issue.id, option.id) for issue in case.issues for option in issue.options]
    order = {option: place for place, option in enumerate(options)}
    ordered = sorted(found, key=lambda position: (order[position.issue, position.option], position.party))
    return with_proviso(ordered, statement, article)


def as_position(statement: Statement, candidate: Candidate) -> Position | None:
    """A candidate as a position; None where it tells no party or no stance."""
    if candidate.party is None or candidate.stance is None:
        return None
    return Position(
        statement=statement.id,
        party=candidate.party,
        issue=candidate.issue,
        option=candidate.option,
        stance=candidate.stance,
        strength=candidate.strength,
        words=candidate.words,
        coder=CODER,
        confidence=calibrated(candidate.score) if candidate.chance is None else round(candidate.chance, 3),
        condition=candidate.condition,
        counted=candidate.score >= COUNTED_FROM,
    )
