"""When the outlet's own voice is read as a statement: wording of demand, offer or refusal with a party in it."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.narrator import reports_demand
from zopa.statements.people import people_in


@pytest.mark.parametrize(
    ("sentence", "reports"),
    [
        ("Norway wants a quota of its own.", True),
        ("For Norway, the second point is out of the question.", True),
        ("The Danish side offered to lift the ban.", True),
        ("Norway's team seems to have turned the offer down.", True),
        ("Jane Doe refuses to sign the plan.", True),
        ("Norway put off its tariffs on Danish ships.", True),
        ("The drivers' union lowered its demand on Monday.", True),
        ("The union's position has not changed since then.", True),
        ("The rain put off the start of the race.", False),
        ("Norway lies on the sea and is large.", False),
        ("The cook wants a new pot for the kitchen.", False),
        ("Does Norway want a quota of its own?", False),
        ("Norway wants more", False),
        ("Norway wants.", False),
    ],
)
def test_wording(sentence: str, reports: bool) -> None:
    """Questions, headlines, short sentences and sentences without a party are left alone."""
    article = plain_article(sentence, "page")
    assert reports_demand(sentence, Span(0, len(sentence)), people_in(article)) == reports
