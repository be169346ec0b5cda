"""Whom any mention of a person means: a name, an office (``the envoy``) or a pronoun, read without knowing who spoke.

Statements resolve their speakers in ``carrying.py``, which also knows who has spoken; this serves all other words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.lexicon import word_set
from zopa.statements.people import Gender, agrees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.statements.page import Page
    from zopa.statements.people import Person

PRONOUN_GENDERS: dict[str, Gender] = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_FARTHEST = 4  # Sentences back that a pronoun reaches.
_OPENING = re.compile(r"[\W_]*(?P<words>[Tt]he(?:\s+[\w’'-]+){1,4}|[Hh]e|[Ss]he)\b")
_CLAUSE = re.compile(r",|;|\b(?:that|and|but|because|if|when|while|who|as)\b")
_BEHIND_OBJECT = word_set("a an the to in on at by for of and or but that with from if as after before when")
_INDEFINITE = re.compile(r"(?:an?|some|one|another|two|three|several)\s", re.IGNORECASE)


class Mentions:
    """The mentions of one page: who each of its sentences is about is worked out once, from the first on.

    Cost: linear in the number of sentences.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._genders: dict[str, Gender] = {}
        self._about: list[list[Person]] = []
        for number in range(len(page.sentences)):
            self._about.append(self._told_of(number))

    def person_at(self, span: Span) -> Person | None:
        """The person whom the words of a span mean; None where they mean nobody the page names, or it is not clear."""
        words = span.of(self._page.article.text)
        small = words.lower()
        if small in PRONOUN_GENDERS:
            return self._by_pronoun(small, span, self._page.sentence_at(span.start))
        if _INDEFINITE.match(words):
            return None
        if words[:1].isupper() and not small.startswith(("the ", "this ", "that ")):
            return self._page.people.named(words, span.end)
        return self._page.people.described(words, span.start)

    def _told_of(self, number: int) -> list[Person]:
        """The people a sentence tells of outside quotations, the one it begins with first."""
        sentence = self._page.sentences[number]
        named = [one for one in self._page.people.within(sentence) if self._outside(one, sentence)]
        opening = self._opening(number)
        return list(dict.fromkeys([opening, *named])) if opening else named

    def _opening(self, number: int) -> Person | None:
        """The person an office or pronoun at the beginning of a sentence means."""
        text, sentence = self._page.article.text, self._page.sentences[number]
        match = _OPENING.match(text, sentence.start, sentence.end)
        if match is None:
            return None
        words, start = match["words"], match.start("words")
        if words.lower() in PRONOUN_GENDERS:
            quoted = self._page.quoted_share((Span(start, start + len(words)),)) > 0
            return None if quoted else self._by_pronoun(words.lower(), Span(start, start + len(words)), number)
        parts = words.split()
        tried = (" ".join(parts[:count]) for count in range(len(parts), 1, -1))
        return next((one for one in (self._page.people.described(some, start) for some in tried) if one), None)

    def _outside(self, person: Person, sentence: Span) -> bool:
        """Whether a sentence names a person outside the words it quotes."""
        text = self._page.article.text
        surname = person.name.split()[-1]
        places = (match.span() for match in re.finditer(re.escape(surname), text[sentence.start : sentence.end]))
        spans = (Span(sentence.start + start, sentence.start + end) for start, end in places)
        return any(self._page.quoted_share((span,)) == 0 for span in spans)

    def _by_pronoun(self, small: str, span: Span, number: int) -> Person | None:
        gender = PRONOUN_GENDERS[small]
        quoted = self._page.quoted_share((span,)) > 0
        for person in self._candidates(small, span, number, quoted=quoted):
            known = self._genders.get(person.name, person.gender)
            if known in ("unknown", gender) and agrees(person, gender):
                if small in ("he", "she"):
                    self._genders.setdefault(person.name, gender)
                return person
        return None

    def _candidates(self, small: str, span: Span, number: int, *, quoted: bool) -> Iterator[Person]:
        """Who may be meant, the likeliest first.

        1. Whom its own sentence tells of before the pronoun, the subject first; not those words that are another's.
        2. Whom the sentences before tell of, each one's subject first. In a quotation the speaker is left out.
        """
        here = self._here(span, number)
        speakers = self._speakers(number) if quoted else []
        if not quoted:
            between = self._page.article.text[self._page.sentences[number].start : span.start]
            direct = small in ("him", "her") and _CLAUSE.search(between) is None and not _is_owner(self._page, span)
            yield from here[1:] if direct else here
        for back in range(number - 1, max(-1, number - _FARTHEST - 1), -1):
            yield from (person for person in self._about[back] if person not in speakers)

    def _here(self, span: Span, number: int) -> list[Person]:
        sentence = self._page.sentences[number]
        before = Span(sentence.start, span.start)
        named = [one for one in self._page.people.within(before) if self._outside(one, before)]
        match = _OPENING.match(self._page.article.text, *before) if before.end > before.start else None
        opening = self._opening(number) if match else None
        return list(dict.fromkeys([opening, *named])) if opening else named

    def _speakers(self, number: int) -> list[Person]:
        """Who speaks the quotation of a sentence: whom the sentence names outside it, or a pronoun behind it means."""
        sentence = self._page.sentences[number]
        named = [one for one in self._page.people.within(sentence) if self._outside(one, sentence)]
        if named:
            return named[:1]
        for match in re.finditer(r"\b(?:he|she)\b", sentence.of(self._page.article.text)):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if self._page.quoted_share((span,)) == 0 and (one := self._by_pronoun(match.group(), span, number)):
                return [one]
        return []


def _is_owner(page: Page, span: Span) -> bool:
    """Whether ``her`` stands before a noun: ``her office``; a small word or a mark behind it makes it an object."""
    behind = page.article.text[span.end : span.end + 20].split()
    return (
        bool(behind) and page.article.text[span.end : span.end + 1] == " " and behind[0].lower() not in _BEHIND_OBJECT
    )
