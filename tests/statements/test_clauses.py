"""Clauses set against each other are a statement each; the writer's afterthought is no part of what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.clauses import clauses_joined, without_afterthought
from zopa.statements.page import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement


def clauses(text: str, content: str) -> list[str]:
    """What the content of a text is parted into."""
    start = text.index(content)
    page = page_of(plain_article(text, "page"))
    return [span.of(text) for span in clauses_joined(page, Span(start, start + len(content)))]


@pytest.mark.parametrize(
    ("content", "parted"),
    [
        (
            "the mill had offered him two percent, but “the union never answered that letter.”",
            ["the mill had offered him two percent", "“the union never answered that letter.”"],
        ),
        (
            "the first shift would return on Monday, but that the second would wait for a vote.",
            ["the first shift would return on Monday", "the second would wait for a vote."],
        ),
        (
            "the ferry would sail in June, while “we keep the night boats where they are”",
            ["the ferry would sail in June", "“we keep the night boats where they are”"],
        ),
    ],
)
def test_clauses_set_against_each_other_part(content: str, parted: list[str]) -> None:
    """Each may hold a position of its own."""
    assert clauses(f"Ilse Brandt said on Friday that {content}", content) == parted


@pytest.mark.parametrize(
    "content",
    [
        "the first shift would return on Monday, and that the second would wait for a vote.",
        "the mill was old, but “the union never answered that letter.”",
        "the mill had offered him two percent, but “late and half-hearted” all the same.",
        "the mill had offered him two percent, but “without saying who pays for it.”",
        "“the mill offered two percent last week, but that was before the fire came.”",
        "the plan would go ahead this winter, but only with the consent of the islands.",
    ],
)
def test_what_leans_on_the_clause_before_stays_with_it(content: str) -> None:
    """Joined by *and*, short, a phrase, or all in one quotation: one statement."""
    assert clauses(f"Ilse Brandt said on Friday that {content}", content) == [content]


def told(text: str, content: str, cue: str = "said") -> str:
    """What is left of the content of an attribution."""
    start, at = text.index(content), text.index(cue)
    one = Attribution((), (Span(at, at + len(cue)),), (Span(start, start + len(content)),), 0.9)
    return without_afterthought(page_of(plain_article(text, "page")), one).content[0].of(text)


def test_the_writers_afterthought_goes() -> None:
    """An apposition to the whole clause, at the end of what was said, is the writer's own."""
    content = "the port might have to give up its night shift, a step that would halve its income"
    assert told(f"Brandt said {content}.", content) == "the port might have to give up its night shift"


@pytest.mark.parametrize(
    "text",
    [
        "Brandt said “the port may lose its night shift, a step that would halve its income”.",
        "The port may lose its night shift, a step that would halve its income, Brandt said.",
        "Brandt said the port may lose its night shift, a step that would halve its income, and its crane.",
    ],
)
def test_what_the_speaker_added_stays(text: str) -> None:
    """Between quotation marks, before the cue, or with more of what was said behind it."""
    content = text.removeprefix("Brandt said ").removesuffix(", Brandt said.").rstrip(".").strip("“”")
    assert told(text, content) == content


def test_two_statements_of_one_speaker(read: Callable[..., list[Statement]]) -> None:
    """Speaker, cue and day are those of both, the ids differ, and the second is direct."""
    text = "Ilse Brandt said on Thursday that the mill offered two percent, but “the union never answered that letter.”"
    first, second = read(text)
    assert (first.speaker, first.said_on, first.cue) == (second.speaker, second.said_on, second.cue)
    assert first.id != second.id
    assert [one.quote_type for one in (first, second)] == ["indirect", "direct"]
    assert first == replace(second, id=first.id, content=first.content, quote_type="indirect")
