"""Statements within statements."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements import Statement, read_statements


def statements(text: str) -> list[Statement]:
    """What the tagger and the rules find together."""
    return read_statements(plain_article(text, "page"))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "Ana Lopez said that Paul Ito had promised that the ports would open in May.",
            ("Paul Ito", ("Ana Lopez",), "the ports would open in May"),
        ),
        (
            "Ana Lopez said on Friday that Paul Ito had told her that the ports would stay shut.",
            ("Paul Ito", ("Ana Lopez",), "the ports would stay shut"),
        ),
        (
            "“I told him, ‘We are leaving the fleet,’ and he cried,” Ana Lopez said on Monday.",
            ("Ana Lopez", (), "We are leaving the fleet"),
        ),
    ],
)
def test_both_are_statements(text: str, inner: tuple[str, tuple[str, ...], str]) -> None:
    """What somebody is said to have said is a statement too, relayed by the one who tells it; ``I`` is who tells it."""
    outer, other = statements(text)
    assert outer.speaker == "Ana Lopez"
    assert outer.content[0].start <= other.content[0].start
    assert other.content[-1].end <= outer.content[-1].end
    assert (other.speaker, other.relayed_via, other.content[0].of(text)) == inner


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez said that Paul Ito believes that the plan is dead.",
        "Ana Lopez said that some critics say that the plan is dead.",
    ],
)
def test_what_others_think_is_part_of_it(text: str) -> None:
    """Beliefs, and what is said in general, stay with the one who reports them."""
    assert [one.speaker for one in statements(text)] == ["Ana Lopez"]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    """An opening mark at every paragraph and a closing one at the end: one statement, a span for each paragraph."""
    opening = "“We will not sign,” Ana Lopez said. “It gives the ports away.\n\n"
    text = f"{opening}“They knew it in April.\n\n“Nobody here wants it.”"
    first, second = statements(text)
    assert [span.of(text) for span in first.content] == ["We will not sign"]
    assert len(second.content) == 3
