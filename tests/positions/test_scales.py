"""Scales: what the numbers of a statement say of the options of an ordered issue."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.case.case import Case, Issue, Option, Party, Person
from zopa.positions import COUNTED_FROM, code_positions
from zopa.positions.candidates import by_rules
from zopa.positions.scales import scale_of

TALKS = Case(
    id="talks",
    title="Talks of two companies",
    parties=(
        Party(id="Yard", name="Selby Yard", aliases=("Selby", "the yard"), people=(Person(name="Anna Holt"),)),
        Party(id="Union", name="Fitters' Union", aliases=("the fitters",), people=(Person(name="Ben Crane"),)),
    ),
    issues=(
        Issue(
            id="pay",
            name="Pay rise",
            unit="%",
            options=tuple(Option(id=f"{n:g}", definition=f"pay rises by {n:g}%", value=n) for n in (2, 4, 5, 6, 7.5)),
        ),
        Issue(
            id="term",
            name="How long the agreement runs",
            unit="months",
            options=tuple(Option(id=f"{n}", definition=f"it runs for {n} months", value=n) for n in (12, 24, 36)),
        ),
        Issue(
            id="fund",
            name="The hardship fund",
            unit="thousand euros",
            options=tuple(Option(id=f"{n}", definition=f"{n},000 euros", value=n) for n in (50, 80, 200)),
        ),
        Issue(
            id="levy",
            name="Levy on agency work",
            options=(
                Option(id="none", definition="no levy"),
                Option(id="ten", definition="10%"),
                Option(id="fifteen", definition="15%"),
                Option(id="twenty", definition="20%"),
            ),
        ),
        Issue(
            id="tours",
            name="Length of a tour at sea",
            options=(
                Option(id="two_weeks", definition="two-week tours, two weeks at sea and two weeks ashore"),
                Option(id="four_weeks", definition="four-week tours, four weeks at sea and two weeks ashore"),
            ),
        ),
    ),
    signatories=("Yard", "Union"),
)


def coded(content: str, speaker: str = "Anna Holt") -> set[tuple[str, str, str, str]]:
    """What counts by rule in one sentence, as (party, issue, option, stance)."""
    article = make_article(f"{speaker} said that {content}.")
    told = by_rules(make_statement(article, content, speaker), article, TALKS).told
    return {(p.party or "", p.issue, p.option, p.stance or "") for p in told if p.score >= COUNTED_FROM}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("anything above 4 per cent was out of the question", {("pay", each, "rejects") for each in ("5", "6", "7.5")}),
        ("the yard would not pay more than 5 per cent", {("pay", "6", "rejects"), ("pay", "7.5", "rejects")}),
        ("Selby would never accept more than five per cent", {("pay", "6", "rejects"), ("pay", "7.5", "rejects")}),
        ("the yard rejects a pay rise of 6 per cent", {("pay", "6", "rejects")}),
        ("the yard insists on at least 4 per cent", {("pay", "4", "demands")}),
        ("the yard offers up to 5%", {("pay", "5", "offers")}),
        ("the yard accepts between 4 and 6 per cent", {("pay", each, "accepts") for each in ("4", "5", "6")}),
        (
            "the yard offers a rise of 5 per cent over 24 months",
            {("pay", "5", "offers"), ("term", "24", "offers")},
        ),
        ("the yard wants a three-year agreement", {("term", "36", "demands")}),
        ("the yard could live with seven and a half per cent", {("pay", "7.5", "accepts")}),
        ("the yard raised its offer from 2 to 4 per cent", {("pay", "4", "offers")}),
        ("the yard is ready to pay €80,000", {("fund", "80", "offers")}),
        ("the yard is ready to pay eighty thousand euros", {("fund", "80", "offers")}),
        ("the yard demands a levy of fifteen per cent", {("levy", "fifteen", "demands")}),
        ("the yard rejects any levy above 10%", {("levy", "fifteen", "rejects"), ("levy", "twenty", "rejects")}),
        ("Selby will never accept four-week tours", {("tours", "four_weeks", "rejects")}),
        ("Selby will never accept tours of 4 weeks", {("tours", "four_weeks", "rejects")}),
        ("the yard wants two-week tours", {("tours", "two_weeks", "demands")}),
    ],
)
def test_what_a_number_says_of_the_options(content: str, expected: set[tuple[str, str, str]]) -> None:
    """Its value, in any unit of the same kind, or what lies beyond its bound; each number for its own issue."""
    assert coded(content) == {("Yard", *each) for each in expected}


@pytest.mark.parametrize(
    "content",
    [
        "the yard demands a pay rise of 3 per cent",
        "the yard offers a pay rise of 4 euros",
        "the agreement was signed 24 months ago",
        "the yard demands a rise of 5 or 6 per cent",
        "the yard wants more than 4 per cent",
        "the yard wants the 15 per cent levy scrapped",
    ],
)
def test_a_number_that_fits_no_option_codes_none(content: str) -> None:
    """No option has its value or its unit, it says when and not how long, or it leaves open which is meant."""
    assert coded(content) == set()


def test_a_red_line_by_number_is_a_red_line_on_every_option_beyond() -> None:
    """With the strength of its words."""
    article = make_article("Jonas Okafor said that anything above 3 per cent was unacceptable.")
    content = "anything above 3 per cent was unacceptable"
    found = code_positions(make_statement(article, content, "Jonas Okafor"), article, STRIKE)
    assert {(p.option, p.stance, p.strength) for p in found} == {
        ("5", "rejects", "red_line"),
        ("8", "rejects", "red_line"),
    }


def test_options_told_apart_by_numbers_make_a_scale_and_others_none() -> None:
    """From their definitions, or their ids where those hold a number with a unit."""
    issues = {issue.id: issue for issue in TALKS.issues}
    tours = scale_of(issues["tours"])
    assert tours is not None
    assert (tours.kind, dict(tours.values)) == ("day", {"two_weeks": {14}, "four_weeks": {28}})
    assert scale_of(STRIKE.issues[1]) is None
