"""Changes: first words, moves, and no change where a position is only repeated."""

from __future__ import annotations

from datetime import date

from tests.positions.samples import sample
from tests.positions.scenes import STRIKE

from zopa.positions import detect_changes


def test_a_move_has_both_ends_and_their_statements() -> None:
    """From demanding 8 to accepting 5, on the day of the later words."""
    first = sample("demands", "8", said_on="2031-03-01")
    repeat = sample("demands", "8", said_on="2031-03-04")
    move = sample("accepts", "5", said_on="2031-03-09")
    new, changed = detect_changes([move, repeat, first], STRIKE)
    assert (new.before, new.after, new.on) == ((), (("8", "demands"),), date(2031, 3, 1))
    assert (changed.before, changed.after, changed.on) == ((("8", "demands"),), (("5", "accepts"),), date(2031, 3, 9))
    assert changed.statements == (first.statement.id, move.statement.id)


def test_a_partys_own_words_outrank_what_others_say_of_it_that_day() -> None:
    """The rival's account of the same day makes no change."""
    own = sample("demands", "8", said_on="2031-03-01")
    rival = sample("accepts", "3", speaker="Jonas Okafor", said_on="2031-03-01")
    (change,) = detect_changes([own, rival], STRIKE)
    assert change.after == (("8", "demands"),)


def test_suggestions_and_words_without_a_day_make_no_change() -> None:
    """Nothing can be ordered without a day."""
    items = [sample("demands", "8", published=None), sample("demands", "5", said_on="2031-03-01", counted=False)]
    assert detect_changes(items, STRIKE) == []


def test_changes_come_oldest_first_then_by_party_and_issue() -> None:
    """In the order of the case file within a day."""
    items = [
        sample("offers", "3", party="Port", speaker="Jonas Okafor", said_on="2031-03-02"),
        sample("demands", "abolished", issue="night_shifts", said_on="2031-03-02"),
        sample("demands", "8", said_on="2031-03-02"),
        sample("rejects", "8", party="Port", speaker="Jonas Okafor", said_on="2031-03-01"),
    ]
    found = [(change.on.day, change.party, change.issue) for change in detect_changes(items, STRIKE)]
    assert found == [
        (1, "Port", "wage"),
        (2, "Union", "wage"),
        (2, "Union", "night_shifts"),
        (2, "Port", "wage"),
    ]
