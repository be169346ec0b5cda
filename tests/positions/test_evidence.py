"""Evidence: which day a statement counts from, and who speaks for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions import CODER, Evidence, Position, is_dated, relays, said_on, spoken_for_party


def evidence(
    said: str | None, published: str | None, speaker: str = "Marta Lindqvist", via: tuple[str, ...] = ()
) -> Evidence:
    """A union demand, said and published on given days."""
    article = make_article("The union wants 8%.", published)
    statement = make_statement(article, "The union wants 8%", speaker, said_on=said, via=via)
    position = Position(statement.id, "Union", "wage", "8", "demands", "firm", statement.content, CODER, 0.9)
    return Evidence(position, statement, article)


@pytest.mark.parametrize(
    ("said", "published", "day"),
    [
        ("2031-03-02", "2031-03-10", date(2031, 3, 2)),
        ("2031-02", "2031-03-10", date(2031, 2, 28)),
        ("2031-03", "2031-03-10", date(2031, 3, 10)),
        ("2028-02", None, date(2028, 2, 29)),
        (None, "2031-03-10", date(2031, 3, 10)),
        ("not a day", "2031-03-10", date(2031, 3, 10)),
        (None, None, None),
    ],
)
def test_said_on(said: str | None, published: str | None, day: date | None) -> None:
    """A month ends on its last day, yet not after the article; without words the publication counts; else nothing."""
    assert said_on(evidence(said, published)) == day


def test_a_day_guessed_from_the_publication_is_not_counted_as_dated() -> None:
    """Where the reader itself took the day of publication, nothing takes it for a day that words give."""
    item = evidence("2031-03-10", "2031-03-10")
    guessed = replace(item, statement=replace(item.statement, said_on_from="published"))
    assert is_dated(item)
    assert not is_dated(guessed)
    assert said_on(guessed) == date(2031, 3, 10)


def test_a_date_in_the_words_is_told_from_one_taken_from_the_publication() -> None:
    """The second is to be flagged."""
    assert is_dated(evidence("2031-03", "2031-03-10"))
    assert not is_dated(evidence(None, "2031-03-10"))
    assert not is_dated(evidence("spring", "2031-03-10"))


def test_relays_count_links_and_second_hand_voices() -> None:
    """One a link; one more when a rival says it."""
    assert relays(evidence(None, None), STRIKE) == 0
    assert relays(evidence(None, None, via=("Harbour Radio",)), STRIKE) == 1
    assert relays(evidence(None, None, "Jonas Okafor", ("Harbour Radio",)), STRIKE) == 2
    assert not spoken_for_party(evidence(None, None, "narrator"), STRIKE)
