"""Pages that are no running prose: live blogs, transcripts, capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement


@pytest.mark.parametrize(
    "stamp", ["10.42am\n", "10:42 GMT — ", "(10:42) ", "11:02 – ", "[14:05 CEST] ", "9.15 p.m. ET: "]
)
def test_live_blogs(read: Callable[..., list[Statement]], stamp: str) -> None:
    """A time stamp before an entry belongs neither to the speaker nor to what was said."""
    text = (
        f"The talks go on in Oslo.\n\n{stamp}The duty will stay, Ana Lopez said.\n\n{stamp}Paul Ito said that he left."
    )
    found = read(text)
    assert [(one.speaker, one.content[0].of(text)) for one in found] == [
        ("Ana Lopez", "The duty will stay"),
        ("Paul Ito", "he left"),
    ]


def test_transcripts(read: Callable[..., list[Statement]]) -> None:
    """A name in capitals and a colon is a speaker; ``Q:`` and ``A:`` name nobody, so nothing is invented for them."""
    text = "SENATOR LOPEZ: The duty stays.\nMR. ITO: We think that the plan is dead."
    assert [(one.speaker, one.speaker_kind) for one in read(text)] == [("LOPEZ", "person"), ("ITO", "person")]
    assert read("Q: Is the deal dead?\nA: It is dead, and we are going home.") == []


def test_numbered_items_are_one_sentence(read: Callable[..., list[Statement]]) -> None:
    """``1.`` at the beginning of a line ends no sentence, ``It was 5.`` does."""
    items = "1. Pay rises.\n2. Night shifts end.\n"
    text = f"The talks go on in Oslo.\n\nIt was 5. Then Ana Lopez set out two demands:\n{items}"
    assert [one.content[0].of(text) for one in read(text)] == ["Pay rises.", "Night shifts end."]
