"""The vocabulary of a case: anchors of issues, telling terms of options, aliases from coding notes."""

from __future__ import annotations

import pytest
from tests.positions.scenes import HOSTAGES, STRIKE

from zopa.case.case import Case, Issue, Option
from zopa.positions.definitions import OptionWords
from zopa.positions.parties import PartyNames
from zopa.positions.vocabulary import IssueWords, vocabulary


def issue_words(case: Case, issue: str) -> IssueWords:
    """The vocabulary of one issue."""
    words = vocabulary(case, PartyNames(case))
    return next(each for each in words.issues if each.id == issue)


def option_words(case: Case, issue: str, option: str) -> OptionWords:
    """The vocabulary of one option."""
    return next(each for each in issue_words(case, issue).options if each.id == option)


def test_what_every_option_shares_tells_none_apart() -> None:
    """*ceasefire* says which issue is meant, *permanent* which option."""
    permanent = option_words(HOSTAGES, "ceasefire_length", "permanent")
    assert "CEASEFIRE" in issue_words(HOSTAGES, "ceasefire_length").anchors
    assert permanent.terms["CEASEFIRE"] < permanent.terms["PERMANENT"]


def test_a_scale_with_a_unit_makes_its_numbers_anchors() -> None:
    """*8 %* alone names the wage in a case with one percentage."""
    assert "8%" in issue_words(STRIKE, "wage").anchors
    assert "8%" in option_words(STRIKE, "wage", "8").numbers


def test_a_negative_option_denies_its_terms() -> None:
    """``no amnesty`` is about what is not to be."""
    none = option_words(HOSTAGES, "amnesty", "none")
    assert none.negative
    assert "AMNESTY" in none.denied


def test_a_definition_says_who_acts() -> None:
    """*the rebels withdraw* is done by the rebels."""
    assert option_words(HOSTAGES, "northern_pass", "rebels_withdraw").doers == {"Rebels"}


def test_a_coding_note_makes_an_alias() -> None:
    """``"X" codes both A and B`` sends X to both issues; a note of another form is only a note."""
    words = vocabulary(HOSTAGES, PartyNames(HOSTAGES))
    assert words.aliases == {"highland": ("northern_pass", "eastern_bridge")}
    other = HOSTAGES.model_copy(update={"coding_notes": ('"Highlands" is a region.',)})
    assert vocabulary(other, PartyNames(other)).aliases == {}


def _anchors(*options: Option) -> dict[str, float]:
    """The anchors of an issue with these options, beside another issue."""
    other = Issue(id="wages", name="Wages", options=(Option(id="rise", definition="pay goes up by 4%"),))
    this = Issue(id="term", name="Term", options=options)
    case = Case(id="made up", title="made up", parties=STRIKE.parties, issues=(this, other), signatories=())
    return dict(vocabulary(case, PartyNames(case)).issues[0].anchors)


@pytest.mark.parametrize(
    ("definition", "said", "anchors"),
    [
        ("the mandate runs six months", "6 month", True),
        ("the sum is 126,000", "126000", True),
        ("a levy of 9 per cent", "9%", True),
        ("a levy of 4 per cent", "4%", False),
        ("in 2 stages", "2", False),
    ],
)
def test_a_number_that_one_issue_alone_names_says_what_is_talked_about(
    definition: str, said: str, anchors: bool
) -> None:
    """With what it counts or of two digits; not a small bare number, nor one that two issues name."""
    found = _anchors(Option(id="this", definition=definition), Option(id="none", definition="nothing of the kind"))
    assert (said in found) is anchors
