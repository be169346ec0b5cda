"""What people decide about some statements is carried to others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from benchmarks.learning import MADE_UP, SHARES, by_case, curve, read
from benchmarks.positions import documents, invented
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions import (
    LEARNED,
    Coding,
    Evidence,
    Lesson,
    Position,
    Verdict,
    apply_learning,
    carried,
    code_positions,
    coding_of,
    learn,
    lessons_of,
)
from zopa.positions.lessons import claim_of
from zopa.positions.rehearsal import rehearse, solve

if TYPE_CHECKING:
    from pathlib import Path

ISSUE = STRIKE.issues[0]
OPTION, OTHER = ISSUE.options[0].id, ISSUE.options[1].id
PARTY = STRIKE.parties[0].id
WANTED = Coding(PARTY, ISSUE.id, OPTION, "demands", "firm")
REFUSED = Coding(PARTY, ISSUE.id, OTHER, "accepts", "firm")
SAYING = "the old arrangement from before the flood has to come back for everybody"


def lesson(article: str, words: str, *right: Coding, shown: tuple[tuple[Coding, float], ...] = ()) -> Lesson:
    """A lesson of nobody's statement."""
    return Lesson(article, words, None, right, tuple((claim_of(coding), sure) for coding, sure in shown))


def many() -> list[Lesson]:
    """Six articles in which the same thing was said and found, beside words about nothing."""
    said = [lesson(f"a{n}", f"{SAYING}, on day {n}", WANTED) for n in range(6)]
    gulls = "the harbour master counted {} gulls and went home"
    idle = [lesson(f"a{n}", gulls.format(n), shown=((REFUSED, 0.8),)) for n in range(6)]
    return said + idle


def test_few_decisions_teach_nothing() -> None:
    """Below ten decisions, and where nothing was right."""
    assert learn(many()[:3]) is None
    assert learn(many()[6:] * 2) is None


def test_what_was_found_in_like_words_is_proposed() -> None:
    """The coder knows nothing of the flood; the reviewers do."""
    article = make_article(f"A speaker said that {SAYING}.")
    statement = make_statement(article, SAYING, "narrator", "narrator")
    assert not code_positions(statement, article, STRIKE)
    found = apply_learning((), {statement.id: (statement, article)}, learn(many()), STRIKE)
    assert [coding_of(item.position) for item in found] == [WANTED]
    assert found[0].position.coder == LEARNED
    assert found[0].position.counted


def test_other_words_stay_without_a_position() -> None:
    """Unknown stays unknown."""
    article = make_article("She said the tide table is printed in June.")
    statement = make_statement(article, "the tide table is printed in June", "narrator", "narrator")
    assert apply_learning((), {statement.id: (statement, article)}, learn(many()), STRIKE) == ()


def test_a_rejected_claim_makes_the_coder_less_sure() -> None:
    """And one that was found right surer, never the other way round; nothing else changes."""
    learned = learn(many())
    assert learned is not None
    article = make_article("He spoke of the pier.")
    statement = make_statement(article, "the pier", "narrator", "narrator")
    shown = [
        Evidence(_position(statement.id, coding), statement, article)
        for coding in (WANTED, REFUSED, replace(WANTED, stance="rejects"))
    ]
    found = apply_learning(shown, {statement.id: (statement, article)}, learned, STRIKE)
    surer, less, same = (item.position.confidence for item in found)
    assert surer >= 0.8
    assert less < 0.8
    assert same == 0.8


def _position(statement: str, coding: Coding) -> Position:
    return Position(
        statement, coding.party, coding.issue, coding.option, coding.stance, coding.strength, (), "rules", 0.8
    )


def test_statements_that_were_decided_about_are_left_alone() -> None:
    """There the decisions themselves hold."""
    article = make_article(f"A speaker said that {SAYING}.")
    statement = make_statement(article, SAYING, "narrator", "narrator")
    learned = learn([*many(), Lesson(article.id, SAYING, None, ())])
    assert apply_learning((), {statement.id: (statement, article)}, learned, STRIKE) == ()


def test_leaving_an_article_out_is_exact() -> None:
    """The short cut gives what solving again without the article gives."""
    lessons = many()
    whole = solve(lessons)
    places = [0, 6]
    rest = [each for place, each in enumerate(lessons) if place not in places]
    kernel = whole.known.to([each.words for each in lessons])
    keep = [place for place in range(len(lessons)) if place not in places]
    weights = np.linalg.solve(kernel[np.ix_(keep, keep)] + 0.5 * np.eye(len(rest)), whole.truth[keep])
    assert whole.without(places) == pytest.approx(kernel[np.ix_(places, keep)] @ weights)
    assert {guess.kind.split()[0] for guess in rehearse(lessons, whole)} == {"missed", "counted"}


def test_verdicts_become_lessons() -> None:
    """Accepted and rejected codings teach; what somebody is unsure of does not."""
    article = make_article("He said the dock is closed. She said the pier is open.")
    one = make_statement(article, "the dock is closed", "narrator", "narrator")
    two = make_statement(article, "the pier is open", "narrator", "narrator")
    verdicts = [
        Verdict(one.id, "ann", "accepted", None, WANTED),
        Verdict(two.id, "ann", "unsure", REFUSED, None),
    ]
    statements = {one.id: (one, article), two.id: (two, article)}
    found = lessons_of(verdicts, (), statements, STRIKE)
    assert [(each.words, each.right) for each in found] == [("the dock is closed", (WANTED,))]


def test_lessons_of_another_case_are_carried_by_names() -> None:
    """An issue renamed in its id is found by its name; what the case does not have is left out."""
    issue = ISSUE.model_copy(update={"id": "as_it_was_called"})
    renamed = STRIKE.model_copy(update={"id": "elsewhere", "issues": (issue,)})
    theirs = [lesson("a", "words", replace(WANTED, issue="as_it_was_called")), lesson("b", "others", REFUSED)]
    found = carried(theirs, renamed, STRIKE)
    assert [each.right for each in found] == [(WANTED,)]
    assert found[0].article == "elsewhere/a"


@pytest.mark.slow
def test_reviews_pay(shared: Path) -> None:
    """F1 .749 without reviews, .755 with precision .86 after those of the other articles: little is left."""
    cases = by_case(read(document) for document in documents(shared))
    cases |= by_case(read(document) for document in invented(MADE_UP))
    figures = curve(cases)["all dev"]
    assert len(figures) == len(SHARES)
    assert figures[-1]["f1"] >= figures[0]["f1"] + 0.003
    assert figures[-1]["f1"] >= 0.74
    assert figures[-1]["precision"] >= 0.78
