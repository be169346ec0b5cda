"""Quotations are found with any marks, over paragraphs, nested, and where a mark is missing."""

from __future__ import annotations

import pytest

from zopa.coverage.article import Span
from zopa.statements.quotations import quotations


def paragraphs(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We agree,” he said.", ["We agree,"]),
        ('"We agree," he said.', ["We agree,"]),
        ("«We agree», he said.", ["We agree"]),
        ("''We agree,'' he said.", ["We agree,"]),
        ("“I told him, ‘Sign it.’ He did.”", ["I told him, ‘Sign it.’ He did."]),
        ('“They call it a "crisis" now,” he said.', ['They call it a "crisis" now,']),
        ('“We agree," he said. The 6" pipe broke.', ["We agree,"]),
        ('A 6" pipe and a 7" pipe.', []),
        ("“First part.\n“Second part,” he said.", ["First part.", "Second part,"]),
        ("No marks here.", []),
        ("It was closed” by mistake.", []),
    ],
)
def test_what_lies_between_marks(text: str, inside: list[str]) -> None:
    """Each stretch of a paragraph between its marks, without them; stray marks open nothing."""
    assert [one.inside.of(text) for one in quotations(text, paragraphs(text))] == inside


def test_a_quotation_goes_on_in_the_next_paragraph_only_behind_an_opening_mark() -> None:
    """An unclosed quotation continues where the next paragraph opens with a mark, and ends where it does not."""
    text = "“It is over.\n“We go home.”\nThey left."
    first, second = quotations(text, paragraphs(text))
    assert (first.closed, second.closed, second.continues) == (False, True, True)
