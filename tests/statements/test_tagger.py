"""The trained tagger: its spans hold for any text, it repeats itself, and it reads as well as its card says."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zopa.coverage.article import Article, Span, article_id
from zopa.statements.tagger import FAST, WEIGHTS, find_attributions

if TYPE_CHECKING:
    from zopa.statements.attribution import Attribution

SAID = (
    "The harbour will stay closed until Monday, the port's director, Ilse Brandt, said on Friday.\n\n"
    "“We have no crew left,” Brandt told reporters. “Nobody slept.”\n\n"
    "The union denied that it had refused an offer. The wind was strong."
)


def article(text: str) -> Article:
    """An article whose paragraphs are what blank lines part."""
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    return Article(
        id=article_id(text),
        doc="own",
        source="own.txt",
        outlet=None,
        title="",
        published=None,
        published_from="unknown",
        bylines=(),
        text=text,
        raw_sha256="",
        paragraphs=tuple(paragraphs),
    )


def words(spans: tuple[Span, ...], text: str) -> list[str]:
    """The words of spans."""
    return [span.of(text) for span in spans]


def check(attributions: list[Attribution], text: str) -> None:
    """Every span inside the text and not empty, in order and apart within a role, content never missing."""
    for item in attributions:
        assert item.content
        assert 0 <= item.confidence <= 1
        for role in (item.source, item.cue, item.content):
            assert all(0 <= span.start < span.end <= len(text) and span.of(text).strip() for span in role)
            assert all(before.end <= after.start for before, after in pairwise(role))


def test_plain_sentences_are_read() -> None:
    """A reported clause, a quotation its cue interrupts, and a denial are found with source, cue and content."""
    found = find_attributions(article(SAID))
    assert len(found) == 3
    harbour, crew, denial = found
    assert words(harbour.source, SAID)[0].endswith("Ilse Brandt")
    assert words(harbour.cue, SAID) == ["said"]
    assert words(harbour.content, SAID) == ["The harbour will stay closed until Monday"]
    assert words(crew.source, SAID) == ["Brandt"]
    assert words(crew.content, SAID) == ["We have no crew left", "Nobody slept"]
    assert words(denial.source, SAID) == ["The union"]
    assert words(denial.cue, SAID) == ["denied"]


def test_two_cues_in_a_sentence_keep_their_own_words() -> None:
    """Each content goes to its own source, and no word is said twice."""
    text = "Mayor Ana Petrescu said the bridge was safe, but the engineer, Tom Okafor, warned that it could collapse."
    found = find_attributions(article(text))
    assert [words(item.cue, text) for item in found] == [["said"], ["warned"]]
    assert "Petrescu" in words(found[0].source, text)[0]
    assert "Okafor" in words(found[1].source, text)[0]
    assert "collapse" in words(found[1].content, text)[0]


def test_text_that_quotes_nobody_has_no_attributions() -> None:
    """Nothing is invented where nobody says anything."""
    assert find_attributions(article("The road runs along the river. It was closed in March. Rain fell all day.")) == []


def test_the_fast_reader_reads_plain_sentences() -> None:
    """Fewer layers find the same three sources and cues, and spans as valid."""
    found = find_attributions(article(SAID), fast=True)
    check(found, SAID)
    assert [words(item.cue, SAID)[0].split()[-1] for item in found] == ["said", "told", "denied"]
    assert "Brandt" in words(found[1].source, SAID)[0]


def test_no_text_has_no_attributions() -> None:
    """An article without paragraphs, or with empty ones, gives an empty list."""
    assert find_attributions(article("")) == []
    assert find_attributions(article("\n\n \n\n\t")) == []


def test_only_paragraphs_are_read() -> None:
    """What lies outside the article's paragraphs is never read."""
    whole = article(SAID)
    first = Article(
        **{name: getattr(whole, name) for name in Article.__slots__ if name != "paragraphs"},
        paragraphs=whole.paragraphs[:1],
    )
    assert find_attributions(first)
    assert all(span.end <= whole.paragraphs[0].end for item in find_attributions(first) for span in item.content)


def test_the_same_text_gives_the_same_answer() -> None:
    """Reading is deterministic, to the last digit of the confidence."""
    assert find_attributions(article(SAID)) == find_attributions(article(SAID))


PLAIN = (
    "“",
    "”",
    '"',
    "'",
    "said",
    "Mr. Vance",
    "told",
    "that",
    "he",
    "according to",
    ".",
    ",",
    ":",
    "\n\n",
    "\n",
    "—",
)
ODD = ("\u200f", "שלום", "«", "»", "\x00", "\x0b", "\ud800", "🙂", "_", "a" * 400, "ＡＢＣ", "é", "e\u0301", "Q:", " ")
PIECES = st.sampled_from(PLAIN + ODD)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES).map("".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_spans_hold_for_any_text(text: str) -> None:
    """Whatever the text: no crash, every span inside it, no statement empty."""
    check(find_attributions(article(text)), text)


@pytest.mark.parametrize(
    "text",
    [
        "said " * 3000,
        "“" * 2000,
        "x" * 50_000,
        ("THE MINISTER SAID THE ROAD WAS CLOSED " * 40) + "\n\n" + "Q: Who? A: Nobody said. " * 40,
        "قال الوزير إن الطريق مغلق. " * 50,
    ],
    ids=["cues", "marks", "one word", "capitals", "right to left"],
)
def test_odd_texts_are_survived(text: str) -> None:
    """Long runs without sentences, in capitals, or in another script give valid spans or none."""
    check(find_attributions(article(text)), text)


@pytest.mark.slow
def test_a_long_article_takes_little_memory() -> None:
    """Memory beside the text and the result does not grow with the text: windows are forgotten once read."""
    peaks = []
    for copies in (40, 160):
        long = article("\n\n".join([SAID] * copies))
        tracemalloc.start()
        find_attributions(long)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 2_000_000


def test_weights_are_small() -> None:
    """The full reader's files stay near 23 MB, the fast one's near six more."""
    sizes = {path.name: path.stat().st_size for path in WEIGHTS.iterdir()}
    fast = sum(size for name, size in sizes.items() if name.startswith(FAST))
    assert sum(sizes.values()) - fast < 24_500_000
    assert fast < 7_000_000
