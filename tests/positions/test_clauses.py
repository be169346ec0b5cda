"""Clauses: where a passage is cut, and what role each part has."""

from __future__ import annotations

import pytest
from tests.positions.scenes import HOSTAGES

from zopa.coverage.article import Span
from zopa.positions.hearing import words_of_case
from zopa.positions.passage import read_passage


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The rebels want peace.", ["main"]),
        ("The rebels would leave if the government paid.", ["main", "condition"]),
        ("In exchange for an amnesty, the rebels would leave.", ["exchange", "main"]),
        ("The rebels rejected a pause and demanded a truce.", ["main", "main"]),
        ("The rebels rejected a pause, insisting on a truce.", ["main", "main"]),
        ("The rebels wanted a truce, and the government offered a pause.", ["main", "main"]),
        (
            "The rebels would accept a pause if they were paid and the government agreed.",
            ["main", "condition", "condition"],
        ),
        ("The rebels, who want a truce, rejected a pause.", ["main", "main", "main"]),
        ("While the rebels want a truce, the government offers a pause.", ["main", "main"]),
        ("The rebels meet once a year.", ["main"]),
        ("The rebels will leave once a truce is signed.", ["main", "condition"]),
        ("A pause was refused and condemned by the rebels.", ["main"]),
    ],
)
def test_a_clause_begins_where_something_else_is_said(text: str, parts: list[str]) -> None:
    """A second stance, an aside and a condition; not *once a year*, not *and condemned by*."""
    passage = read_passage(text, (Span(0, len(text)),), words_of_case(HOSTAGES).parties)
    assert [clause.role for clause in passage.clauses if clause.last > clause.first] == parts
    covered = [place for clause in passage.clauses for place in range(clause.first, clause.last + 1)]
    assert covered == list(range(len(passage.tokens)))
