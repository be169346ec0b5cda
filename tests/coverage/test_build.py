"""Articles: the body as text, exact spans, and where title and date were found."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage import Article, Byline, article_id, plain_article
from zopa.coverage.build import Draft, Facts, build_article
from zopa.errors import CoverageError

PAGE = """Home / Work

Unions accept the offer

By Ann Lee
4 March 2025

The two unions accepted the offer of the mediator on Monday.

Its terms are:
- a higher wage
- shorter weeks

The company has until Friday to answer, said the chair.

Kent contributed from Oslo.

Post a Comment"""


def article_of(text: str = PAGE, facts: Facts | None = None) -> Article:
    return build_article(Draft("unions", "coverage/unions.txt", text, text.encode(), facts or Facts()))


def test_the_text_is_the_body_alone() -> None:
    """Chrome and credits are left out; paragraphs are parted as they were; every span gives its words."""
    article = article_of()
    assert article.text == (
        "The two unions accepted the offer of the mediator on Monday.\n\n"
        "Its terms are:\n- a higher wage\n- shorter weeks\n\n"
        "The company has until Friday to answer, said the chair."
    )
    assert [span.of(article.text) for span in article.paragraphs] == [line for line in article.text.split("\n") if line]
    assert article.id == article_id(article.text)
    assert article.raw_sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert (article.title, article.published, article.published_from) == (
        "Unions accept the offer",
        date(2025, 3, 4),
        "text",
    )
    assert article.bylines == (Byline("Ann Lee"), Byline("Kent", "Oslo", "contributor"))


def test_a_plain_article_keeps_its_text_as_given() -> None:
    """Only the paragraphs leave the chrome out; they count the characters of the text as given."""
    article = plain_article(PAGE, "unions")
    assert article.text == PAGE
    assert [span.of(PAGE) for span in article.paragraphs] == [
        span.of(article_of().text) for span in article_of().paragraphs
    ]
    assert (article.title, article.published) == ("Unions accept the offer", date(2025, 3, 4))


DAYS = {"sidecar": date(2025, 1, 1), "record": date(2025, 2, 2), "metadata": date(2025, 3, 3)}


@pytest.mark.parametrize("origin", ["sidecar", "record", "metadata"])
def test_a_stated_date_goes_before_address_and_text(origin: str) -> None:
    """Sidecar, record and metadata are believed first."""
    facts = Facts(published=DAYS[origin], published_from=origin, url="https://post.example/2025/05/05/x")
    article = article_of(facts=facts)
    assert (article.published, article.published_from) == (DAYS[origin], origin)


def test_the_address_goes_before_the_text() -> None:
    """A day in the path of the address; then a line above the body; then a dateline; else unknown."""
    article = article_of(facts=Facts(url="https://post.example/2025/05/05/x"))
    assert (article.published, article.published_from) == (date(2025, 5, 5), "url")
    dateline = article_of("OSLO, 4 March 2025 (Agency) — The unions accepted on Monday.")
    assert (dateline.published, dateline.published_from) == (date(2025, 3, 4), "text")
    assert dateline.text.startswith("OSLO, 4 March 2025 (Agency) — ")
    unknown = article_of("The unions accepted the offer of 3 March 2025 on Monday.")
    assert (unknown.published, unknown.published_from) == (None, "unknown")


def test_facts_are_laid_over_one_another() -> None:
    """What a sidecar states wins, what it leaves out is taken from the page; a date keeps its origin."""
    sidecar = Facts(outlet="The Post", published=DAYS["sidecar"], published_from="sidecar")
    page = Facts(title="Unions", outlet="x", published=DAYS["metadata"], published_from="metadata", text_kind="retold")
    merged = sidecar.over(page)
    assert (merged.title, merged.outlet, merged.text_kind) == ("Unions", "The Post", "retold")
    assert (merged.published, merged.published_from) == (DAYS["sidecar"], "sidecar")
    assert page.over(sidecar).published_from == "metadata"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The unions accepted the offer.", "The unions accepted the offer."),
        ("- The unions accepted the offer.", "The unions accepted the offer."),
        ("The unions accepted " + "and talked " * 20 + "on.", "The unions accepted and talked"),
        ("", "unions"),
    ],
)
def test_without_a_headline_the_opening_words_stand_in(text: str, title: str) -> None:
    """An article always has something to be called by."""
    found = article_of(text).title
    assert found.startswith(title)
    assert len(found) <= 92


def test_half_a_character_is_refused() -> None:
    """A lone surrogate can neither be hashed, stored nor shown."""
    with pytest.raises(CoverageError, match="half a character"):
        plain_article("The unions \ud83d accepted.", "x")
    with pytest.raises(CoverageError, match="the outlet holds half a character"):
        article_of(facts=Facts(outlet="\udc00"))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_spans_of_any_text_are_exact(text: str) -> None:
    """Both kinds of article: spans are in order, inside the text, and begin and end on a word."""
    for article in (plain_article(text, "x"), article_of(text)):
        end = 0
        for span in article.paragraphs:
            assert end <= span.start < span.end <= len(article.text)
            assert span.of(article.text) == span.of(article.text).strip() != ""
            end = span.end
    assert plain_article(text, "x").text == text


@given(st.text(st.sampled_from("aB .\n“”é-"), max_size=200))
def test_cleaning_is_stable(text: str) -> None:
    """The same bytes always give the same article."""
    assert article_of(text) == article_of(text)
