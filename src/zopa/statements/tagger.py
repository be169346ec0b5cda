"""The trained tagger: who an article's sentences are attributed to, in words the reader then makes sense of.

Steps, for an article of n words:

1. Each paragraph becomes words and word pieces; consecutive paragraphs are packed into windows of
   192 pieces, those between which a quotation runs on together.
2. An encoder (six layers, started from MiniLM and trained on PolNeAR) gives every word the chance of being part of a
   source, a cue or a content.
3. Runs of likely cue words are candidates. For each, a linker reads its paragraph once more and gives every word the
   chance of being the source, the cue or the content of this candidate, and the candidate the chance of being one.
4. The likeliest allowed tags become spans; of two candidates that claim the same words the surer keeps them.

Time O(n), memory O(1) beside the text: windows are read four at a time and forgotten.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.statements.attribution import Attribution
from zopa.statements.tagging.chances import TOGETHER, readings
from zopa.statements.tagging.decoding import attributions_of, load_thresholds
from zopa.statements.tagging.edges import tidied
from zopa.statements.tagging.network import boundary_ids, load_network, load_tokenizer
from zopa.statements.tagging.windows import pack
from zopa.statements.tagging.words import units_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.coverage.article import Article, Span
    from zopa.statements.tagging.decoding import Found, Range, Thresholds
    from zopa.statements.tagging.network import Network
    from zopa.statements.tagging.windows import Window

WEIGHTS = Path(__file__).parent / "weights"
FAST = "fast_"
"""Begins the names of the fast reader's files; the table of words and the tokenizer are the full reader's."""


def find_attributions(article: Article, *, fast: bool = False) -> list[Attribution]:
    """The attributions of an article's paragraphs, in order of their first words.

    Each has content; source and cue may be empty. Every span lies inside ``article.text`` and has no stray marks at
    its edges (outer quotation marks are left out), and within an attribution no two spans of a role overlap. The same
    text always gives the same answer. With ``fast`` three encoder layers read instead of six: quicker, and less sure.
    """
    prefix = FAST if fast else ""
    network, thresholds = load_network(WEIGHTS, prefix), load_thresholds(WEIGHTS, prefix)
    found = [
        attribution
        for windows in batches(windows_of(article))
        for attribution in attributions_in(windows, article.text, network, thresholds)
    ]
    return sorted(found, key=_first_character)


def windows_of(article: Article) -> Iterator[Window]:
    """The article's paragraphs as windows, lazily."""
    tokenizer = load_tokenizer(WEIGHTS)
    units = (
        unit
        for number, paragraph in enumerate(article.paragraphs)
        for unit in units_of(article.text, paragraph.start, paragraph.end, number, tokenizer)
    )
    return pack(units, *boundary_ids(tokenizer))


def attributions_in(
    windows: list[Window], text: str, network: Network, thresholds: Thresholds
) -> Iterator[Attribution]:
    """The attributions of a few windows of a text."""
    for reading in readings(windows, network):
        for found in attributions_of(reading, thresholds):
            yield _attribution(found, reading.window, text)


def batches(windows: Iterator[Window]) -> Iterator[list[Window]]:
    """The windows in groups that are read side by side."""
    while batch := list(islice(windows, TOGETHER)):
        yield batch


def _attribution(found: Found, window: Window, text: str) -> Attribution:
    def spans(ranges: tuple[Range, ...]) -> tuple[Span, ...]:
        return tidied(((int(window.starts[low]), int(window.ends[high - 1])) for low, high in ranges), text)

    return Attribution(spans(found.source), spans(found.cue), spans(found.content), found.confidence)


def _first_character(attribution: Attribution) -> tuple[int, tuple[Span, ...]]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return min(span.start for span in spans), attribution.content
