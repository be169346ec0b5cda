"""Turns: what one sentence tells by itself of a stance given up, past, or kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.samples import sample
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case
from zopa.coverage.article import Span
from zopa.positions import Evidence, all_changes, code_positions, standing_evidence
from zopa.positions.turns import turns_in

Held = tuple[tuple[str, str], ...]


def told(words: str, case: Case, speaker: str = "narrator") -> list[tuple[str, str, Held, Held]]:
    """The moves and constancies of one sentence: kind, party, before, after."""
    article = make_article(words)
    statement = make_statement(article, words, speaker)
    evidence = [Evidence(one, statement, article) for one in code_positions(statement, article, case)]
    found = all_changes([(statement, article)], evidence, case)
    return [(one.kind, one.party, one.before, one.after) for one in found if one.kind != "new"]


@pytest.mark.parametrize(
    ("words", "kind", "party", "before", "after"),
    [
        ("The union no longer insists on a rise of 8 per cent.", "softening", "Union", "demands 8", ""),
        ("The union dropped its demand for 8 per cent.", "softening", "Union", "demands 8", ""),
        ("The union agreed to drop its demand for 8 per cent.", "softening", "Union", "demands 8", ""),
        ("The port withdrew its offer of 3 per cent.", "hardening", "Port", "offers 3", ""),
        ("The port had backed away from its offer of 3 per cent.", "hardening", "Port", "offers 3", ""),
        (
            "The union lowered its demand from 8 per cent to 5 per cent.",
            "reversal",
            "Union",
            "demands 8",
            "demands 5",
        ),
        (
            "The union, which first demanded 8 per cent, would now accept 5 per cent.",
            "softening",
            "Union",
            "demands 8",
            "accepts 5",
        ),
        (
            "The union's position has not changed: it demands 8 per cent.",
            "constancy",
            "Union",
            "demands 8",
            "demands 8",
        ),
        ("The union would not drop its demand for 8 per cent.", "constancy", "Union", "demands 8", "demands 8"),
        ("The union has not dropped its demand for 8 per cent.", "constancy", "Union", "demands 8", "demands 8"),
        ("The port is no longer ready to accept 5 per cent.", "hardening", "Port", "accepts 5", "rejects 5"),
        ("The union still demands 8 per cent.", "constancy", "Union", "demands 8", "demands 8"),
    ],
)
def test_a_sentence_tells_its_ends(words: str, kind: str, party: str, before: str, after: str) -> None:
    """What was held is coded as if it were held, and what took its place stands beside it."""
    assert told(words, STRIKE) == [(kind, party, _held(before), _held(after))]


def _held(words: str) -> Held:
    return tuple((option, stance) for stance, option in [words.split()] if words) if words else ()


@pytest.mark.parametrize(
    "words",
    [
        "The port asked the union to drop its demand for 8 per cent.",
        "The union might drop its demand for 8 per cent.",
        "If the union drops its demand for 8 per cent, the port will talk.",
        "The union had earlier rejected 3 per cent.",
        "The union had rejected 3 per cent, and the port now offers 5 per cent.",
        "The union demands 8 per cent.",
    ],
)
def test_what_is_asked_for_or_only_possible_is_no_turn(words: str) -> None:
    """Nor is what was said earlier where nothing says that it holds no more."""
    assert told(words, STRIKE) == []


def test_hostages_are_read_by_the_same_words() -> None:
    """Nothing here knows what is negotiated."""
    words = "The rebels no longer demand a full amnesty for all."
    assert told(words, HOSTAGES) == [("softening", "Rebels", (("full", "demands"),), ())]


def test_what_is_past_or_given_up_does_not_stand() -> None:
    """Its own sentence replaces it, whatever the day."""
    words = "The union had earlier demanded 8 per cent; it now asks for 5 per cent."
    article = make_article(words)
    parts = [make_statement(article, part) for part in words.rstrip(".").split("; ")]
    evidence = [Evidence(one, part, article) for part in parts for one in code_positions(part, article, STRIKE)]
    standing, replaced = standing_evidence(evidence, STRIKE, date(2031, 4, 1))
    assert [item.position.option for item in standing] == ["5"]
    assert [item.position.option for item in replaced] == ["8"]


def test_no_longer_is_a_denial_that_stands() -> None:
    """*No longer ready to accept* rejects from now on."""
    words = "The port is no longer ready to accept 5 per cent."
    article = make_article(words)
    statement = make_statement(article, words)
    evidence = [Evidence(one, statement, article) for one in code_positions(statement, article, STRIKE)]
    standing, _ = standing_evidence(evidence, STRIKE, date(2031, 4, 1))
    assert [(one.position.option, one.position.stance) for one in standing] == [("5", "rejects")]


def test_a_move_found_between_statements_is_not_told_twice() -> None:
    """The one with both statements stays."""
    words = "The union had demanded 8 per cent; Marta Lindqvist said it would now accept 5 per cent."
    article = make_article(words)
    statement = make_statement(article, "it would now accept 5 per cent", "Marta Lindqvist", said_on="2031-03-10")
    evidence = [Evidence(one, statement, article) for one in code_positions(statement, article, STRIKE)]
    first = sample("demands", "8", said_on="2031-03-01")
    moves = [
        one
        for one in all_changes([(statement, article)], [first, *evidence], STRIKE)
        if one.kind not in ("new", "constancy")
    ]
    assert [(one.before, one.after, one.since) for one in moves] == [
        ((("8", "demands"),), (("5", "accepts"),), date(2031, 3, 1))
    ]


def test_what_a_noun_lists_is_kept_with_it() -> None:
    """*Would not drop its demands, which include a rise of 8 per cent*: the rise is kept, too."""
    words = "The union would not drop its demands, which include a rise of 8 per cent."
    article = make_article(words)
    statement = make_statement(article, "The union would not drop its demands")
    kept = [one for one in all_changes([(statement, article)], [], STRIKE) if one.kind == "constancy"]
    assert [(one.party, one.after) for one in kept] == [("Union", (("8", "demands"),))]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """The spans lie inside the sentence."""
    for turn in turns_in(text, Span(0, len(text))):
        assert all(0 <= span.start <= span.end <= len(text) for span in (*turn.held, *turn.after))
