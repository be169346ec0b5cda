"""When the outlet's own voice is read as a statement: wording of demand, offer or refusal with a party in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements import read_statements
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
        ("It is also seeking a quota of its own.", True),
        ("They have come down to four per cent.", True),
        ("Its leaders are weighing the offer of four per cent.", True),
        ("Norway has consented to a doubling of the quota.", True),
        ("The hijackers turned the offer down within the hour.", True),
        ("On pay they have come down to four per cent.", True),
        ("The ministry has put four per cent on the table.", True),
        ("Zelmia has consented to a doubling of the quota.", True),
        ("Those duties are suspended until July.", True),
        ("The offer was rejected by the owners.", True),
        ("The ministry took back its offer of four per cent.", True),
        ("The port will not pay four per cent.", True),
        ("Zelmia could live with four per cent.", True),
        ("The rain put off the start of the race.", False),
        ("Butter is wanted in most kitchens.", False),
        ("We want a quota of our own.", False),
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


def test_the_outlets_own_words_count_from_a_day_told_before() -> None:
    """*On the same day* at the head of a sentence is the day of the statement before."""
    text = (
        "The bloc's president said on 13 July 2031 that talks would go on. On the same day Norway put off its tariffs."
    )
    article = replace(plain_article(text, "told"), published=date(2031, 7, 23))
    days = {one.said_on for one in read_statements(article) if one.speaker_kind == "narrator"}
    assert days == {"2031-07-13"}
