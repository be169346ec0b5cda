"""Quotations that no attribution holds."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.page import page_of
from zopa.statements.unclaimed import with_unclaimed

OPENING = "The talks in Oslo went on for an hour.\n\n"
CARRIED = (
    "“We will not sign,” Ana Lopez said. “It gives the ports away.”",
    "“We will not sign,” Ana Lopez said. “It gives the ports away.\n\n“Nobody here wants a strike.”",
)


@pytest.mark.parametrize("text", CARRIED)
def test_quotations_that_go_on(text: str) -> None:
    """A quotation behind a quoted sentence, and one that carries on an unclosed one, belong to the same attribution."""
    known = Attribution((Span(21, 30),), (Span(31, 35),), (Span(1, 17),), 0.9)
    page = page_of(plain_article(text, "page"))
    (found,) = with_unclaimed(page, [known])
    assert len(found.content) == len(page.quotations)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It is no surprise to the pollster Ana Lopez: “Most people vote as they always have.”", "Ana Lopez"),
        (
            f"{OPENING}Ana Lopez issued the following statement:\n\n“The plan is dead and it stays dead.”",
            "Ana Lopez",
        ),
    ],
)
def test_colons_introduce(text: str, source: str) -> None:
    """The name before a colon, else the subject of its sentence, says what is quoted behind it."""
    (found,) = with_unclaimed(page_of(plain_article(text, "page")), [])
    assert source in found.source[0].of(text)
    assert found.content[0].of(text).endswith(".")


@pytest.mark.parametrize(
    "text", ["He called it “a bad plan” and left.", "“Nobody will sign a paper like that one.” It rained."]
)
def test_others_stay_unclaimed(text: str) -> None:
    """Short phrases, and quotations that nothing introduces, are given to nobody."""
    assert with_unclaimed(page_of(plain_article(text, "page")), []) == []
