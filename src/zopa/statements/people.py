"""Who is meant: the people an article names, and which of them a surname, a pronoun or an office stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from zopa.coverage.article import Span
from zopa.statements.bodies import is_body
from zopa.statements.cues import CUE_VERBS
from zopa.statements.describing import fitting, names_an_office, role_words
from zopa.statements.lexicon import word_list, word_set
from zopa.statements.names import Name, bare, names_in
from zopa.statements.namesakes import key_of, shared_surnames, surname_of
from zopa.statements.offices import apposed_before, office_before, said_behind
from zopa.statements.roles import TITLES
from zopa.statements.tokens import Token, tokens_in
from zopa.statements.words import AUXILIARIES, PREPOSITIONS

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
    """Somebody an article names: the fullest name it gives, and what it says of office and affiliation.

    ``aliases`` are the other forms in which it names them; ``roles`` the words, in small letters, of everything it
    says of their offices and affiliations.
    """

    name: str
    office: str | None
    affiliation: str | None
    gender: Gender
    aliases: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()

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
    forms: dict[str, None] = field(default_factory=dict)
    shared_roles: set[str] = field(default_factory=set)
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class People:
    """The people of one article and every place that names one.

    The key of a person is the surname in small letters; where two people share one, the first letter of the first name
    stands before it (``namesakes.key_of``).
    """

    persons: dict[str, Person]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    shared: frozenset[str] = frozenset()
    first_named: dict[str, int] = field(default_factory=dict)

    def named(self, words: str, at: int | None = None) -> Person | None:
        """The person whom a name (full name or surname) stands for, or None where the article names no such person.

        A surname that two people share stands for the one named last before the place ``at``, else for the first.
        """
        plain = _untitled(bare(words))
        if not plain:
            return None
        key = key_of(plain, self.shared)
        return self.persons.get(key) or self._namesake(surname_of(plain), at)

    def _namesake(self, surname: str, at: int | None) -> Person | None:
        if surname not in self.shared:
            return None
        end = len(self.mentions) if at is None else bisect_left(self.starts, at)
        order = range(end) if at is None else range(end - 1, -1, -1)
        keys = (self.mentions[number].person for number in order)
        return next((self.persons[key] for key in keys if key.endswith(f" {surname}")), None)

    def within(self, span: Span) -> list[Person]:
        """The people named inside a span, in order, each once."""
        first = bisect_right(self.starts, span.start - 1)
        found: dict[str, Person] = {}
        while first < len(self.mentions) and self.mentions[first].span.end <= span.end:
            key = self.mentions[first].person
            found.setdefault(key, self.persons[key])
            first += 1
        return list(found.values())

    def described(self, description: str, at: int | None = None) -> Person | None:
        """The person whom ``the Russian leader`` or ``the envoy`` fits by office; None where it fits nobody or several.

        Only people who are named before the place ``at`` count where one is given. ``The landlord`` fits a person of
        whom just that is said.
        """
        wanted = role_words(description)
        known = (one for key, one in self.persons.items() if at is None or self.first_named.get(key, at) < at)
        found = fitting(wanted, known)
        whole = names_an_office(wanted) or all(wanted <= person.roles for person in found)
        return found[0] if len(found) == 1 and whole else None


def _untitled(words: str) -> str:
    """A name without the titles before it; a title alone stays."""
    parts = words.split()
    while len(parts) > 1 and parts[0].lower().rstrip(".") in TITLES:
        parts.pop(0)
    return " ".join(parts)


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
    shared = shared_surnames(name.words for tokens, name in sighted if _evidence(tokens, name) > 0)
    records: dict[str, _Record] = {}
    keys: list[str] = []
    for tokens, name in sighted:
        key = _filed_under(name, shared, keys)
        keys.append(key)
        _note(records, key, article.text, tokens, name, keys)
    records = {key: record for key, record in records.items() if record.evidence > 0 and _is_somebody(record, article)}
    mentions = tuple(
        Mention(Span(tokens[name.start].start, tokens[name.end - 1].end), key)
        for key, (tokens, name) in zip(keys, sighted, strict=True)
        if key in records
    )
    persons = {key: _person(record) for key, record in records.items()}
    first_named = {mention.person: mention.span.start for mention in reversed(mentions)}
    return People(persons, mentions, tuple(mention.span.start for mention in mentions), shared, first_named)


def _is_somebody(record: _Record, article: Article) -> bool:
    """Whether a record is that of a person: one with an office is, one that the text speaks of as of a body is not."""
    first = record.name.lower().split()[0]
    return bool(record.offices) or first in _GIVEN_NAMES or not is_body(article.text, record.name)


def _filed_under(name: Name, shared: frozenset[str], earlier: list[str]) -> str:
    """The key of a name; a surname alone that two people share goes to the one named last before it."""
    key = key_of(name.words, shared)
    if key not in shared:
        return key
    return next((one for one in reversed(earlier) if one.endswith(f" {key}")), key)


def _note(
    records: dict[str, _Record], key: str, text: str, tokens: list[Token], name: Name, earlier: list[str]
) -> None:
    record = records.setdefault(key, _Record(name.words))
    if len(name.words.split()) > len(record.name.split()):
        record.name = name.words
    record.forms[name.words] = None
    front = office_before(text, tokens, name)
    apposed, behind = apposed_before(text, tokens, name), said_behind(text, tokens, name.end)
    offices = [one for one in (front, apposed.office, behind.office) if one]
    record.offices.extend(offices)
    if _STANDING_IN & role_words(" ".join(offices)):
        record.shared_roles |= _roles_before(records, key, earlier)
    record.affiliations.extend(one for one in (apposed.affiliation, behind.affiliation) if one)
    record.titles.update(token.word for token in tokens[max(0, name.start - 4) : name.start])
    record.evidence += _evidence(tokens, name) + (3 if offices else 0)


_NEAR = 6
_STANDING_IN = frozenset(("counterpart", "deputy", "successor", "predecessor"))


def _roles_before(records: dict[str, _Record], key: str, earlier: list[str]) -> frozenset[str]:
    """What a counterpart or deputy shares: the words of office, in small letters, of whoever was named just before."""
    lately = (one for one in reversed(earlier[-_NEAR:]) if one != key and records[one].offices)
    said = " ".join(records[one].offices) if (one := next(lately, None)) else ""
    return frozenset(word for word in role_words(said) if word in TITLES)


def _evidence(tokens: list[Token], name: Name) -> int:
    """How strongly one mention speaks for a person (above 0) or for a place or thing (below 0)."""
    previous = tokens[name.start - 1].word if name.start else "."
    following = tokens[name.end].word if name.end < len(tokens) else "."
    words = name.words.lower().split()
    owns = tokens[name.end - 1].word.endswith(("'s", "s'"))  # ``Acme's offer`` says nothing of who speaks.
    if previous == "the" and not name.office:
        return -2  # ``the Conflict Observatory said``, ``the Smith campaign``
    if following in ("who", "whom") or (words[0] in _GIVEN_NAMES and len(words) > 1):
        return 3
    if following in CUE_VERBS and not owns and not (previous in PREPOSITIONS and following.endswith("ing")):
        return 3
    if previous in ("of", "for") and name.start > 1 and tokens[name.start - 2].word in TITLES:
        return -2  # ``chief executive of Acme``
    if name.office:
        return 2
    if previous in ("in", "at", "near", "across", "a", "an", "into"):
        return -2
    if previous in (".", "-", "–", "—", "”", "“", '"', ":") and len(words) == 1:
        return 0
    if following in AUXILIARIES and name.start:
        return 1
    return 1 if 2 <= len(words) <= 4 and not words[0].endswith("ly") else 0


def _person(record: _Record) -> Person:
    office = max((one for one in record.offices if one.lower() not in _FORMS_OF_ADDRESS), key=len, default=None)
    affiliation = max(record.affiliations, key=len, default=None)
    aliases = tuple(form for form in record.forms if form != record.name)
    roles = role_words(" ".join((*record.offices, *record.affiliations))) | record.shared_roles
    return Person(record.name, office, affiliation, _gender(record), aliases, roles)


def _gender(record: _Record) -> Gender:
    first = record.name.lower().split()[0]
    if record.titles & _FEMALE_TITLES or first in word_list("female_names"):
        return "female"
    if record.titles & _MALE_TITLES or first in word_list("male_names"):
        return "male"
    return "unknown"
