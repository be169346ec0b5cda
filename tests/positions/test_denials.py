"""Words that turn a stance around, and demands in the words of a refusal."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions import code_positions

Coded = tuple[str, str, str, str]
REINSTATED = ("dismissed_workers", "reinstated")


def coded(text: str, speaker: str = "narrator") -> set[Coded]:
    """What counts in one statement of an article that holds nothing else."""
    article = make_article(text)
    found = code_positions(make_statement(article, text, speaker), article, STRIKE)
    return {(each.party, each.issue, each.option, each.stance) for each in found if each.counted}


INSISTED = [
    ("The union will sign no deal without a rise of 8%.", ("Union", "wage", "8", "demands")),
    ("The union refuses to sign without a rise of 8%.", ("Union", "wage", "8", "demands")),
    ("The union will settle for nothing below 8%.", ("Union", "wage", "8", "demands")),
    ("The port has refused any rise lower than 5%.", ("Port", "wage", "5", "demands")),
    ("The port said the ceiling of 5% was not negotiable.", ("Port", "wage", "5", "demands")),
]


@pytest.mark.parametrize(("text", "expected"), INSISTED)
def test_a_refusal_can_hold_a_demand(text: str, expected: Coded) -> None:
    """*No deal without X*, *nothing below X*, *a floor of X is not negotiable* demand X."""
    assert expected in coded(text)


TURNED = [
    ("A rise of 8% is not something the port has ruled out.", ("Port", "wage", "8", "undecided")),
    ("The port would not oppose voluntary night shifts.", ("Port", "night_shifts", "voluntary", "accepts")),
    ("The port denied that it had ever agreed to a rise of 8%.", ("Port", "wage", "8", "rejects")),
    ("The union spurned the offer of a 3% rise.", ("Union", "wage", "3", "rejects")),
    ("The port is prepared to accept a rise of 5%.", ("Port", "wage", "5", "accepts")),
    ("The union considers a rise of 8% indispensable.", ("Union", "wage", "8", "demands")),
    ("The port took back its offer of a 5% rise.", ("Port", "wage", "5", "rejects")),
    ("The port refused to accept a rise of 8%.", ("Port", "wage", "8", "rejects")),
    ("The port ruled out paying 8%.", ("Port", "wage", "8", "rejects")),
    ("The union wants a promise of 8%.", ("Union", "wage", "8", "demands")),
    ("The port has not decided whether to accept 8%.", ("Port", "wage", "8", "undecided")),
    ("The union withdrew its consent to voluntary night shifts.", ("Union", "night_shifts", "voluntary", "rejects")),
]


@pytest.mark.parametrize(("text", "expected"), TURNED)
def test_what_turns_a_stance_around(text: str, expected: Coded) -> None:
    """Litotes, denial, a verdict behind the option, a noun that is judged."""
    assert expected in coded(text)


@pytest.mark.parametrize("text", ["the rise must not exceed 5%", "the rise should be no more than 5%"])
def test_a_limit_is_asked_for(text: str) -> None:
    """What lies over it is denied, and not the limit."""
    assert ("Port", "wage", "5", "demands") in coded(text, "Jonas Okafor")


@pytest.mark.parametrize("text", ["Would the port agree to a rise of 8%?", "Could the union live with 3%?"])
def test_a_question_holds_no_stance(text: str) -> None:
    """Whoever asks has not answered."""
    assert coded(text) == set()


TRADED = [
    ("The port could live with 8% in exchange for voluntary night shifts.", ("Port", "wage", "8", "conditions")),
    (
        "In exchange for a rise of 8% the union would suspend the strike while talks go on.",
        ("Union", "strike_end", "suspended_for_talks", "offers"),
    ),
    ("If the strike ends, the port would accept a rise of 5%.", ("Port", "wage", "5", "conditions")),
    ("The port would agree to 5% once the strike is over.", ("Port", "wage", "5", "conditions")),
]


@pytest.mark.parametrize(("text", "expected"), TRADED)
def test_what_is_taken_for_something_is_conditional(text: str, expected: Coded) -> None:
    """*In exchange for*, *if* and *once*, behind the words or before them, with a comma or without."""
    assert expected in coded(text)


@pytest.mark.parametrize(
    "text",
    [
        "The port is not authorised to accept a rise of 8%.",
        "The port had no mandate to agree to a rise of 8%.",
        "The union has stopped asking for 8%.",
    ],
)
def test_who_may_not_or_no_longer_does_holds_no_stance(text: str) -> None:
    """Somebody without authority has not refused; what is no longer asked for is not wanted."""
    assert coded(text) == set()


def test_a_condition_of_how_one_may_be_quoted_is_none() -> None:
    """*On condition of anonymity* is about the source and not about the rise."""
    text = "The union would accept 5%, an official said on condition of anonymity."
    assert ("Union", "wage", "5", "accepts") in coded(text)


def test_what_a_party_would_not_stand_in_the_way_of_it_accepts() -> None:
    """What was spoken of just before."""
    article = make_article("The union asked for 5%. The port would not stand in the way of that.")
    content = "The port would not stand in the way of that."
    found = code_positions(make_statement(article, content), article, STRIKE)
    assert ("Port", "5", "accepts") in {(each.party, each.option, each.stance) for each in found if each.counted}


def test_deeds_told_by_the_outlet_are_taken_or_demanded() -> None:
    """Without a word of stance: giving ground is taken."""
    assert ("Union", "strike_end", "suspended_for_talks", "accepts") in coded(
        "The union suspended the strike for talks."
    )


def test_at_once_sets_no_condition() -> None:
    """*Once* behind *at* is a word of time."""
    assert ("Port", "wage", "5", "accepts") in coded("The port accepted a rise of 5% at once.")
