"""Where a text mentions the parties of a case: by name, alias, or one of their people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.kinds import OFFICERS, office_holders
from zopa.positions.party_words import derived_names, kind_names
from zopa.positions.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zopa.case.case import Case
    from zopa.positions.words import Token


_NATIONALITY = ("ian", "ean", "an", "n", "ese", "i", "ish")
_SHORTEST_COUNTRY = 4
_MOST_KEPT = 10_000
_PLURALS = ("s", "men", "people")
_OPENING = frozenset({"that", "if", "and", "but", "as", "when", "while", "because", "with", "by", "whether", "unless"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A party mentioned at tokens ``first`` to ``last``; ``person`` when one of its people is named."""

    party: str
    first: int
    last: int
    person: bool = False


class PartyNames:
    """All the names of a case's parties, ready to be found in token sequences.

    A name two parties claim is no name. What the case lists comes before what follows from a party's own name, and that
    before the common noun of its kind (:mod:`~zopa.positions.party_words`).
    """

    def __init__(self, case: Case) -> None:
        self._names: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
        self._uncapitalised: set[tuple[str, ...]] = set()
        self._groups: dict[str, set[tuple[str, bool]]] = {}
        self._nouns: dict[str, set[tuple[str, bool]]] = {}
        self._add(_listed_names(case))
        self._add((party, name, False) for party, name in derived_names(case))
        self._add((party, name, False) for party, name in kind_names(case))
        self._offices = office_holders(case)
        self._starts = {key[0] for key in self._uncapitalised}
        self._longest = max((len(key) for key in self._names), default=0)
        self._kept: dict[str, tuple[str, ...]] = {}

    def _add(self, claims: Iterable[tuple[str, str, bool]]) -> None:
        """Adds names of one rank; a name that stands in a higher one is left as it is."""
        names: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
        for party, name, person in claims:
            key = tuple(token.stem for token in tokens_of(name) if token.is_word)
            if not key or key in self._names:
                continue
            names.setdefault(key, set()).add((party, person))
            if name[:1].islower():
                self._uncapitalised.add(key)
            if len(key) == 2 and key[0] == "the" and name.split()[1].endswith(_PLURALS):
                self._groups.setdefault(key[1], set()).add((party, person))
            if len(key) == 2 and key[0] == "the" and name.islower():
                self._nouns.setdefault(key[1], set()).add((party, person))
        self._names |= names

    def mentions(self, tokens: list[Token]) -> list[Mention]:
        """The mentions in a token sequence, longest names first, without overlaps. Names start with a
        capital, unless the case writes them without one (``the bloc``)."""
        found: list[Mention] = []
        index = 0
        while index < len(tokens):
            mention = self._mention_at(tokens, index)
            if mention is None:
                index += 1
            else:
                found.append(mention)
                index = mention.last + 1
        return found

    def _mention_at(self, tokens: list[Token], index: int) -> Mention | None:
        stem = tokens[index].stem
        if stem in self._groups or stem in self._nouns:
            group = self._group_at(tokens, index) or self._officers_at(tokens, index)
            if group is not None:
                return group
        capital = tokens[index].text[0].isupper()
        if not capital and stem not in self._starts:
            return None
        for length in range(min(self._longest, len(tokens) - index), 0, -1):
            key = tuple(token.stem for token in tokens[index : index + length])
            claims = self._names.get(key) or (self._country_of(key[0]) if length == 1 else set())
            parties = {party for party, _ in claims}
            if not capital and key not in self._uncapitalised:
                continue
            if len(parties) == 1 and not (key == ("us",) and tokens[index].text != "US"):
                return Mention(parties.pop(), index, index + length - 1, all(person for _, person in claims))
        return None

    def _group_at(self, tokens: list[Token], index: int) -> Mention | None:
        """A group named without its article where a clause begins: *Gunmen boarded*, *if skippers agree*."""
        claims = self._groups.get(tokens[index].stem, set())
        parties = {party for party, _ in claims}
        if len(parties) != 1 or not tokens[index].text.endswith(_PLURALS):
            return None
        before = tokens[index - 1] if index else None
        begins = before is None or not before.is_word or before.text.lower() in _OPENING
        return Mention(parties.pop(), index, index) if begins else None

    def _officers_at(self, tokens: list[Token], index: int) -> Mention | None:
        """A party named by the noun before its officers, without an article: *union leaders*, *ministry officials*."""
        parties = {party for party, _ in self._nouns.get(tokens[index].stem, ())}
        following = tokens[index + 1 : index + 2]
        if len(parties) != 1 or not following or following[0].stem not in OFFICERS:
            return None
        return Mention(parties.pop(), index, index)

    def _country_of(self, adjective: str) -> set[tuple[str, bool]]:
        """The names behind an adjective of nationality: *Arvenian* from Arvenia, *European* from Europe."""
        for ending in _NATIONALITY:
            country = adjective.removesuffix(ending)
            if country != adjective and len(country) >= _SHORTEST_COUNTRY and (country,) in self._names:
                return {claim for claim in self._names[(country,)] if not claim[1]}
        return set()

    def holder_of(self, office: str) -> str | None:
        """The one party of the kind that alone has an office, by the office's stem: *minister* of a government."""
        return self._offices.get(office)

    def is_name(self, stem: str) -> bool:
        """Whether a stem alone is a party's name, in capitals or not (``us_russia_only``)."""
        return (stem,) in self._names or bool(self._country_of(stem))

    def parties_in(self, text: str) -> list[str]:
        """The parties a text mentions, each once, in order. The answer is kept: names come again and again."""
        found = self._kept.get(text)
        if found is None:
            found = tuple(dict.fromkeys(mention.party for mention in self.mentions(tokens_of(text))))
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[text] = found
        return list(found)


def _listed_names(case: Case) -> Iterator[tuple[str, str, bool]]:
    for party in case.parties:
        yield party.id, _within_a_sentence(_capitalised(party.id.replace("_", " "))), False
        for name in (party.name, *party.aliases):
            yield party.id, _within_a_sentence(name), False
        for person in party.people:
            for name in (person.name, *person.aliases, _surname(person.name)):
                yield party.id, name, True


def _within_a_sentence(name: str) -> str:
    """A name as it stands in a sentence: *The owners* as *the owners*, *The Western Four* as *Western Four*."""
    article, _, rest = name.partition(" ")
    if article != "The" or not rest:
        return name
    return rest if rest[0].isupper() else f"the {rest}"


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _surname(name: str) -> str:
    """The last word of a full name with any small particles before it: ``von der Leyen``."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return " ".join(words[start:])
