"""Whom a pronoun or ``the individual`` means, and what carries on from one sentence to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.anonymity import anonymity_of
from zopa.statements.deeds import are_several
from zopa.statements.names import name_kind
from zopa.statements.people import Gender, agrees
from zopa.statements.roles import ANONYMOUS_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, ORGANISATION_NOUNS, TERMS_NOUNS
from zopa.statements.sources import Speaker, of_person
from zopa.statements.words import DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.people import People, Person

_GENDERS: dict[str, Gender] = {"he": "male", "she": "female", "him": "male", "her": "female", "his": "male"}
_MEMORY = 8


@dataclass(slots=True)
class Memory:
    """Who has spoken so far, the latest last, with the number of the sentence they spoke in; the outlet named last."""

    spoken: list[tuple[int, Speaker]] = field(default_factory=list)
    outlet: str | None = None
    together: tuple[int, tuple[Speaker, ...]] = (-1, ())

    def note(self, sentence: int, *speakers: Speaker) -> None:
        """Remember who spoke in a sentence; several where they spoke jointly."""
        self.spoken.extend((sentence, speaker) for speaker in speakers)
        if len(speakers) > 1:
            self.together = (sentence, speakers)

    def latest_together(self, sentence: int, within: int) -> tuple[Speaker, ...]:
        """The people who spoke jointly, if they were the last to speak and not more than ``within`` sentences back."""
        number, speakers = self.together
        last = self.spoken[-1][1] if self.spoken else None
        return speakers if last in speakers and sentence - number <= within else ()

    def people_since(self, sentence: int) -> dict[int, Speaker]:
        """The person who spoke last in each sentence from a number on."""
        recent = takewhile(lambda one: one[0] >= sentence, reversed(self.spoken))
        return {number: speaker for number, speaker in reversed(list(recent)) if speaker.kind == "person"}

    def latest(self, sentence: int, kinds: Sequence[str], within: int = _MEMORY) -> Speaker | None:
        """The latest speaker of one of the kinds not more than ``within`` sentences back."""
        for number, speaker in reversed(self.spoken):
            if sentence - number > within:
                return None
            if speaker.kind in kinds:
                return speaker
        return None


def meant_by(
    text: str, source: Span, number: int, sentences: Sequence[Span], people: People, memory: Memory, *, caption: bool
) -> Speaker | None:
    """The speaker whom a pronoun or a description that points back stands for; None where the words stand alone."""
    small = source.of(text).lower()
    if small in _GENDERS:
        if (unnamed := _unnamed_meant(_GENDERS[small], number, sentences, people, memory)) is not None:
            return unnamed
        person = _person_meant(_GENDERS[small], source, number, sentences, people, memory, caption=caption)
        return of_person(person) if person else None
    if small in ("who", "which", "whom"):
        return _named_just_before(text, Span(sentences[number].start, source.start), people)
    if small == "it":
        introduced = document_introduced(number, sentences, text)
        return (
            introduced
            or _document_before(number, sentences, text, memory)
            or _singular(memory.latest(number, ("document", "group"), within=3))
            or _body_before(number, sentences, text, people)
        )
    if small == "they":
        return memory.latest(number, ("group", "anonymous"), within=3)
    if (some := _some_of(source.of(text), number, memory)) is not None:
        return some
    return _described_before(text, source, number, sentences, people, memory)


_BODY = re.compile(
    r"(?:The\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,4})\s+(?:[a-z]\w+(?:ed|t|s)|has|had|is|was)\s"
)
_STARTERS = PREPOSITIONS | SUBORDINATORS | DETERMINERS | PRONOUNS


def _body_before(number: int, sentences: Sequence[Span], text: str, people: People) -> Speaker | None:
    """The body that ``it`` stands for where nobody has spoken: the name the sentence before begins with."""
    match = _BODY.match(text, sentences[number - 1].start, sentences[number - 1].end) if number else None
    if match is None or people.named(match["name"]) or match["name"].split()[0].lower() in _STARTERS:
        return None
    name = match["name"]
    return Speaker(name, "group", is_state=name_kind(name) == "state")


_SOME = re.compile(
    r"(?P<some>one|two|three|four|five|several|some|many|most|both|another|others|a\s+second|a\s+third)"
    r"(?:\s+of\s+(?P<whole>them|these|those|the\s+[\w\s’'-]+))?$",
    re.IGNORECASE,
)


_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "people"))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _some_of(words: str, number: int, memory: Memory) -> Speaker | None:
    """``One of them``, ``another``, ``two of the officials``: some of the unnamed or the group that spoke before."""
    match = _SOME.match(words.strip())
    known = memory.latest(number, ("anonymous", "group"), within=3) if match else None
    if match is None or (known is None and (match["whole"] or "them").lower() in ("them", "these", "those")):
        return None
    some, whole = match["some"].lower(), (match["whole"] or "").lower()
    if known is not None and whole in ("", "them", "these", "those"):
        several = known.name.split()[-1].endswith("s") or are_several(known.name)
        if known.kind == "group" and not several:
            return None
        before = known.name if known.name.split()[0].lower() not in _NUMBERS else _small(known.name)
        name = f"{some} of the {before}" if several else f"{some} {known.name}"
    else:
        name = _small(words.strip())
    return Speaker(name, "anonymous", anonymity_of(name, ""))


_UNNAMED_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("spokeswoman", "woman"), "female"),
    **dict.fromkeys(("spokesman", "man"), "male"),
    **dict.fromkeys(
        ("spokesperson", "official", "source", "diplomat", "aide", "adviser", "person", "member"), "unknown"
    ),
}


def _unnamed_meant(
    gender: Gender, number: int, sentences: Sequence[Span], people: People, memory: Memory
) -> Speaker | None:
    """The unnamed source whom ``she`` stands for: the last who spoke, one person, in the sentences right before, after
    whom no sentence begins with somebody's name."""
    place, last = memory.spoken[-1] if memory.spoken else (-1, None)
    if (
        last is None
        or last.anonymous is None
        or last.anonymous.number != 1
        or not 0 < number - place <= _UNNAMED_WITHIN
    ):
        return None
    noun = next((word for word in last.name.lower().split() if word in _UNNAMED_GENDERS), None)
    if noun is not None and _UNNAMED_GENDERS[noun] != gender:
        return None
    openings = (Span(one.start, min(one.end, one.start + 40)) for one in sentences[place + 1 : number + 1])
    return None if any(people.within(opening) for opening in openings) else last


_UNNAMED_WITHIN = 2
_NAME_AND_COMMA = re.compile(r"(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*),?\s*$")


def _named_just_before(text: str, before: Span, people: People) -> Speaker | None:
    """Whom ``who`` stands for: the name it follows, else the person named last before it."""
    match = _NAME_AND_COMMA.search(text, *before)
    if match is not None:
        person = people.named(match.group("name"), match.end("name"))
        return of_person(person) if person else Speaker(match.group("name"), "person")
    named = people.within(before)
    return of_person(named[-1]) if named else None


def _singular(speaker: Speaker | None) -> Speaker | None:
    return None if speaker is None or are_several(speaker.name) else speaker


def _document_before(number: int, sentences: Sequence[Span], text: str, memory: Memory) -> Speaker | None:
    """The document that the sentence before begins with: ``The memorandum …. It calls for …``."""
    words = sentences[number - 1].of(text).split()[:3] if number else []
    for index, word in enumerate(words):
        if index and word.lower() in DOCUMENT_NOUNS and words[0].lower() in ("the", "this", "that"):
            known = memory.latest(number, ("document",), within=2) or _document_spoken_of(number - 1, sentences, text)
            return known or Speaker(" ".join(words[1 : index + 1]), "document")
    return None


_OWNED_DOCUMENT = re.compile(
    r"(?:(?P<owner>[A-Z][\w-]+)(?:['’]s)?\s+(?:own\s+|new\s+|latest\s+)?)?(?P<noun>"
    + "|".join(sorted(TERMS_NOUNS - {"document", "text"}))
    + r")\b"
)


_INTRODUCED = re.compile(
    r"\b(?:tabled|presented|published|sent|issued|released|submitted|circulated|signed|put forward|handed over|"
    r"drawn up|drafted|produced|made public|unveiled)\s+(?P<name>(?:an?|its|their|his|her)\s+(?:[\w-]+\s+){0,2}?(?:"
    + "|".join(sorted(TERMS_NOUNS - {"terms", "offer", "list"}))
    + r"))\b"
)


def document_introduced(number: int, sentences: Sequence[Span], text: str) -> Speaker | None:
    """The document that ``it`` stands for where the sentence before brings one in: ``X tabled a paper. It says``."""
    match = _INTRODUCED.search(sentences[number - 1].of(text)) if number else None
    return Speaker(match.group("name").split(maxsplit=1)[1], "document") if match else None


def _document_spoken_of(number: int, sentences: Sequence[Span], text: str) -> Speaker | None:
    """The document that ``the document`` stands for: the one named with its kind in the two sentences before."""
    for back in range(number - 1, max(-1, number - 3), -1):
        for match in _OWNED_DOCUMENT.finditer(sentences[back].of(text)):
            owner = match.group("owner")
            return Speaker(f"{owner} {match.group('noun')}" if owner else match.group("noun"), "document")
    return None


def _described_before(
    text: str, source: Span, number: int, sentences: Sequence[Span], people: People, memory: Memory
) -> Speaker | None:
    words = source.of(text)
    small = words.lower()
    if not small.startswith(("the ", "this ", "that ")):
        return None
    head = small.split()[-1]
    if head in ("document", "text", "paper") and (document := _document_spoken_of(number, sentences, text)):
        return document
    if head in ANONYMOUS_NOUNS and len(small.split()) == 2 and (unnamed := memory.latest(number, ("anonymous",))):
        return unnamed
    if head in DOCUMENT_NOUNS and len(small.split()) == 2:
        return _same_document(head, number, memory)
    if head in GROUP_NOUNS | ORGANISATION_NOUNS:
        return None  # *the league* is not whoever presides over it
    person = people.described(words, source.start) or people.described(words)
    return of_person(person) if person else None


def _same_document(head: str, number: int, memory: Memory) -> Speaker | None:
    known = memory.latest(number, ("document",), within=20)
    return known if known and (head in known.name.lower().split() or head == "document") else None


def _person_meant(
    gender: Gender,
    source: Span,
    number: int,
    sentences: Sequence[Span],
    people: People,
    memory: Memory,
    *,
    caption: bool,
) -> Person | None:
    """The person a pronoun stands for; ``caption`` says that it follows its content (``…, he said``).

    1. The person the sentence begins with, unless that is part of what was said.
    2. Going back sentence by sentence: whoever spoke in it, else the first person named in it.
    """
    spoken = memory.people_since(number - _MEMORY)
    for back in range(number, max(-1, number - _MEMORY), -1):
        candidates = [people.named(spoken[back].name)] if back in spoken else []
        candidates += people.within(sentences[back])
        if back == number and caption:
            continue
        if back == number:
            candidates = [one for one in candidates if one and _named_before(one, source, sentences[back], people)]
        for person in candidates:
            if person is not None and agrees(person, gender):
                return person
    return None


def _named_before(person: Person, source: Span, sentence: Span, people: People) -> bool:
    """Whether a sentence names a person before a place, in its first words: as its subject, not in passing."""
    return person in people.within(Span(sentence.start, min(source.start, sentence.start + 60)))
