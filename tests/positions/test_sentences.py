"""The sentence a statement stands in: found at a cost that does not grow with the article."""

from __future__ import annotations

from tests.positions.scenes import make_article, make_statement

from zopa.positions.sentences import LONGEST, sentence_before, sentence_of


def test_a_sentence_and_the_one_before() -> None:
    """Full stops and line breaks end sentences."""
    article = make_article("It rained. The port closed early. Nobody came.\nThen it snowed.")
    sentence = sentence_of(make_statement(article, "port closed"), article.text)
    assert sentence.of(article.text) == "The port closed early."
    before = sentence_before(sentence, article.text)
    assert before is not None
    assert before.of(article.text) == "It rained."
    assert sentence_before(before, article.text) is None


def test_a_text_without_sentence_ends_is_cut() -> None:
    """At most so many characters on either side of the statement, however long the article."""
    article = make_article("word " * 100_000 + "unique " + "word " * 100_000)
    sentence = sentence_of(make_statement(article, "unique"), article.text)
    assert sentence.end - sentence.start <= 2 * LONGEST + len("unique")
    before = sentence_before(sentence, article.text)
    assert before is not None
    assert before.end - before.start <= 2 * LONGEST + 1
