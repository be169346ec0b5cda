"""Who is meant: the people an article names, and which of them a surname, a pronoun or an office stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from zopa.coverage.article import Span
from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_list, word_set
from zopa.statements.names import Name, bare, names_in
from zopa.statements.offices import apposition, office_before
from zopa.statements.roles import HEADS_OF_STATE, TITLES
from zopa.statements.tokens import Token, tokens_in
from zopa.statements.words import AUXILIARIES

if TYPE_CHECKING:
    from zopa.coverage.article import Article

Gender = Literal["female", "male", "unknown"]
_FEMALE_TITLES = word_set(
    """
    mrs ms miss lady queen princess spokeswoman congresswoman chairwoman wife daughter mother sister
    """
)
_MALE_TITLES = word_set(
    """
    mr sir lord king prince spokesman congressman chairman husband son father brother
    """
)
_GIVEN_NAMES = word_list("female_names") | word_list("male_names")


_FORMS_OF_ADDRESS = word_set("mr mr. mrs mrs. ms ms. miss dr dr. sir the")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an article names: the fullest name it gives, and what it says of office and affiliation."""

    name: str
    office: str | None
    affiliation: str | None
    gender: Gender

    @property
    def surname(self) -> str:
        """The last word of the name, in small letters."""
        return self.name.split()[-1].lower()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named."""

    span: Span
    person: str  # the key in People.persons


@dataclass(slots=True)
class _Record:
    """What is gathered about one person while the article is walked through."""

    name: str
    offices: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class People:
    """The people of one article, by key (the surname in small letters), and every place that names one."""

    persons: dict[str, Person]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]

    def named(self, words: str) -> Person | None:
        """The person whom a name (full name or surname) stands for, or None where the article names no such person."""
        parts = bare(words).lower().split()
        return self.persons.get(parts[-1]) if parts else None

    def within(self, span: Span) -> list[Person]:
        """The people named inside a span, in order, each once."""
        first = bisect_right(self.starts, span.start - 1)
        found: dict[str, Person] = {}
        while first < len(self.mentions) and self.mentions[first].span.end <= span.end:
            key = self.mentions[first].person
            found.setdefault(key, self.persons[key])
            first += 1
        return list(found.values())

    def described(self, description: str) -> Person | None:
        """The person whom ``the Russian leader`` or ``the envoy`` fits best by office, or None where several fit."""
        wanted = _role_words(description)
        if not wanted:
            return None
        fitting = [person for person in self.persons.values() if _fits(wanted, person)]
        return fitting[0] if len(fitting) == 1 else None


def agrees(person: Person, gender: Gender) -> bool:
    """Whether a person may be meant by a pronoun of a gender."""
    return "unknown" in (gender, person.gender) or person.gender == gender


def people_in(article: Article) -> People:
    """Walk through an article's paragraphs and gather the people they name. Bylines stand outside and are not read.

    1. Collect every run of capitalised words with what stands before it (office) and behind it (apposition).
    2. Fullest names first: a run of two or more words founds a person under its last word.
    3. A single word stands for the person whose surname it is; with a title it founds a person of its own.

    Cost: linear in the length of the text.
    """
    sighted = [
        (tokens, name)
        for paragraph in article.paragraphs
        for tokens in [tokens_in(article.text, paragraph)]
        for name in names_in(article.text, tokens)
        if name.kind == "person"
    ]
    records: dict[str, _Record] = {}
    for tokens, name in sighted:
        _note(records, article.text, tokens, name)
    records = {key: record for key, record in records.items() if record.evidence > 0}
    mentions = tuple(
        Mention(Span(tokens[name.start].start, tokens[name.end - 1].end), _key(name.words))
        for tokens, name in sighted
        if _key(name.words) in records
    )
    persons = {key: _person(record) for key, record in records.items()}
    return People(persons, mentions, tuple(mention.span.start for mention in mentions))


def _key(words: str) -> str:
    return words.lower().split()[-1]


def _note(records: dict[str, _Record], text: str, tokens: list[Token], name: Name) -> None:
    key = _key(name.words)
    record = records.setdefault(key, _Record(name.words))
    if len(name.words.split()) > len(record.name.split()):
        record.name = name.words
    office, affiliation = apposition(text, tokens, name.end)
    before = office_before(text, tokens, name)
    record.offices.extend(one for one in (before, office) if one)
    record.affiliations.extend(one for one in (affiliation,) if one)
    record.titles.update(token.word for token in tokens[max(0, name.start - 4) : name.start])
    record.evidence += _evidence(tokens, name) + (3 if before or office else 0)


def _evidence(tokens: list[Token], name: Name) -> int:
    """How strongly one mention speaks for a person (above 0) or for a place or thing (below 0)."""
    previous = tokens[name.start - 1].word if name.start else "."
    following = tokens[name.end].word if name.end < len(tokens) else "."
    words = name.words.lower().split()
    if previous == "the" and not name.office:
        return -2  # ``the Conflict Observatory said``, ``the Smith campaign``
    if following in ("who", "whom") or following in CUE_VERBS or (words[0] in _GIVEN_NAMES and len(words) > 1):
        return 3
    if name.office:
        return 2
    if previous in ("in", "at", "near", "across", "a", "an", "into"):
        return -2
    if previous in (".", "”", "“", '"', ":") and len(words) == 1:
        return 0
    if following in AUXILIARIES and name.start:
        return 1
    return 1 if 2 <= len(words) <= 4 and not words[0].endswith("ly") else 0


def _person(record: _Record) -> Person:
    office = max((one for one in record.offices if one.lower() not in _FORMS_OF_ADDRESS), key=len, default=None)
    affiliation = max(record.affiliations, key=len, default=None)
    return Person(record.name, office, affiliation, _gender(record))


def _gender(record: _Record) -> Gender:
    first = record.name.lower().split()[0]
    if record.titles & _FEMALE_TITLES or first in word_list("female_names"):
        return "female"
    if record.titles & _MALE_TITLES or first in word_list("male_names"):
        return "male"
    return "unknown"


def _role_words(description: str) -> frozenset[str]:
    words = [bare(word).lower() for word in description.split()]
    if not any(word in TITLES or word in HEADS_OF_STATE for word in words):
        return frozenset()
    return frozenset(word for word in words if word not in ("the", "a", "an", "former", "u.s", "this", "that"))


def _fits(wanted: frozenset[str], person: Person) -> bool:
    said = f"{person.office or ''} {person.affiliation or ''}".replace("’", "'").lower().split()
    offered = defaultdict(bool, {bare(word): True for word in said})
    if "leader" in wanted and any(offered[word] for word in HEADS_OF_STATE):
        wanted = wanted - {"leader"}
    return all(offered[word] for word in wanted)
