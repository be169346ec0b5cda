"""Joint speakers: a source that names two or more people makes one statement of each (``both Doe and Ito said``)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.names import Name, bare, names_in
from zopa.statements.roles import ANONYMOUS_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, TITLES
from zopa.statements.sources import Speaker, of_person, speaker_of
from zopa.statements.tokens import Token, tokens_in, trimmed
from zopa.statements.words import DETERMINERS, POSSESSIVES, PREPOSITIONS

if TYPE_CHECKING:
    from zopa.statements.people import People, Person

_SOMEBODY = TITLES | ANONYMOUS_NOUNS | GROUP_NOUNS | DOCUMENT_NOUNS
_GOVERNING = PREPOSITIONS - {"of", "outside", "inside", "near", "like"}
_JOINERS = re.compile(r",?\s+(?:and|along with|together with|as well as|alongside)\s+", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:an?|one|another|two|three|four|five|several|some|his|her|its|their|unnamed)\s+[^,]*$", re.IGNORECASE
)
_FARTHEST = 8  # Tokens between the word that joins and the name: ``and its outside counsel, Paul Ito``.


def speakers_joined(text: str, source: Span, sentence: Span, people: People) -> tuple[Speaker, ...]:
    """The speakers whom a source joins, people with a name and unnamed ones; empty where there are fewer than two.

    ``Doe and a spokesman for the miners``, ``Doe, along with two aides``: one statement of each. In ``a spokesman for
    Doe and Ito`` the spokesman alone speaks.
    """
    if named := people_joined(text, source, people):
        return tuple(of_person(person) for person in named)
    joiner = _JOINERS.search(text, *source)
    if joiner is None:
        return ()
    parts = [trimmed(text, Span(source.start, joiner.start())), trimmed(text, Span(joiner.end(), source.end))]
    parts[1] = Span(parts[1].start, parts[1].end - (text[parts[1].end - 1] == ","))
    found = [speaker_of(text, part, sentence, people) for part in parts]
    if [one.kind for one in found] == ["person", "anonymous"]:
        whole = _is_bare(text, parts[0]) and _UNNAMED.match(text, *parts[1]) is not None
    elif [one.kind for one in found] == ["anonymous", "person"]:
        governed = any(token.word in PREPOSITIONS for token in tokens_in(text, parts[0]))
        whole = _UNNAMED.match(text, *parts[0]) is not None and not governed
    else:
        return ()
    return tuple(found) if whole else ()


def _is_bare(text: str, part: Span) -> bool:
    """Whether a part holds a name with titles alone: no apposition that could go on, no clause."""
    return "," not in part.of(text) and " who " not in part.of(text)


def people_joined(text: str, source: Span, people: People) -> tuple[Person, ...]:
    """The people whom a source joins with ``and``; empty where it names fewer than two as speakers.

    Owners (``Doe's and Ito's aides``) and people behind a preposition (``lawyers for Doe and Ito``) do not speak.
    """
    tokens = tokens_in(text, source)
    named = [name for name in names_in(text, tokens) if _person(tokens, name, people) is not None]
    names = [name for name in named if not _owns(tokens, name)]
    if len(names) < 2 or not _opens(tokens, names[0]):
        return ()
    speaking = [names[0]]
    for before, name in pairwise(names):
        if not _joins(tokens, before, name):
            break
        speaking.append(name)
    found = {person.name: person for name in speaking if (person := _person(tokens, name, people)) is not None}
    has_and = any(token.word == "and" for token in tokens[speaking[0].end : speaking[-1].start])
    return tuple(found.values()) if len(found) > 1 and has_and else ()


def _person(tokens: list[Token], name: Name, people: People) -> Person | None:
    return people.named(name.words, tokens[name.start].start) if name.kind == "person" else None


def _opens(tokens: list[Token], name: Name) -> bool:
    """Whether nothing but titles and the like stands before the first name: no preposition governs it."""
    before = [token.word for token in tokens[: name.start]]
    return not any(
        word in PREPOSITIONS and not (word in ("of", "for") and index and before[index - 1] in TITLES)
        for index, word in enumerate(before)
    )


def _owns(tokens: list[Token], name: Name) -> bool:
    """Whether a name tells whose somebody else is: ``Doe's lawyer``, ``a Doe aide``."""
    if name.end == len(tokens):
        return False
    return tokens[name.end - 1].word.endswith(("'s", "s'")) or tokens[name.end].word in _SOMEBODY


def _joins(tokens: list[Token], before: Name, name: Name) -> bool:
    """Whether ``and`` or a comma stands before a name, with nothing between but what introduces it."""
    for index in range(name.start - 1, max(before.end, name.start - _FARTHEST) - 1, -1):
        word = tokens[index].word
        if word == "and":
            return True
        if word == "," and index > before.end and _introduces(tokens, before.end, index):
            continue
        if word == ",":
            return any(token.word == "and" for token in tokens[name.end :])
        if word in _GOVERNING or word in ("who", "whom", "whose", "which", "that"):
            return False
    return False


def _introduces(tokens: list[Token], start: int, comma: int) -> bool:
    """Whether ``and`` with an office stands before a comma: ``and its outside counsel, ``."""
    words = [token.word for token in tokens[start:comma]]
    if "and" not in words:
        return False
    office = words[words.index("and") + 1 :]
    return bool(office) and (office[0] in DETERMINERS | POSSESSIVES or any(bare(word) in TITLES for word in office))
