"""The body of a page: chrome around it is left out, no sentence of it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.coverage.article import Byline
from zopa.coverage.chrome import find_body, is_prose, is_title_case
from zopa.coverage.layout import paragraphs_of

FIRST = "The two unions accepted the offer of the mediator on Monday."
SECOND = "“It is less than we asked for,” the chair of the larger union said."
THIRD = "The company has until Friday to answer."


def body_of(text: str, title: str | None = None) -> list[str]:
    return [paragraph.words for paragraph in find_body(paragraphs_of(text), title).paragraphs]


def page(*parts: str) -> str:
    return "\n\n".join(parts)


def test_a_clean_text_is_all_body() -> None:
    """Nothing is dropped where there is no chrome."""
    assert body_of(page(FIRST, SECOND, THIRD)) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "headline", ["Unions accept offer", "Unions accept the offer of the mediator.", "UNIONS ACCEPT OFFER!"]
)
def test_a_headline_printed_twice_is_the_title(headline: str) -> None:
    """Even where it ends in a full stop; it stands once, as the title, and not in the body."""
    found = find_body(paragraphs_of(page(headline, headline, FIRST, SECOND)))
    assert found.title == headline
    assert [paragraph.words for paragraph in found.paragraphs] == [FIRST, SECOND]


def test_a_headline_in_title_case_is_the_title() -> None:
    """One line In Title Case with a full stop above the first sentence."""
    found = find_body(paragraphs_of(page("Unions Accept the Offer of a Mediator.", FIRST)))
    assert found.title == "Unions Accept the Offer of a Mediator."
    assert [paragraph.words for paragraph in found.paragraphs] == [FIRST]


def test_a_known_title_is_left_out_of_the_body() -> None:
    """Wherever it stands again, with other quotation marks or capitals."""
    assert body_of(page("Unions 'Accept' Offer.", FIRST, "UNIONS “ACCEPT” OFFER", SECOND), "Unions “accept” offer") == [
        FIRST,
        SECOND,
    ]


def test_the_first_short_line_is_the_title_where_none_is_known() -> None:
    """A line of five words or more is preferred to a row of menu items."""
    found = find_body(paragraphs_of(page("News\nUnion Business Opinion\nUnions accept offer after long night", FIRST)))
    assert found.title == "Unions accept offer after long night"
    assert find_body(paragraphs_of(page(FIRST, SECOND))).title is None


def test_lines_above_the_first_sentence_are_the_head() -> None:
    """Navigation, captions printed twice, dates and bylines; the head is given for the date."""
    found = find_body(
        paragraphs_of(
            page(
                "Home / Work",
                "By Ann Lee in Oslo\n4 March 2025",
                "The hall was full.\nThe hall was full.",
                FIRST,
                SECOND,
            )
        )
    )
    assert [paragraph.words for paragraph in found.paragraphs] == [FIRST, SECOND]
    assert "4 March 2025" in found.head
    assert found.bylines == (Byline("Ann Lee", "Oslo", "author"),)


@pytest.mark.parametrize(
    "tail",
    [
        ["Post a Comment", "0 Comments"],
        ["Read next: what the strike means"],
        ["Share on Facebook Share on X"],
        ["A link to something else entirely"],
        ["Comments\nNo comments yet...\nRelated Articles\n- Bridge to be closed for a year"],
        ["Related Articles", "Bridge to be closed", "The bridge over the river will be closed for a year."],
        ["2 Comments", "They should never have signed it.", "I disagree with that."],
        ["--\nLabour mailing list"],
        ["Kent and Lane contributed from Oslo. Mia Olsen assisted with this report.", "0 Comments"],
        ["(Reporting by staff; Editing by staff)"],
        ["Photo: the hall in which the unions met. (File)", "Comments are closed"],
    ],
)
def test_what_trails_after_the_article_is_left_out(tail: list[str]) -> None:
    """Comments, links, pointers, signatures and credits."""
    assert body_of(page(FIRST, SECOND, THIRD, *tail)) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "line", ["ADVERTISEMENT", "Story continues below", "Also Read | Seven things to know", "Share this"]
)
def test_furniture_inside_the_body_is_left_out(line: str) -> None:
    """And the paragraphs around it stay apart."""
    found = find_body(paragraphs_of(page(FIRST, line, SECOND)))
    assert [(paragraph.words, paragraph.after_blank) for paragraph in found.paragraphs] == [
        (FIRST, True),
        (SECOND, True),
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "What comes next",
        "- a higher wage from June\n- no dismissals for two years",
        "Its terms are:",
        "“Never”",
        "Related claims will be heard by another court.",
    ],
)
def test_the_body_keeps_what_stands_between_its_sentences(inside: str) -> None:
    """Headings inside the article, lists, short quotations."""
    assert body_of(page(FIRST, inside, SECOND)) == [FIRST, *inside.split("\n"), SECOND]


def test_the_last_items_of_a_list_stay() -> None:
    """An article may end in a list without full stops."""
    assert body_of(page(FIRST, "- a higher wage\n- shorter weeks"))[-1] == "- shorter weeks"


def test_an_article_that_goes_on_after_related_articles_goes_on() -> None:
    """A box in the middle of the page does not cut it off."""
    rest = [f"The mediator asked question number {n} again." for n in range(5)]
    assert body_of(page(FIRST, SECOND, "Related Articles", *rest)) == [FIRST, SECOND, *rest]


def test_a_box_near_the_end_does_not_swallow_the_last_paragraph() -> None:
    """Words in quotation marks, or many words, are the article and not the teaser of another."""
    assert body_of(page(FIRST, THIRD, "Related Articles", SECOND)) == [FIRST, THIRD, SECOND]


def test_a_page_without_a_sentence_keeps_what_is_not_furniture() -> None:
    """A list of terms and nothing else is still something to read."""
    assert body_of("Share this\nhigher wages\nshorter weeks") == ["higher wages", "shorter weeks"]
    assert body_of("Share this\nPost a Comment") == []
    assert body_of("") == []


def test_what_is_left_out_is_listed() -> None:
    """Body and dropped paragraphs together are the page."""
    paragraphs = paragraphs_of(page("Home / Work", FIRST, "ADVERTISEMENT", SECOND, "0 Comments"))
    found = find_body(paragraphs)
    assert sorted((*found.paragraphs, *found.dropped), key=lambda part: part.span) == list(paragraphs)


@pytest.mark.parametrize(
    ("words", "prose"),
    [
        ("They agreed to it at last.", True),
        ("“Never,” he told them all.”", True),
        ("That is settled, the report says.[4]", True),
        ("No.", False),
        ("Unions accept offer", False),
        ("word " * 20, True),
        ("两国代表团周二在日内瓦同意继续就停火问题举行谈判，但没有公布任何细节，双方将于下周再次会面。", True),
    ],
)
def test_prose_is_told_from_headlines(words: str, prose: bool) -> None:
    """By its full stop, or by its length."""
    assert is_prose(words.strip()) is prose


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Unions Accept the Offer of a Mediator.", True),
        ("Prime Minister Dana Holt met Mayor Ann Lee in New York.", False),
        ("Dana Holt and Ann Lee spoke.", False),
        ("They agreed to it at last.", False),
    ],
)
def test_title_case_is_told_from_sentences_full_of_names(words: str, headline: bool) -> None:
    """A sentence has a verb in small letters."""
    assert is_title_case(words) is headline


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 30_000,
        f"{FIRST}\n\n" * 10_000,
        f"{FIRST}\n\n" + "Related Articles\n\n" * 10_000,
        "Reporting by " + "Ann Bee in Cee Dee " * 30,
        "share " * 20_000,
        "a / " * 20_000,
    ],
    ids=["lines", "paragraphs", "headings", "credit", "sharing", "trail"],
)
def test_no_page_takes_more_than_a_moment(text: str) -> None:
    """The cost grows with the length of the page, whatever stands on it."""
    before = time.process_time()
    find_body(paragraphs_of(text))
    assert time.process_time() - before < 5


WORDS = st.sampled_from(("river", "dam", "town", "said", "would", "not", "agree", "water", "Holt", "price"))
SENTENCES = st.lists(st.lists(WORDS, min_size=6, max_size=30), min_size=1, max_size=8, unique_by=tuple).map(
    lambda sentences: [" ".join(["The", *words]) + "." for words in sentences]
)
CHROME = st.lists(
    st.sampled_from(["Home / World", "Share this", "0 Comments", "ADVERTISEMENT", "4 March 2025", "-"]), max_size=3
)


@given(before=CHROME, sentences=SENTENCES, after=CHROME)
def test_no_sentence_is_ever_lost(before: list[str], sentences: list[str], after: list[str]) -> None:
    """Whatever stands around the sentences of an article, all of them and nothing else are its body."""
    assert body_of(page(*before, *sentences, *after)) == sentences
