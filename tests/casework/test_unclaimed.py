"""Speakers no party claims are named, with what to do about them."""

from __future__ import annotations

from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.casework.listing import Document
from zopa.casework.unclaimed import unclaimed_note
from zopa.positions import party_of


def test_people_of_no_party_are_named_the_busiest_first() -> None:
    """Those the case lists and groups are not; nothing is said where everybody is claimed."""
    article = make_article("One is late. Two is late. Three is late. Four is late.")
    statements = (
        make_statement(article, "One is late", "Karin Moe"),
        make_statement(article, "Two is late", "Olaf Brandt"),
        make_statement(article, "Three is late", "Olaf Brandt"),
        make_statement(article, "Four is late", "Marta Lindqvist"),
    )
    parties = tuple(party_of(each, article, STRIKE) for each in statements)
    note = unclaimed_note([Document(article, statements, parties)])
    assert note is not None
    assert note.startswith("No party claims Olaf Brandt (2), Karin Moe (1): ")
    assert "Marta Lindqvist" not in note
    assert unclaimed_note([Document(article, statements[3:], parties[3:])]) is None
