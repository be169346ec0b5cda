"""Clauses that the outlet tells beside what others say in the same sentence."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.page import page_of
from zopa.statements.telling import own_clauses

TABLE = [
    ("The union wants nine per cent and has refused a longer roster.", "The union wants nine per cent",
     ["has refused a longer roster."]),
    ("The union, which had refused any cut, signed up to that plan last May.", "which had refused any cut",
     ["The union … signed up to that plan last May."]),
    ("The company gave in on that point after the region agreed to pay.", "the region agreed to pay",
     ["The company gave in on that point"]),
    ("Norway has tabled a clause of its own, and its envoys are said to be tired.", "its envoys are said to be tired",
     ["Norway has tabled a clause of its own"]),
    ("The port had sought five boats a week, an official said.", "five boats a week, an official said", []),
    ("Ana Lopez said the talks went on after lunch on Monday.", "the talks went on after lunch", []),
    ("We have refused a longer roster, and the talks go on.", "the talks go on", []),
    ("The union rejects the demand for a new roster, she said, and “refuses to go on”.",
     "The union rejects the demand for a new roster, she said", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "held", "clauses"), TABLE)
def test_own_clauses(sentence: str, held: str, clauses: list[str]) -> None:
    """A second predicate, a clause around a relative one, a main clause before an after: all with their subject."""
    page = page_of(plain_article(sentence, "page"))
    at = sentence.index(held)
    found = own_clauses(page, 0, [Span(at, at + len(held))])
    assert [" … ".join(span.of(sentence) for span in one) for one in found] == clauses


def test_the_subject_that_a_statement_holds_as_its_source() -> None:
    """*The ministry* is the source of what it said; it is the subject of what it did before, too."""
    sentence = "The ministry raised its offer to five per cent, but said no more was left."
    page = page_of(plain_article(sentence, "page"))
    source, said = Span(0, 12), Span(sentence.index("but"), len(sentence) - 1)
    found = list(own_clauses(page, 0, [source, said], [source]))
    assert [[span.of(sentence) for span in one] for one in found] == [
        ["The ministry", "raised its offer to five per cent"]
    ]
