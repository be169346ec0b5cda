"""What is worked out once for an article before its statements are read: its sentences, quotations and people."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.people import People, people_in
from zopa.statements.quotations import Quotation, quotations
from zopa.statements.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.coverage.article import Article


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its sentences (and each one's paragraph number), its quotations and its people."""

    article: Article
    people: People
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    paragraph_of: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    quotation_ends: tuple[int, ...]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that a place lies in."""
        return max(0, bisect_right(self.starts, place) - 1)

    def by_sentence(self, spans: Iterable[Span]) -> Mapping[int, Sequence[Span]]:
        """Spans by the number of each sentence they lie in. Linear in the spans and the sentences they cover."""
        found: defaultdict[int, list[Span]] = defaultdict(list)
        for span in spans:
            for number in range(self.sentence_at(span.start), self.sentence_at(span.end - 1) + 1):
                found[number].append(span)
        return found

    def runs_on_at(self, place: int) -> bool:
        """Whether a place lies in a quotation that carries on the unclosed one of the paragraph before."""
        index = bisect_right(self.quotation_ends, place)
        return (
            index < len(self.quotations)
            and self.quotations[index].continues
            and (self.quotations[index].outside.start <= place)
        )

    def quoted_share(self, spans: tuple[Span, ...]) -> float:
        """The share of the printable characters of some spans that lies between quotation marks."""
        total = quoted = 0
        for span in spans:
            total += span.end - span.start
            index = bisect_left(self.quotation_ends, span.start)
            while index < len(self.quotations) and self.quotations[index].outside.start < span.end:
                outside = self.quotations[index].outside
                quoted += max(0, min(outside.end, span.end) - max(outside.start, span.start))
                index += 1
        return quoted / total if total else 0.0


def page_of(article: Article) -> Page:
    """Lay out an article. Linear in the length of its text."""
    quoted = quotations(article.text, article.paragraphs)
    found: list[Span] = []
    paragraph_of: list[int] = []
    at = 0
    for number, paragraph in enumerate(article.paragraphs):
        first = at
        while at < len(quoted) and quoted[at].outside.start < paragraph.end:
            at += 1
        inside = sentences(article.text, paragraph, quoted[first:at])
        found.extend(inside)
        paragraph_of.extend([number] * len(inside))
    return Page(
        article,
        people_in(article),
        tuple(found),
        tuple(span.start for span in found),
        tuple(paragraph_of),
        tuple(quoted),
        tuple(one.outside.end for one in quoted),
    )
