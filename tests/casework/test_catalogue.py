"""Statements, articles and notes of a case are found with their facets."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.casework.catalogue import FACETS, CaseSearch, pieces_of
from zopa.casework.gathering import gather
from zopa.casework.reviewing import Desk
from zopa.coverage import Span
from zopa.ledger import Cell, Comment, anchor_of

if TYPE_CHECKING:
    from zopa.casework.folder import CaseFolder


@pytest.fixture
def searched(ferry: CaseFolder) -> CaseSearch:
    """The ferry strike, with one decision and one note."""
    desk = Desk(ferry.path)
    coded = [item for item in desk.items if item.coding]
    desk.decide(coded[0], "accept", "ann")
    desk.decide(coded[1], "reject", "ann", note="A zeppelin is no position.")
    return CaseSearch(gather(ferry))


def test_every_kind_is_found_and_counted(searched: CaseSearch) -> None:
    """All there is without words; each row says what it is and where."""
    found = searched.find()
    kinds = dict(found.counts["kind"])
    assert kinds.pop("article") == 2
    assert kinds.pop("note") == 1
    assert kinds == {"statement": found.total - 3}
    assert tuple(found.counts) == FACETS
    assert {row["kind"] for row in found.rows} == {"statement", "article", "note"}


def test_a_note_leads_to_its_statement(searched: CaseSearch) -> None:
    """Its words are found, and its id is that of the statement it is about."""
    (row,) = searched.find("zeppelin").rows
    assert (row["kind"], row["title"]) == ("note", "ann")
    statements = {one["id"] for one in searched.find(chosen={"kind": ["statement"]}).rows}
    assert row["id"] in statements


def test_comments_are_found_with_what_they_are_about(ferry: CaseFolder) -> None:
    """On a cell of the matrix and on a statement."""
    gathered = gather(ferry)
    statement = gathered.statements[0]
    anchor = anchor_of(statement, gathered.articles[statement.article])
    at = datetime(2031, 3, 9, tzinfo=UTC)
    comments = [
        Comment(Cell("Union", "wage"), "bob", at, "Is this an umbrella demand?"),
        Comment(anchor, "ann", at, "An umbrella term."),
    ]
    found = CaseSearch(gathered, comments=comments).find("umbrella")
    assert {(row["kind"], row["title"], row["id"]) for row in found.rows} == {
        ("note", "bob", "Union/wage"),
        ("note", "ann", statement.id),
    }


def test_facets_say_how_far_the_review_is(searched: CaseSearch) -> None:
    """What was decided, what is open, and where nothing was coded."""
    states = dict(searched.find().counts["review"])
    assert states["accepted"] == 1
    assert states["rejected"] == 1
    assert "not reviewed" in states


def test_choices_narrow_and_words_are_marked(searched: CaseSearch) -> None:
    """A party's own statements; the words looked for stand out."""
    found = searched.find("wage", {"party": ["Company"], "kind": ["statement"]})
    assert found.total > 0
    assert all(any(hit and "wage" in piece for piece, hit in row["pieces"]) for row in found.rows)
    assert found.total <= searched.find("wage").total


@given(st.text(" ab", max_size=300), st.data())
def test_pieces_put_together_are_the_words(text: str, data: st.DataObject) -> None:
    """Pieces join to a part of the text, every mark is one of the places, and no place inside is lost."""
    ends = data.draw(st.lists(st.integers(0, len(text)), unique=True, max_size=6).map(sorted))
    spans = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    pieces = pieces_of(text, spans, around=20)
    shown = "".join(piece for piece, _ in pieces).removeprefix("… ").removesuffix(" …")
    assert shown in text
    marked = [piece for piece, hit in pieces if hit]
    assert marked == [span.of(text) for span in spans][: len(marked)]
    assert bool(marked) == bool(spans)
