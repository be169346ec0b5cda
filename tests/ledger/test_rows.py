"""Rows: any article, statement or review comes back from the ledger exactly as it went in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zopa.coverage import Article, Byline, Page, PublishedFrom, Span, TextKind
from zopa.ledger import Anchor, Decision, Ledger, Quote, Review
from zopa.ledger.canonical import canonical_json
from zopa.ledger.rows import json_to_statements, statements_to_json
from zopa.positions import STANCES, STRENGTHS, Coding
from zopa.statements.statement import Anonymity, QuoteType, SpeakerKind, Statement

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ANY_WORDS = st.text(st.characters(), max_size=30)
SPANS = st.lists(st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6)), max_size=3).map(tuple)
IDS = st.text("0123456789abcdef", min_size=16, max_size=16)
BYLINES = st.builds(Byline, WORDS, st.none() | WORDS, st.sampled_from(["author", "contributor", "assistant"]))
ARTICLES = st.builds(
    Article,
    id=IDS,
    doc=WORDS,
    source=WORDS,
    outlet=st.none() | WORDS,
    title=WORDS,
    published=st.none() | st.dates(),
    published_from=st.sampled_from(get_args(PublishedFrom)),
    bylines=st.lists(BYLINES, max_size=3).map(tuple),
    text=WORDS,
    raw_sha256=IDS,
    paragraphs=SPANS,
    text_kind=st.sampled_from(get_args(TextKind)),
    url=st.none() | WORDS,
)
STATEMENTS = st.builds(
    Statement,
    id=IDS,
    article=IDS,
    speaker=ANY_WORDS,
    speaker_kind=st.sampled_from(get_args(SpeakerKind)),
    relayed_via=st.lists(ANY_WORDS, max_size=3).map(tuple),
    anonymous=st.none() | st.builds(Anonymity, ANY_WORDS, st.none() | ANY_WORDS),
    quote_type=st.sampled_from(get_args(QuoteType)),
    content=SPANS,
    cue=SPANS,
    source=SPANS,
    said_on=st.none() | ANY_WORDS,
    said_on_exact=st.booleans(),
    confidence=st.floats(0, 1),
    office=st.none() | ANY_WORDS,
    affiliation=st.none() | ANY_WORDS,
)
MOMENTS = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-3, minutes=-30))]))
QUOTES = st.lists(st.builds(Quote, st.integers(0, 10**6), ANY_WORDS, ANY_WORDS, ANY_WORDS), max_size=2).map(tuple)
CODINGS = st.builds(
    Coding,
    party=ANY_WORDS,
    issue=ANY_WORDS,
    option=ANY_WORDS,
    stance=st.sampled_from(STANCES),
    strength=st.sampled_from(STRENGTHS),
    condition=st.none() | ANY_WORDS,
    said_on=st.none() | ANY_WORDS,
)
REVIEWS = st.builds(
    Review,
    target=st.builds(Anchor, IDS, IDS, ANY_WORDS, QUOTES),
    decision=st.sampled_from(get_args(Decision)),
    by=WORDS,
    at=MOMENTS,
    before=st.none() | CODINGS,
    after=st.none() | CODINGS,
    words=QUOTES,
    note=ANY_WORDS,
    coder=ANY_WORDS,
    supersedes=st.lists(IDS, max_size=2).map(tuple),
)
SHARED_LEDGER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@SHARED_LEDGER
@given(article=ARTICLES, raw=st.binary(max_size=200))
def test_any_article_comes_back_exactly(ledger: Ledger, article: Article, raw: bytes) -> None:
    """Odd characters, empty strings and zero bytes included."""
    if ledger.add_page(Page(article, raw)):
        assert ledger.article(article.id) == article
        assert ledger.raw(article.id) == raw


@given(statements=st.lists(STATEMENTS, max_size=3).map(tuple))
def test_any_statements_come_back_exactly(statements: tuple[Statement, ...]) -> None:
    """Through canonical JSON, and the JSON of what came back is the same string again."""
    stored = statements_to_json(statements)
    assert json_to_statements(stored) == statements
    assert statements_to_json(json_to_statements(stored)) == stored


@SHARED_LEDGER
@given(review=REVIEWS)
def test_any_review_comes_back_exactly(ledger: Ledger, review: Review) -> None:
    """Together with its moment, in its own time zone."""
    ledger.add_review(review)
    assert review in ledger.reviews(review.target.statement)


@SHARED_LEDGER
@given(article=ARTICLES, statements=st.lists(STATEMENTS, max_size=2).map(tuple))
def test_adding_again_changes_nothing(ledger: Ledger, article: Article, statements: tuple[Statement, ...]) -> None:
    """Idempotence: a second run over the same coverage adds no row."""
    ledger.add_page(Page(article, b""))
    ledger.add_reading(article.id, "reader", statements)
    before = ledger.counts()
    assert ledger.add_page(Page(article, b"")) is False
    assert ledger.add_reading(article.id, "reader", statements) is False
    assert ledger.counts() == before
    assert ledger.statements_of(article.id) == statements


@pytest.mark.parametrize(
    ("value", "expected"),
    [({"b": 1, "a": [1.5, None]}, '{"a":[1.5,null],"b":1}'), ("é", '"\\u00e9"'), ((), "[]")],
)
def test_canonical_json_is_one_string_for_one_value(value: object, expected: str) -> None:
    """Keys sorted, no spaces, ASCII."""
    assert canonical_json(value) == expected


def test_a_moment_keeps_its_time_zone(ledger: Ledger) -> None:
    """Decisions of people in several places stay comparable."""
    at = datetime(2025, 3, 3, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    ledger.add_review(Review(Anchor("a1", "s1", "", ()), "accept", "Ana", at))
    assert ledger.reviews("s1")[0].at.utcoffset() == timedelta(hours=2)
