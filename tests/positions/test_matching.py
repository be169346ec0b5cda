"""Matching: which option the words of a clause point to, and whose own words count where no word tells the issue."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, TOLL, make_article, make_statement

from zopa.case.case import Case, Issue, Option
from zopa.positions import COUNTED_FROM, code_positions
from zopa.positions.candidates import by_rules

SPENDING = Issue(
    id="club accounts",
    name="Club accounts",
    options=(
        Option(id="ceiling", definition="an upper limit is set each year"),
        Option(id="as it pleases", definition="the board decides alone"),
    ),
)
RELEASE = Issue(
    id="handover",
    name="Handover",
    options=(
        Option(id="family", definition="one group after another"),
        Option(id="together", definition="everybody on one day"),
    ),
)
CASE = Case(
    id="club", title="A club", parties=STRIKE.parties, issues=(SPENDING, RELEASE), signatories=("Union", "Port")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union rejects any ceiling.", {("Union", "club accounts", "ceiling", "rejects")}),
        ("The port demands a limit.", {("Port", "club accounts", "ceiling", "demands")}),
        ("The union demands an answer.", set()),
        ("The port rejects the ceiling for each family.", set()),
    ],
)
def test_an_option_s_own_words_suffice_where_they_lead_clearly(text: str, expected: set[tuple[str, ...]]) -> None:
    """They do not where another option's words weigh as much."""
    article = make_article(text)
    found = by_rules(make_statement(article, text), article, CASE).told
    assert {(p.party, p.issue, p.option, p.stance) for p in found if p.score >= COUNTED_FROM} == expected


LIFTED = [
    ("Velland wants the 10 per cent toll on the bridge scrapped", ("Velland", "toll", "0", "demands")),
    ("Osmark has refused to abolish the toll", ("Osmark", "toll", "0", "rejects")),
    ("Osmark agreed to get rid of the toll on the bridge", ("Osmark", "toll", "0", "accepts")),
    ("Velland wants a toll of 5 per cent", ("Velland", "toll", "5", "demands")),
]


@pytest.mark.parametrize(("text", "expected"), LIFTED)
def test_a_charge_that_is_to_go_is_zero(text: str, expected: tuple[str, str, str, str]) -> None:
    """On a declared scale that has a zero; a number named in its place is another option."""
    article = make_article(f"{text}.")
    found = code_positions(make_statement(article, text, "narrator"), article, TOLL)
    assert {(each.party, each.issue, each.option, each.stance) for each in found if each.counted} == {expected}
