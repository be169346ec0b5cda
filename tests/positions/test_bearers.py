"""Duties and charges: whose goods they fall on, what it is to lift one, and one that is only answered."""

from __future__ import annotations

import pytest
from tests.positions.scenes import make_article, make_statement

from zopa.case.case import Case, Issue, Option, Party, Person
from zopa.positions import code_positions

ORCHARDS = Case(
    id="orchards",
    title="Duties between two states",
    signatories=("Velland", "Osmark"),
    parties=(
        Party(id="Velland", name="Velland", people=(Person(name="Ida Brandt"),)),
        Party(id="Osmark", name="Osmark", people=(Person(name="Petr Halva"),)),
    ),
    issues=(
        Issue(
            id="general_duty",
            name="Velland's tariff on most Osmark goods",
            options=(Option(id="ten", definition="10%"), Option(id="twenty", definition="20% or 40%")),
        ),
        Issue(
            id="fruit",
            name="Velland's tariff on fruit",
            options=(Option(id="forty", definition="40% stays"), Option(id="none", definition="removed")),
        ),
        Issue(
            id="answer",
            name="Osmark's countermeasures",
            options=(
                Option(id="imposed", definition="countermeasures imposed"),
                Option(id="suspended", definition="suspended or delayed"),
            ),
        ),
    ),
)


TOLL = Case(
    id="bridge",
    title="The toll on a bridge",
    signatories=("Ferrand", "Oster"),
    parties=(
        Party(id="Ferrand", name="Ferrand", people=(Person(name="Ida Brandt"),)),
        Party(id="Oster", name="Oster", people=(Person(name="Petr Halva"),)),
    ),
    issues=(
        Issue(
            id="toll",
            name="Toll on the bridge",
            unit="%",
            options=tuple(Option(id=f"{n}", definition=f"{n}%", value=n) for n in (0, 5, 10)),
        ),
        Issue(
            id="lane",
            name="Lane for lorries",
            options=(Option(id="opened", definition="a lane is opened"), Option(id="closed", definition="no lane")),
        ),
    ),
)
LIFTED = [
    ("Ferrand wants the 10 per cent toll on the bridge scrapped", ("Ferrand", "toll", "0", "demands")),
    ("Oster has refused to abolish the toll", ("Oster", "toll", "0", "rejects")),
    ("Oster agreed to get rid of the toll on the bridge", ("Oster", "toll", "0", "accepts")),
    ("Ferrand wants a toll of 5 per cent", ("Ferrand", "toll", "5", "demands")),
]


@pytest.mark.parametrize(("text", "expected"), LIFTED)
def test_a_charge_that_is_to_go_is_zero(text: str, expected: tuple[str, str, str, str]) -> None:
    """On a declared scale that has a zero; a number named in its place is another option."""
    article = make_article(f"{text}.")
    found = code_positions(make_statement(article, text, "narrator"), article, TOLL)
    assert {(each.party, each.issue, each.option, each.stance) for each in found if each.counted} == {expected}


def coded(text: str, speaker: str) -> set[tuple[str, str, str, str]]:
    """What counts in a statement that is a whole article."""
    article = make_article(f"{text}.")
    found = code_positions(make_statement(article, text, speaker), article, ORCHARDS)
    return {(each.party, each.issue, each.option, each.stance) for each in found if each.counted}


BORNE = [
    "Osmark would face tariffs of 40% from May",
    "Osmark will be hit with a 40% tariff on May 3",
    "Osmark would pay 40% tariffs unless it signs",
    "the tariff on Osmark would be 40%",
]


@pytest.mark.parametrize("text", BORNE)
def test_a_duty_on_a_state_is_one_on_its_goods(text: str) -> None:
    """Who announces what the other side's goods would pay asks for it."""
    assert {issue for _, issue, _, _ in coded(text, "Ida Brandt")} == {"general_duty"}


@pytest.mark.parametrize("text", ["Osmark would face a 40% tariff on fruit", "Osmark faces tariffs of 40% on fruit"])
def test_goods_that_are_named_are_meant(text: str) -> None:
    """Not all of them."""
    assert "general_duty" not in {issue for _, issue, _, _ in coded(text, "Ida Brandt")}


def test_what_is_answered_is_not_wanted() -> None:
    """Only the answer is."""
    found = coded("Osmark would respond to a 40% tariff on Osmark goods by imposing countermeasures", "Petr Halva")
    assert found == {("Osmark", "answer", "imposed", "demands")}
