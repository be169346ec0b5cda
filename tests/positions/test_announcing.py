"""Announcing: what the outlet reports that a party would do or would not do."""

from __future__ import annotations

import pytest
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case
from zopa.positions import code_positions


@pytest.mark.parametrize(
    ("case", "text", "found"),
    [
        (STRIKE, "The port will not pay 8 per cent.", [("Port", "8", "rejects")]),
        (STRIKE, "The port would “not pay 8 per cent”.", [("Port", "8", "rejects")]),
        (STRIKE, "The port won't pay 8 per cent.", [("Port", "8", "rejects")]),
        (STRIKE, "The port will keep night shifts as they are.", [("Port", "kept", "demands")]),
        (STRIKE, "The port would not say whether it would pay 8 per cent.", []),
        (STRIKE, "The port would lose 8 per cent of its ships.", []),
        (HOSTAGES, "The rebels would release all hostages at once.", [("Rebels", "all_at_once", "offers")]),
        (HOSTAGES, "The rebels would not release the hostages at once.", [("Rebels", "all_at_once", "rejects")]),
    ],
)
def test_what_a_party_would_do(case: Case, text: str, found: list[tuple[str, str, str]]) -> None:
    """Denied it is refused, a giving of the option's is offered, keeping is wanted; what else may come says nothing."""
    article = make_article(text)
    positions = code_positions(make_statement(article, text), article, case)
    assert [(each.party, each.option, each.stance) for each in positions if each.counted] == found
