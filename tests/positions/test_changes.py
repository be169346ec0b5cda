"""Changes: first words, moves, and no change where a position is only repeated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.samples import sample
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions import CODER, Evidence, Position, Stance, detect_changes, find_constancies

MOVE = sample("accepts", "5", said_on="2031-03-07")
BACK = sample("demands", "8", said_on="2031-03-09")


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


def test_suggestions_make_no_change() -> None:
    """What is below the threshold is never counted."""
    assert detect_changes([sample("demands", "5", said_on="2031-03-01", counted=False)], STRIKE) == []


def test_words_without_a_day_are_new_only_where_nothing_else_was_said() -> None:
    """Nothing can be put in order without a day."""
    undated, dated = sample("demands", "8", published=None), sample("accepts", "5", said_on="2031-03-01")
    (alone,) = detect_changes([undated], STRIKE)
    assert (alone.kind, alone.on, alone.after) == ("new", None, (("8", "demands"),))
    (change,) = detect_changes([undated, dated], STRIKE)
    assert change.after == (("5", "accepts"),)


def test_words_in_order_by_their_place_make_a_move_without_a_day() -> None:
    """About when they were published orders them; it is not given as their day."""
    undated, dated = sample("demands", "8", published=None), sample("accepts", "5", said_on="2031-03-07")
    before, after = (replace(undated, about=date(2031, 3, day)) for day in (2, 20))
    moved = next(one for one in detect_changes([dated, before], STRIKE) if one.before)
    assert (moved.before, moved.after) == ((("8", "demands"),), (("5", "accepts"),))
    assert (moved.kind, moved.since, moved.on) == ("softening", None, date(2031, 3, 7))
    back = next(one for one in detect_changes([dated, after], STRIKE) if one.before)
    assert (back.before, back.after) == ((("5", "accepts"),), (("8", "demands"),))
    assert (back.since, back.on) == (date(2031, 3, 7), None)


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


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (("rejects", "abolished"), ("conditions", "abolished"), "softening"),
        (("conditions", "abolished"), ("accepts", "abolished"), "softening"),
        (("accepts", "abolished"), ("rejects", "abolished"), "hardening"),
        (("demands", "abolished"), ("accepts", "voluntary"), "softening"),
        (("demands", "abolished"), ("offers", "voluntary"), "softening"),
        (("accepts", "voluntary"), ("conditions", "abolished"), "hardening"),
        (("offers", "voluntary"), ("offers", "kept"), "reversal"),
        (("demands", "abolished"), ("rejects", "abolished"), "reversal"),
    ],
)
def test_the_kind_of_a_move(before: tuple[Stance, str], after: tuple[Stance, str], kind: str) -> None:
    """Giving ground, taking it back, or another end state altogether."""
    items = [
        sample(*before, issue="night_shifts", said_on="2031-03-01"),
        sample(*after, issue="night_shifts", said_on="2031-03-09"),
    ]
    _, change = detect_changes(items, STRIKE)
    assert (change.kind, change.since, change.on) == (kind, date(2031, 3, 1), date(2031, 3, 9))


@pytest.mark.parametrize(("first", "second", "kind"), [("8", "5", "softening"), ("5", "8", "hardening")])
def test_on_a_scale_ground_is_given_towards_the_other_side(first: str, second: str, kind: str) -> None:
    """The port offers 3: coming down to 5 is softening, going up to 8 is hardening, demand or not."""
    items = [
        sample("offers", "3", party="Port", speaker="Jonas Okafor", said_on="2031-02-01"),
        sample("demands", first, said_on="2031-03-01"),
        sample("demands", second, said_on="2031-03-09"),
    ]
    assert [change.kind for change in detect_changes(items, STRIKE)] == ["new", "new", kind]


def test_leaving_what_the_other_side_refuses_gives_ground() -> None:
    """The port refuses an end of night shifts: from that to volunteers is softening, the way back hardening."""
    items = [
        sample("rejects", "abolished", issue="night_shifts", party="Port", speaker="Jonas Okafor"),
        sample("demands", "abolished", issue="night_shifts", said_on="2031-03-01"),
        sample("demands", "voluntary", issue="night_shifts", said_on="2031-03-05"),
        sample("demands", "abolished", issue="night_shifts", said_on="2031-03-09"),
    ]
    kinds = [change.kind for change in detect_changes(items, STRIKE) if change.party == "Union"]
    assert kinds == ["new", "softening", "hardening"]


def test_a_position_said_again_is_unchanged_since_its_first_words() -> None:
    """One entry for the whole stretch, and no change; the rival's later account neither repeats nor moves it."""
    items = [
        sample("demands", "8", said_on="2031-03-01"),
        sample("demands", "8", said_on="2031-03-04"),
        sample("demands", "8", said_on="2031-03-09"),
        sample("accepts", "3", speaker="Jonas Okafor", said_on="2031-03-12"),
    ]
    (constancy,) = find_constancies(items, STRIKE)
    assert (constancy.since, constancy.on) == (date(2031, 3, 1), date(2031, 3, 9))
    assert constancy.statements == (items[0].statement.id, items[2].statement.id)
    assert [change.kind for change in detect_changes(items, STRIKE)] == ["new"]


def test_an_option_put_beside_one_that_is_restated_is_new_and_no_move() -> None:
    """Two options held at once are no change from one to the other."""
    items = [
        sample("demands", "8", said_on="2031-03-01"),
        sample("demands", "8", said_on="2031-03-09"),
        sample("accepts", "5", said_on="2031-03-09"),
    ]
    assert [change.kind for change in detect_changes(items, STRIKE)] == ["new", "new"]


@given(st.permutations([sample("demands", "8", said_on=f"2031-03-0{day}") for day in (1, 3, 5)] + [MOVE, BACK]))
def test_the_order_of_the_evidence_does_not_matter(evidence: list[Evidence]) -> None:
    """Days decide, not the order of reading."""
    found = [(change.kind, change.on) for change in detect_changes(evidence, STRIKE)]
    assert found == [("new", date(2031, 3, 1)), ("softening", date(2031, 3, 7)), ("reversal", date(2031, 3, 9))]


def test_two_voices_of_one_report_are_no_move() -> None:
    """What has only its article's day comes after nothing that the same article reports."""
    shared = "Marta Lindqvist and an aide spoke to the Courier"
    dated = sample("demands", "8", said_on="2031-03-01", text=shared)
    beside = sample("accepts", "5", text=shared)
    aside = Evidence(beside.position, beside.statement, dated.article)
    assert [change.kind for change in detect_changes([dated, aside], STRIKE)] == ["new"]
    other = sample("accepts", "5")
    assert [change.kind for change in detect_changes([dated, other], STRIKE)] == ["new", "softening"]


def test_what_goes_on_now_is_later_than_a_day_told_in_the_same_report() -> None:
    """*Is planning to ask for 8* comes after what the same report says of an earlier day."""
    text = "On 1 March the union accepted 5%. Now the union is planning to ask for 8%."
    article = make_article(text, "2031-03-31")
    found = []
    for words, option, stance, day in (
        ("the union accepted 5%", "5", "accepts", "2031-03-01"),
        ("the union is planning to ask for 8%", "8", "demands", None),
    ):
        statement = make_statement(article, words, "narrator", said_on=day)
        whole = Position(statement.id, "Union", "wage", option, stance, "firm", statement.content, CODER, 0.9)
        found.append(Evidence(whole, statement, article))
    assert [change.kind for change in detect_changes(found, STRIKE)] == ["new", "reversal"]


def test_an_option_that_holds_its_own_condition_is_offered_or_conditioned_alike() -> None:
    """*Ended only after a deal is signed* says the same either way."""
    offered = sample("offers", "after_signature", issue="strike_end", said_on="2031-03-01")
    conditioned = sample("conditions", "after_signature", issue="strike_end", said_on="2031-03-05")
    assert [change.kind for change in detect_changes([offered, conditioned], STRIKE)] == ["new"]
    (same,) = find_constancies([offered, conditioned], STRIKE)
    assert same.on == date(2031, 3, 5)
