"""Lists under a line that ends in a colon: whose the items are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.statements import read_statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement

ITEMS = "- Pay rises by 5 percent.\n- Paul Ito said the strike would end.\n- No job is lost. None at all.\n"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The draft agreement's main points are:\n", "draft agreement"),
        ("Under the Danish proposal there is no quota. Its other terms are:\n", "Danish proposal"),
        ("Ana Lopez set out three demands on Monday:\n", "Ana Lopez"),
        ("According to a letter sent to members, these are the points:\n", "letter"),
    ],
)
def test_items_belong_to_whoever_introduces_them(
    read: Callable[..., list[Statement]], before: str, speaker: str
) -> None:
    """The speaker of the line, the document it names, or the one that spoke last; what an item says of others is its
    own."""
    text = "The weather was fine in the harbour.\n\n" + before + ITEMS + "\nIt rained, and everyone went home."
    found = [one for one in read(text) if text.index("- Pay") < one.content[0].start]
    assert [one.content[0].of(text) for one in found] == [
        "Pay rises by 5 percent.",
        "Paul Ito said the strike would end.",
        "No job is lost.",
        "None at all.",
    ]
    assert {one.speaker for one in found} == {speaker}


def test_lists_of_nobodys(read: Callable[..., list[Statement]]) -> None:
    """Items under a line that names no document and no speaker are read like any other sentence."""
    text = "The weather was fine here.\n\nWhat to bring:\n- A coat for the rain.\n- Paul Ito said that he would walk.\n"
    assert [one.speaker for one in read(text)] == ["Paul Ito"]


def test_items_are_not_doubled() -> None:
    """What stands in an item is found once, also where a finder takes it for what the introduction says."""
    items = "• The ports will open in May.\n\n• Night shifts will end."
    text = f"The talks in Oslo took a day.\n\nAna Lopez said:\n\n{items}"
    found = read_statements(plain_article(text, "page"))
    assert [one.content[0].of(text) for one in found] == ["The ports will open in May.", "Night shifts will end."]
    assert {one.speaker for one in found} == {"Ana Lopez"}
