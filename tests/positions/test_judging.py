"""The judge: what it is asked, how it answers, and that it speaks only where the rules do not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions import COUNTED_FROM, SHOWN_FROM, candidates
from zopa.positions.candidates import by_rules
from zopa.positions.hearing import words_of_case
from zopa.positions.judging import judge
from zopa.positions.judging.gauging import COUNTED_CHANCE, MEASURES, SHOWN_CHANCE, Gauge, score_of
from zopa.positions.judging.judge import stance_chances
from zopa.positions.judging.network import WordScores, load_judge, load_words
from zopa.positions.judging.question import Question, question
from zopa.positions.judging.wording import BEFORE, CONTENT, LONGEST, LONGEST_BEFORE, stance_words

SILENT = "The port's lawyers laughed. For the dockers, going back to work after midnight was a price nobody would pay."
SAID = "going back to work after midnight was a price nobody would pay"


def asked(text: str, content: str, speaker: str = "narrator") -> Question | None:
    """The question that a statement of an article poses."""
    article = make_article(text)
    statement = make_statement(article, content, speaker)
    rules = by_rules(statement, article, STRIKE)
    return question(statement, article, words_of_case(STRIKE), rules.hearing, rules.near, rules.told)


def test_a_statement_of_nobody_about_nobody_is_not_asked_about() -> None:
    """There is nobody whose position it could be."""
    assert asked("It rained all morning, witnesses said.", "It rained all morning") is None


def test_a_question_marks_the_words_and_the_parties_named() -> None:
    """The statement's own words are marked, so are the names of each party, seen from that party."""
    found = asked(SILENT, SAID)
    assert found is not None
    assert set(found.parties) == {"Union", "Port"}
    assert {CONTENT, BEFORE} <= set(found.kinds.tolist())
    union, port = found.named[found.parties.index("Union")], found.named[found.parties.index("Port")]
    assert ((union == 1) == (port == 2)).all()
    assert ((union == 2) == (port == 1)).all()
    assert (union == 1).any()
    assert (port == 1).any()


def test_an_endless_sentence_is_cut_around_the_statement() -> None:
    """What is read stays short, and the statement is in it."""
    filling = "and the cranes stood still " * 400
    found = asked(f"It rained {filling} and the union wants no nights {filling}.", "the union wants no nights")
    assert found is not None
    assert len(found.pieces) <= LONGEST + LONGEST_BEFORE + 3
    assert (found.kinds == CONTENT).any()


def test_of_an_issue_that_the_rules_tell_something_of_the_judge_is_not_asked() -> None:
    """What the rules say of an issue is all that is told of it; a number says enough for its scale."""
    text = "The union demands a rise of 8 per cent."
    article = make_article(text)
    statement = make_statement(article, text)
    rules = by_rules(statement, article, STRIKE)
    assert {each.issue for each in rules.told} <= rules.understood
    told = [each for each in candidates(statement, article, STRIKE) if each.stance and each.issue in rules.understood]
    assert told == list(rules.told)


def test_nothing_is_asked_of_a_silence_or_of_what_is_given_up() -> None:
    """*Declined to say whether* holds no position, *no longer insists* not the one that it names."""
    for text in (
        "The union declined to say whether it would take 8 per cent.",
        "The union no longer wants 8 per cent.",
    ):
        article = make_article(text)
        statement = make_statement(article, text)
        assert not [each for each in candidates(statement, article, STRIKE) if each.chance is not None], text


@given(st.text(max_size=80))
def test_chances_are_probabilities_best_first_and_the_same_each_time(text: str) -> None:
    """For any words, of options and parties of the case, each option of a party at most once."""
    found = asked(f"The union said {text}x", f"{text}x")
    if found is None:
        return
    opinion = judge(found, STRIKE)
    assert opinion == judge(found, STRIKE)
    assert sum(opinion.near.values()) == pytest.approx(1, abs=1e-4)
    answers = opinion.judgements
    assert [each.chance for each in answers] == sorted((each.chance for each in answers), reverse=True)
    assert all(0 <= each.chance <= 1 for each in answers)
    keys = [(each.party, each.issue, each.option) for each in answers]
    assert len(keys) == len(set(keys))
    assert {key[1:] for key in keys} <= set(found.options)


def test_words_and_network_count_alike() -> None:
    """Chances sum to one; where one of the two says nothing, the other decides."""
    flat, sure = np.zeros((2, 3, 6), dtype=np.float32), np.log(np.array([0.9, *[0.02] * 5], dtype=np.float32))
    chances = stance_chances(flat, sure)
    assert chances.sum(axis=-1) == pytest.approx(np.ones((2, 3)))
    assert (chances.argmax(axis=-1) == 0).all()


def test_words_without_a_score_leave_the_bias() -> None:
    """A known word moves the chances, an unknown one does not."""
    scores = WordScores(
        {"said never": 0}, np.array([[0, 0, 0, 2, 0, 0]], dtype=np.float32), np.zeros(6, dtype=np.float32)
    )
    assert np.exp(scores.log_chances(["said zebra"])) == pytest.approx(np.full(6, 1 / 6))
    assert scores.log_chances(["said never"]).argmax() == 3


def test_words_whose_scores_do_not_fit_are_refused(tmp_path: Path) -> None:
    """A damaged file is named."""
    path = tmp_path / "words.npz"
    np.savez(path, words=np.array("one\ntwo"), weights=np.zeros((1, 6)), bias=np.zeros(6))
    with pytest.raises(ValueError, match=r"words\.npz"):
        load_words(path)


def test_a_gauge_is_a_logistic_regression() -> None:
    """Even odds without measures; more for what speaks for a reading."""
    flat = Gauge(0.0, (0.0,) * len(MEASURES))
    assert flat.chance(np.ones(len(MEASURES), dtype=np.float32)) == pytest.approx(0.5)
    telling = Gauge(0.0, (1.0, *(0.0,) * (len(MEASURES) - 1)))
    assert telling.chance(np.ones(len(MEASURES), dtype=np.float32)) > 0.7


def test_the_words_of_a_stance_are_cues_stems_and_their_surroundings() -> None:
    """Said words and those around them are kept apart."""
    text = "Jonas Okafor shrugged that a rise was off the table."
    article = make_article(text)
    statement = make_statement(article, "a rise was off the table", "Jonas Okafor")
    found = stance_words(statement, article, by_rules(statement, article, STRIKE).hearing)
    assert {"said off the", "around shrug"} <= set(found)
    assert "said shrug" not in found


def test_options_are_vectors_of_their_words() -> None:
    """One a option, of one length for each case."""
    vectors = load_judge().options(STRIKE)
    assert vectors.shape == (sum(len(issue.options) for issue in STRIKE.issues), 384)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_likelier_reading_never_scores_less(one: float, other: float) -> None:
    """What counts by chance counts by score."""
    low, high = sorted((one, other))
    assert score_of(low, SHOWN_FROM, COUNTED_FROM) <= score_of(high, SHOWN_FROM, COUNTED_FROM)
    assert (score_of(SHOWN_CHANCE, SHOWN_FROM, COUNTED_FROM), score_of(COUNTED_CHANCE, SHOWN_FROM, COUNTED_FROM)) == (
        SHOWN_FROM,
        COUNTED_FROM,
    )
