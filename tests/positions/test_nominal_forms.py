"""Stances in nouns and behind pronouns: whose insistence, refusal, offer or consent it is, and to what."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions import code_positions

Coded = tuple[str, str, str, str]

NOUNS: list[tuple[str, Coded]] = [
    ("The union's insistence on 8% has not wavered.", ("Union", "wage", "8", "demands")),
    ("Insistence by the union on a rise of 8% surprised nobody.", ("Union", "wage", "8", "demands")),
    ("The union's demand for a rise of 8% was on the table.", ("Union", "wage", "8", "demands")),
    ("The demand by the union that wages go up by 8% stands.", ("Union", "wage", "8", "demands")),
    ("The port's refusal to reinstate the crane drivers angered many.", ("Port", "dismissed_workers", "reinstated", "rejects")),
    ("Management's opposition to a rise of 8% is well known.", ("Port", "wage", "8", "rejects")),
    ("Its rejection of voluntary night shifts was expected.", ("Union", "night_shifts", "voluntary", "rejects")),
    ("The port's rejection of an 8% rise came on Monday.", ("Port", "wage", "8", "rejects")),
    ("The port's offer of a 5% rise runs until Friday.", ("Port", "wage", "5", "offers")),
    ("An offer by the port of a 5% rise runs until Friday.", ("Port", "wage", "5", "offers")),
    ("The port's promise to reinstate the crane drivers was read out.", ("Port", "dismissed_workers", "reinstated", "offers")),
    ("The port's readiness to pay 5% more wages was a surprise.", ("Port", "wage", "5", "offers")),
    ("The union's acceptance of a 5% rise was a surprise.", ("Union", "wage", "5", "accepts")),
    ("The union's consent to voluntary night shifts was a surprise.", ("Union", "night_shifts", "voluntary", "accepts")),
    ("The union's call for a rise of 8% was repeated.", ("Union", "wage", "8", "demands")),
    ("The union's claim for a rise of 8% was repeated.", ("Union", "wage", "8", "demands")),
    ("The union's objection to voluntary night shifts is as strong as ever.", ("Union", "night_shifts", "voluntary", "rejects")),
    ("The union's support for voluntary night shifts was new.", ("Union", "night_shifts", "voluntary", "accepts")),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_a_noun_holds_the_stance_of_its_owner(text: str, expected: Coded) -> None:
    """*The port's refusal to*, *insistence by the union on*: the owner, or whoever stands behind *by*, holds it."""
    article = make_article(f"The union met on Monday.\n{text}")
    found = code_positions(make_statement(article, text, "narrator"), article, STRIKE)
    assert expected in {(each.party, each.issue, each.option, each.stance) for each in found if each.counted}


POINTING: list[tuple[str, str, Coded]] = [
    ("The port proposed a 5% rise.", "The union has agreed to it.", ("Union", "wage", "5", "accepts")),
    ("The port proposed a 5% rise.", "The union has accepted that.", ("Union", "wage", "5", "accepts")),
    ("The port proposed a 5% rise.", "The union would not hear of it.", ("Union", "wage", "5", "rejects")),
    ("The port proposed a 5% rise.", "The union rejected this.", ("Union", "wage", "5", "rejects")),
    ("The port proposed a 5% rise.", "The union is considering it.", ("Union", "wage", "5", "undecided")),
    ("The port proposed a 5% rise.", "The union could live with that.", ("Union", "wage", "5", "accepts")),
    ("The union demanded a rise of 8%.", "The port ruled it out.", ("Port", "wage", "8", "rejects")),
    ("The union demanded a rise of 8%.", "The port turned the demand down.", ("Port", "wage", "8", "rejects")),
    ("The union demanded a rise of 8%.", "The port gave in to the demand.", ("Port", "wage", "8", "accepts")),
    ("The union asked for voluntary night shifts.", "The port agreed to them.", ("Port", "night_shifts", "voluntary", "accepts")),
]


@pytest.mark.parametrize(("before", "text", "expected"), POINTING)
def test_a_pronoun_points_to_what_was_named_just_before(before: str, text: str, expected: Coded) -> None:
    """*Has agreed to it*, *would not hear of it*: the object is the option of the sentence before."""
    article = make_article(f"{before} {text}")
    found = code_positions(make_statement(article, text, "narrator"), article, STRIKE)
    assert expected in {(each.party, each.issue, each.option, each.stance) for each in found if each.counted}
