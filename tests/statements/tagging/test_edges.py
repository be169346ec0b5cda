"""Edges: marks go, signs and brackets that belong to the words stay."""

from __future__ import annotations

import pytest

from zopa.coverage.article import Span
from zopa.statements.tagging.edges import tidied, with_marks


@pytest.mark.parametrize(
    ("text", "given", "kept"),
    [
        ("“We left,” she said", (0, 10), "We left"),
        ("a fine of $40, or 5% of it", (11, 13), "$40"),
        ("a fine of 5% of it", (10, 11), "5%"),
        ("a rise of 6 %.", (0, 11), "a rise of 6 %"),
        ("Rep. Ana Ruiz (R-Utah) said", (0, 21), "Rep. Ana Ruiz (R-Utah)"),
        ("it was (so) he said", (8, 10), "so"),
        ("he went on: [we] left", (13, 21), "[we] left"),
        ("—", (0, 1), "—"),
    ],
    ids=[
        "quotation",
        "currency",
        "per cent",
        "per cent after a space",
        "bracket left open",
        "brackets around",
        "opening bracket",
        "mark alone",
    ],
)
def test_tidied(text: str, given: tuple[int, int], kept: str) -> None:
    """A span without stray marks, with what belongs to its first and last word."""
    (span,) = tidied([given], text)
    assert span.of(text) == kept


def test_spans_come_in_order() -> None:
    """Several spans are given back in the order of the text."""
    text = "one, two, three"
    assert [span.of(text) for span in tidied([(10, 15), (0, 4)], text)] == ["one", "three"]


@pytest.mark.parametrize(
    ("text", "given", "marked"),
    [
        ("“We left,” she said", "We left", "“We left,”"),
        ('He said "no more."', "no more", '"no more."'),
        ("''That helps,'' he said", "That helps", "''That helps,''"),
        ("He said that they “had left” early", "that they “had left", "that they “had left”"),
        ("He said they left.", "they left", "they left"),
    ],
    ids=["curly", "straight", "twin marks", "ends in a quotation", "no marks"],
)
def test_with_marks(text: str, given: str, marked: str) -> None:
    """Marks right at the edges come back, with the comma or full stop a closing one encloses."""
    start = text.index(given)
    (span,) = with_marks([Span(start, start + len(given))], text)
    assert span.of(text) == marked
