"""What is worked out between finding words and making statements: chains, days, nesting, carry-over, frames, deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("According to the Morning Standard, as relayed by Daily Mast, Ana Lopez said that the duty stays.",
         "Ana Lopez", ("Morning Standard", "Daily Mast")),
        ("According to broadcaster NOS, citing sources in the union, Paul Ito has told Ana Lopez that the duty stays.",
         "Paul Ito", ("anonymous: sources in the union", "NOS")),
        ("Reuters reported, citing two diplomats, that the duty stays.", "two diplomats", ("Reuters",)),
        ("Reuters, citing two diplomats, said the duty stays.", "two diplomats", ("Reuters",)),
        ("The duty stays, the Guardian reported on Monday, citing union officials.", "union officials", ("Guardian",)),
        ("Paul Ito told envoys that the duty stays, according to officials who were briefed on it.",
         "Paul Ito", ("anonymous: officials briefed on it",)),
        ("The company has offered to pay if the duty stays, according to a court filing reviewed by Reuters.",
         "court filing", ("Reuters",)),
        ("Paul Ito has tabled a paper, a copy of which was obtained by Reuters. It says that the duty stays.",
         "paper", ("Reuters",)),
        ("The plan is old, according to the Morning Standard. An adviser told the paper that the duty stays.",
         "adviser", ("Morning Standard",)),
        ("State broadcaster ERTV showed Paul Ito. ERTV quoted him as saying that the duty stays.",
         "Paul Ito", ("ERTV",)),
    ],
)  # fmt: skip
def test_chains(read: Callable[..., list[Statement]], text: str, speaker: str, chain: tuple[str, ...]) -> None:
    """Whoever is cited speaks; whoever passes on stands in the chain, nearest the speaker first."""
    (found,) = [one for one in read(text) if text[one.content[-1].start : one.content[-1].end].endswith("duty stays")]
    assert (found.speaker, found.relayed_via) == (speaker, chain)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ana Lopez, who took office in January, said that the duty stays.", None),
        ("Ana Lopez said that he came, adding that the duty stays since talks in February.", None),
        ("The judge ruled on Monday after Ana Lopez said the duty stays.", None),
        ("OSLO, March 10 — Ana Lopez said that the duty stays.", None),
        ("Ana Lopez said on Monday that he came, and Paul Ito said that the duty stays.", None),
        ("Ahead of a vote on Thursday, Ana Lopez said that the duty stays.", None),
        ("Paul Ito said on Monday he came. Separately, he said that the duty stays.", None),
        ("According to a letter sent to members on Wednesday, the duty stays.", "2025-03-12"),
        ("A paper, dated March 3, provides that the duty stays.", "2025-03-03"),
        ("Ana Lopez said a month ago that the duty stays.", "2025-02"),
        ("In a speech on Monday, Ana Lopez said that the duty stays.", "2025-03-10"),
        ("Ana Lopez and Paul Ito signed on Thursday. Lopez said that the duty stays.", "2025-03-13"),
        ("Delegates said late Thursday that they met. Ana Lopez said that the duty stays.", None),
    ],
)
def test_days(read: Callable[..., list[Statement]], text: str, day: str | None) -> None:
    """A day counts where it is the day of the saying: not that of another clause, another speaker or a dateline."""
    (found,) = [one for one in read(text) if "duty stays" in text[one.content[0].start : one.content[-1].end]]
    assert found.said_on == day


def test_the_day_of_the_lead_is_a_guess(read: Callable[..., list[Statement]]) -> None:
    """It is given to people without a day of their own and marked as not exact."""
    found = read("Ana Lopez and Paul Ito signed on Thursday. Lopez said that the duty stays.")[-1]
    assert (found.said_on, found.said_on_exact) == ("2025-03-13", False)


def test_one_bodys_account_frames_the_article(read: Callable[..., list[Statement]]) -> None:
    """``The institute assesses``: what others say in the article came through it, and what nobody says is its own."""
    text = (
        "The Harbour Institute assesses that the river is quiet. Paul Ito said that he would stay. "
        "Norway seems to have turned the offer down. Ana Lopez told Reuters that she was tired."
    )
    assert [(one.speaker, one.relayed_via) for one in read(text)] == [
        ("Harbour Institute", ()),
        ("Paul Ito", ("Harbour Institute",)),
        ("Harbour Institute", ()),
        ("Ana Lopez", ("Reuters", "Harbour Institute")),
    ]


def test_an_outlet_that_lists_terms_frames_the_document(read: Callable[..., list[Statement]]) -> None:
    """``Reuters has listed the terms``: the document's statements came through it, those of people did not."""
    text = (
        "Reuters has listed the terms of it. Under the plan, boats would need a licence. Paul Ito said that he agreed."
    )
    assert [(one.speaker, one.relayed_via) for one in read(text)] == [("plan", ("Reuters",)), ("Paul Ito", ())]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The union wants a ban on night shifts.", "narrator"),
        ("Paul Ito rejected the plan.", "narrator"),
        ("European officials voiced strong reservations about the plan.", "European officials"),
        ("A Danish spokesman denied it.", "Danish spokesman"),
        ("The plan is dead, the union said.", "union"),
    ],
)
def test_deeds(read: Callable[..., list[Statement]], text: str, speaker: str) -> None:
    """What a person or body did is told by the outlet; several people and the unnamed answer for theirs."""
    (found,) = read(text)
    assert found.speaker == speaker


def test_a_deed_has_no_chain(read: Callable[..., list[Statement]]) -> None:
    """The outlet's own voice is relayed by nobody, even where the one who acted spoke through an outlet before."""
    found = read("Paul Ito told Reuters on Monday that he was tired. He declined to say what he would accept.")
    assert [(one.speaker, one.relayed_via, one.said_on) for one in found] == [
        ("Paul Ito", ("Reuters",), "2025-03-10"),
        ("narrator", (), None),
    ]
