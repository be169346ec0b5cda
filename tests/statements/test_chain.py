"""Through whom words came: outlets, platforms and cited sources by wording, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.chain import cited_in, is_outlet, is_same_outlet, merged, outlet_name, points_back, relays_in
from zopa.statements.people import people_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement

NOBODY = people_in(plain_article("Nothing here.", "page"))


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("Doe told Reuters that …", ["Reuters"]),
        ("Doe told the newspaper De Polder on Thursday that …", ["De Polder"]),
        ("Speaking to Radio Karsa on April 29, Doe said …", ["Radio Karsa"]),
        ("Doe told BBC Radio 4 on Thursday", ["BBC Radio 4"]),
        ("In comments carried by the state news agency NTB, Doe said", ["NTB"]),
        ("Doe said in a statement reported by Daily Mast", ["Daily Mast"]),
        ("Doe wrote on X", ["X"]),
        ("in a message posted on Telegram on Friday", ["Telegram"]),
        ("Doe said on the Kremlin's channel", ["Kremlin channel"]),
        ("… Doe said on Monday, Morning Standard reports.", ["Morning Standard"]),
        ("Daily Mast quoted Doe as saying …", ["Daily Mast"]),
        ("Doe told the crowd that …", []),
        ("Doe said in a telephone interview on Sunday", []),
        ("Doe told Ito by telephone that …", []),
        ("Doe told Norway that …", []),
    ],
)
def test_wordings(words: str, chain: list[str]) -> None:
    """Each way of saying it, known outlet or not; days, states and people told in private are no outlets."""
    people = people_in(plain_article("Jane Doe met Paul Ito.", "page"))
    assert relays_in(words, people, None) == chain


def test_the_articles_own_outlet_relays_nothing() -> None:
    """``told the Daily Mast`` in the Daily Mast is no relay."""
    assert relays_in("Doe told the Daily Mast that …", NOBODY, "Daily Mast") == []
    assert is_same_outlet("The Daily Mast", "daily mast")
    assert not is_same_outlet("Daily Mast", None)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("broadcaster NOS", "NOS"),
        ("the Kremlin news agency Tass", "Tass"),
        ("Reuters", "Reuters"),
        ("Agency for Peace", "Agency for Peace"),
    ],
)
def test_outlet_names(words: str, name: str) -> None:
    """The words for the kind of outlet are no part of its name."""
    assert outlet_name(words) == name


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Reuters", True),
        ("Harbour Post", True),
        ("Radio Karsa", True),
        ("state broadcaster ERTV", True),
        ("Norway", False),
    ],
)
def test_what_is_an_outlet(name: str, known: bool) -> None:
    """By list, by the noun at its end or beginning, or by the words before it."""
    assert is_outlet(name, NOBODY) == known


def test_cited_sources() -> None:
    """``citing two diplomats`` names who spoke; ``citing its own survey`` names nobody, nor does what is quoted."""
    text = "Reuters said, citing two diplomats, that it rained."
    found = cited_in(text, Span(0, len(text)), ())
    assert found is not None
    assert found.of(text) == "two diplomats"
    assert cited_in(text, Span(0, len(text)), (Span(10, 40),)) is None
    own = "The union, citing its own survey, said so."
    assert cited_in(own, Span(0, len(own)), ()) is None


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("An adviser told the paper that", True),
        ("The newspaper's sources said", True),
        ("it quoted him as saying", True),
        ("An adviser told the paper De Polder that", False),
        ("An adviser told the minister that", False),
    ],
)
def test_outlets_named_before(words: str, back: bool) -> None:
    """``the paper`` means the outlet named last."""
    assert points_back(words) == back


def test_heard_from_somebody(read: Callable[..., list[Statement]]) -> None:
    """``A source who heard it from Doe``: Doe speaks, the source relays."""
    for words in ("who heard it from Paul Ito", "who was told so by Paul Ito"):
        (one,) = read(f"Paul Ito left. The offer is dead, according to a union source {words}.")
        assert (one.speaker, one.speaker_kind) == ("Paul Ito", "person")
        assert one.relayed_via == ("anonymous: union source",)


def test_merging_keeps_order_and_drops_repetition() -> None:
    """The part nearer the speaker comes first; ``The Post`` and ``Post`` are one."""
    assert merged(("Ito", "The Post"), ("Post", "Tass")) == ("Ito", "The Post", "Tass")
