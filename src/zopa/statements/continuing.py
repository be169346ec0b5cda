"""Documents that go on speaking: sentences without a cue that carry on the terms of a plan or memorandum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.statements.roles import DOCUMENT_VERBS, TERMS_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from zopa.statements.draft import Draft
    from zopa.statements.page import Page

# What a plan asks for is told with these; "will" alone is too often the outlet's own forecast.
_TERMS = re.compile(r"\b(?:would|must|shall|may be|cannot|(?:are|is) to)\b")
_ITEM = re.compile(r"^\s*(?:[-•*–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_VERBS = "|".join(sorted(DOCUMENT_VERBS | {"calls", "demands", "wants"}))
_AGREED = re.compile(r"\b(?:deal|agreement|accord|treaty|pact|settlement|joint statement|communiqué)\b", re.IGNORECASE)
_AGREED_SUBJECT = re.compile(
    rf"(?:The|This|That|Their)\s+(?:[\w-]+\s+){{0,2}}?(?P<text>{_AGREED.pattern})", re.IGNORECASE
)
_DOCUMENT_VERB = re.compile(rf"^(?:The|This|That|It|Its)\s+(?P<noun>(?:[\w-]+\s+){{0,3}}?)(?:{_VERBS})\b")


def continued_terms(page: Page, drafts: Mapping[int, Draft], covered: AbstractSet[int]) -> Iterator[tuple[int, Draft]]:
    """Sentences that no statement covers and that go on with a document's terms, each with the draft it carries on.

    ``drafts`` holds the last draft of each sentence by its number. A document stays the speaker through the sentences
    of its paragraph and the next one that are worded as terms, and through the items of a list; any sentence of
    another kind ends it.
    """
    speaking: Draft | None = None
    last = -1
    for number, sentence in enumerate(page.sentences):
        words = sentence.of(page.article.text)
        if number in covered:
            speaking = _still_speaking(drafts.get(number), speaking)
            last = number
        elif speaking is not None and page.paragraph_of[number] - page.paragraph_of[last] <= 1 and _continues(words):
            last = number
            if not words.rstrip().endswith(":"):
                yield number, speaking
        elif not words.rstrip().endswith(":"):
            speaking = None


def told_terms(page: Page, covered: AbstractSet[int]) -> Iterator[tuple[int, str]]:
    """Sentences that no statement covers and that say what a text sets down, each with the text's name.

    *It sets a duty of 4 per cent*, right behind a sentence of its paragraph in which something was agreed (*put the
    framework deal in writing*); and what *would* be, in a paragraph that opens with the text itself (*The treaty,
    signed on Monday, ends the dispute*). Texts of one side are left to those who speak of them.
    """
    opening: str | None = None
    for number, sentence in enumerate(page.sentences):
        words = sentence.of(page.article.text).rstrip()
        if number == 0 or page.paragraph_of[number] != page.paragraph_of[number - 1]:
            subject = _AGREED_SUBJECT.match(words)
            opening = subject.group("text").lower() if subject else None
        elif opening is not None and number not in covered and _TERMS.search(words) and not words.endswith("?"):
            yield number, opening
            continue
        match = _DOCUMENT_VERB.match(words)
        if number == 0 or number in covered or match is None or match.group("noun"):
            continue
        before = page.sentences[number - 1].of(page.article.text)
        named = _AGREED.findall(before)
        if named and page.paragraph_of[number] == page.paragraph_of[number - 1]:
            yield number, named[-1].lower()


def _still_speaking(draft: Draft | None, before: Draft | None) -> Draft | None:
    if draft is None:
        return before
    return draft if draft.speaker.kind == "document" and _has_terms(draft.speaker.name) else None


def _has_terms(name: str) -> bool:
    return any(word in TERMS_NOUNS for word in name.lower().split())


def _continues(words: str) -> bool:
    if words.rstrip().endswith("?"):
        return False
    if _ITEM.match(words) or _TERMS.search(words) or re.match(r"(?:No|Its other)\b", words):
        return True
    match = _DOCUMENT_VERB.match(words)
    return match is not None and (words.startswith("It") or _has_terms(match.group("noun")))
