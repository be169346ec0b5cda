"""Whose words they are, by construction: accounts and texts that open a sentence, naming, some of those who spoke."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements import read_statements

TABLE = [
    # Accounts and texts that open a sentence hold what is told in it.
    ("By Zelmia's account, the duty goes to zero, and it accepts that.", "group", "Zelmia"),
    ("Under the draft, a copy of which was leaked, the company agrees to keep its crews.", "document", "draft"),
    # Naming and urging are speech.
    ("Minister Ana Lopez called it the largest deal ever made.", "person", "Ana Lopez"),
    ("Minister Ana Lopez urged the owners to give up the raid.", "person", "Ana Lopez"),
    # Plans and wishes are deeds, also in progress.
    ("The ministry is planning to answer with duties of its own.", "narrator", "narrator"),
    ("The league is asking for a rise of nine per cent.", "narrator", "narrator"),
    ("The cabinet voted to accept the draft on Monday.", "narrator", "narrator"),
    ("The league has also called for an end to inspections.", "narrator", "narrator"),
    # A name behind an office and a comma is who speaks.
    ("The president of the Harbour Council, Ana Lopez, announced that talks go on.", "person", "Ana Lopez"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "speaker"), TABLE)
def test_whose(sentence: str, kind: str, speaker: str) -> None:
    """One statement a sentence, under the one whose words or deed it is."""
    found = read_statements(plain_article(sentence, "page"))
    assert [(one.speaker_kind, one.speaker.removeprefix("the ")) for one in found] == [(kind, speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("One diplomat said that a deal was near. Another said that it was far away.", "another diplomat"),
        ("Two people briefed on the talks said so much was true. One of them said that nothing was written down.",
         "one of the two people briefed on the talks"),
        ("A spokeswoman for Ana Lopez confirmed that the ship would sail. She said that ten boats were enough.",
         "spokeswoman for Ana Lopez"),
    ],
)  # fmt: skip
def test_some_of_those_who_spoke(text: str, speaker: str) -> None:
    """``Another``, ``one of them`` and ``she`` stand for the unnamed who spoke just before."""
    last = read_statements(plain_article(text, "page"))[-1]
    assert (last.speaker_kind, last.speaker) == ("anonymous", speaker)


def test_a_quotation_behind_indirect_speech() -> None:
    """A quotation that stands alone goes on with whoever spoke in the sentence before it."""
    text = (
        "Union president Ana Lopez said her members might take less than nine per cent. "
        "“Six is a number that I could carry into a meeting.”"
    )
    found = read_statements(plain_article(text, "page"))
    assert found[-1].speaker == "Ana Lopez"
    assert "Six is a number" in found[-1].content[-1].of(text)


def test_a_reply_through_somebody() -> None:
    """Words inserted behind a noun of saying do not hide what was said."""
    text = "Minister Ana Lopez's reply, through an aide, was that a smaller dam was not on the table."
    found = read_statements(plain_article(text, "page"))
    assert [one.content[0].of(text) for one in found] == ["a smaller dam was not on the table"]
