"""The development texts: not one annotated statement is lost in cleaning, and no chrome line is left."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import Article, Byline, Page, plain_article, read_coverage

if TYPE_CHECKING:
    from pathlib import Path

CHROME = (
    "Home / World",
    "Share",
    "Skip to",
    "Subscribe",
    "Follow our",
    "ADVERTISEMENT",
    "Donate",
    "Also Read",
    "By Staff",
)
CHROME_LINES = (
    *CHROME,
    "Related Articles",
    "Comments",
    "Post a Comment",
    "Download on",
    "Photo:",
    "Credit:",
    "Filed under",
)


@pytest.fixture(scope="module")
def articles(shared: Path) -> dict[str, Article]:
    folder = shared / "data" / "coverage"
    files = [folder / name for name in ("seed_alaska.txt", "ukraine_dev.jsonl", "trade_eu_us.jsonl")]
    return {page.article.doc: page.article for page in read_coverage(files) if isinstance(page, Page)}


def _annotated(shared: Path) -> list[tuple[str, str]]:
    folder = shared / "data" / "coverage" / "gold"
    return [
        (path.stem, entry["content"]) for path in folder.glob("*.json") for entry in json.loads(path.read_text("utf-8"))
    ]


def test_every_text_is_read(articles: dict[str, Article]) -> None:
    """The seed, nineteen texts of one negotiation and thirteen of another."""
    assert len(articles) == 33


def test_no_annotated_statement_is_lost(shared: Path, articles: dict[str, Article]) -> None:
    """Each stands in the cleaned text, inside one paragraph."""
    found = _annotated(shared)
    assert found
    lost = [
        (doc, content)
        for doc, content in found
        if not any(content in span.of(articles[doc].text) for span in articles[doc].paragraphs)
    ]
    assert lost == []


def test_no_annotated_statement_is_lost_in_a_plain_text(shared: Path) -> None:
    """Where the text is kept as given, the paragraphs hold every annotated statement."""
    text = (shared / "data" / "coverage" / "seed_alaska.txt").read_text("utf-8")
    article = plain_article(text, "seed")
    assert article.text == text
    bodies = [span.of(text) for span in article.paragraphs]
    assert all(any(content in body for body in bodies) for doc, content in _annotated(shared) if doc == "seed_alaska")


def test_no_chrome_is_left(articles: dict[str, Article]) -> None:
    """No paragraph begins like page furniture."""
    left = [
        span.of(article.text)
        for article in articles.values()
        for span in article.paragraphs
        if span.of(article.text).lstrip("- ").startswith(CHROME_LINES)
    ]
    assert left == []


def test_the_seed_is_cleaned(articles: dict[str, Article]) -> None:
    """Title once, credits read as bylines, comments gone; the first and last words are the article's own."""
    seed = articles["seed_alaska"]
    assert seed.title == "Trump and Putin are Scheduled To Meet Next Week in Alaska."
    assert seed.title not in seed.text
    assert "Comment" not in seed.text
    assert "contributed from" not in seed.text
    assert seed.text.startswith("President Donald Trump and Russian President")
    assert seed.text.endswith("Ushakov added.")
    assert seed.bylines == (
        Byline("Edwards", "Washington", "contributor"),
        Byline("Hudson", "Washington", "contributor"),
        Byline("O’Grady", "Kyiv", "contributor"),
        Byline("Belton", "London", "contributor"),
        Byline("Andrew Jeong", None, "assistant"),
    )
    assert (seed.published, seed.published_from) == (None, "unknown")


def test_published_days_are_those_of_the_records(shared: Path, articles: dict[str, Article]) -> None:
    """Found from address or text alone, a day is the one the record states, wherever one is found."""
    folder = shared / "data" / "coverage"
    texts = [(folder / f"{name}.jsonl").read_text("utf-8") for name in ("ukraine_dev", "trade_eu_us")]
    lines = [line for text in texts for line in text.splitlines()]
    records = [record for record in map(json.loads, lines) if record["published"]]
    assert all(articles[record["id"]].published.isoformat() == record["published"] for record in records)
    found = {record["id"]: plain_article(record["text"], "x").published for record in records}
    assert {doc for doc, day in found.items() if day} >= {"ua-d01", "ua-d03", "ua-d10", "ua-d11", "ua-d18", "tr-d08"}
    stated = {record["id"]: record["published"] for record in records}
    assert all(day.isoformat() == stated[doc] for doc, day in found.items() if day)
