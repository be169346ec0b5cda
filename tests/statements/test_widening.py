"""Content that a finder cut short: conditions, words before an inserted cue, what somebody was told."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.page import page_of
from zopa.statements.widening import widened

TABLE = [
    ("Doe said that money could be found, provided that the boats are new.", "Doe", "said", "money could be found",
     ["money could be found, provided that the boats are new"]),
    ("They might take less, she allowed, if the plan were dropped.", "she", "allowed", "They might take less",
     ["They might take less", "if the plan were dropped"]),
    ("A panel of three, he replied, one from each side.", "he", "replied", "one from each side",
     ["A panel of three", "one from each side"]),
    ("On Monday, he replied, one judge would do.", "he", "replied", "one judge would do", ["one judge would do"]),
    ("The offer stands at ten, and zero is no number, she said.", "she", "said", "and zero is no number",
     ["The offer stands at ten, and zero is no number"]),
    ("The rebels would come, he was told by Doe, but only if the guns are silent.", "Doe", "was told", "he",
     ["The rebels would come", "but only if the guns are silent"]),
    ("Doe said that the offer stands, and the talks go on.", "Doe", "said", "the offer stands", ["the offer stands"]),
]  # fmt: skip


def span_of(text: str, words: str) -> Span:
    """The first place of some words that is no part of a longer word."""
    at = f" {text}".index(f" {words}")
    return Span(at, at + len(words))


@pytest.mark.parametrize(("text", "source", "cue", "content", "whole"), TABLE)
def test_table(text: str, source: str, cue: str, content: str, whole: list[str]) -> None:
    """The condition, the beginning, the clause that was told: what belongs to it and nothing else."""
    one = Attribution(*((span_of(text, words),) for words in (source, cue, content)), 0.9)
    assert [span.of(text) for span in widened(page_of(plain_article(text, "page")), [one])[0].content] == whole


def test_what_another_holds_is_left_alone() -> None:
    """Words before an inserted cue stay with whoever said them."""
    text = "A panel of three, he replied, one from each side."
    held = Attribution((), (), (span_of(text, "A panel of three"),), 0.9)
    one = Attribution((span_of(text, "he"),), (span_of(text, "replied"),), (span_of(text, "one from each side"),), 0.9)
    assert widened(page_of(plain_article(text, "page")), [held, one])[1] == one
