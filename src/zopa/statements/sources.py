"""What a source is: a person, a group, a document, somebody unnamed, or a state, told from the words themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.anonymity import anonymity_of, described
from zopa.statements.names import Name, bare, names_in
from zopa.statements.roles import ANONYMITY_MARKS, ANONYMOUS_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, TITLES
from zopa.statements.statement import Anonymity, SpeakerKind
from zopa.statements.tokens import Token, tokens_in
from zopa.statements.words import POSSESSIVES, PREPOSITIONS

if TYPE_CHECKING:
    from zopa.statements.people import People, Person

_NUMBERED = re.compile(r"^(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|\d+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is attributed to, as far as the article tells."""

    name: str
    kind: SpeakerKind
    anonymous: Anonymity | None = None
    office: str | None = None
    affiliation: str | None = None
    is_state: bool = False


def of_person(person: Person) -> Speaker:
    """A person as a speaker."""
    return Speaker(person.name, "person", office=person.office, affiliation=person.affiliation)


def speaker_of(text: str, span: Span, sentence: Span, people: People) -> Speaker:
    """The speaker that the words of a source describe; pronouns are not resolved here.

    A state that speaks ("Russia has proposed") is a group with ``is_state`` set.
    """
    words = span.of(text)
    tokens = tokens_in(text, span)
    names = names_in(text, tokens)
    head = _head(tokens)
    person = _named_person(tokens, names, head, people)
    if person is not None:
        return of_person(person)
    if _is_unnamed(text, words, head, sentence):
        return Speaker(described(words), "anonymous", anonymity_of(words, sentence.of(text)))
    if any(token.word in DOCUMENT_NOUNS for token in head):
        return Speaker(described(words), "document")
    if _are_states(names, head):
        return Speaker(described(words), "group", is_state=True)
    return Speaker(described(words), "group")


_BEHIND_PEOPLE = ("familiar", "briefed", "involved", "aware", "privy", "close")


def _head(tokens: list[Token]) -> list[Token]:
    """The tokens before the first preposition, comma or relative: ``a source`` of ``a source familiar with``."""
    for index, token in enumerate(tokens):
        if not index or (token.word == "of" and tokens[index - 1].word in TITLES):
            continue
        if token.word in (",", "who", "which", "that", "(", *_BEHIND_PEOPLE) or token.word in PREPOSITIONS:
            return tokens[:index]
        if _opens_participle(token) and tokens[index - 1].word in GROUP_NOUNS | ANONYMOUS_NOUNS:
            return tokens[:index]
    return tokens


def _opens_participle(token: Token) -> bool:
    return token.word.endswith("ing") and not token.capital and token.word not in DOCUMENT_NOUNS


def _named_person(tokens: list[Token], names: list[Name], head: list[Token], people: People) -> Person | None:
    """The person a source names: the first name in it, unless the words speak of somebody belonging to that person."""
    for name in names:
        in_apposition = _is_apposed(tokens, name.start) and any(bare(token.word) in _OFFICES for token in head)
        if name.kind != "person" or (name.start > len(head) and not in_apposition):
            continue
        if tokens[name.end - 1].word.endswith(("'s", "s'")) and name.end < len(head):
            continue
        follows = head[name.end].word if name.end < len(head) else ""
        if follows in GROUP_NOUNS | DOCUMENT_NOUNS | ANONYMOUS_NOUNS or bare(follows) in TITLES:
            continue
        if (found := people.named(name.words, tokens[name.start].start)) is not None:
            return found
    return None


_OFFICES = TITLES | {"counterpart", "successor", "predecessor"}


def _is_apposed(tokens: list[Token], place: int) -> bool:
    """Whether a name stands behind a comma, with or without titles between: ``his counterpart, General Doe``."""
    while place > 0 and bare(tokens[place - 1].word) in TITLES:
        place -= 1
    return place > 0 and tokens[place - 1].word == ","


def _is_unnamed(text: str, words: str, head: list[Token], sentence: Span) -> bool:
    small = words.lower()
    last = head[-1].word if head else ""
    if any(mark in small for mark in ANONYMITY_MARKS):
        return True
    if not any(token.word in ANONYMOUS_NOUNS for token in head):
        return False
    if last in ("source", "sources"):
        return True
    if last in ANONYMOUS_NOUNS and not last.endswith("s") and last != "people":
        owned = head[0].word in POSSESSIVES or any(token.word.endswith(("'s", "s'")) for token in head)
        return owned or head[0].word in ("a", "an", "one", "another", "the") or last == "source"
    if _NUMBERED.match(small) or "senior" in small:
        return last in ANONYMOUS_NOUNS
    return last in ANONYMOUS_NOUNS and "anonymity" in sentence.of(text).lower()


def _are_states(names: list[Name], head: list[Token]) -> bool:
    """Whether the head of a source is made of states alone: ``Russia``, ``both Europe and Ukraine``."""
    inside = [name for name in names if name.start < len(head)]
    filled = sum(name.end - name.start for name in inside)
    small = sum(token.word in ("the", "both", "and", "or", "either", ",", "'s") for token in head)
    return bool(inside) and all(name.kind == "state" for name in inside) and filled + small >= len(head)
