"""Listings that show what is in no figure: assessments, and guessed or stated priorities."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.ferry import ARTICLES, Zopa

OUTSIDER = (
    "The union is unlikely to accept a wage rise of 2 %, said Ada Crane, an analyst at the Harbour Institute. "
    "She added that longer tours of duty would lead to a new strike.\n"
)
QUOTED = (
    "“Tours of duty matter more to us than the wage rise,” Mara Lind said on Wednesday. "
    "“We need shorter tours of duty. A wage rise would be nice,” she said.\n"
)
MakeCase = Callable[..., Path]


def test_assessments_are_listed_and_are_no_positions(zopa: Zopa, make_case: MakeCase) -> None:
    """What an analyst judges likely, and what would follow, with whom it is about."""
    case = make_case(articles={**ARTICLES, "wednesday.txt": OUTSIDER})
    zopa("read", case, "--quiet")
    done = zopa("positions", case, "--assessments", "--json")
    rows = json.loads(done.out)
    assert done.status == 0
    assert {(row["kind"], row["speaker"]) for row in rows} >= {("likelihood", "Ada Crane")}
    positions = json.loads(zopa("positions", case, "--json").out)
    assert not [row for row in positions if row["speaker"] == "Ada Crane" and row["counted"]]
    assert zopa("positions", case, "--assessments", "--matrix").status == 2


def test_a_case_without_outsiders_has_no_assessments(zopa: Zopa, ferry: Path) -> None:
    """One line says so."""
    zopa("read", ferry, "--quiet")
    assert "No assessments" in zopa("positions", ferry, "--assessments").out


def test_priorities_are_a_guess_beside_what_was_said(zopa: Zopa, make_case: MakeCase) -> None:
    """The stated comparison in a row of its own, the guess with its confidence; settling knows neither."""
    case = make_case(articles={**ARTICLES, "wednesday.txt": QUOTED})
    zopa("read", case, "--quiet")
    rows = json.loads(zopa("priorities", case, "--json").out)
    stated = [row for row in rows if row["basis"] == "stated"]
    guess = next(row for row in rows if (row["basis"], row["party"]) == ("guess", "Union"))
    assert [(row["party"], row["order"]) for row in stated] == [("Union", ["rosters", "wage"])]
    assert 0 < guess["confidence"] <= 1
    assert set(guess["order"]) == {"rosters", "wage"}


def test_without_quoted_words_there_is_no_order(zopa: Zopa, make_case: MakeCase) -> None:
    """One line says why."""
    case = make_case(articles={"monday.txt": ARTICLES["monday.txt"]})
    zopa("read", case, "--quiet")
    done = zopa("priorities", case)
    assert done.status == 0
    assert "No order" in done.out
