"""Rows: the keys that ``zopa positions --json`` promises, and plain values only."""

from __future__ import annotations

import json

from tests.positions.samples import sample

from zopa.positions import positions_as_rows

PROMISED = {
    "party", "issue", "option", "stance", "strength", "condition", "content", "doc", "speaker", "said_on", "confidence",
    "coder", "statement", "counted",
}  # fmt: skip


def test_a_row_has_every_promised_key_and_the_exact_words() -> None:
    """And it can be written as JSON."""
    (row,) = positions_as_rows([sample("demands", "8", said_on="2031-03")])
    assert row.keys() >= PROMISED
    assert row["content"] == "Union demands 8 on wage"
    assert (row["said_on"], row["said_on_from"]) == ("2031-03", "words")
    assert json.loads(json.dumps(row)) == row


def test_a_date_that_is_not_in_the_words_says_where_it_is_from() -> None:
    """The day of publication, or nothing."""
    published, unknown = positions_as_rows([sample("demands", "8"), sample("demands", "8", published=None)])
    assert (published["said_on"], published["said_on_from"]) == ("2031-03-31", "published")
    assert (unknown["said_on"], unknown["said_on_from"]) == (None, "unknown")
