"""Succession: a party's own later words replace its own earlier ones, and nobody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.positions.samples import sample
from tests.positions.scenes import STRIKE

from zopa.positions import Evidence, standing_evidence

EARLY = sample("demands", "8", said_on="2031-03-01")
LATE = sample("accepts", "5", said_on="2031-03-09")
RIVAL = sample("demands", "8", said_on="2031-03-02", speaker="Jonas Okafor")
UNDATED = sample("demands", "3", published=None)
SUGGESTION = sample("rejects", "3", said_on="2031-03-03", counted=False)
ALL = [EARLY, LATE, RIVAL, UNDATED, SUGGESTION]


def test_later_words_replace_the_partys_own_earlier_ones() -> None:
    """As of the later day; an account by the rival stays, and so do words without a day."""
    standing, replaced = standing_evidence(ALL, STRIKE, date(2031, 3, 31))
    assert standing == [LATE, RIVAL, UNDATED]
    assert replaced == [EARLY]


def test_words_whose_place_tells_their_order_are_replaced_too() -> None:
    """An article without a day that stands among earlier ones in its file; and as of a day before it, unknown."""
    placed = replace(UNDATED, about=date(2031, 3, 4))
    assert standing_evidence([placed, LATE], STRIKE, date(2031, 3, 31)) == ([LATE], [placed])
    assert standing_evidence([placed], STRIKE, date(2031, 3, 3)) == ([], [])


def test_before_the_later_day_the_earlier_words_stand() -> None:
    """What is said later is not yet known, and a suggestion never counts."""
    assert standing_evidence(ALL, STRIKE, date(2031, 3, 8)) == ([EARLY, RIVAL, UNDATED], [])


def test_a_deed_the_outlet_reports_counts_as_the_partys_own() -> None:
    """'The union accepted 5' in the outlet's voice replaces what it said before; a guess or a refusal does not."""
    deed = sample("accepts", "5", said_on="2031-03-09", speaker="narrator", kind="narrator")
    guess = sample("accepts", "5", said_on="2031-03-09", speaker="narrator", kind="narrator", strength="soft")
    end = date(2031, 3, 31)
    assert standing_evidence([EARLY, deed], STRIKE, end) == ([deed], [EARLY])
    assert standing_evidence([deed, sample("demands", "8", said_on="2031-03-12")], STRIKE, end)[1] == [deed]
    assert standing_evidence([EARLY, guess], STRIKE, end) == ([EARLY, guess], [])
    refusal = sample("rejects", "3", said_on="2031-03-09", speaker="narrator", kind="narrator")
    assert standing_evidence([EARLY, refusal], STRIKE, end) == ([EARLY, refusal], [])


def test_another_issue_is_not_touched() -> None:
    """Succession runs issue by issue."""
    other = sample("demands", "kept", issue="night_shifts", said_on="2031-03-01")
    assert other in standing_evidence([other, LATE], STRIKE, date(2031, 3, 31))[0]


@given(st.permutations(ALL), st.integers(1, 31))
def test_the_order_of_the_evidence_does_not_matter(evidence: list[Evidence], day: int) -> None:
    """On any day the same statements stand."""
    as_of = date(2031, 3, day)
    mine, theirs = standing_evidence(evidence, STRIKE, as_of), standing_evidence(ALL, STRIKE, as_of)
    assert [{item.statement.id for item in part} for part in mine] == [
        {item.statement.id for item in part} for part in theirs
    ]


def test_a_text_agreed_on_replaces_what_a_party_said_before() -> None:
    """A deal speaks for everybody it binds; a draft of one does not."""
    deal = sample("accepts", "5", said_on="2031-03-09", speaker="deal", kind="document")
    draft = sample("accepts", "5", said_on="2031-03-09", speaker="draft deal", kind="document")
    end = date(2031, 3, 31)
    assert standing_evidence([EARLY, deal], STRIKE, end) == ([deal], [EARLY])
    assert standing_evidence([EARLY, draft], STRIKE, end) == ([EARLY, draft], [])
