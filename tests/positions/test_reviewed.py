"""What people decide is what counts: accepted is sure, rejected is gone, unsure and disputed do not count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.case import Case
from zopa.case.case import Issue, Option, Party
from zopa.coverage import Article, Span, plain_article
from zopa.positions import Coding, Evidence, Position, Verdict, apply_reviews, coding_of, rulings
from zopa.positions.reviewed import Outcome
from zopa.statements import Statement
from zopa.statements.statement import statement_id

TEXT = "The dockers demand four days. The port offers five days, the harbour master said."
ARTICLE: Article = plain_article(TEXT, "port")
CASE = Case(
    id="port",
    title="The port",
    parties=(Party(id="Dockers", name="The dockers"), Party(id="Port", name="The port")),
    issues=(Issue(id="days", name="Days a week", options=(Option(id="four"), Option(id="five"))),),
    signatories=("Dockers", "Port"),
)


def _statement(content: Span) -> Statement:
    return Statement(
        id=statement_id(ARTICLE.id, [content]),
        article=ARTICLE.id,
        speaker="the harbour master",
        speaker_kind="person",
        relayed_via=(),
        anonymous=None,
        quote_type="indirect",
        content=(content,),
        cue=(),
        source=(),
        said_on=None,
        said_on_exact=False,
        confidence=0.9,
    )


FIRST, SECOND = _statement(Span(0, 28)), _statement(Span(30, 55))
STATEMENTS = {FIRST.id: (FIRST, ARTICLE), SECOND.id: (SECOND, ARTICLE)}
FOUR = Coding("Dockers", "days", "four", "demands", "firm")
FIVE = Coding("Port", "days", "five", "offers", "firm")


def _evidence(statement: Statement, coding: Coding, confidence: float = 0.7) -> Evidence:
    words = (statement.content[0],)
    position = Position(
        statement.id,
        coding.party,
        coding.issue,
        coding.option,
        coding.stance,
        coding.strength,
        words,
        "rules",
        confidence,
    )
    return Evidence(replace(position, counted=confidence >= 0.5), statement, ARTICLE)


CODED = (_evidence(FIRST, FOUR), _evidence(SECOND, FIVE, 0.4))


def _accept(coding: Coding = FOUR, by: str = "Ana", statement: Statement = FIRST) -> Verdict:
    return Verdict(statement.id, by, "accepted", coding, coding)


def _edit(after: Coding, by: str = "Ana", **values: tuple[Span, ...]) -> Verdict:
    return Verdict(FIRST.id, by, "accepted", FOUR, after, **values)


def _reject(coding: Coding | None = FOUR, by: str = "Ana") -> Verdict:
    return Verdict(FIRST.id, by, "rejected", coding, None)


def _unsure(by: str = "Ana") -> Verdict:
    return Verdict(FIRST.id, by, "unsure", FOUR, None)


def _reviewed(*verdicts: Verdict) -> dict[tuple[str, Coding], Position]:
    found = apply_reviews(CODED, verdicts, STATEMENTS, CASE)
    return {(item.statement.id, coding_of(item.position)): item.position for item in found}


def test_without_reviews_nothing_changes() -> None:
    """A suggestion stays a suggestion: nobody looked at it."""
    assert apply_reviews(CODED, (), STATEMENTS, CASE) == CODED


def test_an_accepted_suggestion_counts_and_is_sure() -> None:
    """With confidence 1, under the reviewer's name; the words are those of the coder."""
    position = _reviewed(_accept(FIVE, statement=SECOND))[SECOND.id, FIVE]
    assert (position.counted, position.confidence, position.coder) == (True, 1.0, "Ana")
    assert position.words == CODED[1].position.words


def test_a_rejected_coding_is_no_position() -> None:
    """The others stay."""
    assert set(_reviewed(_reject())) == {(SECOND.id, FIVE)}


def test_a_rejection_holds_for_the_stance_that_was_shown() -> None:
    """Where the coder finds another stance today, nobody has decided about that."""
    shown = replace(FOUR, stance="rejects")
    assert (FIRST.id, FOUR) in _reviewed(_reject(shown))


@pytest.mark.parametrize("verdicts", [(_unsure(),), (_accept(), _reject(by="Ben"))], ids=["unsure", "disputed"])
def test_what_is_unsure_or_disputed_does_not_count(verdicts: tuple[Verdict, ...]) -> None:
    """It stays as a suggestion, as sure as the coder was."""
    position = _reviewed(*verdicts)[FIRST.id, FOUR]
    assert (position.counted, position.confidence, position.coder) == (False, 0.7, "rules")


@pytest.mark.parametrize(
    "after",
    [
        replace(FOUR, party="Port"),
        replace(FOUR, option="five"),
        replace(FOUR, stance="rejects"),
        replace(FOUR, strength="red_line"),
        replace(FOUR, stance="conditions", condition="only if pay stays"),
    ],
    ids=["party", "option", "stance", "strength", "condition"],
)
def test_an_edit_takes_the_place_of_what_was_shown(after: Coding) -> None:
    """In every field."""
    assert set(_reviewed(_edit(after))) == {(FIRST.id, after), (SECOND.id, FIVE)}


def test_an_edit_of_the_words_and_the_day() -> None:
    """The words are those marked, and the statement counts from the day the reviewer gave."""
    after = replace(FOUR, said_on="2026-03-01")
    found = apply_reviews(CODED, [_edit(after, words=(Span(4, 11),))], STATEMENTS, CASE)
    assert found[0].position.words == (Span(4, 11),)
    assert (found[0].statement.said_on, found[0].statement.said_on_exact) == ("2026-03-01", True)


def test_an_added_coding_is_a_position() -> None:
    """On a statement in which the coder found nothing like it, resting on the statement's words."""
    added = Verdict(SECOND.id, "Ana", "accepted", None, replace(FOUR, party="Port"))
    position = _reviewed(added)[SECOND.id, replace(FOUR, party="Port")]
    assert (position.counted, position.words) == (True, SECOND.content)


def test_a_statement_rejected_as_a_whole_gives_no_position() -> None:
    """Unless one of its codings was accepted by itself."""
    assert set(_reviewed(_reject(None))) == {(SECOND.id, FIVE)}
    assert (FIRST.id, FOUR) in _reviewed(_reject(None), _accept(by="Ben"))


def test_a_later_decision_of_the_same_person_counts() -> None:
    """People change their minds."""
    assert (FIRST.id, FOUR) not in _reviewed(_accept(), _reject())
    assert _reviewed(_reject(), _accept())[FIRST.id, FOUR].confidence == 1.0


def test_two_who_agree_decide_together() -> None:
    """Both are named; edits that come to the same agree."""
    after = replace(FOUR, strength="soft")
    position = _reviewed(_edit(after), _edit(after, "Ben"))[FIRST.id, after]
    assert (position.counted, position.coder) == (True, "Ana, Ben")


def test_an_edit_to_what_another_rejects_does_not_count() -> None:
    """One says the words mean five days, another has rejected just that reading of the same statement."""
    five = replace(FOUR, option="five")
    position = _reviewed(_edit(five), _reject(five, "Ben"))[FIRST.id, five]
    assert position.counted is False


def test_a_coding_the_case_does_not_have_any_more_is_left_out() -> None:
    """An option that was removed from the case cannot be a position."""
    assert set(_reviewed(_edit(replace(FOUR, option="six")))) == {(SECOND.id, FIVE)}


CODINGS = st.builds(
    Coding,
    st.sampled_from(["Dockers", "Port"]),
    st.just("days"),
    st.sampled_from(["four", "five"]),
    st.sampled_from(["demands", "rejects"]),
    st.sampled_from(["firm", "soft"]),
)


OUTCOMES: tuple[Outcome, ...] = ("accepted", "rejected", "unsure")


@st.composite
def _any_verdict(draw: st.DrawFn) -> Verdict:
    outcome = draw(st.sampled_from(OUTCOMES))
    before = draw(st.none() | CODINGS)
    after = draw(CODINGS) if outcome == "accepted" else None
    statement = draw(st.sampled_from([FIRST, SECOND]))
    return Verdict(statement.id, draw(st.sampled_from(["Ana", "Ben"])), outcome, before, after)


@given(verdicts=st.lists(_any_verdict(), max_size=8))
def test_nothing_counts_that_nobody_accepted_or_that_is_disputed(verdicts: list[Verdict]) -> None:
    """Whatever is decided: one counted position a matter at most, and a sure one rests on somebody's acceptance."""
    found = apply_reviews(CODED, verdicts, STATEMENTS, CASE)
    counted = [(item.statement.id, coding_of(item.position).key) for item in found if item.position.counted]
    assert len(set(counted)) == len(counted)
    accepted = {(v.statement, v.after) for v in verdicts if v.outcome == "accepted"}
    for item in found:
        if item.position.confidence == 1.0:
            assert (item.statement.id, coding_of(item.position)) in accepted
    for matter, ruling in rulings(verdicts).items():
        if ruling.outcome in ("unsure", "disputed"):
            mine = [i for i in found if (i.statement.id, coding_of(i.position).key) == matter]
            assert all(not item.position.counted or item.position.confidence == 1.0 for item in mine)
