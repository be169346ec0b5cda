"""``zopa search`` lists the articles that hold all the words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.ferry import Zopa

from zopa.casework.searching import search_rows


@pytest.fixture
def read(zopa: Zopa, ferry: Path) -> Path:
    """The small case, read."""
    assert zopa("read", ferry).status == 0
    return ferry


def test_articles_are_listed_with_the_first_place(read: Path, zopa: Zopa) -> None:
    """As a table for people and as JSON for programs, spans included."""
    assert "monday" in zopa("search", read, "harbour", "gazette").out
    (row,) = json.loads(zopa("search", read, '"Harbour Gazette"', "--json").out)
    assert row["doc"] == "monday"
    assert "Tom Vance told the Harbour Gazette." in row["words"]
    assert row["spans"]


def test_what_is_nowhere_is_said(read: Path, zopa: Zopa) -> None:
    """An empty answer is no error."""
    outcome = zopa("search", read, "zeppelin")
    assert (outcome.status, outcome.out) == (0, "No article holds all these words.\n")


def test_nothing_read_is_a_message(ferry: Path, zopa: Zopa) -> None:
    """With the command to type."""
    outcome = zopa("search", ferry, "harbour")
    assert outcome.status == 2
    assert "zopa read" in outcome.err


def test_no_more_than_asked_for(read: Path) -> None:
    """The best come first."""
    assert len(search_rows(read, "the")) == 2
    assert len(search_rows(read, "the", limit=1)) == 1
