"""Actors: the people and parties a sentence names, with pronouns and offices resolved, each with the party it is of."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.meetings.places import state_of
from zopa.positions.descriptions import is_outsider, of_office
from zopa.positions.introductions import introduced_as
from zopa.positions.speakers import names_of
from zopa.positions.words import tokens_of
from zopa.statements import Mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case.case import Case
    from zopa.positions.parties import PartyNames
    from zopa.statements.page import Page
    from zopa.statements.people import Person

_PRONOUNS = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er)\b")
_OFFICE = re.compile(
    r"\b[Tt]he\s+(?:[\w’'-]+\s+){0,3}?(?:leader|president|premier|chancellor|minister|envoy|king|mayor|governor|"
    r"chairman|"
    r"chairwoman|director|negotiator|mediator|secretary|spokesman|spokeswoman|counterpart|prime minister)\b"
)
_OFFICER = re.compile(
    r"(?:['’]s)?\s+(?:[a-z]+\s+){0,2}(?:leaders?|presidents?|premier|chancellor|ministers?|envoys?|king|mayor|governor|"
    r"chair\w*|"
    r"directors?|negotiators?|secretary|executive|chief|delegation|officials|board|team)\b(?!\s+[A-Z])(?!,\s+[A-Z])"
)
_WE = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]ur|I)\b")
_SUBCLAUSE = re.compile(r"\b(?:that|which|where|when|while|because)\b")
_NEAR_OPENING = 40
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or some side a sentence names.

    ``owner`` is True where the words only own what follows: *Holm's envoy*.
    """

    name: str
    party: str | None
    person: bool
    span: Span
    owner: bool = False


class Cast:
    """The actors of one article, read against one case. Cost: linear in the text for the first use of each sentence."""

    def __init__(self, page: Page, case: Case) -> None:
        self._page, self._names = page, names_of(case)
        self._mentions = Mentions(page)
        self._people = _people_of(case)
        self._party_names = {party.id: party.name for party in case.parties}
        self._found: dict[int, list[Actor]] = {}

    def in_sentence(self, number: int) -> list[Actor]:
        """The actors a sentence names, in order, none inside another."""
        if number not in self._found:
            self._found[number] = self._read(self._page.sentences[number])
        return self._found[number]

    def speaking(self, span: Span, speaker: str | None, party: str | None) -> list[Actor]:
        """The side that *we* and *us* in quoted words mean: the speaker's party, else the speaker."""
        if speaker is None and party is None:
            return []
        name = self._party_names.get(party or "", speaker or "")
        text = self._page.article.text
        places = [Span(*match.span()) for match in _WE.finditer(text, span.start, span.end)]
        return [Actor(name, party, False, place) for place in places if self._page.quoted_share((place,)) > 0]

    def _read(self, sentence: Span) -> list[Actor]:
        text = self._page.article.text
        tokens = tokens_of(text, sentence.start, sentence.end)
        found = []
        for mention in self._names.mentions(tokens):
            span = Span(tokens[mention.first].start, tokens[mention.last].end)
            found.append(self._of_party(mention.party, mention.person, span))
        for person, span in self._named_people(sentence):
            if not any(span.overlaps(actor.span) for actor in found):
                found.append(self._of_person(person, span))
            else:
                found = [self._widened(actor, person, span) for actor in found]
        for pattern in (_OFFICE, _PRONOUNS):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                span = Span(*match.span())
                if not any(span.overlaps(actor.span) and actor.person for actor in found):
                    own = self._owner_in_clause(span, sentence, found)
                    meant = None if own else self._mentions.person_at(span)
                    resolved = own or (self._of_person(meant, span) if meant else None)
                    if resolved is not None:
                        found = [*(actor for actor in found if not span.overlaps(actor.span)), resolved]
        return sorted((self._with_owner(actor, text) for actor in found), key=lambda actor: actor.span)

    def _owner_in_clause(self, span: Span, sentence: Span, found: Sequence[Actor]) -> Actor | None:
        """Whom *his* means where its own clause begins with a person: *that Reef had raised it at his meeting*."""
        text = self._page.article.text
        if span.of(text).lower() not in ("his", "her"):
            return None
        opened = [match.end() for match in _SUBCLAUSE.finditer(text, sentence.start, span.start)]
        first = [actor for actor in found if opened and opened[-1] <= actor.span.start < span.start][:1]
        if not first or not first[0].person or first[0].span.start - opened[-1] > _NEAR_OPENING:
            return None
        return Actor(first[0].name, first[0].party, True, span)

    def _named_people(self, sentence: Span) -> list[tuple[Person, Span]]:
        people = self._page.people
        first = bisect_left(people.starts, sentence.start)
        last = bisect_left(people.starts, sentence.end)
        return [(people.persons[mention.person], mention.span) for mention in people.mentions[first:last]]

    def _of_party(self, party: str, person: bool, span: Span) -> Actor:
        if person:
            full = self._people.get(_plain(span.of(self._page.article.text)))
            if full is not None:
                return Actor(full[0], full[1], True, span)
        return Actor(self._party_names[party], party, person, span)

    def _widened(self, actor: Actor, person: Person, span: Span) -> Actor:
        """An actor known by surname where the article's own reading covers the whole name: *Yuri Holm*."""
        if not span.overlaps(actor.span) or not actor.person:
            return actor
        return Actor(
            actor.name, actor.party, True, Span(min(span.start, actor.span.start), max(span.end, actor.span.end))
        )

    def _of_person(self, person: Person, span: Span) -> Actor:
        for name in (person.name, *person.aliases):
            known = self._people.get(_plain(name))
            if known is not None:
                return Actor(known[0], known[1], True, span)
        return Actor(person.name, _introduced(person, self._page, self._names), True, span)

    def _with_owner(self, actor: Actor, text: str) -> Actor:
        small = actor.span.of(text).lower()
        owner = (
            small in ("his", "her")
            or small.endswith(("'s", "’s"))
            or text[actor.span.end : actor.span.end + 2]
            in (
                "'s",
                "’s",
            )
        )
        if owner and not actor.person and _OFFICER.match(text, actor.span.end):
            owner = False  # *The company's chief executive* is the company's own.
        return Actor(actor.name, actor.party, actor.person, actor.span, owner)


def _people_of(case: Case) -> dict[str, tuple[str, str]]:
    """Every way of writing a person of the case, in small letters, with the full name and the party."""
    found: dict[str, tuple[str, str]] = {}
    for party in case.parties:
        for person in party.people:
            for name in (person.name, *person.aliases, person.name.split()[-1]):
                found.setdefault(_plain(name), (person.name, party.id))
    return found


def _plain(name: str) -> str:
    return re.sub(r"'s?$", "", " ".join(name.split()).replace("’", "'")).casefold()


def _introduced(person: Person, page: Page, names: PartyNames) -> str | None:
    """The party the article gives a person in so many words; None where it gives none."""
    if any(words and is_outsider(words) for words in (person.affiliation, person.office)):
        return None
    for words in (person.affiliation, person.office):
        parties = (names.parties_in(words) or of_office(words, names)) if words else []
        if len(parties) == 1:
            return parties[0]
    place = page.article.text.find(person.name)
    parties = introduced_as(page.article.text, place, place + len(person.name), names) if place >= 0 else []
    return parties[0] if len(parties) == 1 else None


def is_somebody(actor: Actor) -> bool:
    """Whether an actor can sit at a table: a party, or a person whose name is no place."""
    return actor.party is not None or (len(actor.name) >= _SHORTEST and state_of(actor.name) is None)


def distinct(actors: Sequence[Actor]) -> list[Actor]:
    """Each actor once, in order; a party that one of its people stands for already is left out."""
    people = {actor.party for actor in actors if actor.person and actor.party}
    kept: dict[tuple[str, bool], Actor] = {}
    for actor in actors:
        if actor.person or actor.party not in people:
            kept.setdefault((actor.name, actor.person), actor)
    return list(kept.values())
