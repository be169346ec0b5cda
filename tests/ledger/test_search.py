"""Search finds articles by their words and says where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage import Page, plain_article
from zopa.ledger import Ledger
from zopa.ledger.search import SearchIndex

TEXTS = {
    "hours": "The harbour workers want forty hours. Forty, they say.",
    "owners": "The owners of the harbour said no to the workers.",
    "café": "At the Café Zürich nobody spoke of work.",
}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for doc, text in TEXTS.items():
        ledger.add_page(Page(plain_article(text, doc), text.encode()))
    return ledger


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbour workers", {"hours", "owners"}),
        ('"harbour workers"', {"hours"}),
        ("FORTY", {"hours"}),
        ("cafe zurich", {"café"}),
        ("absent", set()),
        ("", set()),
        ("\"'*()-:^", set()),
        ("harbour AND OR NOT", set()),
        ("work*", {"café"}),
    ],
)
def test_articles_are_found_by_all_their_words(filled: Ledger, words: str, found: set[str]) -> None:
    """Without regard to case and accents; there are no operators that a person could trip over."""
    docs = {article.id: article.doc for article in filled.articles()}
    assert {docs[hit.article] for hit in filled.search(words)} == found


def test_a_hit_says_where_the_words_stand(filled: Ledger) -> None:
    """Spans count characters of the article's text."""
    (hit,) = filled.search("forty")
    article = filled.article(hit.article)
    assert article is not None
    assert [span.of(article.text) for span in hit.spans] == ["forty", "Forty"]


def test_an_article_added_later_is_found(filled: Ledger) -> None:
    """The index is completed before every search."""
    assert filled.search("bridge") == ()
    text = "The bridge stays open."
    filled.add_page(Page(plain_article(text, "bridge"), text.encode()))
    assert len(filled.search("bridge")) == 1


def test_no_more_are_given_than_asked_for(filled: Ledger) -> None:
    """The best come first."""
    assert len(filled.search("the", limit=2)) == 2


@given(text=st.text(max_size=60), words=st.text(max_size=20))
def test_any_text_and_any_words(text: str, words: str) -> None:
    """Nothing that can be typed breaks it, and every span holds characters of the text."""
    index = SearchIndex()
    article = plain_article(text, "any")
    index.add([article, article])
    for hit in index.find(words, 10):
        assert all(0 <= span.start < span.end <= len(article.text) for span in hit.spans)
    index.close()
