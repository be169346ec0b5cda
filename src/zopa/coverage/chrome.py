"""Which paragraphs of a page are the article, and which are the page around it.

Precision comes first: a paragraph that reads like a sentence is dropped only if, as a whole, it is known furniture,
the headline over again, or a credit. What is left out is only left out of the body: the page itself is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from zopa.coverage.bylines import read_byline, read_credits
from zopa.coverage.chrome_lines import (
    comments_follow,
    has_bullet,
    is_furniture,
    is_signature_mark,
    links_follow,
    without_bullet,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.coverage.article import Byline
    from zopa.coverage.layout import Paragraph

_CLOSED = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]]*(?:\s?\[\d+\])*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")

_SMALL_IN_HEADLINES = frozenset(
    {"a", "an", "and", "as", "at", "amid", "after", "but", "by", "for", "from", "in", "into", "of", "off", "on", "onto"}
    | {"or", "out", "over", "per", "than", "the", "to", "up", "via", "vs", "with"}
)

FEWEST_WORDS = 4
"""A closed sentence of fewer words does not show by itself that the body has begun."""

LONG_WITHOUT_STOP = 20
"""So many words are prose even without a full stop; headlines are shorter."""

MOST_AFTER_END = 3
"""More prose paragraphs than this after a heading like 'Related Articles' mean that the article goes on."""

LONGEST_TEASER = 25
"""More words than this after 'Related Articles' are a paragraph of the article, not the teaser of another."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a page divides into: the article's paragraphs, its headline, the people credited, and the rest.

    ``head`` are the lines above the body, in order; a date of publication is looked for there.
    """

    title: str | None
    paragraphs: tuple[Paragraph, ...]
    bylines: tuple[Byline, ...]
    head: tuple[str, ...]
    dropped: tuple[Paragraph, ...]


def find_body(paragraphs: Sequence[Paragraph], title: str | None = None) -> Body:
    """Divide a page into body and chrome. ``title`` is the headline where it is known from elsewhere.

    1. The body begins with the first paragraph that reads like a sentence and is neither furniture, a byline nor a
       headline (equal to ``title``, printed twice in a row, or a first line In Title Case).
    2. It ends before a heading such as 'Comments' or 'Related Articles' in its second half after which hardly any
       prose follows, before a mail signature, and before what trails at the end: furniture, credits, lines that are
       no sentences.
    3. Inside it, only lines that are furniture as a whole are left out.

    Cost: linear in the length of the text.
    """
    headline = _headline(paragraphs, title)
    start = _body_start(paragraphs, headline)
    end = _body_end(paragraphs, start)
    body = _inside(paragraphs[start:end], headline)
    if not body:
        start, body = _everything(paragraphs, headline)
    return Body(
        title=headline or _first_line(paragraphs[:start]),
        paragraphs=body,
        bylines=_credited(_outside(paragraphs, body)),
        head=tuple(without_bullet(paragraph.words) for paragraph in paragraphs[:start]),
        dropped=_outside(paragraphs, body),
    )


def is_prose(words: str) -> bool:
    """Whether a paragraph reads like a sentence: it is closed by a full stop or the like, or it is long."""
    length = len(words.split())
    if length <= len(words) // 25:
        length = len(words) // 3  # writing without spaces counts by its characters
    return length >= LONG_WITHOUT_STOP or (length >= FEWEST_WORDS and _CLOSED.search(words) is not None)


def is_title_case(words: str) -> bool:
    """Whether a line is set like an English headline: every word with a capital but for articles and prepositions.

    A sentence of the body has at least a verb in small letters.
    """
    small = [word for word in _WORD.findall(words) if word[0].islower()]
    return len(_WORD.findall(words)) >= 4 and all(word in _SMALL_IN_HEADLINES for word in small)


def _headline(paragraphs: Sequence[Paragraph], title: str | None) -> str | None:
    if title:
        return title
    for paragraph, after in pairwise(paragraphs):
        words = paragraph.words
        if _same_words(words, after.words) and _could_be_headline(words):
            return words
        if is_prose(words) and not is_title_case(words) and not is_furniture(words):
            return None
        if is_prose(words) and _could_be_headline(words) and is_title_case(words):
            return words
    return None


def _could_be_headline(words: str) -> bool:
    return 3 <= len(words.split()) <= 30 and not is_furniture(words) and read_byline(words) is None


def _body_start(paragraphs: Sequence[Paragraph], headline: str | None) -> int:
    for position, paragraph in enumerate(paragraphs):
        if _is_body(paragraph, headline) and not _is_doubled(paragraphs, position):
            return position
    return len(paragraphs)


def _is_body(paragraph: Paragraph, headline: str | None) -> bool:
    words = paragraph.words
    if not is_prose(words) or is_furniture(words) or (headline and _same_words(words, headline)):
        return False
    return read_byline(without_bullet(words)) is None and read_credits(words) is None


def _is_doubled(paragraphs: Sequence[Paragraph], position: int) -> bool:
    """Whether a short line stands twice in a row: a headline, or the caption of a picture."""
    words = paragraphs[position].words
    beside = (*paragraphs[max(position - 1, 0) : position], *paragraphs[position + 1 : position + 2])
    return len(words.split()) <= 30 and any(_same_words(words, other.words) for other in beside)


def _body_end(paragraphs: Sequence[Paragraph], start: int) -> int:
    end = len(paragraphs)
    for position in range(start + 1, end):
        if _ends_here(paragraphs, position):
            end = position
            break
    while end > start + 1 and _trails(paragraphs[end - 1]):
        end -= 1
    return end


def _ends_here(paragraphs: Sequence[Paragraph], position: int) -> bool:
    words = paragraphs[position].words
    signature, links = is_signature_mark(words), links_follow(words)
    if not (signature or links or comments_follow(words)):
        return False
    count = len(paragraphs) - position - 1
    if count > (8 if signature else position - 1):
        return False  # too much follows: the article goes on
    after = (paragraph.words for paragraph in paragraphs[position + 1 :])
    prose = list(islice(filter(is_prose, after), MOST_AFTER_END + 1))
    if signature:
        return len(prose) <= 2
    return len(prose) <= MOST_AFTER_END and not (links and any(map(_is_story, prose)))


def _is_story(words: str) -> bool:
    """Whether a paragraph is too long for the teaser of another article, or quotes somebody."""
    return len(words.split()) > LONGEST_TEASER or any(mark in words for mark in '“”"')


def _trails(paragraph: Paragraph) -> bool:
    words = paragraph.words
    if is_furniture(words) or read_credits(words) is not None or read_byline(words) is not None:
        return True
    return not is_prose(words) and not has_bullet(words) and not _CLOSED.search(words) and not _is_quoted(words)


def _is_quoted(words: str) -> bool:
    return words[:1] in '"“„«' or words[-1:] in '"”»'


def _inside(paragraphs: Sequence[Paragraph], headline: str | None) -> tuple[Paragraph, ...]:
    kept: list[Paragraph] = []
    left_out = False
    for paragraph in paragraphs:
        if _is_furniture_inside(paragraph, headline):
            left_out = left_out or paragraph.after_blank
            continue
        kept.append(replace(paragraph, after_blank=paragraph.after_blank or left_out))
        left_out = False
    return tuple(kept)


def _is_furniture_inside(paragraph: Paragraph, headline: str | None) -> bool:
    words = paragraph.words
    if has_bullet(words) and is_prose(words):
        return False
    return is_furniture(words) or bool(headline and _same_words(words, headline))


def _everything(paragraphs: Sequence[Paragraph], headline: str | None) -> tuple[int, tuple[Paragraph, ...]]:
    """The body of a page without a single sentence: all that is not furniture, so that nothing is lost."""
    kept = _inside(paragraphs, headline) or _inside(paragraphs, None)
    start = next((at for at, paragraph in enumerate(paragraphs) if paragraph.span == kept[0].span), 0) if kept else 0
    return start, kept


def _first_line(head: Sequence[Paragraph]) -> str | None:
    lines = [line for paragraph in head if _could_be_headline(line := without_bullet(paragraph.words))]
    longer = [line for line in lines if len(line.split()) >= 5]  # three or four words may be a row of menu items
    return next(iter(longer or lines), None)


def _outside(paragraphs: Sequence[Paragraph], body: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    kept = {paragraph.span for paragraph in body}
    return tuple(paragraph for paragraph in paragraphs if paragraph.span not in kept)


def _credited(dropped: Sequence[Paragraph]) -> tuple[Byline, ...]:
    found: dict[tuple[str, str | None], Byline] = {}
    for paragraph in dropped:
        words = without_bullet(paragraph.words)
        for byline in read_byline(words) or read_credits(words) or ():
            found.setdefault((byline.name, byline.place), byline)
    return tuple(found.values())


def _same_words(left: str, right: str) -> bool:
    return _WORD.findall(left.casefold()) == _WORD.findall(right.casefold()) != []
