"""``zopa meetings``: the table a person reads, and the three forms for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.ferry import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.ferry import Zopa

MEETING = {"wednesday.txt": "Lind met Vance at a hotel in Bergen on Wednesday for two hours, the union said.\n"}


@pytest.fixture
def met(zopa: Zopa, make_case: Callable[..., Path]) -> Path:
    """The ferry strike with an article on a meeting, read."""
    folder = make_case(articles={**ARTICLES, **MEETING})
    assert zopa("read", folder).status == 0
    return folder


def test_the_forms_say_the_same(zopa: Zopa, met: Path) -> None:
    """JSON, JSON lines and CSV carry one meeting; the table shows who and where."""
    rows = json.loads(zopa("meetings", met, "--json").out)
    assert [row["who"] for row in rows] == [["Mara Lind", "Tom Vance"]]
    assert [json.loads(line) for line in zopa("meetings", met, "--jsonl").out.splitlines()] == rows
    (line,) = csv.DictReader(io.StringIO(zopa("meetings", met, "--csv").out))
    assert (line["who"], line["where"], line["state"]) == ("Mara Lind, Tom Vance", "Bergen", "Norway")
    table = zopa("meetings", met).out
    assert "Mara Lind" in table
    assert "Bergen (Norway)" in table


def test_nothing_found_is_said_in_words(zopa: Zopa, ferry: Path) -> None:
    """No meeting, no circumstance: a sentence and status 0; an empty list for programs."""
    assert zopa("read", ferry).status == 0
    assert zopa("meetings", ferry).out == "No meeting was found: nothing that was read tells of one.\n"
    assert json.loads(zopa("meetings", ferry, "--json").out) == []
    assert zopa("meetings", ferry, "--circumstances").status == 0


def test_a_case_that_was_not_read_says_what_to_do(zopa: Zopa, ferry: Path) -> None:
    """Status 2 and one clear line."""
    outcome = zopa("meetings", ferry)
    assert outcome.status == 2
    assert "zopa read" in outcome.err
