"""Whose text it is that an article quotes by its noun alone."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions.documents import is_shared
from zopa.positions.speakers import parties_of

OWNED = [
    ("Nordhaven handed over a memorandum with its terms. It lists night shifts.", "memorandum", ["Port"]),
    ("The union's outline was short. Under the outline wages rise.", "outline", ["Union"]),
    ("The union and the port signed a deal on Friday. It lists night shifts.", "deal", ["Union", "Port"]),
    ("A joint statement came out on Friday. The statement lists night shifts.", "statement", ["Union", "Port"]),
    ("A memorandum was found in the harbour. It lists night shifts.", "memorandum", []),
    ("The union handed over a paper, and the port circulated another paper.", "paper", []),
    ("A draft deal lay on the table. It lists night shifts.", "draft deal", []),
]


@pytest.mark.parametrize(("text", "noun", "expected"), OWNED)
def test_a_bare_noun_speaks_for_who_brought_or_settled_the_text(text: str, noun: str, expected: list[str]) -> None:
    """The party that brought it, those that settled it, both signatories of a joint text; nobody where it is open."""
    article = make_article(text)
    statement = make_statement(article, text.split(". ")[-1].removesuffix("."), noun, "document")
    assert parties_of(statement, article, STRIKE) == expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("deal", True), ("proposed deal", False), ("memorandum", False), ("", False)]
)
def test_what_parties_share_by_its_nature(noun: str, expected: bool) -> None:
    """A deal is of several; what is only drafted or proposed is not."""
    assert is_shared(noun, "The memorandum was long.") is expected
