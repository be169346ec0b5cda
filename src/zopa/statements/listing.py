"""Lists: the items below ``Its other terms are:`` are statements of the document, or of whoever introduces them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.draft import Draft
from zopa.statements.names import bare
from zopa.statements.roles import TERMS_NOUNS
from zopa.statements.sources import Speaker, of_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zopa.statements.page import Page

LISTED_CONFIDENCE = 0.45
ITEM = re.compile(r"\s*(?:[-•*–—·▪]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_DEMANDS = re.compile(
    r"\b(?:set out|set|made|named|put forward|laid out|listed|outlined|has|raised)\s+(?:\w+\s+){0,3}?"
    r"(?:demands|conditions|points|proposals|requirements|requests|terms)\b"
)
_LEADING = re.compile(r"^(?:the|a|an|this|that|its|their|his|her|under|in|according to)\s+", re.IGNORECASE)


def listed(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with every item of an introduced list as one draft; what was found inside the items is left out.

    A list is introduced by a line that ends in a colon and is followed by an item. It belongs to the speaker of that
    line, else to the document the line names, else to the document that spoke last before it.
    """
    items = dict(_items(page, drafts))
    if not items:
        return list(drafts)
    kept = [draft for draft in drafts if draft.number not in items and not _is_of_items(page, draft, items)]
    return sorted((*kept, *items.values()), key=lambda draft: draft.number)


def _is_of_items(page: Page, draft: Draft, items: Mapping[int, Draft]) -> bool:
    """Whether all that was found as somebody's words stands in items: ``Doe said:`` and the first item below it."""
    return all(page.sentence_at(span.start) in items for span in draft.attribution.content)


def _items(page: Page, drafts: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
    by_sentence: Mapping[int, Draft] = {draft.number: draft for draft in drafts}
    document: Draft | None = None
    owner: Draft | None = None
    for number in range(len(page.sentences)):
        if owner is not None and (_begins_item(page, number) or _same_line(page, number)):
            yield number, _item(page, owner, number)
            continue
        owner = None
        here = by_sentence.get(number)
        if here is not None:
            document = here if here.speaker.kind == "document" else None
        if _introduces(page, number):
            owner = _owner(page, number, here, document)


def _begins_item(page: Page, number: int) -> bool:
    sentence = page.sentences[number]
    return ITEM.match(page.article.text, sentence.start, sentence.end) is not None


def _same_line(page: Page, number: int) -> bool:
    """Whether a sentence goes on in the line of the one before it."""
    return "\n" not in page.article.text[page.sentences[number - 1].end : page.sentences[number].start]


def _introduces(page: Page, number: int) -> bool:
    ends = page.sentences[number].of(page.article.text).rstrip().endswith(":")
    return ends and number + 1 < len(page.sentences) and _begins_item(page, number + 1)


def _owner(page: Page, number: int, here: Draft | None, document: Draft | None) -> Draft | None:
    if here is not None and not here.deed and here.speaker.kind != "narrator":
        return here
    sentence = page.sentences[number]
    name = _document_named(sentence.of(page.article.text))
    if name is None:
        return _who_sets_out(page, number) or document
    if document is not None and name.split()[-1] in document.speaker.name.lower().split():
        return document
    return _introduced_by(sentence, number, Speaker(name, "document"))


def _who_sets_out(page: Page, number: int) -> Draft | None:
    """``Doe set out three demands:``: the person such a line begins with."""
    sentence = page.sentences[number]
    if _DEMANDS.search(sentence.of(page.article.text)) is None:
        return None
    named = page.people.within(Span(sentence.start, min(sentence.end, sentence.start + 60)))
    return _introduced_by(sentence, number, of_person(named[0])) if named else None


def _introduced_by(sentence: Span, number: int, speaker: Speaker) -> Draft:
    return Draft(Attribution((), (), (sentence,), LISTED_CONFIDENCE), number, speaker, (), None)


def _document_named(words: str) -> str | None:
    """The document that an introduction begins with: ``The draft agreement's main points are:``."""
    head = _LEADING.sub("", words).split()[:5]
    nouns = [bare(word.strip(",:")) for word in head]
    places = [index for index, noun in enumerate(nouns) if noun.lower() in TERMS_NOUNS - {"terms", "list"}]
    if not places:
        return None
    last = places[1] if len(places) > 1 and places[1] == places[0] + 1 else places[0]  # ``draft agreement``
    return " ".join(nouns[: last + 1])


def _item(page: Page, owner: Draft, number: int) -> Draft:
    sentence = page.sentences[number]
    match = ITEM.match(page.article.text, sentence.start, sentence.end)
    content = Span(match.end(), sentence.end) if match and match.end() < sentence.end else sentence
    return replace(owner, attribution=Attribution((), (), (content,), LISTED_CONFIDENCE), number=number)
