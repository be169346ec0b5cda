"""Candidates: everything a statement may be saying, ranked, before any threshold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case
from zopa.positions import COUNTED_FROM, SHOWN_FROM, Candidate, candidates, code_positions
from zopa.positions.calibration import calibrated


def ranked(case: Case, text: str, speaker: str = "narrator") -> tuple[Candidate, ...]:
    """The candidates of a statement that is a whole article."""
    article = make_article(text)
    return candidates(make_statement(article, text, speaker), article, case)


def worth(found: Candidate) -> float:
    """How often codings like it were right: of the judge's its chance, of the others what its score is worth."""
    return calibrated(found.score) if found.chance is None else round(found.chance, 3)


def test_the_told_come_first_and_the_near_behind() -> None:
    """Best first; an option without a stance never scores like a suggestion."""
    found = ranked(STRIKE, "The union demands a rise of 8 per cent.")
    assert (found[0].issue, found[0].option, found[0].stance) == ("wage", "8", "demands")
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(each.score < SHOWN_FROM for each in found if each.stance is None)


def test_an_option_nobody_takes_a_stance_on_is_ranked_too() -> None:
    """A statement of fact about night shifts puts its issue first."""
    found = ranked(STRIKE, "Night shifts were kept as they are last year.")
    assert found[0].issue == "night_shifts"
    assert found[0].stance is None


@pytest.mark.parametrize(
    ("case", "text"),
    [(STRIKE, "The port could live with 5% but would never pay 8%."), (HOSTAGES, "Arvenia has ruled out an amnesty.")],
)
def test_positions_are_the_candidates_that_score_enough(case: Case, text: str) -> None:
    """The score alone decides what counts; the confidence is what such a score is worth."""
    article = make_article(text)
    statement = make_statement(article, text)
    positions = code_positions(statement, article, case)
    enough = [found for found in candidates(statement, article, case) if found.stance and found.score >= SHOWN_FROM]
    assert {(p.party, p.issue, p.option, p.confidence, p.counted) for p in positions} == {
        (c.party, c.issue, c.option, worth(c), c.score >= COUNTED_FROM) for c in enough
    }


@given(st.text(max_size=120))
def test_scores_are_probabilities_and_each_option_of_a_party_stands_once(text: str) -> None:
    """For any text."""
    found = ranked(STRIKE, f"x{text}", "Marta Lindqvist")
    assert all(0 <= each.score <= 1 for each in found)
    keys = [(each.party, each.issue, each.option) for each in found]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("tail", "stance"),
    [
        (", Jonas Okafor said, provided that the strike ends.", "conditions"),
        (", Jonas Okafor said, but only if the dockers return.", "conditions"),
        (", Jonas Okafor said on Monday.", "accepts"),
        (", Jonas Okafor said. It rains unless the wind turns.", "accepts"),
    ],
)
def test_a_condition_behind_the_speaker_conditions_what_was_accepted(tail: str, stance: str) -> None:
    """Within the sentence; a condition in the next sentence says nothing of this one."""
    said = "The port could live with 5%"
    article = make_article(said + tail)
    found = candidates(make_statement(article, said, "Jonas Okafor"), article, STRIKE)
    assert (found[0].party, found[0].issue, found[0].option, found[0].stance) == ("Port", "wage", "5", stance)
