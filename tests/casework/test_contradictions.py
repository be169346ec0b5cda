"""What cannot both hold stands side by side, with the words on either side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zopa.casework.contradictions import KINDS, contradictions_in
from zopa.casework.gathering import Gathered, gather
from zopa.casework.reviewing import Desk
from zopa.positions import Evidence, Position

if TYPE_CHECKING:
    from zopa.casework.folder import CaseFolder
    from zopa.positions.position import Stance

DAY = date(2031, 3, 3)


@pytest.fixture
def case(ferry: CaseFolder) -> Gathered:
    """The ferry strike with two dated articles and no coded positions."""
    gathered = gather(ferry)
    articles = [replace(found, published=DAY, outlet=found.doc) for found in gathered.articles.values()]
    return replace(gathered, articles={found.id: found for found in articles}, evidence=(), as_of=DAY + timedelta(30))


def held(case: Gathered, place: int, stance: Stance, option: str, on: date, article: int) -> Evidence:
    """One position of the Union on the rosters, said on a day in one of the articles."""
    statement = replace(case.statements[place], said_on=on.isoformat(), said_on_exact=True, speaker="Mara Lind")
    found = list(case.articles.values())[article]
    position = Position(statement.id, "Union", "rosters", option, stance, "firm", statement.content, "test", 0.9)
    return Evidence(position, replace(statement, article=found.id), found)


def found(case: Gathered, *evidence: Evidence) -> list[tuple[str, str, str]]:
    """Kind and both sides of each contradiction."""
    rows = [one.as_row() for one in contradictions_in(replace(case, evidence=evidence))]
    return [(row["kind"], row["one"], row["other"]) for row in rows]


def test_words_of_one_day_that_cannot_both_hold(case: Gathered) -> None:
    """Both stand in the cell, and are one contradiction, not two."""
    one, other = held(case, 0, "accepts", "two_weeks", DAY, 0), held(case, 1, "rejects", "two_weeks", DAY, 1)
    assert found(case, one, other) == [("positions", "accepts two_weeks", "rejects two_weeks")]


def test_two_articles_that_differ_about_one_time(case: Gathered) -> None:
    """The later words replace the earlier in the matrix; that the articles differ is still shown."""
    one = held(case, 0, "accepts", "two_weeks", DAY, 0)
    other = held(case, 1, "rejects", "two_weeks", DAY + timedelta(2), 1)
    assert found(case, one, other) == [("reports", "accepts two_weeks", "rejects two_weeks")]


def test_a_change_of_mind_is_no_contradiction(case: Gathered) -> None:
    """Weeks apart, or in one article, the later words simply replace the earlier."""
    one = held(case, 0, "accepts", "two_weeks", DAY, 0)
    assert found(case, one, held(case, 1, "rejects", "two_weeks", DAY + timedelta(20), 1)) == []
    assert found(case, one, held(case, 1, "rejects", "two_weeks", DAY + timedelta(1), 0)) == []


def test_reviewers_who_differ_stand_side_by_side(ferry: CaseFolder) -> None:
    """Each with the name and what was decided."""
    desk = Desk(ferry.path)
    item = next(item for item in desk.items if item.coding)
    desk.decide(item, "accept", "ann")
    desk.decide(item, "reject", "bob")
    (row,) = [one.as_row() for one in contradictions_in(gather(ferry)) if one.kind == "reviewers"]
    assert item.coding is not None
    assert row["one"] == f"{item.coding.stance} {item.coding.option} (ann)"
    assert row["other"] == f"rejected {item.coding.option} (bob)"
    assert row["one_statements"] == [item.statement.id]


def test_every_kind_is_told_in_words() -> None:
    """One heading each."""
    assert set(KINDS) == {"positions", "reports", "reviewers"}
